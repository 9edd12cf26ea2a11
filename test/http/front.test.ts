/** Kept answers that leave ahead of the framework: the same as through it, never stale, and under the same limits. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import t from 'tap';
import { buildServer } from '../../src/http/server.js';
import { inventArticle, openTestServer, override, testOptions, writes } from './archive.js';
import { openLive } from './live.js';

const listen = (app: FastifyInstance) => app.listen({ port: 0, host: '127.0.0.1' });

/** Asks over a socket: what is injected does not come through the front door. */
async function ask(app: FastifyInstance, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = app.server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, method, agent: false }, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString('base64') };
}

t.test('the same as through the framework', async (t) => {
  const logged: Record<string, unknown>[] = [];
  const log = { level: 'info', stream: { write: (line: string) => logged.push(JSON.parse(line)) } } as const;
  const app = await openTestServer(t, { log, rateLimit: { quota: 1_000, windowSeconds: 1_000_000 } });
  await listen(app);
  const id = writes[4]?.article.id ?? '';
  const [{ etag = '' }] = [(await ask(app, `/v1/articles/${id}`)).headers];
  const cases: [path: string, headers: Record<string, string>, method?: string][] = [
    ['/v1/articles?section=%E6%96%B0%E9%97%BB&limit=5', {}],
    ['/v1/articles?section=%E6%96%B0%E9%97%BB&limit=5', { 'accept-encoding': 'gzip, br' }],
    [`/v1/articles/${id}`, {}],
    [`/v1/articles/${id}`, {}, 'HEAD'],
    [`/v1/articles/${id}`, { 'if-none-match': etag }],
    [`/v1/articles/${id}`, { accept: 'application/ld+json' }],
    [`/v1/articles/${id}`, { origin: 'https://reader.example' }],
    ['/v1/sources/yun-ling-ri-bao/issues', { 'if-none-match': '*' }],
    ['/openapi.json', { 'accept-encoding': 'gzip' }],
  ];
  for (const [path, headers, method] of cases) {
    const answers = [];
    // Read; kept; and from then on ahead of the framework.
    for (let turn = 0; turn < 4; turn += 1) answers.push(await ask(app, path, headers, method));
    const comparable = answers.map(({ headers: { date: _, 'x-request-id': id, ratelimit, ...others }, ...rest }) => {
      t.match(id, /^[\w-]{20}$/);
      t.match(ratelimit, /^"address";r=\d+;t=\d+$/);
      return { ...rest, others };
    });
    for (const other of comparable.slice(2)) t.same(other, comparable[1], `${method ?? 'GET'} ${path}`);
    t.same(comparable[1]?.body, comparable[0]?.body, path);
  }
  const asked = await ask(app, `/v1/articles/${id}`, { 'x-request-id': 'mine-1' });
  t.equal(asked.headers['x-request-id'], 'mine-1');
  t.match(logged.at(-1), {
    requestId: 'mine-1',
    method: 'GET',
    url: `/v1/articles/${id}`,
    status: 200,
    msg: 'request',
  });
  t.equal(logged.filter(({ msg }) => msg === 'request').length, 2 + cases.length * 4, 'each is logged once');
  const left = /r=(\d+)/.exec(String(asked.headers.ratelimit))?.[1];
  t.equal(Number(left), 1_000 - 2 - cases.length * 4, 'and counted once');
});

