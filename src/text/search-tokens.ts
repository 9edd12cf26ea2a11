/**
 * The tokens a text is searched by: every two neighboring characters. A run of characters that a reader sees is then a
 * phrase of tokens, whatever words a dictionary would cut it into. Pure; it knows no index.
 */
import { normalizeText } from './normalize.js';

/**
 * Runs: Chinese characters, or a word of letters and digits with what belongs to it (3.5%, c++). Everything else lies
 * between runs.
 */
const RUN =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\p{N}(?:(?!\p{Script=Han})[\p{L}\p{N}])*)*[%‰+#]*/gu;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
const HAN = /^\p{Script=Han}/u;
const BLANK = 0x20;

/** Stands before the first character of a word of letters and digits, so that 5g is told from 15g. */
const START = '\ue000';
const START_CODE = 0xe000;
/** Marks inside words, as characters that no tokenizer drops. */
const marks = new Map([
  ['.', '\ue001'],
  ['%', '\ue002'],
  ['‰', '\ue003'],
  ['+', '\ue004'],
  ['#', '\ue005'],
]);
const MARKED = /[.%‰+#]/;

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

/** Bytes that the tokens of a run take at most for each UTF-16 code unit: a character stands in two, and a blank. */
const MOST_BYTES = 7;

/**
 * All tokens of a text, in order, with blanks between them, as UTF-8: the form an index reads, without a string for each
 * token. The last character of a run is a token by itself.
 */
export function tokenizeText(text: string): Uint8Array {
  const runs = listRuns(normalizeText(text));
  let room = 0;
  for (const run of runs) room += (run.length + 1) * MOST_BYTES;
  const bytes = Buffer.allocUnsafe(room);
  let end = 0;
  for (const run of runs) end = isChinese(run) ? writePairs(run, bytes, end) : writeWord(run, bytes, end);
  return bytes.subarray(0, Math.max(0, end - 1));
}

/** Writes the tokens of a word, each with a blank behind it; gives where they end. */
function writeWord(run: string, bytes: Uint8Array, at: number): number {
  const start = writeCharacter(START_CODE, bytes, at);
  bytes[start] = BLANK;
  const marked = MARKED.test(run) ? charactersOf(run).join('') : run;
  return writePairs(marked, bytes, start + 1);
}

function writePairs(run: string, bytes: Uint8Array, start: number): number {
  let at = start;
  for (let place = 0; place < run.length; ) {
    const code = run.codePointAt(place) as number;
    place += code > 0xffff ? 2 : 1;
    at = writeCharacter(code, bytes, at);
    if (place < run.length) at = writeCharacter(run.codePointAt(place) as number, bytes, at);
    bytes[at] = BLANK;
    at += 1;
  }
  return at;
}

function writeCharacter(code: number, bytes: Uint8Array, start: number): number {
  let at = start;
  if (code < 0x80) {
    bytes[at++] = code;
  } else if (code < 0x800) {
    bytes[at++] = 0xc0 | (code >> 6);
    bytes[at++] = 0x80 | (code & 0x3f);
  } else {
    if (code < 0x10000) {
      bytes[at++] = 0xe0 | (code >> 12);
    } else {
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
    }
    bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}

/** How much a find in each part of an article counts in ranking. */
export const partWeights = { body: 1, title: 1.3, lead: 1.2, headings: 1.1 } as const;
/** An article's parts as tokens. */
export type TokenizedParts = Record<keyof typeof partWeights, Uint8Array>;

/** BM25 as FTS5 has it. */
export const [SATURATION, LENGTH] = [1.2, 0.75];
/**
 * Tokens of an article that counts as of average length when impacts are told: what an article holds must not depend on others.
 */
const USUAL_LENGTH = 600;
/** What stands before a token for the lowest level of its impact, and for those above it the characters that follow. */
const IMPACT = 0xe010;
/** Impacts from here on are told, in levels of this height, of which the last has no end; one find in an article of usual length has 1. */
const [LEAST_IMPACT, LEVEL] = [1.25, 0.15];
export const LEVELS = 5;
/** What is met once, and not in the title, is not told, or short articles would tell all they say. */
const LEAST_FREQUENCY = partWeights.title;

/** What a token weighs at a level, about; of none, it weighs what one does that is met once. */
export const impactOf = (level: number | null): number => (level === null ? 1 : LEAST_IMPACT + (level + 0.5) * LEVEL);
/** A token at a level of its impact. */
export const tokenOfImpact = (token: string, level: number): string => String.fromCodePoint(IMPACT + level) + token;

/**
 * The tokens that an article says much of, each once and with the level of its impact: what it weighs in BM25, by how often and
 * where it is met and how long the article is. With them the characters of the title, since one character is looked for, too.
 */
export function listImpacts(parts: TokenizedParts): string {
  const frequencies = new TokenWeights(Object.values(parts).reduce((bytes, part) => bytes + part.length, 0));
  let length = 0;
  for (const part of ['title', 'lead', 'headings', 'body'] as const) {
    const weight = partWeights[part];
    length += readTokens(parts[part], (first, second) => frequencies.add(first, second, weight));
  }
  const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH);
  let impacts = '';
  frequencies.forEach((first, second, frequency) => {
    const impact = (frequency * (SATURATION + 1)) / (frequency + norm);
    if (frequency < LEAST_FREQUENCY || impact < LEAST_IMPACT) return;
    const level = Math.min(LEVELS - 1, Math.floor((impact - LEAST_IMPACT) / LEVEL));
    const text = second === 0 ? String.fromCodePoint(first) : String.fromCodePoint(first, second);
    impacts += `${tokenOfImpact(text, level)} `;
  });
  const starts = new Set<number>();
  readTokens(parts.title, (first) => starts.add(first));
  for (const code of starts)
    if (!frequencies.has(code, 0)) impacts += `${tokenOfImpact(String.fromCodePoint(code), 0)} `;
  return impacts.trimEnd();
}

/**
 * How much each token weighs, in the order in which they are met first. A map of an article's thousands of pairs takes four times
 * as long: its keys are numbers above 31 bits, each of which the engine puts into memory by itself.
 */
class TokenWeights {
  readonly #places: Int32Array;
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];
  readonly #weights: number[] = [];

  /** Has room for the tokens of four parts that take so many bytes: the shortest, with its blank, takes two. */
  constructor(bytes: number) {
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(bytes / 2 + 8)));
  }

  add(first: number, second: number, weight: number): void {
    const place = this.#find(first, second);
    const known = this.#places[place] as number;
    if (known > 0) {
      this.#weights[known - 1] = (this.#weights[known - 1] as number) + weight;
      return;
    }
    this.#firsts.push(first);
    this.#seconds.push(second);
    this.#places[place] = this.#weights.push(weight);
  }

  has(first: number, second: number): boolean {
    return this.#places[this.#find(first, second)] !== 0;
  }

  forEach(work: (first: number, second: number, weight: number) => void): void {
    this.#weights.forEach((weight, at) => {
      work(this.#firsts[at] as number, this.#seconds[at] as number, weight);
    });
  }

  /** Where a token is, or else the free place where it would be: what stands there is its number, from 1. */
  #find(first: number, second: number): number {
    const last = this.#places.length - 1;
    const mixed = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b);
    let place = (mixed ^ (mixed >>> 15)) & last;
    for (;;) {
      const known = this.#places[place] as number;
      if (known === 0 || (this.#firsts[known - 1] === first && this.#seconds[known - 1] === second)) return place;
      place = (place + 1) & last;
    }
  }
}

