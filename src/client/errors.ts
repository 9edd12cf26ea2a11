/** The one error of the client: what the API refused, or why no answer came. */
import type { ErrorCode } from '../domain/errors.js';

/** A code of the API, or: `network_error` no connection, or it broke; `timeout` no answer in time; `unexpected_answer` not one of the API. */
export type BaokuErrorCode = ErrorCode | 'network_error' | 'timeout' | 'unexpected_answer';

interface Details {
  status?: number | undefined;
  parameter?: string | undefined;
  suggestion?: string | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** Thrown by every function of the client. A call that was aborted throws the reason of its signal instead. */
export class BaokuError extends Error {
  override readonly name = 'BaokuError';
  /** Stable: write programs against this. */
  readonly code: BaokuErrorCode;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  /** The parameter at fault. */
  readonly parameter: string | undefined;
  /** What to do instead. */
  readonly suggestion: string | undefined;
  /** By which the log of the server names the request. */
  readonly requestId: string | undefined;
  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined;

  constructor(code: BaokuErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status;
    this.parameter = details.parameter;
    this.suggestion = details.suggestion;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
  }
}

interface Problem {
  code: ErrorCode;
  detail: string;
  parameter?: string;
  suggestion?: string;
}

/** Reads the error of an answer that is one. */
export async function readError(answer: Response): Promise<BaokuError> {
  const { status, headers } = answer;
  const details = {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: readRetryAfter(headers.get('retry-after')),
  };
  const text = await answer.text().catch(() => '');
  if (headers.get('content-type')?.startsWith('application/problem+json')) {
    const { code, detail, parameter, suggestion } = JSON.parse(text) as Problem;
    return new BaokuError(code, detail, { ...details, parameter, suggestion });
  }
  return new BaokuError('unexpected_answer', `HTTP ${status} without a problem: ${text.slice(0, 200)}`, details);
}

/** Seconds, given as such or as a date. */
function readRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
