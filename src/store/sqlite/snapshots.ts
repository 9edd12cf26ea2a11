/** Snapshots: lists and months read whole from the archive of one moment, each in a thread of its own that waits for its reader. */
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { ArchiveError } from '../../domain/errors.js';
import type { ArchiveState } from '../store.js';
import { restoreError } from './pool.js';
import type { SnapshotPage, SnapshotTask } from './snapshot-worker.js';
import type { Answer } from './worker.js';

/** Snapshots at the same time: each keeps the file from being tidied up behind it. */
const MAX_OPEN = 4;

/** An open snapshot: its pages as the thread gives them, to be walked once. */
export interface OpenSnapshot {
  state: ArchiveState;
  pages: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** The snapshots of one archive file. */
export class Snapshots {
  readonly #open = new Set<Piscina<SnapshotTask, Answer>>();

  /** Snapshots that are open. */
  get count(): number {
    return this.#open.size;
  }

  /** Opens a snapshot. Throws what a list throws, and `unavailable` when too many are open. */
  async open(task: SnapshotTask): Promise<OpenSnapshot> {
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
    const readNext = async () => {
      const answer = await thread.run(task);
      if ('error' in answer) throw restoreError(answer.error);
      return answer.result as SnapshotPage;
    };
    try {
      const first = await readNext();
      if (first.state === undefined) throw new Error('the snapshot did not tell its state');
      return { state: first.state, pages: readPages(first, readNext, close), close };
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

async function* readPages(first: SnapshotPage, readNext: () => Promise<SnapshotPage>, close: () => Promise<void>) {
  try {
    for (let page = first; ; page = await readNext()) {
      yield page.items;
      if (page.last) return;
    }
  } finally {
    await close();
  }
}
