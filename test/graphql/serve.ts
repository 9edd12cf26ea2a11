/** A server with both doors in front of the archive of the HTTP tests. */
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import { defaultQueryLimits } from '../../src/graphql/engine.js';
import { type GraphqlOptions, registerGraphql } from '../../src/graphql/server.js';
import { buildServer } from '../../src/http/server.js';
import type { ReadStore } from '../../src/store/store.js';
import { openTestArchive, testOptions } from '../http/archive.js';

export const graphqlOptions: GraphqlOptions = {
  limits: defaultQueryLimits,
  budget: { reads: 50, milliseconds: 60_000 },
  introspection: true,
  queries: null,
  maxClients: 2,
};

export async function serveGraphql(
  t: Test,
  options: Partial<GraphqlOptions> = {},
  read?: ReadStore,
): Promise<FastifyInstance> {
  const archive = read ?? (await openTestArchive(t));
  const app = await buildServer({ read: archive, options: testOptions });
  await registerGraphql(app, { ...graphqlOptions, ...options });
  t.teardown(() => app.close());
  return app;
}

// biome-ignore lint/suspicious/noExplicitAny: the shape follows from the query; the tests name what they look at.
export type Result = { data?: any; errors?: any[]; extensions?: any };

/** Asks over POST. */
export async function post(app: FastifyInstance, query: string, variables?: object, more?: object): Promise<Result> {
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables, ...more } });
  return answer.json();
}

/** The data of a query that has to succeed. */
export async function askGraphql(app: FastifyInstance, query: string, variables?: object) {
  const { data, errors } = await post(app, query, variables);
  if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return data;
}
