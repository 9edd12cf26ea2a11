/** Texts in traditional characters: the rules read them in simplified ones with their quotation marks, and what is found is given as it is printed. */
import { createCodeMap, mapCodes } from '../text/code-map.js';
import { simplePairs } from '../text/normalize.js';

/** Traditional characters, and the quotation marks that go with them. */
const simpler = createCodeMap([
  ...simplePairs,
  ...['「“', '」”', '『‘', '』’', '〝“', '〞”', '｢“', '｣”', '︰：', '﹕：'].map(
    ([from = '', to = '']) => [from, to] as const,
  ),
]);

/** A text as the rules read it, with every offset the same, and the way back. */
export interface Readable {
  text: string;
  /** Words that were found in it, as they are printed. */
  print(words: string): string;
}

/** Makes a text readable. One without traditional characters is its own readable form. */
export function makeReadable(text: string): Readable {
  const simplified = mapCodes(text, simpler);
  if (simplified === text) return { text, print: (words) => words };
  const printed = new Map<string, string>();
  for (let at = 0; at < text.length; at += 1) {
    const char = simplified.charAt(at);
    if (!printed.has(char)) printed.set(char, text.charAt(at));
  }
  return {
    text: simplified,
    print: (words) => {
      const at = simplified.indexOf(words);
      // What was put together of several places is spelled as its characters are elsewhere in the text.
      return at < 0
        ? Array.from(words, (char) => printed.get(char) ?? char).join('')
        : text.slice(at, at + words.length);
    },
  };
}
