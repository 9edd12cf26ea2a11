/** Where the sentence and the clause of a figure begin and end. Looks no further than a sentence can be long. */
import type { Span } from '../../domain/span.js';
import { codeAt, createCodeSet, isIn } from '../../text/code-set.js';
import { isDigitCode } from '../../text/numerals.js';

/** A paragraph longer than this is read in parts, so that its figures are compared with a bounded number of others. */
const LONGEST_PASSAGE = 2000;

/** Parts a line into passages of whole sentences; a line of usual length is one passage. */
export function splitPassages(text: string, line: Span): Span[] {
  const passages: Span[] = [];
  let { start } = line;
  while (line.end - start > LONGEST_PASSAGE) {
    let end = start + LONGEST_PASSAGE;
    while (end > start && text.charAt(end - 1) !== '。') end -= 1;
    if (end === start) end = start + LONGEST_PASSAGE;
    passages.push({ start, end });
    start = end;
  }
  passages.push({ start, end: line.end });
  return passages;
}

const LONGEST_CLAUSE = 80;

/** Offsets of the clause around a figure, within its line. */
export function findClause(text: string, figure: Span, line: Span): Span {
  let start = figure.start;
  const first = Math.max(line.start, start - LONGEST_CLAUSE);
  while (start > first && !isClauseEnd(text, start - 1)) start -= 1;
  let end = figure.end;
  const last = Math.min(line.end, end + LONGEST_CLAUSE);
  while (end < last && !isClauseEnd(text, end)) end += 1;
  return { start, end };
}

/** Where the sentence begins that `at` stands in, when no earlier than `from`. */
export function findSentenceStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && !isIn(sentenceEnds, text, start - 1)) start -= 1;
  return start;
}

const sentenceEnds = createCodeSet('。！？!?');
const clauseEnds = createCodeSet('，。；：！？;!?,\n\t');

function isClauseEnd(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (clauseEnds[code] !== 1) return false;
  // A comma between digits separates thousands.
  return !(code === 0x2c && isDigitCode(codeAt(text, at - 1)) && isDigitCode(codeAt(text, at + 1)));
}
