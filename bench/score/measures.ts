/** The measures: what many compared articles come to, in numbers. The names are those of the annotation guide. */
import type { Comparison, Matching } from './compare.js';
import {
  compareBigrams,
  isGiven,
  isRightAsOf,
  isRightMeasure,
  isRightOrganization,
  isRightQualifier,
  isRightRole,
  isRightSpeaker,
  isRightUnit,
  isRightValue,
} from './fields.js';
import type { Metadata } from './labels.js';

/** Precision, recall and their harmonic mean over counts; 0 where there is nothing to divide by. */
export interface Retrieval {
  hits: number;
  found: number;
  labelled: number;
  precision: number;
  recall: number;
  f1: number;
}

/** How many of the cases were right; null when there was none. */
export interface Accuracy {
  right: number;
  of: number;
  accuracy: number | null;
}

export interface Measures {
  articles: number;
  retrieval: Record<RetrievalName, Retrieval>;
  accuracy: Record<AccuracyName, Accuracy>;
  /** By field; precision and recall are over articles. */
  metadata: Record<keyof Metadata, Retrieval>;
  /** Mean likeness of the bodies, and of the measures of matched statistics; null without any. */
  bodyBigramF1: number | null;
  measureMeanDice: number | null;
}

type RetrievalName =
  | 'quoteExact'
  | 'quoteOverlap'
  | 'quoteOverlapAndSpeaker'
  | 'indirectOverlap'
  | 'statisticExact'
  | 'statisticOverlap'
  | 'statisticOverlapAndValue'
  | 'statisticOverlapValueMeasure';
type AccuracyName =
  | 'speaker'
  | 'role'
  | 'organization'
  | 'testimonialRecall'
  | 'indirectSpeaker'
  | 'value'
  | 'unit'
  | 'qualifier'
  | 'measure'
  | 'asOf';

/** Adds compared articles up. */
export function measure(comparisons: readonly Comparison[]): Measures {
  const quotes = comparisons.flatMap((each) => each.quotes ?? []);
  const indirect = comparisons.flatMap((each) => each.indirect?.overlap ?? []);
  const statistics = comparisons.flatMap((each) => each.statistics ?? []);
  const quoteOverlap = quotes.map((track) => track.overlap);
  const statisticOverlap = statistics.map((track) => track.overlap);
  const matchedQuotes = pairsOf(quoteOverlap);
  const matchedStatistics = pairsOf(statisticOverlap);
  const testimonials = quoteOverlap
    .flatMap(({ pairs, missed }) => [
      ...pairs.map(([label]) => ({ label, met: true })),
      ...missed.map((label) => ({ label, met: false })),
    ])
    .filter(({ label }) => label.item.kind === 'testimonial');
  const measured = matchedStatistics.filter(([label]) => isGiven(label.measure));

  return {
    articles: comparisons.length,
    retrieval: {
      quoteExact: retrieve(quotes.map((track) => track.exact)),
      quoteOverlap: retrieve(quoteOverlap),
      quoteOverlapAndSpeaker: retrieve(
        quoteOverlap,
        (label, found) => !isGiven(label.speaker) || isRightSpeaker(label, found),
      ),
      indirectOverlap: retrieve(indirect),
      statisticExact: retrieve(statistics.map((track) => track.exact)),
      statisticOverlap: retrieve(statisticOverlap),
      statisticOverlapAndValue: retrieve(statisticOverlap, isRightValue),
      statisticOverlapValueMeasure: retrieve(
        statisticOverlap,
        (label, found) => isRightValue(label, found) && (!isGiven(label.measure) || isRightMeasure(label, found)),
      ),
    },
    accuracy: {
      speaker: assess(matchedQuotes, (label) => label.speaker, isRightSpeaker),
      role: assess(matchedQuotes, (label) => label.role, isRightRole),
      organization: assess(matchedQuotes, (label) => label.organization, isRightOrganization),
      testimonialRecall: toAccuracy(testimonials.filter(({ met }) => met).length, testimonials.length),
      indirectSpeaker: assess(pairsOf(indirect), () => true, isRightSpeaker),
      value: assess(matchedStatistics, (label) => label.normalizedValue, isRightValue),
      unit: assess(matchedStatistics, (label) => label.unit, isRightUnit),
      qualifier: assess(matchedStatistics, (label) => label.qualifier, isRightQualifier),
      measure: assess(matchedStatistics, (label) => label.measure, isRightMeasure),
      asOf: assess(matchedStatistics, (label) => label.asOf, isRightAsOf),
    },
    metadata: measureMetadata(comparisons),
    bodyBigramF1: average(comparisons.flatMap((each) => each.body ?? [])),
    measureMeanDice: average(measured.map(([label, found]) => compareBigrams(label.measure, found.measure))),
  };
}

function pairsOf<L, F>(matchings: readonly Matching<L, F>[]): [L, F][] {
  return matchings.flatMap(({ pairs }) => pairs.map(([label, found]): [L, F] => [label.item, found.item]));
}

function retrieve<L, F>(
  matchings: readonly Matching<L, F>[],
  isHit: (label: L, found: F) => boolean = () => true,
): Retrieval {
  const pairs = pairsOf(matchings);
  const sum = (count: (matching: Matching<L, F>) => number) =>
    matchings.reduce((total, each) => total + count(each), 0);
  return toRetrieval(
    pairs.filter(([label, found]) => isHit(label, found)).length,
    pairs.length + sum(({ inVain }) => inVain.length),
    pairs.length + sum(({ missed }) => missed.length),
  );
}

function toRetrieval(hits: number, found: number, labelled: number): Retrieval {
  const precision = found === 0 ? 0 : hits / found;
  const recall = labelled === 0 ? 0 : hits / labelled;
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { hits, found, labelled, precision, recall, f1 };
}

function assess<L, F>(
  pairs: readonly [L, F][],
  read: (label: L) => unknown,
  isRight: (label: L, found: F) => boolean,
): Accuracy {
  const cases = pairs.filter(([label]) => isGiven(read(label)));
  return toAccuracy(cases.filter(([label, found]) => isRight(label, found)).length, cases.length);
}

function toAccuracy(right: number, of: number): Accuracy {
  return { right, of, accuracy: of === 0 ? null : right / of };
}

function measureMetadata(comparisons: readonly Comparison[]): Record<keyof Metadata, Retrieval> {
  const all = comparisons.flatMap((each) => each.metadata);
  const measureField = (field: keyof Metadata) => {
    const cases = all.filter((each) => each.field === field);
    const count = (is: 'isRight' | 'isFound' | 'isLabelled') => cases.filter((each) => each[is]).length;
    return toRetrieval(count('isRight'), count('isFound'), count('isLabelled'));
  };
  return {
    title: measureField('title'),
    section: measureField('section'),
    source: measureField('source'),
    issueDate: measureField('issueDate'),
    page: measureField('page'),
    publishedAt: measureField('publishedAt'),
    author: measureField('author'),
    lead: measureField('lead'),
  };
}

function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}
