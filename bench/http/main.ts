/**
 * How fast the REST side answers, beside two peers in the same run: bare Fastify sending the same bytes from memory, and
 * Fastify with prepared statements over plain rows of the same articles. First without keeping any answer; then what is
 * asked for again and again, kept in memory, whole and as 304.
 *
 *   npm run bench:http -- [--articles 10000] [--seconds 1] [--rounds 9] [--connections 8]
 *
 * The servers take turns of so many seconds, and all numbers are medians of the rounds; shares are taken turn by turn. p50 and p99
 * are of one request at a time.
 */
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import type autocannon from 'autocannon';
import { prepareRows } from '../rows.js';
import {
  comparePaces,
  folder,
  listIds,
  listLeaves,
  median,
  type Pace,
  prepareArchive,
  readOptions,
  type Side,
  start,
  stopServers,
} from '../servers.js';

const { count, load } = readOptions();
const answers = `${folder}/answers.json`;

try {
  await run();
} finally {
  stopServers();
}

async function run(): Promise<void> {
  const archive = await prepareArchive(count);
  const serve = ['dist/main.js', 'serve', '--no-demo', '--database', archive, '--port'];
  const baoku = await start(serve, { BAOKU_CACHE_BYTES: '0' });
  const keeping = await start(serve);
  const get = async (path: string, held?: string) => {
    const conditions = held === undefined ? {} : { 'if-none-match': held };
    const answer = await fetch(baoku + path, { headers: { 'accept-encoding': 'identity', ...conditions } });
    if (answer.status !== (held === undefined ? 200 : 304)) throw new Error(`${path}: ${await answer.text()}`);
    const { date, connection, 'keep-alive': _, ...headers } = Object.fromEntries(answer.headers);
    return { body: await answer.text(), headers };
  };
  const ask = async (path: string) => (await get(path)).body;

  const scenarios = await chooseRequests(ask);
  const paths = [...new Set(Object.values(scenarios).flat())];
  const bytes: Record<string, Awaited<ReturnType<typeof get>> & { validation: Record<string, string> }> = {};
  for (const path of paths) {
    const answer = await get(path);
    bytes[path] = { ...answer, validation: (await get(path, answer.headers.etag)).headers };
  }
  writeFileSync(answers, JSON.stringify(bytes));
  const rows = await prepareRows(count, ask);
  const bare = await start(['--import', 'tsx', 'bench/http/bare.ts', answers]);
  const prepared = await start(['--import', 'tsx', 'bench/http/prepared.ts', rows]);

  console.log(`${count} articles, ${load.connections} connections, ${load.rounds} rounds of ${load.seconds} s\n`);
  console.log('requests/s                    bare   prepared      Baoku   of bare   of prepared    p50 ms   p99 ms');
  for (const [name, paths] of Object.entries(scenarios)) {
    const requests = toRequests(paths);
    const paces = await comparePaces(
      [bare, prepared, baoku].map((server) => ({ server, requests })),
      load,
    );
    const { p50, p99 } = await measureLatency(baoku, paths);
    const [ofBare, ofPrepared] = paces as [Pace, Pace];
    const cells = paces.map(({ rate }) => rate.toFixed(0).padStart(10));
    const shares = [toPercent(ofBare.share), ofPrepared.share.toFixed(2).padStart(13)];
    console.log(name.padEnd(24), ...cells, ...shares, p50.toFixed(2).padStart(9), p99.toFixed(2).padStart(8));
  }
  await measureKept(scenarios, bytes, { bare, keeping });
  await measureWalk(baoku, ask);
}

