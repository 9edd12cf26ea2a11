/** When a field that was found is as good as the labelled one: names, dates, units, measures. Pure. */
import { normalizePageNumber } from '../../src/domain/article.js';
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';
import type { Metadata, QuoteLabel, StatisticLabel } from './labels.js';

/** Half-width and without white space. */
function condense(text: string | null | undefined): string {
  return toHalfWidth(text ?? '').replace(/\s+/g, '');
}

function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
}

/** Whether a label or a finding has a value in a field. */
export function isGiven<T>(value: T | null | undefined | ''): value is T {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function countBigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const condensed = condense(text);
  const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  if (condensed.length === 1) add(condensed);
  for (let i = 0; i + 1 < condensed.length; i++) add(condensed.slice(i, i + 2));
  return counts;
}

/** Likeness of two texts by their pairs of neighboring characters (Dice), 0 to 1. */
export function compareBigrams(a: string | null, b: string | null): number {
  const left = countBigrams(a ?? '');
  const right = countBigrams(b ?? '');
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0);
  let shared = 0;
  for (const [gram, count] of left) shared += Math.min(count, right.get(gram) ?? 0);
  const total = sum(left) + sum(right);
  return total === 0 ? 0 : (2 * shared) / total;
}

function oneHoldsOther(a: string | null, b: string | null): boolean {
  const left = condense(a);
  const right = condense(b);
  if (left === '' || right === '') return false;
  return left === right || (right.length >= 2 && left.includes(right)) || (left.length >= 2 && right.includes(left));
}

/** The right speaker: the name, the name with a little around it, most of it, or the role of an unnamed speaker. */
export function isRightSpeaker(label: QuoteLabel, found: Quote): boolean {
  const wanted = condense(label.speaker);
  const given = condense(found.speaker);
  if (wanted === '' || given === '') return false;
  if (wanted === given) return true;
  if (wanted.length >= 2 && given.includes(wanted) && given.length <= wanted.length + 15) return true;
  if (!wanted.includes(given)) return false;
  return (given.length >= 2 && given.length >= wanted.length / 2) || condense(label.role) === given;
}

export const isRightRole = (label: QuoteLabel, found: Quote) => oneHoldsOther(label.role, found.role);
export const isRightOrganization = (label: QuoteLabel, found: Quote) =>
  oneHoldsOther(label.organization, found.organization);

/** The right measure: half of the bigrams shared, or one holds the other without being much longer. */
export function isRightMeasure(label: StatisticLabel, found: Statistic): boolean {
  const wanted = condense(label.measure);
  const given = condense(found.measure);
  if (given === '') return false;
  if (compareBigrams(wanted, given) >= 0.5) return true;
  if (wanted.length >= 2 && given.includes(wanted) && given.length <= 2 * wanted.length + 8) return true;
  return wanted.includes(given) && given.length >= 2 && given.length >= wanted.length / 2;
}

const magnitudes: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];
const currencies = new Map(
  Object.entries({
    元: 'CNY',
    块: 'CNY',
    人民币: 'CNY',
    元人民币: 'CNY',
    美元: 'USD',
    欧元: 'EUR',
    日元: 'JPY',
    港元: 'HKD',
  }),
);

const normalizeUnit = (unit: string | null) => condense(unit).replaceAll('每', '/');

function splitUnit(unit: string | null): { factor: number; rest: string } {
  const normalized = normalizeUnit(unit);
  const [word, factor] = magnitudes.find(([magnitude]) => normalized.startsWith(magnitude)) ?? ['', 1];
  return { factor, rest: normalized.slice(word.length) };
}

function toBaseUnit(unit: string | null): string {
  const base = splitUnit(unit).rest.replace(/^个(?=百分点|月|小时|工作日)/, '');
  return currencies.get(base) ?? base;
}

/** The right unit, with or without its magnitude. */
export function isRightUnit(label: StatisticLabel, found: Statistic): boolean {
  if (normalizeUnit(label.unit) === normalizeUnit(found.unit)) return true;
  if (isGiven(found.unit) && toBaseUnit(label.unit) === toBaseUnit(found.unit)) return true;
  return isGiven(found.normalizedUnit) && condense(label.normalizedUnit) === condense(found.normalizedUnit);
}

