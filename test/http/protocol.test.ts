/** HTTP itself: ids, headers, methods, health, logs, and what is said when the server cannot go on. */
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import t from 'tap';
import { ArchiveError } from '../../src/domain/errors.js';
import { buildServer } from '../../src/http/server.js';
import { openTestArchive, openTestServer, override, testOptions, writes } from './archive.js';
import { askInVain } from './ask.js';

const id = writes[0]?.article.id ?? '';

/** Sends bytes over a socket of its own and gives all that comes back. */
async function talk(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(bytes);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

t.test('request ids', async (t) => {
  const app = await openTestServer(t);
  const cases: [given: string, kept: boolean, why: string][] = [
    ['abc-123_DEF.4', true, 'well-formed'],
    ['a'.repeat(64), true, 'as long as can be'],
    ['a'.repeat(65), false, 'too long'],
    ['a b', false, 'with a space'],
    ['"><script>', false, 'with marks'],
    ['', false, 'empty'],
  ];
  for (const [given, kept, why] of cases) {
    for (const url of ['/v1/articles?limit=1', '/nowhere', '/v1/articles/%B1']) {
      const { headers } = await app.inject({ url, headers: { 'x-request-id': given } });
      t.match(headers['x-request-id'], kept ? given : /^[\w-]{20}$/, `${why}: ${url}`);
    }
  }
  const problem = await app.inject({ url: '/nowhere', headers: { 'x-request-id': 'mine' } });
  t.equal(problem.json().requestId, 'mine', 'also in a problem');
});

t.test('headers', async (t) => {
  const app = await openTestServer(t);
  for (const url of [`/v1/articles/${id}`, '/nowhere', '/openapi.json', '/docs']) {
    const { headers } = await app.inject(url);
    t.equal(headers['x-content-type-options'], 'nosniff', url);
    t.notOk('x-powered-by' in headers || 'server' in headers, url);
  }
  const { headers } = await app.inject(`/v1/articles/${id}`);
  t.equal(headers['content-type'], 'application/json; charset=utf-8');
});

t.test('HEAD is GET without the body', async (t) => {
  const app = await openTestServer(t);
  for (const url of [`/v1/articles/${id}`, '/v1/articles?limit=3', '/v1/articles/nope', '/livez']) {
    const [get, head] = [await app.inject(url), await app.inject({ method: 'HEAD', url })];
    t.equal(head.statusCode, get.statusCode, url);
    t.equal(head.body, '');
    t.equal(head.headers.link, get.headers.link);
    t.equal(head.headers['content-type'], get.headers['content-type']);
  }
});

t.test('CORS', async (t) => {
  const preflight = (app: Awaited<ReturnType<typeof openTestServer>>, origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: '/v1/articles',
      headers: { origin, 'access-control-request-method': 'GET' },
    });
  const open = await openTestServer(t);
  const { headers } = await open.inject({ url: '/v1/articles?limit=1', headers: { origin: 'https://a.example' } });
  t.equal(headers['access-control-allow-origin'], '*');
  for (const name of ['Link', 'ETag', 'X-Request-Id']) t.match(headers['access-control-expose-headers'], name);
  t.match((await preflight(open, 'https://a.example')).headers, { 'access-control-allow-methods': 'GET, HEAD' });

  const some = await openTestServer(t, { corsOrigins: ['https://a.example'] });
  const known = await preflight(some, 'https://a.example');
  t.equal(known.headers['access-control-allow-origin'], 'https://a.example');
  const stranger = await some.inject({ url: '/livez', headers: { origin: 'https://b.example' } });
  t.equal(stranger.headers['access-control-allow-origin'], undefined);
  t.match(stranger.headers.vary, 'Origin', 'caches keep them apart');

  const closed = await openTestServer(t, { corsOrigins: [] });
  const refused = await closed.inject({ url: '/livez', headers: { origin: 'https://a.example' } });
  t.equal(refused.headers['access-control-allow-origin'], undefined);
});

