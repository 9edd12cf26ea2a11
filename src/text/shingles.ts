/** Shingles: the runs of characters of a text, by which two texts are told to be the same. */
import { normalizeText } from './normalize.js';

const LENGTH = 8;
/** One of so many runs is kept: the same ones in every text, whatever stands around them. */
const KEPT = 4;

/** Some of the runs of letters, digits and Chinese characters of a text. */
export function listShingles(text: string): ReadonlySet<string> {
  const signs = normalizeText(text).replace(/[^\p{L}\p{N}]+/gu, '');
  const shingles = new Set<string>();
  for (let at = 0; at + LENGTH <= signs.length; at += 1) {
    const sum = signs.charCodeAt(at) * 31 + signs.charCodeAt(at + 3) * 7 + signs.charCodeAt(at + LENGTH - 1);
    if (sum % KEPT === 0) shingles.add(signs.slice(at, at + LENGTH));
  }
  return shingles;
}

/** The share of the shorter text that stands in the other, from 0 to 1. */
export function shareShingles(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  return shared / few.size;
}
