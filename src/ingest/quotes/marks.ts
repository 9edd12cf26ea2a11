/** Quotation marks: which stretches of a line stand inside them. It does not judge what they hold. */

import { canBe, QUOTATION_MARK } from './characters.js';

/** `start` and `end` are inside the marks; `closed` tells whether there was a closing one. */
export interface Quoted {
  start: number;
  end: number;
  closed: boolean;
}

const closers: ReadonlyMap<string, string> = new Map(Object.entries({ '“': '”', '‘': '’', '"': '"', '＂': '＂' }));

/**
 * Finds the outermost quoted stretches of a line, in one pass, and in another from where a mark that is never closed opens: it is a
 * mistake, and no others stand in it. Marks of the wrong kind close what they plainly end.
 */
export function findQuoted(line: string): Quoted[] {
  const found: Quoted[] = [];
  const open = scan(line, 0, true, found);
  if (open < 0) return found;
  const rest: Quoted[] = [];
  const unclosed = scan(line, open, false, rest);
  if (unclosed >= 0) rest.push({ start: unclosed + 1, end: line.length, closed: false });
  return [...found, ...rest];
}

/** Finds stretches from `from` on; where the mark stands that is open at the end, -1 when none is. */
function scan(line: string, from: number, nests: boolean, found: Quoted[]): number {
  let open = -1;
  let closer = '';
  let depth = 0;
  for (let at = from; at < line.length; at += 1) {
    if (!canBe(line, at, QUOTATION_MARK)) continue;
    const char = line.charAt(at);
    if (open < 0) {
      const expected = closers.get(char);
      if (expected === undefined) continue;
      [open, closer, depth] = [at, expected, 1];
    } else if (char === closer) {
      depth -= 1;
      if (depth > 0) continue;
      found.push({ start: open + 1, end: at, closed: true });
      open = -1;
    } else if (closers.get(char) === closer) {
      // A second opening mark: nested, or mistyped for the closing one when a sentence has just ended before it.
      if (/[。！？…]/.test(line.charAt(at - 1)) || /^(?:[，。；]|$)/.test(line.slice(at + 1, at + 2))) {
        found.push({ start: open + 1, end: at, closed: true });
        open = -1;
      } else if (nests) depth += 1;
    }
  }
  return open;
}
