/** The reads that may take long and so run in a reader thread; both ends of the thread share this list. */
import type {
  ArticleFilter,
  Count,
  FacetName,
  PageParameters,
  QuoteFilter,
  StatisticFilter,
} from '../../domain/query.js';
import type { ArticleListOptions, ListFilters, ListName } from '../store.js';
import { planList } from './plan.js';
import type { Reader } from './reader.js';

export const slowReads = {
  listArticles: ({ lookup, lists }: Reader, filter: ArticleFilter, options: ArticleListOptions) =>
    lists.listArticles(planList(lookup, 'articles', filter, options.sort), options),
  listQuotes: ({ lookup, lists }: Reader, filter: QuoteFilter, options: PageParameters) =>
    lists.listQuotes(planList(lookup, 'quotes', filter, options.sort), options),
  listStatistics: ({ lookup, lists }: Reader, filter: StatisticFilter, options: PageParameters) =>
    lists.listStatistics(planList(lookup, 'statistics', filter, options.sort), options),
  countRows: <L extends ListName>(
    { lookup, counts }: Reader,
    list: L,
    filter: ListFilters[L],
    how: Exclude<Count, 'none'>,
  ) => counts.countRows(planList(lookup, list, filter), how),
  countFacets: <L extends ListName>(
    { counts }: Reader,
    list: L,
    filter: ListFilters[L],
    facets: readonly FacetName[],
  ) => counts.countFacets(list, filter, facets),
  listSources: ({ navigation }: Reader) => navigation.listSources(),
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
