/** Charts of figures over time: what they say for each year, month or day. */
import type { StatisticInArticle } from '../domain/article.js';
import type { Series, SeriesPeriod } from '../domain/chart.js';
import { type Interval, listPeriods, toPeriod } from '../domain/interval.js';
import { limits, type StatisticFilter } from '../domain/query.js';
import type { StatisticBasis } from '../domain/statistic.js';
import { toDate } from '../domain/time.js';
import { fromJson } from '../store/json.js';
import type { ReadStore } from '../store/store.js';

/** Figures that one series is made of, at most: those of the newest articles. */
export const MOST_FIGURES = 1_000;

export interface SeriesQuery {
  interval: Interval;
  /** Only figures of this basis. */
  basis?: StatisticBasis | undefined;
}

/**
 * Puts the figures of a filter under the periods they hold for: by the last day of `asOf` or else the day of their
 * article. Figures without a normalized value or any date are left out. It begins and ends with `asOfFrom` and `asOfTo`, and where
 * those are open with the first and the last figure. Throws as lists do, and `invalid_parameter` for too many periods.
 */
export async function readSeries(
  read: ReadStore,
  filter: StatisticFilter,
  { interval, basis }: SeriesQuery,
): Promise<Series> {
  const { timeZone } = await read.getState();
  const tz = filter.tz ?? timeZone;
  const { found, truncated } = await readNewest(read, filter);
  const days = new Map<StatisticInArticle, string>();
  for (const statistic of found) {
    const day = findDay(statistic, tz);
    if (day === null || statistic.normalizedValue === null) continue;
    if (basis === undefined || statistic.basis === basis) days.set(statistic, day);
  }
  const sorted = [...days.values()].sort();
  const first = filter.asOfFrom ?? sorted[0];
  const last = filter.asOfTo ?? sorted.at(-1);
  if (first === undefined || last === undefined) return { interval, tz, truncated, data: [] };

  const periods = new Map(listPeriods(first, last, interval).map((period) => [period, [] as StatisticInArticle[]]));
  // What holds from before the first period to after the last one is of neither.
  for (const [statistic, day] of days) periods.get(toPeriod(day, interval))?.push(statistic);
  return { interval, tz, truncated, data: [...periods].map(([period, statistics]) => summarize(period, statistics)) };
}

/** The value, or the lower end of a range. */
const leastOf = ({ normalizedValue }: StatisticInArticle) => Number(normalizedValue);
/** The value, or the upper end of a range. */
const greatestOf = ({ normalizedValue, normalizedValueMax }: StatisticInArticle) =>
  Number(normalizedValueMax ?? normalizedValue);

function summarize(period: string, statistics: StatisticInArticle[]): SeriesPeriod {
  statistics.sort((a, b) => leastOf(a) - leastOf(b));
  const [greatest] = statistics.toSorted((a, b) => greatestOf(b) - greatestOf(a));
  return {
    period,
    count: statistics.length,
    min: statistics[0]?.normalizedValue ?? null,
    max: greatest?.normalizedValueMax ?? greatest?.normalizedValue ?? null,
    statistics,
  };
}

/** The day a figure holds for; null: none is known. */
function findDay({ asOf, article }: StatisticInArticle, tz: string): string | null {
  const day = asOf?.to ?? asOf?.from ?? null;
  if (day !== null) return day;
  if (article.publishedAt !== null) return toDate(Date.parse(article.publishedAt), tz);
  return article.issue?.date ?? null;
}

async function readNewest(read: ReadStore, filter: StatisticFilter) {
  const found: StatisticInArticle[] = [];
  let cursor: string | undefined;
  do {
    const page = await read.listStatistics(filter, { limit: limits.page.max, cursor });
    found.push(...fromJson(page.items));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && found.length < MOST_FIGURES);
  return { found, truncated: cursor !== undefined };
}
