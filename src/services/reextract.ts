/** Re-extraction: the stored originals read again by the rules of this version; only articles that come out otherwise are written. */

import { applyCorrections } from '../domain/correction.js';
import { ArchiveError } from '../domain/errors.js';
import { previewArticle } from '../domain/preview.js';
import type { StoredOriginal } from '../domain/write.js';
import { applyEdit } from '../ingest/edit.js';
import { EXTRACTOR_VERSION, type IngestedPage, restorePage } from '../ingest/pipeline.js';
import type { RawPage } from '../ingest/source.js';
import { fromJson } from '../store/json.js';
import type { ReadStore } from '../store/store.js';
import type { ReplaceOutcome, WriteStore } from '../store/writing.js';
import { gatherBatches, mapAhead } from './batches.js';
import { type ArticleDifferences, compareArticles } from './differences.js';
import { batchLimits, type ExtractOptions, toWrite } from './extract.js';
import { storeAll } from './publish.js';

/**
 * What became of one article. `changed` when it was written, or would be; `outdated` when it was imported anew or
 * withdrawn while its original was being read; `failed` when the page gives no article now: the stored one stays.
 */
export type Reextraction = { id: string; name: string } & (
  | { outcome: 'changed'; differences: ArticleDifferences }
  | { outcome: 'unchanged' | 'outdated' }
  | { outcome: 'failed'; error: ArchiveError }
);

export interface ReextractOptions extends ExtractOptions {
  read: ReadStore;
  /** Null: nothing is written, and the outcomes are those there would be. */
  write: WriteStore | null;
  /** Also what rules of this version have read before. */
  all: boolean;
  /** Epoch milliseconds. */
  clock: () => number;
}

interface Reading {
  stored: StoredOriginal;
  result: IngestedPage | ArchiveError;
}

/** How many originals there are to read. */
export function countPending(read: ReadStore, all: boolean): Promise<number> {
  return read.countOriginals(all ? null : EXTRACTOR_VERSION);
}

/**
 * Reads stored originals again and yields one outcome each, in the order in which they were taken in. An article that
 * comes out the same is not written; only the version that read it is noted, so that the next run passes it over, and a
 * run that was stopped goes on where it was. A page keeps the id of its article whatever is found in it now: otherwise
 * a better title would leave the old article beside the new one.
 */
export async function* reextractPages(options: ReextractOptions): AsyncGenerator<Reextraction> {
  const { read, write, all, clock, extractor, ahead, signal } = options;
  const originals = read.readOriginals(all ? null : EXTRACTOR_VERSION);
  const limits = { ...batchLimits, weigh: ({ original }: StoredOriginal) => original.bytes.length };
  const batches = mapAhead(gatherBatches(originals, limits, signal), ahead, async (batch): Promise<Reading[]> => {
    const pages = batch.map(restore);
    const results = (await extractor(pages.filter((page) => 'bytes' in page))).values();
    return batch.map((stored, at) => {
      const page = pages[at];
      const result = page instanceof ArchiveError ? page : results.next().value;
      if (result === undefined) throw new TypeError('an extractor gives one result a page');
      return { stored, result: 'write' in result ? { ...result, write: toWrite(result.write) } : result };
    });
  });
  const { timeZone } = await read.getState();
  for await (const batch of batches) {
    const outcomes: Reextraction[] = [];
    for (const reading of batch) outcomes.push(await compare(reading, read, clock(), timeZone));
    if (write !== null) await store(batch, outcomes, write, clock());
    yield* outcomes;
  }
}

function restore(stored: StoredOriginal): RawPage | ArchiveError {
  try {
    return restorePage(stored);
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    return new ArchiveError('page_unreadable', 'what was said of the page at its import cannot be read', {
      cause: error,
    });
  }
}

/** What would become of an article if it were stored now, its edits and corrections included. Edits are laid over the result. */
async function compare(
  { stored, result }: Reading,
  read: ReadStore,
  at: number,
  timeZone: string,
): Promise<Reextraction> {
  const { id, fingerprint, original } = stored;
  const known = { id, name: original.name };
  if (result instanceof ArchiveError) return { ...known, outcome: 'failed', error: result };
  if (result.write.fingerprint === fingerprint) return { ...known, outcome: 'unchanged' };
  const edit = await read.findEdit(id);
  if (edit !== null) result.write = { ...applyEdit(result.write, edit.fields), editedAt: edit.at };
  const { write } = result;
  const found = await read.getArticle(id, ['quotes', 'statistics']);
  if (found.state !== 'published') return { ...known, outcome: 'outdated' };
  const findings = applyCorrections(write, await read.listCorrections(id), write.article.text);
  const after = previewArticle({ ...write, ...findings }, at, timeZone);
  return { ...known, outcome: 'changed', differences: compareArticles(fromJson(found.article), after) };
}

/** Stores a batch, and replaces the outcomes that came otherwise. */
async function store(
  batch: readonly Reading[],
  outcomes: Reextraction[],
  write: WriteStore,
  at: number,
): Promise<void> {
  const extracted = batch.flatMap(({ stored, result }, index) =>
    result instanceof ArchiveError ? [] : [{ index, write: result.write, replaces: stored.fingerprint }],
  );
  const results = await storeAll(extracted, (some) => write.replace(some, at));
  extracted.forEach(({ index }, nth) => {
    const outcome = outcomes[index] as Reextraction;
    outcomes[index] = settle(outcome, results[nth] as ReplaceOutcome | ArchiveError);
  });
}

function settle(outcome: Reextraction, result: ReplaceOutcome | ArchiveError): Reextraction {
  const { id, name } = outcome;
  if (result instanceof ArchiveError) return { id, name, outcome: 'failed', error: result };
  return result === 'outdated' ? { id, name, outcome: result } : outcome;
}
