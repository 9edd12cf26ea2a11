/** Facets: what rows of a list have, counted. One that there is no time for is named, and the others are given all the same. */
import { ArchiveError } from '../domain/errors.js';
import type { FacetName, FacetValue } from '../domain/query.js';
import type { SearchQuery } from '../domain/search.js';
import type { ListFilters, ListName, ReadStore } from '../store/store.js';

export interface CountedFacets {
  facets: Partial<Record<FacetName, FacetValue[]>>;
  /** Those that there was no time for; they are not among `facets`. */
  timedOut: FacetName[];
}

/** Counts facets of a list, or of what a query finds in it. */
export async function countFacets<L extends ListName>(
  read: ReadStore,
  list: L,
  filter: ListFilters[L],
  names: readonly FacetName[],
  query?: SearchQuery,
): Promise<CountedFacets> {
  try {
    const facets = await read.countFacets(list, filter, names, query);
    return { facets, timedOut: names.filter((name) => facets[name] === undefined) };
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'deadline_exceeded')
      return { facets: {}, timedOut: [...names] };
    throw error;
  }
}

/** Counts one facet. Throws `deadline_exceeded` when there is no time for it. */
export async function countFacet(
  read: ReadStore,
  filter: ListFilters['articles'],
  name: FacetName,
  query?: SearchQuery,
): Promise<FacetValue[]> {
  const { [name]: values } = await read.countFacets('articles', filter, [name], query);
  if (values === undefined) throw new ArchiveError('deadline_exceeded', 'The query took longer than the server allows');
  return values;
}
