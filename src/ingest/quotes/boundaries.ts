/** Where names begin and end: by the words around them, so that `总经理陈某` does not give `经理陈`, nor `官方人士` `方人士`. */
import { countPieces, isWord } from '../../text/words.js';
import { canBe, VERB_START } from './characters.js';

/** Characters around a name that are read with it. */
const BEFORE = 6;
const BEHIND = 2;

/** Surnames that are everyday words first; what such a one governs is a word: `向新华社`, `和议员`. */
const everyday = new Set('向和从别都应来能时连全通还管经同有在由曾');
/** What stands before a name of one character among those who know each other: `小李`. */
const intimate = new Set('小阿老');

/**
 * Whether the characters from `start` to `end` are set apart from their surroundings: taken as one name they leave fewer
 * pieces than read on as words.
 */
export function standsApart(line: string, start: number, end: number): boolean {
  const single = end - start === 2;
  if (everyday.has(line.charAt(start))) {
    const governs = single
      ? end < line.length && !canBe(line, end, VERB_START)
      : isWord(line, start + 1, end) || intimate.has(line.charAt(start + 1));
    if (governs) return false;
  }
  let from = start;
  while (start - from < BEFORE && isHan(line, from - 1)) from -= 1;
  let to = end;
  while (to - end < BEHIND && isHan(line, to)) to += 1;
  const behind = to - end === 2 && isWord(line, end, to) ? 1 : to - end;
  const pieces = countPieces(line, from, to);
  return (pieces[start - from] as number) + 1 + behind < (pieces[to - from] as number);
}

function isHan(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff;
}
