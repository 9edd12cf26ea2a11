/** What an archive holds of a newspaper, day by day. */
import { type Coverage, type DayRange, judgeCoverage, WEEKS_AROUND } from '../domain/coverage.js';
import { ArchiveError } from '../domain/errors.js';
import { addDays } from '../domain/time.js';
import type { ReadStore } from '../store/store.js';

/** Days of one answer, at most. */
export const MOST_DAYS = 2_000;

/**
 * Tells which days and pages of a newspaper are there, missing or suspect, unless asked otherwise in the year up to its last
 * issue. Null: it has no printed issue. Throws `unknown_source`, and `invalid_parameter` for a range that ends before it
 * starts or is too long.
 */
export async function readCoverage(
  read: ReadStore,
  source: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<Coverage | null> {
  const [newest, oldest] = await Promise.all([
    read.listIssues(source, { limit: 1 }),
    read.listIssues(source, { limit: 1, fromEnd: true }),
  ]);
  const [last, first] = [newest.items[0], oldest.items[0]];
  if (last === undefined || first === undefined) return null;
  const end = to ?? (from === undefined || from < last.date ? last.date : from);
  const yearBefore = addDays(end, -365);
  const begin = from ?? (yearBefore > first.date || end < first.date ? yearBefore : first.date);
  if (begin > end) {
    throw new ArchiveError('invalid_parameter', 'from is later than to', {
      parameter: 'from',
      suggestion: 'Swap the two, or leave one out.',
    });
  }
  if (addDays(begin, MOST_DAYS) <= end) {
    throw new ArchiveError('invalid_parameter', `from and to are more than ${MOST_DAYS} days apart`, {
      parameter: 'to',
      suggestion: 'Ask for a few years at a time.',
    });
  }
  const range: DayRange = { first: begin, last: end };
  const around = 7 * WEEKS_AROUND;
  const issues = await read.listHoldings(source, addDays(begin, -around), addDays(end, around));
  const data = judgeCoverage(issues, range, { first: first.date, last: last.date });
  return { source: last.source, from: begin, to: end, data };
}
