/** The days that time expressions stand for, worked out against the day of the article. */
import { addDays, isRealDate } from '../domain/time.js';
import { readNumeral } from './numerals.js';

/** The days a time expression stands for; null where it is open or cannot be told. */
export interface PeriodDates {
  from: string | null;
  to: string | null;
}

/** The five-year plans, by name: the first year of each. */
const PLANS: Record<string, number> = {
  七五: 1986,
  八五: 1991,
  九五: 1996,
  十五: 2001,
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
};

/** From March on, three months each. */
const SEASONS = '春夏秋冬';

/** Two times that name the ends of a span, in years or days; months of one year are read as one time. */
const SPAN_OF_DAYS = /^(?!截)(.*(?:年(?:.*[月末底初])?|[日号旬]))[至到\-—―–~～](.*[年月日号旬初末底].*)$/;

const RELATIVE_YEARS = Object.entries({ 今年: 0, 本年: 0, 去年: -1, 上年: -1, 前年: -2, 明年: 1, 后年: 2 });

/**
 * Works out the days of a time expression. `date` (`YYYY-MM-DD`) is the day of the article; without it only what names
 * its year is resolved. 截至 leaves the first day open; what starts at a day and goes on ends with the article.
 */
export function resolvePeriod(words: string, date: string | null): PeriodDates {
  const text = toAscii(words).replaceAll(' ', '').replace('首季', '1季');
  const [, first, second] = SPAN_OF_DAYS.exec(text) ?? [];
  if (first !== undefined && second !== undefined) {
    // What the second end leaves out it shares with the first: 2014年9月3日至5日.
    const shared = second.includes('年') ? '' : (/^.*年/.exec(first)?.[0] ?? '');
    const month = second.includes('月') ? '' : (/\d{1,2}月/.exec(first)?.[0] ?? '');
    return { from: resolvePeriod(first, date).from, to: resolvePeriod(`${shared}${month}${second}`, date).to };
  }
  const plan = !text.includes('五')
    ? null
    : /(十[一二三四五]?五|[七八九]五)”?(?:规划)?(期间|时期|以来|末|期末)/.exec(text);
  const firstYear = plan === null ? undefined : PLANS[plan[1] ?? ''];
  if (firstYear !== undefined) return { from: `${firstYear}-01-01`, to: `${firstYear + 4}-12-31` };
  if (date !== null && /^(?:截至|截止)?(?:目前|发稿|当前|现在|现时|今[天日]|当日|如今|眼下)/.test(text)) {
    return { from: text.startsWith('截') ? null : date, to: date };
  }
  const year = readYear(text, date);
  const days = readDays(text, year, date);
  if (days === null) return { from: null, to: null };
  if (/^截/.test(text)) return { from: null, to: days.to };
  if (/(?:以来|起|来)$/.test(text)) return { from: days.from, to: date };
  return days;
}

