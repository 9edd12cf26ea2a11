/**
 * What is done by the routes of REST: mutations, and what is shown to the holders of keys. Key, parameters, body, condition and
 * name of a request are checked as they are there, and the same code answers.
 */
import { ArchiveError } from '../domain/errors.js';
import { requireScope } from '../domain/key.js';
import { compileBody } from '../http/body.js';
import { carryOut, type Rendered } from '../http/call.js';
import { methodOf, type Route } from '../http/route.js';
import { checkArguments, type Given, omitNull } from './arguments.js';
import type { QueryContext } from './context.js';

/** What a field asks of a route, as its arguments give it. */
export interface RouteRequest {
  params?: Given;
  query?: Given;
  /** What the schema of its body takes, or the bytes where it takes these. */
  body?: unknown;
  contentType?: string;
  ifMatch?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/** Has a route answer, and gives the body of its answer, parsed, and its headers. Throws what the route refuses with. */
export async function askRoute(
  context: QueryContext,
  route: Route,
  asked: RouteRequest,
): Promise<{ body: unknown; headers: Readonly<Record<string, string>> }> {
  const { routes, key } = context;
  const { scope, path } = route;
  context.isMomentary = true;
  if (routes.services === undefined) throw new ArchiveError('not_found', 'This server only reads');
  if (scope) requireScope(key, scope);
  const headers: Record<string, string | undefined> = {
    'content-type': asked.contentType ?? 'application/json',
    'if-match': toTag(asked.ifMatch),
    'idempotency-key': asked.idempotencyKey ?? undefined,
  };
  const params = checkArguments(route.params, asked.params ?? {});
  const query = checkArguments(route.query, asked.query ?? {});
  const search = new URLSearchParams(omitNull(asked.query ?? {}) as Record<string, string>);
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(params[name])));
  try {
    const answer = await carryOut(route, routes, {
      params,
      query,
      body: route.body && checkBody(route.body.schema, asked.body),
      address: search.size === 0 ? filled : `${filled}?${search}`,
      key,
      header: (name) => headers[name],
      signal: context.signal,
      chooseType: ([first]) => first,
    });
    return { body: JSON.parse(toText(answer.body)), headers: answer.headers };
  } catch (error) {
    throw toArgument(error);
  } finally {
    if (methodOf(route) !== 'GET') context.forget();
  }
}

/** The same, of which only the body is wanted. What it is follows from the route, and is said by whoever asks. */
export async function callRoute<T = never>(context: QueryContext, route: Route, asked: RouteRequest = {}): Promise<T> {
  return (await askRoute(context, route, asked)).body as T;
}

/** The same of what there may not be: null then. */
export const findByRoute = <T = never>(context: QueryContext, route: Route, asked: RouteRequest): Promise<T | null> =>
  orNull(callRoute<T>(context, route, asked));

/** What was asked for; null: there is no such thing. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'not_found') return null;
    throw error;
  }
}

const toText = (body: Rendered['body']) =>
  typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString();

function checkBody(schema: NonNullable<Route['body']>['schema'], body: unknown): unknown {
  const checked = compileBody(schema)(body);
  if ('error' in checked) throw checked.error;
  return checked.value;
}

/** A tag as a header gives it; between quotation marks, which are left out in GraphQL. */
function toTag(given: string | null | undefined): string | undefined {
  if (given === null || given === undefined) return undefined;
  return given === '*' || given.startsWith('"') ? given : `"${given}"`;
}

/** What headers of REST are called here. */
const headerNames: readonly [header: string, argument: string][] = [
  ['If-Match', 'ifMatch'],
  ['Idempotency-Key', 'idempotencyKey'],
  ['ETag', 'etag'],
];
const translate = (text: string) => headerNames.reduce((said, [from, to]) => said.replace(from, to), text);

function toArgument(error: unknown): unknown {
  if (!(error instanceof ArchiveError)) return error;
  const { code, message, parameter, suggestion, cause } = error;
  return new ArchiveError(code, translate(message), {
    cause,
    ...(parameter !== undefined && { parameter: translate(parameter) }),
    ...(suggestion !== undefined && { suggestion: translate(suggestion) }),
  });
}
