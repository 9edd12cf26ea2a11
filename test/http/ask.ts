/** Asks a server as the tests do: every answer is parsed by the schema of its route, strictly where it can be. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { type Problem, problem } from '../../src/http/problem.js';
import { routes } from '../../src/http/routes/index.js';

/** Finds the route of an address by its path. */
export function findRoute(address: string) {
  const parts = (address.split('?')[0] ?? '').split('/');
  const route = routes.find(({ path }) => {
    const pattern = path.split('/');
    return pattern.length === parts.length && pattern.every((part, at) => part.startsWith('{') || part === parts[at]);
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
