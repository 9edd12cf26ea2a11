/** A series as points to draw, and the figures in it that contradict each other. Pure. */
import type { Series, StatisticInArticle } from '../../../client/index.js';

/** A figure and where it is drawn. */
export interface Point {
  statistic: StatisticInArticle;
  period: string;
  /** Which period it is in, from 0. */
  at: number;
  value: number;
  /** How many figures of the same value and period stand before it. */
  rank: number;
  isDisputed: boolean;
}

/** Figures of one measure, basis and time that do not agree. */
export interface Dispute {
  measure: string;
  period: string;
  /** By value, the least first. */
  statistics: StatisticInArticle[];
}

const writeValue = ({ normalizedValue, normalizedValueMax }: StatisticInArticle) =>
  JSON.stringify([normalizedValue, normalizedValueMax]);

/** The time a figure holds for: its own, or else its period. */
const timeOf = ({ asOf }: StatisticInArticle, period: string) =>
  asOf === null || (asOf.from === null && asOf.to === null) ? period : `${asOf.from}/${asOf.to}`;

/**
 * Finds the figures that contradict each other: the same words for what is measured, on the same basis and for the same time,
 * with different values. Figures whose measure is not known contradict nothing.
 */
export function findDisputes({ data }: Series): Dispute[] {
  const groups = new Map<string, Dispute>();
  for (const { period, statistics } of data) {
    for (const statistic of statistics) {
      const { measure, basis } = statistic;
      if (measure === null) continue;
      const name = JSON.stringify([measure, basis, timeOf(statistic, period)]);
      const group = groups.get(name) ?? { measure, period, statistics: [] };
      group.statistics.push(statistic);
      groups.set(name, group);
    }
  }
  return [...groups.values()].filter(({ statistics }) => new Set(statistics.map(writeValue)).size > 1);
}

/** The points of a series, the oldest first, those of one period by value. */
export function toPoints({ data }: Series, disputes: readonly Dispute[]): Point[] {
  const disputed = new Set(disputes.flatMap(({ statistics }) => statistics));
  return data.flatMap(({ period, statistics }, at) => {
    const ranks = new Map<number, number>();
    return statistics.map((statistic) => {
      const value = Number(statistic.normalizedValue);
      const rank = ranks.get(value) ?? 0;
      ranks.set(value, rank + 1);
      return { statistic, period, at, value, rank, isDisputed: disputed.has(statistic) };
    });
  });
}

/** From so many times the least value on, the small ones would lie on the axis. */
const WIDE = 300;

/** Whether values are so far apart that only a logarithmic scale tells them from each other. */
export function isWide(points: readonly Point[]): boolean {
  const values = points.map(({ value }) => value);
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) / least > WIDE;
}
