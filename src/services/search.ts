/** Searching: what somebody typed, found in the archive, and where in each text it stands. It ranks nothing itself. */
import { channel } from 'node:diagnostics_channel';
import type { Article, QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import { ArchiveError } from '../domain/errors.js';
import type { Count, FacetName, Total } from '../domain/query.js';
import type { SearchQuery, SearchReport, SearchStrategy } from '../domain/search.js';
import type { ListDocuments, ListFilters, ListName, ReadStore, SearchOptions, SearchPage } from '../store/store.js';
import { cutSnippets, type Snippet } from '../text/highlight.js';
import { correctQuery } from './corrections.js';
import { readQuery } from './dictionary.js';
import { type CountedFacets, countFacets } from './facets.js';

export interface SearchRequest<L extends ListName> extends SearchOptions {
  list: L;
  filter: ListFilters[L];
  /** As typed. Any text is a query. */
  q: string;
  count: Count;
  facets?: readonly FacetName[] | undefined;
}

export interface SearchResult<L extends ListName> extends SearchPage<ListDocuments[L]> {
  report: SearchReport;
  total: Total | undefined;
  facets?: CountedFacets['facets'] | undefined;
  timedOut?: CountedFacets['timedOut'] | undefined;
  /** What to mark in the texts found. */
  wanted: readonly string[];
}

/** The channel of node:diagnostics_channel on which each search is told, as {@link SearchReported}, to whoever measures. */
export const searchChannel = 'baoku.search';
export interface SearchReported {
  list: ListName;
  strategy: SearchStrategy;
  seconds: number;
}
const searches = channel(searchChannel);

/** Searches a list. Throws as lists do. */
export async function search<L extends ListName>(
  read: ReadStore,
  { list, filter, q, count, facets, ...options }: SearchRequest<L>,
): Promise<SearchResult<L>> {
  if (options.halfLife !== undefined && options.sort !== 'relevance')
    throw new ArchiveError('invalid_parameter', `halfLife does not go with sort=${options.sort}`, {
      parameter: 'halfLife',
      suggestion: 'It blends recency into sort=relevance.',
    });
  const { query, ...understood } = readQuery(q);
  const began = performance.now();
  const [page, total, counted] = await Promise.all([
    read.search(list, filter, query, options),
    count === 'none' ? undefined : read.countRows(list, filter, count, query),
    facets && countFacets(read, list, filter, facets, query),
  ]);
  if (searches.hasSubscribers) {
    const seconds = (performance.now() - began) / 1000;
    searches.publish({ list, strategy: page.strategy, seconds } satisfies SearchReported);
  }
  const isLoose = page.places.length === 0 || page.strategy === 'any';
  const didYouMean =
    isLoose && options.cursor === undefined ? await correctQuery(read, { list, filter, q, query }) : [];
  const report = { ...understood, strategy: page.strategy, didYouMean };
  return { ...page, total, ...counted, report, wanted: listWanted(query, page.strategy) };
}

/** What was found as it was typed is marked so; otherwise its words are. */
function listWanted({ clauses }: SearchQuery, strategy: SearchReport['strategy']): string[] {
  return clauses
    .flat()
    .flatMap(({ text, exact, words }) =>
      strategy === 'all' || strategy === 'any' ? (exact ? [text] : words) : text.split(/\s+/),
    );
}

/** The parts of a row that finds are shown in. */
const texts = {
  articles: ({ title, lead, text }: Article) => ({ title, lead, body: text }),
  quotes: ({ text }: QuoteInArticle) => ({ body: text }),
  statistics: ({ text, measure }: StatisticInArticle) => ({ body: text, measure }),
};
/** Passages of one field that are shown, at most. */
const MOST_SNIPPETS = 3;

/** For each row the passages that were found, by field; fields without any are left out. Articles have to have their content. */
export function highlight<L extends ListName>(
  list: L,
  rows: readonly ListDocuments[L][],
  fields: readonly string[],
  wanted: readonly string[],
): Partial<Record<string, Snippet[]>>[] {
  const readTexts = texts[list] as (row: ListDocuments[L]) => Record<string, string | null>;
  return rows.map((row) => {
    const highlights: Partial<Record<string, Snippet[]>> = {};
    for (const [field, text] of Object.entries(readTexts(row))) {
      if (text === null || !fields.includes(field)) continue;
      const snippets = cutSnippets(text, wanted, MOST_SNIPPETS);
      if (snippets.length > 0) highlights[field] = snippets;
    }
    return highlights;
  });
}
