/** HTTP caching: what is told to caches, what a client that has it is answered, and that nothing stale is ever sent. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import t, { type Test } from 'tap';
import { buildServer } from '../../src/http/server.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { inventArticle, openTestArchive, openTestServer, testOptions, writes } from './archive.js';

const id = writes[0]?.article.id ?? '';
const item = `/v1/articles/${id}`;
const list = '/v1/articles?section=xin-wen&limit=5';

/** A server, and a connection that writes to its archive as another process would. */
async function openLiveServer(t: Test, maxBytes = 2 ** 20) {
  const folder = mkdtempSync(join(tmpdir(), 'baoku-cache-'));
  const file = join(folder, 'archive.sqlite');
  migrateArchive(file, { timeZone: '+08:00', at: 0 });
  const write = openWriteStore(file);
  await write.publish(writes.slice(0, 8), Date.UTC(2020, 0, 1));
  const statements: unknown[] = [];
  const read = openReadStore(file, {
    threads: 1,
    deadline: 60_000,
    verbose: (statement) => statements.push(statement),
  });
  const app = await buildServer({ read, options: { ...testOptions, cache: { maxBytes } } });
  t.teardown(async () => {
    await app.close();
    await read.close();
    await write.close();
    rmSync(folder, { recursive: true });
  });
  return { app, write, statements };
}

t.test('what caches are told', async (t) => {
  const app = await openTestServer(t);
  const cases: [address: string, control: RegExp, tags: string, why: string][] = [
    [list, /^public, max-age=15, stale-while-revalidate=60, stale-if-error=/, 'articles section:xin-wen', 'a list'],
    ['/v1/articles?to=2017&limit=2', /max-age=15,/, 'articles', 'a year is no day'],
    ['/v1/articles?to=2017-03-01&limit=2', /max-age=3600,/, 'articles', 'a list that ended long ago'],
    [item, /max-age=3600,/, `articles article:${id}`, 'an article of 2016'],
    [
      '/v1/sources/yun-ling-ri-bao/issues/2016-01-04',
      /max-age=3600,/,
      'sources source:yun-ling-ri-bao issue:yun-ling-ri-bao/2016-01-04',
      'an old issue',
    ],
    [
      `/v1/articles?source=${encodeURIComponent('云岭日报')}&limit=1`,
      /max-age=15/,
      `articles source:${encodeURIComponent('云岭日报')}`,
      'a name in Chinese',
    ],
    [
      `/v1/articles?ids=${writes.map(({ article }) => article.id)}`,
      /max-age=15/,
      'articles',
      'more tags than caches take',
    ],
  ];
  for (const [url, control, tags, why] of cases) {
    for (const round of ['made', 'kept']) {
      const { headers, statusCode } = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
      t.equal(statusCode, 200, url);
      t.match(headers['cache-control'], control, `${why}, ${round}`);
      t.equal(headers['surrogate-key'], tags, `${why}, ${round}`);
      t.equal(headers['cache-tag'], tags.replaceAll(' ', ','));
      const isArticle = url.startsWith('/v1/articles/') && !url.includes('/quotes');
      t.equal(headers.vary, isArticle ? 'Accept, Accept-Encoding' : 'Accept-Encoding');
      t.match(headers.etag, /^"[\w-]{22}(-br)?"$/, 'a strong tag');
      t.match(headers['last-modified'], / GMT$/);
      t.equal(headers['baoku-seq'], '50');
      t.equal(headers['access-control-allow-origin'], '*');
      const bytes = Object.entries(headers).reduce((sum, [name, value]) => sum + `${name}: ${value}\r\n`.length, 0);
      t.ok(bytes < 4096, `${bytes} bytes of headers`);
    }
  }
  const long = await app.inject(`/v1/articles?limit=1&q=${encodeURIComponent('茶叶已经上市'.repeat(60))}`);
  t.ok(long.json().page.next, 'there is a next page');
  t.ok(JSON.stringify(long.headers).length < 4096, 'and no header that a proxy would refuse');
  for (const url of ['/livez', '/readyz', '/nowhere', '/v1/articles/nope', '/v1/articles?limit=0']) {
    const { headers } = await app.inject(url);
    t.equal(headers['cache-control'], 'no-store', url);
    t.equal(headers.etag, undefined, url);
  }
});

