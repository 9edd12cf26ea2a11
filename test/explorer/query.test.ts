/** What the query panel shows is run as it stands: over REST, by the client and over GraphQL it gives the same data. */
import t from 'tap';
import { createClient } from '../../src/client/index.js';
import { toGraphql } from '../../src/explorer/query/graphql.js';
import { layOutQuery } from '../../src/explorer/query/layout.js';
import { type Question, question } from '../../src/explorer/query/question.js';
import { toClientCode, toCurl, toReadable } from '../../src/explorer/query/rest.js';
import { askForList, askForTimes, readSought } from '../../src/explorer/views/search/questions.js';
import { askGraphql, serveGraphql } from '../graphql/serve.js';
import { ask, type Body } from '../http/ask.js';

const id = 'a000000000000004';
const questions: Question[] = [
  askForList(readSought({})),
  askForList(readSought({ section: 'xin-wen', from: '2016-03', sort: 'publishedAt' })),
  askForList(readSought({ q: '茶叶 "上市"', source: 'yun-ling-ri-bao' })),
  askForList(readSought({ q: '茶叶', type: 'quote', speaker: '林茂生', sort: '-publishedAt' })),
  askForList(readSought({ q: '销售', type: 'statistic', unit: 'CNY' })),
  askForList(readSought({ q: '葡萄' })),
  askForTimes(readSought({ q: '茶叶', to: '2016' })),
  question('suggest', { q: 'yl', limit: 8 }),
  question('getArticle', { id, include: ['quotes', 'statistics'] }),
  question('getArticleNeighbors', { id }),
  question('listRelatedArticles', { id, limit: 5 }),
  question('listSections', {}),
  question('listSources', {}),
  question('getIssue', { slug: 'yun-ling-ri-bao', date: '2016-01-04' }),
  question('getCoverage', { slug: 'yun-ling-ri-bao', from: '2016-01-01', to: '2016-12-31' }),
];

/** An answer of GraphQL in the form that REST gives it. */
function toRest(name: Question['name'], field: Body): Body {
  if (Array.isArray(field)) return { data: name === 'listSections' ? field.map(withLeaves) : field };
  if (!('nodes' in field)) return field;
  const { nodes, totalCount, facets, search } = field;
  return {
    data: nodes.map(({ title, lead, body, measure, ...node }: Body) => {
      if (name !== 'search') return { title, lead, ...node };
      const highlights = Object.entries({ title, lead, body, measure }).filter(
        ([, passages]) => passages !== undefined,
      );
      return { ...node, highlights: Object.fromEntries(highlights) };
    }),
    total: totalCount,
    facets: Object.fromEntries(facets.map(({ name, values }: Body) => [name, values])),
    search,
  };
}

/** A tree that was asked for to a depth ends in nodes without children there. */
const withLeaves = (section: Body): Body => ({ ...section, children: (section.children ?? []).map(withLeaves) });

/** What both doors say of a list; pages are turned with other cursors. */
function toShared(answer: Body): Body {
  if (!('page' in answer)) return answer;
  const { data, total, facets, meta } = answer;
  const rows = data.map((row: Body) => ('highlights' in row ? { ...row, highlights: dropEmpty(row.highlights) } : row));
  return { data: rows, total: total?.value, facets, search: meta?.search };
}
const dropEmpty = (highlights: Body) =>
  Object.fromEntries(Object.entries(highlights).filter(([, passages]) => (passages as unknown[]).length > 0));

t.test('the same data', async (t) => {
  const app = await serveGraphql(t);
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = createClient(origin);
  const call = client as unknown as Record<string, (input: object) => Promise<Body>>;
  const toAddress = client.toAddress as (name: string, input: object) => string;
  for (const one of questions) {
    const address = toAddress(one.name, one.input);
    const rest = await ask(app, address.slice(origin.length));
    t.same(await call[one.name]?.(one.input), rest, `${one.name} by the client`);
    t.same(await (await fetch(toReadable(address))).json(), rest, `${one.name} as it is shown`);
    const [field] = Object.values(await askGraphql(app, toGraphql(one)));
    const expected = toShared(rest);
    const { data, ...others } = toRest(one.name, field);
    const rows =
      one.name === 'search' ? data.map((row: Body) => ({ ...row, highlights: dropEmpty(row.highlights) })) : data;
    t.same(
      JSON.parse(JSON.stringify(rows === undefined ? others : { data: rows, ...others })),
      JSON.parse(JSON.stringify(expected)),
      `${one.name} over GraphQL`,
    );
  }
});

t.test('curl', (t) => {
  for (const [address, expected] of [
    ['http://a/v1/sections', `curl 'http://a/v1/sections'`],
    [
      'http://a/v1/articles?limit=20&facets=section%2Csource',
      `curl -G 'http://a/v1/articles' \\\n  -d limit=20 \\\n  -d facets=section,source`,
    ],
    [`http://a/v1/search?q=it's%20茶%26`, `curl -G 'http://a/v1/search' \\\n  --data-urlencode 'q=it'\\''s 茶&'`],
    ['http://a/v1/articles?tz=%2B08:00', `curl -G 'http://a/v1/articles' \\\n  --data-urlencode 'tz=+08:00'`],
  ] as const) {
    t.equal(toCurl(address), expected);
  }
  t.end();
});

t.test('code', (t) => {
  const code = toClientCode(question('search', { q: `it's "茶"\n`, limit: 5, facets: ['section'] }), 'http://a');
  t.match(code, `client.search({ q: 'it\\'s "茶"\\n', limit: 5, facets: ['section'] });`);
  t.match(toClientCode(question('listSources', {}), 'http://a'), 'client.listSources();');
  const long = toClientCode(question('search', { q: '茶'.repeat(80), limit: 5 }), 'http://a');
  t.match(long, /client\.search\(\{\n {2}q: '茶+',\n {2}limit: 5,\n\}\);$/);
  t.end();
});

t.test('a query is laid out to be read', (t) => {
  t.equal(layOutQuery('sections { slug name }'), '{\n  sections { slug name }\n}');
  const strange = 'search(q: "a { b } ) \\" (c") { nodes { id } }';
  t.equal(layOutQuery(strange), `{\n  ${strange}\n}`, 'marks in a string are no marks');
  const wide = `articles(first: 1) { ${'title lead '.repeat(10)} ... on X { id } body: highlights(field: body) { text } }`;
  for (const line of layOutQuery(wide).split('\n')) t.ok(line.length <= 88, line);
  t.match(layOutQuery(wide), /\n {4}\.\.\. on X \{ id \}\n {4}body: highlights\(field: body\) \{ text \}\n {2}\}\n\}$/);
  t.end();
});
