import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { gatherBatches, mapAhead } from '../../src/services/batches.js';

const limits = { maxItems: 3, maxWeight: 10, weigh: (item: number) => item, maxWaitMs: 10_000 };
const never = new AbortController().signal;

async function* from(items: number[]): AsyncGenerator<number> {
  yield* items;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

t.test('batches are closed by number, weight and end', async (t) => {
  for (const [items, expected, why] of [
    [[], [], 'nothing gives no batch'],
    [[1, 1, 1, 1], [[1, 1, 1], [1]], 'number'],
    [[9, 1, 1], [[9, 1], [1]], 'weight'],
    [[50, 50], [[50], [50]], 'an item above the weight is a batch of its own'],
  ] as const) {
    t.same(await collect(gatherBatches(from([...items]), limits, never)), expected, why);
  }
});

t.test('a batch does not wait for items that take long', async (t) => {
  const items = async function* () {
    yield 1;
    yield 2;
    await sleep(100);
    yield 3;
  };
  t.same(await collect(gatherBatches(items(), { ...limits, maxWaitMs: 5 }, never)), [[1, 2], [3]]);
});

t.test('an abort ends the batches, even while an item is being waited for, and releases the source', async (t) => {
  const stop = new AbortController();
  let released = false;
  const items = async function* () {
    try {
      yield 1;
      stop.abort();
      yield 2;
      yield 3;
    } finally {
      released = true;
    }
  };
  const batches = await collect(gatherBatches(items(), limits, stop.signal));
  t.equal(batches.length, 1, 'what was begun comes out');
  t.equal(batches[0]?.[0], 1);
  await sleep(1);
  t.ok(released);

  const waiting = async function* () {
    yield 1;
    await new Promise(() => {});
  };
  const stopLater = new AbortController();
  setTimeout(() => stopLater.abort(), 20);
  t.same(await collect(gatherBatches(waiting(), limits, stopLater.signal)), [[1]]);
});

t.test('an error of the source comes out', async (t) => {
  const items = async function* () {
    yield 1;
    throw new Error('broken');
  };
  await t.rejects(collect(gatherBatches(items(), limits, never)), { message: 'broken' });
});

t.test('work runs ahead, so far and no further, and comes out in order', async (t) => {
  let running = 0;
  let most = 0;
  const results = await collect(
    mapAhead(from([30, 1, 20, 1, 1, 1]), 3, async (ms) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(ms);
      running -= 1;
      return ms;
    }),
  );
  t.same(results, [30, 1, 20, 1, 1, 1]);
  t.equal(most, 3);
});

t.test('work that fails is met in its turn', async (t) => {
  const results = mapAhead(from([1, 2, 3]), 2, async (item) => {
    if (item === 2) throw new Error('two');
    return item;
  });
  t.same(await results.next(), { value: 1, done: false });
  await t.rejects(results.next(), { message: 'two' });
});
