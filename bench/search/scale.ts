/** How fast search is in a large archive, how much room its index takes, and how much of the best it finds. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { articleFilter } from '../../src/domain/query.js';
import { registerFunctions } from '../../src/store/sqlite/functions.js';
import { planList } from '../../src/store/sqlite/lists/plan.js';
import { openReader, type Reader } from '../../src/store/sqlite/reader.js';
import { inTexts, writeMatch, writeNear } from '../../src/store/sqlite/search/match.js';
import { createMatches } from '../../src/store/sqlite/search/matches.js';
import { createRanking } from '../../src/store/sqlite/search/ranking.js';
import { wrapConnection } from '../../src/store/sqlite/statement.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { parseQuery } from '../../src/text/query.js';
import { NEARNESS } from '../../src/text/relevance.js';
import { createRandom, generateArchive } from '../archive.js';
import { folder, readCpuTime, start } from '../servers.js';
import { type BenchQuery, chooseQueries } from './queries.js';
import { writeArchive } from './writes.js';

export interface Scale {
  articles: number;
  /** Characters of an article, about. */
  chars: number;
  /** Queries of each kind. */
  queries: number;
  /** Only kinds whose name has this in it. */
  only?: string | undefined;
}

/** Rows of a page. */
const PAGE = 20;

/** Builds the archive when it is not there, measures, and prints. */
export async function measureScale({ articles, chars, queries, only = '' }: Scale): Promise<void> {
  const location = await prepareArchive(articles, chars);
  const client = new Database(location, { readonly: true });
  printSizes(client);
  const chosen = chooseQueries(client, queries, createRandom(7));
  const kinds = new Map([...chosen].filter(([name]) => name.includes(only)));
  client.close();
  rankInProcess(location, kinds);
  await askOverHttp(location, kinds);
}

