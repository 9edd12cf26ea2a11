/** `/v1/export`: whole lists, of one moment, in three formats; and nothing is left behind by those who leave early. */
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { connect } from '../../src/store/sqlite/connect.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { inventArticle, openTestServer } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const app = await openTestServer(t);
const readLines = (text: string): Body[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

t.test('each list, whole, as lines and as an array, with its filters', async (t) => {
  const cases: [query: string, list: string][] = [
    ['type=articles', 'articles?limit=100'],
    [
      'section=xin-wen&sort=publishedAt&include=quotes',
      'articles?limit=100&section=xin-wen&sort=publishedAt&include=quotes',
    ],
    ['type=quotes&speaker=林茂生', 'quotes?limit=100&speaker=林茂生'],
    ['type=statistics&minValue=1000000', 'statistics?limit=100&minValue=1000000'],
    ['type=statistics&minValue=999999999999', 'statistics?minValue=999999999999'],
  ];
  for (const [query, list] of cases) {
    const { data } = await ask(app, `/v1/${encodeURI(list)}`);
    const lines = await app.inject(`/v1/export?${encodeURI(query)}`);
    t.equal(lines.headers['content-type'], 'application/x-ndjson; charset=utf-8');
    t.same(readLines(lines.body), data, query);
    t.same(await ask(app, `/v1/export?format=json&${encodeURI(query)}`), data, `${query} as JSON`);
  }
});

t.test('the headers say what it is, and of which moment', async (t) => {
  const { headers } = await app.inject('/v1/export?type=quotes&format=csv');
  t.match(headers, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="quotes-50.csv"',
    'baoku-seq': '50',
    'cache-control': 'no-store',
  });
});

t.test('CSV: a column a field, a row an item', async (t) => {
  const { body } = await app.inject('/v1/export?format=csv&bom=true&content=true&from=2016-01-04&to=2016-01-04');
  t.equal(body.charCodeAt(0), 0xfeff, 'begins with the mark');
  const [header, row] = body.slice(1).split('\n');
  t.equal(header?.split(',').at(-1), 'text');
  t.match(row, '云岭茶讯第0期,,春茶上市。,xin-wen,新闻,"[""新闻""]",yun-ling-ri-bao,云岭日报,2016-01-04,01,');
  const plain = await app.inject('/v1/export?format=csv&type=quotes');
  t.equal(plain.body.slice(0, 8), 'id,text,', 'without the mark unless asked');
  t.equal(plain.body.split('\n').length, 1 + 24 + 1);
});

t.test('what does not go with the list is refused', async (t) => {
  const cases: [query: string, code: string, parameter: string][] = [
    ['speaker=x', 'invalid_parameter', 'speaker'],
    ['type=quotes&unit=CNY', 'invalid_parameter', 'unit'],
    ['type=quotes&include=quotes', 'invalid_parameter', 'include'],
    ['type=statistics&content=true', 'invalid_parameter', 'content'],
    ['section=nowhere', 'unknown_section', 'section'],
    ['limit=5', 'unknown_parameter', 'limit'],
  ];
  for (const [query, code, parameter] of cases) {
    t.match(await askInVain(app, `/v1/export?${query}`), { code, parameter }, query);
  }
});

t.test('HEAD, and clients that leave, leave no snapshot behind', async (t) => {
  for (let n = 0; n < 5; n++) t.equal((await app.inject({ method: 'HEAD', url: '/v1/export' })).statusCode, 200);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  for (let n = 0; n < 5; n++) {
    const status = await new Promise((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: '/v1/export?content=true' }, (response) => {
        response.once('close', () => resolve(response.statusCode));
        response.destroy();
      }).once('error', reject);
    });
    t.equal(status, 200);
  }
  t.equal((await app.inject('/v1/export')).statusCode, 200);
});

t.test('a snapshot is of one moment, whatever is written while it is read; a fifth has to wait', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'baoku-export-'));
  const file = join(folder, 'archive.sqlite');
  migrateArchive(file, { timeZone: '+08:00', at: 0 });
  const write = openWriteStore(file);
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  t.teardown(async () => {
    await read.close();
    await write.close();
    rmSync(folder, { recursive: true });
  });
  const invent = (from: number) => Array.from({ length: 250 }, (_, n) => inventArticle(from + n));
  await write.publish(invent(0), 1);
  const open = () => read.openSnapshot('articles', { date: 'published' }, { include: [], content: false });
  const { state, pages } = await open();
  const others = await Promise.all([open(), open(), open()]);
  await t.rejects(open(), { code: 'unavailable' });
  await Promise.all(others.map((other) => other.close()));

  t.equal(state.seq, 250);
  let at = 250;
  const ids = new Set<string>();
  for await (const page of pages) {
    for (const { id } of JSON.parse(Buffer.from(page).toString()) as Body[]) ids.add(id);
    await write.publish(invent(at), 2);
    await write.withdraw(inventArticle(at - 250).article.id, 3);
    at += 250;
  }
  t.same(
    [...ids].sort(),
    invent(0).map(({ article: { id } }) => id),
    'each that was there, once, and no other',
  );
  t.equal((await read.getState()).seq, 1003, 'and they were written');

  const client = connect(file, 'write');
  t.teardown(() => client.close());
  t.match(client.pragma('wal_checkpoint(TRUNCATE)'), [{ busy: 0 }], 'nothing of it is left open');
  const next = await open();
  t.equal(next.state.seq, 1003, 'the next, in the same thread, is of another moment');
  await next.close();
});
