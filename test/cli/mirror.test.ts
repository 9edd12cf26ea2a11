/** `baoku mirror`: begun, killed, gone on with, followed and compared; and it answers every list as its origin does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { FastifyInstance } from 'fastify';
import t, { type Test } from 'tap';
import { run } from '../../src/cli/run.js';
import { buildServer } from '../../src/http/server.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { examineArchive } from '../../src/store/sqlite/upkeep/examine.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { collectText, runCommand } from '../helpers/command.js';
import { inventArticle, testOptions } from '../http/archive.js';
import { type Body, send } from '../http/ask.js';
import { openWritableServer } from '../http/writable.js';

const server = await openWritableServer(t, { stream: { ...testOptions.stream, pollMs: 20 } });
const { app, keys, write, clock } = server;
const url = await app.listen({ port: 0, host: '127.0.0.1' });
t.teardown(() => app.server.closeAllConnections());
const folder = t.testdir({});
const database = join(folder, 'mirror.sqlite');

const key = keys.edit;
const address = (n: number) => `/v1/articles/${inventArticle(n).article.id}`;
const headers = { 'if-match': '*' };

/** Articles that no other has: many of one date, since their order is what a mirror could get wrong. */
const invent = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => {
    const given = inventArticle(200 + ((from + n) % 7));
    const id = `m${String(from + n).padStart(15, '0')}`;
    return {
      ...given,
      fingerprint: id,
      article: { ...given.article, id, url: null, title: `镜像${n}` },
      original: { ...given.original, name: id },
    };
  });

const record = Buffer.from('{"title":"题","text":"正文。"}\n');

/** Everything an archive answers of what it holds, by address. */
async function readAll(of: FastifyInstance): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const get = async (path: string): Promise<Body> => {
    const { body, statusCode } = await of.inject(path);
    if (statusCode !== 200) throw new Error(`${path}: ${body}`);
    answers.set(path, body);
    return JSON.parse(body);
  };
  /** Scores are by an index that remembers what is gone from it, and what is equally good stands as it came: compared is what is found. */
  const search = async (path: string) => {
    const found = (await walk(path)).map(({ score: _, ...hit }) => JSON.stringify(hit)).sort();
    for (const asked of answers.keys()) if (asked.startsWith('/v1/search?')) answers.delete(asked);
    answers.set(`search ${path}`, JSON.stringify(found));
  };
  const walk = async (path: string): Promise<Body[]> => {
    const rows: Body[] = [];
    for (let next = ''; ; ) {
      const { data, page } = await get(`${path}${next}`);
      rows.push(...data);
      if (!page.hasMore) return rows;
      next = `&cursor=${page.next}`;
    }
  };
  const articles = await walk('/v1/articles?limit=50&count=exact&facets=section,source,year,month');
  for (const sort of ['publishedAt', '-issueDate', '-modifiedAt']) await walk(`/v1/articles?limit=50&sort=${sort}`);
  for (const { id } of articles.filter((_, n) => n % 3 === 0))
    await get(`/v1/articles/${id}?include=quotes,statistics`);
  for (const { id } of articles.slice(0, 5)) await get(`/v1/articles/${id}/related`);
  await walk('/v1/quotes?limit=100&facets=speaker,organization');
  await walk('/v1/statistics?limit=100&facets=unit');
  await get('/v1/statistics/series?unit=CNY&interval=year');
  await get('/v1/articles/histogram?interval=year');
  await get('/v1/sections');
  for (const { slug } of (await get('/v1/sources')).data) {
    const issues = await walk(`/v1/sources/${slug}/issues?limit=100`);
    for (const { date } of issues) await get(`/v1/sources/${slug}/issues/${date}`);
    if (issues.length > 0) await get(`/v1/sources/${slug}/coverage`);
  }
  for (const { name } of await walk('/v1/people?limit=50')) await get(`/v1/people/${encodeURIComponent(name)}`);
  for (const { name } of await walk('/v1/organizations?limit=50')) {
    await get(`/v1/organizations/${encodeURIComponent(name)}`);
  }
  for (const words of ['茶叶', '镜像', '销售额', '林茂生', '新题']) {
    const q = encodeURIComponent(words);
    await search(`/v1/search?q=${q}&limit=50`);
    await search(`/v1/search?q=${q}&type=quote&limit=50&highlight=body`);
    await get(`/v1/search/suggest?q=${q}`);
  }
  answers.set('export', (await of.inject('/v1/export?content=true&include=quotes,statistics')).body);
  return answers;
}

