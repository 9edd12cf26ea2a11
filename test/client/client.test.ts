/** The client against a real server: answers, pages, errors, tries, and copies kept in step. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import t, { type Test } from 'tap';
import { type Article, BaokuError, type ClientOptions, createClient, type SyncBatch } from '../../src/client/index.js';
import { inventArticle, openTestServer, withdrawnId, writes } from '../http/archive.js';
import { openLive } from '../http/live.js';

/** Lets a server listen until the test ends. `fetch` opens connections ahead, on which a closing server would wait. */
function listen(t: Test, app: FastifyInstance): Promise<string> {
  t.teardown(() => app.server.closeAllConnections());
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** What a call fails with. */
const fail = (call: Promise<unknown>) => call.then(() => undefined).catch((error: unknown) => error);

t.test('asks, and is answered as typed', async (t) => {
  const url = await listen(t, await openTestServer(t));
  const client = createClient(`${url}/`);
  const { data, total, facets } = await client.listArticles({
    section: '新闻',
    limit: 5,
    count: 'exact',
    facets: ['section', 'year'],
    fields: ['id', 'title'],
  });
  t.same(Object.keys(data[0] ?? {}), ['id', 'title']);
  t.same([data.length, total], [5, { value: 24, relation: 'eq' }]);
  t.ok(facets?.year?.length);
  const article = await client.getArticle({ id: writes[4]?.article.id ?? '', include: ['quotes', 'statistics'] });
  t.equal(
    article.text.slice(article.quotes?.[0]?.span.start, article.quotes?.[0]?.span.end),
    article.quotes?.[0]?.text,
  );
  t.equal((await client.getPerson({ name: '林茂生' })).name, '林茂生', 'paths are encoded');
  t.equal((await client.search({ q: '茶叶', type: 'quote' })).data[0]?.type, 'quote');
  t.equal((await client.checkLiveness()).status, 'ok');
  t.equal(
    client.toAddress('exportList', { type: 'quotes', format: 'csv', speaker: '林茂生' }),
    `${url}/v1/export?type=quotes&format=csv&speaker=${encodeURIComponent('林茂生')}`,
  );

  const ids: string[] = [];
  for await (const { id } of client.listArticles.all({ limit: 7 })) ids.push(id);
  t.equal(new Set(ids).size, writes.length, 'all rows, page by page');
  const sizes: number[] = [];
  for await (const page of client.listQuotes.pages({ limit: 10 })) {
    sizes.push(page.data.length);
    if (sizes.length === 2) break;
  }
  t.same(sizes, [10, 10], 'as many pages as are taken');
  const changes: number[] = [];
  for await (const { seq } of client.listChanges.all({ since: '40', limit: 3 })) changes.push(seq);
  t.same(changes, [41, 42, 43, 44, 45, 46, 47, 48, 49, 50], 'changes by their token');
  let rows = 0;
  for await (const row of client.exportList({ type: 'statistics' })) rows += 'value' in row ? 1 : 0;
  t.equal(rows, writes.flatMap(({ statistics }) => statistics).length);
});

t.test('says what was wrong', async (t) => {
  const client = createClient({ url: await listen(t, await openTestServer(t)), retries: 0 });
  const cases: [call: () => Promise<unknown>, expected: object][] = [
    [() => client.getArticle({ id: 'nothing' }), { code: 'not_found', status: 404 }],
    [() => client.getArticle({ id: withdrawnId }), { code: 'withdrawn', status: 410 }],
    [() => client.listArticles({ limit: 500 }), { code: 'invalid_parameter', status: 400, parameter: 'limit' }],
    [
      () => client.listQuotes({ section: '新文' }),
      { code: 'unknown_section', parameter: 'section', suggestion: /新闻/ },
    ],
    [() => client.listArticles({ minSeq: 999 }), { code: 'state_not_reached', status: 503, retryAfter: 1 }],
    [
      () => createClient({ url: 'http://127.0.0.1:9', retries: 0 }).listSources(),
      { code: 'network_error', status: undefined },
    ],
  ];
  for (const [call, expected] of cases) {
    const error = (await fail(call())) as BaokuError;
    t.ok(error instanceof BaokuError, error.message);
    t.match(error, expected, error.message);
    if (error.status !== undefined) t.match(error.requestId, /^[\w-]{36}$/);
  }
  t.equal(await fail(client.listSources({}, { signal: AbortSignal.abort('enough') })), 'enough');
});

/** A server that answers what it is told, in turn; the last answer for good. */
async function serveAnswers(
  t: Test,
  ...answers: { status?: number; headers?: Record<string, string>; body?: string; hang?: true }[]
) {
  const asked: { at: number; etag: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ at: performance.now(), etag: request.headers['if-none-match'] });
    if (answer?.hang) return;
    response.writeHead(answer?.status ?? 200, answer?.headers).end(answer?.body ?? '{"data":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, make: (options: Partial<ClientOptions> = {}) => createClient({ url, ...options }) };
}

t.test('tries again what may be another time', async (t) => {
  const problem = (code: string) => ({
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '1' },
    body: JSON.stringify({ code, detail: 'not now' }),
  });
  const limited = await serveAnswers(t, { status: 429, ...problem('rate_limited') }, {});
  t.same(await limited.make().listSections(), { data: [] });
  const [first, second] = limited.asked;
  t.ok((second?.at ?? 0) - (first?.at ?? 0) >= 950, 'not before Retry-After');

  const down = await serveAnswers(t, { status: 502, body: 'bad gateway' }, { status: 503, body: '' }, {});
  t.same(await down.make().listSections(), { data: [] }, 'also what a proxy says');
  t.equal(down.asked.length, 3);
  const gone = await serveAnswers(t, { status: 502, body: 'bad gateway' });
  t.match(await fail(gone.make({ retries: 1 }).listSections()), { code: 'unexpected_answer', status: 502 });
  t.equal(gone.asked.length, 2, 'so often and no more');
  const failed = await serveAnswers(t, { status: 500, ...problem('internal') });
  t.match(await fail(failed.make().listSections()), { code: 'internal' });
  t.equal(failed.asked.length, 1, 'a fault of the server stays one');
  const long = await serveAnswers(t, { status: 503, headers: { 'retry-after': '3600' } });
  t.match(await fail(long.make().listSections()), { status: 503, retryAfter: 3600 }, 'an hour is not waited');

  const hanging = await serveAnswers(t, { hang: true });
  t.match(await fail(hanging.make({ timeoutMs: 500, retries: 1 }).listSections()), { code: 'timeout' });
  t.equal(hanging.asked.length, 2);
  const waiting = await serveAnswers(t, { status: 503, headers: { 'retry-after': '30' } });
  const controller = new AbortController();
  const call = fail(waiting.make().listSections({}, { signal: controller.signal }));
  setTimeout(() => controller.abort('enough'), 100);
  t.equal(await call, 'enough', 'nor is it waited on when nobody wants the answer any more');
});