export function isRightQualifier(label: StatisticLabel, found: Statistic): boolean {
  if (oneHoldsOther(label.qualifier, found.qualifier)) return true;
  const given = condense(found.qualifier);
  return given !== '' && (label.qualifier ?? '').split('、').some((part) => given.includes(part));
}

export const isRightAsOf = (label: StatisticLabel, found: Statistic) =>
  oneHoldsOther(label.asOf, found.asOf?.text ?? null);

function toNumber(found: Statistic): number {
  return found.normalizedValue === null
    ? Number(found.value) * splitUnit(found.unit).factor
    : Number(found.normalizedValue);
}

const isClose = (a: number, b: number) => Math.abs(a - b) <= 5e-3 * Math.max(Math.abs(a), Math.abs(b), 1e-9);

/** The right value within 0.5 %; a share given as a fraction is as good as one in percent. */
export function isRightValue(label: StatisticLabel, found: Statistic): boolean {
  if (label.normalizedValue === null) return true;
  const value = toNumber(found);
  if (isClose(label.normalizedValue, value)) return true;
  const isFraction = label.normalizedUnit === '%' && !/%/.test(condense(found.unit) + condense(found.normalizedUnit));
  return isFraction && isClose(label.normalizedValue, value * 100);
}

/** A figure that is nothing but a span of time (15天, 三年): one too many of these is neither right nor wrong. */
export function isDuration(found: Statistic): boolean {
  const isTimeUnit = /^(?:年|个月|周|星期|天|小时|个小时|分钟|秒|秒钟|岁|周年|晚)(?:多|余)?$/.test(
    splitUnit(found.unit).rest,
  );
  return isTimeUnit && !(toNumber(found) >= 1000);
}

function readDate(text: string | null | undefined): { day: string; time: string | null } | null {
  const match = /(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D+(\d{1,2}):(\d{2}))?/.exec(toHalfWidth(text ?? ''));
  if (match === null) return null;
  const [, year, month = '', day = '', hour, minute] = match;
  return {
    day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    time: hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`,
  };
}

const isSameDay = (a?: string | null, b?: string | null) => readDate(a)?.day === readDate(b)?.day;

function isSameTime(wanted?: string | null, given?: string | null): boolean {
  const time = readDate(wanted)?.time ?? null;
  return readDate(given) !== null && isSameDay(wanted, given) && (time === null || time === readDate(given)?.time);
}

function isSameSet(wanted?: string | null, given?: string | null): boolean {
  const split = (names?: string | null) =>
    new Set(
      toHalfWidth(names ?? '')
        .split(/[\s、,/;]+/)
        .filter(Boolean),
    );
  const [left, right] = [split(wanted), split(given)];
  return left.size === right.size && [...left].every((name) => right.has(name));
}

const withoutTitleMarks = (name?: string | null) => (name ?? '').replace(/[《》]/g, '');

/** For every field of metadata: whether what was found is what was labelled. Both are given. */
export const metadataRules: Record<keyof Metadata, (label: Metadata, found: Metadata) => boolean> = {
  title: (label, found) => condense(label.title) === condense(found.title),
  section: (label, found) => condense(label.section?.join('>')) === condense(found.section?.join('>')),
  source: (label, found) => oneHoldsOther(withoutTitleMarks(label.source), withoutTitleMarks(found.source)),
  issueDate: (label, found) => isSameDay(label.issueDate, found.issueDate),
  page: (label, found) => normalizePageNumber(label.page ?? '') === normalizePageNumber(found.page ?? ''),
  publishedAt: (label, found) => isSameTime(label.publishedAt, found.publishedAt),
  author: (label, found) => isSameSet(label.author, found.author),
  lead: (label, found) =>
    compareBigrams(label.lead ?? '', found.lead ?? '') >= 0.8 || condense(found.lead).includes(condense(label.lead)),
};
