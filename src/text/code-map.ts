/** Replacing single characters in long texts: one table look-up a character, where a regular expression tries a class. It keeps every offset. */

/** For each UTF-16 code unit the one that takes its place, 0 for those that stay. */
export type CodeMap = Uint16Array;

/** Builds a map from pairs of characters, each of one code unit; pairs of equal ones change nothing. */
export function createCodeMap(pairs: Iterable<readonly [from: string, to: string]>): CodeMap {
  const map = new Uint16Array(0x10000);
  for (const [from, to] of pairs) if (from !== to) map[from.charCodeAt(0)] = to.charCodeAt(0);
  return map;
}

/** The text with its characters replaced; the very same string when there is nothing to replace. */
export function mapCodes(text: string, map: CodeMap): string {
  let mapped = '';
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = map[text.charCodeAt(at)] as number;
    if (code === 0) continue;
    mapped += text.slice(kept, at) + String.fromCharCode(code);
    kept = at + 1;
  }
  return kept === 0 ? text : mapped + text.slice(kept);
}
