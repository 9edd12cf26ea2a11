/** Gathers a stream of items into batches, and runs work on batches ahead of their reader. It knows no pages. */

export interface BatchLimits<T> {
  maxItems: number;
  /** Sum of `weigh` at which a batch is closed. */
  maxWeight: number;
  weigh: (item: T) => number;
  /** A batch is not kept open longer than this for items to come, in milliseconds. */
  maxWaitMs: number;
}

const WAITED = Symbol('waited');
const ABORTED = Symbol('aborted');

/** Yields the items in order, in batches of at least one. When `signal` aborts, the batch begun is the last one. */
export async function* gatherBatches<T>(
  items: AsyncIterable<T>,
  { maxItems, maxWeight, weigh, maxWaitMs }: BatchLimits<T>,
  signal: AbortSignal,
): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]();
  const aborted = new Promise<typeof ABORTED>((resolve) => {
    if (signal.aborted) resolve(ABORTED);
    else signal.addEventListener('abort', () => resolve(ABORTED), { once: true });
  });
  let pending = iterator.next();
  try {
    for (;;) {
      const first = await Promise.race([pending, aborted]);
      if (first === ABORTED || first.done) return;
      const batch = [first.value];
      let weight = weigh(first.value);
      let timer: NodeJS.Timeout | undefined;
      const waited = new Promise<typeof WAITED>((resolve) => {
        timer = setTimeout(resolve, maxWaitMs, WAITED);
      });
      pending = iterator.next();
      while (batch.length < maxItems && weight < maxWeight) {
        const next = await Promise.race([pending, waited, aborted]);
        if (next === WAITED || next === ABORTED || next.done) break;
        batch.push(next.value);
        weight += weigh(next.value);
        pending = iterator.next();
      }
      clearTimeout(timer);
      yield batch;
    }
  } finally {
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
