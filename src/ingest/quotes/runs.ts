/** Runs of marks with nothing much between, as what several say stands: `“…”“…”`, `“…”、“…”`. */
import { createCodeSet, isIn } from '../../text/code-set.js';
import type { Quoted } from './marks.js';

/** Marks in a row that are looked at together, at most. */
const LONGEST_RUN = 8;
/** Shorter words in a list may be terms. */
const SHORTEST = 5;
const sentenceEnds = createCodeSet('。！？!?…');
/** What stands between the closing mark of one and the opening mark of the next that go together. */
export const JOINT = /^[？！]?、?$/;

/** Whether words follow others as the next of a list: `“…”、“…”`, `“…”“…”`; shorter ones, and those behind a sentence, may be terms. */
export function isListed(line: string, previous: Quoted | undefined, next: Quoted): boolean {
  if (previous === undefined || !isJoined(line, previous, next) || next.end - next.start < SHORTEST) return false;
  return line.charAt(next.start - 2) === '、' || !isIn(sentenceEnds, line, previous.end - 1);
}

/** The last of the run that the n-th stands in. */
export function endOfRun(line: string, quoted: readonly Quoted[], n: number): number {
  let last = n;
  while (last - n < LONGEST_RUN && isJoined(line, quoted[last], quoted[last + 1])) last += 1;
  return last;
}

/** Whether two stretches stand side by side, as what several say does. */
export function isJoined(line: string, first: Quoted | undefined, second: Quoted | undefined): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    second.start - first.end <= 4 &&
    JOINT.test(line.slice(first.end + 1, second.start - 1))
  );
}
