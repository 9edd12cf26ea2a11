/** Extraction of many pages: what a source gives, turned into articles, in order and in batches. It stores nothing. */
import { ArchiveError } from '../domain/errors.js';
import type { ArticleWrite } from '../domain/write.js';
import { type IngestedPage, type IngestOptions, ingestPage } from '../ingest/pipeline.js';
import type { PageFailure, SkippedFile } from '../ingest/source/unread.js';
import type { RawPage, SourceItem } from '../ingest/source.js';
import { type BatchLimits, gatherBatches, mapAhead } from './batches.js';

/** What became of one item of a source. */
export type Extraction = ({ name: string } & ExtractedPage) | PageFailure | SkippedFile;

/** A write as the store packed it in the thread that read its page. */
export interface PackedWrite {
  packed: Uint8Array;
  unpack(): ArticleWrite;
}

/** The article of a page. */
export type ExtractedPage = Omit<IngestedPage, 'write'> & { write: ArticleWrite | PackedWrite };

export function toWrite(write: ArticleWrite | PackedWrite): ArticleWrite {
  return 'unpack' in write ? write.unpack() : write;
}

/** Extracts pages, in this thread or another: for each page its article, or why there is none. */
export type Extractor = (pages: readonly RawPage[]) => Promise<(ExtractedPage | ArchiveError)[]>;

export interface ExtractOptions {
  extractor: Extractor;
  /** Batches under way at once; 1 where extraction runs in this thread. */
  ahead: number;
  /** Ends the reading; what was read by then still comes out. */
  signal: AbortSignal;
}

/**
 * A batch is a transaction: small enough that little memory is held, others may write soon and a page from a slow pipe is seen
 * at once; large enough that the index pages many articles change are written once for all of them.
 */
export const batchLimits = { maxItems: 300, maxWeight: 4 * 1024 * 1024, maxWaitMs: 200 } as const;
const limits: BatchLimits<SourceItem> = {
  ...batchLimits,
  weigh: (item) => ('bytes' in item ? item.bytes.length : 0),
};

/** Extracts the pages of a source, one result an item, in their order. */
export async function* extractPages(
  items: AsyncIterable<SourceItem>,
  options: ExtractOptions,
): AsyncGenerator<Extraction> {
  for await (const batch of extractBatches(items, options)) yield* batch;
}

/** The same in batches, none of them empty, for whoever has a use for many at once. */
export function extractBatches(
  items: AsyncIterable<SourceItem>,
  { extractor, ahead, signal }: ExtractOptions,
): AsyncGenerator<Extraction[]> {
  return mapAhead(gatherBatches(items, limits, signal), ahead, async (batch) => {
    const pages = batch.filter((item) => 'bytes' in item);
    const results = (await extractor(pages)).values();
    return batch.map((item): Extraction => {
      if (!('bytes' in item)) return item;
      const result = results.next().value;
      if (result === undefined) throw new TypeError('an extractor gives one result a page');
      return result instanceof ArchiveError ? { name: item.name, error: result } : { name: item.name, ...result };
    });
  });
}

/** Extracts in the calling thread. */
export function extractHere(options: IngestOptions) {
  return async (pages: readonly RawPage[]) => pages.map((page) => extractPage(page, options, (extracted) => extracted));
}

/**
 * What `use` makes of the article of a page, or why there is none; a fault of this program is `internal`, and ends nothing but
 * its page.
 */
export function extractPage<T>(
  page: RawPage,
  options: IngestOptions,
  use: (extracted: IngestedPage) => T,
): T | ArchiveError {
  try {
    return use(ingestPage(page, options));
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    const message = error instanceof Error ? error.message : String(error);
    return new ArchiveError('internal', `extraction failed on this page: ${message}`, { cause: error });
  }
}
