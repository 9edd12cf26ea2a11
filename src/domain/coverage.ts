/** Whether the printed issues of a newspaper are all there: which days and pages are missing, or look as if some were. */
import * as z from 'zod';
import { sourceReference } from './source.js';
import { addDays, calendarDate } from './time.js';

/** What an archive holds of one printed issue. */
export interface IssueHolding {
  date: string;
  /** Its pages as `normalizePageNumber` gives them, each once; articles without one are not in them. */
  pages: string[];
  articleCount: number;
}

export const coverageState = z.enum(['present', 'missing', 'suspect']).meta({
  id: 'CoverageState',
  description:
    'present: looks whole; missing: no article of a day on which the paper should have appeared; suspect: pages are missing.',
});

/** One day on which a newspaper appeared, or should have. */
export const coverageDay = z
  .object({
    date: calendarDate,
    state: coverageState,
    pageCount: z.int().min(0),
    articleCount: z.int().min(0),
    usualPageCount: z
      .int()
      .min(0)
      .meta({ description: 'Pages of the middle one of the issues on this weekday around it.' }),
    missingPages: z.array(z.string()).meta({
      description: 'Pages below the greatest of their kind that have no article: 3 where there are 1, 2 and 4.',
    }),
  })
  .meta({ id: 'CoverageDay' });
export type CoverageDay = z.infer<typeof coverageDay>;

/** What an archive holds of a newspaper, day by day. */
export const coverage = z
  .object({
    source: sourceReference,
    from: calendarDate,
    to: calendarDate,
    data: z
      .array(coverageDay)
      .meta({ description: 'Days with an issue, and days that should have one, oldest first.' }),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof coverage>;

/** A day is judged by the same weekday of so many weeks before and after it. */
export const WEEKS_AROUND = 26;
/** A paper appears on a weekday if it did on this share of them: a fortnightly one does not. */
const USUAL_SHARE = 0.6;

/** A first day and a last one, both in. */
export interface DayRange {
  first: string;
  last: string;
}

/**
 * What there is of each day of a range on which there is an issue, or should be one. `issues` also has those of
 * {@link WEEKS_AROUND} weeks before and after. A day is judged within the life of the paper, from its first issue to its
 * last; where fewer than three of its weekdays fall in that, nothing is expected of it. A paper that appears less than weekly
 * has no missing days, only suspect ones.
 */
export function judgeCoverage(issues: readonly IssueHolding[], range: DayRange, life: DayRange): CoverageDay[] {
  const held = new Map(issues.map((issue) => [toDayNumber(issue.date), issue]));
  const [birth, death] = [toDayNumber(life.first), toDayNumber(life.last)];
  const days: CoverageDay[] = [];
  for (let day = toDayNumber(range.first); day <= toDayNumber(range.last); day += 1) {
    const { isExpected, usualPageCount } = lookAround(held, day, birth, death);
    const issue = held.get(day);
    if (issue === undefined && !isExpected) continue;
    const { pages, articleCount } = issue ?? { pages: [], articleCount: 0 };
    const missingPages = findMissingPages(pages);
    const isThin = pages.length > 0 && pages.length * 2 < usualPageCount;
    const state = issue === undefined ? 'missing' : isThin || missingPages.length > 0 ? 'suspect' : 'present';
    const date = addDays(EPOCH, day);
    days.push({ date, state, pageCount: pages.length, articleCount, usualPageCount, missingPages });
  }
  return days;
}

const EPOCH = '1970-01-01';
/** Days since 1970. */
const toDayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** What the same weekday around a day, without the day itself, lets expect of it. */
function lookAround(held: ReadonlyMap<number, IssueHolding>, day: number, birth: number, death: number) {
  const pageCounts: number[] = [];
  let around = 0;
  let appeared = 0;
  for (let other = day - 7 * WEEKS_AROUND; other <= day + 7 * WEEKS_AROUND; other += 7) {
    if (other === day || other < birth || other > death) continue;
    around += 1;
    const issue = held.get(other);
    if (issue === undefined) continue;
    appeared += 1;
    if (issue.pages.length > 0) pageCounts.push(issue.pages.length);
  }
  pageCounts.sort((a, b) => a - b);
  return {
    isExpected: day >= birth && day <= death && around >= 3 && appeared >= around * USUAL_SHARE,
    usualPageCount: pageCounts[Math.floor(pageCounts.length / 2)] ?? 0,
  };
}

/** Pages are numbered from 1 within their letter: A1, A2, B1. Others, as 特刊, are not counted. */
function findMissingPages(pages: readonly string[]): string[] {
  const kinds = new Map<string, Set<number>>();
  for (const page of pages) {
    const [, letter, number] = /^([A-Z]*)(\d{1,3})$/.exec(page) ?? [];
    if (letter === undefined) continue;
    const numbers = kinds.get(letter) ?? new Set();
    kinds.set(letter, numbers.add(Number(number)));
  }
  return [...kinds].flatMap(([letter, numbers]) => {
    const all = Array.from({ length: Math.max(...numbers) }, (_, at) => at + 1);
    return all.filter((number) => !numbers.has(number)).map((number) => `${letter}${number}`);
  });
}
