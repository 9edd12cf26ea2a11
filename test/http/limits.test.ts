/** Rate limits and load shedding: who asks too much, and when all ask too much. */
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { toClient } from '../../src/http/rate-limit.js';
import { openTestServer } from './archive.js';
import { askInVain } from './ask.js';

const url = '/v1/articles?limit=1';

t.test('an address has a quota', async (t) => {
  const app = await openTestServer(t, { rateLimit: { quota: 5, windowSeconds: 3600 } });
  for (let n = 1; n <= 5; n += 1) {
    const { statusCode, headers } = await app.inject(url);
    t.equal(statusCode, 200);
    t.equal(headers['ratelimit-policy'], '"address";q=5;w=3600');
    t.equal(headers.ratelimit, `"address";r=${5 - n};t=${n * 720}`);
  }
  for (let n = 0; n < 3; n += 1) {
    const { statusCode, headers } = await app.inject(url);
    t.equal(statusCode, 429);
    t.equal(headers.ratelimit, '"address";r=0;t=3600');
    t.equal(headers['retry-after'], '720', 'when the next one will be free');
    t.equal(headers['cache-control'], 'no-store');
    t.equal(headers['access-control-allow-origin'], '*', 'pages of elsewhere can read it');
  }
  t.match(await askInVain(app, url), { status: 429, code: 'rate_limited' });
  t.equal((await app.inject('/livez')).statusCode, 200, 'supervisors are not counted');
  t.equal((await app.inject({ url, remoteAddress: '203.0.113.9' })).statusCode, 200, 'another address has its own');
  t.equal(
    (await app.inject({ url, headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode,
    429,
    'not to be forged',
  );
});

t.test('what is used comes back steadily', async (t) => {
  let now = 0;
  const app = await openTestServer(t, { rateLimit: { quota: 20, windowSeconds: 1 }, now: () => now });
  const countAccepted = async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => app.inject(url)));
    const accepted = answers.filter(({ statusCode }) => statusCode === 200).length;
    t.equal(answers.filter(({ statusCode }) => statusCode === 429).length, 30 - accepted);
    return accepted;
  };
  t.equal(await countAccepted(), 20, 'all at once');
  now += 250;
  t.equal(await countAccepted(), 5, 'a quarter after a quarter of the window');
  now += 10_000;
  t.equal(await countAccepted(), 20, 'never more than all');
});

t.test('behind a proxy', async (t) => {
  const app = await openTestServer(t, {
    rateLimit: { quota: 1, windowSeconds: 3600 },
    trustedProxies: ['10.0.0.0/8'],
  });
  const ask = async (remoteAddress: string, forwarded: string) =>
    (await app.inject({ url, remoteAddress, headers: { 'x-forwarded-for': forwarded } })).statusCode;
  t.equal(await ask('10.1.1.1', '203.0.113.1'), 200);
  t.equal(await ask('10.1.1.1', '203.0.113.2'), 200, 'each client is its own');
  t.equal(await ask('10.2.2.2', '203.0.113.1'), 429, 'by whatever proxy');
  t.equal(await ask('10.1.1.1', '198.51.100.1, 203.0.113.1'), 429, 'what the client wrote itself does not count');
});

t.test('who is behind an address', async (t) => {
  const cases: [address: string, client: string, why: string][] = [
    ['203.0.113.1', '203.0.113.1', 'IPv4'],
    ['::ffff:203.0.113.1', '203.0.113.1', 'IPv4 in IPv6'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', 'the network of 64 bits'],
    ['2001:0DB8:0001:2::9', '2001:db8:1:2', 'written otherwise'],
    ['2001:db8::1', '2001:db8:0:0', 'with zeros left out'],
    ['::1', '0:0:0:0', 'this machine'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'with a zone'],
  ];
  for (const [address, client, why] of cases) t.equal(toClient(address), client, why);
});

t.test('what the start itself took is no load of the server', async (t) => {
  const app = await openTestServer(t, { overload: { maxLagMs: 1, sampleMs: 1_000 } });
  app.addHook('onReady', async () => {
    for (const until = performance.now() + 900; performance.now() < until; );
    await sleep(200);
  });
  await app.ready();
  t.ok(app.isUnderPressure(), 'the sample has the start in it');
  t.equal((await app.inject(url)).statusCode, 200);
});

t.test('a server that is behind sheds load', async (t) => {
  const app = await openTestServer(t, { overload: { maxLagMs: 250, sampleMs: 50 } });
  const calmDown = async () => {
    while ((await app.inject(url)).statusCode !== 200) await sleep(20);
  };
  const hold = setInterval(() => {
    for (const until = performance.now() + 600; performance.now() < until; );
  }, 1);
  t.teardown(() => clearInterval(hold));
  let answer = await app.inject(url);
  while (answer.statusCode === 200) {
    await sleep(5);
    answer = await app.inject(url);
  }
  t.equal(answer.statusCode, 503);
  t.equal(answer.headers['retry-after'], '5');
  t.match(answer.json(), { code: 'overloaded' });
  t.equal((await app.inject('/livez')).statusCode, 200, 'it still says that it is alive');
  clearInterval(hold);
  await calmDown();
  t.equal((await app.inject(url)).statusCode, 200, 'and answers again when there is less to do');
});
