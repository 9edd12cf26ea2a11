/** The time a figure holds for: the time expression of its sentence, or one of an earlier sentence that still governs. */
import type { Period } from '../../text/periods.js';
import { LONGEST_ROW } from './parallel.js';
import type { Setting } from './setting.js';

/** Words that make the time behind them the yardstick of a comparison: 比上月, 较前9个月, 超2024年全年. */
const COMPARISON = /(?:(?<!相)比|较|較|超|同|(?:高|低|等|当|大|小|快|慢|优)于|與|与|(?<!别)是|占|延续|延續)$/;

/** Times that point back to one that was named before. */
const ANAPHOR = /^(?:当[年月日天]|同[年月日]|全[年月])/;

/** 打破1998年以来的纪录, 2013年以来新高: since when a figure is without equal. */
const RECORD =
  /^的?(?:同期|历史|单[年月日季]|年度)?(?:最[高低大小多少快慢好强早晚长佳]|新[高低]|纪录|记录|首[次个度]|第[一二三四五]|峰值|极值)/;

function isRecord(text: string, { text: words, end }: Period): boolean {
  const next = text.charAt(end);
  return next !== '' && '的同历单年最新纪记首第峰极'.includes(next) && '来起年'.includes(words.slice(-1))
    ? RECORD.test(text.slice(end, end + 8))
    : false;
}

/** 有近万人在本年首季加入: the time stands between what is counted and what is told of it. */
function findBehind({ text, figure, periods, clauseEnd, next }: Setting): Period | null {
  const period = periods.find(({ start }) => start > figure.end);
  if (period === undefined || period.kind === 'passing' || period.end > Math.min(clauseEnd, next?.start ?? clauseEnd))
    return null;
  return period.start === figure.end + 1 && /[在于]/.test(text.charAt(figure.end)) ? period : null;
}

/** 比去年同期的30家, 3月份交付的1373辆: the time of the figure that others are compared with; 4月同期的4倍 is none. */
const YARDSTICK = /^[\u4e00-\u9fff]{0,6}的$/;
const ATTRIBUTE = /^(?!同期)[\u4e00-\u9fff]{0,6}的$/;

function isYardstick(text: string, { start, end }: Period, at: number): boolean {
  if (at - end > 7) return false;
  const compared = '比较較'.includes(text.charAt(start - 1) || '，');
  return (compared ? YARDSTICK : ATTRIBUTE).test(text.slice(end, at));
}

/** A single day says when something happened; only its own sentence holds for it. */
const DAY = /^(?!截).*[日号]$/;

/**
 * Chooses the time expression that governs a figure: the last one before it in its sentence, or else the one that
 * opened an earlier sentence of the line, or else the one an earlier line set as its topic. Null when there is none.
 */
