/** Calls of routes, through whichever door: carried out, under a name once, and rendered as headers and a body. */
import { Readable } from 'node:stream';
import type { Answer } from './answer.js';
import { STATE_HEADER } from './cache.js';
import { methodOf, type Route, type RouteContext, type RouteInput, statusesOf } from './route.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What one call asks of a route; its parameters and body are checked. */
export type Call = RouteInput<Record<string, unknown>, Record<string, unknown>, unknown>;

/** What a call is answered with. */
export interface Rendered {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Answer['body'];
  /** Whether something is missing that another moment may have. */
  isPartial?: boolean;
}

/**
 * Carries a call out. One that has an Idempotency-Key, where the route takes it, is carried out once, whichever door it came
 * through, and is answered as the first time from then on.
 */
export async function carryOut(route: Route, context: RouteContext, call: Call): Promise<Rendered> {
  const { key, body, address, header } = call;
  const run = async () => render(route, await route.handle(context, call));
  const name = route.headers?.includes('Idempotency-Key') ? header('idempotency-key') : undefined;
  if (name === undefined || key === null || context.services === undefined) return run();
  const bytes = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null);
  const parts = [methodOf(route), address, header('content-type') ?? '', header('if-match') ?? '', bytes];
  return context.services.requests.run(key.id, name, parts, async () => {
    const { status, headers, body: made } = await run();
    if (made instanceof Readable) throw new TypeError('a stream cannot be kept');
    return { status, headers, body: typeof made === 'string' ? made : Buffer.from(made).toString('utf8') };
  });
}

/** An answer of a route with its status and headers. */
export function render(route: Route, answer: Answer): Rendered {
  const { type = JSON_TYPE, seq, bytes, fileName, vary, link, location, etag, body, isPartial = false } = answer;
  return {
    status: answer.status ?? statusesOf(route)[0] ?? 200,
    headers: {
      'content-type': type,
      ...(seq !== undefined && { [STATE_HEADER]: String(seq) }),
      ...(bytes !== undefined && { 'content-length': String(bytes) }),
      ...(fileName !== undefined && { 'content-disposition': `attachment; filename="${fileName}"` }),
      ...(vary !== undefined && { vary }),
      ...(link !== undefined && { link }),
      ...(location !== undefined && { location }),
      ...(etag !== undefined && { etag }),
    },
    body,
    isPartial,
  };
}
