/** Where names begin and end: by the words around them, so that `总经理陈某` does not give `经理陈`, nor `官方人士` `方人士`. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, isIn } from '../../text/code-set.js';
import { countPieces, isWord } from '../../text/words.js';
import { canBe, HAN, VERB_START } from './characters.js';
import { readAddress, readTitleAtEnd } from './titles.js';

/** Characters around a name that are read with it. */
const BEFORE = 6;
const BEHIND = 4;
/** Characters on either side of a place that may be inside of a word. */
const AROUND = 4;

/** Surnames that are everyday words first; what such a one governs is a word: `向新华社`, `和议员`. */
const everyday = new Set('向和从别都应来能时连全通还管经同有在由曾易区');
/** Of these, what also stands before names of one character among those who know each other: `向小李`, not `应小桥`. */
const governing = new Set('向和从连还管同有在由');
/** What stands before a name of one character among those who know each other: `小李`. */
const intimate = new Set('小阿老');
/** Behind a name: that its bearer speaks, or is addressed by what he is. */
const SPEAKS = /^(?:说|表示|介绍|告诉|指出|认为|强调|坦言|透露|解释|总说|教授|医生|老师)/;

/**
 * Whether the characters from `start` to `end` are set apart from their surroundings: taken as one name they leave fewer
 * pieces than read on as words.
 */
export function standsApart(line: string, start: number, end: number): boolean {
  const single = end - start === 2;
  // `柳先|生`: a surname and a form of address.
  if ((readAddress(line, start + 1)?.length ?? 0) >= end - start) return false;
  if (everyday.has(line.charAt(start))) {
    const governs = single
      ? end < line.length && !canBe(line, end, VERB_START)
      : isWord(line, start + 1, end) || (governing.has(line.charAt(start)) && intimate.has(line.charAt(start + 1)));
    if (governs) return false;
  }
  let from = start;
  while (start - from < BEFORE && canBe(line, from - 1, HAN)) from -= 1;
  let to = end;
  while (to - end < BEHIND && canBe(line, to, HAN)) to += 1;
  const behind = countPieces(line, end, to)[to - end] as number;
  const pieces = countPieces(line, from, to);
  const saved = (pieces[to - from] as number) - ((pieces[start - from] as number) + 1 + behind);
  // `主任万桥说`: a name that is a word as well.
  const isApart =
    saved > 0 ||
    (saved === 0 &&
      readTitleAtEnd(line.slice(start - BEFORE, start)) !== '' &&
      (end === line.length || SPEAKS.test(line.slice(end, end + 2))));
  return isApart && !isInWord(line, start) && !runsOn(line, start, end);
}

/** Whether a name would begin inside of a word that no post ends with: `途经上海长|江隧桥`, not `秘书长江某某`. */
function isInWord(line: string, start: number): boolean {
  if (!isWord(line, start - 1, start + 1) || !canBe(line, start - 2, HAN)) return false;
  return !isWord(line, start - 2, start) && !(start > 2 && isWord(line, start - 3, start));
}

/** Whether a name of three would be a word and the beginning of the next, behind no post: `景区工|作`, `申请执|行`. */
function runsOn(line: string, start: number, end: number): boolean {
  if (end - start !== 3 || !isWord(line, start, start + 2) || !isWord(line, start + 2, start + 4)) return false;
  return isIn(kinds, line, start - 1) || !endsInDescription(line.slice(Math.max(0, start - 4), start));
}
/** What those end with whom nouns are put together with as often: `精障人士康复健|身`. */
const kinds = createCodeSet('工人生民众眾客者户戶士员員');

/** Whether a place in a text is inside of a word: `记者|会` leaves more pieces when it is cut there. */
export function cutsWord(text: string, at: number): boolean {
  const start = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + AROUND);
  const whole = countPieces(text, start, end)[end - start] as number;
  const before = countPieces(text, start, at)[at - start] as number;
  return before + (countPieces(text, at, end)[end - at] as number) > whole;
}
