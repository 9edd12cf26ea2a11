/** The client against a real server: answers, pages, errors, tries, and copies kept in step. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import t, { type Test } from 'tap';
import { type Article, BaokuError, type ClientOptions, createClient, type SyncBatch } from '../../src/client/index.js';
import { inventArticle, openTestServer, withdrawnId, writes } from '../http/archive.js';
import { openLive } from '../http/live.js';
import { openWritableServer } from '../http/writable.js';

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
    if (error.status !== undefined) t.match(error.requestId, /^[\w-]{20}$/);
  }
  t.equal(await fail(client.listSources({}, { signal: AbortSignal.abort('enough') })), 'enough');
});

/** A server that answers what it is told, in turn; the last answer for good. */
async function serveAnswers(
  t: Test,
  ...answers: { status?: number; headers?: Record<string, string>; body?: string; hang?: true }[]
) {
  const asked: { at: number; etag: string | undefined; name: unknown }[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    const { 'if-none-match': etag, 'idempotency-key': name } = request.headers;
    asked.push({ at: performance.now(), etag, name });
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

t.test('writes', async (t) => {
  const { app, keys } = await openWritableServer(t);
  const url = await listen(t, app);
  const client = createClient({ url, key: keys.admin });
  const text = '合作社理事长林茂生说:“等了十年,桥终于通了。”\n该桥全长1.2公里,总投资3亿元。';
  const page = await client.createPage({
    body: `<html><title>青石桥今日通车</title><h1>青石桥今日通车</h1><p>${text}</p></html>`,
    url: 'https://e.example/1',
    section: '新闻/本地',
  });
  t.match(page, { outcome: 'created', article: { title: '青石桥今日通车', section: { name: '本地' } } });
  const bytes = new TextEncoder().encode('<title>标题</title><h1>标题</h1><p>正文。</p>');
  const type = { headers: { 'content-type': 'text/html' } };
  t.match(await client.previewPage({ body: bytes, name: 'a.html' }, type), { article: { title: '标题' } });

  const given = { title: '青石桥开工', source: '云岭日报', issue: { date: '2024-03-05', page: '02' }, text };
  const { article } = await client.createArticle({ body: given });
  const { id } = article;
  let etag = '';
  await client.getArticle({ id }, { onHeaders: (headers) => (etag = headers.get('etag') ?? '') });
  const seen = { headers: { 'if-match': etag } };
  t.match(await client.patchArticle({ id, body: { lead: '十年之后。' } }, seen), { lead: '十年之后。', revision: 2 });
  t.match(await fail(client.patchArticle({ id, body: { lead: null } }, seen)), { code: 'precondition_failed' });
  const any = { headers: { 'if-match': '*' } };
  const body = [{ type: 'paragraph' as const, text: '该桥总投资4亿元。' }];
  t.match(await client.putArticle({ id, body: { title: '换了', body } }, any), { title: '换了', lead: null });
  const { data: revisions } = await client.listRevisions({ id });
  t.same(
    revisions.map(({ revision }) => revision),
    [3, 2, 1],
  );
  t.match(await client.getRevision({ id, revision: 1 }), { title: '青石桥开工' });
  t.match(await client.diffRevision({ id, revision: 1, to: 3 }), { fields: [{ field: 'title', to: '换了' }] });
  t.match(await client.revertArticle({ id, revision: 2 }, any), { title: '青石桥开工', lead: '十年之后。' });

  const [quote] = (await client.listArticleQuotes({ id })).data;
  const itemId = quote?.id ?? '';
  t.match(await client.correctQuote({ id, itemId, body: { role: '会长', note: '更正' } }), {
    quotes: [{ role: '会长' }],
  });
  t.match(await client.rejectQuote({ id, itemId }), { quotes: [] });
  t.match(await client.addQuote({ id, body: { text: '桥终于通了', kind: 'direct' } }), {
    quotes: [{ text: '桥终于通了' }],
  });
  const figures = (await client.addStatistic({ id, body: { text: '十年', value: '10', unit: '年' } })).statistics ?? [];
  const added = figures.find(({ text }) => text === '十年')?.id ?? '';
  await client.correctStatistic({ id, itemId: added, body: { measure: '等候' } });
  const left = (await client.rejectStatistic({ id, itemId: added })).statistics ?? [];
  t.equal(left.length, figures.length - 1);

  t.same(await client.withdrawArticle({ id }), { id, withdrawn: true });
  t.match(await client.listUnpublished(), { data: [{ id, status: 'withdrawn' }] });
  t.match(await client.getUnpublished({ id }), { status: 'withdrawn', article: { title: '青石桥开工' } });
  t.match(await client.restoreArticle({ id }), { id });

  const record = (n: number) => ({ url: `https://e.example/n${n}`, title: `第${n}号`, text: '正文。' });
  async function* records() {
    for (let n = 0; n < 300; n += 1) yield record(n);
  }
  const lines: unknown[] = [];
  for await (const line of client.importPages({ body: records() })) lines.push(line);
  t.equal(lines.length, 301, 'a line for each, and the sums');
  t.match(lines.at(-1), { sums: { created: 300, failed: 0 } });
  const again = [];
  for await (const line of client.importPages({ body: [record(1), record(400)] })) again.push(line);
  t.match(again.at(-1), { sums: { created: 1, unchanged: 1 } }, 'a list is one, too');
  const jobs = client.importPages({ body: JSON.stringify(record(500)) }, { headers: { prefer: 'respond-async' } });
  const { value: begun } = await jobs.next();
  const job = 'state' in (begun ?? {}) ? (begun as { id: string }).id : '';
  while ((await client.getJob({ id: job })).state !== 'done') await new Promise((resolve) => setTimeout(resolve, 10));
  const results = [];
  for await (const line of client.getJobResults({ id: job })) results.push(line);
  t.match(results, [{ outcome: 'created' }]);
  t.match(await client.listJobs(), { data: [{ id: job }] });
  t.match(await client.cancelJob({ id: job }), { state: 'done' });

  const webhook = await client.createWebhook({
    body: { url: 'http://127.0.0.1:9/hook', events: ['article.withdrawn'] },
  });
  t.match(webhook.secret, /^whsec_/);
  const hook = { id: webhook.id };
  t.match(await client.listWebhooks(), { data: [hook] });
  t.match(await client.pauseWebhook(hook), { pauseReason: 'asked' });
  t.match(await client.resumeWebhook(hook), { pauseReason: null });
  t.match(await client.rotateWebhook({ ...hook, body: {} }), { secret: /^whsec_/ });
  t.match(await client.testWebhook(hook), { status: 'failed', event: 'test' });
  t.match(await client.replayWebhook({ ...hook, body: { since: 0 } }), { count: null });
  t.ok(Array.isArray((await client.listWebhookMessages({ ...hook, limit: 5 })).data));
  t.match(await client.getWebhook(hook), hook);
  await client.removeWebhook(hook);

  let manifest = await client.listArchives();
  while (!manifest.isComplete) manifest = await client.listArchives();
  const [month] = manifest.data;
  const file = await client.downloadArchive({ name: month?.file?.name ?? '' });
  const unpacked = await new Response(file.pipeThrough(new DecompressionStream('gzip'))).text();
  t.equal(unpacked.trimEnd().split('\n').length, month?.articleCount);
  t.match(await fail(client.downloadArchive({ name: 'none' })), { code: 'not_found' });
});

t.test('what is written under a name is tried again', async (t) => {
  const server = await serveAnswers(t, { status: 502, body: 'bad gateway' }, { body: '{}' });
  const client = server.make();
  await client.createArticle({ body: { title: '题', text: '文' } });
  const names = server.asked.map(({ name }) => name);
  t.equal(names.length, 2);
  t.match(names[0], /^[\w-]{36}$/);
  t.equal(names[0], names[1], 'under the same one');
  const other = await serveAnswers(t, { status: 502, body: 'bad gateway' }, { body: '{}' });
  t.match(await fail(other.make().withdrawArticle({ id: 'a' })), { status: 502 });
  const streamed = await serveAnswers(t, { status: 503, body: '' }, { body: '{}' });
  const lines = streamed.make().importPages({ body: [{ title: '题' }].values() });
  t.match(await fail(lines.next()), { status: 503 }, 'and what was streamed is gone');
  t.same([other.asked.length, streamed.asked.length], [1, 1]);
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
