/** Who may import whom. The table in ARCHITECTURE.md says the same in words; this object is what is checked. */
export const importTable = {
  domain: { folders: [], packages: ['zod'] },
  text: { folders: ['domain'], packages: ['nodejs-jieba', 'opencc-js', 'pinyin-pro'] },
  ingest: {
    folders: ['text', 'domain'],
    packages: [
      'zod',
      '@mozilla/readability',
      'linkedom',
      'htmlparser2',
      'chardet',
      'marked',
      'yaml',
      'yauzl',
      'tinyglobby',
    ],
  },
  store: { folders: ['domain'], packages: ['drizzle-orm'] },
  'store/sqlite': { folders: ['store', 'text', 'domain'], packages: ['better-sqlite3', 'drizzle-orm', 'piscina'] },
  services: { folders: ['store', 'ingest', 'text', 'domain'], packages: [] },
  feeds: { folders: ['domain'], packages: ['feedsmith', 'fast-xml-parser'] },
  http: {
    folders: ['feeds', 'services', 'store', 'domain'],
    packages: [
      'fastify',
      '@fastify/',
      'fastify-type-provider-zod',
      'fastify-plugin',
      'zod',
      'lru-cache',
      'negotiator',
      'csv-stringify',
      'prom-client',
    ],
  },
  graphql: {
    folders: ['http', 'services', 'store', 'text', 'domain'],
    packages: [
      'mercurius',
      'graphql',
      'graphql-http',
      'graphql-ws',
      'graphiql',
      'dataloader',
      'fastify',
      '@fastify/',
      'lru-cache',
      'zod',
    ],
  },
  client: { folders: ['domain'], packages: ['zod'] },
  explorer: { folders: ['client'], packages: ['preact', '@preact/', 'uplot'] },
  cli: {
    folders: ['client', 'graphql', 'http', 'services', 'store', 'store/sqlite', 'ingest', 'text', 'domain', '.'],
    packages: ['commander', 'cli-progress', 'piscina', 'chokidar', 'zod', '@opentelemetry/'],
  },
};

/** Rooms that have no business with files, sockets or processes. */
const pure = ['domain', 'client', 'explorer'];

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** The files of a folder, without those of the folders in the table that lie inside it. */
const inside = (folder) => {
  if (folder === '.') return '^src/[^/]+\\.ts$';
  const nested = Object.keys(importTable).filter((other) => other.startsWith(`${folder}/`));
  const without = nested.map((other) => `(?!${escapeRegExp(other.slice(folder.length + 1))}/)`).join('');
  return `^src/${escapeRegExp(folder)}/${without}`;
};
const packagePath = (name) => `node_modules/(@types/)?${escapeRegExp(name)}${name.endsWith('/') ? '' : '/'}`;

const rules = Object.entries(importTable).flatMap(([folder, { folders, packages }]) => [
  {
    name: `${folder.replace('/', '-')}-imports-only-what-the-table-allows`,
    severity: 'error',
    from: { path: inside(folder) },
    to: { path: '^src/', pathNot: [inside(folder), ...folders.map(inside)] },
  },
  {
    name: `${folder.replace('/', '-')}-uses-only-packages-at-home-there`,
    severity: 'error',
    from: { path: inside(folder) },
    to: { path: 'node_modules/', pathNot: packages.length === 0 ? [] : packages.map(packagePath) },
  },
]);

export default {
  forbidden: [
    ...rules,
    ...pure.map((folder) => ({
      name: `${folder}-uses-no-node-built-ins`,
      severity: 'error',
      from: { path: inside(folder) },
      to: { dependencyTypes: ['core'] },
    })),
    {
      name: 'only-segmentation-and-its-words-import-jieba',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/text/(?:segment|words)\\.ts$' },
      to: { path: packagePath('nodejs-jieba') },
    },
    {
      name: 'the-client-takes-only-types',
      comment: 'What it imported otherwise would be in the bundle of every browser.',
      severity: 'error',
      from: { path: inside('client') },
      to: { pathNot: inside('client'), dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
