/** Bringing articles in over HTTP: pages, articles, imports and jobs; and that what is acknowledged is there. */
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { keyRequest } from '../../src/domain/key.js';
import { ask, send } from './ask.js';
import { openWritableServer } from './writable.js';

const page = `<html><head><title>青石桥今日通车</title></head><body><h1>青石桥今日通车</h1>
<p>来源:《云岭日报》2024年3月5日02版</p><p>“等了十年,桥终于通了。”青石村村民王大有说。</p><p>该桥全长1.2公里,总投资3亿元。</p></body></html>`;
/** 青石桥通车 in GBK. */
const gbk = Buffer.from(
  '3c68746d6c3e3c7469746c653ec7e0caafc7c5cda8b3b53c2f7469746c653e3c68313ec7e0caafc7c5cda8b3b53c2f68313e3c703ec7e0caafc7c5bdf1cceccda8b3b5a3acb4e5c3f1b6bccab9bff5b4f3a1a33c2f703e3c2f68746d6c3e',
  'hex',
);
const html = { 'content-type': 'text/html' };
const server = await openWritableServer(t);
const { app, keys, services } = server;
const key = keys.ingest;
const line = (n: number, more = {}) =>
  `${JSON.stringify({ url: `https://a.example/${n}`, title: `第${n}号`, text: `第${n}号正文。`, ...more })}\n`;

t.test('a page is stored, with what is found in it', async (t) => {
  const made = await send(app, ['POST', '/v1/pages?url=https://news.example/bridge'], {
    key,
    body: page,
    headers: html,
  });
  t.equal(made.status, 201);
  const { id } = made.body.article;
  t.match(made.body, {
    outcome: 'created',
    article: {
      title: '青石桥今日通车',
      url: 'https://news.example/bridge',
      source: { name: '云岭日报' },
      issue: { date: '2024-03-05' },
      quotes: [{ text: '等了十年,桥终于通了。' }],
    },
  });
  t.equal(made.headers.location, `/v1/articles/${id}`);
  t.match(await ask(app, `/v1/articles/${id}`), { title: '青石桥今日通车' }, 'it is there at once');
  const again = await send(app, ['POST', '/v1/pages?url=https://news.example/bridge'], {
    key,
    body: page,
    headers: html,
  });
  t.match(again, { status: 200, body: { outcome: 'unchanged' } });
});

t.test('hints win over what the page says, and any charset is read', async (t) => {
  const query = new URLSearchParams({
    source: '临溪晚报',
    section: '新闻/本地',
    publishedAt: '2024-03-06T08:00:00+08:00',
    issueDate: '2024-03-06',
    page: '3',
  });
  const { body } = await send(app, ['POST', `/v1/pages?${query}`], { key, body: page, headers: html });
  t.match(body.article, {
    source: { name: '临溪晚报' },
    section: { path: ['新闻', '本地'] },
    publishedAt: '2024-03-06T08:00:00+08:00',
    issue: { date: '2024-03-06', page: '3' },
  });
  for (const type of ['text/html', 'text/html; charset=gbk', 'application/octet-stream']) {
    const preview = await send(app, ['POST', '/v1/pages/preview'], {
      key,
      body: gbk,
      headers: { 'content-type': type },
    });
    t.match(preview, { status: 200, body: { article: { title: '青石桥通车' } } }, type);
    t.equal((await app.inject(`/v1/articles/${preview.body.article.id}`)).statusCode, 404, 'a preview stores nothing');
  }
});

t.test('an article is given field by field', async (t) => {
  const body = {
    url: 'https://news.example/given',
    title: '给定的稿件',
    section: ['财经', '数据'],
    source: '云岭日报',
    issue: { date: '2024-03-07', page: '01' },
    publishedAt: '2024-03-07T06:00:00+08:00',
    keywords: ['桥'],
    body: [
      { type: 'heading', text: '一' },
      { type: 'paragraph', text: '“很好。”村民王大有说。总投资3亿元。' },
    ],
  };
  const made = await send(app, ['POST', '/v1/articles'], { key, body });
  t.match(made, {
    status: 201,
    body: { article: { title: '给定的稿件', statistics: [{ value: '3' }], section: { path: ['财经', '数据'] } } },
  });
  const changed = await send(app, ['POST', '/v1/articles'], { key, body: { ...body, title: '改过的稿件' } });
  t.match(changed, { status: 200, body: { outcome: 'updated', article: { id: made.body.article.id, revision: 2 } } });
  const unsafe =
    '<p>第一段<script>alert(1)</script></p><p onclick="x()">第二段</p><img src="javascript:alert(1)"><img src="https://a.example/b.jpg">';
  const { body: safe } = await send(app, ['POST', '/v1/articles'], { key, body: { title: '网页正文', html: unsafe } });
  t.notMatch(JSON.stringify(safe), /alert|onclick|<p/, 'of markup nothing is kept');
  t.match(safe.article.text, /第一段\n第二段/);
});

