/** The GraphQL door of a server: `/graphql` over HTTP and WebSocket, its schema, and GraphiQL. */
import type { Readable } from 'node:stream';
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasScope } from '../domain/key.js';
import { limitBytes } from '../http/body.js';
import { registerEngine } from './engine.js';
import { registerGraphiql } from './graphiql.js';
import { createQueryHandler } from './http.js';
import { allowQueries, rememberQueries } from './persisted.js';
import { createSchema, schemaText } from './schema.js';
import { createSubscriptionHandler, type SubscriptionOptions } from './websocket.js';

export interface GraphqlOptions extends SubscriptionOptions {
  /** JSON file of the only queries that are taken, by SHA-256; null: any. */
  queries: string | null;
}

/** Whether pages may be in a body, which makes it as large as these can be. */
const mayBringPages = ({ key }: FastifyRequest) => key !== null && hasScope(key, 'ingest');

/** Bytes of a message over WebSocket. */
const MESSAGE = 64 * 1024;

/**
 * Adds GraphQL to a server that is not listening yet, in front of what its routes are handed. Throws `invalid_configuration` for
 * a file of queries that cannot be used.
 */
export async function registerGraphql(app: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const schema = createSchema();
  const { bodyBytes, pageBytes } = app.routeContext.limits;
  const persisted = options.queries === null ? rememberQueries() : allowQueries(options.queries);
  await registerEngine(app, schema, options);
  await app.register(async (scope) => {
    await scope.register(websocket, { options: { maxPayload: MESSAGE } });
    // Bodies stay text: what is wrong with one is answered as GraphQL has it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
    const handler = createQueryHandler(app, options, persisted);
    const hidden = { schema: { hide: true } };
    scope.route({
      method: 'GET',
      url: '/graphql',
      ...hidden,
      config: { caching: 'list', scope: 'any' },
      handler,
      wsHandler: createSubscriptionHandler(app, schema, options),
    });
    scope.route({
      method: 'POST',
      url: '/graphql',
      ...hidden,
      config: { caching: 'posted', scope: 'any' },
      bodyLimit: pageBytes,
      preParsing: async (request, _, payload) =>
        mayBringPages(request)
          ? payload
          : limitBytes(payload as Readable, request.headers['content-length'], bodyBytes),
      handler,
    });
    if (options.introspection) {
      const open = { ...hidden, config: { scope: null } };
      scope.get('/schema.graphql', open, (_, reply) => reply.type('text/plain; charset=utf-8').send(schemaText));
    }
  });
  // Whoever may only send registered queries has no use for an editor of others.
  if (options.introspection && options.queries === null) await registerGraphiql(app);
}
