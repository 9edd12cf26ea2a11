/** Time cut into years, months or days, without gaps: what charts are drawn over. */
import * as z from 'zod';
import { ArchiveError } from './errors.js';
import { addDays } from './time.js';

export const interval = z.enum(['year', 'month', 'day']).meta({ id: 'Interval', description: 'How long a period is.' });
export type Interval = z.infer<typeof interval>;

/** Periods of one chart, at most. */
export const MOST_PERIODS = 5_000;

/** A year `2015`, a month `2015-07` or a day `2015-07-14`. */
export const period = z.string().meta({
  description: 'The year, month or day, as from and to take it.',
  example: '2015-07',
});

const LENGTHS: Record<Interval, number> = { year: 4, month: 7, day: 10 };

/** The period that a date lies in. */
export const toPeriod = (date: string, interval: Interval): string => date.slice(0, LENGTHS[interval]);

/**
 * All periods from that of a first date to that of a last one; none when the last is earlier. Throws `invalid_parameter`
 * when they are more than {@link MOST_PERIODS}.
 */
export function listPeriods(first: string, last: string, interval: Interval): string[] {
  const end = toPeriod(last, interval);
  let at = toPeriod(first, interval);
  if (at > end) return [];
  const periods = [at];
  while (at !== end) {
    if (periods.length === MOST_PERIODS) {
      throw new ArchiveError('invalid_parameter', `There are more than ${MOST_PERIODS} periods of a ${interval} here`, {
        parameter: 'interval',
        suggestion: 'Take a longer interval, or narrow it down with from and to.',
      });
    }
    at = followPeriod(at);
    periods.push(at);
  }
  return periods;
}

/** The period after one. */
function followPeriod(period: string): string {
  if (period.length === LENGTHS.day) return addDays(period, 1);
  const [year = 0, month] = period.split('-').map(Number);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  if (month === undefined || month === 12) return `${pad(year + 1, 4)}${month === undefined ? '' : '-01'}`;
  return `${pad(year, 4)}-${pad(month + 1, 2)}`;
}
