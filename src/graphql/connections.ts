/** Connections: a page of the store in the shape that Relay has made usual. */
import type { GraphQLResolveInfo } from 'graphql';
import { encodeCursor } from '../domain/cursor.js';
import type { Json } from '../domain/json.js';
import type { FacetName } from '../domain/query.js';
import type { SearchReport } from '../domain/search.js';
import type { CountedFacets } from '../services/facets.js';
import { toByteText } from '../store/json.js';
import { splitArray } from '../store/projection.js';
import type { Placed } from '../store/store.js';
import type { QueryContext } from './context.js';

/** A page. Edges, cursors and counts are made when they are asked for. */
interface Paged {
  page: Placed;
}

/** A page, its rows parsed. */
export interface Connection<T> extends Paged {
  nodes: T[];
}

/** A page of a list that can be counted. */
interface Counted extends Paged {
  countRows(): Promise<number>;
  countFacets(names: readonly FacetName[]): Promise<CountedFacets>;
  search: SearchReport | null;
}

/** A connection of what a search finds. */
export interface CountedConnection<T> extends Connection<T>, Counted {}

/** A connection of one of the three lists: its rows are documents, which are parsed where something of them has to be resolved. */
export interface DocumentConnection<T> extends Counted {
  page: Placed & { items: Json<T[]> };
  /** The rows, parsed once. */
  readRows(): T[];
}

const cursorAt = ({ places, list }: Placed, at: number): string | null => {
  const place = places.at(at);
  return place === undefined ? null : encodeCursor({ ...place, direction: 'after' }, list);
};

const edgesOf = <T>(nodes: readonly T[], page: Placed) =>
  nodes.map((node, at) => ({ cursor: cursorAt(page, at) as string, node }));

const pageInfo = ({ page }: Paged) => ({
  hasNextPage: page.next !== null,
  hasPreviousPage: page.prev !== null,
  startCursor: cursorAt(page, 0),
  endCursor: cursorAt(page, -1),
});

/** How the fields of any connection are read. */
export const connectionFields = {
  edges: <T>({ nodes, page }: Connection<T>) => edgesOf(nodes, page),
  pageInfo,
};

/** And of those that can be counted. */
export const countedFields = {
  ...connectionFields,
  totalCount: ({ countRows }: Counted) => countRows(),
  facets: async ({ countFacets }: Counted, { names }: { names: readonly FacetName[] }) => {
    const { facets, timedOut } = await countFacets(names);
    return names.map((name) => ({ name, values: facets[name] ?? [], timedOut: timedOut.includes(name) }));
  },
};

/** And of those whose rows are documents. */
export const documentFields = {
  ...countedFields,
  nodes: <T>(connection: DocumentConnection<T>, _: object, { copies }: QueryContext, info: GraphQLResolveInfo): T[] =>
    copies.take(info, () => toByteText(connection.page.items)) ? [] : connection.readRows(),
  edges: <T>(connection: DocumentConnection<T>, _: object, { copies }: QueryContext, info: GraphQLResolveInfo) =>
    copies.take(info, () => renderEdges(connection)) ? [] : edgesOf(connection.readRows(), connection.page),
};

/** The edges of a connection as one array. */
function renderEdges({ page }: DocumentConnection<unknown>): string {
  const edges = splitArray(toByteText(page.items)).map(
    (node, at) => `{"cursor":${JSON.stringify(cursorAt(page, at))},"node":${node}}`,
  );
  return `[${edges.join()}]`;
}
