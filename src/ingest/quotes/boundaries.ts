/** Where names begin and end: by the words around them, so that `总经理陈某` does not give `经理陈`, nor `官方人士` `方人士`. */
import { countPieces, isWord } from '../../text/words.js';
import { canBe, VERB_START } from './characters.js';

/** Characters around a name that are read with it. */
const BEFORE = 6;
const BEHIND = 2;

/** Surnames that are everyday words first; what such a one governs is a word: `向新华社`, `和议员`. */
const everyday = new Set('向和从别都应来能时连全通还管经同有在由曾');

/**
 * Whether the characters from `start` to `end` are set apart from their surroundings: taken as one name they leave fewer
 * pieces than read on as words.
 */
export function standsApart(line: string, start: number, end: number): boolean {
  const name = line.slice(start, end);
  const before = /[\u4e00-\u9fff]*$/.exec(line.slice(Math.max(0, start - BEFORE), start))?.[0] ?? '';
  const behind = /^[\u4e00-\u9fff]*/.exec(line.slice(end, end + BEHIND))?.[0] ?? '';
  const governs =
    name.length === 2
      ? end < line.length && !canBe(line, end, VERB_START)
      : isWord(name.slice(1)) || /^.[小阿老]/.test(name);
  if (governs && everyday.has(name.charAt(0))) return false;
  return countPieces(before) + 1 + countPieces(behind) < countPieces(before + name + behind);
}
