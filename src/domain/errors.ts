/** The one error type of the archive and the table of its codes. It knows no transport: doors translate it. */

/**
 * Every error code a user can meet, with the HTTP status it stands for and what it means.
 * Codes are part of the API contract: they are added, never renamed.
 */
export const errorCodes = {
  invalid_parameter: { status: 400, title: 'A parameter has a value that cannot be used' },
  unknown_parameter: { status: 400, title: 'A parameter is not known here' },
  unknown_section: { status: 400, title: 'The archive has no such section' },
  unknown_source: { status: 400, title: 'The archive has no such source' },
  invalid_url: { status: 400, title: 'The address is not written as percent-encoded UTF-8' },
  invalid_cursor: { status: 400, title: 'The cursor is damaged or belongs to another list' },
  invalid_query: { status: 400, title: 'The GraphQL query is not valid' },
  query_too_complex: { status: 400, title: 'The GraphQL query asks for more than one request may' },
  unknown_query: { status: 400, title: 'The server does not know this GraphQL query' },
  invalid_json: { status: 400, title: 'The body is not JSON' },
  unauthenticated: { status: 401, title: 'This takes a key, or a valid one' },
  forbidden: { status: 403, title: 'The key does not allow this' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  method_not_allowed: { status: 405, title: 'This address does not take this method' },
  idempotency_conflict: { status: 409, title: 'A request with this Idempotency-Key is under way' },
  mirror_conflict: { status: 409, title: 'The archive is, or cannot be, a mirror of another' },
  alias_conflict: { status: 409, title: 'Another article has this address' },
  request_timeout: { status: 408, title: 'The request took too long to arrive' },
  withdrawn: { status: 410, title: 'The article was withdrawn' },
  changes_expired: { status: 410, title: 'The change log no longer reaches back that far' },
  precondition_failed: { status: 412, title: 'The article is not as it was seen' },
  request_too_large: { status: 413, title: 'The request is larger than the server accepts' },
  unsupported_media_type: { status: 415, title: 'The body is of a kind that is not taken here' },
  idempotency_mismatch: { status: 422, title: 'Another request had this Idempotency-Key' },
  invalid_body: { status: 422, title: 'The body does not have the expected fields' },
  precondition_required: { status: 428, title: 'This takes If-Match' },
  rate_limited: { status: 429, title: 'More requests than a key or an address may make' },
  overloaded: { status: 503, title: 'The server has more to do than it can' },
  deadline_exceeded: { status: 503, title: 'The query took longer than the server allows' },
  state_not_reached: { status: 503, title: 'The archive has not reached the state that was asked for' },
  unavailable: { status: 503, title: 'The archive cannot answer now' },
  internal: { status: 500, title: 'The server failed' },

  page_empty: { status: 422, title: 'The page holds no text' },
  page_too_large: { status: 422, title: 'The page is larger than the limit' },
  page_binary: { status: 422, title: 'The page is not text' },
  page_unreadable: { status: 422, title: 'The page cannot be read' },
  page_untitled: { status: 422, title: 'No title was found on the page' },
  page_without_body: { status: 422, title: 'No article body was found on the page' },
  identity_conflict: { status: 422, title: 'Another page already holds this identity' },
  invalid_record: { status: 422, title: 'The record does not have the expected fields' },
  unsafe_archive: { status: 422, title: 'The compressed file is not safe to unpack' },
  input_not_found: { status: 422, title: 'No input was found there' },

  invalid_configuration: { status: 500, title: 'A setting has a value that cannot be used' },
  backup_damaged: { status: 500, title: 'The backup does not hold a sound archive' },
  archive_incompatible: { status: 500, title: 'The archive file does not fit this version' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** Where an error points to and how to get past it. */
export interface ErrorDetails {
  /** The parameter, setting or field at fault. */
  parameter?: string;
  /** What to do instead, one sentence. */
  suggestion?: string;
  cause?: unknown;
}

/** An error with a stable code and a message written for the person who has to act on it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ErrorCode;
  readonly parameter: string | undefined;
  readonly suggestion: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.parameter = details.parameter;
    this.suggestion = details.suggestion;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}
