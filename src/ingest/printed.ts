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
  let spelled: Map<string, string> | null = null;
  return {
    text: simplified,
    print: (words) => {
      const at = simplified.indexOf(words);
      if (at >= 0) return text.slice(at, at + words.length);
      // What was put together of several places is spelled as its characters are elsewhere in the text.
      spelled ??= pairCharacters(simplified, text);
      return Array.from(words, (char) => spelled?.get(char) ?? char).join('');
    },
  };
}

/** Each character of a text with the one that first stands in its place in another. */
function pairCharacters(text: string, other: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (!pairs.has(char)) pairs.set(char, other.charAt(at));
  }
  return pairs;
}
