/** Keys: who is let in where, with what, and until when; and that no secret is ever seen again. */
import t from 'tap';
import { type Scope, scopes } from '../../src/domain/key.js';
import { methodOf } from '../../src/http/route.js';
import { routes } from '../../src/http/routes/index.js';
import { openTestServer } from './archive.js';
import { askInVain, send } from './ask.js';
import { openWritableServer } from './writable.js';

const list = '/v1/articles?limit=1';
const DAY = 86_400_000;

t.test('each route takes the scope it says', async (t) => {
  const { app, keys } = await openWritableServer(t, { auth: { anonymousReading: false } });
  const opens: Record<Scope, Scope[]> = {
    read: ['read', 'edit', 'admin'],
    ingest: ['ingest', 'edit', 'admin'],
    edit: ['edit', 'admin'],
    admin: ['admin'],
  };
  for (const route of routes) {
    const { scope = 'read' } = route;
    const url = route.path.replace(/\{\w+\}/g, 'x');
    const method = methodOf(route);
    const ask = (headers: Record<string, string>) =>
      app.inject({ method, url, headers, ...(route.body && { payload: {} }) });
    const stranger = await ask({});
    t.equal(stranger.statusCode === 401, scope !== null, `${method} ${url} without a key`);
    if (scope === null) continue;
    t.match(stranger.headers, { 'www-authenticate': /^Bearer/, 'cache-control': 'no-store' });
    for (const held of scopes) {
      const { statusCode } = await ask({ authorization: `Bearer ${keys[held]}` });
      t.equal(statusCode !== 403 && statusCode !== 401, opens[scope].includes(held), `${method} ${url} with ${held}`);
    }
  }
  for (const url of ['/feeds/articles.rss', '/sitemap.xml', '/v1/changes/stream', '/nowhere']) {
    const { statusCode } = await app.inject(url);
    t.equal(statusCode, url === '/nowhere' ? 404 : 401, url);
  }
  for (const url of ['/livez', '/docs', '/openapi.json']) t.equal((await app.inject(url)).statusCode, 200, url);
});

t.test('how a key is sent', async (t) => {
  const { app, keys } = await openWritableServer(t, { auth: { anonymousReading: false } });
  const cases: [headers: Record<string, string>, url: string, status: number, why: string][] = [
    [{ authorization: `Bearer ${keys.read}` }, list, 200, 'as a bearer token'],
    [{ authorization: `bearer   ${keys.read} ` }, list, 200, 'the scheme has no case'],
    [{ 'x-api-key': keys.read }, list, 200, 'in a header of its own'],
    [{ authorization: 'Basic eDp5', 'x-api-key': keys.read }, list, 200, 'another scheme is of somebody else'],
    [{}, `${list}&key=${keys.read}`, 401, 'never in the address'],
    [{ authorization: keys.read }, list, 401, 'without its scheme'],
    [{ authorization: `Bearer ${keys.read}x` }, list, 401, 'with something behind it'],
    [{ authorization: `Bearer ${keys.read.slice(0, -1)}` }, list, 401, 'cut short'],
    [{ authorization: `Bearer bk_0000000000_${keys.read.slice(14)}` }, list, 401, 'of an id there is not'],
    [{ authorization: `Bearer ${keys.edit.slice(0, 14)}${keys.read.slice(14)}` }, list, 401, 'put together of two'],
  ];
  for (const [headers, url, status, why] of cases)
    t.equal((await app.inject({ url, headers })).statusCode, status, why);
  const open = await openTestServer(t);
  t.match(
    await open.inject({ url: list, headers: { 'x-api-key': 'bk_wrong' } }),
    { statusCode: 401 },
    'also if it is not needed',
  );
  t.equal((await open.inject({ url: '/livez', headers: { 'x-api-key': 'bk_wrong' } })).statusCode, 200);
});

