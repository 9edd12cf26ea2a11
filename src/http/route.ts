/** Routes as data: what a route takes, answers and refuses, beside the code that answers. Registration is in server.ts. */
import type * as z from 'zod';
import type { ErrorCode } from '../domain/errors.js';
import type { ReadStore } from '../store/store.js';
import type { Answer } from './answer.js';
import type { Caching } from './freshness.js';

/** What every route is handed. */
export interface RouteContext {
  read: ReadStore;
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
export interface RouteInput<P, Q> {
  params: P;
  query: Q;
  address: string;
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
  Operations: 'Whether the server is up.',
} as const;

interface RouteDefinition<P extends z.ZodObject, Q extends z.ZodObject> {
  operationId: string;
  /** With parameters in braces, as OpenAPI writes it. */
  path: string;
  tag: keyof typeof tags;
  summary: string;
  description: string;
  params: P;
  query: Q;
  answer: { description: string; schema: z.ZodType; example: unknown };
  /** How its answers may be cached; `list` when not given. */
  caching?: Caching;
  /** The codes this route can refuse with, besides those that every route can. */
  errors: readonly ErrorCode[];
  handle(context: RouteContext, input: RouteInput<z.output<P>, z.output<Q>>): Promise<Answer>;
}

/** A route of the API, all of them GET (and with it HEAD). */
export type Route = RouteDefinition<z.ZodObject, z.ZodObject>;

/** Types the parameters that `handle` gets by their schemas. */
export function defineRoute<P extends z.ZodObject, Q extends z.ZodObject>(route: RouteDefinition<P, Q>): Route {
  return route as unknown as Route;
}

/** What any route can answer. */
export const commonErrors = [
  'invalid_parameter',
  'unknown_parameter',
  'invalid_url',
  'rate_limited',
  'overloaded',
  'deadline_exceeded',
  'state_not_reached',
  'unavailable',
  'internal',
] as const satisfies readonly ErrorCode[];

/** What a route with the filters of a list can refuse as well. */
export const filterErrors = [
  'unknown_section',
  'unknown_source',
  'invalid_cursor',
] as const satisfies readonly ErrorCode[];
