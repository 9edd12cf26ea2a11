/** Routes as data: what a route takes, answers and refuses, beside the code that answers. Registration is in server.ts. */
import type { Readable } from 'node:stream';
import * as z from 'zod';
import type { ErrorCode } from '../domain/errors.js';
import type { Scope, StoredKey } from '../domain/key.js';
import type { Archives } from '../services/archives.js';
import type { Services } from '../services/services.js';
import type { ReadStore } from '../store/store.js';
import type { Answer } from './answer.js';
import type { Caching } from './freshness.js';

/** What every route is handed. */
export interface RouteContext {
  read: ReadStore;
  /** What changes the archive. Routes that need it are there only where it is given. */
  services: Services | undefined;
  archives: Archives;
  /** Scheme and host that links begin with; empty: links are paths. */
  origin: string;
  version: string;
  /** Where people read an article, and who tells subscribers of news. */
  publication: PublicationOptions;
  /** Whether articles can be read in the explorer. */
  hasExplorer: boolean;
  /** Bytes of what may be sent. */
  limits: { bodyBytes: number; pageBytes: number; importBytes: number };
  /** Whether the server is on its way down. */
  isClosing: () => boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** What the routes of the server are handed, for other doors to it. */
    routeContext: RouteContext;
  }
}

/** What the archive is part of. */
export interface PublicationOptions {
  /** Address at which people read an article, with `{id}` in it; null: that of its page, or else on this server. */
  articleUrl: string | null;
  /** WebSub hub that is told of news; null: none. */
  hubUrl: string | null;
}

/** What one request asks of a route: checked parameters, and its address from the path on. */
export interface RouteInput<P, Q, B = undefined> {
  params: P;
  query: Q;
  body: B;
  address: string;
  /** A header of the request, its name in lower case. */
  header(name: string): string | undefined;
  /** Aborts when the client leaves before the answer has ended; of requests that write. */
  signal: AbortSignal;
  /** The key that the request came with. */
  key: StoredKey | null;
  /** The one of these media types that the client wants most; the first where it does not say. */
  chooseType<T extends string>(types: readonly [T, ...T[]]): T;
}

export const tags = {
  Articles: 'What the pages of the archive say.',
  Quotes: 'Who said what, in which capacity.',
  People: 'Who is quoted, for whom, and in which roles over time.',
  Search: 'Chinese full-text search.',
  Statistics: 'Which figure, in which unit, of what, as of when.',
  Navigation: 'Sections, sources and printed issues.',
  Changes: 'What happened to the archive, to follow it.',
  Export: 'Whole lists, as files.',
  Editing: 'Changing what is there.',
  Ingest: 'Bringing articles in.',
  Keys: 'Who may do what.',
  Webhooks: 'Who is told of what happens.',
  Operations: 'Whether the server is up.',
} as const;

/** Headers of requests that routes look at. */
export const requestHeaders = {
  'Idempotency-Key': {
    description:
      'A random name for the request: sent again under it within a day, it is answered and not carried out again.',
    example: '5f3c1d0a-7a1e-4c59-9a35-0b8f3f1f6f0a',
  },
  'If-Match': {
    description: 'The ETag of the article as it was read: it is changed only while it is still that.',
    example: '"3q2-7wEx0yfGZ1m8tXqk4A"',
  },
  Prefer: { description: 'respond-async: take it in and answer at once with 202.', example: 'respond-async' },
} as const;

/** What a route takes in its body. */
interface RouteBody<B extends z.ZodType> {
  description: string;
  /** What JSON has to be; bytes and streams are described by it, and come as they are. */
  schema: B;
  example: unknown;
  /** JSON that was checked, when not given. */
  kind?: 'bytes' | 'stream';
  /** Media types that are taken; `application/json` when not given, and with an asterisk any. */
  types?: readonly [string, ...string[]];
}

interface RouteDefinition<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  operationId: string;
  /** GET, and with it HEAD, when not given. */
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces, as OpenAPI writes it. */
  path: string;
  tag: keyof typeof tags;
  summary: string;
  description: string;
  params: P;
  query: Q;
  body?: RouteBody<B>;
  /** Of several statuses, all with the same schema, the first unless the answer says another; 200 when not given. */
  answer: {
    statuses?: readonly [number, ...number[]];
    type?: string;
    description: string;
    schema: z.ZodType;
    example: unknown;
  };
  /** What a key has to have to use it; `read` when not given, null: anyone may. */
  scope?: Scope | null;
  /** How its answers may be cached; `list` when not given, and `none` for what is no GET. */
  caching?: Caching;
  /** Whether it takes services. */
  isWriting?: true;
  /** Headers of the request that have a say. With `Idempotency-Key`, a request that is sent again is carried out once. */
  headers?: readonly (keyof typeof requestHeaders)[];
  /** The codes this route can refuse with, besides those that every route can. */
  errors: readonly ErrorCode[];
  handle(context: RouteContext, input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer>;
}

/** A route of the API. */
export type Route = RouteDefinition<z.ZodObject, z.ZodObject, z.ZodType>;

/** Types the parameters that `handle` gets by their schemas. */
export function defineRoute<P extends z.ZodObject, Q extends z.ZodObject>(
  route: RouteDefinition<P, Q, z.ZodUndefined>,
): Route {
  return route as unknown as Route;
}

/** What the handler of a route that changes the archive is handed. */
export type WritingContext = RouteContext & { services: Services };

/** Bodies that come as they are. */
export const rawBody = z.any() as z.ZodType<Buffer>;
export const streamBody = z.any() as z.ZodType<Readable>;

/** The same for a route that changes the archive; it is there only where the server has services. */
export function defineWritingRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType = z.ZodUndefined>(
  route: Omit<RouteDefinition<P, Q, B>, 'handle'> & {
    handle(context: WritingContext, input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer>;
  },
): Route {
  return { caching: 'none', ...route, isWriting: true } as unknown as Route;
}

/** The statuses of the good answers of a route. */
export const statusesOf = ({ answer }: Pick<Route, 'answer'>) => answer.statuses ?? [200];

/** What a route that takes named requests can refuse as well. */
export const namedErrors = ['idempotency_conflict', 'idempotency_mismatch'] as const satisfies readonly ErrorCode[];

/** The method of a route. */
export const methodOf = ({ method }: Pick<Route, 'method'>) => method ?? 'GET';

/** What any route can answer. */
export const commonErrors = [
  'invalid_parameter',
  'unknown_parameter',
  'invalid_url',
  'unauthenticated',
  'forbidden',
  'rate_limited',
  'overloaded',
  'deadline_exceeded',
  'state_not_reached',
  'unavailable',
  'internal',
] as const satisfies readonly ErrorCode[];

/** What any route with a body can refuse as well. */
export const bodyErrors = [
  'invalid_json',
  'request_too_large',
  'unsupported_media_type',
  'invalid_body',
] as const satisfies readonly ErrorCode[];

/** What a route with the filters of a list can refuse as well. */
export const filterErrors = [
  'unknown_section',
  'unknown_source',
  'invalid_cursor',
] as const satisfies readonly ErrorCode[];
