/** What texts end with, asked of far more texts than end so. */

export interface Ending {
  test(text: string): boolean;
}

/** The last character of an alternative, or a class that lists some, and others behind it that may be missing. */
const LAST = /(?:\[[^\]]*\]|[^[\]|()])(?:(?:\[[^\]]*\]|[^[\]|()])\?)*(?=[|)$])/g;

/**
 * Tells texts that end with one of these: parts of a regular expression, the last characters of which stand as they are or in a
 * class. A look at the last character of a text comes first, since most have it in common with none.
 */
export function createEnding(...alternatives: readonly string[]): Ending {
  const pattern = new RegExp(`(?:${alternatives.join('|')})$`);
  const last = new Uint8Array(0x10000);
  for (const [chars] of pattern.source.matchAll(LAST)) for (const char of chars) last[char.charCodeAt(0)] = 1;
  return { test: (text) => text !== '' && last[text.charCodeAt(text.length - 1)] === 1 && pattern.test(text) };
}
