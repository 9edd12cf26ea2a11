/** Finds statistics in the text of an article: which figure, in which unit, of what, as of when. */
import type { TextLayout } from '../domain/article.js';
import type { Statistic } from '../domain/statistic.js';
import { findPeriods, type Period } from '../text/periods.js';
import { chooseAsOf, findTopic } from './statistics/as-of.js';
import { chooseBasis } from './statistics/basis.js';
import { findClause, findSentenceStart } from './statistics/clauses.js';
import type { Figure } from './statistics/figure.js';
import { type Carried, findMeasure } from './statistics/measure.js';
import { normalizeFigure } from './statistics/normalize.js';
import { scanFigures } from './statistics/scan.js';
import { chooseRule, type StatisticRule } from './statistics/screen.js';

/** A statistic before it has an id. */
export type FoundStatistic = Omit<Statistic, 'id'>;

/**
 * Finds the statistics of an article, in reading order. `date` (`YYYY-MM-DD`) is the day the article was written, which
 * 去年, 今年 and 6月 are resolved against; null leaves them unresolved. Pure; linear in the length of the text.
 */
export function extractStatistics(layout: TextLayout, date: string | null): FoundStatistic[] {
  const { text } = layout;
  const found: FoundStatistic[] = [];
  let topic: Period | null = null;
  for (const line of layout.lines) {
    const figures = scanFigures(text, line.start, line.end);
    if (figures.length === 0) continue;
    const periods = findPeriods(text, line.start, line.end);
    const ruled = figures
      .filter((figure) => !periods.some((period) => period.start < figure.coreEnd && figure.coreStart < period.end))
      .map((figure) => ({ figure, rule: chooseRule(text, figure, line.start, line.end) }))
      .filter((each): each is { figure: Figure; rule: StatisticRule } => each.rule !== null);
    const kept = ruled.map(({ figure }) => figure);
    const carried: Carried = { measure: null, sentence: -1, unit: null, subject: null, opening: '', spent: 0, row: [] };
    for (const [index, { figure, rule }] of ruled.entries()) {
      const sentenceStart = findSentenceStart(text, figure.start, line.start);
      const clause = findClause(text, figure, line);
      const previous = kept[index - 1];
      const next = kept[index + 1];
      const measure = findMeasure(
        {
          text,
          figure,
          rule,
          sentenceStart,
          clauseStart: clause.start,
          clauseEnd: clause.end,
          previous: previous !== undefined && previous.end > clause.start ? previous : null,
          spent: Math.min(carried.spent, figure.start),
          next: next !== undefined && next.start < clause.end ? next : null,
          periods,
          figures: kept,
          index,
        },
        carried,
      );
      const normalized = normalizeFigure(figure);
      found.push({
        text: text.slice(figure.start, figure.end),
        value: figure.value,
        valueMax: figure.valueMax,
        qualifier: figure.qualifiers.length === 0 ? null : figure.qualifiers.join('、'),
        unit: `${figure.magnitude}${figure.unit?.text ?? ''}` || null,
        measure,
        asOf: chooseAsOf(text, figure.start, sentenceStart, periods, topic, date),
        normalizedValue: normalized.value,
        normalizedValueMax: normalized.valueMax,
        normalizedUnit: normalized.unit,
        basis: chooseBasis(figure, text.slice(clause.start, figure.start)),
        span: { start: figure.start, end: figure.end },
        confidence: confidences[rule],
        rule,
      });
    }
    topic = findTopic(periods, line.start) ?? topic;
  }
  return found;
}

const confidences: Record<StatisticRule, number> = {
  amount: 0.97,
  percentage: 0.98,
  'percentage-points': 0.98,
  multiple: 0.95,
  fraction: 0.85,
  tenths: 0.9,
  doubling: 0.9,
  'physical-quantity': 0.95,
  count: 0.9,
  people: 0.9,
  duration: 0.6,
  age: 0.6,
  'bare-magnitude': 0.8,
  'bare-count': 0.7,
  'index-value': 0.7,
  rank: 0.8,
};
