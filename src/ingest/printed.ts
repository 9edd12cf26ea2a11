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
  const changed = listChanged(simplified, text);
  let spelled: Map<string, string> | null = null;
  return {
    text: simplified,
    print: (words) => {
      if (!hasAny(words, changed)) return words;
      const at = simplified.indexOf(words);
      if (at >= 0) return text.slice(at, at + words.length);
      // What was put together of several places is spelled as its characters are elsewhere in the text.
      spelled ??= pairCharacters(simplified, text);
      return Array.from(words, (char) => spelled?.get(char) ?? char).join('');
    },
  };
}

/** The characters of a text that stand in the places of others in another. */
function listChanged(text: string, other: string): string {
  const changed = new Set<string>();
  for (let at = 0; at < text.length; at += 1)
    if (text.charCodeAt(at) !== other.charCodeAt(at)) changed.add(text.charAt(at));
  return [...changed].join('');
}

function hasAny(words: string, chars: string): boolean {
  for (let at = 0; at < words.length; at += 1) if (chars.includes(words.charAt(at))) return true;
  return false;
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
