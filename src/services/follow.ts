/** Following the change log: whatever is written, by this process or another, comes out in the order of its seq. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangePage, ReadStore } from '../store/store.js';

/** Changes read at once. */
const PAGE = 100;
/** Between two looks for changes, in milliseconds. */
const POLL = 500;

export interface FollowOptions {
  /** Only what concerns articles in this section or below it. */
  section?: string | undefined;
  /** Between two looks for changes, in milliseconds. */
  pollMs?: number;
  /** Ends it. */
  signal: AbortSignal;
}

/** Gives the pages of the change log behind `seq` as they come to be, none of them empty, until `signal`. Throws `unknown_section`. */
export async function* followChanges(
  read: ReadStore,
  seq: number,
  { section, pollMs = POLL, signal }: FollowOptions,
): AsyncGenerator<ChangePage, void, undefined> {
  let reached = seq;
  while (!signal.aborted) {
    if ((await read.getState()).seq > reached) {
      const page = await read.listChanges(reached, { limit: PAGE, section });
      reached = page.end;
      if (page.changes.length > 0) yield page;
      if (page.hasMore) continue;
    }
    await sleep(pollMs, undefined, { signal }).catch(() => undefined);
  }
}
