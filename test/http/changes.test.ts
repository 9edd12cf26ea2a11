/** `/v1/changes` and its stream: nothing is missed, nothing that is gone is hidden, and no one reads a state that is too old. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import t from 'tap';
import { inventArticle } from './archive.js';
import { ask, askInVain } from './ask.js';
import { openLive } from './live.js';

const NOW = Date.UTC(2020, 0, 1);
const idOf = (n: number) => inventArticle(n).article.id;

/** All changes behind a token, page by page. */
async function follow(app: FastifyInstance, query: string, since = '0') {
  const changes: { seq: number; id: string; op: string }[] = [];
  for (let token = since; ; ) {
    const { data, page } = await ask(app, `/v1/changes?since=${token}&${query}`);
    changes.push(...data);
    token = page.next;
    if (!page.hasMore) return { changes, token };
  }
}

t.test('what happened, in order, page by page', async (t) => {
  const { app, write } = await openLive(t);
  const empty = await ask(app, '/v1/changes');
  t.same(empty.data, []);
  t.same((await follow(app, 'limit=5', empty.page.next)).changes, [], 'the token of an empty archive holds');

  await write.publish([0, 1, 2, 3, 4, 5, 6].map(inventArticle), NOW);
  await write.withdraw(idOf(1), NOW + 1000);
  const { changes, token } = await follow(app, 'limit=3');
  t.same(
    changes.map(({ seq, op }) => [seq, op]),
    [1, 2, 3, 4, 5, 6, 7, 8].map((seq) => [seq, seq === 8 ? 'delete' : 'upsert']),
  );
  t.match(changes[7], { type: 'article', id: idOf(1), at: '2020-01-01T08:00:01+08:00', contentChanged: true });
  t.same(await follow(app, 'limit=3', token), { changes: [], token }, 'nothing new: the same token');
  t.same((await follow(app, 'limit=3', '7')).changes, changes.slice(7), 'the seq of a change is a token, too');
  await write.publish([inventArticle(7)], NOW);
  t.match((await follow(app, '', token)).changes, [{ seq: 9, id: idOf(7) }]);

  const page = await app.inject('/v1/changes?limit=2&types=article&since=3');
  t.equal(page.headers.link, '</v1/changes?limit=2&types=article&since=1-5>; rel="next"');
  const again = await app.inject({ url: '/v1/changes?since=9', headers: { 'if-none-match': '"x"' } });
  const etag = String(again.headers.etag);
  t.equal((await app.inject({ url: '/v1/changes?since=9', headers: { 'if-none-match': etag } })).statusCode, 304);
});

t.test('with the articles as they are now', async (t) => {
  const { app, write } = await openLive(t);
  await write.publish([0, 1].map(inventArticle), NOW);
  await write.withdraw(idOf(1), NOW);
  const { data } = await ask(app, '/v1/changes?include=article,quotes');
  const { body } = await app.inject(`/v1/articles/${idOf(0)}?include=quotes`);
  t.same(data[0].article, JSON.parse(body));
  t.equal(data[1].article, null, 'gone by now');
  t.notOk('article' in data[2], 'a tombstone says nothing of what it stands for');
});

t.test('a section is followed exactly, and no filter hides what is gone', async (t) => {
  const { app, write } = await openLive(t);
  // Number 2 is in 财经, 0 in 新闻, 1 below it, 3 in none.
  await write.publish([0, 1, 2, 3].map(inventArticle), NOW);
  const of = async (section: string, limit: number) =>
    (await follow(app, `section=${section}&limit=${limit}`)).changes.map(({ op, id }) => [op, Number(id.slice(1))]);
  for (const limit of [1, 50])
    t.same(
      await of('xin-wen', limit),
      [
        ['upsert', 0],
        ['upsert', 1],
      ],
      `${limit} a page`,
    );
  const [moved, gone] = [inventArticle(0), idOf(2)];
  await write.publish([{ ...moved, section: [{ name: '财经', slug: 'cai-jing' }], fingerprint: 'moved' }], NOW);
  await write.withdraw(gone, NOW);
  for (const limit of [1, 50]) {
    t.same(
      await of('xin-wen', limit),
      [
        ['delete', 0],
        ['upsert', 1],
        ['delete', 0],
        ['delete', 2],
      ],
      'what left it is a delete, and so is what was withdrawn from anywhere',
    );
    t.same(await of('cai-jing', limit), [
      ['upsert', 0],
      ['upsert', 0],
      ['delete', 2],
    ]);
  }
  t.match(await askInVain(app, '/v1/changes?section=nowhere'), { code: 'unknown_section' });
});

