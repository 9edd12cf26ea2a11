/** Where the people of an article are introduced: a name behind its description, before its title, or before a verb. */
import { endsInDescription, isNoPersonName, isPersonName } from '../../domain/names.js';
import { commonSurnames, compoundSurnames } from '../../domain/surnames.js';
import { codeAt, createCodeSet, isIn } from '../../text/code-set.js';
import { isWord } from '../../text/words.js';
import { standsApart } from './boundaries.js';
import { CAPITAL, canBe, FOREIGN_CHAR, NAME_DOT, ROLE_END, SURNAME } from './characters.js';
import { afterName, bodyEnd, dotted, occupations, writers } from './lexicon.js';
import {
  endOfForeign,
  endOfTransliterated,
  isDescription,
  isPersonalName,
  isPostCut,
  readNameAtEnd,
  runsIntoVerb,
} from './person-name.js';
import { isAddress, readAddress, readPost, readTitle } from './titles.js';

const [BLANK, OF, ONE] = [' ', '的', '一'].map((char) => char.charCodeAt(0));

/** Where a name begins in `line` right behind a description, and how long it is; for introductions such as `村民冉某说`. */
export function findIntroductions(line: string, countOf: (name: string) => number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const hasBrackets = line.includes('（') || line.includes('(');
  for (let at = 1; at < line.length - 1; at += 1) {
    if (!canBe(line, at, SURNAME | NAME_DOT | CAPITAL | FOREIGN_CHAR)) continue;
    if (canBe(line, at, NAME_DOT)) {
      if (!dotted.has(line.charAt(at - 1)) || !dotted.has(line.charAt(at + 1))) continue;
      const end = endOfForeign(line, at);
      const name = readNameAtEnd(line.slice(Math.max(0, at - 10), end));
      if (name !== null) found.push({ start: end - name.length, end });
      at = end - 1;
      continue;
    }
    const spelled = hasBrackets && canBe(line, at, FOREIGN_CHAR) ? endOfSpelled(line, at) : null;
    if (spelled !== null) {
      found.push({ start: at, end: spelled });
      at = spelled - 1;
      continue;
    }
    const before = codeAt(line, at - 1);
    const isDescribed = before === OF;
    const ofAge = isDescribed && (isOfAge(line, at - 2) || DOING.has(line.slice(at - 3, at - 1)));
    if (isDescribed && !ofAge) {
      const name = line.slice(at, at + 3);
      if (
        name.length === 3 &&
        isPersonalName(name) &&
        isPersonName(name) &&
        isEnded(line, at + 3) &&
        countOf(name) > 1 &&
        standsApart(line, at, at + 3)
      )
        found.push({ start: at, end: at + 3 });
      continue;
    }
    if (!ofAge && !canBe(line, at - 1, ROLE_END) && before !== ONE) continue;
    const description = line.slice(Math.max(0, at - 4), at);
    if (
      !(ofAge || endsInDescription(description) || description.endsWith('之一')) ||
      writers.test(description) ||
      isObject(line, at)
    )
      continue;
    if (canBe(line, at, CAPITAL)) {
      const latin = /^[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}/.exec(line.slice(at, at + 40));
      if (latin) found.push({ start: at, end: at + latin[0].length });
      continue;
    }
    const foreign = endOfTransliterated(line, at);
    if (foreign !== null && isEnded(line, foreign) && !isInForeign(line, at)) {
      found.push({ start: at, end: foreign });
      at = foreign - 1;
      continue;
    }
    // `职工|宿舍楼`: many things are named with those they are for.
    const hasPost = !isIn(groupEnds, line, at - 1);
    const two = line.slice(at, at + 2);
    if (isPostCut(description, line.slice(at, at + 3))) continue;
    const compound = compoundSurnames.has(two);
    const lengths = compound ? [4, 3] : [3, 2];
    const names = lengths
      .map((length) => line.slice(at, at + length))
      .filter(
        (name, i) =>
          name.length === lengths[i] &&
          isPersonalName(name, hasPost ? 'described' : 'anywhere') &&
          !line.startsWith('强调', at + name.length - 1) &&
          standsApart(line, at, at + name.length) &&
          !isNoPersonName(name),
      );
    const ended = names.filter(
      (name) =>
        isEnded(line, at + name.length) &&
        !(name.length === 3 && !compound && runsIntoVerb(line, at) && countOf(name) < 2),
    );
    const chosen =
      ended.find((name) => countOf(name) > 1) ?? ended[0] ?? names.find((name) => name.length > 2 && countOf(name) > 1);
    if (chosen === undefined) continue;
    found.push({ start: at, end: at + chosen.length });
    at += chosen.length - 1;
  }
  return found;
}

