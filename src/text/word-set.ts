/** A set of short words that is asked about places in a text: nothing is cut out of the text to be looked up. */

/** The longest word it holds, in UTF-16 code units; the shortest has two. */
export const LONGEST_WORD = 4;
/** Places of the table of beginnings; a power of two, many times the number of words that begin differently. */
const BEGINNINGS = 2 ** 20;

/**
 * Words as pairs of numbers, two code units in each, by open addressing. Most places of a text begin no word, which one
 * look at the table of beginnings tells.
 */
export class WordSet {
  readonly #first: Int32Array;
  readonly #rest: Int32Array;
  /** For each beginning of two code units, by its hash, the lengths of the words that begin so, a bit for each. */
  readonly #lengths = new Uint8Array(BEGINNINGS);

  /** Takes words of two to four code units. */
  constructor(words: ReadonlySet<string>) {
    const places = 2 ** Math.ceil(Math.log2(words.size * 2 + 1));
    this.#first = new Int32Array(places);
    this.#rest = new Int32Array(places);
    for (const word of words) {
      const first = readPair(word, 0);
      const rest = readRest(word, 0, word.length);
      const place = this.#find(first, rest);
      this.#first[place] = first;
      this.#rest[place] = rest;
      const beginning = mix(first, 0) & (BEGINNINGS - 1);
      this.#lengths[beginning] = (this.#lengths[beginning] as number) | (1 << word.length);
    }
  }

  /** Lengths that words starting at `at` and ending by `end` may have: bit 2 for two code units, up to bit 4. */
  lengthsAt(text: string, at: number, end: number): number {
    if (end - at < 2) return 0;
    const lengths = this.#lengths[mix(readPair(text, at), 0) & (BEGINNINGS - 1)] as number;
    return end - at >= LONGEST_WORD ? lengths : lengths & ((2 << (end - at)) - 1);
  }

  has(text: string, at: number, length: number): boolean {
    const first = readPair(text, at);
    return this.#first[this.#find(first, readRest(text, at, length))] === first;
  }

  /** Where a word is, or else the free place where it would be. */
  #find(first: number, rest: number): number {
    const last = this.#first.length - 1;
    let place = mix(first, rest) & last;
    while (this.#first[place] !== 0 && (this.#first[place] !== first || this.#rest[place] !== rest)) {
      place = (place + 1) & last;
    }
    return place;
  }
}

function readPair(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

function readRest(text: string, at: number, length: number): number {
  if (length === 2) return 0;
  return (text.charCodeAt(at + 2) << 16) | (length === 3 ? 0 : text.charCodeAt(at + 3));
}

function mix(first: number, rest: number): number {
  const mixed = Math.imul(first ^ Math.imul(rest, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