t.test('tokens that do not hold', async (t) => {
  const { app, write } = await openLive(t, 1_500_000_000_000);
  await write.publish([0, 1].map(inventArticle), NOW);
  const cases: [token: string, status: number, code: string, why: string][] = [
    ['3', 410, 'changes_expired', 'of a future that this archive does not have'],
    ['1-2', 410, 'changes_expired', 'of another archive'],
    ['', 400, 'invalid_parameter', 'empty'],
    ['x', 400, 'invalid_parameter', 'no token'],
    ['-1', 400, 'invalid_parameter', 'below zero'],
  ];
  for (const [token, status, code, why] of cases) {
    t.match(await askInVain(app, `/v1/changes?since=${token}`), { status, code, parameter: 'since' }, why);
  }
  const { headers } = await app.inject('/v1/changes?since=3');
  const [, link = ''] = /^<([^>]+)>; rel="alternate"$/.exec(String(headers.link)) ?? [];
  const { pathname, search } = new URL(link, 'http://x/v1/changes?since=3');
  const snapshot = await app.inject(pathname + search);
  t.equal(snapshot.statusCode, 200, 'the way out leads to the articles');
  t.equal(snapshot.headers['baoku-seq'], '2', 'which say where to go on');
});

t.test('minSeq: from that state on, or not at all', async (t) => {
  const { app, write } = await openLive(t);
  await write.publish([inventArticle(0)], NOW);
  for (const path of ['/v1/articles?', `/v1/articles/${idOf(0)}?`, '/v1/sections?', '/v1/changes?']) {
    const url = `${path}minSeq=2`;
    for (let round = 0; round < 2; round += 1) {
      t.match(await askInVain(app, url), { status: 503, code: 'state_not_reached' }, url);
    }
    t.equal((await app.inject(url)).headers['retry-after'], '1');
    t.equal((await app.inject(url)).headers['cache-control'], 'no-store');
    t.equal((await app.inject(`${path}minSeq=1`)).statusCode, 200, url);
    for (const bad of ['x', '-1', '1.5', '']) t.equal((await app.inject(`${path}minSeq=${bad}`)).statusCode, 400, bad);
  }
  t.match(await askInVain(app, '/livez?minSeq=1'), { code: 'unknown_parameter' });
  await write.publish([inventArticle(1)], NOW);
  const answer = await app.inject('/v1/articles?minSeq=2');
  t.same([answer.statusCode, answer.headers['baoku-seq'], answer.json().data.length], [200, '2', 2]);
});

