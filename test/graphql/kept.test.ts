/** Answers to queries over POST that are kept: told apart by all that they depend on, never stale, and never of a mutation. */
import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import t, { type Test } from 'tap';
import { registerGraphql } from '../../src/graphql/server.js';
import { inventArticle, writes } from '../http/archive.js';
import { openLive } from '../http/live.js';
import { openDoors } from './doors.js';
import { graphqlOptions, type Result } from './serve.js';

const first = `query First($section: String) { articles(section: $section, first: 3) { nodes { id title } } }
  query Total { articles { totalCount } }`;

/** An archive that is written to, with both doors listening. */
async function listen(t: Test) {
  const live = await openLive(t);
  await registerGraphql(live.app, graphqlOptions);
  await live.write.publish(writes.slice(0, 20), Date.UTC(2020, 0, 1));
  await live.app.listen({ port: 0, host: '127.0.0.1' });
  return live;
}

interface Asked {
  body: string | object;
  headers?: Record<string, string>;
  path?: string;
  /** Whether the body comes some time after the head. */
  isLate?: boolean;
}

/** Asks over a socket: what is injected does not come through the front door. */
async function ask(app: FastifyInstance, { body, headers = {}, path = '/graphql', isLate = false }: Asked) {
  const { port } = app.server.address() as AddressInfo;
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const length = String(Buffer.byteLength(payload));
  const answer = await new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>(
    (resolve, reject) => {
      const asking = send(
        {
          ...{ host: '127.0.0.1', port, path, method: 'POST', agent: false },
          headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
        },
        async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
        },
      ).on('error', reject);
      if (isLate) {
        asking.flushHeaders();
        setTimeout(() => asking.end(payload), 20);
      } else asking.end(payload);
    },
  );
  const { bytes } = answer;
  const isBrotli = answer.headers['content-encoding'] === 'br';
  const text = String(isBrotli ? brotliDecompressSync(bytes) : bytes);
  const json = (text === '' ? {} : JSON.parse(text)) as Result;
  return { ...answer, json };
}

/** How long a query took is said in its answer, so that a kept one is word for word the same; reads are counted by the archive. */
const turns = [0, 1, 2, 3];

t.test('the same as when it was made, however its body comes', async (t) => {
  const { app, read } = await listen(t);
  let reads = 0;
  const { listArticles } = read;
  read.listArticles = (...given) => {
    reads += 1;
    return listArticles.apply(read, given);
  };
  const body = { query: first, operationName: 'First', variables: { section: '新闻' } };
  const made = await ask(app, { body });
  t.equal(made.json.data.articles.nodes.length, 3);
  for (const isLate of [false, false, true, false]) {
    const kept = await ask(app, { body, isLate });
    const { date: _, 'x-request-id': id, ...headers } = kept.headers;
    const { date: __, 'x-request-id': other, ...expected } = made.headers;
    t.same([kept.status, headers, kept.bytes], [200, expected, made.bytes]);
    t.not(id, other);
  }
  t.equal(reads, 1, 'it was read once');
  t.match(made.headers, { 'cache-control': 'no-store', vary: 'Accept, Accept-Encoding', etag: undefined });
  const conditional = await ask(app, { body, headers: { 'if-none-match': '*' } });
  t.equal(conditional.status, 200, 'what is posted is always answered in full');
  const summaries = { query: '{ articles { nodes { id title lead breadcrumb publishedAt } } }' };
  for (const _ of turns) {
    const coded = await ask(app, { body: summaries, headers: { 'accept-encoding': 'br' } });
    t.match(coded.headers, { 'content-encoding': 'br', 'content-length': String(coded.bytes.length) });
    t.equal(coded.json.data.articles.nodes.length, 20);
  }
});

