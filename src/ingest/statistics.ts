/** Finds statistics in the text of an article: which figure, in which unit, of what, as of when. */
import type { TextLayout } from '../domain/article.js';
import type { Span } from '../domain/span.js';
import type { Statistic } from '../domain/statistic.js';
import { findPeriods, type Period } from '../text/periods.js';
import { chooseAsOf, findTopic } from './statistics/as-of.js';
import { chooseBasis } from './statistics/basis.js';
import { findClause, findSentenceStart, splitPassages } from './statistics/clauses.js';
import type { Figure } from './statistics/figure.js';
import { findMeasure, startCarrying } from './statistics/measure.js';
import { normalizeFigure } from './statistics/normalize.js';
import { scanFigures } from './statistics/scan.js';
import { chooseRule, type StatisticRule } from './statistics/screen.js';
import type { Setting } from './statistics/setting.js';

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
    for (const passage of splitPassages(text, line)) {
      const figures = scanFigures(text, passage.start, passage.end);
      if (figures.length === 0) continue;
      const periods = findPeriods(text, passage.start, passage.end);
      for (const { setting, measure } of readPassage(text, passage, figures, periods)) {
        found.push(buildStatistic(setting, measure, topic, date));
      }
      topic = findTopic(periods, passage.start) ?? topic;
    }
  }
  return found;
}

/** The statistics among the figures of a passage, each with what is around it and what it measures. */
function readPassage(
  text: string,
  passage: Span,
  figures: readonly Figure[],
  periods: readonly Period[],
): { setting: Setting; measure: string | null }[] {
  const ruled = figures.flatMap((figure) => {
    const timed = periods.some(({ start, end }) => start < figure.coreEnd && figure.coreStart < end);
    const rule = timed ? null : chooseRule(text, figure, passage.start, passage.end);
    return rule === null ? [] : [{ figure, rule }];
  });
  // An age describes whom the next figure counts (60岁以上老人达93万): it parts no words from the figures beside it.
  const parting = ruled.flatMap(({ figure, rule }) => (rule === 'age' ? [] : [figure]));
  const carried = startCarrying();
  let index = 0;
  return ruled.map(({ figure, rule }) => {
    const parts = parting[index] === figure;
    const clause = findClause(text, figure, passage);
    const previous = parting[index - 1];
    const next = parting[parts ? index + 1 : index];
    const setting: Setting = {
      text,
      figure,
      rule,
      sentenceStart: findSentenceStart(text, figure.start, passage.start),
      clauseStart: clause.start,
      clauseEnd: clause.end,
      previous: previous !== undefined && previous.end > clause.start ? previous : null,
      spent: Math.min(carried.spent, figure.start),
      next: next !== undefined && next.start < clause.end ? next : null,
      periods,
      figures: parting,
      index,
    };
    if (parts) index += 1;
    return { setting, measure: findMeasure(setting, parts ? carried : { ...carried }) };
  });
}

function buildStatistic(
  setting: Setting,
  measure: string | null,
  topic: Period | null,
  date: string | null,
): FoundStatistic {
  const { text, figure, rule, clauseStart, sentenceStart, periods } = setting;
  const normalized = normalizeFigure(figure);
  return {
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
    basis: chooseBasis(figure, text.slice(clauseStart, figure.start)),
    span: { start: figure.start, end: figure.end },
    confidence: confidences[rule],
    rule,
  };
}

/** How often a rule is right, as measured on labelled articles and rounded down. */
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
