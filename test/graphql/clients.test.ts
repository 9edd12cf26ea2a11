/** Real clients: Apollo Client with its pagination, graphql-request, and types generated for queries. */
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import t from 'tap';
import ts from 'typescript';
import { examples } from '../../src/graphql/examples.js';
import { schemaText } from '../../src/graphql/schema.js';
import { askGraphql, serveGraphql } from './serve.js';

// Loaded unseen by the compiler: its types declare a global Window, and change what others' types mean.
const apollo = '@apollo/client';
const { ApolloClient, gql, HttpLink, InMemoryCache } = await import(apollo);
const { relayStylePagination } = await import(`${apollo}/utilities`);

t.test('Apollo Client adds page to page', async (t) => {
  const app = await serveGraphql(t);
  const uri = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const client = new ApolloClient({
    link: new HttpLink({ uri }),
    cache: new InMemoryCache({ typePolicies: { Query: { fields: { articles: relayStylePagination(['section']) } } } }),
  });
  const query = gql`query List($after: String) { articles(section: "新闻", first: 5, after: $after) {
    edges { cursor node { id title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  type Data = { articles: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } };
  const list = client.watchQuery({ query });
  const seen = list.subscribe(() => undefined);
  const { data } = (await client.query({ query })) as { data: Data };
  await list.fetchMore({ variables: { after: data.articles.pageInfo.endCursor } });
  const both = client.readQuery({ query }) as Data;
  const { articles } = await askGraphql(app, '{ articles(section: "新闻", first: 10) { nodes { id } } }');
  t.same(
    both.articles.edges.map(({ node }) => node.id),
    articles.nodes.map(({ id }: { id: string }) => id),
  );
  seen.unsubscribe();
  client.stop();
});

t.test('graphql-request asks and is told of errors', async (t) => {
  const app = await serveGraphql(t);
  const client = new GraphQLClient(`${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`);
  t.match(await client.request('query ($name: String!) { person(name: $name) { quoteCount } }', { name: '林茂生' }), {
    person: { quoteCount: Number },
  });
  const refused = await client.request('{ articles(first: 1000) { nodes { id } } }').catch((error: unknown) => error);
  t.match(refused, { response: { errors: [{ extensions: { code: 'invalid_parameter' } }] } });
});

t.test('the examples run, and the types generated for them compile strictly', async (t) => {
  const app = await serveGraphql(t);
  for (const query of examples) await askGraphql(app, query);
  const text = await codegen({
    filename: 'client.ts',
    schema: parse(schemaText),
    documents: examples.map((query, at) => ({ location: `${at}.graphql`, document: parse(query) })),
    config: { scalars: { DateTime: 'string', Date: 'string', Decimal: 'string' } },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) =>
    name === 'client.ts' ? ts.createSourceFile(name, text, version) : getSourceFile.call(host, name, version);
  const found = ts.getPreEmitDiagnostics(ts.createProgram(['client.ts'], options, host));
  t.same(
    found.map(({ messageText }) => messageText),
    [],
  );
  t.match(text, /QueryVariables/);
});