t.test('wrong methods and addresses', async (t) => {
  const app = await openTestServer(t);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    for (const url of [
      '/v1/articles',
      `/v1/articles/${id}`,
      '/v1/sources/x/issues/2016-01-04',
      '/openapi.json',
      '/docs',
    ]) {
      const answer = await app.inject({ method, url, payload: '{', headers: { 'content-type': 'application/json' } });
      t.equal(answer.statusCode, 405, `${method} ${url}`);
      t.equal(answer.headers.allow, 'GET, HEAD');
      t.match(answer.json(), { code: 'method_not_allowed', suggestion: 'Use GET, HEAD.' });
    }
    t.equal((await app.inject({ method, url: '/nowhere', payload: '{' })).statusCode, 404, `${method} nowhere`);
  }
  const cases: [address: string, suggestion: RegExp, why: string][] = [
    ['/v1/article', /\/v1\/articles/, 'nearly an address'],
    ['/wp-login.php', /openapi/, 'nothing like it'],
    ['/v2/articles', /\/v1\/articles/, 'another version'],
    ['/docs/static/nothing.js', /openapi/, 'below a folder of files'],
    ['/docs/static/..%2f..%2fpackage.json', /openapi/, 'out of a folder of files'],
  ];
  for (const [address, suggestion, why] of cases) {
    t.match(await askInVain(app, address), { status: 404, code: 'not_found', suggestion }, `${address}: ${why}`);
  }
  t.equal((await app.inject('/v1/articles/?limit=1')).statusCode, 200, 'a slash at the end does no harm');
  t.match(await askInVain(app, `/v1/articles/${'x'.repeat(300)}`), { status: 404 }, 'longer than any id');
});

t.test('health', async (t) => {
  const app = await openTestServer(t);
  t.same((await app.inject('/livez')).json(), { status: 'ok', version: '1.2.3' });
  t.match((await app.inject('/readyz')).json(), { status: 'ready', articleCount: 48 });

  const read = await openTestArchive(t);
  const broken = await buildServer({
    read: override(read, { getState: () => Promise.reject(new Error('disk on fire')) }),
    options: testOptions,
  });
  t.teardown(() => broken.close());
  t.match(await askInVain(broken, '/readyz'), { status: 503, code: 'unavailable' });
  t.equal((await broken.inject('/livez')).statusCode, 200, 'alive all the same');
});

t.test('what fails inside stays inside, and in the log', async (t) => {
  const lines: string[] = [];
  const failures: [error: unknown, status: number, code: string][] = [
    [new Error('SELECT secret FROM /var/lib/x.sqlite'), 500, 'internal'],
    ['SELECT secret, thrown as text', 500, 'internal'],
    [new ArchiveError('archive_incompatible', 'SELECT secret: the file is of another version'), 500, 'internal'],
    [new ArchiveError('deadline_exceeded', 'The query took too long'), 503, 'deadline_exceeded'],
  ];
  for (const [error, status, code] of failures) {
    const app = await buildServer({
      read: override(await openTestArchive(t), { getArticle: () => Promise.reject(error) }),
      options: { ...testOptions, log: { level: 'error', stream: { write: (line) => void lines.push(line) } } },
    });
    t.teardown(() => app.close());
    const answer = await app.inject({ url: '/v1/articles/x', headers: { 'x-request-id': `failed-${lines.length}` } });
    t.equal(answer.statusCode, status);
    t.match(answer.json(), { code });
    t.notMatch(answer.body, /secret|sqlite|at .*\.ts/, 'nothing of the inside');
    t.match(lines.join(''), `"requestId":"${answer.json().requestId}"`, 'logged under its id');
  }
  t.match(lines.join(''), 'SELECT secret FROM', 'with the reason');
});

