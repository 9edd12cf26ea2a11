/** Routes as data: what a route takes, answers and refuses, beside the code that answers. Registration is in server.ts. */
import type * as z from 'zod';
import type { ErrorCode } from '../domain/errors.js';
import type { Scope, StoredKey } from '../domain/key.js';
import type { Services } from '../services/services.js';
import type { ReadStore } from '../store/store.js';
import type { Answer } from './answer.js';
import type { Caching } from './freshness.js';

/** What every route is handed. */
export interface RouteContext {
  read: ReadStore;
  /** What changes the archive. Routes that need it are there only where it is given. */
  services: Services | undefined;
  /** Scheme and host that links begin with; empty: links are paths. */
  origin: string;
  version: string;
  /** Where people read an article, and who tells subscribers of news. */
  publication: PublicationOptions;
  /** Whether the server is on its way down. */
  isClosing: () => boolean;
}

/** What the archive is part of. */
export interface PublicationOptions {
  /** Address at which people read an article, with `{id}` in it; null: that of its page, or else of the API. */
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
  Keys: 'Who may do what.',
  Operations: 'Whether the server is up.',
} as const;

/** What a route takes in its body. */
interface RouteBody<B extends z.ZodType> {
  description: string;
  schema: B;
  example: unknown;
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
  /** `status` is 200 when not given. */
  answer: { status?: 201; description: string; schema: z.ZodType; example: unknown };
  /** What a key has to have to use it; `read` when not given, null: anyone may. */
  scope?: Scope | null;
  /** How its answers may be cached; `list` when not given, and `none` for what is no GET. */
  caching?: Caching;
  /** Whether it takes services. */
  isWriting?: true;
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

/** The same for a route that changes the archive; it is there only where the server has services. */
export function defineWritingRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType = z.ZodUndefined>(
  route: Omit<RouteDefinition<P, Q, B>, 'handle'> & {
    handle(context: WritingContext, input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer>;
  },
): Route {
  return { caching: 'none', ...route, isWriting: true } as unknown as Route;
}

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
