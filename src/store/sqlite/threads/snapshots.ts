/** Snapshots: an archive of one moment, read in a thread of its own that waits for its reader, and then for the next snapshot. */
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { ArchiveError } from '../../../domain/errors.js';
import type { Json } from '../../../domain/json.js';
import type { ArchiveState, ListSnapshot, MonthsSnapshot } from '../../store.js';
import { restoreError } from './pool.js';
import type { Answer } from './reader-worker.js';
import type { ListTask, SnapshotPage, SnapshotTask } from './snapshot-worker.js';

/** Snapshots at the same time: each keeps the file from being tidied up behind it. */
const MAX_OPEN = 4;

/** A thread that has opened its snapshot. */
interface OpenThread {
  state: ArchiveState;
  readPage(task: SnapshotTask): Promise<SnapshotPage>;
  close(): Promise<void>;
}

type Thread = Piscina<SnapshotTask, Answer>;

/** The snapshots of one archive file. */
export class Snapshots {
  readonly #open = new Set<Thread>();
  /** A thread without a snapshot: to start one takes longer than a short export. */
  #idle: Thread | undefined;

  /** Snapshots that are open. */
  get count(): number {
    return this.#open.size;
  }

  /** Opens a snapshot of a list. Throws what a list throws, and `unavailable` when too many are open. */
  async openList<T>(location: string, list: ListTask): Promise<ListSnapshot<T>> {
    const { state, readPage, close } = await this.#start({ location, list });
    return { state, pages: readPages<T>(() => readPage({ location, list }), close), close };
  }

  /** Opens a snapshot of all months. Throws `unavailable` when too many are open. */
  async openMonths(location: string): Promise<MonthsSnapshot> {
    const { state, readPage, close } = await this.#start({ location });
    async function* read(month: string | null) {
      for (let begin = true; ; begin = false) {
        const { items, last } = await readPage({ location, month: { month, begin } });
        if (last) return;
        yield items;
      }
    }
    return { state, read, close };
  }

  async #start(task: SnapshotTask): Promise<OpenThread> {
    if (this.#open.size >= MAX_OPEN) {
      throw new ArchiveError('unavailable', 'As many snapshots are read as the archive takes');
    }
    const thread = this.#idle ?? startThread();
    this.#idle = undefined;
    this.#open.add(thread);
    let isReading = false;
    const ask = async <T>(asked: SnapshotTask): Promise<T> => {
      isReading = true;
      const answer = await thread.run(asked);
      isReading = false;
      if ('error' in answer) throw restoreError(answer.error);
      return answer.result as T;
    };
    const end = async () => {
      // One that reads, or died of it, is not waited for.
      const isFree =
        !isReading &&
        (await ask({ location: task.location, close: true })
          .then(() => true)
          .catch(() => false));
      if (isFree && this.#idle === undefined && this.#open.has(thread)) this.#idle = thread;
      else await thread.destroy();
      this.#open.delete(thread);
    };
    let ended: Promise<void> | undefined;
    const close = () => {
      ended ??= end();
      return ended;
    };
    try {
      const state = await ask<ArchiveState>({ ...task, open: true });
      return { state, readPage: ask<SnapshotPage>, close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** Closes all that are open; what still reads them fails. */
  async close(): Promise<void> {
    const threads = [...this.#open, this.#idle];
    this.#open.clear();
    await Promise.all(threads.map((thread) => thread?.destroy()));
  }
}

function startThread(): Thread {
  return new Piscina<SnapshotTask, Answer>({
    // As this file is: TypeScript where it runs from source, JavaScript where it was built.
    filename: new URL(`./snapshot-worker${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
  });
}

async function* readPages<T>(readNext: () => Promise<SnapshotPage>, close: () => Promise<void>) {
  try {
    for (;;) {
      const { items, last } = await readNext();
      yield items as Json<T[]>;
      if (last) return;
    }
  } finally {
    await close();
  }
}