t.test('what cannot be stored is refused by its code', async (t) => {
  const json = { 'content-type': 'application/json' };
  const cases: [
    url: string,
    body: unknown,
    headers: Record<string, string>,
    status: number,
    code: string,
    why: string,
  ][] = [
    ['/v1/pages', '', html, 422, 'page_empty', 'nothing'],
    ['/v1/pages', '<h1>题</h1>', html, 422, 'page_untitled', 'hardly anything'],
    [
      '/v1/pages',
      gzipSync(page),
      { 'content-type': 'application/octet-stream' },
      422,
      'page_binary',
      'a compressed file',
    ],
    ['/v1/pages', '{}', json, 415, 'unsupported_media_type', 'a record'],
    ['/v1/pages?page=2', page, html, 400, 'invalid_parameter', 'a page without its issue'],
    ['/v1/pages?url=javascript:x', page, html, 400, 'invalid_parameter', 'a program as address'],
    ['/v1/articles', page, html, 415, 'unsupported_media_type', 'a page'],
    ['/v1/articles', { title: '题' }, json, 422, 'invalid_body', 'no body'],
    ['/v1/articles', { title: '题', text: '文', html: '文' }, json, 422, 'invalid_body', 'two bodies'],
    ['/v1/articles', { title: '题', text: '文', headline: '题' }, json, 422, 'invalid_body', 'a field there is not'],
    [
      '/v1/articles',
      { title: '题', text: '文', url: 'javascript:alert(1)' },
      json,
      422,
      'invalid_body',
      'a program as address',
    ],
    ['/v1/pages', Buffer.alloc(17 * 2 ** 20, 65), html, 413, 'request_too_large', 'larger than a page'],
  ];
  for (const [url, body, headers, status, code, why] of cases) {
    const answer = await send(app, ['POST', url], { key, body, headers });
    t.match([answer.status, answer.body.code], [status, code], why);
  }
});

t.test('a key writes only where it may', async (t) => {
  const { secret } = await services.keys.create(
    keyRequest.parse({ name: 'x', scopes: ['ingest'], sources: ['云岭日报'], sections: ['新闻'] }),
  );
  const put = (source: string, section: string[], url: string) =>
    send(app, ['POST', '/v1/articles'], { key: secret, body: { title: '题', text: '文。', source, section, url } });
  t.equal((await put('云岭日报', ['新闻', '本地'], 'https://r.example/1')).status, 201);
  t.match(
    await put('临溪晚报', ['新闻'], 'https://r.example/2'),
    { status: 403, body: { code: 'forbidden' } },
    'another source',
  );
  t.equal((await put('云岭日报', ['财经'], 'https://r.example/2')).status, 403, 'another section');
  await send(app, ['POST', '/v1/articles'], {
    key,
    body: { title: '题', text: '文。', source: '临溪晚报', url: 'https://r.example/3' },
  });
  t.equal((await put('云岭日报', ['新闻'], 'https://r.example/3')).status, 403, 'nor takes it from there');
  const lines = [line(1, { source: '云岭日报', section: '新闻' }), line(2)].join('');
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/import',
    payload: lines,
    headers: { 'x-api-key': secret, 'content-type': 'application/x-ndjson' },
  });
  t.match(
    answer.body
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one)),
    [{ outcome: 'created' }, { outcome: 'failed', error: { code: 'forbidden' } }, { sums: { created: 1, failed: 1 } }],
  );
});

t.test('a named request is carried out once', async (t) => {
  const headers = { 'idempotency-key': 'a-1' };
  const body = { title: '命名的请求', text: '文。', url: 'https://i.example/1' };
  const first = await send(app, ['POST', '/v1/articles'], { key, body, headers });
  const second = await send(app, ['POST', '/v1/articles'], { key, body, headers });
  t.same(
    [second.status, second.body, second.headers.location],
    [201, first.body, first.headers.location],
    'the same answer',
  );
  const other = await send(app, ['POST', '/v1/articles'], { key, body: { ...body, title: '另一个' }, headers });
  t.match(other, { status: 422, body: { code: 'idempotency_mismatch' } });
  t.equal(
    (await send(app, ['POST', '/v1/articles'], { key: keys.edit, body, headers })).status,
    200,
    'names belong to a key',
  );
  const answer = { status: 201, headers: {}, body: '{}' };
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const running = services.requests.run('k', 'a-2', ['x'], () => finished.then(() => answer));
  await t.rejects(
    services.requests.run('k', 'a-2', ['x'], async () => answer),
    { code: 'idempotency_conflict' },
  );
  await sleep(1);
  finish();
  t.same(await running, answer, 'one at a time');
  const failed = { key, body: { title: '没有正文' }, headers: { 'idempotency-key': 'a-3' } };
  t.equal((await send(app, ['POST', '/v1/articles'], failed)).status, 422);
  t.equal(
    (await send(app, ['POST', '/v1/articles'], { ...failed, body: { title: '有', text: '文。' } })).status,
    201,
    'what was refused may be mended',
  );
  server.clock.now += 25 * 3_600_000;
  t.match(
    await send(app, ['POST', '/v1/articles'], { key, body, headers }),
    { status: 200, body: { outcome: 'unchanged' } },
    'a day later it is forgotten',
  );
  t.equal(
    (await send(app, ['POST', '/v1/articles'], { key, body, headers: { 'idempotency-key': 'x'.repeat(256) } })).status,
    400,
  );
});

