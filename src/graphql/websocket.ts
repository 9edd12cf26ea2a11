/** Subscriptions over WebSocket, by the protocol graphql-transport-ws. */
import type { WebsocketHandler } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { makeHandler } from 'graphql-ws/use/@fastify/websocket';
import { ArchiveError } from '../domain/errors.js';
import { findSecret } from '../http/auth.js';
import { type ContextOptions, createContext } from './context.js';
import { checkOperation, listRules, type QueryOptions } from './engine.js';
import { formatError, listRefusals } from './errors.js';

export interface SubscriptionOptions extends QueryOptions {
  /** Clients that may be connected at the same time. */
  maxClients: number;
}

/** Tells a client that comes when there is no room to come again later. */
const TRY_AGAIN_LATER = 1013;

const kinds = ['subscription'] as const;

/** The key of a client that cannot set headers, as browsers cannot: under the same names in what it connects with. */
function readSecret(given: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const named = Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  return findSecret(named);
}

/** Makes the handler of the WebSocket route. */
export function createSubscriptionHandler(
  app: FastifyInstance,
  schema: GraphQLSchema,
  options: SubscriptionOptions,
): WebsocketHandler {
  const { limits, budget, maxClients } = options;
  const report = (cause: unknown) => app.log.error({ err: cause }, 'a GraphQL subscription failed');
  const rules = [...specifiedRules, ...listRules(options)];

  function prepare(
    query: string,
    variables: Record<string, unknown>,
    operationName: string | undefined,
  ): ExecutionArgs {
    const document: DocumentNode = parse(query, { maxTokens: limits.tokens });
    const errors = validate(schema, document, rules);
    if (errors.length > 0) throw Object.assign(new Error('The document is not valid'), { errors });
    checkOperation(schema, { document, operationName, variables }, kinds, options);
    return { schema, document, variableValues: variables, operationName };
  }

  /** Runs the document anew for each event, knowing nothing of what was read for the one before. */
  async function listen({
    contextValue,
    ...args
  }: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
    const ended = new AbortController();
    const common: ContextOptions = { routes: app.routeContext, asker: contextValue as FastifyRequest, budget, kinds };
    const context = createContext({ ...common, signal: ended.signal });
    const events = await createSourceEventStream({ ...args, contextValue: context });
    if (!(Symbol.asyncIterator in events)) return events;
    const results = run(events, args, common);
    const end = results.return.bind(results);
    results.return = (value) => {
      ended.abort();
      return end(value);
    };
    return results;
  }

  async function* run(
    events: AsyncIterable<unknown>,
    args: ExecutionArgs,
    common: ContextOptions,
  ): AsyncGenerator<ExecutionResult> {
    for await (const rootValue of events) {
      yield await execute({ ...args, rootValue, contextValue: createContext(common) });
    }
  }

  const render = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error, report));
  let clients = 0;
  return makeHandler({
    onConnect: async ({ connectionParams, extra: { request, socket } }) => {
      const secret = readSecret(connectionParams);
      try {
        if (secret !== undefined) await app.acceptKey(request, secret);
      } catch (error) {
        if (error instanceof ArchiveError) return false;
        throw error;
      }
      // Whoever may not read takes no place from those who may, nor does one that has left while its key was checked.
      if (!request.mayRead || socket.readyState !== socket.OPEN) return false;
      if (clients >= maxClients) {
        socket.close(TRY_AGAIN_LATER, 'As many clients listen as the server takes');
        return false;
      }
      clients += 1;
      socket.once('close', () => {
        clients -= 1;
      });
      return true;
    },
    onSubscribe: ({ extra: { request } }, __, { query, variables, operationName }) => {
      try {
        return { ...prepare(query, variables ?? {}, operationName ?? undefined), contextValue: request };
      } catch (thrown) {
        const refusals = listRefusals(thrown);
        if (refusals === undefined) throw thrown;
        return refusals;
      }
    },
    subscribe: listen as never,
    onError: (_, __, ___, errors) => render(errors),
    onNext: (_, __, ___, ____, { data = null, errors }) => (errors ? { data, errors: render(errors) } : undefined),
  });
}
