/** Pages of the three lists: what a filter selects or, with `q`, what a search in it finds. */
import { ArchiveError } from '../domain/errors.js';
import type { Json } from '../domain/json.js';
import type { Count, FacetName, Sort, Total } from '../domain/query.js';
import { type SearchReport, searchSort } from '../domain/search.js';
import type { ArticleParts, ListDocuments, ListFilters, ListName, Placed, ReadStore } from '../store/store.js';
import { readQuery } from './dictionary.js';
import { type CountedFacets, countFacets } from './facets.js';
import { search } from './search.js';

/** What asks for a page of a list, beside the filter. */
export interface ListQuery {
  q?: string | undefined;
  sort?: Sort | 'relevance' | undefined;
  limit: number;
  cursor?: string | undefined;
  /** Without a cursor: the last page; not with `q`. */
  fromEnd?: boolean | undefined;
  count: Count;
  facets?: FacetName[] | undefined;
}

export interface ListPage<T> extends Placed {
  items: Json<T[]>;
  total: Total | undefined;
  facets?: CountedFacets['facets'] | undefined;
  timedOut?: CountedFacets['timedOut'] | undefined;
  /** Given when the page was searched for. */
  meta?: { search: SearchReport };
}

const SUMMARIES: ArticleParts = { include: [], content: false };

/** Reads a page of a list. */
export async function readPage<L extends ListName>(
  read: ReadStore,
  list: L,
  filter: ListFilters[L],
  { q, sort, limit, cursor, fromEnd, count, facets }: ListQuery,
  parts: ArticleParts = SUMMARIES,
): Promise<ListPage<ListDocuments[L]>> {
  if (q !== undefined) {
    const order = searchSort.safeParse(sort);
    if (!order.success)
      throw refuseSort(`q does not go with sort=${sort}`, 'It takes relevance, -publishedAt or publishedAt.');
    const found = await search(read, { list, filter, q, sort: order.data, limit, cursor, count, facets, ...parts });
    const { items, next, prev, places, list: fingerprint, total, report } = found;
    const page = {
      items,
      next,
      prev,
      places,
      list: fingerprint,
      total,
      facets: found.facets,
      timedOut: found.timedOut,
    };
    return { ...page, meta: { search: report } };
  }
  if (sort === 'relevance') throw refuseSort('sort=relevance goes only with q', 'Give q, or order by a date.');
  const [page, total, counted] = await Promise.all([
    listRows(read, list, filter, { sort, limit, cursor, fromEnd, ...parts }),
    count === 'none' ? undefined : read.countRows(list, filter, count),
    facets && countFacets(read, list, filter, facets),
  ]);
  return { ...page, total, ...counted };
}

const refuseSort = (detail: string, suggestion: string) =>
  new ArchiveError('invalid_parameter', detail, { parameter: 'sort', suggestion });

type RowsOptions = ArticleParts & Pick<ListQuery, 'limit' | 'cursor' | 'fromEnd'> & { sort: Sort | undefined };

function listRows<L extends ListName>(read: ReadStore, list: L, filter: ListFilters[L], options: RowsOptions) {
  const rows = {
    articles: () => read.listArticles(filter as ListFilters['articles'], options),
    quotes: () => read.listQuotes(filter as ListFilters['quotes'], options),
    statistics: () => read.listStatistics(filter as ListFilters['statistics'], options),
  }[list]();
  return rows as unknown as Promise<Placed & { items: Json<ListDocuments[L][]> }>;
}

/** How many rows a list has, or with `q` a search in it. */
export function countRows<L extends ListName>(
  read: ReadStore,
  list: L,
  filter: ListFilters[L],
  q?: string,
): Promise<Total> {
  return read.countRows(list, filter, 'exact', q === undefined ? undefined : readQuery(q).query);
}