t.test('what only those ask for who have it', async (t) => {
  const { app, read, write } = await openLive(t);
  await write.publish([inventArticle(0)], Date.UTC(2020, 0, 1));
  await listen(app);
  const { etag = '' } = (await ask(app, '/v1/articles')).headers;
  // A server that has just been started, and has answered nothing.
  let passed = 0;
  const countPassing = (made: unknown) => {
    (made as { fastify: FastifyInstance }).fastify.addHook('onRequest', (_, __, done) => {
      passed += 1;
      done();
    });
  };
  subscribe('fastify.initialization', countPassing);
  const other = await buildServer({ read, options: testOptions });
  unsubscribe('fastify.initialization', countPassing);
  t.teardown(() => other.close());
  await listen(other);
  for (let turn = 0; turn < 5; turn += 1) {
    const answer = await ask(other, '/v1/articles', { 'if-none-match': etag });
    t.match(answer, { status: 304, headers: { etag, vary: 'Accept-Encoding' }, body: '' });
  }
  t.equal(passed, 2, 'from the third on ahead of the framework');
  for (let turn = 0; turn < 4; turn += 1) {
    const whole = await ask(other, '/v1/articles');
    t.match(whole, { status: 200, headers: { etag } });
    t.equal(
      JSON.parse(Buffer.from(whole.body, 'base64').toString()).data.length,
      1,
      'to whoever does not have it, it is sent',
    );
    t.equal((await ask(other, '/v1/articles', { 'if-none-match': etag })).status, 304);
  }
});

t.test('never what is older than what was committed before', async (t) => {
  const { app, write } = await openLive(t);
  await listen(app);
  for (let n = 0; n < 30; n += 1) {
    await write.publish([inventArticle(n)], Date.UTC(2020, 0, 1) + n);
    for (let turn = 0; turn < 4; turn += 1) {
      const { headers } = await ask(app, '/v1/articles');
      if (headers['baoku-seq'] !== String(n + 1)) t.fail(`${headers['baoku-seq']} after ${n + 1}`);
    }
  }
  t.equal(JSON.parse(Buffer.from((await ask(app, '/v1/articles')).body, 'base64').toString()).data.length, 20);
});

t.test('what was sent behind another request may have been sent after its look', async (t) => {
  const live = await openLive(t);
  let onLook = () => {};
  const read = override(live.read, {
    getState: () => {
      const state = live.read.getState();
      onLook();
      return state;
    },
  });
  const app = await buildServer({ read, options: testOptions });
  t.teardown(() => app.close());
  await listen(app);
  await live.write.publish([inventArticle(0)], Date.UTC(2020, 0, 1));
  for (let turn = 0; turn < 3; turn += 1) await ask(app, '/v1/articles');
  onLook = () => {
    onLook = () => {};
    // It is committed before this gives its promise.
    void live.write.publish([inventArticle(1)], Date.UTC(2020, 0, 2));
  };
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.end('GET /v1/articles HTTP/1.1\r\nHost: a.example\r\n\r\n'.repeat(3));
  let answers = '';
  for await (const chunk of socket) answers += chunk;
  t.same(
    [...answers.matchAll(/^baoku-seq: (\d+)/gm)].map(([, seq]) => seq),
    ['1', '2', '2'],
  );

  for (let turn = 0; turn < 3; turn += 1) await ask(app, '/v1/articles');
  onLook = () => {
    throw new Error('disk on fire');
  };
  t.equal((await ask(app, '/v1/articles')).status, 500, 'and a look that fails is answered, too');
});

t.test('limits hold', async (t) => {
  const app = await openTestServer(t, { rateLimit: { quota: 5, windowSeconds: 1_000 } });
  await listen(app);
  const statuses = [];
  for (let n = 0; n < 7; n += 1) statuses.push((await ask(app, '/v1/sections')).status);
  t.same(statuses, [200, 200, 200, 200, 200, 429, 429]);

  const { read } = await openLive(t);
  const closed = await buildServer({ read, options: { ...testOptions, auth: { anonymousReading: false } } });
  t.teardown(() => closed.close());
  await listen(closed);
  for (let n = 0; n < 4; n += 1) t.equal((await ask(closed, '/v1/sections')).status, 401);
  const open = await openTestServer(t);
  await listen(open);
  for (let n = 0; n < 4; n += 1) await ask(open, '/v1/sections');
  t.equal(
    (await ask(open, '/v1/sections', { 'x-api-key': 'bk_wrong' })).status,
    401,
    'a wrong key is refused all the same',
  );
});
