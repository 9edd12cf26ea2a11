/** Asks a server as the tests do: every answer is parsed by the schema of its route, strictly where it can be. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { type Problem, problem } from '../../src/http/problem.js';
import { methodOf } from '../../src/http/route.js';
import { routes } from '../../src/http/routes/index.js';

/** Finds the route of an address by its path. */
export function findRoute(address: string, method = 'GET') {
  const parts = (address.split('?')[0] ?? '').split('/');
  const route = routes.find((each) => {
    const pattern = each.path.split('/');
    return (
      methodOf(each) === method &&
      pattern.length === parts.length &&
      pattern.every((part, at) => part.startsWith('{') || part === parts[at])
    );
  });
  if (route === undefined) throw new Error(`no route for ${address}`);
  return route;
}

/** An answer as the tests look at it: any of the routes' bodies. */
// biome-ignore lint/suspicious/noExplicitAny: the schema of the route has checked it; the tests name what they look at.
export type Body = any;

/** The body of a good answer, parsed by the schema of its route. */
export async function ask(app: FastifyInstance, address: string): Promise<Body> {
  const answer = await app.inject(address);
  if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.body}`);
  const body: unknown = answer.json();
  const { schema } = findRoute(address).answer;
  // With `fields`, rows are a part of what the schema says.
  if (/[?&]fields=/.test(address)) return body;
  z.parse(schema, body);
  return body;
}

/** The problem of a bad answer, parsed by its schema. */
export async function askInVain(app: FastifyInstance, address: string): Promise<Problem> {
  const answer = await app.inject(address);
  if (answer.headers['content-type'] !== 'application/problem+json; charset=utf-8') {
    throw new Error(`${address}: ${answer.statusCode} ${answer.headers['content-type']}`);
  }
  const body = z.strictObject(problem.shape).parse(answer.json());
  if (body.status !== answer.statusCode) throw new Error(`${address}: the body says another status`);
  return body;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends a request with a key and gives the answer; a good one is parsed by the schema of its route, a bad one as a problem. */
export async function send(
  app: FastifyInstance,
  [method, url]: [Method, string],
  { key, body, headers }: { key?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: Body; headers: Record<string, unknown> }> {
  const answer = await app.inject({
    method,
    url,
    ...(body !== undefined && { payload: body as object }),
    headers: { ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers },
  });
  const { statusCode: status } = answer;
  const given: unknown = answer.body === '' ? undefined : answer.json();
  if (status >= 400) z.strictObject(problem.shape).parse(given);
  else z.parse(findRoute(url, method).answer.schema, given);
  return { status, body: given, headers: answer.headers };
}
