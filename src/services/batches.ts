/** Gathers a stream of items into batches, and runs work on batches ahead of their reader. It knows no pages. */

export interface BatchLimits<T> {
  maxItems: number;
  /** Sum of `weigh` at which a batch is closed. */
  maxWeight: number;
  weigh: (item: T) => number;
  /** A batch is not kept open longer than this for items to come, in milliseconds. */
  maxWaitMs: number;
}

const ENOUGH = Symbol('enough');

/** Yields the items in order, in batches of at least one. When `signal` aborts, the batch begun is the last one. */
export async function* gatherBatches<T>(
  items: AsyncIterable<T>,
  { maxItems, maxWeight, weigh, maxWaitMs }: BatchLimits<T>,
  signal: AbortSignal,
): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]();
  let pending = iterator.next();
  let release = () => {};
  try {
    // The signal is looked at as well: a race would go to items that keep coming at once.
    while (!signal.aborted) {
      // One a batch: each race leaves something behind on a promise that has not settled, the item that won included.
      let timer: NodeJS.Timeout | undefined;
      let close = () => {};
      const closed = new Promise<typeof ENOUGH>((resolve) => {
        close = () => resolve(ENOUGH);
      });
      signal.addEventListener('abort', close);
      release = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', close);
      };
      const first = await Promise.race([pending, closed]);
      if (first === ENOUGH || first.done) return;
      const batch = [first.value];
      let weight = weigh(first.value);
      timer = setTimeout(close, maxWaitMs);
      pending = iterator.next();
      while (batch.length < maxItems && weight < maxWeight && !signal.aborted) {
        const next = await Promise.race([pending, closed]);
        if (next === ENOUGH || next.done) break;
        batch.push(next.value);
        weight += weigh(next.value);
        pending = iterator.next();
      }
      release();
      yield batch;
    }
  } finally {
    release();
    // What is still being waited for is given up: it may never come, and its error would be nobody's.
    pending.catch(() => {});
    iterator.return?.().catch(() => {});
  }
}

/** Runs `work` on up to `ahead` items at once and yields what it gives, in the order of the items. */
export async function* mapAhead<T, R>(
  items: AsyncIterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Whoever reads it in its turn meets the error; until then it must not count as unhandled.
    result.catch(() => {});
    running.push(result);
    if (running.length >= ahead) yield running.shift() as Promise<R>;
  }
  yield* running;
}