t.test('an import streams what became of each', async (t) => {
  const input = `${line(11)}{bad\n${line(12)}${JSON.stringify({ html: page, url: 'https://a.example/13' })}\n`;
  for (const payload of [Buffer.from(input), gzipSync(input)]) {
    const headers = { 'x-api-key': key, 'content-type': 'application/x-ndjson' };
    const {
      statusCode,
      body,
      headers: given,
    } = await app.inject({ method: 'POST', url: '/v1/import', payload, headers });
    t.equal(statusCode, 200);
    t.match(given, { 'content-type': /x-ndjson/, 'cache-control': 'no-store' });
    const lines = body
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one));
    t.match(
      lines.slice(0, 4).map(({ name }) => name.replace(/^.*:/, '')),
      ['1', '2', '3', '4'],
    );
    t.match(lines[1], { outcome: 'failed', error: { code: 'invalid_record' } });
    t.equal(lines[4].sums.created + lines[4].sums.unchanged, 3);
  }
  const empty = await app.inject({
    method: 'POST',
    url: '/v1/import',
    headers: { 'x-api-key': key, 'content-type': 'application/x-ndjson' },
  });
  t.match(empty.body, /"created":0/);
});

t.test('an import can go on as a job, be watched and ended', async (t) => {
  const headers = { 'content-type': 'application/x-ndjson', prefer: 'respond-async' };
  const begin = (count: number, from: number) =>
    send(app, ['POST', '/v1/import'], {
      key,
      body: Array.from({ length: count }, (_, n) => line(from + n)).join(''),
      headers,
    });
  const begun = await begin(50, 100);
  t.equal(begun.status, 202);
  const own = String(begun.headers.location);
  const look = async (url: string) => (await send(app, ['GET', url], { key })).body;
  while ((await look(own)).endedAt === null) await sleep(20);
  t.match(await look(own), { state: 'done', counts: { created: 50 }, error: null });
  const { bytes, bytesRead } = await look(own);
  t.equal(bytes, bytesRead);
  const results = await app.inject({ url: `${own}/results`, headers: { 'x-api-key': key } });
  t.equal(results.body.trim().split('\n').length, 50);

  const [running, waiting] = [await begin(2_000, 1_000), await begin(10, 5_000)];
  const last = await send(app, ['DELETE', String(waiting.headers.location)], { key });
  t.match(last.body, { state: 'cancelled' });
  await send(app, ['DELETE', String(running.headers.location)], { key });
  while ((await look(String(running.headers.location))).endedAt === null) await sleep(20);
  const ended = await look(String(running.headers.location));
  t.equal(ended.state, 'cancelled');
  t.ok(ended.counts.created < 2_000, 'the rest is not read');
  t.equal((await look(String(waiting.headers.location))).counts.created, 0);

  t.equal((await look('/v1/jobs')).data.length, 3);
  t.match(await send(app, ['GET', own], { key: keys.edit }), { status: 404 }, 'of another key');
  t.equal((await send(app, ['GET', own], { key: keys.admin })).status, 200, 'but for one that administrates');
});

t.test('whenever a job is looked at, one that has ended says when', async (t) => {
  const owner = await services.keys.create(keyRequest.parse({ name: 'import', scopes: ['ingest'] }));
  const input = async function* () {
    yield Buffer.from(line(9_000));
  };
  // The job itself: what it says is seen at every turn of the event loop.
  const job = await services.jobs.start(input(), owner.key, ({ name }) => name);
  while (['queued', 'running'].includes(job.state)) {
    t.equal(job.endedAt, null);
    await new Promise(setImmediate);
  }
  t.match(job, { state: 'done', endedAt: Number, counts: { created: 1 } });
});