t.test('a key is made, rotated, used and revoked', async (t) => {
  const { app, services, read, keys, clock } = await openWritableServer(t, { auth: { anonymousReading: false } });
  const body = { name: '云岭日报', scopes: ['read'], sources: ['云岭日报'], expiresAt: '2026-06-01T00:00:00+08:00' };
  const made = await send(app, ['POST', '/v1/keys'], { key: keys.admin, body });
  t.equal(made.status, 201);
  t.match(made.body, { ...body, isLive: true, lastUsedAt: null, secret: /^bk_[0-9a-z]{10}_[\w-]{43}$/ });
  const { id, secret } = made.body;
  const own: [method: 'GET', url: string] = ['GET', `/v1/keys/${id}`];
  t.match(made.headers.location, own[1]);
  const status = async (key: string) => (await app.inject({ url: list, headers: { 'x-api-key': key } })).statusCode;
  t.equal(await status(secret), 200);

  await services.keys.noteUses(true);
  t.equal((await send(app, own, { key: keys.admin })).body.lastUsedAt, '2026-01-15T10:00:00+08:00');

  const rotate: [method: 'POST', url: string] = ['POST', `/v1/keys/${id}/rotate`];
  const second = (await send(app, rotate, { key: keys.admin, body: { graceSeconds: 3600 } })).body;
  t.equal(second.secrets.length, 2);
  t.same([await status(secret), await status(second.secret)], [200, 200], 'both hold for a while');
  clock.now += 3_600_000;
  t.same([await status(secret), await status(second.secret)], [401, 200], 'then the new one alone');
  const third = (await send(app, rotate, { key: keys.admin, body: { graceSeconds: 0 } })).body;
  t.same([await status(second.secret), await status(third.secret)], [401, 200], 'or at once');

  const all = await app.inject({ url: '/v1/keys', headers: { 'x-api-key': keys.admin } });
  const kept = JSON.stringify(await read.listKeys());
  for (const whole of [secret, second.secret, third.secret]) {
    const part = whole.slice('bk_'.length + id.length + 1);
    t.equal(part.length, 43);
    t.notOk(all.body.includes(part), 'a secret is shown once');
    t.notOk(kept.includes(part), 'and not kept');
  }

  const revoked = await send(app, ['DELETE', `/v1/keys/${id}`], { key: keys.admin });
  t.match(revoked.body, { isLive: false, revokedAt: '2026-01-15T11:00:00+08:00' });
  t.equal(await status(third.secret), 401);
  t.match((await send(app, rotate, { key: keys.admin, body: {} })).body, { code: 'not_found' }, 'it cannot come back');
  t.match((await send(app, ['GET', '/v1/keys/none'], { key: keys.admin })).body, { code: 'not_found' });

  const short = await services.keys.create({
    ...{ name: 'kurz', scopes: ['read'], sections: [], sources: [], rateLimit: null, expiresAt: clock.now + DAY },
  });
  t.equal(await status(short.secret), 200);
  clock.now += DAY;
  t.equal(await status(short.secret), 401, 'a key ends at its time');
});

t.test('a body that does not fit is refused by name', async (t) => {
  const { app, keys } = await openWritableServer(t);
  const cases: [body: object | string, status: number, code: string, parameter: string | undefined, why: string][] = [
    [{ scopes: ['read'] }, 422, 'invalid_body', 'name', 'a field that is missing'],
    [{ name: 'x', scopes: ['write'] }, 422, 'invalid_body', 'scopes.0', 'no scope'],
    [{ name: 'x', scopes: [] }, 422, 'invalid_body', 'scopes', 'none'],
    [{ name: 'x', scopes: ['read'], admin: true }, 422, 'invalid_body', 'admin', 'a field there is not'],
    [{ name: 'x', scopes: ['read'], expiresAt: 'soon' }, 422, 'invalid_body', 'expiresAt', 'no instant'],
    [{ name: 'x', scopes: ['admin'], sources: ['y'] }, 422, 'invalid_body', 'scopes', 'an admin cannot be restricted'],
    [[], 422, 'invalid_body', undefined, 'a list'],
    ['{"name":', 400, 'invalid_json', undefined, 'cut short'],
    ['', 400, 'invalid_json', undefined, 'nothing'],
    [`{"name":"${'x'.repeat(300_000)}"}`, 413, 'request_too_large', undefined, 'far too long'],
  ];
  for (const [body, status, code, parameter, why] of cases) {
    const answer = await send(app, ['POST', '/v1/keys'], {
      key: keys.admin,
      body,
      headers: { 'content-type': 'application/json' },
    });
    t.match([answer.status, answer.body.code, answer.body.parameter], [status, code, parameter], why);
  }
  const text = await send(app, ['POST', '/v1/keys'], {
    key: keys.admin,
    body: 'name=x',
    headers: { 'content-type': 'text/csv' },
  });
  t.match(text, { status: 415, body: { code: 'unsupported_media_type' } });
});

