/** One labelled article beside what was found in it: which labels were met, missed, and what was found in vain. */
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { compareBigrams, isDuration, isGiven, metadataRules } from './fields.js';
import type { Findings } from './findings.js';
import type { LabelledArticle, Metadata, QuoteLabel, StatisticLabel } from './labels.js';
import { agreements, type Placed, pairUp, trimQuote, trimStatistic } from './spans.js';

/** Labels and findings of one kind, paired. Optional labels, and findings that meet them, are in none of the lists. */
export interface Matching<L, F> {
  pairs: [Placed<L>, Placed<F>][];
  missed: Placed<L>[];
  inVain: Placed<F>[];
}

/** The same labels and findings paired twice: with equal spans, and with half of them shared. */
export interface Track<L, F> {
  exact: Matching<L, F>;
  overlap: Matching<L, F>;
}

export interface MetadataComparison {
  field: keyof Metadata;
  label: Metadata;
  found: Metadata;
  isLabelled: boolean;
  isFound: boolean;
  isRight: boolean;
}

export interface Comparison {
  id: string;
  plain: string;
  failure: string | null;
  /** Direct quotes and testimonials. */
  quotes: Track<QuoteLabel, Quote> | null;
  indirect: Track<QuoteLabel, Quote> | null;
  statistics: Track<StatisticLabel, Statistic> | null;
  metadata: MetadataComparison[];
  /** Likeness of the body, 0 to 1; null when no body is labelled or the page was refused. */
  body: number | null;
}

/** Compares one article with what was found in it. */
export function compareArticle(labelled: LabelledArticle, findings: Findings): Comparison {
  const { id, plain, quotes, statistics } = labelled;
  const trimmed = {
    labels: quotes?.map((quote) => trimQuote(quote, plain)),
    found: findings.quotes.map((quote) => trimQuote(quote, plain)),
  };
  const isIndirect = ({ item }: Placed<{ kind: string }>) => item.kind === 'indirect';
  const isMarked = (quote: Placed<{ kind: string }>) => !isIndirect(quote);
  return {
    id,
    plain,
    failure: findings.failure,
    quotes: trimmed.labels ? match(trimmed.labels.filter(isMarked), trimmed.found.filter(isMarked)) : null,
    indirect: trimmed.labels ? match(trimmed.labels.filter(isIndirect), trimmed.found.filter(isIndirect)) : null,
    statistics: statistics
      ? match(
          statistics.map((label) => trimStatistic(label, plain)),
          findings.statistics.map((found) => trimStatistic(found, plain)),
          isDuration,
        )
      : null,
    metadata: compareMetadata(labelled.metadata, findings.metadata),
    body: labelled.body === null || findings.body === null ? null : compareBigrams(labelled.body, findings.body),
  };
}

function match<L extends { optional?: boolean }, F>(
  labels: Placed<L>[],
  findings: Placed<F>[],
  isIgnored: (finding: F) => boolean = () => false,
): Track<L, F> {
  const touching = new Set(pairUp(labels, findings, agreements.any).values());
  const matchBy = (agree: Parameters<typeof pairUp<L, F>>[2]): Matching<L, F> => {
    const pairs = pairUp(labels, findings, agree);
    const met = new Set(pairs.values());
    const required = labels.filter((label) => label.item.optional !== true);
    return {
      pairs: required.flatMap((label): [Placed<L>, Placed<F>][] => {
        const finding = pairs.get(label);
        return finding === undefined ? [] : [[label, finding]];
      }),
      missed: required.filter((label) => !pairs.has(label)),
      inVain: findings.filter((finding) => !met.has(finding) && (touching.has(finding) || !isIgnored(finding.item))),
    };
  };
  return { exact: matchBy(agreements.exact), overlap: matchBy(agreements.half) };
}

const fields = Object.keys(metadataRules) as (keyof Metadata)[];

function compareMetadata(label: Metadata | null, found: Metadata): MetadataComparison[] {
  if (label === null) return [];
  return fields.map((field) => {
    const isLabelled = isGiven(label[field]);
    const isFound = isGiven(found[field]);
    const isRight = isLabelled && isFound && metadataRules[field](label, found);
    return { field, label, found, isLabelled, isFound, isRight };
  });
}