t.test('one log line a request, without what may be secret', async (t) => {
  const lines: string[] = [];
  const app = await openTestServer(t, { log: { level: 'info', stream: { write: (line) => void lines.push(line) } } });
  await app.inject({
    url: '/v1/articles?limit=3&apiToken=hunter2&Password=p%20w&x_key=k1',
    headers: { authorization: 'Bearer hunter3', cookie: 'session=hunter4', 'x-request-id': 'seen' },
  });
  t.equal(lines.length, 1);
  t.match(JSON.parse(lines[0] ?? ''), {
    method: 'GET',
    url: '/v1/articles?limit=3&apiToken=[redacted]&Password=[redacted]&x_key=[redacted]',
    status: 401,
    ms: Number,
    requestId: 'seen',
  });
  t.notMatch(lines[0], /hunter|p%20w|k1/);
});

t.test('addresses as terminals send them', async (t) => {
  const app = await openTestServer(t);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const get = (target: string | Buffer) =>
    talk(
      port,
      Buffer.concat([
        Buffer.from('GET '),
        Buffer.from(target),
        Buffer.from(' HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      ]),
    );
  t.match(
    await get('/v1/articles?source=云岭日报'),
    /^HTTP\/1.1 400 [\s\S]*data-urlencode/,
    'UTF-8 not encoded: how to',
  );
  const gbk = Buffer.concat([Buffer.from('/v1/articles?source='), Buffer.from([0xb1, 0xa8])]);
  t.match(await get(gbk), /^HTTP\/1.1 400 [\s\S]*"code":"invalid_url"/, 'GBK that was not encoded');
  t.match(
    await get('http://evil.example/v1/articles?limit=1'),
    /^HTTP\/1.1 200 [\s\S]*\r\nlink: <\/v1\/articles/,
    'an absolute address',
  );
  const marked = await get(`/v1/articles?limit=1&fields=id>;rel="x"`);
  t.match(marked, /^HTTP\/1.1 400 /, 'marks that end a link');
  const long = await get(`/v1/articles?section=${'x'.repeat(20_000)}`);
  t.match(
    long,
    /^HTTP\/1.1 413 [\s\S]*application\/problem\+json[\s\S]*"code":"request_too_large"/,
    'longer than any address',
  );
  t.match(await talk(port, 'NONSENSE\r\n\r\n'), /^HTTP\/1.1 400 [\s\S]*"code":"invalid_url"/, 'not HTTP');
});

t.test('a request that takes too long to arrive is cut', async (t) => {
  const app = await openTestServer(t, { limits: { ...testOptions.limits, requestTimeoutMs: 50 } });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET /livez HTTP/1.1\r\nHost: ');
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  t.match(answer, /^HTTP\/1.1 408 [\s\S]*"code":"request_timeout"/);
  t.equal(app.server.timeout, testOptions.limits.idleTimeoutMs, 'and a connection where nothing happens');
});

t.test('closing finishes what is under way', async (t) => {
  const read = await openTestArchive(t);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = override(read, {
    getArticle: async () => {
      await held;
      return read.getArticle(id, []);
    },
  });
  const app = await buildServer({ read: slow, options: testOptions });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  const begun = once(app.server, 'request');
  ask(`/v1/articles/${id}`);
  await begun;
  const closed = app.close();
  const asked = once(app.server, 'request');
  ask('/readyz');
  await asked;
  release();
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  await closed;
  t.match(answer, /^HTTP\/1.1 200 OK/, 'the request under way is answered');
  t.match(answer, /"code":"unavailable"/, 'and one that comes now is told that the server goes');
});

t.test('closing waits for no connection on which nothing was asked', async (t) => {
  const app = await openTestServer(t);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  for (const bytes of ['', 'GET /livez HTTP/1.1\r\nhost: x\r\n']) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(bytes);
    socket.on('data', (answer) => t.fail(`it was given up only after a while: ${answer}`));
    socket.on('error', () => {});
  }
  const taken = new Promise<void>((resolve) => {
    const look = () => app.server.getConnections((_, count) => (count === 2 ? resolve() : setTimeout(look, 5)));
    look();
  });
  await taken;
  await app.close();
});