async function prepareArchive(articles: number, chars: number): Promise<string> {
  const location = `${folder}/search-${articles}-${chars}.sqlite`;
  if (existsSync(location)) {
    // Of an earlier version, it is indexed anew.
    migrateArchive(location, { timeZone: '+08:00', at: 0 });
    return location;
  }
  mkdirSync(folder, { recursive: true });
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${location}.part${suffix}`, { force: true });
  console.log(`writing ${articles} generated articles …`);
  const rate = await writeArchive(`${location}.part`, generateTexts(articles, chars));
  console.log(`${rate.toFixed(0)} articles/s, rows and index\n`);
  renameSync(`${location}.part`, location);
  return location;
}

function* generateTexts(articles: number, chars: number) {
  for (const { url, text, ...record } of generateArchive(articles, { chars }))
    yield { ...record, id: url.replace(/\D/g, ''), body: text };
}

function printSizes(client: Database.Database): void {
  const bytes = client.prepare('SELECT sum(pgsize) FROM dbstat WHERE name LIKE ?').pluck();
  const text = client
    .prepare("SELECT sum(octet_length(document ->> '$.text')) FROM article_contents")
    .pluck()
    .get() as number;
  for (const [name, like] of [
    ['pairs, and impacts', 'search_articles%'],
    ['characters', 'search_characters%'],
    ['numbers of rows', 'search_keys%'],
  ] as const) {
    const size = bytes.get(like) as number;
    console.log(`${name.padEnd(22)}${(size / 1e6).toFixed(0).padStart(7)} MB  ${(size / text).toFixed(2)} of the text`);
  }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** CPU time of three ways to rank, and which share of the score of the exhaustively ranked page each has on its page. */
function rankInProcess(location: string, kinds: ReadonlyMap<string, readonly BenchQuery[]>): void {
  const reader = openReader(location, { guarded: false });
  const client = new Database(location, { readonly: true });
  client.pragma('mmap_size = 4294967296');
  registerFunctions(client);
  const matches = createMatches(wrapConnection(client), false);
  const ranking = createRanking(matches);
  console.log(
    `\n${'CPU ms, share of score'.padEnd(22)}${'bm25 of all'.padStart(14)}${'newest 2,000'.padStart(20)}${'Baoku'.padStart(18)}`,
  );
  for (const [name, queries] of kinds) {
    const spent = { all: [] as number[], newest: [] as number[], ours: [] as number[] };
    const shares = { newest: [] as number[], ours: [] as number[] };
    for (const given of queries) {
      const { plan, query, match } = planQuery(reader, given);
      if (match === null) continue;
      const time = <T>(into: number[], work: () => T): T => {
        const before = process.cpuUsage();
        const result = work();
        const { user, system } = process.cpuUsage(before);
        into.push((user + system) / 1000);
        return result;
      };
      time(spent.all, () => matches.findRows(plan, match, 'best', PAGE));
      const newest = time(spent.newest, () => matches.findRows(plan, match, 'newest', 2_000));
      const ours = time(spent.ours, () => ranking.rank(plan, query));
      const all = new Map(matches.findRows(plan, match, 'newest', 10_000_000).map(([key, score]) => [key, -score]));
      // What is near each other counts more in our ranking, so it does in what it is held against.
      const near = writeNear(query, 'literal');
      for (const [key, score] of near
        ? matches.findRows(plan, inTexts('articles', `${match.text} AND ${near}`), 'newest', 10_000_000)
        : [])
        all.set(key, (all.get(key) ?? 0) - NEARNESS * score);
      if (all.size <= PAGE) continue;
      const share = (keys: readonly string[]) =>
        sumBest(keys.map((key) => all.get(key) ?? 0)) / sumBest([...all.values()]);
      shares.newest.push(
        share(
          [...newest]
            .sort((a, b) => a[1] - b[1])
            .slice(0, PAGE)
            .map(([key]) => key),
        ),
      );
      const best = [...ours.ranked].sort((a, b) => b.bonus + b.weight - a.bonus - a.weight);
      shares.ours.push(share(best.slice(0, PAGE).map(({ key }) => key)));
    }
    const cell = (ms: number[], share: number[] | null) =>
      `${mean(ms).toFixed(1)}${share === null ? '' : ` ${share.length === 0 ? '–' : `${(100 * mean(share)).toFixed(1)} %`}`}`;
    console.log(
      name.padEnd(22) +
        cell(spent.all, null).padStart(14) +
        cell(spent.newest, shares.newest).padStart(20) +
        cell(spent.ours, shares.ours).padStart(18),
    );
  }
  client.close();
  reader.close();
}

/** The sum of the best scores that a page has room for. */
function sumBest(scores: number[]): number {
  return scores
    .sort((a, b) => b - a)
    .slice(0, PAGE)
    .reduce((sum, score) => sum + Math.max(score, 1e-6), 0);
}

function planQuery({ lookup }: Reader, { q, ...filter }: BenchQuery) {
  const query = parseQuery(q);
  const plan = planList(lookup, 'articles', articleFilter.parse(filter));
  const text = writeMatch('articles', query, 'literal');
  return { plan, query, match: text === null ? null : inTexts('articles', text) };
}

/** One client, one request at a time; beside it /livez, as often as a load balancer never asks. */
async function askOverHttp(location: string, kinds: ReadonlyMap<string, readonly BenchQuery[]>): Promise<void> {
  const server = await start(['dist/main.js', 'serve', '--database', location, '--port']);
  const ask = async (path: string) => {
    const began = performance.now();
    const response = await fetch(server + path);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return performance.now() - began;
  };
  const addressOf = (query: BenchQuery, limit: number) =>
    `/v1/search?${new URLSearchParams({ ...query, limit: String(limit) } as Record<string, string>)}`;
  const idle: number[] = [];
  for (let at = 0; at < 300; at += 1) idle.push(await ask('/livez'));

  const alive: number[] = [];
  let searching = true;
  const watching = (async () => {
    while (searching) {
      alive.push(await ask('/livez'));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  console.log(
    `\n${'through HTTP, ms'.padEnd(22)}${'p50'.padStart(8)}${'p99'.padStart(8)}${'CPU'.padStart(8)}${'queries'.padStart(9)}`,
  );
  for (const [name, queries] of kinds) {
    const times: number[] = [];
    const cpu = readCpuTime(server);
    // Answers are kept by their address: another limit is another answer.
    for (const limit of [PAGE, PAGE + 1, PAGE + 2])
      for (const query of queries) times.push(await ask(addressOf(query, limit)));
    const spent = (readCpuTime(server) - cpu) / times.length;
    const row = [quantile(times, 0.5), quantile(times, 0.99), spent].map((ms) => ms.toFixed(1).padStart(8)).join('');
    console.log(`${name.padEnd(22)}${row}${String(queries.length).padStart(9)}`);
  }
  searching = false;
  await watching;
  console.log(
    `/livez p99: ${quantile(idle, 0.99).toFixed(1)} ms alone, ${quantile(alive, 0.99).toFixed(1)} ms beside the searches`,
  );
}

function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}
