/** How well search ranks: sets of queries with known answers, asked through the store as the API does. */
import { rmSync } from 'node:fs';
import { articleFilter } from '../../src/domain/query.js';
import { search } from '../../src/services/search.js';
import { fromJson } from '../../src/store/json.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { type Probe, readProbes, readSets, type SearchSet, type SetDocument, type SetQuery } from './sets.js';
import { writeArchive } from './writes.js';

/** nDCG@10 of the best of five simple FTS5 designs, as the benchmark gives it. */
const best: Record<string, number> = {
  cmrc2018: 0.99,
  '– traditional queries': 0.846,
  'drcd-hant': 0.971,
  '– simplified queries': 0.879,
  'dureader-demo': 0.757,
  'crud-news': 0.923,
  'xwlb-title': 0.822,
  'chinanews-title': 0.971,
};
/** Ranked rows that are looked at. */
const MOST = 100;

type Rank = (text: string) => Promise<string[]>;

/** Measures all sets of a folder, or only those whose name has `only` in it, and prints them. */
export async function measureQuality(root: string, scratch: string, only = ''): Promise<void> {
  console.log(`${'nDCG@10'.padEnd(26)}${'Baoku'.padStart(8)}${'best of 5'.padStart(11)}${'±'.padStart(7)}`);
  const sums = { ours: 0, best: 0, sets: 0 };
  for (const set of readSets(root)) {
    if (!set.name.includes(only)) continue;
    const { mean, error } = await measureSet(set, scratch);
    const peer = best[set.name] as number;
    sums.ours += mean;
    sums.best += peer;
    sums.sets += 1;
    printRow(set.name, mean, peer, error);
  }
  if (sums.sets > 0) printRow('mean', sums.ours / sums.sets, sums.best / sums.sets);
  if (only === '' || only === 'probes') await measureProbes(root, scratch);
}

function printRow(name: string, ...numbers: number[]): void {
  console.log(name.padEnd(26) + numbers.map((number) => number.toFixed(3).padStart(8)).join('  '));
}

async function measureSet({ documents, queries }: SearchSet, scratch: string) {
  const gains: number[] = [];
  await ask(documents, scratch, async (rank) => {
    for (const query of queries) gains.push(gainOf(query, await rank(query.text)));
  });
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length;
  return { mean, error: Math.sqrt(variance / gains.length) };
}

/** nDCG@10. */
function gainOf({ relevant }: SetQuery, found: readonly string[]): number {
  const gains = (count: number, hit: (at: number) => boolean) =>
    Array.from({ length: count }, (_, at) => (hit(at) ? 1 / Math.log2(at + 2) : 0)).reduce((a, b) => a + b, 0);
  return gains(10, (at) => relevant.has(found[at] ?? '')) / gains(Math.min(10, relevant.size), () => true);
}

async function measureProbes(root: string, scratch: string): Promise<void> {
  const { documents, probes } = readProbes(root);
  const byCategory = new Map<string, { precision: number; recall: number; count: number }>();
  await ask(documents, scratch, async (rank) => {
    for (const probe of probes) {
      const { precision, recall } = measureProbe(probe, await rank(probe.text));
      const sums = byCategory.get(probe.category) ?? { precision: 0, recall: 0, count: 0 };
      byCategory.set(probe.category, {
        precision: sums.precision + precision,
        recall: sums.recall + recall,
        count: sums.count + 1,
      });
    }
  });
  console.log(`\n${'literal probes'.padEnd(26)}precision  recall@50`);
  for (const [name, { precision, recall, count }] of byCategory) printRow(name, precision / count, recall / count);
}

function measureProbe({ relevant }: Probe, found: readonly string[]) {
  const hits = (most: number) => found.slice(0, most).filter((id) => relevant.has(id)).length;
  const first = Math.min(10, relevant.size);
  return { precision: hits(first) / first, recall: hits(50) / Math.min(50, relevant.size) };
}

async function ask(documents: SetDocument[], scratch: string, work: (rank: Rank) => Promise<void>): Promise<void> {
  const location = `${scratch}/quality.sqlite`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(location + suffix, { force: true });
  await writeArchive(
    location,
    documents.map(({ id, title, body, date }) => ({
      id,
      title,
      body,
      publishedAt: date ? `${date}T08:00:00+08:00` : null,
    })),
  );
  const read = openReadStore(location, { threads: 1, deadline: 60_000 });
  await work(async (q) => {
    const options = { sort: 'relevance', limit: MOST, count: 'none', include: [], content: false } as const;
    const { items } = await search(read, { list: 'articles', filter: articleFilter.parse({}), q, ...options });
    return fromJson(items).map(({ id }) => id);
  });
  await read.close();
}
