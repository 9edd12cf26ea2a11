/** Finds statistics in the text of an article: which figure, in which unit, of what, as of when. */
import type { TextLayout } from '../domain/article.js';
import type { Span } from '../domain/span.js';
import type { AsOf, Statistic } from '../domain/statistic.js';
import { resolvePeriod } from '../text/period-dates.js';
import { findPeriods, type Period } from '../text/periods.js';
import { makeReadable, type Readable } from './printed.js';
import { chooseAsOf, findTopic } from './statistics/as-of.js';
import { chooseBasis } from './statistics/basis.js';
import { startCarrying } from './statistics/carried.js';
import { findClause, findSentenceStart, splitPassages } from './statistics/clauses.js';
import type { Figure } from './statistics/figure.js';
import { findMeasure } from './statistics/measure.js';
import { normalizeFigure } from './statistics/normalize.js';
import { readBracketed } from './statistics/phrase.js';
import { scanFigures } from './statistics/scan.js';
import { chooseRule, type StatisticRule } from './statistics/screen.js';
import { readWords, type Setting } from './statistics/setting.js';

/** A statistic before it has an id. */
export type FoundStatistic = Omit<Statistic, 'id'>;

/**
 * Finds the statistics of an article, in reading order. `date` (`YYYY-MM-DD`) is the day the article was written, which
 * 去年, 今年 and 6月 are resolved against; null leaves them unresolved. Pure; linear in the length of the text.
 */
export function extractStatistics(
  { text, lines }: TextLayout,
  date: string | null,
  readable: Readable = makeReadable(text),
): FoundStatistic[] {
  const found = findStatistics({ text: readable.text, lines }, date);
  if (readable.text === text) return found;
  const print = (words: string | null) => words && readable.print(words);
  return found.map((statistic) => ({
    ...statistic,
    text: text.slice(statistic.span.start, statistic.span.end),
    qualifier: print(statistic.qualifier),
    unit: print(statistic.unit),
    measure: print(statistic.measure),
    asOf: statistic.asOf && { ...statistic.asOf, text: readable.print(statistic.asOf.text) },
  }));
}

function findStatistics({ text, lines }: TextLayout, date: string | null): FoundStatistic[] {
  const found: FoundStatistic[] = [];
  let topic: Period | null = null;
  const resolved = new Map<string, AsOf>();
  const resolve = ({ text: words }: Period): AsOf => {
    const asOf = resolved.get(words) ?? { text: words, ...resolvePeriod(words, date) };
    resolved.set(words, asOf);
    return asOf;
  };
  for (const line of lines) {
    for (const passage of splitPassages(text, line)) {
      const figures = scanFigures(text, passage.start, passage.end);
      const ruled: RuledFigure[] = [];
      for (const figure of figures) {
        const rule = chooseRule(text, figure, passage.start, passage.end);
        if (rule !== null) ruled.push({ figure, rule });
      }
      if (ruled.length === 0) continue;
      const periods = findPeriods(text, passage.start, passage.end);
      for (const { setting, measure } of readPassage(text, passage, ruled, periods)) {
        const period = chooseAsOf(setting, topic);
        found.push(buildStatistic(setting, measure, period === null ? null : resolve(period)));
      }
      topic = findTopic(text, periods, passage.start) ?? topic;
    }
  }
  return found;
}

interface RuledFigure {
  figure: Figure;
  rule: StatisticRule;
}

/** The statistics of a passage, each with what is around it and what it measures; numbers of dates are none. */
function readPassage(
  text: string,
  passage: Span,
  candidates: readonly RuledFigure[],
  periods: readonly Period[],
): { setting: Setting; measure: string | null }[] {
  const ruled = candidates.filter(
    ({ figure }) => !periods.some(({ start, end }) => start < figure.coreEnd && figure.coreStart < end),
  );
  // An age describes whom the next figure counts (60岁以上老人达93万): it parts no words from the figures beside it.
  const parting = ruled.filter(({ rule }) => rule !== 'age').map(({ figure }) => figure);
  const carried = startCarrying();
  let index = 0;
  let sentenceStart = passage.start;
  return ruled.map(({ figure, rule }) => {
    const parts = parting[index] === figure;
    sentenceStart = findSentenceStart(text, figure.start, sentenceStart);
    const clause = findClause(text, figure, passage);
    const previous = parting[index - 1];
    const next = parting[parts ? index + 1 : index];
    const parted = previous !== undefined && previous.end > clause.start ? previous : null;
    const before = parted === null ? clause.start : Math.max(parted.end, Math.min(carried.spent, figure.start));
    const setting: Setting = {
      text,
      figure,
      rule,
      sentenceStart,
      clauseStart: clause.start,
      clauseEnd: clause.end,
      previous: parted,
      before: readWords({ text, periods }, before, figure.start),
      next: next !== undefined && next.start < clause.end ? next : null,
      periods,
      figures: parting,
      index,
    };
    if (parts) index += 1;
    // What stands in a bracket is an aside, too: behind it the sentence goes on.
    const aside = !parts || readBracketed(setting.before) !== null;
    return { setting, measure: findMeasure(setting, aside ? { ...carried } : carried) };
  });
}

function buildStatistic(setting: Setting, measure: string | null, asOf: AsOf | null): FoundStatistic {
  const { text, figure, rule } = setting;
  const normalized = normalizeFigure(figure);
  return {
    text: text.slice(figure.start, figure.end),
    value: figure.value,
    valueMax: figure.valueMax,
    qualifier: figure.qualifiers.length === 0 ? null : figure.qualifiers.join('、'),
    unit: `${figure.magnitude}${figure.unit?.text ?? ''}` || null,
    measure,
    asOf,
    normalizedValue: normalized.value,
    normalizedValueMax: normalized.valueMax,
    normalizedUnit: normalized.unit,
    basis: chooseBasis(figure, setting.before, measure),
    span: { start: figure.start, end: figure.end },
    confidence: confidences[rule],
    rule,
  };
}

/** How far a rule is trusted: an amount with its unit more than a bare number, a span of time or a rank. */
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