t.test('keeps answers that the server confirms', async (t) => {
  const server = await serveAnswers(
    t,
    { headers: { etag: '"a"' } },
    { status: 304, body: '' },
    { body: '{"data":[1]}' },
  );
  const client = server.make({ keepAnswers: 1 });
  t.same(await client.listSections(), { data: [] });
  t.same(await client.listSections(), { data: [] });
  t.same(await client.listSections(), { data: [1] });
  t.same(
    server.asked.map(({ etag }) => etag),
    [undefined, '"a"', '"a"'],
  );
});

/** A copy in memory that notes its batches. */
function createCopy() {
  const articles = new Map<string, Article>();
  const batches: SyncBatch[] = [];
  let token: string | null = null;
  return {
    articles,
    batches,
    getToken: () => token,
    clear() {
      articles.clear();
      token = null;
    },
    apply(batch: SyncBatch) {
      for (const article of batch.upserts) articles.set(article.id, article);
      for (const id of batch.deletes) articles.delete(id);
      token = batch.token;
      batches.push(batch);
    },
    setToken(to: string) {
      token = to;
    },
  };
}

t.test('keeps a copy in step', async (t) => {
  const { app, write } = await openLive(t);
  const client = createClient(await listen(t, app));
  const publish = (...numbers: number[]) => write.publish(numbers.map(inventArticle), Date.UTC(2020, 0, 1));
  const read = async () => {
    const found = new Map<string, object>();
    for await (const row of client.exportList({ content: 'true', include: ['quotes'] })) found.set(row.id, row);
    return found;
  };
  const copy = createCopy();
  const isSame = async (why: string) =>
    t.same(new Map([...copy.articles].sort()), new Map([...(await read())].sort()), why);
  await publish(...Array.from({ length: 130 }, (_, n) => n));

  const first = await client.sync(copy, { include: ['quotes'] });
  t.match(first, { snapshot: true, upserted: 130, deleted: 0 });
  t.same(
    copy.batches.slice(0, 1).map(({ token }) => token),
    [null],
    'a snapshot has no token before its end',
  );
  await isSame('the whole, with the children that were asked for');

  await publish(130, 131);
  await write.withdraw(inventArticle(3).article.id, Date.UTC(2020, 0, 2));
  await write.publish([{ ...inventArticle(5), fingerprint: 'another' }], Date.UTC(2020, 0, 2));
  t.match(await client.sync(copy, { include: ['quotes'] }), { snapshot: false, deleted: 1 });
  await isSame('what is new, changed and gone');
  t.match(await client.sync(copy, { include: ['quotes'] }), { snapshot: false, upserted: 0, deleted: 0 });

  copy.setToken('mjv0c5xs-12');
  copy.articles.set('stray', {} as Article);
  t.match(await client.sync(copy, { include: ['quotes'] }), { snapshot: true }, 'a token of another archive');
  await isSame('begins anew');

  const section = createCopy();
  await client.sync(section, { section: '财经' });
  t.ok([...section.articles.values()].every((article) => article.section?.name === '财经'));
});

t.test('hears of changes', async (t) => {
  const { app, write } = await openLive(t);
  const client = createClient(await listen(t, app));
  const publish = (n: number) => write.publish([inventArticle(n)], Date.UTC(2020, 0, 1));
  await publish(0);
  const controller = new AbortController();
  const heard: number[] = [];
  let token = '';
  await t.rejects(
    async () => {
      for await (const change of client.followChanges({ since: '0' }, { signal: controller.signal })) {
        heard.push(change.seq);
        token = change.token;
        if (heard.length < 3) await publish(heard.length);
        else controller.abort(new Error('heard enough'));
      }
    },
    { message: 'heard enough' },
  );
  t.same(heard, [1, 2, 3]);
  await publish(7);
  for await (const change of client.followChanges({ since: token })) {
    t.equal(change.seq, 4, 'goes on where it was');
    break;
  }
  await t.rejects(
    async () => {
      for await (const _ of client.followChanges({ since: '99' }));
    },
    { code: 'changes_expired' },
  );
});
