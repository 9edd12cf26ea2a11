/** Parts of what was counted: 来访旅客219万人次，其中日本71万人次 counts visitors from there. */
import type { Carried } from './carried.js';
import type { Setting } from './setting.js';
import { findActAtEnd, findActAtStart } from './verbs.js';

/** Words that lead to a part of what the sentence has counted. */
const PART = /^[，、；及和与]?(?:其中|其次|[第其][二三四]|另有|另外)?(?:还有|包括|仍?以|[为是])?(?:来自|赴|前往)?/;
const MARK = /^[，、；]?(?:其中|其次|[第其][二三四])/;

/** The longest name of a part, and of what it is a part of. */
const LONGEST_PART = 6;
const LONGEST_WHOLE = 10;

/** What a part counts: its name with what the sentence has counted in the same unit. Null when it names a thing of its own. */
export function readMember(
  { text, clauseStart, figure, sentenceStart, before: printed }: Setting,
  carried: Carried,
): string | null {
  const { whole } = carried;
  const unit = figure.unit;
  if (whole === null || unit === null || whole.unit !== unit.base) return null;
  if (whole.sentence !== sentenceStart && whole.sentence !== carried.sentence && !carried.member) return null;
  const name = printed.replace(PART, '').replace(/(?:则|约|共|有|达|计|占|完成|实现)$/, '');
  if (!/^[\u4e00-\u9fff]{2,6}$/.test(name) || name.length > LONGEST_PART) return null;
  // 规模以上港口完成外贸吞吐量3万吨。其中，沿海港口2万吨: owners of one kind, with what the first was told to have.
  const marked = MARK.test(printed) || /其中[，,]$/.test(text.slice(Math.max(0, clauseStart - 3), clauseStart));
  const follows = marked ? whole.sentence === carried.sentence : carried.member;
  const kind = follows ? whole.measure.lastIndexOf(name.slice(-2)) : -1;
  const shared = kind > 0 ? whole.measure.slice(kind + 2) : '';
  if (shared.length >= 2 && shared.length <= LONGEST_WHOLE && findActAtEnd(name) === null) return `${name}${shared}`;
  if (whole.sentence !== sentenceStart) return null;
  // 欧洲现有患者3万人，亚洲644人: the next of a row of owners.
  const [, owner, owned] = /^([\u4e00-\u9fff]{2,5}?)[现共已拥]?有(.{2,})$/.exec(whole.measure) ?? [];
  const alike = owner !== undefined && owner.at(-1) === name.at(-1) && !MARK.test(printed);
  if (!alike && !MARK.test(printed) && !(carried.member && /^(?:[，、；]|及|和|与)/.test(printed))) return null;
  const noun = (alike ? owned : whole.measure)?.replace(/^[全我][国省市县区州镇村]|(?:人数|人次|总数)$/g, '') ?? '';
  if (noun.length < 2 || noun.length > LONGEST_WHOLE || noun.at(-1) === name.at(-1) || noun.includes(name)) return null;
  if (findActAtStart(name) !== null || findActAtEnd(name) !== null) return null;
  // 教职工218人，其中专任教师196人: who is named by a trade needs no other.
  if (unit.kind === 'people' && /[师工员生者医]$/.test(name)) return null;
  // 用电量，其中工业用电: what both have is said once.
  return `${name}${noun.startsWith(name.slice(-2)) ? noun.slice(2) : noun}`;
}
