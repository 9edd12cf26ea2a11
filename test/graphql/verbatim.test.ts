/** What is copied from the text of documents is what resolving it field by field gives. */
import { type GraphQLObjectType, graphqlSync } from 'graphql';
import t from 'tap';
import { createSchema } from '../../src/graphql/schema.js';
import { findProjection } from '../../src/graphql/verbatim.js';
import { withdrawnId, writes } from '../http/archive.js';
import { post, serveGraphql } from './serve.js';

const selections: [selection: string, expected: boolean, why: string][] = [
  ['__typename title section { name } body { type }', true, 'what stands in documents'],
  ['headline: title quotes { words: text }', true, 'under any name'],
  ['quotes { article { title } }', true, 'what some of them have'],
  ['...more quotes { ...more }', true, 'in fragments, where they are of its type'],
  ['title title quotes { text } quotes { text span { start } }', true, 'asked for in several places'],
  ['etag', false, 'not what is computed'],
  ['section { children { name } }', false, 'nor what is read from elsewhere'],
  ['title quotes { article { section { articleCount } } }', false, 'however deep'],
  ['a: title b: title', false, 'nor one thing under two names'],
  ['title lead @include(if: true)', false, 'nor what depends on a condition'],
  ['title ... @skip(if: false) { lead }', false, 'of a fragment, too'],
];

t.test('what is copied is told by what is selected', (t) => {
  const schema = createSchema();
  let isCopied: boolean | undefined;
  const article = (schema.getType('Query') as GraphQLObjectType).getFields().article;
  Object.assign(article as object, {
    resolve(_: unknown, __: unknown, ___: unknown, info: Parameters<typeof findProjection>[0]) {
      isCopied = findProjection(info) !== null;
      return null;
    },
  });
  const more = 'fragment more on Node { id ... on Quote { speaker } ... on Article { lead } }';
  for (const [selection, expected, why] of selections) {
    const source = `{ article(id: "a") { ${selection} } } ${selection.includes('...more') ? more : ''}`;
    t.equal(graphqlSync({ schema, source }).errors, undefined, selection);
    t.equal(isCopied, expected, why);
  }
  t.end();
});

const span = 'span { start end }';
const article = `__typename id url title subtitle lead section { slug name path } breadcrumb source { slug name }
  issue { date page } byline publishedAt modifiedAt keywords charCount revision extractor text
  body { type ${span} ... on HeadingBlock { level text } ... on ParagraphBlock { text __typename } ... on ListBlock { ordered items }
    ... on ImageBlock { url alt caption } ... on TableBlock { caption rows } }
  quotes { __typename id words: text kind speaker role organization verb ${span} confidence rule }
  statistics { id text value qualifier unit measure asOf { text from to } normalizedValue normalizedUnit basis ${span} }`;
const inArticle = 'article { id title section { name } }';

/** The same selections, of which nothing can be copied. */
const withCondition = (query: string) => query.replaceAll(/\bid\b(?! *:)/g, 'id @include(if: true)');

t.test('either way an answer is the same', async (t) => {
  const app = await serveGraphql(t);
  const id = writes[4]?.article.id;
  for (const query of [
    `articles(first: 5) { nodes { ${article} } pageInfo { startCursor } totalCount }`,
    `articles(last: 5) { rows: edges { node { ${article} } place: cursor __typename } }`,
    `article(id: "${id}") { ${article} }`,
    `articles(first: 3, section: "新闻") { edges { cursor node { id lead } } nodes { title id } }`,
    `quotes(speaker: "林茂生", first: 3) { nodes { id text speaker ${inArticle} } edges { node { ${inArticle} } } }`,
    `quotes(first: 3) { nodes { id text article { id title lead keywords } } }`,
    `articles(first: 3) { nodes { id quotes { id text article { title } } } }`,
    `statistics(first: 3) { nodes { id text unit ${inArticle} } }`,
    `articles(from: "1900", to: "1901") { nodes { id } edges { node { id } } }`,
  ]) {
    // Three times each: as it is, compiled, and kept.
    for (let round = 0; round < 3; round += 1) {
      const resolved = await post(app, `{ ${withCondition(query)} }`);
      const copied = await post(app, `{ ${query} }`);
      t.equal(copied.errors, undefined);
      t.equal(JSON.stringify(copied.data), JSON.stringify(resolved.data), query.slice(0, 40));
      t.same(copied.extensions.reads, resolved.extensions.reads);
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

t.test('what an error makes null is not put together again', async (t) => {
  const app = await serveGraphql(t);
  const query = '{ list: articles(first: 2) { nodes { title } facets(names: [speaker]) { name } } sections { slug } }';
  const { data, errors } = await post(app, query);
  t.equal(data, null);
  t.match(errors, [{ path: ['list', 'facets'] }]);
});
