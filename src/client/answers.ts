/** What the API answers: the documents of the domain, and the pages they come in. Types only. */

import type { ArchiveFile } from '../domain/archives.js';
import type { Article, ArticleContent, ArticleSummary, QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import type { StoredKey } from '../domain/key.js';
import type { FacetName, FacetValue, Total } from '../domain/query.js';
import type { SearchReport } from '../domain/search.js';

export type { ArchivedArticle, ArchiveFile } from '../domain/archives.js';
export type {
  Article,
  ArticleReference,
  ArticleSummary,
  Block,
  QuoteInArticle,
  StatisticInArticle,
} from '../domain/article.js';
export type { ChangeEntry } from '../domain/change-entry.js';
export type { Histogram, Series, SeriesPeriod } from '../domain/chart.js';
export type { Coverage, CoverageDay } from '../domain/coverage.js';
export type { ArticleNeighbors, IssueWithPages } from '../domain/issue.js';
export type { Organization, OrganizationSummary } from '../domain/organization.js';
export type { Person, PersonSummary } from '../domain/person.js';
export type { FacetValue, Total } from '../domain/query.js';
export type { Quote } from '../domain/quote.js';
export type { SearchReport } from '../domain/search.js';
export type { Section } from '../domain/section.js';
export type { Issue, Source } from '../domain/source.js';
export type { Statistic } from '../domain/statistic.js';
export type { Suggestion } from '../domain/suggestion.js';

/** Where a page of a list stands. */
export interface PageInfo {
  /** Cursor of the next page; null on the last. */
  next: string | null;
  /** Cursor of the page before; null on the first. */
  prev: string | null;
  limit: number;
  hasMore: boolean;
}

export interface Page<T> {
  data: T[];
  page: PageInfo;
}

/** A page of a list that can be counted, has facets and can be searched. */
export interface CountedPage<T, F extends FacetName = FacetName> extends Page<T> {
  /** With `count`. */
  total?: Total | undefined;
  /** Those that were asked for. */
  facets?: Partial<Record<F, FacetValue[]>> | undefined;
  /** `search` with `q`; `timedOut` names facets that there was no time for. */
  meta?: { search?: SearchReport | undefined; timedOut?: F[] | undefined } | undefined;
}

/** A list that is always given whole. */
export interface WholeList<T> {
  data: T[];
}

/** An article as lists give it: body and text only when `fields` names them. */
export type ArticleInList = Omit<Article, keyof ArticleContent> & Partial<ArticleContent>;

/** A passage, by its place in the field. */
export interface Snippet {
  start: number;
  end: number;
  text: string;
  /** The text escaped, what was found in `<mark>`. */
  html: string;
  /** What was found, by its place in `text`. */
  marks: { start: number; end: number }[];
}

/** One find: the article, quote or statistic stands under the name of its type. */
export interface SearchHit {
  type: 'article' | 'quote' | 'statistic';
  /** Comparable within one search only. */
  score: number;
  highlights?: Partial<Record<'title' | 'lead' | 'body' | 'measure', Snippet[]>> | undefined;
  article?: ArticleSummary | undefined;
  quote?: QuoteInArticle | undefined;
  statistic?: StatisticInArticle | undefined;
}

export interface SearchPage extends CountedPage<SearchHit> {
  meta: { search: SearchReport; timedOut?: FacetName[] | undefined };
}

/** Where a page of the change log stands. */
export interface ChangePageInfo {
  /** Token to go on with, now or later. */
  next: string;
  limit: number;
  hasMore: boolean;
}

/** All articles month by month, as files. */
export interface ArchiveManifest {
  archiveId: string;
  timeZone: string;
  /** The state up to which everything is in the files. */
  seq: number;
  /** Token: with the changes behind it, the files are the whole archive. */
  since: string;
  articleCount: number;
  /** Whether every month has its file; if not, ask again in a while. */
  isComplete: boolean;
  data: ArchiveMonth[];
}
export interface ArchiveMonth {
  /** `YYYY-MM`; null: the articles without any date. */
  month: string | null;
  articleCount: number;
  /** The newest change that touched it. */
  seq: number;
  file: (ArchiveFile & { url: string }) | null;
}

/** A key, without its secrets. */
export interface Key extends Omit<StoredKey, 'createdAt' | 'expiresAt' | 'revokedAt' | 'lastUsedAt' | 'secrets'> {
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  /** Whether it can be used now. */
  isLive: boolean;
  /** When its secrets were made and until when they hold. */
  secrets: { createdAt: string; expiresAt: string | null }[];
}
/** A key with its secret, which is shown this once. */
export interface MadeKey extends Key {
  secret: string;
}

/** What `/livez` and `/readyz` say. */
export interface Liveness {
  status: 'ok';
  version: string;
}
export interface Readiness {
  status: 'ready';
  articleCount: number;
  seq: number;
}
