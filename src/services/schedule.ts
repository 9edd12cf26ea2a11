/** Publishing at a set time: looks now and then for articles whose time has come. What is set is in the archive, and outlives the process. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';

export interface ScheduleOptions {
  read: Pick<ReadStore, 'getNextPublication'>;
  write: Pick<WriteStore, 'publishDue'>;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Between two looks, in milliseconds. */
  pollMs?: number;
  /** Told what went wrong; the next look tries again. */
  report: (error: unknown) => void;
  signal: AbortSignal;
}

/** Publishes scheduled articles at their time until `signal`. */
export async function publishOnTime({ read, write, clock, pollMs = 1_000, report, signal }: ScheduleOptions) {
  while (!signal.aborted) {
    try {
      const next = await read.getNextPublication();
      if (next !== null && next <= clock()) await write.publishDue(clock());
    } catch (error) {
      report(error);
    }
    await sleep(pollMs, undefined, { signal }).catch(() => undefined);
  }
}