/** Full-width digits as ASCII, Chinese numerals of years, months and days as digits. */
function toAscii(words: string): string {
  const half = /[０-９：－]/.test(words)
    ? words.replace(/[０-９：－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    : words;
  if (!/[一二三四五六七八九十两]/.test(half)) return half;
  return half.replace(
    /[一二][〇零○一二三四五六七八九]{3}(?=年)|[一二三四五六七八九十两]{1,3}(?=个?月|[日号]|季)/g,
    (run) => readNumeral(run, 0)?.value ?? run,
  );
}

function readYear(text: string, date: string | null): { from: number; to: number } | null {
  // 94年夏天: the century of who wrote it is the last one.
  const short = /^(?:截至|截止|[自从到至])?([5-9]\d)年/.exec(text)?.[1];
  if (short !== undefined) return { from: 1900 + Number(short), to: 1900 + Number(short) };
  const printed = /(\d{4})(?:[-—―~至](\d{4}))?(?:年|全年|[上下]半年|第?\d季)/.exec(text);
  if (printed?.[1] !== undefined) return { from: Number(printed[1]), to: Number(printed[2] ?? printed[1]) };
  if (date === null) return null;
  const own = Number(date.slice(0, 4));
  for (const [word, offset] of RELATIVE_YEARS) {
    if (text.includes(word)) return { from: own + offset, to: own + offset };
  }
  if (/\d(?:月|季)|[上下]半年|全年|年[初中末底]|[前头首]\d+个月/.test(text)) {
    // A month that is still to come is the one of last year: 12月 in an article of January.
    const month = Number(/(\d{1,2})月/.exec(text)?.[1] ?? 0);
    const past = /^(?:截|前|头)?/.test(text) && month > Number(date.slice(5, 7)) && !/个月/.test(text);
    return { from: past ? own - 1 : own, to: past ? own - 1 : own };
  }
  return null;
}

function readDays(text: string, year: { from: number; to: number } | null, date: string | null): PeriodDates | null {
  if (year === null) return readSpan(text, date);
  const months = /(\d{1,2})月?份?[-—–~至到]+(\d{1,2})月/.exec(text.replace(/\d{4}年/, ''));
  if (months) return spanMonths(year.to, Number(months[1]), Number(months[2]));
  const front = /[前头首](\d{1,2})个?月/.exec(text);
  if (front) return spanMonths(year.to, 1, Number(front[1]));
  const quarters = /[前首](\d)季/.exec(text);
  if (quarters) return spanMonths(year.to, 1, 3 * Number(quarters[1]));
  const quarter = /(\d)季/.exec(text);
  if (quarter) return spanMonths(year.to, 3 * Number(quarter[1]) - 2, 3 * Number(quarter[1]));
  const season = SEASONS.indexOf(/([春夏秋冬])[天季]/.exec(text)?.[1] ?? '，');
  if (season === 3) return { from: format(year.to, 12, 1), to: format(year.to + 1, 2, lastDay(year.to + 1, 2)) };
  if (season >= 0) return spanMonths(year.to, 3 * season + 3, 3 * season + 5);
  if (text.includes('上半年')) return spanMonths(year.to, 1, 6);
  if (text.includes('下半年')) return spanMonths(year.to, 7, 12);
  const month = /(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?/.exec(text);
  if (month) {
    const number = Number(month[1]);
    if (month[2] === undefined) {
      const whole = spanMonths(year.to, number, number);
      if (/[末底]/.test(text) && whole?.to != null) return { from: whole.to, to: whole.to };
      return whole;
    }
    const day = Number(month[2]);
    if (!isRealDate(year.to, number, day)) return null;
    return { from: format(year.to, number, day), to: format(year.to, number, day) };
  }
  if (/年[末底]|[末底]$/.test(text)) return { from: `${year.to}-12-31`, to: `${year.to}-12-31` };
  if (/年初|初$/.test(text)) return { from: `${year.to}-01-01`, to: `${year.to}-01-31` };
  return { from: `${year.from}-01-01`, to: `${year.to}-12-31` };
}

const SPAN_DAYS: Record<string, number> = { 天: 1, 周: 7, 星期: 7, 个星期: 7 };

/** 近三年, 四个月来, 过去5天, 上月: counted back from the article. */
function readSpan(text: string, date: string | null): PeriodDates | null {
  if (date === null) return null;
  if (/^上个?月/.test(text)) return monthOf(date, -1);
  if (/^[本这当]个?月/.test(text)) return monthOf(date, 0);
  if (/^(?:昨|前天)/.test(text)) {
    const day = addDays(date, text.startsWith('昨') ? -1 : -2);
    return { from: day, to: day };
  }
  const span = /^(?:近|最近|过去|前|头)?([0-9]{1,3}|[一二三四五六七八九十两]{1,3}|半)(年|个月|天|周|个?星期)/.exec(
    text,
  );
  if (span === null || /前$/.test(text) || /^(?:未来|今后)/.test(text)) return null;
  const unit = span[2] ?? '';
  const half = span[1] === '半';
  const count = half ? 0 : Number(readNumeral(span[1] ?? '', 0)?.value ?? 0);
  const days = SPAN_DAYS[unit];
  if (days !== undefined) return half ? null : { from: addDays(date, -days * count), to: date };
  const months = unit === '年' ? (half ? 6 : 12 * count) : count;
  return { from: subtractMonths(date, months), to: date };
}

function monthOf(date: string, offset: number): PeriodDates | null {
  const first = subtractMonths(`${date.slice(0, 7)}-01`, -offset);
  return spanMonths(Number(first.slice(0, 4)), Number(first.slice(5, 7)), Number(first.slice(5, 7)));
}

function subtractMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return format(toYear, toMonth, Math.min(day, lastDay(toYear, toMonth)));
}

function spanMonths(year: number, from: number, to: number): PeriodDates | null {
  if (from < 1 || to > 12 || from > to) return null;
  return { from: format(year, from, 1), to: format(year, to, lastDay(year, to)) };
}

function lastDay(year: number, month: number): number {
  if (month === 2) return isRealDate(year, 2, 29) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function format(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
