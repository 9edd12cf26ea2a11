/** Publishing: pages go into the archive, and each has an outcome. It decides what failure means, not how to store. */
import { ArchiveError } from '../domain/errors.js';
import { refuseWrite, type WriteLimits } from '../domain/key.js';
import type { ArticleWrite } from '../domain/write.js';
import type { Warning } from '../ingest/article.js';
import { applyEdit } from '../ingest/edit.js';
import { restorePage } from '../ingest/pipeline.js';
import type { SkippedFile } from '../ingest/source/unread.js';
import type { SourceItem } from '../ingest/source.js';
import type { Outcome, Publishable, WriteStore } from '../store/writing.js';
import {
  type ExtractedPage,
  type Extraction,
  type ExtractOptions,
  type Extractor,
  extractBatches,
  toWrite,
} from './extract.js';

/** What became of one item of a source. A failed page has an id when its article was extracted but not stored. */
export type PageOutcome =
  | { name: string; outcome: 'created' | 'updated' | 'unchanged'; id: string; warnings: Warning[] }
  | { name: string; outcome: 'failed'; id: string | null; error: ArchiveError }
  | SkippedFile;

type Written = ExtractedPage['write'];

export interface PublishOptions extends ExtractOptions {
  store: WriteStore;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Where may be written; anywhere when not given. */
  within?: WriteLimits | undefined;
}

/**
 * Extracts and stores the pages of a source, a batch a transaction, and yields one outcome an item, in their order. An
 * article that cannot be stored fails alone: the others of its batch are stored.
 */
export async function* publishPages(
  items: AsyncIterable<SourceItem>,
  options: PublishOptions,
): AsyncGenerator<PageOutcome> {
  for await (const batch of extractBatches(items, options)) {
    const writes = batch.flatMap((extraction) => ('write' in extraction ? [extraction.write] : []));
    const at = options.clock();
    const results = (await storeAll(writes, (some) => publishSettled(options, some, at))).values();
    for (const extraction of batch) {
      yield 'write' in extraction ? toOutcome(extraction, results.next().value) : toUnwritten(extraction);
    }
  }
}

const toPublishable = (write: Written): Publishable => ('unpack' in write ? write.packed : write);

/**
 * Stores articles. Where people edited one, their edit is laid over what was found first; a page at an alias of an article is read
 * as a page of that one.
 */
async function publishSettled(options: PublishOptions, writes: readonly Written[], at: number): Promise<Outcome[]> {
  const { store, within } = options;
  const current = [...writes];
  const outcomes = await store.publish(current.map(toPublishable), at, within);
  // An edit may come between two attempts, but hardly again and again.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const unsettled: number[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      const given = current[index] as Written;
      if (outcome.outcome === 'edited')
        current[index] = { ...applyEdit(toWrite(given), outcome.edit.fields), editedAt: outcome.edit.at };
      else if (outcome.outcome === 'moved') current[index] = await readAs(options.extractor, toWrite(given), outcome);
      else continue;
      unsettled.push(index);
    }
    if (unsettled.length === 0) break;
    const again = await store.publish(
      unsettled.map((index) => toPublishable(current[index] as Written)),
      at,
      within,
    );
    unsettled.forEach((index, nth) => {
      outcomes[index] = again[nth] as Outcome;
    });
  }
  return outcomes;
}

/** Reads the page of a write as one of another article, at the URL of that. */
async function readAs(
  extractor: Extractor,
  { original }: ArticleWrite,
  { to, url }: { to: string; url: string | null },
): Promise<Written> {
  const page = restorePage({ id: to, original, fingerprint: '' });
  const [result] = await extractor([url === null ? page : { ...page, hints: { ...page.hints, url } }]);
  if (result === undefined) throw new TypeError('an extractor gives one result a page');
  if (result instanceof ArchiveError) throw result;
  return result.write;
}

/** Stores a batch whole or, where that fails, one by one, so that what cannot be stored fails alone. */
export async function storeAll<W, R>(
  writes: readonly W[],
  store: (writes: readonly W[]) => Promise<R[]>,
): Promise<(R | ArchiveError)[]> {
  if (writes.length === 0) return [];
  try {
    return await store(writes);
  } catch (error) {
    const failure = toWriteError(error);
    // An archive that takes nothing now will not take the articles one by one either.
    const isForAll = failure.code === 'unavailable' || failure.code === 'mirror_conflict';
    if (writes.length === 1 || isForAll) return writes.map(() => failure);
  }
  const results: (R | ArchiveError)[] = [];
  for (const write of writes) results.push(...(await storeAll([write], store)));
  return results;
}

function toWriteError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ArchiveError('internal', `the article could not be stored: ${message}`, { cause: error });
}

function toOutcome(
  { name, write, warnings }: Extract<Extraction, { write: unknown }>,
  result: Outcome | ArchiveError | undefined,
): PageOutcome {
  if (result === undefined) throw new TypeError('a store gives one outcome an article');
  if (result instanceof ArchiveError) return { name, outcome: 'failed', id: toWrite(write).article.id, error: result };
  const refusal = explainRefusal(result);
  if (refusal !== null) return { name, outcome: 'failed', id: result.id, error: refusal };
  return { name, ...(result as Stored), warnings };
}

type Stored = Extract<Outcome, { outcome: 'created' | 'updated' | 'unchanged' }>;

/** Why nothing was written; null: it is stored. */
function explainRefusal(result: Outcome): ArchiveError | null {
  switch (result.outcome) {
    case 'withdrawn':
      return new ArchiveError('withdrawn', 'An editor withdrew this article; only restoring brings it back');
    case 'edited':
    case 'moved':
      return new ArchiveError('unavailable', 'The article is being edited');
    case 'refused':
      return refuseWrite();
    case 'conflict':
      return new ArchiveError('identity_conflict', `${result.heldBy} already holds its identity, with another text`, {
        suggestion: 'Give the page a URL, or a source, issue date and page that tell the two apart.',
      });
    default:
      return null;
  }
}

function toUnwritten(extraction: Exclude<Extraction, { write: unknown }>): PageOutcome {
  if ('skipped' in extraction) return extraction;
  return { name: extraction.name, outcome: 'failed', id: null, error: extraction.error };
}
