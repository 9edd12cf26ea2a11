/** Imports that go on after their request was answered: taken in whole, then carried out one after the other. They end with the process. */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ArchiveError } from '../domain/errors.js';
import type { StoredKey } from '../domain/key.js';
import type { IngestService } from './ingest.js';
import type { PageOutcome } from './publish.js';

export type JobState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed';

/** How often each outcome came. */
export type OutcomeCounts = Record<'created' | 'updated' | 'unchanged' | 'failed' | 'skipped', number>;

export interface ImportJob {
  id: string;
  state: JobState;
  createdAt: number;
  endedAt: number | null;
  /** Of the input, and how much of it was read so far. */
  bytes: number;
  bytesRead: number;
  counts: OutcomeCounts;
  /** What ended it, when it failed as a whole. */
  error: unknown;
}

interface KeptJob {
  job: ImportJob;
  keyId: string;
  stop: AbortController;
  /** Where its results are, a line each. */
  results: string;
}

/** Jobs that are remembered, the newest. */
const REMEMBERED = 100;
/** Imports that wait, at most: each keeps its input on the disk. */
const MOST_WAITING = 10;

export const noOutcomes = (): OutcomeCounts => ({ created: 0, updated: 0, unchanged: 0, failed: 0, skipped: 0 });

/** Counts an outcome. */
export function countOutcome(counts: OutcomeCounts, item: PageOutcome): void {
  counts['skipped' in item ? 'skipped' : item.outcome] += 1;
}

export class ImportJobs {
  readonly #ingest: IngestService;
  readonly #clock: () => number;
  readonly #jobs = new Map<string, KeptJob>();
  #folder: Promise<string> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(ingest: IngestService, clock: () => number) {
    this.#ingest = ingest;
    this.#clock = clock;
  }

  /**
   * Takes an input in and starts to import it; `render` writes each outcome as a line of the results. Throws `unavailable`
   * when too many imports wait.
   */
  async start(
    input: AsyncIterable<Uint8Array>,
    key: StoredKey,
    render: (item: PageOutcome) => string,
  ): Promise<ImportJob> {
    const waiting = [...this.#jobs.values()].filter(({ job }) => job.endedAt === null);
    if (waiting.length >= MOST_WAITING) throw new ArchiveError('unavailable', 'As many imports wait as are taken');
    this.#folder ??= mkdtemp(join(tmpdir(), 'baoku-import-'));
    const id = randomBytes(8).toString('hex');
    const file = join(await this.#folder, id);
    const counts = noOutcomes();
    const job: ImportJob = {
      id,
      state: 'queued',
      createdAt: this.#clock(),
      endedAt: null,
      bytes: 0,
      bytesRead: 0,
      counts,
      error: null,
    };
    const kept: KeptJob = { job, keyId: key.id, stop: new AbortController(), results: `${file}.ndjson` };
    this.#jobs.set(id, kept);
    try {
      const spool = createWriteStream(file);
      await pipeline(input, spool);
      job.bytes = spool.bytesWritten;
    } catch (error) {
      this.#jobs.delete(id);
      await rm(file, { force: true });
      throw error;
    }
    this.#last = this.#last.then(() => this.#run(kept, file, key, render));
    await this.#forget();
    return job;
  }

  /** The jobs of a key, or all for one that administrates; the newest first. */
  list(key: StoredKey): ImportJob[] {
    return [...this.#jobs.values()]
      .filter((kept) => isOf(kept, key))
      .map(({ job }) => job)
      .reverse();
  }

  /** Throws `not_found` for a job that is not there, or of another key. */
  get(id: string, key: StoredKey): ImportJob {
    return this.#find(id, key).job;
  }

  /** Ends a job after the batch that is under way: what was stored stays. One that has ended stays as it is. */
  cancel(id: string, key: StoredKey): ImportJob {
    const { job, stop } = this.#find(id, key);
    if (job.endedAt === null) stop.abort();
    if (job.state === 'queued') Object.assign(job, { state: 'cancelled', endedAt: this.#clock() });
    return job;
  }

  /** What became of the pages of a job so far, a line each. */
  async openResults(id: string, key: StoredKey): Promise<NodeJS.ReadableStream> {
    const { results } = this.#find(id, key);
    // Before it runs there is no file yet.
    const handle = await open(results, 'a+');
    return handle.createReadStream({ start: 0 });
  }

  /** Ends all jobs and forgets them. */
  async close(): Promise<void> {
    for (const { stop } of this.#jobs.values()) stop.abort();
    await this.#last;
    if (this.#folder !== undefined) await rm(await this.#folder, { recursive: true, force: true });
  }

  async #run(kept: KeptJob, file: string, key: StoredKey, render: (item: PageOutcome) => string) {
    const { job, stop } = kept;
    let error: unknown = null;
    try {
      if (!stop.signal.aborted) await this.#import(kept, file, key, render);
    } catch (failure) {
      // Pages fail one by one; what ends up here is about the whole of it.
      error = failure;
    }
    await rm(file, { force: true });
    const state = error !== null ? 'failed' : stop.signal.aborted ? 'cancelled' : 'done';
    // All at once: who sees that it has ended sees when, and finds its results whole.
    Object.assign(job, { state, error, endedAt: job.endedAt ?? this.#clock() });
  }

  async #import({ job, stop, results }: KeptJob, file: string, key: StoredKey, render: (item: PageOutcome) => string) {
    job.state = 'running';
    const out = await open(results, 'a');
    try {
      for await (const item of this.#ingest.importAll(readFile(file, job), key, stop.signal)) {
        countOutcome(job.counts, item);
        await out.write(render(item));
      }
    } finally {
      await out.close();
    }
  }

  #find(id: string, key: StoredKey): KeptJob {
    const kept = this.#jobs.get(id);
    if (kept === undefined || !isOf(kept, key)) {
      throw new ArchiveError('not_found', `There is no import ${id}`, {
        suggestion: 'Imports are forgotten when the server stops: send it again; what is in stays as it is.',
      });
    }
    return kept;
  }

  async #forget(): Promise<void> {
    for (const [id, { job, results }] of this.#jobs) {
      if (this.#jobs.size <= REMEMBERED) return;
      if (job.endedAt === null) continue;
      this.#jobs.delete(id);
      await rm(results, { force: true });
    }
  }
}

/** Reads the input of a job, and notes in it how far. */
async function* readFile(file: string, job: ImportJob): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    job.bytesRead += chunk.length;
    yield chunk;
  }
}

const isOf = ({ keyId }: KeptJob, { id, scopes }: StoredKey) => keyId === id || scopes.includes('admin');
