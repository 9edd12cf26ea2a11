/** Extraction for commands: with the settings of the user, in this thread or in worker threads. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { Piscina } from 'piscina';
import * as z from 'zod';
import { ArchiveError, type ErrorCode } from '../domain/errors.js';
import { type SiteRules, siteRules } from '../ingest/article/site-rules.js';
import type { IngestedPage, IngestOptions } from '../ingest/pipeline.js';
import type { RawPage } from '../ingest/source.js';
import { batchLimits, type ExtractedPage, type Extractor, extractHere } from '../services/extract.js';
import { packing } from '../store/sqlite/writing/packed.js';
import { tell } from '../store/work.js';

/** A refused page as it crosses from a thread: the class of an error does not. */
export interface ThreadError {
  code: ErrorCode;
  message: string;
  suggestion: string | undefined;
  cause: Error | undefined;
}

/** Where pages are extracted, and how many batches to keep under way there. Must be closed. */
export interface Extraction {
  extractor: Extractor;
  ahead: number;
  close(): Promise<void>;
}

/** How threads read pages, and whether they pack what they read for the archive. */
export interface ThreadOptions extends IngestOptions {
  packs: boolean;
}

/** What a thread gives of a page. */
export type ThreadPage = IngestedPage | { packed: Uint8Array; warnings: IngestedPage['warnings'] } | ThreadError;

/** Starts extraction in `jobs` threads besides this one, or for one job in this one. */
export function openExtraction(jobs: number, options: ThreadOptions): Extraction {
  if (jobs === 1) return { extractor: extractHere(options), ahead: 1, close: async () => {} };
  return openThreads(jobs, options);
}

/** Pages that go to a thread at once: fewer than a batch has, so that threads share it. */
const CHUNK = 50;
/** Chunks that a thread has at hand: as many as a batch has, since this one hands out no more while it stores one. */
const AT_HAND = Math.ceil(batchLimits.maxItems / CHUNK);
/** Chunks that wait for a thread, at most. */
const MAX_QUEUE = 400;
/** Batches under way: one that is stored, one that is extracted, and more where threads need more than that has. */
const countAhead = (jobs: number) => 2 + Math.ceil(jobs / 2);

/** Starts extraction in threads, each when it is first needed. Throws `unavailable` when too much waits for them. */
export function openThreads(jobs: number, options: ThreadOptions): Extraction {
  const pool = new Piscina<readonly RawPage[], ThreadPage[]>({
    filename: fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url)),
    minThreads: 0,
    maxThreads: jobs,
    maxQueue: MAX_QUEUE,
    idleTimeout: Number.POSITIVE_INFINITY,
    concurrentTasksPerWorker: AT_HAND,
    workerData: options,
  });
  const extract = async (pages: readonly RawPage[]) => {
    const work = { name: 'extract', attributes: { 'baoku.pages': pages.length } };
    const results = await tell(work, () => pool.run(pages)).catch((cause: unknown) => {
      if (!(cause instanceof Error && /queue is at limit/i.test(cause.message))) throw cause;
      throw new ArchiveError('unavailable', 'More pages wait to be read than are taken', { cause });
    });
    return results.map(restore);
  };
  return {
    extractor: async (pages) => {
      const chunks = Array.from({ length: Math.ceil(pages.length / CHUNK) }, (_, at) =>
        extract(pages.slice(at * CHUNK, (at + 1) * CHUNK)),
      );
      return (await Promise.all(chunks)).flat();
    },
    ahead: countAhead(jobs),
    close: () => pool.destroy(),
  };
}

function restore(result: ThreadPage): ExtractedPage | ArchiveError {
  if ('code' in result) return restoreError(result);
  if ('write' in result) return result;
  const { packed, warnings } = result;
  return { write: { packed, unpack: () => packing.unpack(packed) }, warnings };
}

function restoreError({ code, message, suggestion, cause }: ThreadError): ArchiveError {
  return new ArchiveError(code, message, { ...(suggestion !== undefined && { suggestion }), cause });
}

/** Parses `--jobs`. */
export function parseJobs(value: string): number {
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs;
  throw new InvalidArgumentError('It must be a whole number from 1 to 64.');
}

/** Reads a file of site rules; an empty path gives none. Throws `invalid_configuration` saying what is wrong in it. */
export async function loadSiteRules(path: string): Promise<SiteRules> {
  if (path === '') return {};
  const refuse = (reason: string, cause: unknown): never => {
    throw new ArchiveError('invalid_configuration', `The site rules in ${path} cannot be used: ${reason}`, {
      parameter: 'BAOKU_SITE_RULES',
      suggestion: 'docs/ingest.md shows what such a file looks like.',
      cause,
    });
  };
  let rules: unknown;
  try {
    rules = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), error);
  }
  const result = siteRules.safeParse(rules);
  return result.success ? result.data : refuse(z.prettifyError(result.error), result.error);
}
