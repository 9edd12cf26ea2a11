/** Both doors give the same: every filter of REST, asked for in GraphQL by the same name. */
import t from 'tap';
import { articleFilter, quoteFilter, statisticFilter } from '../../src/domain/query.js';
import { ask } from '../http/ask.js';
import { askGraphql, serveGraphql } from './serve.js';

const filters: Record<string, unknown> = {
  section: '新闻',
  source: 'yun-ling-ri-bao',
  issueDate: '2016-01-04',
  page: '1',
  from: '2016-03',
  to: '2016-12-31',
  date: 'issue',
  tz: 'America/New_York',
  speaker: '林茂生',
  role: '理事长',
  organization: '清溪合作社',
  kind: 'direct',
  unit: 'CNY',
  measure: '销售',
  minValue: '1000000',
  maxValue: '2000000',
  asOfFrom: '2016-06-01',
  asOfTo: '2016-08-31',
};
/** Filters that select all rows of a list in this archive, or none. */
const tellNothing: Record<string, string[]> = {
  articles: ['date', 'tz'],
  quotes: ['date', 'tz'],
  statistics: ['date', 'tz', 'source', 'issueDate', 'page', 'unit', 'measure'],
};
const enums = new Set(['date', 'kind']);
const write = (name: string, value: unknown) => `${name}: ${enums.has(name) ? value : JSON.stringify(value)}`;
const lists = { articles: articleFilter, quotes: quoteFilter, statistics: statisticFilter };

for (const [list, schema] of Object.entries(lists)) {
  t.test(`${list}: the same rows, totals and order`, async (t) => {
    const app = await serveGraphql(t);
    const compare = async (given: Record<string, unknown>, more: [rest: string, graphql: string] = ['', '']) => {
      const search = new URLSearchParams(given as Record<string, string>);
      const rest = await ask(app, `/v1/${list}?${search}&limit=100&count=exact${more[0]}`);
      const fields = Object.entries(given).map(([name, value]) => write(name, value));
      const { [list]: page } = await askGraphql(
        app,
        `{ ${list}(${[...fields, 'first: 100', more[1]].join(' ')}) { totalCount nodes { id } } }`,
      );
      const ids = rest.data.map(({ id }: { id: string }) => id);
      t.same(
        page.nodes.map(({ id }: { id: string }) => id),
        ids,
        JSON.stringify({ ...given, more }),
      );
      t.equal(page.totalCount, rest.total.value);
      return ids.length;
    };
    const all = await compare({});
    for (const name of Object.keys(schema.shape)) {
      t.ok(name in filters, `${name} is compared`);
      const found = await compare({ [name]: filters[name] });
      if (!tellNothing[list]?.includes(name)) t.ok(found > 0 && found < all, `${name} selects some`);
    }
    await compare({ section: '新闻', from: '2016-03', tz: 'America/New_York' });
    for (const [rest, graphql] of [
      ['publishedAt', 'PUBLISHED_AT_ASC'],
      ['-publishedAt', 'PUBLISHED_AT_DESC'],
      ['issueDate', 'ISSUE_DATE_ASC'],
      ['-issueDate', 'ISSUE_DATE_DESC'],
      ['modifiedAt', 'MODIFIED_AT_ASC'],
      ['-modifiedAt', 'MODIFIED_AT_DESC'],
    ])
      await compare({}, [`&sort=${rest}`, `sort: ${graphql}`]);
    t.ok((await compare({ q: '茶叶' })) > 0);
    await compare({ q: '茶叶', section: '新闻' }, ['&sort=publishedAt', 'sort: PUBLISHED_AT_ASC']);
  });
}