t.test('seq grows in the order in which changes become visible', async (t) => {
  const { app, file } = await openLive(t);
  const start = (program: URL, argument: number) =>
    spawn(process.execPath, [fileURLToPath(program), file, String(argument)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  const [reader, writer] = [new URL('./reader.js', import.meta.url), new URL('./writer.js', import.meta.url)];
  // Two processes write, whose transactions wait for each other; another one reads beside this one.
  const exit = async (child: ChildProcess) => (await once(child, 'exit'))[0] as number;
  const reading = exit(start(reader, 120));
  const done = Promise.all([start(writer, 0), start(writer, 1)].map(exit));
  let writing = true;
  void done.then(() => {
    writing = false;
  });
  const seen: { seq: number; id: string }[] = [];
  let token = '0';
  let rounds = 0;
  for (let last = false; !last; ) {
    last = !writing;
    const { data, page } = await ask(app, `/v1/changes?since=${token}&limit=7`);
    for (const change of data) {
      const answer = await app.inject(`/v1/articles/${change.id}?minSeq=${change.seq}`);
      if (answer.statusCode !== 200) t.fail(`change ${change.seq} is in the log, and its article not yet readable`);
    }
    seen.push(...data);
    token = page.next;
    if (page.hasMore) last = false;
    if (data.length > 0) rounds += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  t.same(await done, [0, 0], 'both writers wrote all');
  t.equal(await reading, 0, 'and another process met all in order');
  t.same(
    seen.map(({ seq }) => seq),
    Array.from({ length: 120 }, (_, n) => n + 1),
    'a reader who only goes forward meets every change once',
  );
  t.equal(new Set(seen.map(({ id }) => id)).size, 120);
  t.ok(rounds > 1, `read in ${rounds} parts while they wrote`);
});

interface Event {
  event?: string;
  id?: string;
  data?: string;
}

/** Opens the stream, and gives its events one by one. */
async function listen(app: FastifyInstance, path = '/v1/changes/stream', headers: Record<string, string> = {}) {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1', path, headers });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  // What hangs up itself is told that the answer was cut.
  response.on('error', () => {});
  async function* read(): AsyncGenerator<Event & { comment?: string }> {
    let text = '';
    for await (const chunk of response) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        if (lines[0]?.startsWith(': ')) yield { comment: lines[0] };
        else yield Object.fromEntries(lines.map((line) => line.split(/: (.*)/s, 2)));
      }
    }
  }
  const events = read();
  const next = async () => (await events.next()).value as Event & { comment?: string };
  return { response, next, stop: () => request.destroy() };
}

t.test('the stream', async (t) => {
  const { app, write } = await openLive(t);
  await write.publish([0, 1].map(inventArticle), NOW);
  const stream = await listen(app);
  t.equal(stream.response.headers['content-type'], 'text/event-stream; charset=utf-8');
  t.equal(stream.response.headers['access-control-allow-origin'], '*');
  t.same(await stream.next(), { retry: '3000' });
  t.match(await stream.next(), { comment: /^: / }, 'a sign of life, and nothing that was before');
  await write.publish([inventArticle(2)], NOW);
  let event = await stream.next();
  while (event.comment) event = await stream.next();
  t.match(event, { event: 'change', id: '1-3' });
  t.match(JSON.parse(event.data ?? ''), { seq: 3, op: 'upsert', id: idOf(2), at: '2020-01-01T08:00:00+08:00' });
  stream.stop();

  const resumed = await listen(app, undefined, { 'last-event-id': '1-1' });
  await resumed.next();
  t.same([(await resumed.next()).id, (await resumed.next()).id], ['1-2', '1-3'], 'goes on behind the last id');
  resumed.stop();

  for (const id of ['zz-1', '1-99', 'nonsense']) {
    const expired = await listen(app, undefined, { 'last-event-id': id });
    await expired.next();
    const event = await expired.next();
    t.match(event, { event: 'expired', id: '1-3' }, `${id}: is told so, once`);
    t.match(JSON.parse(event.data ?? ''), { message: String, snapshot: /^\/v1\/export/ });
    t.ok((await expired.next()).comment, 'and then goes on from now');
    expired.stop();
  }
  t.match(await askInVain(app, '/v1/changes/stream?section=nowhere'), { code: 'unknown_section' });
});

t.test('as many clients as the server takes, and an end when it closes', async (t) => {
  const { app } = await openLive(t);
  const clients = [await listen(app), await listen(app)];
  const refused = await app.inject('/v1/changes/stream');
  t.equal(refused.statusCode, 503);
  t.equal(refused.headers['retry-after'], '5');
  clients[0]?.stop();
  let third = await listen(app);
  while (third.response.statusCode === 503) {
    third.response.resume();
    third = await listen(app);
  }
  t.equal(third.response.statusCode, 200, 'one that left makes room');
  await app.close();
  let event = await third.next();
  while (event !== undefined) event = await third.next();
  t.ok(third.response.readableEnded, 'the stream ends with the server');
});
