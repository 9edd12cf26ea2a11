/** Answers that are rendered from bytes say the same as those that are rendered from text. */
import { parse } from 'graphql';
import t from 'tap';
import { createSchema } from '../../src/graphql/schema.js';
import { isVerbatim } from '../../src/graphql/verbatim.js';
import { withdrawnId, writes } from '../http/archive.js';
import { post, serveGraphql } from './serve.js';

const documents: [query: string, expected: boolean, why: string][] = [
  [
    '{ articles { nodes { __typename title section { name } body { type } } pageInfo { endCursor } } }',
    true,
    'documents',
  ],
  [
    '{ quotes { totalCount edges { cursor node { text article { lead statistics { measure } } } } } }',
    true,
    'and theirs',
  ],
  ['{ article(id: "a") { etag ...more } } fragment more on Article { quotes { speaker } }', true, 'through fragments'],
  ['{ articles(q: "茶") { nodes { id } search { didYouMean } } }', false, 'what a search says is no document'],
  ['{ articles { facets(names: [SECTION]) { values { value } } } }', false, 'nor are facets'],
  ['{ articles { nodes { section { children { name } } } } }', false, 'nor are sections as a tree'],
  ['{ article(id: "a") { title } sections { name } }', false, 'one field is enough'],
  [
    '{ article(id: "a") { ...more } } fragment more on Article { section { articleCount } }',
    false,
    'in a fragment, too',
  ],
  ['{ __schema { description } }', false, 'nor is the schema'],
];

t.test('queries are told by what they select', (t) => {
  const schema = createSchema();
  for (const [query, expected, why] of documents) t.equal(isVerbatim(schema, parse(query)), expected, why);
  t.end();
});

const span = 'span { start end }';
const article = `__typename id url title subtitle lead section { slug name path } breadcrumb source { slug name }
  issue { date page } byline publishedAt modifiedAt keywords charCount revision extractor etag text
  body { type ${span} ... on HeadingBlock { level text } ... on ParagraphBlock { text } ... on ListBlock { ordered items }
    ... on ImageBlock { url alt caption } ... on TableBlock { caption rows } }
  quotes { id text kind speaker role organization verb ${span} confidence rule article { title byline } }
  statistics { id text value qualifier unit measure asOf { text from to } normalizedValue normalizedUnit basis ${span} }`;

t.test('either way an answer is the same', async (t) => {
  const app = await serveGraphql(t);
  const id = writes[4]?.article.id;
  for (const query of [
    `articles(first: 5) { nodes { ${article} } edges { cursor node { title } } pageInfo { startCursor } totalCount }`,
    `article(id: "${id}") { ${article} }`,
    `quotes(speaker: "林茂生", first: 3) { nodes { text speaker article { id title lead keywords } } }`,
    `statistics(first: 3) { nodes { text unit article { title } } }`,
  ]) {
    // Three times each: as it is, compiled, and kept.
    for (let round = 0; round < 3; round += 1) {
      const { sections: _, ...read } = (await post(app, `{ ${query} sections { slug } }`)).data;
      const { data, errors } = await post(app, `{ ${query} }`);
      t.equal(errors, undefined);
      t.same(data, read, query.slice(0, 20));
      t.match(JSON.stringify(data), /[一-鿿]{2}/, 'in Chinese');
    }
  }
});

t.test('what could be read stays readable beside an error', async (t) => {
  const app = await serveGraphql(t);
  const kept = writes[4]?.article;
  const query = `{ kept: article(id: "${kept?.id}") { title } gone: article(id: "${withdrawnId}") { title } }`;
  const { data, errors } = await post(app, query);
  t.same(data, { kept: { title: kept?.title }, gone: null });
  t.match(errors, [{ extensions: { code: 'withdrawn' } }]);
});
