/** Errors as GraphQL answers give them: with the codes of REST in `extensions`, and nothing of the server's inside. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArchiveError } from '../domain/errors.js';
import { toAnswerError } from '../http/problem.js';

/** What an error comes from. GraphQL wraps what resolvers throw, some of its layers more than once. */
export function findCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Renders an error; `report` is told of those that are the server's. */
export function formatError(error: Readonly<Error>, report: (cause: unknown) => void): GraphQLFormattedError {
  const cause = findCause(error);
  const { locations, path, extensions } = error instanceof GraphQLError ? error : new GraphQLError(error.message);
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (cause instanceof GraphQLError || isBadRequest(cause)) {
    return { message: error.message, ...place, extensions: { code: 'invalid_query', ...extensions } };
  }
  const { message, status, code, parameter, suggestion, cause: reason } = toAnswerError(cause);
  if (status >= 500) report(reason ?? cause);
  return {
    message,
    ...place,
    extensions: {
      code,
      ...(parameter !== undefined && { parameter }),
      ...(suggestion !== undefined && { suggestion }),
    },
  };
}

/** What graphql-http says of a request that is none; everything else that is thrown is of a class or has a path. */
const badRequests = new Set([
  'Missing query',
  'Invalid query',
  'Invalid variables',
  'Invalid operationName',
  'Invalid extensions',
  'Missing body',
  'Unparsable URL',
  'Unparsable JSON body',
  'JSON body must be an object',
]);
const isBadRequest = (cause: unknown) =>
  cause instanceof Error && !(cause instanceof ArchiveError) && badRequests.has(cause.message);

/** The errors of a request that was refused before it ran; undefined: it is another failure. */
export function listRefusals(thrown: unknown): readonly GraphQLError[] | undefined {
  if (thrown instanceof GraphQLError) return [thrown];
  const { errors } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as { errors?: unknown };
  return Array.isArray(errors) && errors.every((one) => one instanceof GraphQLError) ? errors : undefined;
}

/** The error for a request that is not a query to begin with, or one that is not run here. */
export const refuseRequest = (
  code: 'invalid_query' | 'unknown_query' | 'method_not_allowed',
  message: string,
  suggestion: string,
) => new GraphQLError(message, { originalError: new ArchiveError(code, message, { suggestion }) });
