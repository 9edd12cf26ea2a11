/** Conditional requests: whether a client has an answer already. */
import type { IncomingHttpHeaders } from 'node:http';
import type { KeptAnswer } from './answer-cache.js';

/** Opaque tags of an `If-None-Match`. Caches on the way mark them as weak when they encode an answer. */
const TAG = /"([^"]*)"/g;

/** The tag that the client holds of an answer in any coding. */
export function findHeld(headers: IncomingHttpHeaders, etag: string): string | undefined {
  const base = etag.slice(0, 22);
  for (const [, tag = ''] of (headers['if-none-match'] ?? '').matchAll(TAG)) if (tag.startsWith(base)) return tag;
  return undefined;
}

/** Whether the client has an answer already. */
export function isFresh(
  headers: IncomingHttpHeaders,
  { etag, validation }: Omit<KeptAnswer, 'body' | 'headers'>,
): boolean {
  const given = headers['if-none-match'];
  if (given !== undefined) {
    if (etag === '') return false;
    return given === `"${etag}"` || given === '*' || findHeld(headers, etag) !== undefined;
  }
  const since = headers['if-modified-since'];
  const at = since === undefined ? -1 : validation.indexOf('last-modified');
  return at !== -1 && Date.parse(validation[at + 1] ?? '') <= Date.parse(since ?? '');
}
