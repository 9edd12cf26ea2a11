/** What a figure counts or measures, in words of its sentence: the noun behind the unit, or the subject and verb before it. */
import type { Period } from '../../text/periods.js';
import type { Figure } from './figure.js';
import type { StatisticRule } from './screen.js';

/** A figure with the sentence around it. */
export interface Setting {
  text: string;
  figure: Figure;
  rule: StatisticRule;
  /** Where the clause, or what follows the figure before, begins; and where what belongs to the figure ends. */
  clauseStart: number;
  beforeStart: number;
  afterEnd: number;
  periods: readonly Period[];
}

/** What is carried from one figure of a sentence to the next: the last measure, and the subject it was said of. */
export interface Carried {
  measure: string | null;
  subject: string | null;
}

const LONGEST_MEASURE = 24;

/** Words that open a clause without saying what is measured. */
const LEAD =
  /^(?:其中|同时|此外|另外|目前|现在|如今|而且|而|但是|但|并且|并|且|也|还有|还|又|已经|已|将|预计|据统计|据了解|据悉|据介绍|共|则|因此|所以|由于|特别是|尤其是|尤其|到了|到|在|了|使得|使|让|把|该|这些|这|全部|先后|仅|只|就能|就|甚至|、|和|及|与|以及|或者|或|等|达|为|是|有|当月|的|以|从|由|累计实现|可实现|实现|均|都|一下子|突然|：|:|（|\(|“|”|\s|各|再)/;

/** Words between what is measured and the number. */
const TAIL =
  /(?:仍然是|仍是|就有|就是|共有|共计|总共|合计|总计|分别为|分别是|分别达|分别|均为|都是|都有|仅有|只有|仅为|约为|保持在|稳定在|维持在|控制在|达到了|达到|已经|平均|不会|能够|可以|可达|能达|为|是|达|有|共|已|了|至|到|就|则|仅|只|均|都|也|仍|在|以|从|由|约|近|超|逾|各|可|能|、|：|:|\s|（|\(|“|每|于|再|又|还|甚至|就要|将|和|及|与|或|不)$/;

/** Verbs with 至, 到 and 为 that lead from one level to another: the level is measured, not the way. */
const LEVEL_VERB =
  /(?:下降|降低|降|上升|提高|提升|升|增加|增长|增|减少|减|压缩|缩短|压减|精简|优化|扩大|回升|回落|拉长|延长|涨|跌|低|高|扩|缩|调整|上涨|发展|壮大|改)(?:至|到|为)$/;

/** How a clause begins that goes on about the subject of the one before. */
const PREDICATE =
  /^(?:同比|环比|比|较|占|增长|增幅|增速|降幅|涨幅|增加|增|下降|减少|减|提高|上升|上涨|下跌|回落|名义|实际|高于|低于|年均|扣除|拉动|收窄|加快|超过|平均|完成|达|人均|其中)/;

/** A change at the end of a measure: what stands before it is the subject. */
const CHANGE_TAIL =
  /(?:(?:同比|环比|分别|名义|实际|累计|年均|平均|比[^，]{1,10}|较[^，]{1,10})*(?:增长|下降|上升|上涨|下跌|回落|增加|减少|提高|降低|提升|提速|压缩|压减|缩短|收窄|加快|增|降|高|低))$/;

/** Where the phrase behind a unit ends: what follows says what happened, not what is counted. */
const AFTER_STOP =
  /(?:在|从|被|将|把|已|均|都|全部|各|，|。|；|、其中|等|以及|和其|是|为|达|占|同比|分别|以上|不等|（|\(|）|\)|：|:|”的|—)/;

/** Whether what follows a unit can be what is counted. */
const NO_NOUN =
  /^(?:$|[，。；：、！？\s（()）)”’"》,;!?…—-]|和|及|与|或|以|不等|左右|同比|环比|增|降|下降|上升|较|比|的?(?:，|。)|就|才|都|也|均|在|从|到|被|将|把|是|为|已|而|并|至|，|大关|关口|时)/;

/** Finds what a figure measures, in words of its sentence; null when they do not say. Updates what is carried. */
export function findMeasure(setting: Setting, carried: Carried): string | null {
  const measure = limit(choose(setting, carried));
  if (measure !== null) {
    carried.measure = measure;
    const subject = measure.replace(CHANGE_TAIL, '');
    if (subject.length >= 2 && !/^占|^比|^较/.test(subject))
      carried.subject = subject.replace(/占.{2,}$/, '') || subject;
  }
  return measure;
}

function choose(setting: Setting, carried: Carried): string | null {
  const before = trimBefore(setting);
  const after = readAfter(setting);
  const counts = ['count', 'people', 'bare-magnitude', 'bare-count', 'age', 'duration'].includes(setting.rule);
  if (counts && after !== null) return after;
  if (after !== null && before.length <= 8 && !counts) {
    const of = setting.text.charAt(setting.figure.end) === '的';
    return of ? `${after}${before}` : `${before}${after}`;
  }
  if (after !== null && !counts) return after;
  if (before === '') return carried.measure ?? carried.subject ?? subjectBefore(setting);
  if (PREDICATE.test(before)) {
    const subject = carried.subject ?? subjectBefore(setting);
    return subject === null ? before : `${subject}${before}`;
  }
  return before;
}

/** The words of the clause before the figure, without time expressions and without what only leads to the number. */
function trimBefore({ text, figure, beforeStart, periods }: Setting): string {
  let words = '';
  let at = beforeStart;
  for (const period of periods) {
    if (period.end > figure.start || period.start < at) continue;
    if (/[比较]$/.test(text.slice(beforeStart, period.start))) continue;
    words += text.slice(at, period.start);
    at = period.end;
  }
  words += text.slice(at, figure.start);
  words = words.slice(-60).replace(/^[，,]/, '');
  return trimTail(trimLead(words));
}

function trimLead(words: string): string {
  let rest = words;
  for (let turn = 0; turn < 8; turn += 1) {
    const shorter = rest.replace(LEAD, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

function trimTail(words: string): string {
  let rest = words.replace(LEVEL_VERB, '');
  for (let turn = 0; turn < 8; turn += 1) {
    const shorter = rest.replace(TAIL, '').replace(LEVEL_VERB, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

function readAfter({ text, figure, afterEnd }: Setting): string | null {
  const words = text.slice(figure.end, Math.min(afterEnd, figure.end + 30)).replace(/^的/, '');
  if (NO_NOUN.test(words)) return null;
  const stop = words.search(AFTER_STOP);
  const phrase = (stop > 0 ? words.slice(0, stop) : words).trim();
  return phrase.length === 0 || stop === 0 ? null : phrase.slice(0, 18);
}

/** The subject of the clause before, when the figure's own clause has none. */
function subjectBefore({ text, clauseStart }: Setting): string | null {
  const end = clauseStart - 1;
  if (end <= 0 || !/[，,；;。]/.test(text.charAt(end))) return null;
  let start = end;
  while (start > 0 && end - start < 40 && !/[，。；：！？\n“”]/.test(text.charAt(start - 1))) start -= 1;
  const clause = trimLead(text.slice(start, end));
  const stop = clause
    .slice(2)
    .search(/都|已|将|也|仍|正|就|为|是|有|达|同比|持续|不断|进一步|稳步|明显|显著|总体|平稳|保持|继续/);
  const subject = stop >= 0 ? clause.slice(0, stop + 2) : clause;
  return subject.length >= 2 && subject.length <= LONGEST_MEASURE ? subject : null;
}

/** Keeps the end of what is too long, from the last place where a phrase may begin. */
function limit(measure: string | null): string | null {
  if (measure === null) return null;
  const words = measure.replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  if (words.length <= LONGEST_MEASURE) return words;
  return words.slice(-LONGEST_MEASURE);
}