/** What those end with whom things are named with. */
const groupEnds = createCodeSet('工人生民众眾友客者户戶');

/** Where the foreign name ends that begins at `at` and has its own letters in brackets behind it: `图萨（Stephen Tusa）`. */
function endOfSpelled(line: string, at: number): number | null {
  if (canBe(line, at - 1, FOREIGN_CHAR)) return null;
  let end = at;
  while (end - at < 8 && canBe(line, end, FOREIGN_CHAR)) end += 1;
  if (end - at < 2 || !/[（(]/.test(line.charAt(end))) return null;
  const isSpelled = /^[（(][A-Z][a-z'’.]+(?: [A-Z][A-Za-z'’.-]*){1,3}[)）]/.test(line.slice(end, end + 48));
  return isSpelled ? end : null;
}

/** Before 的 and a name: what somebody does where he is. */
const DOING = new Set(occupations);

/** Whether what is read from `at` on goes on a foreign name: `苏霍姆|林斯基`. */
function isInForeign(line: string, at: number): boolean {
  let start = at;
  while (at - start < 8 && canBe(line, start - 1, FOREIGN_CHAR)) start -= 1;
  return at - start > 1 && endOfTransliterated(line, start) !== null;
}

/** Whether 的 behind the character at `at` tells an age: `27岁的向某`, `1992年生的贾某`. */
function isOfAge(line: string, at: number): boolean {
  return line.charAt(at) === '岁' || line.charAt(at) === '生';
}

/** Whether what stands behind a name says that it has ended: a word of the language, or what is no part of names. */
function isEnded(line: string, end: number): boolean {
  // `夏某|掰着手指`: a verb.
  if (line.charAt(end) === '着') return false;
  return afterName.test(line.slice(end, end + 2)) || isWord(line, end, end + 2) || isWord(line, end, end + 4);
}

/** Whether what looks like a surname at `at` says to whom somebody known by surname and title did something: `沈院长|向记者`. */
function isObject(line: string, at: number): boolean {
  if (!/[向和对从同与]/.test(line.charAt(at))) return false;
  const surname = /(?:^|[^\u4e00-\u9fff])([\u4e00-\u9fff])[\u4e00-\u9fff]{2}$/.exec(
    line.slice(Math.max(0, at - 4), at),
  )?.[1];
  return surname !== undefined && commonSurnames.has(surname);
}

/** A name with its title, and where both stand. */
interface Titled {
  name: string;
  role: string | null;
  at: number;
  end: number;
}

/** Where names stand in `line` that have their title behind them: `吴某某副院长`, `高某某老人`, `付小姐`. */
export function findTitled(line: string): Titled[] {
  const found: Titled[] = [];
  for (let at = 0; at < line.length - 2; at += 1) {
    if (!canBe(line, at, SURNAME)) continue;
    for (const length of [3, 2]) {
      // `沈某某 教授`
      const gap = codeAt(line, at + length) === BLANK ? 1 : 0;
      const title = readTitle(line, at + length + gap);
      if (title === null || (at > 0 && !isIntroduced(line, at))) continue;
      const name = line.slice(at, at + length);
      // `柳河镇|镇长`: a place, and its head.
      if (title.startsWith(name.slice(-1))) continue;
      // `青石王女士`: the surname begins where the place ends.
      if (!isPersonalName(name) || isNoPersonName(name) || (isAddress(title) && isWord(name.slice(0, -1)))) continue;
      if (!standsApart(line, at, at + length)) continue;
      // `花莲|县长某某`: the title is of whom it stands before.
      if (readNameBehind(line, at + length + gap + title.length) !== null) continue;
      found.push({ name, role: isAddress(title) ? null : title, at, end: at + length + gap + title.length });
      break;
    }
    if (found.at(-1)?.at === at) continue;
    const title = readPost(line, at + 1);
    const form = readAddress(line, at + 1);
    if (title === null && form === null) continue;
    const isCommon = commonSurnames.has(line.charAt(at));
    const address = isCommon ? form : null;
    const post = address === null ? title : null;
    const called = address ?? post;
    // `听完|医生`: many words are surnames as well.
    if (called === null || !(isCommon || at === 0 || isIntroduced(line, at))) continue;
    const end = at + 1 + called.length;
    if (!standsApart(line, at, end) || (post !== null && readNameBehind(line, end) !== null)) continue;
    found.push({ name: line.slice(at, end), role: post, at, end });
  }
  return found;
}

