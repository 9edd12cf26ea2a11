/** Problems: errors as RFC 9457 answers. The only place where an error becomes an HTTP status and a body. */
import * as z from 'zod';
import { ArchiveError, type ErrorCode, errorCodes } from '../domain/errors.js';

export const problemType = 'application/problem+json; charset=utf-8';

/** The codes that can stand in an answer. Any other is of the server's own making, and shown as `internal`. */
export const answerCodes = [
  'invalid_parameter',
  'unknown_parameter',
  'unknown_section',
  'unknown_source',
  'invalid_query',
  'query_too_complex',
  'unknown_query',
  'invalid_url',
  'invalid_cursor',
  'invalid_json',
  'unauthenticated',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'idempotency_conflict',
  'mirror_conflict',
  'alias_conflict',
  'request_timeout',
  'withdrawn',
  'changes_expired',
  'precondition_failed',
  'request_too_large',
  'unsupported_media_type',
  'idempotency_mismatch',
  'invalid_body',
  'page_empty',
  'page_too_large',
  'page_binary',
  'page_unreadable',
  'page_untitled',
  'page_without_body',
  'identity_conflict',
  'invalid_record',
  'precondition_required',
  'rate_limited',
  'internal',
  'overloaded',
  'deadline_exceeded',
  'state_not_reached',
  'unavailable',
] as const satisfies readonly ErrorCode[];

/** The body of every answer that is an error. */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Names the kind of problem; the code as a URN.' }),
    title: z.string().meta({ description: 'What the code means.' }),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What went wrong this time, for people.' }),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    code: z.enum(answerCodes).meta({
      description: 'Stable: write programs against this.',
    }),
    parameter: z.string().optional().meta({ description: 'The parameter at fault.' }),
    suggestion: z.string().optional().meta({ description: 'What to do instead.' }),
    requestId: z.string().meta({ description: 'Also in X-Request-Id and in the log of the server.' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** An error whose code can stand in an answer. */
export type AnswerError = ArchiveError & { code: Problem['code'] };
const isAnswerError = (error: ArchiveError): error is AnswerError =>
  (answerCodes as readonly ErrorCode[]).includes(error.code);

/** Renders an error as the text of a problem. */
export function renderProblem(error: AnswerError, path: string, requestId: string): string {
  const body: Problem = {
    type: `urn:problem-type:baoku:${error.code}`,
    title: errorCodes[error.code].title,
    status: error.status,
    detail: error.message,
    instance: path,
    code: error.code,
    ...(error.parameter !== undefined && { parameter: error.parameter }),
    ...(error.suggestion !== undefined && { suggestion: error.suggestion }),
    requestId,
  };
  return JSON.stringify(body);
}

/** Errors of the framework by its code. What is not here and not ours is `internal`, and says nothing of its inside. */
const frameworkErrors: Record<string, () => ArchiveError> = {
  FST_ERR_BAD_URL: () =>
    new ArchiveError('invalid_url', 'The path is not percent-encoded UTF-8', {
      suggestion: 'Encode the UTF-8 bytes of the path, not GBK: 报 is %E6%8A%A5; a percent sign itself is %25.',
    }),
  FST_ERR_MAX_PARAM_LENGTH: () => new ArchiveError('not_found', 'A part of the path is longer than any name here'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new ArchiveError('unsupported_media_type', 'The body is of a kind unknown here'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new ArchiveError('invalid_json', 'The body is not JSON'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new ArchiveError('invalid_json', 'The body is empty'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new ArchiveError('invalid_json', 'The body is shorter or longer than Content-Length says'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new ArchiveError('request_too_large', 'The body is larger than the server accepts'),
};

/** What is said of an error whose own words are for whoever runs the server: they may name files and statements. */
const discreet: Partial<Record<ErrorCode, string>> = {
  internal: 'The server failed; its log has the reason under this request id',
  unavailable: 'The archive cannot answer now, or the server is closing; try again in a moment',
};

/** Where a copy that cannot follow the changes starts again: all articles of one moment, whose state is in Baoku-Seq. */
export const SNAPSHOT = 'export?type=articles&content=true&include=quotes,statistics';

/** What leads out of a problem, relative to the address that was asked for. */
export const waysOut: Partial<Record<ErrorCode, string>> = { changes_expired: `<${SNAPSHOT}>; rel="alternate"` };

/** Seconds after which a client should try again, where trying again may help. */
export const retryAfter: Partial<Record<ErrorCode, number>> = {
  rate_limited: 1,
  overloaded: 5,
  deadline_exceeded: 10,
  state_not_reached: 1,
  idempotency_conflict: 1,
  unavailable: 5,
};

/** Whatever was thrown, as an error that can be shown; its cause, for the log, is what was thrown. */
export function toAnswerError(error: unknown): AnswerError {
  const shown = explain(error);
  const code = shown !== undefined && isAnswerError(shown) ? shown.code : 'internal';
  const instead = discreet[code];
  return instead === undefined
    ? (shown as AnswerError)
    : (new ArchiveError(code, instead, { cause: error }) as AnswerError);
}

function explain(error: unknown): ArchiveError | undefined {
  if (error instanceof ArchiveError) return error;
  const { code, statusCode } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const known = typeof code === 'string' ? frameworkErrors[code] : undefined;
  if (known !== undefined) return known();
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new ArchiveError('not_found', 'There is nothing that can be read at this address');
  }
  return undefined;
}