/** Compares answers kept in memory, and 304 for those that the client has, with bare Fastify's. */
async function measureKept(
  scenarios: Record<string, string[]>,
  answers: Record<string, { headers: Record<string, string> }>,
  { bare, keeping }: { bare: string; keeping: string },
): Promise<void> {
  console.log("\nkept answers, requests/s      bare      Baoku   of bare   CPU of bare's");
  for (const name of ['article by id', 'latest 20 of a section']) {
    const hot = (scenarios[name] ?? []).slice(0, 20);
    const held = hot.map((path) => ({ path, headers: { 'if-none-match': answers[path]?.headers.etag ?? '' } }));
    const kinds: [string, Omit<Side, 'server'>][] = [
      [name, { requests: toRequests(hot) }],
      [`304: ${name}`, { requests: held, expected: '3xx' }],
    ];
    for (const [label, asked] of kinds) {
      const paces = await comparePaces(
        [bare, keeping].map((server) => ({ server, ...asked })),
        load,
      );
      const [ofBare] = paces as [Pace];
      const cells = paces.map(({ rate }) => rate.toFixed(0).padStart(10));
      console.log(label.padEnd(24), ...cells, toPercent(ofBare.share), toPercent(ofBare.cpuShare).padStart(13));
    }
  }
}

function toPercent(share: number): string {
  return `${(100 * share).toFixed(0)} %`.padStart(9);
}

function toRequests(paths: string[]): autocannon.Request[] {
  return paths.map((path) => ({ path }));
}

/** The requests of each scenario, many different ones, so that no single answer stays hot. */
async function chooseRequests(ask: (path: string) => Promise<string>): Promise<Record<string, string[]>> {
  const ids = await listIds(ask);
  const leaves = await listLeaves(ask);
  const ranges = Array.from({ length: 100 }, (_, i) => {
    const month = `${2014 + (i % 10)}-${String(1 + (i % 12)).padStart(2, '0')}`;
    return `/v1/articles?from=${month}-05&to=${month}-25&limit=20`;
  });
  return {
    'article by id': ids.map((id) => `/v1/articles/${id}`),
    'latest 20 of a section': leaves.map((slug) => `/v1/articles?section=${encodeURIComponent(slug)}&limit=20`),
    'date range, 20': ranges,
    'article with children': ids.map((id) => `/v1/articles/${id}?include=quotes,statistics`),
  };
}

/** Milliseconds of one request at a time, over one kept connection. */
async function measureLatency(server: string, paths: string[], requests = 2000): Promise<{ p50: number; p99: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let i = -200; i < requests; i += 1) {
    const path = paths.at(i % paths.length) as string;
    const started = performance.now();
    await new Promise<void>((resolve, reject) => {
      get(server + path, { agent }, (answer) => answer.resume().on('end', resolve)).on('error', reject);
    });
    // The first requests only warm the server up.
    if (i >= 0) times.push(performance.now() - started);
  }
  agent.destroy();
  times.sort((a, b) => a - b);
  return { p50: times[requests >> 1] as number, p99: times[Math.floor(requests * 0.99)] as number };
}

/** Walks the newest-first list to page 5,000 and compares the time of its pages with that of the first. */
async function measureWalk(server: string, ask: (path: string) => Promise<string>): Promise<void> {
  const depth = 5000;
  const limit = Math.min(20, Math.floor(count / (depth + 10)));
  if (limit < 1) return console.log(`\nwalk to page ${depth}: needs at least ${depth + 10} articles`);
  const base = `/v1/articles?limit=${limit}`;
  const pages = [base];
  for (let page = 1; page < depth + 10; page += 1) {
    const { next } = (JSON.parse(await ask(pages.at(-1) as string)) as { page: { next: string } }).page;
    pages.push(`${base}&cursor=${next}`);
  }
  const first = pages.slice(0, 10);
  const deep = pages.slice(depth - 1, depth + 9);
  const rounds = { first: [] as number[], deep: [] as number[] };
  for (let round = 0; round < load.rounds; round += 1) {
    rounds.first.push((await measureLatency(server, first)).p99);
    rounds.deep.push((await measureLatency(server, deep)).p99);
  }
  const [near, far] = [median(rounds.first), median(rounds.deep)];
  console.log(
    `\nwalk, ${limit} a page: p99 ${near.toFixed(2)} ms at page 1, ${far.toFixed(2)} ms at page ${depth}: ${(far / near).toFixed(2)}x`,
  );
}
