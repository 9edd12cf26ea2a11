/** GraphQL over HTTP: the audits of the specification, persisted queries, caching, and what is said of bad requests. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAudits } from 'graphql-http';
import t from 'tap';
import { askGraphql, post, serveGraphql } from './serve.js';

t.test('all audits of the GraphQL-over-HTTP specification pass', async (t) => {
  const app = await serveGraphql(t);
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const audits = serverAudits({ url });
  t.equal(audits.length, 61);
  for (const audit of audits) {
    const result = await audit.fn();
    t.equal(result.status, 'ok', `${audit.name} ${'reason' in result ? result.reason : ''}`);
  }
});

const query = '{ sources { name } }';
const sha256Hash = createHash('sha256').update(query).digest('hex');
const address = (given: Record<string, unknown>) =>
  `/graphql?${Object.entries(given)
    .map(([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('&')}`;

t.test('a query is asked for by its hash once the server knows it, and its answer is cached', async (t) => {
  const app = await serveGraphql(t);
  const byHash = address({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
  const unknown = await app.inject(byHash);
  t.match(unknown.json(), {
    errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
  t.equal(unknown.headers['cache-control'], 'no-store');
  t.match(
    await post(app, '{ sections { name } }', {}, { extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    {
      errors: [{ extensions: { code: 'unknown_query' } }],
    },
  );
  const given = await post(app, query, {}, { extensions: { persistedQuery: { version: 1, sha256Hash } } });
  const answer = await app.inject(byHash);
  t.same(answer.json().data, given.data);
  t.match(answer.headers, { etag: /^".+"$/, 'cache-control': /^public/, vary: /Accept/, 'baoku-seq': /\d+/ });
  const again = await app.inject({ url: byHash, headers: { 'if-none-match': answer.headers.etag } });
  t.equal(again.statusCode, 304);
  const other = await app.inject({ url: byHash, headers: { accept: 'application/graphql-response+json' } });
  t.equal(other.headers['content-type'], 'application/graphql-response+json; charset=utf-8', 'told apart by Accept');
});

t.test('a server can take only registered queries', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'baoku-graphql-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const queries = join(folder, 'queries.json');
  writeFileSync(queries, JSON.stringify({ [sha256Hash]: query }));
  const app = await serveGraphql(t, { queries });
  t.ok((await askGraphql(app, query)).sources.length > 0, 'its text');
  const byHash = await app.inject(address({ extensions: { persistedQuery: { version: 1, sha256Hash } } }));
  t.ok(byHash.json().data, 'its hash');
  t.match(await post(app, '{ sections { name } }'), { errors: [{ extensions: { code: 'unknown_query' } }] });
  t.equal((await app.inject('/graphiql')).statusCode, 404);
  for (const content of ['', '[]', '{"a":1}', JSON.stringify({ abc: query })]) {
    writeFileSync(queries, content);
    await t.rejects(serveGraphql(t, { queries }), { code: 'invalid_configuration' }, content);
  }
});

t.test('errors have the codes of REST, and nothing of the inside of the server', async (t) => {
  const app = await serveGraphql(t);
  const bad: [query: string, expected: object][] = [
    ['{', { code: 'invalid_query' }],
    ['{ nothing }', { code: 'invalid_query' }],
    ['query A { sources { name } } query B { sections { name } }', { code: 'invalid_query' }],
    ['subscription { articlePublished { cursor } }', { code: 'invalid_query' }],
    ['{ articles(section: "无此栏目") { nodes { id } } }', { code: 'unknown_section', parameter: 'section' }],
    ['{ articles(source: "无此报") { nodes { id } } }', { code: 'unknown_source', parameter: 'source' }],
    ['{ articles(from: "昨天") { nodes { id } } }', { code: 'invalid_parameter', parameter: 'from' }],
    ['{ articles(issueDate: "2014-02-30") { nodes { id } } }', { code: 'invalid_parameter', parameter: 'issueDate' }],
    ['{ articles(tz: "Mars/Base") { nodes { id } } }', { code: 'invalid_parameter', parameter: 'tz' }],
    ['{ articles(first: 0) { nodes { id } } }', { code: 'invalid_parameter', parameter: 'first' }],
    ['{ articles(first: 1, last: 1) { nodes { id } } }', { code: 'invalid_parameter', parameter: 'last' }],
    ['{ articles(after: "x") { nodes { id } } }', { code: 'invalid_cursor', parameter: 'cursor' }],
    ['{ articles(sort: RELEVANCE) { nodes { id } } }', { code: 'invalid_parameter', parameter: 'sort' }],
    ['{ articles { facets(names: [unit]) { name } } }', { code: 'invalid_parameter', parameter: 'names' }],
    ['{ search(q: "茶", speaker: "林茂生") { nodes { score } } }', { code: 'invalid_parameter', parameter: 'speaker' }],
    ['{ statistics(minValue: "many") { nodes { id } } }', { code: 'invalid_parameter', parameter: 'minValue' }],
    ['{ changes(after: "?") { nodes { id } } }', { code: 'invalid_parameter', parameter: 'after' }],
    ['{ article(id: "a000000000000099") { id } }', { code: 'withdrawn' }],
  ];
  for (const [query, extensions] of bad) t.match((await post(app, query)).errors, [{ extensions }], query);
  t.equal((await askGraphql(app, '{ article(id: "none") { id } }')).article, null);
  const [first, second] = ['A', 'B'];
  const both = 'query A { sources { name } } query B { sections { name } }';
  for (let round = 0; round < 5; round += 1) {
    t.ok((await post(app, both, {}, { operationName: first })).data.sources, 'also when it is compiled');
    t.ok((await post(app, both, {}, { operationName: second })).data.sections);
  }
  t.equal(
    (
      await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: '[{"query":"{sources{name}}"}]',
        headers: { 'content-type': 'application/json' },
      })
    ).statusCode,
    400,
    'no batches',
  );
});

t.test('the schema and GraphiQL are given, unless they are switched off', async (t) => {
  const app = await serveGraphql(t);
  t.match((await app.inject('/schema.graphql')).body, /type Query \{/);
  const page = await app.inject('/graphiql');
  t.match(page.headers['content-security-policy'], /script-src 'self';/);
  const loads = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => `/${path}`);
  t.equal(loads.length, 6);
  for (const path of loads) t.equal((await app.inject(path)).statusCode, 200, path);
  t.match(await askGraphql(app, '{ __schema { queryType { name } } }'), { __schema: { queryType: { name: 'Query' } } });
  const closed = await serveGraphql(t, { introspection: false });
  t.match(await post(closed, '{ __schema { queryType { name } } }'), {
    errors: [{ extensions: { code: 'invalid_query' } }],
  });
  for (const path of ['/graphiql', '/schema.graphql']) t.equal((await closed.inject(path)).statusCode, 404, path);
});
