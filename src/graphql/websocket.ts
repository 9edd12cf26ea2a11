/** Subscriptions over WebSocket, by the protocol graphql-transport-ws. */
import type { WebsocketHandler } from '@fastify/websocket';
import type { FastifyBaseLogger } from 'fastify';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  type OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { makeHandler } from 'graphql-ws/use/@fastify/websocket';
import type { ReadStore } from '../store/store.js';
import { createContext } from './context.js';
import { checkOperation, listRules, type QueryOptions } from './engine.js';
import { formatError, listRefusals } from './errors.js';

export interface SubscriptionOptions extends QueryOptions {
  /** Clients that may be connected at the same time. */
  maxClients: number;
}

/** Tells a client that comes when there is no room to come again later. */
const TRY_AGAIN_LATER = 1013;

/** Makes the handler of the WebSocket route. */
export function createSubscriptionHandler(
  schema: GraphQLSchema,
  read: ReadStore,
  options: SubscriptionOptions,
  log: FastifyBaseLogger,
): WebsocketHandler {
  const { limits, budget, maxClients } = options;
  const report = (cause: unknown) => log.error({ err: cause }, 'a GraphQL subscription failed');
  const rules = [...specifiedRules, ...listRules(options)];

  function prepare(
    query: string,
    variables: Record<string, unknown>,
    operationName: string | undefined,
  ): ExecutionArgs {
    const document: DocumentNode = parse(query, { maxTokens: limits.tokens });
    const errors = validate(schema, document, rules);
    if (errors.length > 0) throw Object.assign(new Error('The document is not valid'), { errors });
    checkOperation(schema, { document, operationName, variables }, 'subscription' as OperationTypeNode, options);
    return { schema, document, variableValues: variables, operationName };
  }

  /** Runs the document anew for each event, knowing nothing of what was read for the one before. */
  async function listen(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
    const ended = new AbortController();
    const context = createContext(read, budget, { signal: ended.signal });
    const events = await createSourceEventStream({ ...args, contextValue: context });
    if (!(Symbol.asyncIterator in events)) return events;
    const results = run(events, args);
    const end = results.return.bind(results);
    results.return = (value) => {
      ended.abort();
      return end(value);
    };
    return results;
  }

  async function* run(events: AsyncIterable<unknown>, args: ExecutionArgs): AsyncGenerator<ExecutionResult> {
    for await (const rootValue of events)
      yield await execute({ ...args, rootValue, contextValue: createContext(read, budget) });
  }

  const render = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error, report));
  const handle = makeHandler({
    onSubscribe: (_, __, { query, variables, operationName }) => {
      try {
        return prepare(query, variables ?? {}, operationName ?? undefined);
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

  let clients = 0;
  return function (socket, request) {
    if (clients >= maxClients) return socket.close(TRY_AGAIN_LATER, 'As many clients listen as the server takes');
    clients += 1;
    socket.once('close', () => {
      clients -= 1;
    });
    return handle.call(this, socket, request);
  };
}