/** The name that begins at `at`, whatever stands before it; null when none does. */
function readNameBehind(line: string, at: number): string | null {
  for (const length of [3, 2]) {
    const name = line.slice(at, at + length);
    if (isPersonalName(name) && isPersonName(name) && isEnded(line, at + length) && standsApart(line, at, at + length))
      return name;
  }
  return null;
}

/** What stands between names that are listed. */
const JOINT = /[、和与及]/g;

/** Where names stand in `line` that are listed behind one that is known: `冉某、栾某某等`. */
export function* findListed(
  line: string,
  isKnown: (name: string) => boolean,
): Generator<{ start: number; end: number }> {
  for (const { index: at } of line.matchAll(JOINT)) {
    if (!canBe(line, at + 1, SURNAME) || ![3, 2].some((length) => isKnown(line.slice(at - length, at)))) continue;
    const name = readNameBehind(line, at + 1);
    if (name !== null && !isKnown(name)) yield { start: at + 1, end: at + 1 + name.length };
  }
}

/** Whether a name with its title can begin at `at`: behind a description, or behind a body: `青石医院沈某某院长`. */
function isIntroduced(line: string, at: number): boolean {
  return isDescription(line.slice(Math.max(0, at - 4), at)) || bodyEnd.test(line.slice(Math.max(0, at - 8), at));
}

/** Whether a text says of a name that it is made up or only heard. */
export function hasPseudonyms(text: string): boolean {
  return REMARKS.some((remark) => text.includes(remark));
}

/** Such names, however they are spelled: `雨禾（化名）`, `丁某云（音）`. */
export function findPseudonyms(line: string): string[] {
  return [...line.matchAll(PSEUDONYM)].flatMap(({ index, 1: chars = '' }) => {
    const start = [0, 1].find((skipped) => {
      const at = index + skipped;
      return (
        chars.length - skipped >= 2 &&
        chars.charAt(skipped) !== '叫' &&
        (standsAlone(line, at) ||
          line.charAt(at - 1) === '叫' ||
          (endsInDescription(line.slice(Math.max(0, at - 4), at)) &&
            !endsInDescription(line.slice(Math.max(0, at - 3), at + 1))))
      );
    });
    return start === undefined ? [] : [chars.slice(start)];
  });
}
const REMARKS = ['名）', '名)', '音）', '音)', '音译'];
const PSEUDONYM = /([\u4e00-\u9fff]{2,3})[（(](?:化名|网名|笔名|艺名|音|音译)[）)]/g;

/** Whether nothing that a name could go on from stands before `at`. */
function standsAlone(line: string, at: number): boolean {
  return at === 0 || /[，。、；：“”（）\s的]/.test(line.charAt(at - 1));
}

/** Verbs that only people and bodies are the subject of. */
const SPOKEN = /^(?:说|表示|介绍|称[，,：:“「]|告诉|认为|指出|透露|坦言|回忆|强调|解释|坦承|感慨|自称)/;
/** What these begin with. */
const spokenStarts = createCodeSet('说表介称告认指透坦回强解感自');
const MANNER = /(?:[也还则都曾再]|同时|进一步|对此|再次|随后|今天|昨天|日前|近日)+$/;

/** Where names end in `line` that a verb of saying makes somebody's: `殷某说`, `张某某也表示`. */
export function findSubjects(line: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 2; at < line.length - 1; at += 1) {
    if (!isIn(spokenStarts, line, at) || !SPOKEN.test(line.slice(at, at + 3))) continue;
    const from = Math.max(0, at - 16);
    // `马某都说`: a name may end like an adverb.
    const whole = line.slice(from, at);
    const own = readNameAtEnd(whole);
    const before = own !== null && own.length > 2 ? whole : whole.replace(MANNER, '');
    const name = readNameAtEnd(before);
    if (name === null || (name.length === before.length && from > 0) || name.length < 2) continue;
    found.push({ start: from + before.length - name.length, end: from + before.length });
  }
  return found;
}
