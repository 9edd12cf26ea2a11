/** Queries and mutations over HTTP, as the GraphQL-over-HTTP specification has requests and answers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { createHandler, type Response } from 'graphql-http';
import { ArchiveError } from '../domain/errors.js';
import { createContext } from './context.js';
import type { QueryOptions } from './engine.js';
import { findCause, formatError, listRefusals } from './errors.js';
import { checkLength } from './limits.js';
import type { PersistedQueries } from './persisted.js';

/** What became of a request. */
interface Outcome {
  /** Whether the answer has all that was asked for. */
  isWhole: boolean;
  /** The answer, where the query ran. */
  body?: Uint8Array;
}

/** Makes the handler of the routes for GET and POST, whose bodies have to come as text. */
export function createQueryHandler(
  app: FastifyInstance,
  { budget, limits }: QueryOptions,
  persisted: PersistedQueries,
): (request: FastifyRequest, reply: FastifyReply) => Promise<string | Uint8Array> {
  const report = (cause: unknown) => app.log.error({ err: cause }, 'a GraphQL query failed');
  const refuseMethod = (refusals: readonly GraphQLError[]): Response => [
    JSON.stringify({ errors: refusals.map((error) => formatError(error, report)) }),
    { status: 405, statusText: 'Method Not Allowed', headers: { allow: 'POST', 'content-type': jsonType } },
  ];
  const handle = createHandler<FastifyRequest, Outcome>({
    parseRequestParams: (request) => persisted.readParameters(request),
    formatError: (error) => formatError(error, report) as GraphQLError,
    async onSubscribe({ context: outcome, raw }, { query, variables, operationName }) {
      const context = createContext({
        routes: app.routeContext,
        asker: raw,
        budget,
        kinds: raw.method === 'POST' ? ['query', 'mutation'] : ['query'],
        variables: variables ?? {},
        operationName: operationName ?? undefined,
      });
      // Mercurius compiles a text for the operation that is asked for first: for another one it has to be another text.
      const text = operationName && /^\w+$/.test(operationName) ? `${query}\n#${operationName}` : query;
      let result: ExecutionResult;
      try {
        checkLength(query, limits.characters);
        result = await app.graphql(text, context as never, undefined, operationName ?? undefined);
      } catch (thrown) {
        const refusals = listRefusals(thrown);
        if (refusals === undefined) throw thrown;
        return refusals.some(isOfAnotherMethod) ? refuseMethod(refusals) : refusals;
      }
      // Compiled queries say so when variables do not fit, and have run nothing.
      if (result.data === undefined) return result.errors as readonly GraphQLError[];
      const { reads, milliseconds } = context.spent();
      const extensions = {
        cost: { estimated: context.cost, limit: limits.cost },
        reads: { spent: reads, limit: budget.reads },
        milliseconds: { spent: milliseconds, limit: budget.milliseconds },
      };
      const errors = result.errors?.map((error) => formatError(error, report));
      outcome.isWhole = errors === undefined && !context.isMomentary;
      outcome.body = context.copies.render({ data: result.data, errors, extensions });
      const headers = { 'content-type': `${chooseType(raw.headers.accept)}; charset=utf-8` };
      return ['', { status: 200, statusText: 'OK', headers }];
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
    return outcome.body ?? text ?? '';
  };
}

const jsonType = 'application/json; charset=utf-8';

const isOfAnotherMethod = (refusal: GraphQLError) => {
  const cause = findCause(refusal);
  return cause instanceof ArchiveError && cause.code === 'method_not_allowed';
};

/** The first of the media types of answers that a client names; one that names none has been refused. */
function chooseType(accept = '*/*'): string {
  const [first] = /application\/(?:graphql-response\+json|json|\*)|\*\/\*/i.exec(accept) ?? [];
  return first?.toLowerCase() === 'application/graphql-response+json' ? first.toLowerCase() : 'application/json';
}
