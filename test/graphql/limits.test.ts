/** What a query may ask for, and that nothing within the limits or beyond them keeps the server from answering others. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getIntrospectionQuery } from 'graphql';
import t from 'tap';
import { graphqlOptions, post, serveGraphql } from './serve.js';

const nest = (depth: number, inside: string): string =>
  depth === 0 ? inside : `quotes { article { ${nest(depth - 1, inside)} } }`;
const many = (count: number, write: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');
const first = '{ articles(first: 100) { nodes {';

/** Queries that ask for too much, each in another way. */
const attacks: [name: string, query: string, variables?: object][] = [
  ['depth', `${first} ${nest(8, 'id')} } } }`],
  ['width', `${first} ${nest(3, 'title')} } } }`],
  ['aliases', `{ ${many(200, (at) => `a${at}: sources { name }`)} }`],
  [
    'aliases within aliases',
    `${first} ${many(6, (a) => `q${a}: quotes { ${many(4, (b) => `r${a}${b}: article { quotes { text } }`)} }`)} } } }`,
  ],
  ['the same field again and again', `{ ${'__typename '.repeat(1_400)} }`],
  ['the same object again and again', `{ ${'sources { name } '.repeat(350)} }`],
  [
    'fragments that double',
    `{ ...f0 } ${many(30, (at) => `fragment f${at} on Query { ${at === 29 ? 'sources { name }' : `...f${at + 1} ...f${at + 1}`} }`)}`,
  ],
  ['fragments in a circle', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'],
  ['tokens', `{ ${'sources{name}'.repeat(5_000)} }`],
  ['directives', `{ sources ${'@include(if: true) '.repeat(200)} { name } }`],
  ['introspection', `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`],
  [
    'introspection by aliases',
    `{ ${many(100, (at) => `a${at}: __schema { types { fields { args { type { name } } } } }`)} }`,
  ],
  ['counts', `{ ${many(29, (at) => `c${at}: articles { totalCount facets(names: [section, year]) { name } }`)} }`],
  [
    'lists by variable',
    'query ($n: Int!) { articles(first: $n) { nodes { quotes { article { quotes { article { quotes { text } } } } } } } }',
    { n: 100 },
  ],
  ['reads', `{ ${many(30, (at) => `a${at}: person(name: "${at}") { name }`)} }`],
  ['deep input', `{ nodes(ids: ${'['.repeat(600)}${']'.repeat(600)}) { id } }`],
];

t.test('queries that ask for too much are refused', async (t) => {
  const app = await serveGraphql(t, { budget: { reads: 20, milliseconds: 60_000 } });
  for (const [name, query, variables] of attacks) {
    if (/same/.test(name)) continue;
    const { errors, data } = await post(app, query, variables);
    t.ok(errors && errors.length > 0, name);
    t.notOk(data?.articles, name);
    t.match(errors?.[0]?.extensions.code, /^(?:invalid_query|query_too_complex)$/, name);
  }
  t.match(await post(app, '{ articles(first: 100) { nodes { title quotes { text } statistics { text } } } }'), {
    data: {},
  });
  t.match(await post(app, getIntrospectionQuery()), { data: { __schema: {} } }, 'tools read the schema');
});

t.test('a query says what it costs, and what it may', async (t) => {
  const app = await serveGraphql(t);
  const ten = await post(app, '{ articles(first: 10) { nodes { id title } } }');
  t.match(ten.extensions, { cost: { estimated: 22, limit: 30_000 }, reads: { spent: 1, limit: 50 } });
  const most = 'query ($n: Int = 30) { articles(first: $n) { nodes { id title } } }';
  t.equal((await post(app, most)).extensions.cost.estimated, 62);
  t.equal((await post(app, most, { n: 5 })).extensions.cost.estimated, 12);
  const dear = await serveGraphql(t, { limits: { ...graphqlOptions.limits, cost: 21 } });
  t.match(await post(dear, '{ articles(first: 10) { nodes { id title } } }'), {
    errors: [{ extensions: { code: 'query_too_complex', suggestion: /first/ } }],
  });
  const quick = await serveGraphql(t, { budget: { reads: 1, milliseconds: 60_000 } });
  t.match(await post(quick, '{ a: sections { name } b: sources { name } }'), {
    errors: [{ extensions: { code: 'query_too_complex' } }],
  });
  const late = await serveGraphql(t, { budget: { reads: 9, milliseconds: -1 } });
  t.match(await post(late, '{ sections { name } }'), { errors: [{ extensions: { code: 'deadline_exceeded' } }] });
});

t.test('others are answered while a server is attacked', async (t) => {
  const app = await serveGraphql(t);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  for (const [name, query, variables] of attacks) {
    delay.reset();
    delay.enable();
    // Thrice, so that what is compiled after some runs is compiled.
    for (let round = 0; round < 3; round += 1) {
      const attack = fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const live = await fetch(`${url}/livez`);
      t.equal(live.status, 200);
      await live.text();
      await (await attack).text();
    }
    delay.disable();
    t.comment(`${name}: the event loop was held for ${(delay.max / 1e6).toFixed(0)} ms`);
  }
});
