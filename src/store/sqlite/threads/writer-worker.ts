/** The thread that writes for a server: one call after the other, on a connection of its own. */
import type { WriteStore } from '../../writing.js';
import { openWriteStore } from '../write-store.js';
import { type Answer, takeApart } from './reader-worker.js';

export type WriteName = keyof WriteStore;

export interface WriteTask {
  location: string;
  name: WriteName;
  args: readonly unknown[];
}

/** Milliseconds to wait for another process: an import commits many times in so long. */
const PATIENCE = 15_000;

/** Opened by the first task, so that a file that cannot be opened is its answer and not the end of the thread. */
let store: WriteStore | undefined;

export default async function answer({ location, name, args }: WriteTask): Promise<Answer> {
  try {
    store ??= openWriteStore(location, { busyTimeout: PATIENCE });
    const write = store[name] as (...args: readonly unknown[]) => Promise<unknown>;
    return { result: await write.apply(store, args as unknown[]) };
  } catch (error) {
    return takeApart(error);
  }
}
