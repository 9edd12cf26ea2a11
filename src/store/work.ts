/** Work that takes its time, told to whoever traces it: reads and writes in threads, extraction, posts. Telling costs nothing where nobody listens. */
import { tracingChannel } from 'node:diagnostics_channel';

/** One piece of work. Neither its name nor its attributes may say what was asked for, or any secret. */
export interface Work {
  name: string;
  attributes: Record<string, string | number>;
  /** Headers of a request that goes out for it; whoever traces may add some. */
  headers?: Record<string, string>;
}

export const workChannel = tracingChannel<unknown, Work>('baoku.work');

/** Does work, and tells when it begins and ends. */
export function tell<T>(work: Work, run: () => Promise<T>): Promise<T> {
  return workChannel.start.hasSubscribers ? workChannel.tracePromise(run, work) : run();
}
