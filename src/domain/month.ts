/** Months: what the archive can be taken away by. An article is in the month in which it was published. */
import { toDate } from './time.js';

/** A month as `YYYY-MM`, in the zone of the archive; null: that of the articles without any date. */
export type Month = string | null;

/** How a month is written where it has to be a word. */
export const UNDATED = 'undated';

/** What a month has at this moment. */
export interface MonthSummary {
  month: Month;
  articleCount: number;
  /** That of the newest change of which an article was, or had been, in it. */
  seq: number;
}

/** The month of an instant (epoch milliseconds) in a zone. */
export function toMonth(instantMs: number, zone: string): string {
  return toDate(instantMs, zone).slice(0, -3);
}