t.test('what is told about one thing is the same', async (t) => {
  const app = await serveGraphql(t);
  const rest = await ask(app, '/v1/articles/a000000000000004?include=quotes,statistics');
  const { article } = await askGraphql(
    app,
    `query ($id: ID!) { article(id: $id) {
      id url title subtitle lead section { slug name path } breadcrumb source { slug name } issue { date page } byline publishedAt
      modifiedAt keywords aliases charCount revision extractor text
      body { type span { start end } ... on HeadingBlock { level text } ... on ParagraphBlock { text } ... on ListBlock { ordered items }
        ... on ImageBlock { url alt caption } ... on TableBlock { caption rows } }
      quotes { id text kind speaker role organization verb span { start end } confidence rule }
      statistics { id text value valueMax qualifier unit measure asOf { text from to } normalizedValue normalizedValueMax normalizedUnit basis
        span { start end } confidence rule }
    } }`,
    { id: 'a000000000000004' },
  );
  t.same(article, rest);
  t.ok(rest.quotes.length > 0 && rest.statistics.length > 0);

  const facets = await ask(app, '/v1/quotes?section=新闻&facets=section,year,speaker');
  const { quotes } = await askGraphql(
    app,
    '{ quotes(section: "新闻") { facets(names: [section, year, speaker]) { name values { value name count } } } }',
  );
  t.same(
    Object.fromEntries(quotes.facets.map((one: { name: string; values: unknown }) => [one.name, one.values])),
    facets.facets,
  );

  const sections = `slug name path articleCount`;
  const tree = await askGraphql(
    app,
    `{ sections { ${sections} children { ${sections} children { slug } } } sources {
    slug name articleCount issueCount firstIssueDate lastIssueDate } }`,
  );
  t.same(tree.sections, (await ask(app, '/v1/sections')).data);
  t.same(tree.sources, (await ask(app, '/v1/sources')).data);

  const entry = 'name quoteCount articleCount firstQuotedOn lastQuotedOn';
  const index = await askGraphql(
    app,
    `{ people(sort: NAME_ASC) { nodes { ${entry} } } organizations { nodes { ${entry} } }
    person(name: "林茂生") { ${entry} roles { role organization from to quoteCount } }
    organization(name: "沙井镇") { ${entry} ownQuoteCount people { name role from to quoteCount } } }`,
  );
  t.same(index.people.nodes, (await ask(app, '/v1/people?sort=name')).data);
  t.same(index.organizations.nodes, (await ask(app, '/v1/organizations')).data);
  t.same(index.person, await ask(app, `/v1/people/${encodeURIComponent('林茂生')}`));
  t.same(index.organization, await ask(app, `/v1/organizations/${encodeURIComponent('沙井镇')}`));

  const printed = await askGraphql(
    app,
    `{ issues(source: "云岭日报", first: 5) { nodes { source { slug name } date pageCount articleCount } }
    issue(source: "云岭日报", date: "2016-01-04") { date pages { page articles { id title } } } }`,
  );
  t.same(printed.issues.nodes, (await ask(app, '/v1/sources/yun-ling-ri-bao/issues?limit=5')).data);
  const one = await ask(app, '/v1/sources/yun-ling-ri-bao/issues/2016-01-04');
  t.match(one.pages, printed.issue.pages);

  const printedId = 'a000000000000006';
  const days = 'source { slug name } from to data { date state pageCount articleCount usualPageCount missingPages }';
  const time = await askGraphql(
    app,
    `{ articleNeighbors(id: "${printedId}") { prev { id } next { id } }
    articleHistogram(section: "新闻", from: "2016", to: "2017", interval: year, q: "茶叶") { interval tz data { period count } }
    statisticSeries(unit: "CNY", basis: level, interval: month, asOfTo: "2016-05-31") {
      interval tz truncated data { period count min max statistics { id article { id } } } }
    coverage(source: "云岭日报", from: "2016-01-01", to: "2016-12-31") { ${days} } }`,
  );
  t.same(
    time.articleHistogram,
    await ask(app, '/v1/articles/histogram?section=新闻&from=2016&to=2017&interval=year&q=茶叶'),
  );
  t.match(
    await ask(app, '/v1/statistics/series?unit=CNY&basis=level&interval=month&asOfTo=2016-05-31'),
    time.statisticSeries,
  );
  t.same(time.coverage, await ask(app, '/v1/sources/yun-ling-ri-bao/coverage?from=2016-01-01&to=2016-12-31'));
  t.match(await ask(app, `/v1/articles/${printedId}/neighbors`), time.articleNeighbors);

  const log = await ask(app, '/v1/changes?since=3&limit=4');
  const { changes } = await askGraphql(
    app,
    '{ changes(after: "3", first: 4) { nodes { seq type id op at contentChanged } pageInfo { endCursor hasNextPage } } }',
  );
  t.same(changes, { nodes: log.data, pageInfo: { endCursor: log.page.next, hasNextPage: log.page.hasMore } });

  const found = await ask(app, '/v1/search?q=茶叶&type=quote&highlight=body');
  const { search } = await askGraphql(
    app,
    `{ search(q: "茶叶", type: quote) { search { tokens strategy synonyms { word also } dictionary didYouMean }
    nodes { type score quote { id } highlights(field: body) { start end text html marks { start end } } } } }`,
  );
  t.same(search.search, found.meta.search);
  t.same(
    search.nodes.map((hit: { highlights: object[] }) => hit.highlights),
    found.data.map((hit: { highlights: { body: object[] } }) => hit.highlights.body ?? []),
  );
  t.match(
    found.data,
    search.nodes.map(({ type, score, quote }: { type: string; score: number; quote: object }) => ({
      type,
      score,
      quote,
    })),
  );
});

t.test('suggestions are the same', async (t) => {
  const app = await serveGraphql(t);
  const { suggest } = await askGraphql(
    app,
    '{ suggest(q: "yl", types: [source, title], limit: 4) { type text html marks { start end } value context count } }',
  );
  const { data } = await ask(app, '/v1/search/suggest?q=yl&types=source,title&limit=4');
  t.ok(data.length > 0);
  t.same(suggest, data);
});

t.test('related articles are the same', async (t) => {
  const app = await serveGraphql(t);
  const id = 'a000000000000004';
  const { data } = await ask(app, `/v1/articles/${id}/related?limit=3`);
  const { relatedArticles, none } = await askGraphql(
    app,
    `{ relatedArticles(id: "${id}", limit: 3) { score reprintOf reasons { terms people organizations section daysApart } article { id title } }
      none: relatedArticles(id: "none") { score } }`,
  );
  t.equal(data.length, 3);
  t.match(data, relatedArticles);
  t.equal(none, null);
});

t.test('explanations are the same', async (t) => {
  const app = await serveGraphql(t);
  const id = 'a000000000000004';
  const { explainSearch } = await askGraphql(
    app,
    `{ explainSearch(q: "茶叶", id: "${id}") { id normalized search { tokens strategy synonyms { word also } dictionary }
      matches { clause text fields } place score parts { step part score } } }`,
  );
  t.ok(explainSearch.score > 0);
  t.same(explainSearch, await ask(app, `/v1/search/explain?q=${encodeURIComponent('茶叶')}&id=${id}`));
});
