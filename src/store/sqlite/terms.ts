/**
 * Terms: what articles can be found by. Every filter on a whole value is one, and so is "all articles", so that every
 * list is the walk of one term's index in order, checked against the others.
 */
import { type ArticleSummary, normalizePageNumber } from '../../domain/article.js';
import type { Findings } from '../../domain/correction.js';
import { findOrganization, isOrganizationName, isPersonName } from '../../domain/names.js';
import { toInstant } from '../../domain/time.js';

/** Numbers are stored: they are added, never changed. */
export const termKinds = {
  /** `articles`: every article; `quotes`, `statistics`: those that have any. */
  all: 0,
  section: 1,
  source: 2,
  issueDate: 3,
  page: 4,
  speaker: 5,
  organization: 6,
  quoteKind: 7,
  unit: 8,
} as const;

export interface TermKey {
  kind: number;
  value: string;
}

/** A term of an article, and how many of its quotes have it. */
export interface ArticleTerm extends TermKey {
  quoteCount: number;
}

/** Whether the index of people or of organizations lists a term. */
export function isListed({ kind, value }: TermKey): boolean {
  return kind === termKinds.speaker
    ? isPersonName(value)
    : kind === termKinds.organization && isOrganizationName(value);
}

/** The sort keys of an article. Each has a place for articles without the date: before every date there is. */
export interface SortKeys {
  published: number;
  issued: string;
  modified: number;
}

/** Where articles without a date of publication and without a printed issue stand. */
export const NEVER = -8.64e15;

/** When an article counts as published: at its time, or else when the day of its printed issue began. */
export function buildSortKeys(
  { publishedAt, issue, modifiedAt }: Pick<ArticleSummary, 'publishedAt' | 'issue' | 'modifiedAt'>,
  timeZone: string,
): SortKeys {
  const began = issue === null ? NEVER : toInstant(issue.date, 0, timeZone);
  return {
    published: publishedAt === null ? began : Date.parse(publishedAt),
    issued: issue?.date ?? '',
    modified: Date.parse(modifiedAt),
  };
}

/** The terms of an article but its sections and source, each once. */
export function listTerms({ issue }: Pick<ArticleSummary, 'issue'>, { quotes, statistics }: Findings): ArticleTerm[] {
  const { all, issueDate, page, speaker, organization, quoteKind, unit } = termKinds;
  const terms = new Map<string, ArticleTerm>();
  const add = (kind: number, value: string | null | undefined, quoteCount = 0) => {
    if (value === null || value === undefined) return;
    const known = terms.get(`${kind} ${value}`);
    if (known) known.quoteCount += quoteCount;
    else terms.set(`${kind} ${value}`, { kind, value, quoteCount });
  };
  add(all, 'articles');
  add(issueDate, issue?.date);
  if (issue?.page) add(page, normalizePageNumber(issue.page));
  for (const quote of quotes) {
    add(all, 'quotes');
    add(speaker, quote.speaker, 1);
    add(organization, findOrganization(quote), 1);
    add(quoteKind, quote.kind);
  }
  for (const statistic of statistics) {
    add(all, 'statistics');
    add(unit, statistic.unit);
    add(unit, statistic.normalizedUnit);
  }
  return [...terms.values()];
}
