/** Snapshots: an archive of one moment, read in a thread of its own that waits for its reader. */
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { ArchiveError } from '../../domain/errors.js';
import type { Json } from '../../domain/json.js';
import type { ArchiveState, ListSnapshot, MonthsSnapshot } from '../store.js';
import { restoreError } from './pool.js';
import type { ListTask, SnapshotPage, SnapshotTask } from './snapshot-worker.js';
import type { Answer } from './worker.js';

/** Snapshots at the same time: each keeps the file from being tidied up behind it. */
const MAX_OPEN = 4;

/** A thread that has opened its snapshot. */
interface OpenThread {
  state: ArchiveState;
  readPage(task: SnapshotTask): Promise<SnapshotPage>;
  close(): Promise<void>;
}

/** The snapshots of one archive file. */
export class Snapshots {
  readonly #open = new Set<Piscina<SnapshotTask, Answer>>();

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
    // As this file is: TypeScript where it runs from source, JavaScript where it was built.
    const thread = new Piscina<SnapshotTask, Answer>({
      filename: new URL(`./snapshot-worker${extname(import.meta.url)}`, import.meta.url).href,
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
    });
    this.#open.add(thread);
    const close = async () => {
      if (this.#open.delete(thread)) await thread.destroy();
    };
    const ask = async <T>(asked: SnapshotTask): Promise<T> => {
      const answer = await thread.run(asked);
      if ('error' in answer) throw restoreError(answer.error);
      return answer.result as T;
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
    await Promise.all([...this.#open].map((thread) => thread.destroy()));
    this.#open.clear();
  }
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