/** Compares all that the mirror answers with what the origin does. */
async function compare(t: Test, file: string): Promise<void> {
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  const mirror = await buildServer({ read, options: testOptions });
  const [there, here] = [await readAll(app), await readAll(mirror)];
  const differing = [...there].filter(([path, body]) => here.get(path) !== body).map(([path]) => path);
  t.same(differing, [], `all ${there.size} answers are the same`);
  t.ok(there.size > 100);
  await mirror.close();
  await read.close();
  const findings: string[] = [];
  for await (const { status, detail } of examineArchive(file)) if (status === 'problem') findings.push(detail);
  t.same(findings, [], 'and the file is sound');
}

const mirror = (...words: string[]) => runCommand(['mirror', url, '--json', ...words], { clock: Date.now });
const last = (out: string) => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

t.test('the first time everything, then what changed', async (t) => {
  await write.publish(invent(0, 80), clock.now);
  const first = await mirror('--database', database);
  t.equal(first.err, '');
  const { articleCount } = (await app.inject('/readyz')).json();
  t.match(
    [first.code, last(first.out)],
    [0, { written: articleCount, removed: 0, verified: { differing: [], uncompared: [] } }],
  );
  t.ok(last(first.out).verified.equal > 10);
  t.notOk(existsSync(`${database}.mirroring`));
  await compare(t, database);

  const patched = await send(app, ['PATCH', address(4)], {
    key,
    headers,
    body: { title: '新题', section: ['新闻', '镜'] },
  });
  t.equal(patched.status, 200);
  t.equal((await send(app, ['DELETE', address(6)], { key })).status, 200);
  t.equal((await send(app, ['DELETE', address(8)], { key })).status, 200);
  t.equal((await send(app, ['POST', `${address(8)}/restore`], { key })).status, 200);
  const [quote] = (await app.inject(`${address(2)}/quotes`)).json().data;
  t.equal(
    (await send(app, ['PATCH', `${address(2)}/quotes/${quote.id}`], { key, body: { role: '会长' } })).status,
    200,
  );
  await write.publish(invent(200, 40), clock.now);
  const second = await mirror('--database', database);
  t.match([second.code, last(second.out)], [0, { removed: 2, verified: null }]);
  await compare(t, database);
  t.match(last((await mirror('--database', database)).out), { written: 0, unchanged: 0, removed: 0 });
  const read = openReadStore(database, { threads: 1 });
  const gone = await buildServer({ read, options: testOptions });
  t.equal((await gone.inject(address(6))).statusCode, 410, 'what was withdrawn is so here as well');
  await gone.close();
  await read.close();
});

t.test('killed at any point, it goes on', async (t) => {
  const file = join(folder, 'killed.sqlite');
  const start = (): ChildProcess =>
    spawn(process.execPath, ['src/main.js', 'mirror', url, '--json', '--database', file], { stdio: 'ignore', env: {} });
  const countRows = () => {
    if (!existsSync(file)) return 0;
    const client = new Database(file, { readonly: true });
    try {
      return client.prepare('SELECT count(*) FROM articles').pluck().get() as number;
    } catch {
      return 0;
    } finally {
      client.close();
    }
  };
  for (let round = 0, before = 0; round < 3; round += 1) {
    const child = start();
    const ended = once(child, 'exit');
    // Somewhere behind what was there, in a transaction or between two.
    while (countRows() <= before && child.exitCode === null) await sleep(5);
    await sleep(Math.random() * 40);
    child.kill('SIGKILL');
    t.same(await ended, [null, 'SIGKILL'], 'it was at work');
    t.ok(countRows() > before, 'and had come further');
    before = countRows();
    // What happens meanwhile concerns months that are in and months that are not.
    await write.publish(invent(400 + round * 10, 10), clock.now);
    await write.withdraw(invent(round * 3, 1)[0]?.article.id ?? '', clock.now);
  }
  const done = await mirror('--database', file);
  t.match([done.code, last(done.out)], [0, { verified: { differing: [] } }], done.err);
  await compare(t, file);
});

