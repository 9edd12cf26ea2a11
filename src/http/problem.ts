/** Problems: errors as RFC 9457 answers. The only place where an error becomes an HTTP status and a body. */
import * as z from 'zod';
import { ArchiveError, type ErrorCode, errorCodes } from '../domain/errors.js';

export const problemType = 'application/problem+json; charset=utf-8';

/** The body of every answer that is an error. */
export const problem = z
  .object({
    type: z.string().meta({ description: 'Names the kind of problem; the code as a URN.' }),
    title: z.string().meta({ description: 'What the code means.' }),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What went wrong this time, for people.' }),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]).meta({
      description: 'Stable: write programs against this.',
    }),
    parameter: z.string().optional().meta({ description: 'The parameter at fault.' }),
    suggestion: z.string().optional().meta({ description: 'What to do instead.' }),
    requestId: z.string().meta({ description: 'Also in X-Request-Id and in the log of the server.' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** Renders an error as the text of a problem. */
export function renderProblem(error: ArchiveError, path: string, requestId: string): string {
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
  FST_ERR_CTP_BODY_TOO_LARGE: () => new ArchiveError('request_too_large', 'The body is larger than the server accepts'),
};

/** Whatever was thrown, as an error that can be shown. */
export function toArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) {
    // Codes of the server's own making (settings, the archive file) are no business of whoever asks.
    return error.status === 500 ? hideCause(error) : error;
  }
  const { code, statusCode } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const known = typeof code === 'string' ? frameworkErrors[code] : undefined;
  if (known !== undefined) return known();
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new ArchiveError('not_found', 'There is nothing that can be read at this address');
  }
  return hideCause(error);
}

function hideCause(cause: unknown): ArchiveError {
  return new ArchiveError('internal', 'The server failed; its log has the reason under this request id', { cause });
}
