/** Dates and times as Chinese pages print them. It finds and reads them; what a date stands for is for the caller to say. */
import { isRealDate, toInstant } from '../domain/time.js';
import { createCodeMap, mapCodes } from './code-map.js';

/** A date found in a text. `start` and `end` are offsets in UTF-16 code units. */
export interface FoundDate {
  start: number;
  end: number;
  /** `YYYY-MM-DD`; null when there is no such day, as 2月30日. */
  date: string | null;
  /** Milliseconds since midnight; null when no time is printed. */
  timeOfDay: number | null;
  /** Minutes ahead of UTC, when printed. */
  offset: number | null;
}

const DIGIT = '[〇零○Ｏ一二三四五六七八九]';
const NUMERAL = '[一二三四五六七八九十廿卅]{1,3}';
const TIME =
  '(?:[ T]{0,4}(?:[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?[ T]{0,4}(上午|下午|晚上|晚|凌晨|中午|早上)? {0,2}' +
  '([01]?\\d|2[0-4])(?: ?: ?| ?[时点] ?)(?:([0-5]\\d|\\d(?=分))(?: ?(?:: ?|分) ?([0-5]\\d)?(?:秒|\\.\\d{1,9})?)?分?)?(?: ?(Z\\b|[+-]\\d\\d:?\\d\\d)(?!\\d))?)?';
const PATTERN = new RegExp(
  `(?<!\\d)((?:1[89]|20)\\d\\d) ?(?:年[ /]{0,2}|[-/.] ?| {1,6}(?=\\d\\d? {0,6}/ {0,6}\\d\\d? {1,6}\\d\\d:))(\\d{1,2}) {0,6}(?:月[ /]{0,2}|[-/.] {0,6})(\\d{1,2})(?: ?[日号])?${TIME}` +
    `|(${DIGIT}{4})年(${NUMERAL})月(${NUMERAL})日` +
    '|(?<![\\d.])([0-3]\\d)\\.([01]\\d)\\.((?:19|20)\\d\\d)(?![\\d.])(?: {1,4}([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?)?',
  'g',
);

/** What every date has. */
const YEAR = /(?:1[89]|20)\d\d|年/;

const halves = createCodeMap([
  ...Array.from({ length: 0xff5f - 0xff01 }, (_, at): [string, string] => [
    String.fromCharCode(0xff01 + at),
    String.fromCharCode(0x21 + at),
  ]),
  ...[...'\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000\t'].map((blank): [string, string] => [
    blank,
    ' ',
  ]),
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['時', '时'],
  ['點', '点'],
]);

/** Full-width digits, letters and punctuation as ASCII, 時 and 點 as 时 and 点, character by character, so that offsets stay. */
export function toHalfWidth(text: string): string {
  return mapCodes(text, halves);
}

/** Finds the dates of a text that name a year, in reading order, with the time of day where one follows. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const half = toHalfWidth(text);
  if (!YEAR.test(half)) return found;
  for (const match of half.matchAll(PATTERN)) {
    found.push({ start: match.index, end: match.index + match[0].length, ...readMatch(match) });
  }
  return found;
}

/** What was printed as 2014-06-30 13:04, 二〇一四年六月三十日 or, abroad, 30.06.2014 13:04. */
function readMatch(match: RegExpMatchArray): Pick<FoundDate, 'date' | 'timeOfDay' | 'offset'> {
  const at = (group: number) => match[group] ?? '';
  const [year, month, day] =
    match[9] !== undefined
      ? [Number(readDigits(at(9))), readSmallNumber(at(10)), readSmallNumber(at(11))]
      : match[14] !== undefined
        ? [Number(at(14)), Number(at(13)), Number(at(12))]
        : [Number(at(1)), Number(at(2)), Number(at(3))];
  const hours = match[5] ?? match[15];
  return {
    date: isRealDate(year, month, day) ? formatDate(year, month, day) : null,
    timeOfDay: hours === undefined ? null : readTime(match[4], hours, match[6] ?? match[16], match[7] ?? match[17]),
    offset: readOffset(match[8]),
  };
}

/**
 * Reads a value that is nothing but a date, as machines write it in meta tags and records: every printed form, and also
 * epoch seconds or milliseconds, `20140630130400`, and RFC 2822. Null when it is none of these.
 */
export function readDate(value: string): FoundDate | null {
  const text = value.trim();
  const whole = { start: 0, end: text.length };
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    return { ...whole, ...atInstant(Number(text) * (text.length === 10 ? 1000 : 1)) };
  }
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text);
  if (compact) {
    const [, year, month, day, hours, minutes, seconds] = compact;
    const time = hours === undefined ? '' : ` ${hours}:${minutes}:${seconds ?? '00'}`;
    return findDates(`${year}-${month}-${day}${time}`)[0] ?? null;
  }
  const found = findDates(text)[0];
  if (found !== undefined) return found;
  const rfc2822 = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC?|[+-]\d{4})$/;
  return rfc2822.test(text) ? { ...whole, ...atInstant(Date.parse(text)) } : null;
}

/** Reads 今天 13:04, 昨天, 前天下午3时 against the day they were printed (`YYYY-MM-DD`). Null when the text has none. */
export function readRelativeDate(text: string, today: string): FoundDate | null {
  const half = toHalfWidth(text);
  const match = /(今天|今日|昨天|昨日|前天)/.exec(half);
  if (match === null) return null;
  const back = match[1]?.startsWith('今') ? 0 : match[1] === '前天' ? 2 : 1;
  const date = new Date(Date.parse(`${today}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
  const from = match.index + match[0].length;
  const found = findDates(`${date}${half.slice(from, from + 20)}`)[0];
  return found === undefined ? null : { ...found, start: match.index, end: from + found.end - date.length };
}

/** The instant a found date stands for, in epoch milliseconds; a date without a time is midnight in `zone`. */
export function toEpoch(found: FoundDate, zone: string): number | null {
  if (found.date === null) return null;
  if (found.offset !== null) {
    return Date.parse(`${found.date}T00:00:00Z`) + (found.timeOfDay ?? 0) - found.offset * 60_000;
  }
  return toInstant(found.date, found.timeOfDay ?? 0, zone);
}

function atInstant(epoch: number): Omit<FoundDate, 'start' | 'end'> {
  const iso = new Date(epoch).toISOString();
  return { date: iso.slice(0, 10), timeOfDay: epoch - Date.parse(`${iso.slice(0, 10)}T00:00:00Z`), offset: 0 };
}

function formatDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readTime(half: string | undefined, hours: string, minutes?: string, seconds?: string): number {
  let hour = Number(hours);
  if (half !== undefined && /下午|晚/.test(half) && hour < 12) hour += 12;
  if (half === '凌晨' && hour === 12) hour = 0;
  return ((hour * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
}

function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}

const digits = '〇一二三四五六七八九';
function readDigits(text: string): string {
  return [...text].map((char) => Math.max(0, digits.indexOf(char))).join('');
}

/** 六, 十, 十二, 三十, 廿一 as a number. */
function readSmallNumber(text: string): number {
  const spelled = text.replace('廿', '二十').replace('卅', '三十');
  const [tens, ones] = spelled.includes('十') ? spelled.split('十') : ['', spelled];
  const base = spelled.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens ?? '')) * 10 : 0;
  return base + (ones === '' ? 0 : digits.indexOf(ones ?? ''));
}
