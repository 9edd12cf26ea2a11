/**
 * How fast pages become articles in an archive, beside the two limits measured in the same run: jieba segmenting the same
 * text, and better-sqlite3 inserting the same rows, once as plain rows and once with those of the full-text indexes, whose tokens
 * are at hand. It runs what was built, as an import does.
 *
 *   npm run bench:ingest -- [--articles 3000] [--rounds 3] [--chars 1500]
 *
 * The rounds of all measurements alternate, so that other load on the machine meets all alike; the best of each counts.
 * Time includes reading and the last commit, not the start of the process or of threads.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import * as jieba from 'nodejs-jieba';
import type { Extraction } from '../src/cli/extraction.js';
import type { SearchTokens } from '../src/store/sqlite/search/search-index.js';
import { generateArchive } from './archive.js';

const { openExtraction } = await load<typeof import('../src/cli/extraction.js')>('cli/extraction');
const { settings } = await load<typeof import('../src/config.js')>('config');
const { readPages } = await load<typeof import('../src/ingest/source.js')>('ingest/source');
const { toWrite } = await load<typeof import('../src/services/extract.js')>('services/extract');
const { publishPages } = await load<typeof import('../src/services/publish.js')>('services/publish');
const { migrateArchive } =
  await load<typeof import('../src/store/sqlite/upkeep/migrate.js')>('store/sqlite/upkeep/migrate');
const { prepareWrite } =
  await load<typeof import('../src/store/sqlite/writing/prepare.js')>('store/sqlite/writing/prepare');
const { openWriteStore } = await load<typeof import('../src/store/sqlite/write-store.js')>('store/sqlite/write-store');

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '3000' },
    rounds: { type: 'string', default: '3' },
    chars: { type: 'string', default: '1500' },
  },
});
const count = Number(values.articles);
const rounds = Number(values.rounds);
/** As the import does it. */
const BATCH = 300;

mkdirSync('data', { recursive: true });
const folder = mkdtempSync('data/bench-ingest-');
const pages = `${folder}/pages.ndjson`;
const texts: string[] = [];
/** What full-text indexes are given of the articles. */
const tokens: SearchTokens[] = [];
const here = openExtraction(1, { timeZone: '+08:00', siteRules: {}, packs: true });
const inThreads = openExtraction(2, { timeZone: '+08:00', siteRules: {}, packs: true });
try {
  await run();
} finally {
  await here.close();
  await inThreads.close();
  rmSync(folder, { recursive: true });
}

/** A module as it was built. */
async function load<T>(module: string): Promise<T> {
  return (await import(`../dist/${module}.js`)) as T;
}

