/** Publishing: pages go into the archive, and each has an outcome. It decides what failure means, not how to store. */
import { ArchiveError } from '../domain/errors.js';
import { refuseWrite, type WriteLimits } from '../domain/key.js';
import type { ArticleWrite } from '../domain/write.js';
import type { Warning } from '../ingest/article.js';
import { applyEdit } from '../ingest/edit.js';
import type { SkippedFile } from '../ingest/source/unread.js';
import type { SourceItem } from '../ingest/source.js';
import type { Outcome, WriteStore } from '../store/writing.js';
import { type Extraction, type ExtractOptions, extractBatches } from './extract.js';

/** What became of one item of a source. A failed page has an id when its article was extracted but not stored. */
export type PageOutcome =
  | { name: string; outcome: 'created' | 'updated' | 'unchanged'; id: string; warnings: Warning[] }
  | { name: string; outcome: 'failed'; id: string | null; error: ArchiveError }
  | SkippedFile;

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
    const results = (await storeAll(writes, (some) => publishEdited(options, some, at))).values();
    for (const extraction of batch) {
      yield 'write' in extraction ? toOutcome(extraction, results.next().value) : toUnwritten(extraction);
    }
  }
}

/** Stores articles; where people edited one, their edit is laid over what was found first. */
async function publishEdited(
  { store, within }: Pick<PublishOptions, 'store' | 'within'>,
  writes: readonly ArticleWrite[],
  at: number,
): Promise<Outcome[]> {
  const outcomes = await store.publish(writes, at, within);
  // An edit may come between two attempts, but hardly again and again.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const edited = outcomes.flatMap((outcome, index) => (outcome.outcome === 'edited' ? [{ index, ...outcome }] : []));
    if (edited.length === 0) break;
    const laidOver = edited.map(({ index, edit }) => ({
      ...applyEdit(writes[index] as ArticleWrite, edit.fields),
      editedAt: edit.at,
    }));
    const again = await store.publish(laidOver, at, within);
    edited.forEach(({ index }, nth) => {
      outcomes[index] = again[nth] as Outcome;
    });
  }
  return outcomes;
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
  const { id } = write.article;
  if (result instanceof ArchiveError) return { name, outcome: 'failed', id, error: result };
  if (result.outcome === 'withdrawn' || result.outcome === 'edited') {
    const error =
      result.outcome === 'withdrawn'
        ? new ArchiveError('withdrawn', 'An editor withdrew this article; only restoring brings it back')
        : new ArchiveError('unavailable', 'The article is being edited');
    return { name, outcome: 'failed', id, error };
  }
  if (result.outcome === 'refused') return { name, outcome: 'failed', id, error: refuseWrite() };
  if (result.outcome !== 'conflict') return { name, outcome: result.outcome, id: result.id, warnings };
  return {
    name,
    outcome: 'failed',
    id,
    error: new ArchiveError('identity_conflict', `${result.heldBy} already holds its identity, with another text`, {
      suggestion: 'Give the page a URL, or a source, issue date and page that tell the two apart.',
    }),
  };
}

function toUnwritten(extraction: Exclude<Extraction, { write: unknown }>): PageOutcome {
  if ('skipped' in extraction) return extraction;
  return { name: extraction.name, outcome: 'failed', id: null, error: extraction.error };
}
