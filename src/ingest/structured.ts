/** Structured articles as pages: what is given field by field is kept as a record, and read as records of an import are. */
import { createHash } from 'node:crypto';
import type { ArticleInput } from '../domain/article-input.js';
import { ArchiveError } from '../domain/errors.js';
import type { RawPage } from './source.js';

/** The page that a given article stands for. Throws `invalid_body` unless it has exactly one body. */
export function toPage({ issue, body, html, text, status: _, publishAt: __, ...fields }: ArticleInput): RawPage {
  if ([body, html, text].filter((one) => one !== undefined).length !== 1) {
    throw new ArchiveError('invalid_body', 'An article has one of body, html and text', { parameter: 'body' });
  }
  const record = {
    ...fields,
    ...(issue && { issueDate: issue.date, page: issue.page }),
    ...(body && { blocks: body }),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
  };
  const bytes = Buffer.from(JSON.stringify(record));
  return { name: nameBytes('article', bytes), format: 'record', bytes, hints: {} };
}

/** A name for a page that came without one: other bytes have another. */
export function nameBytes(kind: string, bytes: Uint8Array): string {
  return `${kind}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
}
