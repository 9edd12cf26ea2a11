/**
 * The tokens a text is searched by: every two neighboring characters. A run of characters that a reader sees is then a
 * phrase of tokens, whatever words a dictionary would cut it into. Pure; it knows no index.
 */
import { normalizeText, normalizeUnits } from './normalize.js';
import { isChinese, listRuns, scanRuns } from './runs.js';

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
const markCodes = new Map([...marks].map(([mark, char]) => [mark.charCodeAt(0), char.charCodeAt(0)]));

function charactersOf(run: string): string[] {
  return [...run].map((char) => marks.get(char) ?? char);
}

/**
 * Tokens in order, each as two code points: the second is 0 where it has one character. All that is made of an article's tokens is
 * made of these; strings or bytes of them take several times as long.
 */
export type Tokens = Uint32Array;

/** Where {@link tokenizeText} writes. */
let written = new Uint32Array(2 ** 14);

/** All tokens of a text. The last character of a run is a token by itself. */
export function tokenizeText(text: string): Tokens {
  const units = normalizeUnits(text);
  // A character is a token, and before a word stands another one.
  if (units.length * 4 > written.length) written = new Uint32Array(units.length * 8);
  let end = 0;
  scanRuns(units, (normal, start, stop, chinese) => {
    if (!chinese) {
      written[end++] = START_CODE;
      written[end++] = 0;
    }
    let next = codeAt(normal, start, chinese);
    for (let at = start; at < stop; ) {
      at += next > 0xffff ? 2 : 1;
      written[end++] = next;
      next = at < stop ? codeAt(normal, at, chinese) : 0;
      written[end++] = next;
    }
  });
  return written.slice(0, end);
}

/** The code point at `at` of a run; of a word, marks as they are indexed. */
function codeAt(text: Uint16Array, at: number, chinese: boolean): number {
  const unit = text[at] as number;
  if ((unit & 0xfc00) === 0xd800 && at + 1 < text.length) {
    const low = text[at + 1] as number;
    if ((low & 0xfc00) === 0xdc00) return ((unit & 0x3ff) << 10) + (low & 0x3ff) + 0x10000;
  }
  return chinese ? unit : (markCodes.get(unit) ?? unit);
}

/** Bytes that a token takes at most: two characters and a blank. */
const MOST_BYTES = 9;
/** Where {@link encodeTokens} and {@link listCharacters} write. */
let encoded = Buffer.allocUnsafeSlow(2 ** 16);

function reserve(tokens: number): void {
  if (tokens * MOST_BYTES > encoded.length) encoded = Buffer.allocUnsafeSlow(2 * tokens * MOST_BYTES);
}

/** Tokens with blanks between them, as UTF-8: the form an index reads. */
export function encodeTokens(tokens: Tokens): Uint8Array {
  reserve(tokens.length / 2);
  let end = 0;
  for (let at = 0; at < tokens.length; at += 2) {
    end = writeCharacter(tokens[at] as number, encoded, end);
    const second = tokens[at + 1] as number;
    if (second !== 0) end = writeCharacter(second, encoded, end);
    encoded[end++] = BLANK;
  }
  return Buffer.from(encoded.subarray(0, Math.max(0, end - 1)));
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
export type TokenizedParts = Record<keyof typeof partWeights, Tokens>;

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
  const frequencies = new TokenWeights(Object.values(parts).reduce((numbers, part) => numbers + part.length, 0) / 2);
  const length = (['title', 'lead', 'headings', 'body'] as const).reduce(
    (sum, part) => sum + frequencies.addAll(parts[part], partWeights[part]),
    0,
  );
  const norm = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH);
  let impacts = '';
  frequencies.forEach((first, second, frequency) => {
    const impact = (frequency * (SATURATION + 1)) / (frequency + norm);
    if (frequency < LEAST_FREQUENCY || impact < LEAST_IMPACT) return;
    const level = Math.min(LEVELS - 1, Math.floor((impact - LEAST_IMPACT) / LEVEL));
    const text = second === 0 ? String.fromCodePoint(first) : String.fromCodePoint(first, second);
    impacts += `${tokenOfImpact(text, level)} `;
  });
  const starts = new Set(parts.title.filter((code, at) => at % 2 === 0 && code !== START_CODE));
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
  /** Two characters of each token. */
  readonly #tokens: Uint32Array;
  readonly #weights: Float64Array;
  #count = 0;

  /** Has room for so many tokens. */
  constructor(tokens: number) {
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(2 * tokens + 1)));
    this.#tokens = new Uint32Array(2 * tokens);
    this.#weights = new Float64Array(tokens);
  }

  /** Adds tokens that weigh the same, but for those that only stand before words. Gives how many. */
  addAll(tokens: Tokens, weight: number): number {
    let added = 0;
    for (let at = 0; at < tokens.length; at += 2) {
      const first = tokens[at] as number;
      if (first === START_CODE) continue;
      this.#add(first, tokens[at + 1] as number, weight);
      added += 1;
    }
    return added;
  }

  #add(first: number, second: number, weight: number): void {
    const place = this.#find(first, second);
    let known = this.#places[place] as number;
    if (known === 0) {
      this.#tokens[2 * this.#count] = first;
      this.#tokens[2 * this.#count + 1] = second;
      this.#count += 1;
      known = this.#count;
      this.#places[place] = known;
    }
    this.#weights[known - 1] = (this.#weights[known - 1] as number) + weight;
  }

  has(first: number, second: number): boolean {
    return this.#places[this.#find(first, second)] !== 0;
  }

  forEach(work: (first: number, second: number, weight: number) => void): void {
    for (let at = 0; at < this.#count; at += 1)
      work(this.#tokens[2 * at] as number, this.#tokens[2 * at + 1] as number, this.#weights[at] as number);
  }

  /** Where a token is, or else the free place where it would be: what stands there is its number, from 1. */
  #find(first: number, second: number): number {
    const last = this.#places.length - 1;
    const mixed = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b);
    let place = (mixed ^ (mixed >>> 15)) & last;
    for (;;) {
      const known = this.#places[place] as number;
      if (known === 0 || this.#isToken(known, first, second)) return place;
      place = (place + 1) & last;
    }
  }

  #isToken(number: number, first: number, second: number): boolean {
    return this.#tokens[2 * number - 2] === first && this.#tokens[2 * number - 1] === second;
  }
}

/** In which call of `listCharacters` each character was met last; a set for each article takes twice as long. */
const lastMet = new Uint32Array(0x110000);
let calls = 0;

/**
 * The characters that tokens begin with, each once and with a blank behind it, as UTF-8: since those at the ends of runs are
 * tokens, all characters of the texts.
 */
export function listCharacters(texts: readonly Tokens[]): Uint8Array {
  reserve(texts.reduce((sum, { length }) => sum + length, 0) / 2);
  let end = 0;
  calls += 1;
  for (const tokens of texts) {
    for (let at = 0; at < tokens.length; at += 2) {
      const code = tokens[at] as number;
      if (lastMet[code] === calls || code === START_CODE) continue;
      lastMet[code] = calls;
      end = writeCharacter(code, encoded, end);
      encoded[end++] = BLANK;
    }
  }
  return Buffer.from(encoded.subarray(0, end));
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