t.test('with --follow it stays, and what differs is told', async (t) => {
  const [stdout, out] = collectText();
  const [stderr, err] = collectText();
  const stop = new AbortController();
  const io = { stdin: Readable.from([]), stdout, stderr, environment: {}, signal: stop.signal, clock: Date.now };
  const exit = run(['mirror', url, '--json', '--follow', '--database', database], io);
  const until = async (done: () => boolean) => {
    while (!done()) await sleep(20);
  };
  await until(() => out().includes('"since"'));
  const lines = () =>
    out()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  await write.publish(invent(600, 3), clock.now);
  await until(
    () =>
      lines()
        .slice(1)
        .reduce((sum, { written }) => sum + written, 0) === 3,
  );
  await write.withdraw(invent(600, 1)[0]?.article.id ?? '', clock.now);
  await until(() => lines().some(({ removed }, at) => at > 0 && removed > 0));
  stop.abort();
  t.equal(await exit, 0);
  t.equal(err(), '');

  const client = new Database(database);
  client.exec("UPDATE article_contents SET document = replace(document, '批茶叶', '批绿茶') WHERE article = 1");
  client.close();
  const checked = await mirror('--database', database, '--verify');
  t.match([checked.code, last(checked.out)], [1, { verified: { differing: ['2016-01'] } }]);
  t.match(checked.err, /2016-01/);
});

t.test('whoever interrupts it is told that nothing is lost', async (t) => {
  const told = await runCommand(['mirror', url, '--database', database], { signal: AbortSignal.abort() });
  t.match(told, { code: 130, out: '', err: 'mirror: interrupted; run again, it goes on from where it was\n' });
});

t.test('what cannot be mirrored is refused', async (t) => {
  const other = join(folder, 'other.sqlite');
  t.match(
    await runCommand(['import', '-', '--database', other], {
      stdin: Readable.from([record]),
    }),
    { code: 0 },
  );
  t.match(await mirror('--database', other), { code: 1, err: /articles of its own/ });
  const zone = join(folder, 'zone.sqlite');
  migrateArchive(zone, { timeZone: 'UTC', at: 0 });
  t.match(await mirror('--database', zone), { code: 1, err: /zone UTC/ });
  t.match(await runCommand(['mirror', 'archive.example', '--database', zone]), { code: 2, err: /address/ });

  const read = openReadStore(other, { threads: 1 });
  const another = await buildServer({ read, options: { ...testOptions, archivesFolder: `${other}.archives` } });
  const elsewhere = await another.listen({ port: 0, host: '127.0.0.1' });
  t.match(await runCommand(['mirror', elsewhere, '--database', database]), { code: 1, err: /another archive now/ });
  another.server.closeAllConnections();
  await another.close();
  await read.close();

  const refused = await runCommand(['import', '-', '--database', database], {
    stdin: Readable.from([record]),
  });
  t.match(refused, { code: 1, err: /mirror/ }, 'nor is a mirror written to by anybody else');
});

t.test('an archive that takes a key is read with the one that is set', async (t) => {
  const closed = await openWritableServer(t, { auth: { anonymousReading: false } });
  const address = await closed.app.listen({ port: 0, host: '127.0.0.1' });
  t.teardown(() => closed.app.server.closeAllConnections());
  const file = join(folder, 'closed.sqlite');
  const words = ['mirror', address, '--json', '--database', file];
  t.match(await runCommand(words), { code: 1, err: /key/ });
  t.notOk(existsSync(file));
  const environment = { BAOKU_MIRROR_KEY: closed.keys.read };
  t.match(await runCommand(words, { environment, clock: Date.now }), { code: 0, out: /"written":48/ });
});