t.test('who guesses is slowed down', async (t) => {
  let now = 0;
  const { app, keys } = await openWritableServer(t, { now: () => now });
  const guess = (n: number) =>
    app.inject({ url: list, headers: { 'x-api-key': `bk_000000000${n}_${'a'.repeat(43)}` } });
  for (let n = 0; n < 10; n += 1) t.equal((await guess(n)).statusCode, 401);
  const refused = await app.inject({ url: list, headers: { 'x-api-key': keys.read } });
  t.equal(refused.statusCode, 429, 'no key is looked at any more');
  t.equal(refused.headers['retry-after'], '6', 'until a tenth of a minute has passed');
  t.equal((await app.inject(list)).statusCode, 200, 'who sends none reads on');
  const elsewhere = { url: list, headers: { 'x-api-key': keys.read }, remoteAddress: '203.0.113.5' };
  t.equal((await app.inject(elsewhere)).statusCode, 200, 'and others are not concerned');
  now += 6_000;
  const again = await app.inject({ url: list, headers: { 'x-api-key': keys.read } });
  t.equal(again.statusCode, 200, 'after that it is heard again');
});

t.test('a key can have a limit of its own', async (t) => {
  const { app, services } = await openWritableServer(t, { rateLimit: { quota: 3, windowSeconds: 3600 } });
  const limited = { name: 'x', scopes: ['read' as const], sections: [], sources: [], rateLimit: 5, expiresAt: null };
  const { secret } = await services.keys.create(limited);
  for (let n = 1; n <= 5; n += 1) {
    const { statusCode, headers } = await app.inject({ url: list, headers: { 'x-api-key': secret } });
    t.equal(statusCode, 200);
    t.equal(headers['ratelimit-policy'], '"key";q=5;w=3600');
  }
  const elsewhere = { url: list, headers: { 'x-api-key': secret }, remoteAddress: '203.0.113.5' };
  t.equal((await app.inject(elsewhere)).statusCode, 429, 'wherever it comes from');
  t.equal((await app.inject(list)).statusCode, 200, 'its requests are not those of the address');
});

t.test('where reading takes a key, caches keep nothing for others', async (t) => {
  const { app, keys } = await openWritableServer(t, { auth: { anonymousReading: false } });
  const ask = (headers: Record<string, string>) => app.inject({ url: list, headers });
  let tag = '';
  for (const round of ['made', 'kept']) {
    const { statusCode, headers } = await ask({ 'x-api-key': keys.read });
    t.equal(statusCode, 200);
    t.match(headers['cache-control'], /^private, max-age=15/, round);
    t.equal(headers.vary, 'Authorization, X-Api-Key, Accept-Encoding', round);
    tag = String(headers.etag);
  }
  const same = await ask({ 'x-api-key': keys.edit, 'if-none-match': tag });
  t.equal(same.statusCode, 304);
  t.match(same.headers, { 'cache-control': /^private/, vary: /Authorization/ });
  t.equal((await ask({})).statusCode, 401, 'the kept answer is not for everybody');
  t.equal((await ask({ 'if-none-match': tag })).statusCode, 401, 'nor is that it did not change');
  t.equal((await ask({ 'x-api-key': keys.ingest })).statusCode, 403);
});

t.test('a server without services only reads', async (t) => {
  const app = await openTestServer(t);
  t.match(await askInVain(app, '/v1/keys'), { code: 'not_found' });
});

t.test('no secret is in the log', async (t) => {
  const lines: string[] = [];
  const { app, keys } = await openWritableServer(t, {
    log: { level: 'trace', stream: { write: (line) => void lines.push(line) } },
  });
  const body = { name: 'x', scopes: ['read'] };
  const { body: made } = await send(app, ['POST', '/v1/keys'], { key: keys.admin, body });
  await app.inject({ url: `${list}&key=${made.secret}`, headers: { 'x-api-key': 'bk_wrong_secret' } });
  await send(app, ['POST', '/v1/keys'], { key: keys.admin, body: { name: 'secret of a body' } });
  t.ok(lines.length >= 3);
  for (const secret of [keys.admin.slice(14), made.secret.slice(14), 'wrong_secret'])
    t.notMatch(lines.join(''), secret);
});
