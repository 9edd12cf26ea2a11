/** Signature lines: two or three dashes, then who said the paragraph above. */
import { createCodeSet, isIn, WHITE_SPACE } from '../../text/code-set.js';

/** What such a line begins with. */
const starts = createCodeSet(`—―－-${WHITE_SPACE}`);

/** What a signature line is signed with; null: the line is none. */
export function readSignature(line: string): string | null {
  if (!isIn(starts, line, 0)) return null;
  // `——访某某`, `——写在桥通之时`: the second line of a headline.
  if (/^\s*[—―－-]{2,4}\s*(?:访|记|写在|献给|浅[谈析议]|兼?[评读]|为.*而作|从.*[看谈说])/.test(line)) return null;
  return /^\s*[—―－-]{2,4}\s*([^\s。！？；—―－-][^。！？；]{0,40})$/.exec(line)?.[1]?.trim() ?? null;
}
