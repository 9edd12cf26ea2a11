/** Charts of a list over time: how many of its articles each year, month or day has. */
import type { Histogram } from '../domain/chart.js';
import { type Interval, listPeriods } from '../domain/interval.js';
import { type ArticleFilter, resolveRange } from '../domain/query.js';
import { toDate } from '../domain/time.js';
import type { ReadStore } from '../store/store.js';
import { readQuery } from './dictionary.js';
import { countFacet } from './facets.js';

/**
 * Counts the articles of a filter, or with `q` of a search in it, by the date that the filter goes by. It begins and ends where the
 * filter does, and where that is open with the first and the last article. Throws as lists do, and `invalid_parameter` for
 * too many periods.
 */
export async function readHistogram(
  read: ReadStore,
  filter: ArticleFilter,
  interval: Interval,
  q?: string,
): Promise<Histogram> {
  const { timeZone } = await read.getState();
  const tz = filter.tz ?? timeZone;
  const found = await countFacet(read, filter, interval, q === undefined ? undefined : readQuery(q).query);
  const range = resolveRange(filter, timeZone);
  const toDay = (end: string | number | null | undefined) => (typeof end === 'number' ? toDate(end, tz) : end);
  // Facets of time come newest first.
  const first = toDay(range?.from) ?? found.at(-1)?.value;
  const last = toDay(range?.to) ?? found[0]?.value;
  if (first === undefined || last === undefined) return { interval, tz, data: [] };
  const counts = new Map(found.map(({ value, count }) => [value, count]));
  const data = listPeriods(first, last, interval).map((period) => ({ period, count: counts.get(period) ?? 0 }));
  return { interval, tz, data };
}
