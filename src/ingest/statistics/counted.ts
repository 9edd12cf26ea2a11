/** What a count counts: the noun behind its measure word, with a word before it or what is told behind it. */
import { trimOpening } from './affixes.js';
import { QUALITY } from './amount.js';
import type { Carried } from './carried.js';
import { readAfter, readSharedNoun, splitCounted } from './following.js';
import type { Setting } from './setting.js';
import { findActAtEnd } from './verbs.js';

/** What is counted, where it stands behind the unit: 400个党组织, 38人受伤. Null when nothing to count stands there. */
export function chooseCounted(setting: Setting, before: string, carried: Carried): string | null {
  const { text, figure, next, rule } = setting;
  if (rule === 'duration' && before.length >= 2) return null;
  const owner = /^(.{2,14})(?:是|为)一(?:家|个|所|座|支|名|位|条|种)$/.exec(trimOpening(setting.before));
  if (owner?.[1] !== undefined && text[figure.end] === '的') return owner[1];
  const kind =
    before === ''
      ? IS_A.exec(text.slice(figure.end, Math.min(setting.clauseEnd, figure.end + LONGEST_KIND)))?.[1]
      : undefined;
  if (kind !== undefined) return kind;
  let words = readAfter(setting) ?? readSharedNoun(setting);
  if (words === null) return null;
  words = readBehindAge(setting, words) ?? words;
  // 拥有8万员工的公司: what has them is behind 的.
  if (/拥?有$/.test(setting.before)) words = words.replace(/(?<=..)的[^的]+$/, '');
  if (next !== null && next.start === figure.end + words.length) words = leaveForNext(words);
  const unit = figure.unit?.text ?? '';
  if (text[figure.end] !== '的' && (unit === '人' || unit === '人次' || (unit === '户' && !HOUSEHOLD.test(words)))) {
    return choosePeople(setting, words, before, carried);
  }
  if (unit === '次' && before.length <= 2) return words.slice(0, LONGEST_ACT);
  const receives = /[为给向替帮]$|组织$|帮助$/.test(setting.before);
  const { noun, verb } = splitCounted(words, receives);
  if (noun === '') return verb === '' || before.length >= 2 ? null : `${carried.subject ?? ''}${verb}`;
  carried.spent = figure.end + noun.length + (text[figure.end] === '的' ? 1 : 0);
  // 全国仅开了10家店: a noun of one character says too little.
  if (noun.length === 1 && verb === '' && before.length > LONGEST_OPENING) return `${before.replace(/了$/, '')}${noun}`;
  // 年销售量达2000万台的美国相比: what has so many stands behind 的.
  if (text[figure.end] === '的' && QUALITY.test(before)) return /[相]比$/.test(noun) ? before : `${noun}${before}`;
  carried.opening = before.length <= LONGEST_OPENING ? before : '';
  const named =
    verb.length < 2 || (next !== null && verb.length <= 4 && next.start < setting.clauseEnd)
      ? noun
      : `${verb}的${noun}`;
  if (setting.before.endsWith('的') && !/^[被有]/.test(verb))
    return `${chooseOpening(before, noun, setting.before)}${noun}`;
  return receives && named !== noun ? named : `${chooseOpening(before, noun, setting.before)}${named}`;
}

/** 7家运营17个月以上的门店: what is counted stands behind the span of time that describes it. */
function readBehindAge({ text, figures, index, clauseEnd }: Setting, words: string): string | null {
  const described = figures[index + 1];
  const kind = described?.unit?.kind;
  if (described === undefined || (kind !== 'duration' && kind !== 'age')) return null;
  const gap = described.start - (figures[index]?.end ?? described.start);
  const noun = /^的([^，。；：、的]{2,12})/.exec(
    text.slice(described.end, Math.min(clauseEnd, described.end + 14)),
  )?.[1];
  return gap <= 6 && words.length <= 6 && noun !== undefined ? noun : null;
}

/** 来自119个国家的影片4564部, 2家公司价值570万元: the last words belong to the figure that follows them. */
function leaveForNext(words: string): string {
  const noun = /^(.{2,}?)的[\u4e00-\u9fff]{2,8}$/.exec(words)?.[1];
  if (noun !== undefined) return noun;
  const quality = QUALITY.exec(words);
  return quality === null || quality.index < 2
    ? words
    : words.slice(0, quality.index).replace(/(?<=..)(?:实现|完成|取得|创造)了?$/, '');
}

/** 其中30起为未结案件: what some of the counted are. */
const IS_A = /^(?:为|是|属于)(?!了|此|何|因)([\u4e00-\u9fffA-Za-z]{2,12})$/;
const LONGEST_KIND = 15;

/** The longest act that 次 counts. */
const LONGEST_ACT = 18;

/** Nouns behind 户 that name the household; what else follows tells what it did. */
const HOUSEHOLD =
  /^(?:人家|农户|农民|居民|村民|家庭|企业|群众|贫困|困难|商户|牧民|渔民|移民|住户|业主|个体|经营|商家|用户|脱贫户)/;

/** What befell people, which ends what is told of them. */
const CASUALTY = /^(?:当场|不幸)?(?:死亡|受伤|遇难|失踪|[重轻]伤|获救|被困|伤亡|溺亡|生还|身亡|罹难|感染|丧生|确诊)/;

/** 死亡人数, 正在上网的人: people and households are told of by what follows. */
function choosePeople(setting: Setting, words: string, before: string, carried: Carried): string | null {
  const { text, figure, next, clauseEnd } = setting;
  if (/^[是为在占等各]/.test(words)) return null;
  const casualty = CASUALTY.exec(words)?.[0];
  if (casualty !== undefined) {
    carried.spent = figure.end + casualty.length;
    return `${before.length <= 4 && !/[致成]$|导致/.test(before) && findActAtEnd(before) === null ? before : ''}${casualty}人数`;
  }
  let told = words;
  // 4302人参加了196次学习: the figure between is not part of what is told.
  if (
    next !== null &&
    !/[、和及与]$/.test(words) &&
    next.start - figure.end <= 6 &&
    next.start < clauseEnd &&
    next.start === figure.end + words.length
  ) {
    told += text.slice(next.end, Math.min(clauseEnd, next.end + 14));
  } else carried.spent = figure.end + words.length;
  told = told
    .replace(/^(?:先后|已经|已|均|都|共同)/, '')
    .replace(/(?<=^.{2})了/, '')
    .replace(/[了的、和及与]$/, '');
  if (told.length < 2) return null;
  if (told.length > 16) told = told.slice(0, 16);
  if (/^参[加与]$/.test(told) && carried.measure !== null) return `${told}${carried.measure}的人`;
  const scope = before.length <= 4 && !findActAtEnd(before) ? before : '';
  if (figure.unit?.text === '人次') return `${scope}${told}人次`;
  return told.length === 2 ? `${scope}${told}人数` : `${scope}${told}的${figure.unit?.text === '户' ? '户' : '人'}`;
}

const LONGEST_OPENING = 8;

/** A short word before the number that belongs to what is counted: 签约33个项目, 全区11个街道, 承包的40口塘. */
function chooseOpening(before: string, noun: string, printed: string): string {
  if (before === '' || noun.startsWith(before) || /[、和及与]$/.test(printed)) return '';
  if (before.length <= LONGEST_OPENING && !/[，、“”]/.test(before))
    return printed.endsWith('的') ? `${before}的` : before;
  return findActAtEnd(before) ?? '';
}
