/** docs/api.md, compared with the routes, their parameters and the error codes, both ways; and its commands, run. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import t from 'tap';
import { errorCodes } from '../../src/domain/errors.js';
import { answerCodes } from '../../src/http/problem.js';
import { methodOf } from '../../src/http/route.js';
import { routes } from '../../src/http/routes/index.js';
import { buildServer } from '../../src/http/server.js';
import { readPages } from '../../src/ingest/source.js';
import { extractHere } from '../../src/services/extract.js';
import { publishPages } from '../../src/services/publish.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { testOptions } from './archive.js';
import { ask } from './ask.js';

const docs = readFileSync('docs/api.md', 'utf8');
const names = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
/** The rows of the table under a heading, as cells. */
function readTable(heading: string, text = docs): string[][] {
  const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.split(/(?<!\\)\|/).slice(1, -1));
}

t.test('addresses and what each takes', async (t) => {
  const documented = readTable('Addresses').map(([address = '', , taken = '']) => [names(address)[0], names(taken)]);
  t.same(
    documented,
    routes.filter(({ isWriting }) => !isWriting).map(({ path, query }) => [path, Object.keys(query.shape)]),
  );
});

t.test('addresses that change the archive, the scope each takes, and its parameters', async (t) => {
  const text = readFileSync('docs/writing.md', 'utf8');
  const documented = readTable('Addresses', text).map(([address = '', scope = '', , taken = '']) => [
    names(address)[0],
    names(scope)[0],
    names(taken),
  ]);
  t.same(
    documented,
    routes
      .filter(({ isWriting }) => isWriting)
      .map((route) => [`${methodOf(route)} ${route.path}`, route.scope, Object.keys(route.query.shape)]),
  );
});

t.test('parameters', async (t) => {
  const documented = readTable('Parameters').flatMap(([parameter = '']) => names(parameter));
  const known = new Set(routes.filter(({ isWriting }) => !isWriting).flatMap(({ query }) => Object.keys(query.shape)));
  t.same([...documented].sort(), [...known].sort());
});

t.test('error codes', async (t) => {
  const documented = readTable('Errors').map(([code = '', status]) => [names(code)[0], Number(status)]);
  t.same(
    documented,
    answerCodes.map((code) => [code, errorCodes[code].status]),
  );
  for (const route of routes) {
    for (const code of route.errors) t.ok((answerCodes as readonly string[]).includes(code), `${route.path} ${code}`);
  }
});

/** The address that a curl command asks for. */
function readCommand(command: string): string {
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);
  const address = words
    .find((word) => word.startsWith('http://localhost:3000/'))
    ?.slice('http://localhost:3000'.length);
  if (address === undefined) throw new Error(`no address in ${command}`);
  const pairs = words.flatMap((word, at) => {
    if (words[at - 1] === '-d') return [word];
    if (words[at - 1] !== '--data-urlencode') return [];
    const [name = '', value = ''] = word.split('=', 2);
    return [`${name}=${encodeURIComponent(value)}`];
  });
  return pairs.length === 0 ? address : `${address}?${pairs.join('&')}`;
}

t.test('every command works on the demo archive', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'baoku-docs-'));
  const file = join(folder, 'archive.sqlite');
  migrateArchive(file, { timeZone: '+08:00', at: 0 });
  const store = openWriteStore(file);
  const pages = readPages(['samples'], { stdin: Readable.from([]), maxPageBytes: 2 ** 24, maxUnpackedBytes: 2 ** 30 });
  const outcomes = publishPages(pages, {
    store,
    extractor: extractHere({ timeZone: '+08:00', siteRules: {} }),
    ahead: 1,
    signal: new AbortController().signal,
    clock: () => 0,
  });
  for await (const _ of outcomes);
  await store.close();
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  const app = await buildServer({ read, options: { ...testOptions, archivesFolder: `${file}.archives` } });
  t.teardown(async () => {
    await app.close();
    await read.close();
    await rm(folder, { recursive: true });
  });

  const commands = docs.split('\n').filter((line) => line.startsWith('curl '));
  t.ok(commands.length >= 14);
  for (const command of commands) {
    const body = await ask(app, readCommand(command));
    // What is found inside the articles is for the tests of extraction to say.
    const rows: unknown = Array.isArray(body) ? body : body.data;
    const extracted = /(?:\/|type=)(quotes|statistics|people|organizations)\b/.test(command);
    t.ok(Array.isArray(rows) ? extracted || rows.length > 0 : (body.id ?? body.date), command);
  }
});
