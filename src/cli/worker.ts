/** The thread that extracts a batch of pages for a command; it holds no archive. */
import { workerData } from 'piscina';
import { ArchiveError } from '../domain/errors.js';
import type { RawPage } from '../ingest/source.js';
import { type ExtractedPage, extractHere } from '../services/extract.js';
import { prepareWrite } from '../store/sqlite/writing/prepare.js';
import type { ThreadError, ThreadOptions } from './extraction.js';

const { prepares, ...options } = workerData as ThreadOptions;
const extractor = extractHere(options, prepares ? prepareWrite : undefined);

/** One result a page, in order. */
export default async function extract(pages: readonly RawPage[]): Promise<(ExtractedPage | ThreadError)[]> {
  const results = await extractor(pages);
  return results.map((result) => {
    if (!(result instanceof ArchiveError)) return result;
    const { code, message, suggestion, cause } = result;
    return { code, message, suggestion, cause: cause instanceof Error ? cause : undefined };
  });
}
