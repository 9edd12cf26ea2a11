/** How names of people are spelled, and where one ends. It knows no article and remembers nobody. */
import { endsInDescription, isJoinedName, isNoPersonName } from '../../domain/names.js';
import { commonSurnames, compoundSurnames, surnames } from '../../domain/surnames.js';
import { createCodeSet, isIn, WHITE_SPACE } from '../../text/code-set.js';
import { beginsAside, isWord } from '../../text/words.js';
import { standsApart } from './boundaries.js';
import {
  areAll,
  COMPOUND_SURNAME,
  canBe,
  EVERYDAY_SURNAME,
  FOREIGN_CHAR,
  HAN,
  hasAny,
  LETTER,
  NAME_DOT,
  NOT_GIVEN,
  NOT_LAST,
  NOT_MIDDLE,
  POINTER,
  SINGLE_SURNAME,
  SURNAME,
} from './characters.js';
import { afterName, bodyEnd, dotted, sayingVerbs, transliteration } from './lexicon.js';

/** Foreign names of one part have three characters at least: two are a word too often. */
const SHORTEST_FOREIGN = 3;
/** Chinese ones that known parts are put together of have five at most. */
const LONGEST_CHINESE = 5;

/** Sports pages join the parts with a hyphen. */
const FOREIGN = /[\u4e00-\u9fff]{1,8}(?:[·•・‧-][\u4e00-\u9fff]{1,8}){1,3}$/;
const LATIN = /[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}$/;

/** Verbs that are spelled like names. */
const sayings = new Set(sayingVerbs);

const POST = /[部省市县区镇乡村局处科厅司署院校所站队班组会社行店厂园团连营排舰台道]长$/;

/** Where a name stands: behind what somebody is, and there at the end of the words that say who. */
type Standing = 'anywhere' | 'described' | 'closing';

/** Whether a name of a person can be spelled so: a surname and one or two characters, or a foreign or Latin name. */
export function isPersonalName(name: string, standing: Standing = 'anywhere'): boolean {
  if (!areAll(name, HAN)) return FOREIGN.exec(name)?.[0] === name || LATIN.exec(name)?.[0] === name;
  if (!canBe(name, 0, SURNAME) || hasAny(name, POINTER)) return false;
  if (canBe(name, 0, COMPOUND_SURNAME) && compoundSurnames.has(name.slice(0, 2)))
    return name.length === 3 || name.length === 4;
  const isEveryday = canBe(name, 0, EVERYDAY_SURNAME);
  if (!canBe(name, 0, SINGLE_SURNAME) || (isEveryday && isWord(name, 0, 2))) return false;
  // `主任|强调`: a verb.
  if (name.length === 2) {
    const canEnd = !canBe(name, 1, NOT_GIVEN) || (standing === 'closing' && !isWord(name));
    return !isEveryday && canEnd && !sayings.has(name);
  }
  // `游客常`: a word, and the surname behind it, if not behind `评论员`; `高兴地`: how somebody did something.
  // `王家某` is a name among others.
  if (
    name.length === 3 &&
    name.charAt(1) !== '家' &&
    isWord(name, 0, 2) &&
    (name.endsWith('地') || (canBe(name, 2, SINGLE_SURNAME) && !(standing !== 'anywhere' && isGiven(name))))
  )
    return false;
  // `冉园长`: a surname and a post.
  if (POST.test(name)) return false;
  // `伊拉克`: the name of something else.
  const canEnd = !canBe(name, 2, NOT_LAST) || (standing === 'closing' && isIn(endings, name, 2));
  return name.length === 3 && !canBe(name, 1, NOT_MIDDLE) && canEnd && !isWord(name);
}

/** Words that names end with as well, and that no verb of saying stands behind: `村民向某和`. */
const endings = createCodeSet('有为和道进深来');

/** Whether a word and a surname behind a description can be a name: not `尤其应`. */
function isGiven(name: string): boolean {
  return !beginsAside(name) && !canBe(name, 2, EVERYDAY_SURNAME);
}

/** The personal name that ends where `text` ends; null when there is none. */
export function readNameAtEnd(text: string): string | null {
  const spelled = readSpelled(text);
  const foreign = spelled === null ? null : trimForeign(spelled);
  if (foreign !== null) return foreign;
  const called = readCall(text);
  if (called !== null) {
    const before = text.slice(0, -called.length);
    if (before === '' || isDescription(before)) return called;
  }
  const transliterated = readTransliterated(text);
  if (transliterated !== null) return transliterated;
  for (let start = text.length - LONGEST_CHINESE; start <= text.length - 2; start += 1) {
    if (start < 0) continue;
    const name = text.slice(start);
    // Known parts need no surname, nor to be set apart.
    if (isJoinedName(name) && isDescription(text.slice(0, start))) return name;
    if (!isPersonalName(name, 'closing')) continue;
    const before = text.slice(0, start);
    const described = endsInDescription(before);
    if ((!described && !isPersonalName(name)) || isPostCut(before, name)) continue;
    if ((before === '' || described || isDescription(before)) && standsApart(text, start, text.length)) return name;
  }
  return null;
}

/** What a verb begins with that stands behind a name of two: `刘某|打开了`, `刘某|算了`. */
const VERB =
  /^(?:[算打举笑问答叹喊拍点摇摆挥抬伸站坐蹲走看听想写讲念读拿端递放收擦抹摸愣怔指掏翻扶拉推握抱抓][了着过]|[打掏翻拿举抬站拍递放推拉扶端][开出起下上]|[颇很更][为是有感])/;

