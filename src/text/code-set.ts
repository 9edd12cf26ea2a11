/** Sets of characters as tables by code unit, for passes over a text that look at every character. */

/** 1 where a code unit is in the set, 0 elsewhere. */
export type CodeSet = Uint8Array;

/** Makes the set of the characters of a string. */
export function createCodeSet(chars: string): CodeSet {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < chars.length; i += 1) table[chars.charCodeAt(i)] = 1;
  return table;
}

/** What `\s` matches. */
export const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/**
 * The code unit at `at`, and 0 beside the text. To ask a text or a table for what is not there is slow, and makes all later
 * questions at the same place of the code slow as well.
 */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

/** Whether the character at `at` is in a set; beside the text there is none. */
export function isIn(set: CodeSet, text: string, at: number): boolean {
  return set[codeAt(text, at)] === 1;
}

/** Where the last character of a set stands in a text between `from` and `end`; one before `from` where none does. */
export function lastIndexIn(set: CodeSet, text: string, end = text.length, from = 0): number {
  let at = end - 1;
  while (at >= from && set[text.charCodeAt(at)] !== 1) at -= 1;
  return at;
}

/** How long a text is without the characters of a set that it ends with. */
export function lengthWithout(set: CodeSet, text: string): number {
  let length = text.length;
  while (length > 0 && set[text.charCodeAt(length - 1)] === 1) length -= 1;
  return length;
}
