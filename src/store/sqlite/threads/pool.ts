/** The reader threads: slow reads run there, with a deadline, while the main thread serves the quick ones. */
import { extname } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { ArchiveError } from '../../../domain/errors.js';
import { tell } from '../../work.js';
import type { Answer } from './reader-worker.js';
import type { SlowReadArguments, SlowReadName, SlowReadResult, Task } from './slow-reads.js';

/** Reads that wait for a thread, at most. */
const MAX_QUEUE = 200;
/** Milliseconds a read may be over its deadline before its thread is given up. */
const GRACE = 1_000;

export interface PoolOptions {
  /** Reader threads, at most; each starts when it is first needed. */
  threads: number;
  /** Milliseconds a read may take, waiting for its thread included. */
  deadline: number;
}

/** The threads of one archive file. */
export class ReaderPool {
  readonly #location: string;
  readonly #deadline: number;
  readonly #threads: Piscina<Task, Answer>;
  /** Reads that have not ended. */
  #running = 0;

  constructor(location: string, { threads, deadline }: PoolOptions) {
    this.#location = location;
    this.#deadline = deadline;
    this.#threads = new Piscina<Task, Answer>({
      // As this file is: TypeScript where it runs from source, JavaScript where it was built.
      filename: new URL(`./reader-worker${extname(import.meta.url)}`, import.meta.url).href,
      minThreads: 0,
      maxThreads: threads,
      maxQueue: MAX_QUEUE,
      idleTimeout: Number.POSITIVE_INFINITY,
    });
  }

  /**
   * Runs a read in a thread. Throws what the read throws, `deadline_exceeded` when it took too long, and `unavailable`
   * when too many wait or the thread died; another takes its place.
   */
  async run<N extends SlowReadName>(name: N, ...args: SlowReadArguments<N>): Promise<SlowReadResult<N>> {
    const task: Task = { location: this.#location, name, args, deadline: Date.now() + this.#deadline };
    let answer: Answer;
    this.#running += 1;
    try {
      answer = await tell({ name: `read ${name}`, attributes: { 'db.system.name': 'sqlite' } }, () =>
        this.#threads.run(task, { signal: AbortSignal.timeout(this.#deadline + GRACE) }),
      );
    } catch (error) {
      throw translateError(error);
    } finally {
      this.#running -= 1;
    }
    if ('result' in answer) return answer.result as SlowReadResult<N>;
    throw restoreError(answer.error);
  }

  /** The threads that live at this moment. */
  get threads(): readonly Worker[] {
    return this.#threads.threads;
  }

  /** Reads that run, and that wait for a thread. */
  get load(): { readsRunning: number; readsWaiting: number } {
    const { queueSize } = this.#threads;
    return { readsRunning: this.#running - queueSize, readsWaiting: queueSize };
  }

  async close(): Promise<void> {
    await this.#threads.destroy();
  }
}

/** The error that a thread has taken apart. */
export function restoreError({
  code,
  message,
  parameter,
  suggestion,
}: Extract<Answer, { error: unknown }>['error']): ArchiveError {
  return new ArchiveError(code, message, { ...(parameter && { parameter }), ...(suggestion && { suggestion }) });
}

/** What a pool of threads throws, in the terms of the archive. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'AbortError') {
    return new ArchiveError('deadline_exceeded', 'The query took longer than the server allows', { cause: error });
  }
  if (/queue is at limit|worker exited|worker terminated|terminating worker/i.test(error.message)) {
    return new ArchiveError('unavailable', 'The archive cannot answer this query now', {
      suggestion: 'Try again in a moment.',
      cause: error,
    });
  }
  return error;
}
