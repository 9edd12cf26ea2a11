/** Connections: a page of the store in the shape that Relay has made usual. */
import { encodeCursor } from '../domain/cursor.js';
import type { FacetName } from '../domain/query.js';
import type { SearchReport } from '../domain/search.js';
import type { CountedFacets } from '../services/facets.js';
import type { Placed } from '../store/store.js';

/** A page, its rows parsed. Edges, cursors and counts are made when they are asked for. */
export interface Connection<T> {
  nodes: T[];
  page: Placed;
}

/** A connection of one of the three lists, or of a search. */
export interface CountedConnection<T> extends Connection<T> {
  countRows(): Promise<number>;
  countFacets(names: readonly FacetName[]): Promise<CountedFacets>;
  search: SearchReport | null;
}

const cursorAt = ({ places, list }: Placed, at: number): string | null => {
  const place = places.at(at);
  return place === undefined ? null : encodeCursor({ ...place, direction: 'after' }, list);
};

/** How the fields of any connection are read. */
export const connectionFields = {
  edges: <T>({ nodes, page }: Connection<T>) =>
    nodes.map((node, at) => ({ node, cursor: cursorAt(page, at) as string })),
  pageInfo: ({ page }: Connection<unknown>) => ({
    hasNextPage: page.next !== null,
    hasPreviousPage: page.prev !== null,
    startCursor: cursorAt(page, 0),
    endCursor: cursorAt(page, -1),
  }),
};

/** And of those that can be counted. */
export const countedFields = {
  ...connectionFields,
  totalCount: ({ countRows }: CountedConnection<unknown>) => countRows(),
  facets: async ({ countFacets }: CountedConnection<unknown>, { names }: { names: readonly FacetName[] }) => {
    const { facets, timedOut } = await countFacets(names);
    return names.map((name) => ({ name, values: facets[name] ?? [], timedOut: timedOut.includes(name) }));
  },
};
