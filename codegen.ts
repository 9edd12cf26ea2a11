/** Writes src/graphql/resolver-types.ts from schema.graphql: the types that resolvers are held to. `npm run generate:types`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';

const TARGET = 'src/graphql/resolver-types.ts';

const ofParents = (name: string) => `./parents.js#${name} as ${name}Parent`;
const config = {
  contextType: './context.js#QueryContext',
  mappers: {
    Article: './context.js#LoadedArticle',
    Block: '../domain/article.js#Block as BlockParent',
    Change: ofParents('Change'),
    ArticleEvent: ofParents('ArticleEvent'),
    Quote: ofParents('Quote'),
    Statistic: ofParents('Statistic'),
    Section: ofParents('Section'),
    Source: ofParents('Source'),
    SearchHit: ofParents('SearchHit'),
    ArticleConnection: ofParents('ArticleConnection'),
    QuoteConnection: ofParents('QuoteConnection'),
    StatisticConnection: ofParents('StatisticConnection'),
    SearchConnection: ofParents('SearchConnection'),
    IssueConnection: ofParents('IssueConnection'),
    PersonConnection: './parents.js#EntryConnection',
    OrganizationConnection: './parents.js#EntryConnection',
  },
  scalars: {
    DateTime: 'string',
    Date: 'string',
    Decimal: 'string',
    JSON: 'unknown',
    ID: { input: 'string', output: 'string' },
  },
  enumsAsTypes: true,
  useTypeImports: true,
  optionalResolveType: true,
  onlyResolveTypeForInterfaces: true,
  disableDescriptions: true,
  defaultScalarType: 'never',
};

/** The text of the file. */
export async function generateResolverTypes(): Promise<string> {
  const text = await codegen({
    filename: TARGET,
    schema: parse(readFileSync('schema.graphql', 'utf8')),
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  return `/** Made from schema.graphql by \`npm run generate:types\`; not to be changed by hand. */\n${text}`;
}

if (process.argv[1]?.endsWith('codegen.ts')) writeFileSync(TARGET, await generateResolverTypes());
