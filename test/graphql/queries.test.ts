/** Connections in both directions, nodes, and a constant number of statements however much is asked for. */
import t from 'tap';
import { openTestArchive } from '../http/archive.js';
import { askGraphql, serveGraphql } from './serve.js';

type Edges = { cursor: string; node: { id: string } }[];
const idsOf = (edges: Edges) => edges.map(({ node }) => node.id);

t.test('a connection is walked forwards and backwards', async (t) => {
  const app = await serveGraphql(t);
  for (const list of ['articles', 'quotes', 'statistics']) {
    const turn = async (paging: string) => {
      const page = `edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
      return (await askGraphql(app, `{ ${list}(${paging}) { ${page} } }`))[list];
    };
    const all = idsOf((await turn('first: 100')).edges);
    t.ok(all.length > 20);
    const forward: string[] = [];
    let after = '';
    for (;;) {
      const { edges, pageInfo } = await turn(`first: 7${after}`);
      t.equal(pageInfo.endCursor, edges.at(-1).cursor);
      t.equal(pageInfo.hasPreviousPage, forward.length > 0);
      forward.push(...idsOf(edges));
      if (!pageInfo.hasNextPage) break;
      after = ` after: "${pageInfo.endCursor}"`;
    }
    t.same(forward, all, list);
    const backward: string[] = [];
    let before = '';
    for (;;) {
      const { edges, pageInfo } = await turn(`last: 7${before}`);
      t.equal(pageInfo.hasNextPage, backward.length > 0);
      backward.unshift(...idsOf(edges));
      if (!pageInfo.hasPreviousPage) break;
      before = ` before: "${pageInfo.startCursor}"`;
    }
    t.same(backward, all, `${list}, from its end`);
    const { edges } = await turn('first: 9');
    t.same(idsOf((await turn(`first: 3 after: "${edges[4].cursor}"`)).edges), all.slice(5, 8));
    t.same(idsOf((await turn(`last: 2 before: "${edges[4].cursor}"`)).edges), all.slice(2, 4));
  }
});

t.test('finds are paged forwards', async (t) => {
  const app = await serveGraphql(t);
  for (const sort of ['RELEVANCE', 'PUBLISHED_AT_DESC']) {
    const find = async (paging: string) =>
      (
        await askGraphql(
          app,
          `{ search(q: "茶叶" sort: ${sort} ${paging}) { edges { cursor node { article { id } } } } }`,
        )
      ).search.edges;
    const ids = (edges: { node: { article: { id: string } } }[]) => edges.map(({ node }) => node.article.id);
    const all = await find('first: 30');
    t.same(ids(await find(`first: 5 after: "${all[9].cursor}"`)), ids(all).slice(10, 15), sort);
  }
});

t.test('whatever has an id is found by it', async (t) => {
  const app = await serveGraphql(t);
  const { nodes, node } = await askGraphql(
    app,
    `{ nodes(ids: ["a000000000000004-s", "none", "a000000000000004", "a000000000000004-q", "a000000000000099"]) {
         id ... on Article { title quotes { id } } ... on Quote { speaker article { id lead } } ... on Statistic { value article { title } } }
       node(id: "a000000000000004-x") { id } }`,
  );
  t.match(nodes, [
    { id: 'a000000000000004-s', value: '40', article: { title: '云岭茶讯第4期' } },
    null,
    { id: 'a000000000000004', quotes: [{ id: 'a000000000000004-q' }] },
    { id: 'a000000000000004-q', article: { id: 'a000000000000004', lead: null } },
    null,
  ]);
  t.equal(node, null);
});

t.test('it takes as many statements for one article as for all', async (t) => {
  let statements = 0;
  const read = await openTestArchive(t, (statement) => {
    if (/^\s*(?:with|select)/i.test(String(statement))) statements += 1;
  });
  const app = await serveGraphql(t, {}, read);
  const count = async (query: string) => {
    await askGraphql(app, query);
    statements = 0;
    const { data } = (await app.inject({ method: 'POST', url: '/graphql', payload: { query } })).json();
    t.ok(data);
    return statements;
  };
  const shapes: [query: (first: number) => string, most: number, why: string][] = [
    [
      (n) =>
        `{ articles(first: ${n}) { nodes { title quotes { text } statistics { text } section { name path } source { name } } } }`,
      2,
      'children',
    ],
    [
      (n) => `{ articles(first: ${n}) { nodes { text quotes { text } section { articleCount children { name } } } } }`,
      3,
      'the section itself',
    ],
    [(n) => `{ quotes(first: ${n}) { nodes { article { title section { name } } } } }`, 2, 'the reference'],
    [
      (n) =>
        `{ quotes(first: ${n}) { nodes { article { lead statistics { text article { quotes { article { text } } } } } } } }`,
      5,
      'any nesting',
    ],
    [(n) => `{ changes(first: ${n}) { nodes { article { title quotes { text } } } } }`, 5, 'changes'],
  ];
  for (const [query, most, why] of shapes) {
    const [one, many] = [await count(query(1)), await count(query(40))];
    t.equal(many, one, why);
    t.ok(many <= most, `${why}: ${many} statements`);
  }
});
