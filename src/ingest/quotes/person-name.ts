/** How names of people are spelled, and where one ends. It knows no article and remembers nobody. */
import { endsInDescription, isJoinedName } from '../../domain/names.js';
import { compoundSurnames, everydaySurnames, surnames } from '../../domain/surnames.js';
import { isWord } from '../../text/words.js';
import { standsApart } from './boundaries.js';
import { canBe, FOREIGN_CHAR, SURNAME } from './characters.js';
import { bodyEnd, notGiven, notLast, transliteration } from './lexicon.js';

/** Foreign names of one part have three characters at least: two are a word too often. */
const SHORTEST_FOREIGN = 3;

const HAN = /^[\u4e00-\u9fff]+$/;
/** Sports pages join the parts with a hyphen. */
const FOREIGN = /[\u4e00-\u9fff]{1,8}(?:[·•・‧-][\u4e00-\u9fff]{1,8}){1,3}$/;
const LATIN = /[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}$/;

/** Whether a name of a person can be spelled so: a surname and one or two characters, or a foreign or Latin name. */
export function isPersonalName(name: string): boolean {
  if (!HAN.test(name)) return FOREIGN.exec(name)?.[0] === name || LATIN.exec(name)?.[0] === name;
  if (!canBe(name, 0, SURNAME)) return false;
  if (/[我你他她它这那哪谁此]/.test(name)) return false;
  if (compoundSurnames.has(name.slice(0, 2))) return name.length === 3 || name.length === 4;
  if (!surnames.has(name.charAt(0)) || (everydaySurnames.has(name.charAt(0)) && isWord(name.slice(0, 2)))) return false;
  if (name.length === 2) return !notGiven.has(name.charAt(1)) && !everydaySurnames.has(name.charAt(0));
  // `游客常`: a word, and the surname behind it; `高兴地`: how somebody did something.
  // `王家某` is a name among others.
  if (
    name.length === 3 &&
    name.charAt(1) !== '家' &&
    isWord(name.slice(0, 2)) &&
    (name.endsWith('地') || surnames.has(name.charAt(2)))
  )
    return false;
  // `伊拉克`: the name of something else.
  return name.length === 3 && !/[的了是不们对]/.test(name.charAt(1)) && !notLast.has(name.charAt(2)) && !isWord(name);
}

/** The personal name that ends where `text` ends; null when there is none. */
export function readNameAtEnd(text: string): string | null {
  const spelled = readSpelled(text);
  const foreign = spelled === null ? null : trimForeign(spelled);
  if (foreign !== null) return foreign;
  const called = CALLED.exec(text.slice(-LONGEST_CALL));
  if (called && isCallable(called)) {
    const before = text.slice(0, -called[0].length);
    if (before === '' || isDescription(before)) return called[0];
  }
  const transliterated = readTransliterated(text);
  if (transliterated !== null) return transliterated;
  for (const length of [5, 4, 3, 2]) {
    const name = text.slice(-length);
    // Known parts need no surname, nor to be set apart.
    if (name.length === length && isJoinedName(name) && isDescription(text.slice(0, -length))) return name;
    if (name.length < length || !isPersonalName(name)) continue;
    const before = text.slice(0, -length);
    if ((before === '' || isDescription(before)) && standsApart(text, before.length, text.length)) return name;
  }
  return null;
}

/** The name of two or three characters that ends where `text` ends, right behind a body: `青石医院|沈某某`; null when there is none. */
export function readNameBehindBody(text: string): string | null {
  for (const length of [3, 2]) {
    const name = text.slice(-length);
    const start = text.length - length;
    if (start < 3 || !isPersonalName(name) || !bodyEnd.test(text.slice(Math.max(0, start - 8), start))) continue;
    if (standsApart(text, start, text.length)) return name;
  }
  return null;
}

/** The foreign name without dots that a description stands before: `总统|罗森塔尔`. */
function readTransliterated(text: string): string | null {
  let start = text.length;
  while (start > 0 && text.length - start < 8 && canBe(text, start - 1, FOREIGN_CHAR)) start -= 1;
  if (text.length - start < SHORTEST_FOREIGN) return null;
  const name = text.slice(start);
  return isTransliterated(name) && endsInDescription(text.slice(0, start)) ? name : null;
}

