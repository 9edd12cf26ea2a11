/** The reads that may take long and so run in a reader thread; both ends of the thread share this list. */
import { ArchiveError } from '../../../domain/errors.js';
import type {
  ArticleFilter,
  Count,
  FacetName,
  FacetValue,
  PageParameters,
  QuoteFilter,
  StatisticFilter,
  Total,
} from '../../../domain/query.js';
import { articleFilter } from '../../../domain/query.js';
import type { WeighedWord } from '../../../domain/related.js';
import type { SearchQuery } from '../../../domain/search.js';
import type { ArticleListOptions, ListDocuments, ListFilters, ListName, SearchOptions } from '../../store.js';
import { type Plan, planList } from '../lists/plan.js';
import type { Reader } from '../reader.js';

export const slowReads = {
  listArticles: ({ lookup, lists }: Reader, filter: ArticleFilter, options: ArticleListOptions) =>
    lists.listArticles(planList(lookup, 'articles', filter, options.sort), options),
  listQuotes: ({ lookup, lists }: Reader, filter: QuoteFilter, options: PageParameters) =>
    lists.listQuotes(planList(lookup, 'quotes', filter, options.sort), options),
  listStatistics: ({ lookup, lists }: Reader, filter: StatisticFilter, options: PageParameters) =>
    lists.listStatistics(planList(lookup, 'statistics', filter, options.sort), options),
  search: <L extends ListName>(
    { lookup, search }: Reader,
    list: L,
    filter: ListFilters[L],
    query: SearchQuery,
    options: SearchOptions,
  ) => search.search<ListDocuments[L]>(planList(lookup, list, filter), query, options),
  countRows: <L extends ListName>(
    { lookup, counts, search }: Reader,
    list: L,
    filter: ListFilters[L],
    how: Exclude<Count, 'none'>,
    query?: SearchQuery,
  ): Total => {
    const plan = planList(lookup, list, filter);
    return query === undefined ? counts.countRows(plan, how) : search.countRows(plan, query, how);
  },
  countFacets: <L extends ListName>(
    { lookup, counts, search, deadline }: Reader,
    list: L,
    filter: ListFilters[L],
    facets: readonly FacetName[],
    query?: SearchQuery,
  ) => {
    const found = query && search.chooseMatch(planList(lookup, list, filter), query);
    // Where a filter leaves nothing to be found, its own facet tells what there is without it.
    const look = query && ((plan: Plan) => found ?? search.chooseMatch(plan, query));
    const counted: Partial<Record<FacetName, FacetValue[]>> = {};
    const end = deadline.at;
    for (const [at, name] of facets.entries()) {
      // What is left of the time is shared, so that one facet does not take all of it.
      deadline.at = Date.now() + (end - Date.now()) / (facets.length - at);
      try {
        counted[name] = counts.countFacet(list, filter, name, look);
      } catch (error) {
        if (!(error instanceof ArchiveError && error.code === 'deadline_exceeded')) throw error;
      }
    }
    return counted;
  },
  explainSearch: ({ lookup, explanations }: Reader, query: SearchQuery, id: string) =>
    explanations.explain(planList(lookup, 'articles', articleFilter.parse({})), query, id),
  listRelated: ({ related }: Reader, id: string, words: readonly WeighedWord[], limit: number) =>
    related.listRelated(id, words, limit),
  listSimilarWords: ({ similarWords }: Reader, words: readonly string[]) => similarWords.listSimilar(words),
  listSources: ({ navigation }: Reader) => navigation.listSources(),
  listHoldings: ({ issues }: Reader, source: string, first: string, last: string) =>
    issues.listHoldings(source, first, last),
  getPerson: ({ nameIndex }: Reader, name: string) => nameIndex.getPerson(name),
  getOrganization: ({ nameIndex }: Reader, name: string) => nameIndex.getOrganization(name),
};

type SlowReads = typeof slowReads;
export type SlowReadName = keyof SlowReads;
export type SlowReadArguments<N extends SlowReadName> =
  Parameters<SlowReads[N]> extends [Reader, ...infer Rest] ? Rest : never;
export type SlowReadResult<N extends SlowReadName> = ReturnType<SlowReads[N]>;

/** A read on its way to a thread. */
export interface Task {
  location: string;
  name: SlowReadName;
  args: unknown[];
  /** Epoch milliseconds at which it stops. */
  deadline: number;
}
