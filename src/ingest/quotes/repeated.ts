/** Names that nothing introduces: known by clauses that begin with them more than once. */
import { isPersonName } from '../../domain/names.js';
import { commonSurnames, compoundSurnames } from '../../domain/surnames.js';
import { createCodeSet, isIn } from '../../text/code-set.js';
import { beginsWithVerb, isWord } from '../../text/words.js';
import { standsApart } from './boundaries.js';
import { canBe, FOREIGN_CHAR, SURNAME } from './characters.js';
import { endOfTransliterated, isPersonalName, runsIntoVerb } from './person-name.js';
import { readAddress } from './titles.js';

/** What follows whom a clause is about: an adverb, or a verb or preposition that says what he did. */
const DOES =
  /^(?:[在对向从和与把被也还都就曾已正将又却仅只没不是有为因于给带来去到出参走站拿看想用让称说表告回坦透指强解笑率入获拿接受昨今当日近跳跑冲坐蹲抹擦红竖拍拉握举抬转叹乐急愣迎答问摇点挥摆指\d]|一[口脸边把直]|连连|的[回答话眼声手脸嗓泪语神表目心笑态]|[仍至依颇很十充满深难忍激兴百无毫]|(?:首次|再次|最终|终于|同样|随后|此前|认为))/;
/** Behind a name: that its bearer is presented. */
const PRESENTED = /^，(?:[男女]，|\d{1,3}岁|\d{4}年生)/;
/** Before whom a clause is about. */
const clauseStarts = createCodeSet('，。；：！？、“”‘’（）()《》…— \t\u3000');

/** Where names stand in `line` that nothing introduces, but that clauses begin with more than once: `盛某某在…`, `罗森塔尔又…`. */
export function findRepeated(
  line: string,
  countOf: (name: string) => number,
  isPlace: (name: string) => boolean,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < line.length - 2; at += 1) {
    if (at > 0 && !isIn(clauseStarts, line, at - 1)) continue;
    if (!canBe(line, at, SURNAME | FOREIGN_CHAR)) continue;
    const surnamed = endOfSurnamed(line, at);
    const end = surnamed ?? endOfTransliterated(line, at);
    if (end === null) continue;
    const goesOn = DOES.test(line.slice(end, end + 2)) || isWord(line, end, end + 2);
    const isKnown = goesOn && countOf(line.slice(at, end)) > 1;
    if (!isKnown && !PRESENTED.test(line.slice(end, end + 6))) continue;
    if (surnamed === null && isPlace(line.slice(at, end))) continue;
    found.push({ start: at, end });
    at = end - 1;
  }
  return found;
}

/** The name that a clause begins with and that somebody who does something has: `盛某某|把手举起`; null when there is none. */
export function readNameAtStart(clause: string): string | null {
  const end = endOfSurnamed(clause, 0) ?? endOfAddressed(clause);
  return end !== null && isPredicate(clause.slice(end)) ? clause.slice(0, end) : null;
}

/** Where somebody ends who is called by surname and form of address: `冉大爷|的脸上…`. */
function endOfAddressed(clause: string): number | null {
  const address = commonSurnames.has(clause.charAt(0)) ? readAddress(clause, 1) : null;
  return address === null ? null : address.length + 1;
}

/** Whether words say what somebody does, or how he is: `听了直摇头`, `充满期待`, `满怀信心`. */
function isPredicate(words: string): boolean {
  return (
    DOES.test(words.slice(0, 2)) ||
    /^[\u4e00-\u9fff][了着完]/.test(words) ||
    beginsWithVerb(words) ||
    isWord(words, 0, 4) ||
    /^..(.)\1/.test(words)
  );
}

/** Surnames that clauses begin with as another word: `从园方`. */
const joins = createCodeSet('从和有别都');
/** Words that begin with what may be the end of a name: `孔子关|于`, `青州一|家`. */
const GOES_ON = /^(?:关于|夫[妇妻]|一[些家位名个种直样])$/;
/** What small places end with, which are named like people: 双槐乡. */
const PLACE = /[乡镇村街路庄屯寨沟湾]$/;

function endOfSurnamed(line: string, at: number): number | null {
  if (!canBe(line, at, SURNAME) || isIn(joins, line, at)) return null;
  const lengths = compoundSurnames.has(line.slice(at, at + 2)) ? [4, 3] : [3, 2];
  const fits = lengths.find((length) => {
    const name = line.slice(at, at + length);
    // `陈某|拍了拍`: a verb.
    if (/[着了]/.test(line.charAt(at + length)) || (length === 3 && runsIntoVerb(line, at))) return false;
    return isPersonalName(name) && isPersonName(name) && !PLACE.test(name) && standsApart(line, at, at + length);
  });
  return fits === undefined || GOES_ON.test(line.slice(at + fits - 1, at + fits + 1)) ? null : at + fits;
}
