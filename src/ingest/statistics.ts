/** Finds statistics in the text of an article: which figure, in which unit, of what, as of when. */
import type { TextLayout } from '../domain/article.js';
import type { Statistic } from '../domain/statistic.js';

/** A statistic before it has an id. */
export type FoundStatistic = Omit<Statistic, 'id'>;

/**
 * Finds the statistics of an article, in reading order. `date` (`YYYY-MM-DD`) is the day the article was written, which
 * 去年, 今年 and 6月 are resolved against; null leaves them unresolved. Pure; linear in the length of the text.
 */
export function extractStatistics(_layout: TextLayout, _date: string | null): FoundStatistic[] {
  return [];
}