t.test('what the client has is not sent again', async (t) => {
  const keeping = await openTestServer(t);
  const other = await openTestServer(t, { cache: { maxBytes: 0 } });
  for (const app of [keeping, other]) await checkConditions(t, app);
});

async function checkConditions(t: Test, app: FastifyInstance) {
  for (const url of [item, list, '/v1/sections', `${item}/quotes`, '/openapi.json']) {
    const { headers } = await app.inject(url);
    const tag = String(headers.etag);
    const since = String(headers['last-modified']);
    const cases: [headers: Record<string, string>, status: number, why: string][] = [
      [{ 'if-none-match': tag }, 304, 'the same'],
      [{ 'if-none-match': `W/${tag}` }, 304, 'marked as weak by a cache that encoded it'],
      [{ 'if-none-match': `"other", ${tag}` }, 304, 'one of several'],
      [{ 'if-none-match': tag.replace(/"$/, '-gzip"') }, 304, 'had in another coding'],
      [{ 'if-none-match': '*' }, 304, 'anything'],
      [{ 'if-none-match': '"other"' }, 200, 'another'],
      [{ 'if-none-match': '""' }, 200, 'empty'],
      [{ 'if-none-match': '"other"', 'if-modified-since': since }, 200, 'the tag decides'],
      [{ 'if-modified-since': since }, 304, 'by date'],
      [{ 'if-modified-since': 'Thu, 01 Jan 2015 00:00:00 GMT' }, 200, 'an old date'],
      [{ 'if-modified-since': 'yesterday' }, 200, 'no date'],
    ];
    for (const [headers, status, why] of cases) {
      for (const method of ['GET', 'HEAD'] as const) {
        const answer = await app.inject({ method, url, headers });
        t.equal(answer.statusCode, status, `${method} ${url}: ${why}`);
        if (status === 304) {
          t.equal(answer.body, '');
          t.match(answer.headers, { vary: /Accept-Encoding/, etag: /^"/, 'cache-control': /^public/ });
          t.notOk('content-type' in answer.headers || 'content-encoding' in answer.headers);
          t.not(answer.headers['content-length'], '0', 'a length is that of what is not sent');
        }
      }
    }
  }
}

t.test('a list that did not change costs no query', async (t) => {
  const { app, statements } = await openLiveServer(t, 0);
  const { headers } = await app.inject(list);
  statements.length = 0;
  const answer = await app.inject({ url: list, headers: { 'if-none-match': String(headers.etag) } });
  t.equal(answer.statusCode, 304);
  // Where there is no other way to tell whether anything was written, SQLite is asked.
  const queries = statements.filter((statement) => statement !== 'PRAGMA data_version');
  t.same(queries, []);
});

t.test('never stale after a write by another connection', async (t) => {
  for (const maxBytes of [0, 2 ** 20]) {
    const { app, write } = await openLiveServer(t, maxBytes);
    const first = await app.inject(list);
    const other = await app.inject(item);
    for (let n = 8; n < 16; n += 1) {
      const before = await app.inject(list);
      await write.publish([inventArticle(n)], Date.UTC(2020, 0, 2));
      const after = await app.inject({ url: list, headers: { 'if-none-match': String(before.headers.etag) } });
      t.equal(after.statusCode, 200, 'a list has another tag after any change');
      t.equal(Number(after.headers['baoku-seq']), Number(before.headers['baoku-seq']) + 1);
      const known = await app.inject({ url: item, headers: { 'if-none-match': String(other.headers.etag) } });
      t.equal(known.statusCode, 304, 'an article keeps its tag when another one changes');
    }
    t.not((await app.inject(list)).body, first.body);
    await write.withdraw(id, Date.UTC(2020, 0, 3));
    const gone = await app.inject({ url: item, headers: { 'if-none-match': String(other.headers.etag) } });
    t.equal(gone.statusCode, 410, 'what was withdrawn is gone at once');
  }
});

t.test('codings', async (t) => {
  const app = await openTestServer(t);
  const plain = (await app.inject(list)).body;
  const cases: [accepted: string, coding: string | undefined, why: string][] = [
    ['gzip, deflate, br', 'br', 'the best of those it takes'],
    ['gzip', 'gzip', 'the only one'],
    ['br;q=0.1, gzip;q=0.9', 'gzip', 'the one it prefers'],
    ['br;q=0, *;q=0.5', 'gzip', 'any but one'],
    ['GZIP', 'gzip', 'in capitals'],
    ['zstd', undefined, 'one we have not'],
    ['', undefined, 'none'],
    ['identity;q=0, *;q=0', undefined, 'nothing at all: the bytes as they are'],
    ['\u0000;;q=,,', undefined, 'nonsense'],
  ];
  const tags = new Set<unknown>();
  for (const [accepted, coding, why] of cases) {
    for (const round of ['made', 'kept']) {
      const answer = await app.inject({ url: list, headers: { 'accept-encoding': accepted } });
      t.equal(answer.headers['content-encoding'], coding, `${why}, ${round}`);
      const decode = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''] ?? ((bytes: Buffer) => bytes);
      t.equal(decode(answer.rawPayload).toString(), plain, `${why}, ${round}`);
      t.equal(answer.headers['content-length'], String(answer.rawPayload.length));
      tags.add(answer.headers.etag);
    }
  }
  t.equal(tags.size, 3, 'a tag for each coding');
  const small = await app.inject({ url: '/v1/articles?limit=1&fields=id', headers: { 'accept-encoding': 'br' } });
  t.equal(small.headers['content-encoding'], undefined, 'what is small already stays');
});

t.test('a kept answer is the answer', async (t) => {
  const read = await openTestArchive(t);
  const [keeping, other] = await Promise.all(
    [2 ** 20, 0].map((maxBytes) => buildServer({ read, options: { ...testOptions, cache: { maxBytes } } })),
  );
  t.teardown(() => Promise.all([keeping?.close(), other?.close()]));
  const look = async (app: typeof keeping, method: 'GET' | 'HEAD', url: string) => {
    const answer = await app?.inject({ method, url, headers: { 'x-request-id': 'r', origin: 'https://a.example' } });
    const { date, connection, 'keep-alive': _, ...headers } = answer?.headers ?? {};
    return [answer?.statusCode, headers, answer?.body];
  };
  for (const url of [item, list, '/v1/articles?limit=2&cursor=x', '/v1/sections', '/v1/people?limit=3']) {
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      await look(keeping, method, url);
      t.same(await look(keeping, method, url), await look(other, method, url), `${method} ${url}`);
    }
  }
});

t.test('answers that depend on Accept are kept apart', async (t) => {
  const app = await openTestServer(t);
  app.get('/v1/negotiated', { config: { caching: 'list' } }, (request, reply) =>
    reply.header('vary', 'Accept').send(`for ${request.headers.accept}`),
  );
  const get = (accept: string, tag = '""') =>
    app.inject({ url: '/v1/negotiated', headers: { accept, 'if-none-match': tag } });
  for (const round of ['made', 'kept']) {
    const [plain, other] = [await get('text/plain'), await get('text/html')];
    t.same([plain.body, other.body], ['for text/plain', 'for text/html'], round);
    t.not(plain.headers.etag, other.headers.etag, round);
    t.equal(plain.headers.vary, 'Accept, Accept-Encoding');
    t.equal((await get('text/html', String(plain.headers.etag))).statusCode, 200);
  }
});
