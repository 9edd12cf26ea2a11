/** Webhooks from the change log to a real receiver on loopback, which checks each signature as Standard Webhooks says. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import t, { type Test } from 'tap';
import { webhookRequest } from '../../src/domain/webhook.js';
import { Networks } from '../../src/services/networks.js';
import { postMessage } from '../../src/services/webhook-post.js';
import { type SenderOptions, sendWebhooks } from '../../src/services/webhook-sender.js';
import { WebhookService } from '../../src/services/webhooks.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { createWrite, ZONE } from '../store/sample.js';

const HOUR = 3_600_000;
const post = { networks: new Networks(['127.0.0.0/8']), version: '1.2.3', timeoutMs: 2_000 };

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}
interface Payload {
  type: string;
  data: { seq: number; id?: string; article?: { title: string }; issue?: { date: string } };
}

/** A receiver that answers as `answer` says, and what it received. */
async function listen(t: Test, answer: (received: Received, response: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const message = { path: request.url ?? '', headers: request.headers, body };
    received.push(message);
    answer(message, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, received };
}

/** An archive with webhooks, a clock that tests turn, and rounds of sending that they ask for. */
async function open(t: Test) {
  const file = join(t.testdir(), 'archive.db');
  // The library that checks signatures looks at the clock of the machine.
  const time = { now: Date.now() };
  const clock = () => time.now;
  migrateArchive(file, { timeZone: ZONE, at: time.now });
  const write = openWriteStore(file);
  const read = openReadStore(file, { threads: 1 });
  t.teardown(async () => {
    await read.close();
    await write.close();
  });
  const webhooks = new WebhookService({ ...post, read, write, clock });
  const warnings: string[] = [];
  /** Sends until nothing is due, as the process `holder`. */
  const send = async (holder = 'a', more: Partial<SenderOptions> = {}, signal = AbortSignal.timeout(5_000)) => {
    const stop = new AbortController();
    // Two rounds without an attempt: the first may have read the log.
    let idle = 0;
    const listWebhooks = () => {
      idle += 1;
      if (idle === 3) stop.abort();
      return read.listWebhooks();
    };
    const options: SenderOptions = {
      ...post,
      read: replace(read, 'listWebhooks', listWebhooks),
      write,
      holder,
      pollMs: 1,
      clock,
      random: () => 0.5,
      onAttempt: () => {
        idle = 0;
      },
      warn: (message, details) => warnings.push(`${message} ${JSON.stringify(details)}`),
      ...more,
    };
    await sendWebhooks(options, AbortSignal.any([stop.signal, signal]));
  };
  const publish = (...fields: Parameters<typeof createWrite>[0][]) => write.publish(fields.map(createWrite), time.now);
  return { file, time, read, write, webhooks, warnings, send, publish };
}

/** A store with another method. */
function replace<S extends object, N extends keyof S>(store: S, name: N, method: S[N]): S {
  const bound = (target: S, key: keyof S) => (target[key] as (...args: unknown[]) => unknown).bind(target);
  return new Proxy(store, { get: (target, key) => (key === name ? method : bound(target, key as keyof S)) });
}

const parse = ({ body }: Received) => JSON.parse(body) as Payload;
const add = (url: string, more: object = {}) => webhookRequest.parse({ url, ...more });

t.test('every event is told once, in order, signed, and with the seq to read at', async (t) => {
  const { time, read, write, webhooks, send, publish } = await open(t);
  await publish({ id: 'before' });
  const { url, received } = await listen(t, (_, response) => response.end('thanks'));
  const { webhook, secret } = await webhooks.create(add(url));
  const issue = { date: '2026-01-02', page: '1' };
  await publish({ id: 'a', source: '河报', issue }, { id: 'b', section: ['新闻'] });
  await publish({ id: 'a', title: '改过的题目', source: '河报', issue });
  await publish({ id: 'a', title: '改过的题目', source: '河报', issue, extractor: '2' });
  await write.withdraw('b', time.now);
  await send();
  t.same(
    received.map(parse).map(({ type, data }) => [type, data.seq, data.id]),
    [
      ['article.published', 2, 'a'],
      ['article.updated', 4, 'a'],
      ['article.withdrawn', 6, 'b'],
    ],
    'what is gone by now is told of as such alone, and a new extraction is no news',
  );
  for (const { headers, body } of received) {
    t.ok(new Webhook(secret).verify(body, headers as Record<string, string>), 'signed');
    t.match(headers, { 'content-type': /json/, 'user-agent': 'Baoku/1.2.3', 'webhook-id': /^msg_/ });
  }
  t.equal(parse(received[0] as Received).data.article?.title, '改过的题目', 'the article as it is now');

  time.now += 601_000;
  await send();
  t.match(parse(received.at(-1) as Received), {
    type: 'issue.completed',
    data: { seq: 4, issue: { date: '2026-01-02', articleCount: 1 } },
  });
  const count = received.length;
  await send();
  t.equal(received.length, count, 'nothing twice');
  t.same(
    new Set((await read.listDeliveries(webhook.id, { limit: 50 })).map(({ status }) => status)),
    new Set(['delivered']),
  );
});

t.test('a webhook is told of what it asked for', async (t) => {
  const { webhooks, send, publish, write, time } = await open(t);
  const { url, received } = await listen(t, (_, response) => response.end());
  await webhooks.create(add(`${url}/section`, { sections: ['新闻/要闻'] }));
  await webhooks.create(add(`${url}/source`, { sources: ['河报'], events: ['article.published'] }));
  await publish(
    { id: 'a', section: ['新闻', '要闻', '乡镇'] },
    { id: 'b', section: ['新闻'], source: '河报' },
    { id: 'c', section: ['新闻', '摇文'] },
  );
  await write.withdraw('c', time.now);
  await send();
  const told = (end: string) =>
    received
      .filter(({ path }) => path.endsWith(end))
      .map(parse)
      .map(({ type, data }) => `${type} ${data.id}`);
  t.same(told('section'), ['article.published a', 'article.withdrawn c'], 'what is gone says no more where it was');
  t.same(told('source'), ['article.published b']);
});

t.test('what fails is tried again for three days, and a dead receiver is left alone', async (t) => {
  const { time, read, webhooks, warnings, send, publish } = await open(t);
  let status = 500;
  const { url, received } = await listen(t, (_, response) =>
    response.writeHead(status).end('out of order'.repeat(1_000)),
  );
  const { webhook } = await webhooks.create(add(url));
  await publish({ id: 'a' });
  await send();
  const [first] = await read.listDeliveries(webhook.id, { limit: 1 });
  t.match(first, { status: 'pending', attempts: 1, responseStatus: 500, error: /^500 out of order/ });
  t.ok((first?.error?.length ?? 0) < 400, 'only the beginning of the answer');
  t.equal(first?.at, time.now + 5_000);
  await send();
  t.equal(received.length, 1, 'not before its time');
  time.now += 5_000;
  await send();
  t.equal(received.length, 2);
  t.equal(received[0]?.headers['webhook-id'], received[1]?.headers['webhook-id'], 'the same message');
  t.not(received[0]?.headers['webhook-signature'], received[1]?.headers['webhook-signature'], 'signed at each attempt');
  status = 204;
  time.now += HOUR;
  await send();
  t.match(await webhooks.find(webhook.id), { failingSince: null, pausedAt: null });

  status = 503;
  await publish({ id: 'b' });
  for (let hours = 0; hours < 90; hours += 1) {
    await send();
    time.now += HOUR;
  }
  t.match(await webhooks.find(webhook.id), { pauseReason: 'failing' });
  t.match(warnings, [/a webhook was paused .*"failing"/]);
  t.equal(received.length, 3 + 10, 'ten attempts');
  t.match(await read.listDeliveries(webhook.id, { limit: 1 }), [{ status: 'failed', attempts: 10 }]);
  const tried = received.length;
  await publish({ id: 'c' });
  await send();
  t.equal(received.length, tried, 'nothing is sent to it');

  status = 200;
  await webhooks.resume(webhook.id);
  await send();
  t.match(parse(received.at(-1) as Received), { data: { id: 'c' } }, 'what was missed is sent first');
  t.equal(await webhooks.replay(webhook.id, 'failed'), 1);
  await send();
  t.match(parse(received.at(-1) as Received), { data: { id: 'b' } });
  const before = received.length;
  t.equal(await webhooks.replay(webhook.id, { since: 0 }), null);
  await send();
  t.same(
    received
      .slice(before)
      .map(parse)
      .map(({ data }) => data.id),
    ['a', 'b', 'c'],
    'all again',
  );
  t.equal(received[before]?.headers['webhook-id'], received[0]?.headers['webhook-id'], 'under the same ids');

  status = 410;
  await publish({ id: 'd' });
  await send();
  t.match(await webhooks.find(webhook.id), { pauseReason: 'gone', pausedAt: time.now });
  await t.rejects(webhooks.replay(webhook.id, { message: 'msg_none' }), { code: 'not_found' });
});

t.test('a process that ends in the middle loses nothing, and one sends at a time', async (t) => {
  const { time, read, write, webhooks, send, publish } = await open(t);
  const { url, received } = await listen(t, (_, response) => response.end());
  const { webhook } = await webhooks.create(add(url));
  await publish({ id: 'a' }, { id: 'b' });
  // As if it were killed after the first message had arrived: nothing is noted any more, and the lease is not given up.
  const dying = replace(write, 'noteAttempt', () => Promise.reject(new Error('killed')));
  const stop = new AbortController();
  const kept = replace(dying, 'holdLease', (name, holder, lease) => {
    if (lease.until === lease.at) return Promise.resolve(false);
    return write.holdLease(name, holder, lease);
  });
  await send('dies', { write: kept, warn: () => stop.abort() }, stop.signal);
  t.same(
    received.map(parse).map(({ data }) => data.id),
    ['a'],
  );
  t.match(await read.listDeliveries(webhook.id, { limit: 1, status: 'pending' }), [{ attempts: 0 }]);

  await send('waits', {}, AbortSignal.timeout(300));
  t.equal(received.length, 1, 'another process waits for the lease to end');
  time.now += 31_000;
  await send('takes over');
  t.same(
    received.map(parse).map(({ data }) => data.id),
    ['a', 'a', 'b'],
    'and sends again what was not noted',
  );
  await send('next');
  t.equal(received.length, 3, 'the lease was given up');
});

t.test('while the receiver changes its secret, both sign', async (t) => {
  const { time, webhooks, send, publish } = await open(t);
  const { url, received } = await listen(t, (_, response) => response.end());
  const { webhook, secret } = await webhooks.create(add(url));
  const { secret: next } = await webhooks.rotate(webhook.id, HOUR);
  await publish({ id: 'a' });
  await send();
  const check = (key: string, { headers, body }: Received) => {
    try {
      return new Webhook(key).verify(body, headers as Record<string, string>) !== undefined;
    } catch {
      return false;
    }
  };
  t.same(
    [secret, next].map((key) => check(key, received[0] as Received)),
    [true, true],
  );
  time.now += HOUR;
  await publish({ id: 'b' });
  await send();
  t.equal(String(received[1]?.headers['webhook-signature']).split(' ').length, 1, 'then the new one alone');

  t.match(await webhooks.test(webhook.id), { status: 'delivered', event: 'test', responseStatus: 200 });
  t.match(parse(received[2] as Received), { type: 'test' });
  await webhooks.remove(webhook.id);
  await t.rejects(webhooks.test(webhook.id), { code: 'not_found' });
  await t.rejects(webhooks.remove(webhook.id), { code: 'not_found' });
});

t.test('addresses that are not public are refused, however they are written', (t) => {
  const none = new Networks([]);
  const some = new Networks(['10.1.0.0/16', '::1']);
  for (const [address, secure, expected, allowed, why] of [
    ['8.8.8.8', true, true, true, 'public'],
    ['8.8.8.8', false, false, false, 'http: to the public'],
    ['2606:4700::1111', true, true, true, 'public IPv6'],
    ['127.0.0.1', true, false, false, 'loopback'],
    ['127.8.9.10', true, false, false, 'all of it'],
    ['0.0.0.0', true, false, false, 'this host'],
    ['10.1.2.3', true, false, true, 'private, and allowed'],
    ['10.1.2.3', false, false, true, 'also without TLS'],
    ['10.2.0.1', true, false, false, 'private, and not'],
    ['172.31.255.1', true, false, false, 'private'],
    ['172.32.0.1', true, true, true, 'just outside'],
    ['192.168.1.1', true, false, false, 'private'],
    ['169.254.169.254', true, false, false, 'metadata of clouds'],
    ['100.64.0.1', true, false, false, 'carrier-grade NAT'],
    ['224.0.0.1', true, false, false, 'multicast'],
    ['255.255.255.255', true, false, false, 'broadcast'],
    ['::1', true, false, true, 'loopback, and allowed'],
    ['[::1]', true, false, true, 'with brackets'],
    ['::', true, false, false, 'this host'],
    ['::ffff:127.0.0.1', true, false, false, 'mapped IPv4'],
    ['::ffff:7f00:1', true, false, false, 'mapped, in hexadecimal'],
    ['::ffff:8.8.8.8', true, true, true, 'mapped, but public'],
    ['::7f00:1', true, false, false, 'compatible IPv4'],
    ['64:ff9b::7f00:1', true, false, false, 'behind NAT64'],
    ['2002:7f00:1::', true, false, false, 'behind 6to4'],
    ['fe80::1', true, false, false, 'link-local'],
    ['fd00::1', true, false, false, 'unique local'],
    ['ff02::1', true, false, false, 'multicast'],
    ['localhost', true, false, false, 'no address'],
  ] as const) {
    t.equal(none.mayCall(address, { secure }), expected, `${address}: ${why}`);
    t.equal(some.mayCall(address, { secure }), allowed, `${address}, where some are allowed: ${why}`);
  }
  for (const wrong of ['10.0.0.0/33', 'localhost', '10.0.0/8']) {
    t.throws(() => new Networks([wrong]), { code: 'invalid_configuration' }, wrong);
  }
  t.end();
});

t.test('nothing is sent to addresses that are not allowed, and limits hold', async (t) => {
  const { url, received } = await listen(t, ({ path }, response) => {
    if (path === '/redirect') response.writeHead(302, { location: url }).end();
    else if (path === '/slow') response.writeHead(200);
    else if (path === '/endless') response.writeHead(500).write('x'.repeat(100_000));
    else if (path === '/later') response.writeHead(429, { 'retry-after': '77' }).end();
    else if (path !== '/never') response.end();
  });
  const base = url.replace('/hook', '');
  const closed = { ...post, networks: new Networks([]) };
  const quick = { ...post, timeoutMs: 200 };
  for (const [target, options, expected, why] of [
    [url, closed, { status: null, error: /http: is not allowed to 127\.0\.0\.1/ }, 'an address'],
    [url.replace('127.0.0.1', 'localhost'), closed, { status: null, error: /not allowed/ }, 'a name of one'],
    [
      url.replace('http:', 'https:').replace('127.0.0.1', '2130706433'),
      closed,
      { status: null, error: /not a public/ },
      'as one number',
    ],
    [url, post, { status: 200, error: null }, 'allowed'],
    [
      url.replace('127.0.0.1', 'localhost'),
      { ...post, networks: new Networks(['127.0.0.0/8', '::1']) },
      { status: 200 },
      'by name',
    ],
    [`${base}/redirect`, post, { status: 302, error: '302' }, 'redirects are not followed'],
    [`${base}/never`, quick, { status: null, error: 'no answer in 200 ms' }, 'no answer'],
    [`${base}/endless`, quick, { status: 500, error: /^500 x{300}$/ }, 'an endless answer'],
    [`${base}/later`, post, { status: 429, retryAfter: 77 }, 'later'],
    ['http://127.0.0.1:9/', post, { status: null, error: /ECONNREFUSED/ }, 'nobody there'],
  ] as const) {
    const before = received.length;
    t.match(await postMessage(target, '{}', {}, options), expected, why);
    if (options === closed) t.equal(received.length, before, `${why}: nothing arrived`);
  }
  const { webhooks } = await open(t);
  const strict = new WebhookService({ ...closed, read: {} as never, write: {} as never, clock: Date.now });
  await t.rejects(strict.create(add('http://news.example/')), { code: 'invalid_body', suggestion: /NETWORKS/ });
  for (const wrong of ['ftp://a.example/', 'https://user:pass@a.example/', 'not a url'])
    t.throws(() => add(wrong), wrong);
  t.ok(webhooks);
});