/** In which call of `listCharacters` each character was met last; a set for each article takes twice as long. */
const lastMet = new Uint32Array(0x110000);
let calls = 0;

/**
 * The characters that tokens begin with, each once and with a blank behind it, as UTF-8: since those at the ends of runs are
 * tokens, all characters of the texts.
 */
export function listCharacters(texts: readonly Uint8Array[]): Uint8Array {
  // No more than the tokens themselves take.
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + text.length + 1, 0));
  let end = 0;
  calls += 1;
  for (const text of texts) {
    readTokens(text, (first) => {
      if (lastMet[first] === calls) return;
      lastMet[first] = calls;
      end = writeCharacter(first, bytes, end);
      bytes[end] = BLANK;
      end += 1;
    });
  }
  return bytes.subarray(0, end);
}

/** Reads the characters of each token, the second 0 where it has one, without those that only stand before words. Gives how many. */
function readTokens(bytes: Uint8Array, take: (first: number, second: number) => void): number {
  let count = 0;
  let first = 0;
  let second = 0;
  for (let at = 0; at < bytes.length; ) {
    const code = readCharacter(bytes, at);
    at += lengthOf(bytes[at] as number);
    if (code !== BLANK) {
      if (first === 0) first = code;
      else second = code;
    }
    if (code === BLANK || at >= bytes.length) {
      if (first !== START_CODE) {
        take(first, second);
        count += 1;
      }
      first = 0;
      second = 0;
    }
  }
  return count;
}

/** Bytes of a character by the first of them. */
function lengthOf(byte: number): number {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

function readCharacter(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  const length = lengthOf(byte);
  let code = length === 1 ? byte : byte & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1) code = (code << 6) | ((bytes[at + next] as number) & 0x3f);
  return code;
}

/** The tokens of a phrase that have an impact by themselves. */
export function listTellingTokens({ tokens, open }: TokenPhrase): string[] {
  return tokens.filter((token, at) => token !== START && !(open && at > 0 && at === tokens.length - 1));
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
