/** What the desk has done, as the query panel writes it: four ways, none of them with a key in it. */
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import t from 'tap';
import { type Act, act } from '../../src/explorer/query/act.js';
import { toActGraphql } from '../../src/explorer/query/act-graphql.js';
import { toActCode, toActCurl, toActRest } from '../../src/explorer/query/act-text.js';
import { findChanges, readValues } from '../../src/explorer/views/correct/fields.js';

const origin = 'http://a';
const page = { body: `<h1>"桥" \\ it's</h1>\n`, source: '云岭日报', section: '新闻/本地', issueDate: '2024-03-05' };
const id = 'a1';
const itemId = 'q1';
const acts: Act[] = [
  act('previewPage', page),
  act('createPage', { ...page, body: new File(['x'], '桥.html') }),
  act('importPages', { body: new File(['x'], "it's.ndjson") }),
  act('cancelJob', { id }),
  act('addQuote', { id, body: { text: '桥通了', kind: 'direct', speaker: null, span: { start: 1, end: 4 } } }),
  act('correctQuote', { id, itemId, body: { kind: 'testimonial', role: null, note: '本人"更正"' } }),
  act('rejectQuote', { id, itemId }),
  act('addStatistic', { id, body: { text: '3亿元', value: '3', basis: 'yoy', unit: '亿元' } }),
  act('correctStatistic', { id, itemId, body: { basis: 'level', normalizedValue: '300000000' } }),
  act('rejectStatistic', { id, itemId }),
  act('createKey', { body: { name: '云岭日报', scopes: ['ingest', 'read'], expiresAt: '2030-01-01T00:00:00Z' } }),
  act('rotateKey', { id, body: { graceSeconds: 0 } }),
  act('revokeKey', { id }),
  act('createWebhook', { body: { url: 'https://news.example/', events: ['article.published', 'issue.completed'] } }),
  act('removeWebhook', { id }),
  act('rotateWebhook', { id, body: {} }),
  act('pauseWebhook', { id }),
  act('resumeWebhook', { id }),
  act('testWebhook', { id }),
  act('replayWebhook', { id, body: { since: 12 } }),
];

t.test('over GraphQL each is an operation of the schema', (t) => {
  const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
  for (const one of acts) {
    const text = toActGraphql(one);
    if (text === null) t.equal(one.name, 'importPages', 'what is sent as a stream is not');
    else t.same(validate(schema, parse(text)), [], text);
  }
  t.end();
});

t.test('REST and curl', (t) => {
  const [preview, create, load] = acts as [Act, Act, Act];
  t.equal(
    toActRest(preview, origin),
    'POST http://a/v1/pages/preview?source=云岭日报&section=新闻%2F本地&issueDate=2024-03-05\n' +
      'authorization: Bearer <key>\ncontent-type: application/octet-stream\n\n<page.html>',
  );
  t.match(toActCurl(create, origin), `--data-binary '@桥.html'`, 'a file under its name');
  t.equal(
    toActCurl(load, origin),
    [
      `curl -X POST 'http://a/v1/import'`,
      '-H "Authorization: Bearer $KEY"',
      `-H 'prefer: respond-async'`,
      `-H 'Content-Type: application/octet-stream'`,
      `--data-binary '@it'\\''s.ndjson'`,
    ].join(' \\\n  '),
  );
  t.equal(
    toActCurl(act('correctQuote', { id, itemId, body: { role: `it's` } }), origin),
    [
      `curl -X PATCH 'http://a/v1/articles/a1/quotes/q1'`,
      '-H "Authorization: Bearer $KEY"',
      `-H 'Content-Type: application/json'`,
      `-d '{"role":"it'\\''s"}'`,
    ].join(' \\\n  '),
  );
  t.end();
});

t.test('code', (t) => {
  const code = (one: Act) => toActCode(one, origin);
  t.match(
    code(act('rotateKey', { id, body: { graceSeconds: 0 } })),
    `client.rotateKey({ id: 'a1', body: { graceSeconds: 0 } });`,
  );
  t.match(code(act('revokeKey', { id })), `createClient({ url: 'http://a', key: process.env.KEY })`);
  t.match(code(act('createPage', page)), `body: await readFile('page.html'),`, 'bytes come from a file');
  t.match(
    code(act('importPages', { body: new File([], 'a.zip') })),
    `client.importPages({ body: await readFile('a.zip') }, { headers: { prefer: 'respond-async' } }).next();`,
  );
  for (const one of acts) t.match(code(one), `client.${one.name}(`);
  t.end();
});

t.test('which fields were corrected', (t) => {
  const quote = { speaker: '王大有', role: null, organization: '青石村', kind: 'direct', text: '桥通了' };
  const before = readValues(quote, 'quote');
  t.same(before, { speaker: '王大有', role: '', organization: '青石村', kind: 'direct' });
  for (const [changes, expected, why] of [
    [{}, {}, 'none'],
    [{ speaker: ' 王大有 ' }, {}, 'blanks around are nothing'],
    [{ speaker: '王大友' }, { speaker: '王大友' }, 'another value'],
    [{ organization: '' }, { organization: null }, 'emptied'],
    [{ kind: '' }, {}, 'what always has a value keeps it'],
  ] as const) {
    t.same(findChanges(before, { ...before, ...changes }), expected, why);
  }
  t.end();
});
