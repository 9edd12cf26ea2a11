/** Answers: JSON text put together from JSON text, and the links between the pages of a list. */
import type { Readable } from 'node:stream';
import * as z from 'zod';
import type { Json } from '../domain/json.js';
import type { FacetName, FacetValue, Total } from '../domain/query.js';
import { facetValue, total } from '../domain/query.js';
import { type SearchReport, searchReport } from '../domain/search.js';
import { fromJson, toByteText } from '../store/json.js';
import { type Projection, project, projectItems, projectMembers } from '../store/projection.js';
import { encodeText } from './encoding.js';

/** A body that is ready to be sent, with the `Link` header that belongs to it. */
export interface Answer {
  body: string | Uint8Array | Readable;
  link?: string;
  /** What the body is; JSON when not given. */
  type?: string;
  /** Whether something is missing that another moment may have: it is neither named nor kept. */
  isPartial?: boolean;
  /** The request headers that it was chosen by. */
  vary?: string;
  /** The state it was read from, where that is known better than from when the request arrived. */
  seq?: number;
  /** How many bytes a stream has, where that is known. */
  bytes?: number;
  /** The name under which a browser saves it. */
  fileName?: string;
  /** Where what was made can be read. */
  location?: string;
  /** Names what it says, for If-Match. */
  etag?: string;
  /** Of the statuses of the route another than the first. */
  status?: number;
}

/** Where a page of a list stands. */
export const pageInfo = z
  .object({
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.' }),
    prev: z.string().nullable().meta({ description: 'Cursor of the page before; null on the first.' }),
    limit: z.int().min(0),
    hasMore: z.boolean().meta({ description: 'Whether there is a next page.' }),
  })
  .meta({ id: 'PageInfo' });

/** The answer of a list whose rows are `item`. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), page: pageInfo });
}

/** What the answer of a search says beside its rows. */
export function metaOf(facets: readonly [FacetName, ...FacetName[]]) {
  return z.object({
    search: searchReport,
    timedOut: z
      .array(z.enum(facets))
      .optional()
      .meta({ description: 'Facets that there was no time for; they are not among facets.' }),
  });
}

/** The answer of a list that can be counted and has facets. */
export function countedListOf<T extends z.ZodType>(item: T, facets: readonly [FacetName, ...FacetName[]]) {
  return listOf(item).extend({
    total: total.optional().meta({ description: 'With count=exact or count=estimated.' }),
    facets: z
      .partialRecord(z.enum(facets), z.array(facetValue))
      .optional()
      .meta({ description: 'The facets that were asked for.' }),
    meta: metaOf(facets)
      .partial({ search: true })
      .optional()
      .meta({ description: 'search with q; timedOut when there are any.' }),
  });
}

/** The answer of a list that is always given whole. */
export function wholeListOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item) });
}

const DATA = Buffer.from('{"data":');

/** `address` with its cursor replaced: the same list, another page. */
function withCursor(address: string, cursor: string): string {
  const [path = '', query = ''] = address.split('?', 2);
  const others = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('cursor='));
  return `${path}?${[...others, `cursor=${encodeURIComponent(cursor)}`].join('&')}`;
}

/**
 * A page of a list, its rows being the JSON text of an array already. `address` is that of this page, `origin` what stands
 * before it.
 */
export function renderPage(
  page: { items: string | Uint8Array; next: string | null; prev: string | null },
  place: { limit: number; address: string; origin: string },
  extra: {
    total?: Total | undefined;
    facets?: Partial<Record<FacetName, FacetValue[]>> | undefined;
    timedOut?: readonly FacetName[] | undefined;
    meta?: { search: SearchReport } | undefined;
  } = {},
): Answer {
  const { next, prev } = page;
  const { limit, address, origin } = place;
  const { total, facets, timedOut = [] } = extra;
  const isPartial = timedOut.length > 0;
  const meta = isPartial ? { ...extra.meta, timedOut } : extra.meta;
  const rest = JSON.stringify({ page: { next, prev, limit, hasMore: next !== null }, total, facets, meta });
  const items = typeof page.items === 'string' ? encodeText(page.items) : page.items;
  const body = Buffer.concat([DATA, items, Buffer.from(`,${rest.slice(1)}`)]);
  const links: string[] = [];
  if (next !== null) links.push(`<${origin}${withCursor(address, next)}>; rel="next"`);
  if (prev !== null) links.push(`<${origin}${withCursor(address, prev)}>; rel="prev"`);
  const link = links.join(', ');
  return { body, isPartial, ...(link !== '' && link.length <= LINK_LENGTH && { link }) };
}

/** Above this the links are in the body alone: some proxies take no more than 4 KB of headers. */
const LINK_LENGTH = 1_500;

/** Each row with only these top-level fields. Rows pass unread when no fields were asked for. */
export function pickFields<T extends object>(rows: Json<T[]>, fields: readonly string[] | undefined): Uint8Array {
  if (fields === undefined) return rows;
  return copy(rows, projectItems(wantFields(fields))) ?? encodeJson(fromJson(rows).map((row) => pick(row, fields)));
}

/** The same of a single row. */
export function pickFieldsOf<T extends object>(row: Json<T>, fields: readonly string[] | undefined): Uint8Array {
  if (fields === undefined) return row;
  return copy(row, wantFields(fields)) ?? encodeJson(pick(fromJson(row), fields));
}

const wantFields = (fields: readonly string[]) =>
  projectMembers([...new Set(fields)].map((name) => ({ name, as: name })));

/** What is wanted of the text of documents; undefined: one of them lacks some of it, and gives the rest. */
function copy(json: Json<unknown>, projection: Projection): Uint8Array | undefined {
  const text = project(() => toByteText(json), projection);
  return text === undefined ? undefined : Buffer.from(text, 'latin1');
}

const encodeJson = (value: unknown) => encodeText(JSON.stringify(value));

function pick(row: object, fields: readonly string[]): object {
  return Object.fromEntries(fields.map((field) => [field, row[field as keyof typeof row]]));
}
