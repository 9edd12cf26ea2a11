import t, { type Test } from 'tap';
import type { TextLayout } from '../../src/domain/article.js';
import { identifyItems } from '../../src/ingest/identity.js';
import { extractQuotes } from '../../src/ingest/quotes.js';
import { extractStatistics } from '../../src/ingest/statistics.js';

const MEGABYTE = 1_000_000;
/** Eight times the text takes eight times as long where time is linear, and 64 times where it is quadratic. */
const TIMES = 8;
const MOST = 24;
/** Milliseconds below which a measurement says nothing. */
const NOISE = 4;

/** Milliseconds of the processor, which other load on the machine hardly changes; the least of some runs. */
function measure(work: () => void, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const { user } = process.cpuUsage();
    work();
    least = Math.min(least, (process.cpuUsage().user - user) / 1000);
  }
  return least;
}

/** Reads one line of a megabyte of each piece, after an eighth of it. */
function checkGrowth(t: Test, pieces: readonly string[], read: (layout: TextLayout) => unknown): void {
  for (const piece of pieces) {
    const layOut = (bytes: number): TextLayout => {
      const text = piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)));
      return { text, lines: [{ start: 0, end: text.length, kind: 'paragraph' }] };
    };
    const part = layOut(MEGABYTE / TIMES);
    const whole = layOut(MEGABYTE);
    const little = Math.max(
      NOISE,
      measure(() => read(part), 2),
    );
    const much = measure(() => read(whole), 1);
    t.ok(much / little < MOST, `${piece}: ${much.toFixed(0)} ms after ${little.toFixed(0)} ms`);
  }
}

t.test('quotes are found in linear time', async (t) => {
  const pieces = [
    '“',
    '“”',
    '”',
    '说',
    '“说',
    '王老师',
    '，”他说，“好。',
    '记者：',
    '———',
    '·',
    '（',
    '在',
    '哈兰德',
    '，冉春禾在',
  ];
  checkGrowth(t, pieces, extractQuotes);
});

t.test('statistics are found in linear time', async (t) => {
  const pieces = ['1', '1,', '1.', '一二三', '百分之', '（', '“1', '《3', '1/', '-', '亿', '分别3%、', '2014年'];
  checkGrowth(t, pieces, (layout) => extractStatistics(layout, '2014-06-30'));
});

t.test('items of equal words get their ids in linear time', async (t) => {
  const list = (length: number) => Array.from({ length }, () => ({ text: '增长5%' }));
  const [part, whole] = [list(8_000 / TIMES), list(8_000)];
  const little = Math.max(
    NOISE,
    measure(() => identifyItems('a', 'statistic', part), 2),
  );
  const much = measure(() => identifyItems('a', 'statistic', whole), 1);
  t.ok(much / little < MOST, `${much.toFixed(0)} ms after ${little.toFixed(0)} ms`);
});