export function chooseAsOf(setting: Setting, topic: Period | null): Period | null {
  const { text, figure, sentenceStart, periods } = setting;
  const at = figure.start;
  const isMultiple = figure.unit?.kind === 'multiple';
  const listed = chooseListed(setting);
  if (listed !== null) return listed;
  let earlier: Period | null = null;
  let own: Period | null = null;
  for (const period of periods) {
    if (period.end > at) break;
    // 新华社北京5月27日电: the day of the dateline is that of the telling.
    if ('电讯電訊'.includes(text.charAt(period.end) || '，') && period.text.endsWith('日')) continue;
    // 比2017年的2073.5亿元增长21.5%: the yardstick is a figure of its own.
    const yardstick = text[at - 1] === '的' && isYardstick(text, period, at);
    if (!yardstick && COMPARISON.test(text.slice(Math.max(0, period.start - 2), period.start))) continue;
    // 相比去年的30家减少20%: the yardstick is told with its figure.
    if (!yardstick && text.startsWith('相比', period.start - 2) && /^的\d/.test(text.slice(period.end, period.end + 2)))
      continue;
    // 营收相比去年同期增长了8%
    if (text.startsWith('同期', period.end) && text.startsWith('相比', period.start - 2)) continue;
    if (isRecord(text, period)) continue;
    // 从10月的95.5降至88.7: where the change began.
    if (
      text[period.end] === '的' &&
      /[从由]$/.test(text.slice(Math.max(0, period.start - 1), period.start)) &&
      at > period.end + 1 &&
      // 从1月至5月的数据来看: what is looked at.
      !/^的[^，。]{0,10}看/.test(text.slice(period.end, period.end + 12))
    )
      continue;
    if (period.start >= sentenceStart) {
      if (own !== null && ANAPHOR.test(period.text)) continue;
      // 是现在的三倍: the time is that of the yardstick.
      if (isMultiple && at - period.end <= 3 && text[period.end] === '的') continue;
      // 截至11月27日,今年业务量: the day the count was closed says more than its year.
      if (own !== null && /^截/.test(own.text) && /^[今本]年$/.test(period.text)) continue;
      if (period.kind === 'period' || !/[，,；;]/.test(text.slice(period.end, at))) own = period;
    } else if (period.kind === 'period' && !ANAPHOR.test(period.text) && !DAY.test(period.text)) earlier = period;
  }
  if (own !== null) return own;
  const behind = findBehind(setting);
  // 从签约到开工只用了96天: how long something takes is of no time told before.
  const lasts = setting.rule === 'duration' || setting.rule === 'age';
  return behind ?? (lasts ? null : (earlier ?? topic));
}

const JOINT = /^(?:、|和|及|与|以及)$/;

/** 2014年、2015年营收分别为3亿元、4亿元: of times in a row the one that belongs to the figure; null where no such row is. */
function chooseListed({ text, figure, figures, index, periods, sentenceStart }: Setting): Period | null {
  if (periods.length < 2) return null;
  let first = index;
  while (
    first > 0 &&
    index - first < LONGEST_ROW &&
    JOINT.test(text.slice(figures[first - 1]?.end, figures[first]?.start))
  )
    first -= 1;
  let last = index;
  while (
    last < figures.length - 1 &&
    last - index < LONGEST_ROW &&
    JOINT.test(text.slice(figures[last]?.end, figures[last + 1]?.start))
  )
    last += 1;
  const count = last - first + 1;
  if (count < 2 || count > LONGEST_ROW || figures[index] !== figure) return null;
  const start = figures[first]?.start ?? figure.start;
  const named = periods.filter((period) => period.start >= sentenceStart && period.end <= start).slice(-count);
  const joined = named.every((period, at) => at === 0 || JOINT.test(text.slice(named[at - 1]?.end, period.start)));
  return named.length === count && joined ? (named[index - first] ?? null) : null;
}

const TELLS = /^[^，。]+(?:公布|发布|获悉|显示|了解到|通报)[，,：:]?$/;
const YEAR = /^\d{4}年$/;
const REPORT = /^度?[^，。；]{2,24}(?:公报|年报|年鉴|统计数据)[》”]?(?:显示|表明|指出|披露)/;
const TOLD = /^[今昨当][日天]$/;

/** The time expression that a line sets as the topic of those behind it: a reporting period at its very start. */
export function findTopic(text: string, periods: readonly Period[], start: number): Period | null {
  // 统计局今天公布，10月份…: that it was told today is no topic.
  const first = periods.find((period) => period.kind !== 'passing' && !TOLD.test(period.text));
  // 2015年全国教育事业发展统计公报显示: the year of a report is that of its figures.
  const reported = periods.find(({ text: words, end }) => YEAR.test(words) && REPORT.test(text.slice(end, end + 40)));
  if (reported !== undefined) return reported;
  if (first === undefined || first.start > start + 20) return null;
  // 统计局公布，三季度…: what is told of may open the line in the place of the time.
  if (first === periods[0] && first.start > start + 4 && !TELLS.test(text.slice(start, first.start))) return null;
  return /季度|第.季|[上下]半年|全年|个月|月份|[-—－–~～至到]\d+月|期间|^(?:截至|截止)|^到\d{4}年/.test(first.text)
    ? first
    : null;
}
