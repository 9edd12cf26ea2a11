/** Queries over HTTP, as the GraphQL-over-HTTP specification has requests and answers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { createHandler } from 'graphql-http';
import type { ReadStore } from '../store/store.js';
import { createContext } from './context.js';
import type { QueryOptions } from './engine.js';
import { formatError, listRefusals } from './errors.js';
import type { PersistedQueries } from './persisted.js';

/** Whether an answer has all that was asked for. */
interface Outcome {
  isWhole: boolean;
}

/** Makes the handler of the routes for GET and POST, whose bodies have to come as text. */
export function createQueryHandler(
  app: FastifyInstance,
  read: ReadStore,
  { budget, limits }: QueryOptions,
  persisted: PersistedQueries,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const report = (cause: unknown) => app.log.error({ err: cause }, 'a GraphQL query failed');
  const handle = createHandler<FastifyRequest, Outcome>({
    parseRequestParams: (request) => persisted.readParameters(request),
    formatError: (error) => formatError(error, report) as GraphQLError,
    async onSubscribe({ context: outcome, raw }, { query, variables, operationName }) {
      const context = createContext(read, budget, { operationName: operationName ?? undefined });
      // Mercurius compiles a text for the operation that is asked for first: for another one it has to be another text.
      const text = operationName && /^\w+$/.test(operationName) ? `${query}\n#${operationName}` : query;
      let result: ExecutionResult;
      try {
        result = await app.graphql(text, context as never, variables ?? {}, operationName ?? undefined);
      } catch (thrown) {
        const refusals = listRefusals(thrown);
        if (refusals === undefined) throw thrown;
        return refusals;
      }
      // Compiled queries say so when variables do not fit, and have run nothing.
      if (result.data === undefined) return result.errors as readonly GraphQLError[];
      const { reads, milliseconds } = context.spent();
      const extensions = {
        cost: { estimated: context.cost, limit: limits.cost },
        reads: { spent: reads, limit: budget.reads },
        milliseconds: { spent: milliseconds, limit: budget.milliseconds },
      };
      if (result.errors !== undefined) return { ...result, extensions };
      outcome.isWhole = !context.isPartial;
      // The handler's own rendering looks for errors in every value.
      const headers = { 'content-type': `${chooseType(raw.headers.accept)}; charset=utf-8` };
      return [JSON.stringify({ data: result.data, extensions }), { status: 200, statusText: 'OK', headers }];
    },
  });

  return async (request, reply) => {
    const { url, headers, body, archiveState } = request;
    const outcome: Outcome = { isWhole: false };
    const [text, { status, headers: given }] = await handle({
      url,
      // HEAD is GET without its body, which the framework leaves out.
      method: request.method === 'HEAD' ? 'GET' : request.method,
      headers,
      body: body as string,
      raw: request,
      context: outcome,
    });
    // An answer with errors is about this moment, and is not kept.
    request.archiveState = outcome.isWhole ? archiveState : null;
    reply.code(status).headers({ ...given, vary: 'Accept' });
    return reply.send(text ?? '');
  };
}

/** The first of the media types of answers that a client names; one that names none has been refused. */
function chooseType(accept = '*/*'): string {
  const [first] = /application\/(?:graphql-response\+json|json|\*)|\*\/\*/i.exec(accept) ?? [];
  return first?.toLowerCase() === 'application/graphql-response+json' ? first.toLowerCase() : 'application/json';
}
