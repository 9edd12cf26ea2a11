/** The thread that extracts a batch of pages for a command; it holds no archive. */
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { ArchiveError } from '../domain/errors.js';
import type { IngestedPage } from '../ingest/pipeline.js';
import type { RawPage } from '../ingest/source.js';
import { extractPage } from '../services/extract.js';
import { packing } from '../store/sqlite/writing/packed.js';
import type { ThreadOptions, ThreadPage } from './extraction.js';

const { packs, ...options } = workerData as ThreadOptions;

/** One result a page, in order; what is packed is handed over and not copied. */
export default function extract(pages: readonly RawPage[]): ThreadPage[] {
  const results = pages.map((page) => {
    const result = extractPage(page, options, toThreadPage);
    return result instanceof ArchiveError ? takeApart(result) : result;
  });
  const moved = results.flatMap((result) => ('packed' in result ? result.packed.buffer : []));
  return move({ [transferableSymbol]: moved, [valueSymbol]: results }) as unknown as ThreadPage[];
}

function toThreadPage(extracted: IngestedPage): ThreadPage {
  return packs ? { packed: packing.pack(extracted.write), warnings: extracted.warnings } : extracted;
}

function takeApart({ code, message, suggestion, cause }: ArchiveError): ThreadPage {
  return { code, message, suggestion, cause: cause instanceof Error ? cause : undefined };
}