t.test('those that come together leave ahead of the framework, too', async (t) => {
  const live = await openLive(t);
  let throughFramework = 0;
  live.app.addHook('onRequest', async () => {
    throughFramework += 1;
  });
  await registerGraphql(live.app, graphqlOptions);
  await live.app.listen({ port: 0, host: '127.0.0.1' });
  const body = { query: first, operationName: 'Total' };
  for (const _ of turns) await ask(live.app, { body });
  throughFramework = 0;
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(live.app, { body })));
  for (const { json } of answers) t.same(json.data, { articles: { totalCount: 0 } });
  t.equal(throughFramework, 0);
});

t.test('told apart by all that an answer depends on', async (t) => {
  const { app } = await listen(t);
  const query = first;
  const asked: [name: string, given: Asked][] = [
    ['a query', { body: { query, operationName: 'First' } }],
    ['other variables', { body: { query, operationName: 'First', variables: { section: '文化' } } }],
    ['no section of that name', { body: { query, operationName: 'First', variables: { section: '没有' } } }],
    ['another operation of the same text', { body: { query, operationName: 'Total' } }],
    ['none, where there are two', { body: { query } }],
    ['another document', { body: { query: '{ articles(first: 3) { nodes { id } } }' } }],
    [
      'another media type of the answer',
      {
        body: { query, operationName: 'First' },
        headers: { accept: 'application/graphql-response+json' },
      },
    ],
    ['a body of another type', { body: { query, operationName: 'First' }, headers: { 'content-type': 'text/plain' } }],
    ['the same at an address with more to it', { body: { query, operationName: 'First' }, path: '/graphql?as=other' }],
    ['no JSON', { body: `{ "query": "${'{'}" ` }],
  ];
  const told = ({ status, headers, json: { data, errors } }: Awaited<ReturnType<typeof ask>>) => ({
    ...{ status, data, type: headers['content-type'] },
    codes: errors?.map(({ extensions }) => extensions.code),
  });
  const answers = [];
  for (const [, given] of asked) answers.push(told(await ask(app, given)));
  for (const _ of turns) {
    for (const [at, [name, given]] of asked.entries()) t.same(told(await ask(app, given)), answers[at], name);
  }
  t.equal(
    new Set(answers.map((answer) => JSON.stringify(answer))).size,
    asked.length - 2,
    'two pairs of them are alike',
  );
});

t.test('never older than what another connection committed before', async (t) => {
  const { app, write } = await listen(t);
  const body = { query: '{ articles(first: 1) { totalCount nodes { title } } }' };
  for (let n = 0; n < 12; n += 1) {
    await write.publish([inventArticle(20 + n)], Date.UTC(2020, 0, 2) + n);
    for (const turn of turns) {
      const { json } = await ask(app, { body, isLate: turn === 3 });
      t.equal(json.data.articles.totalCount, 21 + n);
    }
  }
});

t.test('a mutation, what is shown to a key, and an error are not kept', async (t) => {
  const { app, keys } = await openDoors(t);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const create = 'mutation { createArticle(input: { title: "青石桥", text: "正文。" }) { outcome } }';
  const outcomes = [];
  for (const _ of turns) {
    const { json } = await ask(app, { body: { query: create }, headers: { 'x-api-key': keys.ingest } });
    outcomes.push(json.data.createArticle.outcome);
  }
  t.same(outcomes, ['created', 'unchanged', 'unchanged', 'unchanged']);

  const listKeys = { query: '{ keys { id } }' };
  const sections = { query: '{ sections { name } }' };
  for (const _ of turns) {
    const shown = await ask(app, { body: listKeys, headers: { 'x-api-key': keys.admin } });
    t.ok(shown.json.data.keys.length > 0);
    for (const headers of [{}, { 'x-api-key': keys.read }] as Record<string, string>[]) {
      const refused = await ask(app, { body: listKeys, headers });
      t.match(refused.json.errors?.[0].extensions.code, /^(?:unauthenticated|forbidden)$/);
    }
    t.ok((await ask(app, { body: sections })).json.data.sections);
    const wrong = await ask(app, { body: sections, headers: { 'x-api-key': 'bk_wrong' } });
    t.equal(wrong.status, 401, 'a wrong key is refused all the same');
  }
});