async function run(): Promise<void> {
  const records = [...generateArchive(count, { chars: Number(values.chars) })];
  writeFileSync(pages, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  for (const { title, lead, text } of records) texts.push(`${title}\n${lead}\n${text}`);
  jieba.cutForSearch('加载词典', true);
  await inThreads.extractor([]);
  const density = await measureDensity();

  const best = { oneJob: 0, twoJobs: 0, extraction: 0, segmentation: 0, inserts: 0, searchedInserts: 0 };
  const keep = (name: keyof typeof best, rate: number) => {
    best[name] = Math.max(best[name], rate);
  };
  for (let round = 0; round < rounds; round += 1) {
    keep('oneJob', await measureImport(here, `${folder}/one.sqlite`));
    keep('twoJobs', await measureImport(inThreads, `${folder}/two.sqlite`));
    keep('extraction', await measureExtraction());
    keep('segmentation', measureSegmentation());
    keep('inserts', measureInserts(`${folder}/one.sqlite`, false));
    keep('searchedInserts', measureInserts(`${folder}/one.sqlite`, true));
  }
  const limit = 1 / (1 / best.segmentation + 1 / best.inserts);
  const searchedLimit = 1 / (1 / best.segmentation + 1 / best.searchedInserts);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / count;
  const row = (label: string, rate: number, note = '') =>
    console.log(`${label.padEnd(44)}${rate.toFixed(0).padStart(8)} articles/s  ${note}`);
  console.log(`${count} articles of ${Math.round(bytes)} bytes with ${density}, best of ${rounds} rounds\n`);
  row('import, one job', best.oneJob, `${share(best.oneJob, limit)} of both limits (target 50 %)`);
  row('', best.oneJob, `${share(best.oneJob, searchedLimit)} of both with the same full-text rows`);
  row('import, --jobs 2', best.twoJobs, `${(best.twoJobs / best.oneJob).toFixed(2)} times one job`);
  row(
    'extraction alone',
    best.extraction,
    `${(best.extraction / best.segmentation).toFixed(2)} times jieba (target 3)`,
  );
  row('limit: jieba cutForSearch of the text alone', best.segmentation);
  row('limit: inserts of the same rows alone', best.inserts, 'without the indexes for search');
  row('limit: the same with full-text rows', best.searchedInserts, 'of tokens that are at hand');
  row('both limits one after the other', limit, `${searchedLimit.toFixed(0)} with full-text rows`);
}

/** Articles per second from a file of records into a new archive. */
async function measureImport({ extractor, ahead }: Extraction, database: string): Promise<number> {
  rmSync(database, { force: true });
  migrateArchive(database, { timeZone: '+08:00', at: 0 });
  const store = openWriteStore(database);
  const started = performance.now();
  const outcomes = publishPages(read(), {
    extractor,
    ahead,
    store,
    signal: new AbortController().signal,
    clock: Date.now,
  });
  for await (const item of outcomes) {
    if ('error' in item) throw item.error;
    if (!('outcome' in item) || item.outcome !== 'created') throw new Error(`not created: ${item.name}`);
  }
  const rate = perSecond(started);
  await store.close();
  return rate;
}

/** How many quotes and figures the articles have, in words. Extracting them once also warms up what is measured. */
async function measureDensity(): Promise<string> {
  const raw = [];
  for await (const item of read()) if ('bytes' in item) raw.push(item);
  let [quotes, statistics] = [0, 0];
  for (const result of await here.extractor(raw)) {
    if (!('write' in result)) throw result;
    const write = toWrite(result.write);
    quotes += write.quotes.length;
    statistics += write.statistics.length;
    tokens.push(prepareWrite(write).article.search);
  }
  return `${(quotes / count).toFixed(1)} quotes and ${(statistics / count).toFixed(1)} figures each`;
}

async function measureExtraction(): Promise<number> {
  const raw = [];
  for await (const item of read()) if ('bytes' in item) raw.push(item);
  const started = performance.now();
  await here.extractor(raw);
  return perSecond(started);
}

function measureSegmentation(): number {
  const started = performance.now();
  for (const text of texts) jieba.cutForSearch(text, true);
  return perSecond(started);
}

/**
 * The rows of an archive, inserted into an empty one as plain values: what SQLite itself asks of any import. The full-text indexes
 * hold no rows that could be read; where they are asked for, each gets the tokens of the same articles, in order.
 */
function measureInserts(archive: string, searched: boolean): number {
  const database = `${folder}/inserts.sqlite`;
  rmSync(database, { force: true });
  migrateArchive(database, { timeZone: '+08:00', at: 0 });
  const from = new Database(archive, { readonly: true });
  const names = from
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('__drizzle_migrations', 'archive')",
    )
    .pluck()
    .all();
  const tables = names.map((name) => ({
    name,
    rows: from.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][],
  }));
  from.close();

  const to = new Database(database);
  to.pragma('journal_mode = WAL');
  to.pragma('synchronous = FULL');
  to.pragma('cache_size = -65536');
  // Rows of a batch may come before the rows they refer to.
  to.pragma('foreign_keys = OFF');
  const inserts = tables.flatMap(({ name, rows }) => {
    const [first] = rows;
    if (first === undefined) return [];
    return [{ rows, statement: to.prepare(`INSERT INTO "${name}" VALUES (${first.map(() => '?').join(', ')})`) }];
  });
  if (searched) inserts.push(...prepareFullText(to));
  const started = performance.now();
  const batches = Math.ceil(count / BATCH);
  for (let batch = 0; batch < batches; batch += 1) {
    to.transaction(() => {
      for (const { rows, statement } of inserts) {
        const [start, end] = [batch, batch + 1].map((part) => Math.round((part / batches) * rows.length));
        for (const row of rows.slice(start, end)) statement.run(row);
      }
    }).immediate();
  }
  const rate = perSecond(started);
  to.close();
  return rate;
}

/** The rows of the full-text indexes, without terms, by tables; made anew, since a contentless index cannot be read. */
function prepareFullText(to: Database.Database) {
  const tables = ['search_articles', 'search_characters', 'search_quotes', 'search_statistics'];
  const rows = new Map<string, unknown[][]>(tables.map((table) => [table, []]));
  const add = (table: string, columns: readonly unknown[]) => {
    const all = rows.get(table) as unknown[][];
    all.push([all.length + 1, ...columns]);
  };
  for (const { article, characters, impacts, quotes, statistics } of tokens) {
    add('search_articles', [...article, impacts]);
    add('search_characters', [characters]);
    for (const { columns } of quotes) add('search_quotes', [...columns, '']);
    for (const { columns } of statistics) add('search_statistics', [...columns, '']);
  }
  return [...rows].map(([table, all]) => {
    const columns = to.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[];
    const names = ['rowid', ...columns];
    const statement = to.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`);
    return { rows: all, statement };
  });
}

function read() {
  return readPages([pages], { stdin: process.stdin, ...settings.parse({}) });
}

function perSecond(started: number): number {
  return count / ((performance.now() - started) / 1000);
}

function share(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}
