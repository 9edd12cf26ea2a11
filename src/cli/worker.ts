/** The thread that extracts a batch of pages for a command; it holds no archive. */
import { workerData } from 'piscina';
import { ArchiveError } from '../domain/errors.js';
import type { IngestedPage, IngestOptions } from '../ingest/pipeline.js';
import type { RawPage } from '../ingest/source.js';
import { extractHere } from '../services/extract.js';
import type { ThreadError } from './extraction.js';

const extractor = extractHere(workerData as IngestOptions);

/** One result a page, in order. */
export default async function extract(pages: readonly RawPage[]): Promise<(IngestedPage | ThreadError)[]> {
  const results = await extractor(pages);
  return results.map((result) => {
    if (!(result instanceof ArchiveError)) return result;
    const { code, message, suggestion, cause } = result;
    return { code, message, suggestion, cause: cause instanceof Error ? cause : undefined };
  });
}
