/**
 * The tokens a text is searched by: every two neighboring characters. A run of characters that a reader sees is then a
 * phrase of tokens, whatever words a dictionary would cut it into. Pure; it knows no index.
 */
import { normalizeText } from './normalize.js';

/**
 * Runs: Chinese characters, or a word of letters and digits with what belongs to it (3.5%, c++). Everything else lies
 * between runs.
 */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\p{N}+)*[%‰+#]*/gu;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
const HAN = /^\p{Script=Han}/u;
const ASTRAL = /[\ud800-\udfff]/;

/** Stands before the first character of a word of letters and digits, so that 5g is told from 15g. */
const START = '\ue000';
/** Marks inside words, as characters that no tokenizer drops. */
const marks = new Map([
  ['.', '\ue001'],
  ['%', '\ue002'],
  ['‰', '\ue003'],
  ['+', '\ue004'],
  ['#', '\ue005'],
]);

/** The runs of a normalized text. */
export function listRuns(normal: string): string[] {
  return (normal.includes(',') ? normal.replace(THOUSANDS, '') : normal).match(RUN) ?? [];
}

/** Whether a run is of Chinese characters. */
export function isChinese(run: string): boolean {
  return HAN.test(run);
}

function charactersOf(run: string): string[] {
  return [...run].map((char) => marks.get(char) ?? char);
}

/** All tokens of a text, in order, with blanks between them. The last character of a run is a token by itself. */
export function tokenizeText(text: string): string {
  let tokens = '';
  for (const run of listRuns(normalizeText(text))) {
    if (isChinese(run) && !ASTRAL.test(run)) {
      for (let at = 0; at < run.length; at += 1) tokens += `${run.slice(at, at + 2)} `;
      continue;
    }
    if (!isChinese(run)) tokens += `${START} `;
    const characters = charactersOf(run);
    for (let at = 0; at < characters.length; at += 1) tokens += `${characters[at]}${characters[at + 1] ?? ''} `;
  }
  return tokens.trimEnd();
}

/** Tokens that follow each other in a text; `open`: the last is only the beginning of one. */
export interface TokenPhrase {
  tokens: string[];
  open: boolean;
}

/**
 * The tokens of a run of characters as it stands somewhere in a text. `whole` words of letters and digits at its ends are
 * not parts of longer ones. Null when there is nothing in it that could be found.
 */
export function tokenizePhrase(text: string, whole: boolean): TokenPhrase | null {
  const runs = listRuns(normalizeText(text));
  const tokens: string[] = [];
  for (const [at, run] of runs.entries()) {
    const characters = charactersOf(run);
    const chinese = isChinese(run);
    if (!chinese && (whole || at > 0)) tokens.push(START);
    // Where the phrase ends, the text may go on.
    const last = at === runs.length - 1 && (chinese || !whole);
    if (last && characters.length === 1) return { tokens: [...tokens, characters[0] as string], open: true };
    const end = last ? characters.length - 1 : characters.length;
    for (let from = 0; from < end; from += 1) tokens.push(`${characters[from]}${characters[from + 1] ?? ''}`);
  }
  return tokens.length === 0 ? null : { tokens, open: false };
}

/** The single tokens of a text that are worth looking for by themselves: pairs of Chinese characters, and whole words. */
export function listPairs(text: string): TokenPhrase[] {
  const found = new Map<string, TokenPhrase>();
  for (const run of listRuns(normalizeText(text))) {
    const characters = [...run];
    const parts =
      isChinese(run) && characters.length > 1
        ? characters.slice(1).map((char, at) => `${characters[at]}${char}`)
        : [run];
    for (const part of parts) {
      const phrase = tokenizePhrase(part, true);
      if (phrase) found.set(part, phrase);
    }
  }
  return [...found.values()];
}
