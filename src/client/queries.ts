/** What each question of the API takes: the filters of the domain as a caller writes them. Types only. */
import type * as z from 'zod';
import type { ArticleContent, ArticleSummary, QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import type { Interval } from '../domain/interval.js';
import type { keyRequest } from '../domain/key.js';
import type { articleFilter, Count, facetNames, quoteFilter, Sort, statisticFilter } from '../domain/query.js';
import type { SearchSort } from '../domain/search.js';
import type { StatisticBasis } from '../domain/statistic.js';
import type { SuggestionType } from '../domain/suggestion.js';

/** Makes parts of an article come with it. */
export type Child = 'quotes' | 'statistics';

/** What everything that reads the archive takes. */
export interface AtState {
  /** Answer only from this state of the archive or a later one. */
  minSeq?: number | undefined;
}

/** What every list that has pages takes. */
export interface PageQuery extends AtState {
  /** Rows of a page: 20 unless given, at most 100. */
  limit?: number | undefined;
  /** `page.next` or `page.prev` of an earlier answer. */
  cursor?: string | undefined;
}

interface ListQuery extends PageQuery {
  /** What to look for. */
  q?: string | undefined;
  sort?: Sort | 'relevance' | undefined;
  count?: Count | undefined;
}

export type ArticleFilter = z.input<typeof articleFilter>;
export type QuoteFilter = z.input<typeof quoteFilter>;
export type StatisticFilter = z.input<typeof statisticFilter>;

/** What the rows of a list can be counted by. */
export type FacetOf<L extends keyof typeof facetNames> = (typeof facetNames)[L][number];

interface Chosen<Row, L extends keyof typeof facetNames> {
  /** Only these top-level fields; the others are missing in the rows, whatever their type says. */
  fields?: (keyof Row)[] | undefined;
  facets?: FacetOf<L>[] | undefined;
}

export type ArticlesQuery = ArticleFilter &
  ListQuery &
  Chosen<ArticleSummary & ArticleContent, 'articles'> & {
    /** These articles, in this order; goes only with fields and include. */
    ids?: string[] | undefined;
    include?: Child[] | undefined;
  };
export type QuotesQuery = QuoteFilter & ListQuery & Chosen<QuoteInArticle, 'quotes'>;
export type StatisticsQuery = StatisticFilter & ListQuery & Chosen<StatisticInArticle, 'statistics'>;

export interface IndexQuery extends PageQuery {
  sort?: '-quoteCount' | 'quoteCount' | '-name' | 'name' | undefined;
}

export type SearchQuery = QuoteFilter &
  StatisticFilter &
  PageQuery & {
    q: string;
    type?: 'article' | 'quote' | 'statistic' | undefined;
    sort?: SearchSort | undefined;
    count?: Count | undefined;
    facets?: FacetOf<'articles' | 'quotes' | 'statistics'>[] | undefined;
    highlight?: ('title' | 'lead' | 'body' | 'measure')[] | undefined;
  };

export interface ExplainQuery extends AtState {
  q: string;
  /** Of the article. */
  id: string;
}

export interface SuggestQuery extends AtState {
  /** As typed so far: Chinese, pinyin, or initials of pinyin. */
  q: string;
  types?: SuggestionType[] | undefined;
  limit?: number | undefined;
}

export type HistogramQuery = ArticleFilter & AtState & { q?: string | undefined; interval?: Interval | undefined };
export type SeriesQuery = StatisticFilter &
  AtState & { unit: string; basis?: StatisticBasis | undefined; interval?: Interval | undefined };

export interface DaysQuery extends AtState {
  from?: string | undefined;
  to?: string | undefined;
}

export interface ChangesQuery extends AtState {
  /** `page.next` of an earlier answer, or a seq; not given: from the beginning of the log. */
  since?: string | undefined;
  types?: 'article'[] | undefined;
  section?: string | undefined;
  limit?: number | undefined;
  /** `article`: also give each article as it is now. */
  include?: ('article' | Child | 'order')[] | undefined;
}

/** A whole list; what goes with one type only is refused with another. */
export type ExportQuery<Type extends string = 'articles' | 'quotes' | 'statistics'> = QuoteFilter &
  StatisticFilter &
  AtState & {
    type?: Type | undefined;
    sort?: Sort | undefined;
    /** Also give body and text of articles. */
    content?: 'true' | 'false' | undefined;
    include?: Child[] | undefined;
    format?: 'ndjson' | 'csv' | 'json' | undefined;
    bom?: 'true' | 'false' | undefined;
  };

/** What is said of a key when it is made. */
export type KeyRequest = Omit<z.input<typeof keyRequest>, 'expiresAt'> & {
  /** When it is to end, an instant; null: never. */
  expiresAt?: string | null | undefined;
};
export interface KeyRotation {
  /** How long the secret before still holds; a day unless given. */
  graceSeconds?: number | undefined;
}