/** The name with dots or in Latin letters that ends where `text` ends. What hardly any text ends in is told first. */
function readSpelled(text: string): string | null {
  if (/[A-Za-z]$/.test(text.slice(-1))) {
    const name = LATIN.exec(text.slice(-40))?.[0] ?? null;
    // One word in capitals is an abbreviation or a brand.
    return name === null || /^[A-Z]+$/.test(name) ? null : name;
  }
  return /[·•・‧-]/.test(text.slice(-9)) ? (FOREIGN.exec(text.slice(-30))?.[0] ?? null) : null;
}

/** Whether what ends so can stand right before a name: a description, or the end of a clause. */
export function isDescription(before: string): boolean {
  return (
    /[，。、；：,（()）“”「」》\s的]/.test(before.slice(-1)) || before.endsWith('之一') || endsInDescription(before)
  );
}

/** A post in Chinese characters runs into a foreign name without a gap: `工程师马尔科·贝里尼`. */
function trimForeign(name: string): string | null {
  const dot = name.search(/[·•・‧-]/);
  let start = dot;
  while (start > 0 && dot - start < 6 && transliteration.has(name.charAt(start - 1))) start -= 1;
  if (start === dot) return dot < 0 ? name : null;
  // A hyphen joins other things as well: 沪-昆.
  if (name.charAt(dot) === '-' && (dot - start < 2 || ![...name.slice(start)].every(isForeign))) return null;
  return transliteration.has(name.charAt(dot + 1)) ? name.slice(start) : null;
}

/** The parts that a foreign name has: `马尔科·贝里尼`, `Anna Lind`. Single letters are none, nor is a name without parts. */
export function splitForeign(name: string): string[] {
  const parts = name.split(/[·•・‧\-－ ]/);
  return parts.length < 2 ? [] : parts.filter((part) => part.length >= (HAN.test(part) ? 2 : 3));
}

function isForeign(char: string): boolean {
  return char === '-' || transliteration.has(char);
}

/** Where the foreign name ends whose dot is at `dot`. */
export function endOfForeign(line: string, dot: number): number {
  let end = dot + 1;
  while (end - dot <= 16 && (transliteration.has(line.charAt(end)) || /[·•・‧-]/.test(line.charAt(end)))) end += 1;
  return end;
}

/** Whether a name is written with the characters of foreign names alone: `罗森塔尔`. */
export function isTransliterated(name: string): boolean {
  return (
    name.length >= SHORTEST_FOREIGN &&
    name.length <= 7 &&
    [...name].every((char) => transliteration.has(char)) &&
    !isWord(name)
  );
}

/** Where the foreign name without dots ends that begins at `at`; null when none does. */
export function endOfTransliterated(line: string, at: number): number | null {
  let end = at;
  while (end - at < 8 && canBe(line, end, FOREIGN_CHAR)) end += 1;
  return end - at >= SHORTEST_FOREIGN && isTransliterated(line.slice(at, end)) ? end : null;
}

/** How people are called who are not to be named, or are known by a nickname: `付小姐`, `李某`, `弯弯`. */
const CALLED =
  /(?:([\u4e00-\u9fff])(?:先生|女士|小姐|大爷|大妈|大姐|大娘|师傅|阿姨|大叔|大哥|大伯|奶奶|爷爷|爸爸|妈妈|老汉|老太|老师|同学|某某?|[父母妻夫太妇](?![\u4e00-\u9fff]))|([\u4e00-\u9fff])\2|[小阿老][\u4e00-\u9fff])$/;

const LONGEST_CALL = 3;

/** Whether what looks like a way to call somebody is one: `老人` and `纷纷` are not. */
function isCallable([name, surname, twice]: RegExpExecArray): boolean {
  if (surname !== undefined) return surnames.has(surname);
  return twice === undefined ? !isWord(name) : !repeated.has(name);
}

/** Words that are made like nicknames. */
const repeated = new Set(
  '纷纷 常常 往往 渐渐 刚刚 仅仅 偏偏 屡屡 频频 连连 默默 悄悄 明明 天天 人人 家家 处处 时时 稍稍 恰恰 略略 深深 紧紧 久久 慢慢 好好 早早 远远 轻轻 细细 大大 小小 足足 整整 统统 通通 爷爷 奶奶 爸爸 妈妈 哥哥 姐姐 弟弟 妹妹 叔叔 伯伯 婆婆 公公 舅舅 宝宝'.split(
    ' ',
  ),
);