/** Whether what may be the third character of a name at `at` begins a verb. */
export function runsIntoVerb(line: string, at: number): boolean {
  return VERB.test(line.slice(at + 2, at + 4));
}

/** Whether a surname begins with the end of a post: `护士长|孙某` is no 长孙. */
export function isPostCut(before: string, name: string): boolean {
  if (name.startsWith('长孙')) return endsInDescription(`${before}长`);
  // `博士|生马某`
  return name.length > 2 && commonSurnames.has(name.charAt(1)) && endsInDescription(before + name.charAt(0));
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
  if (canBe(text, text.length - 1, LETTER)) {
    const name = LATIN.exec(text.slice(-40))?.[0] ?? null;
    // One word in capitals is an abbreviation or a brand.
    return name === null || /^[A-Z]+$/.test(name) ? null : name;
  }
  // `买买提高兴|地`: how somebody did something.
  if (text.endsWith('地') || !hasAny(text, NAME_DOT, Math.max(0, text.length - 9))) return null;
  return FOREIGN.exec(text.slice(-30))?.[0] ?? null;
}

/** What parts a name from what stands before it. */
const descriptionEnds = createCodeSet(`，。、；：,（()）“”「」》的${WHITE_SPACE}`);

/** Whether what ends so can stand right before a name: a description, or the end of a clause. */
export function isDescription(before: string): boolean {
  return isIn(descriptionEnds, before, before.length - 1) || before.endsWith('之一') || endsInDescription(before);
}

/** A post in Chinese characters runs into a foreign name without a gap: `工程师马尔科·贝里尼`. */
function trimForeign(name: string): string | null {
  const dot = name.search(/[·•・‧-]/);
  let start = dot;
  while (start > 0 && dot - start < 6 && dotted.has(name.charAt(start - 1))) start -= 1;
  if (start === dot) return dot < 0 ? name : null;
  if (!endsForeign(name)) return null;
  // A hyphen joins other things as well: 沪-昆.
  if (name.charAt(dot) === '-' && (dot - start < 2 || ![...name.slice(start)].every(isForeign))) return null;
  if (!dotted.has(name.charAt(dot + 1))) return null;
  // `分析家拉斐尔·巴尔达`: a character that is rare in names, behind a description.
  const whole = [0, 1, 2, 3].find((more) => start > more && endsInDescription(name.slice(0, start - more)));
  return name.slice(start - (whole ?? 0));
}

/** Whether a text with a foreign name ends with it: not `安东诺夫就此`, `伊基的备忘录中`. */
function endsForeign(text: string): boolean {
  let end = text.search(/[^·•・‧-]*$/);
  while (dotted.has(text.charAt(end))) end += 1;
  const rest = text.slice(end);
  return rest.length <= 2 && (rest === '' || !(afterName.test(rest) || beginsAside(rest) || isWord(rest)));
}

/** The parts that a foreign name has: `马尔科·贝里尼`, `Anna Lind`. Single letters are none, nor is a name without parts. */
export function splitForeign(name: string): string[] {
  const parts = name.split(/[·•・‧\-－ ]/);
  return parts.length < 2 ? [] : parts.filter((part) => part.length >= (areAll(part, HAN) ? 2 : 3));
}

function isForeign(char: string): boolean {
  return char === '-' || transliteration.has(char);
}

/** Where the foreign name ends whose dot is at `dot`. */
export function endOfForeign(line: string, dot: number): number {
  let end = dot + 1;
  while (end - dot <= 16 && (dotted.has(line.charAt(end)) || /[·•・‧-]/.test(line.charAt(end)))) end += 1;
  return end;
}

/** Whether a name is written with the characters of foreign names alone: `罗森塔尔`. */
export function isTransliterated(name: string): boolean {
  return (
    name.length >= SHORTEST_FOREIGN &&
    name.length <= 7 &&
    [...name].every((char) => transliteration.has(char)) &&
    !isWord(name) &&
    !isNoPersonName(name)
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
/** Characters of what people are called behind their surnames, and what stands before a name of one character. */
const addresses = createCodeSet(CALLED.source);
const intimate = createCodeSet('小阿老');

/** The way to call somebody that a text ends with; null when what looks like one is none: `老人`, `纷纷`. */
function readCall(text: string): string | null {
  const last = text.length - 1;
  const isCall = isIn(addresses, text, last) || isIn(intimate, text, last - 1);
  if (!isCall && text.charAt(last) !== text.charAt(last - 1)) return null;
  const [name, surname, twice] = CALLED.exec(text.slice(-LONGEST_CALL)) ?? [];
  if (name === undefined) return null;
  if (surname !== undefined) return surnames.has(surname) ? name : null;
  return (twice === undefined ? isWord(name) : repeated.has(name)) ? null : name;
}

/** Words that are made like nicknames. */
const repeated = new Set(
  '纷纷 齐齐 常常 往往 渐渐 刚刚 仅仅 偏偏 屡屡 频频 连连 默默 悄悄 明明 天天 人人 家家 处处 时时 稍稍 恰恰 略略 深深 紧紧 久久 慢慢 好好 早早 远远 轻轻 细细 大大 小小 足足 整整 统统 通通 爷爷 奶奶 爸爸 妈妈 哥哥 姐姐 弟弟 妹妹 叔叔 伯伯 婆婆 公公 舅舅 宝宝'.split(
    ' ',
  ),
);
