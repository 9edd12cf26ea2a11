/** The archive as a file: how it is opened, migrated, shared between processes, and read by threads. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { facetNames } from '../../src/domain/query.js';
import { watchCommits } from '../../src/store/sqlite/commits.js';
import { connect } from '../../src/store/sqlite/connect.js';
import { registerFunctions } from '../../src/store/sqlite/functions.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { openReader } from '../../src/store/sqlite/reader.js';
import { ReaderPool } from '../../src/store/sqlite/threads/pool.js';
import { slowReads } from '../../src/store/sqlite/threads/slow-reads.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { createWrite, generateWrites, NOW, ZONE } from './sample.js';

const options = { timeZone: ZONE, at: NOW };
/** A program that runs a statement on an archive. */
const elsewhere = "new (require('better-sqlite3'))(process.argv[1]).exec(process.argv[2])";

function createArchive(t: Test): string {
  const file = join(t.testdir(), 'archive.db');
  migrateArchive(file, options);
  return file;
}

async function fillArchive(t: Test): Promise<string> {
  const file = createArchive(t);
  const write = openWriteStore(file);
  await write.publish(generateWrites(1000), NOW);
  await write.close();
  return file;
}

t.test('connections wait before anything else, and the writing one loses nothing in a power cut', async (t) => {
  const file = createArchive(t);
  const statements: string[] = [];
  const write = connect(file, 'write', { verbose: (statement) => statements.push(String(statement)) });
  t.match(statements[0], /busy_timeout/);
  const settings = (client: Database.Database) =>
    Object.fromEntries(
      ['journal_mode', 'synchronous', 'foreign_keys', 'query_only'].map((name) => [
        name,
        client.pragma(name, { simple: true }),
      ]),
    );
  t.same(settings(write), { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, query_only: 0 });
  write.close();
  const read = connect(file, 'read');
  t.match(settings(read), { journal_mode: 'wal', foreign_keys: 1, query_only: 1 });
  t.throws(() => read.exec('DELETE FROM articles'), /readonly/);
  read.close();
});

t.test('a look tells of every commit of others, as SQLite does', async (t) => {
  const file = await fillArchive(t);
  const statements: unknown[] = [];
  const read = connect(file, 'read', { verbose: (statement) => statements.push(statement) });
  const write = connect(file, 'write');
  const look = watchCommits(read);
  const version = () => read.pragma('data_version', { simple: true });
  const insert = 'INSERT INTO sources (slug, name) VALUES (hex(randomblob(8)), hex(randomblob(8)))';
  const cases: [work: () => unknown, why: string][] = [
    [() => {}, 'nothing happened'],
    [() => read.prepare('SELECT count(*) FROM articles').get(), 'it was read'],
    [() => write.exec(insert), 'a commit'],
    [() => write.transaction(() => write.exec(insert))(), 'another, alike'],
    [() => write.exec(`BEGIN IMMEDIATE; ${insert}; ROLLBACK`), 'taken back'],
    [() => write.exec('BEGIN IMMEDIATE; COMMIT'), 'an empty one'],
    [() => write.pragma('wal_checkpoint(RESTART)'), 'the log was tidied up'],
    [() => write.exec(insert), 'a commit at its beginning'],
    [() => write.pragma('wal_checkpoint(TRUNCATE)'), 'the log was emptied'],
    [() => write.exec(insert), 'a commit into an empty one'],
    [() => execFileSync(process.execPath, ['-e', elsewhere, file, insert]), 'a commit of another process'],
  ];
  for (const [work, why] of cases) {
    const before = { look: look(), version: version() };
    work();
    t.equal(look() !== before.look, version() !== before.version, why);
    t.equal(look(), look(), `${why}, and no more`);
  }
  statements.length = 0;
  look();
  t.equal(statements.length, process.platform === 'win32' ? 1 : 0, 'without asking SQLite where it can be');
  for (const client of [read, write]) client.close();
});

t.test('a transaction makes one segment of each full-text index, whatever the order of its articles', async (t) => {
  const file = createArchive(t);
  const write = openWriteStore(file);
  const writes = Array.from({ length: 12 }, (_, at) =>
    createWrite({
      id: `a${at}`,
      publishedAt: NOW - ((at * 7) % 12) * 3_600_000,
      quotes: [{ text: '很好。' }],
      statistics: [{ text: '3万人' }],
    }),
  );
  await write.publish(writes, NOW);
  await write.close();
  const client = connect(file, 'read');
  const indexes = ['articles', 'characters', 'quotes', 'statistics', 'suggestions'].map((list) => `search_${list}`);
  t.same(
    indexes.map((index) => client.prepare(`SELECT count(DISTINCT segid) FROM ${index}_idx`).pluck().get()),
    indexes.map(() => 1),
  );
  client.close();
});

t.test('migrating creates the archive once, and fixes its zone', async (t) => {
  const file = join(t.testdir(), 'new', 'archive.db');
  t.ok(migrateArchive(pathToFileURL(file).href, options) > 0, 'also by URL, and with its folder');
  t.equal(migrateArchive(file, { ...options, timeZone: 'UTC' }), 0, 'a second time there is nothing to do');
  const read = openReadStore(file);
  t.equal((await read.getState()).timeZone, ZONE);
  await read.close();
  const client = new Database(file);
  t.match(client.prepare("SELECT sql FROM sqlite_schema WHERE name = 'article_terms'").pluck().get(), /WITHOUT ROWID/);
  client.close();
});

t.test('the journal of migrations grows by time, or the migrator would pass one over', async (t) => {
  const path = new URL('../../migrations/sqlite/meta/_journal.json', import.meta.url);
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { entries: { when: number }[] };
  t.ok(entries.length > 0);
  const times = entries.map(({ when }) => when);
  t.same(
    times,
    [...new Set(times)].sort((a, b) => a - b),
  );
});

t.test('what is no archive of this version is refused, and left as it was', async (t) => {
  const folder = t.testdir();
  const at = (name: string) => join(folder, name);
  migrateArchive(at('good.db'), options);
  for (const name of ['newer.db', 'older.db']) copyFileSync(at('good.db'), at(name));
  const edit = (name: string, sql: string) => {
    const client = new Database(at(name));
    client.exec(sql);
    client.close();
  };
  edit('newer.db', "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)");
  edit('older.db', 'UPDATE __drizzle_migrations SET created_at = 1');
  edit('foreign.db', 'CREATE TABLE notes (id)');
  writeFileSync(at('text.db'), '这不是数据库。'.repeat(100));

  const cases = [
    ['newer.db', 'archive_incompatible', 'archive_incompatible', 'of a newer version'],
    ['foreign.db', 'archive_incompatible', 'archive_incompatible', 'a database of something else'],
    ['text.db', 'archive_incompatible', 'archive_incompatible', 'no database'],
    ['none.db', 'unavailable', null, 'not there'],
    ['older.db', 'archive_incompatible', null, 'of an older version'],
  ] as const;
  for (const [name, opening, migrating, why] of cases) {
    const before = existsSync(at(name)) ? readFileSync(at(name)) : null;
    t.throws(() => openReadStore(at(name)), { code: opening }, `reading one ${why}`);
    t.throws(() => openWriteStore(at(name)), { code: opening }, `writing one ${why}`);
    if (migrating) t.throws(() => migrateArchive(at(name), options), { code: migrating }, `migrating one ${why}`);
    if (migrating) t.same(readFileSync(at(name)), before, `${why}: untouched`);
    if (before === null) t.notOk(existsSync(at(name)), 'opening makes no file');
  }
});

t.test('a second writer waits, and is told when that takes too long', async (t) => {
  const file = createArchive(t);
  const other = new Database(file);
  const write = openWriteStore(file, { busyTimeout: 50 });
  other.exec('BEGIN IMMEDIATE');
  await t.rejects(write.publish([createWrite({ id: 'a' })], NOW), { code: 'unavailable' });
  other.exec('COMMIT');
  t.match(await write.publish([createWrite({ id: 'a' })], NOW), [{ outcome: 'created' }]);
  await write.close();
  other.close();
});

t.test('every term knows how many articles have it, whatever happened to them', async (t) => {
  const file = await fillArchive(t);
  const write = openWriteStore(file);
  const others = generateWrites(1000, 2);
  // Every third article becomes another one, every fifth goes, and a batch fails half way.
  const changed = generateWrites(1000).flatMap((old, at) => {
    const { article, ...rest } = others[at] ?? old;
    return at % 3 === 0 ? [{ ...rest, article: { ...article, id: old.article.id } }] : [];
  });
  await write.publish(changed, NOW);
  for (let at = 0; at < 1000; at += 5) await write.withdraw(`g1-${String(at).padStart(4, '0')}`, NOW);
  const broken = { ...createWrite({ id: 'b' }), original: null as never };
  await t.rejects(write.publish([createWrite({ id: 'a', section: ['新闻'] }), broken], NOW));
  await write.close();
  const client = connect(file, 'read');
  const wrong =
    client.prepare(`SELECT kind, value, article_count, (SELECT count(*) FROM article_terms WHERE term = id) AS counted
    FROM terms WHERE article_count <> counted`);
  t.same(wrong.all(), []);
  const wrongQuotes = client.prepare(`SELECT value, quote_count, CASE kind
      WHEN 5 THEN (SELECT count(*) FROM quotes WHERE speaker = value)
      WHEN 6 THEN (SELECT count(*) FROM quotes WHERE organization = value) ELSE 0 END AS counted
    FROM terms WHERE quote_count <> counted`);
  t.same(wrongQuotes.all(), []);
  t.equal(client.prepare('SELECT article_count FROM terms WHERE kind = 0 AND value = ?').pluck().get('articles'), 800);
  t.same(client.pragma('foreign_key_check'), []);
  client.close();
});

t.test('the deadline stops the statement itself, also inside an aggregate', async (t) => {
  const client = new Database(':memory:');
  const deadline = registerFunctions(client);
  const endless = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE within_deadline()) ';
  for (const query of ['SELECT count(*) FROM n', 'SELECT i % 7, sum(i) FROM n GROUP BY 1 ORDER BY 2']) {
    deadline.at = Date.now() + 20;
    t.throws(() => client.prepare(endless + query).all(), { code: 'deadline_exceeded' }, query);
  }
  client.close();
});

t.test('every read that may be slow asks for its deadline', async (t) => {
  const file = await fillArchive(t);
  const reader = openReader(file, { guarded: true });
  t.teardown(() => reader.close());
  const filter = { date: 'published', section: '新闻', source: '河报', from: '2013' } as const;
  const page = { limit: 100, include: [], content: false, sort: '-issueDate' } as const;
  const reads: Record<string, () => unknown> = {
    listArticles: () => slowReads.listArticles(reader, filter, page),
    listQuotes: () => slowReads.listQuotes(reader, { ...filter, role: '书记' }, page),
    listStatistics: () => slowReads.listStatistics(reader, { ...filter, measure: '群众' }, page),
    listSources: () => slowReads.listSources(reader),
    getPerson: () => slowReads.getPerson(reader, '林茂生'),
    getOrganization: () => slowReads.getOrganization(reader, '沙井镇'),
    exact: () => slowReads.countRows(reader, 'statistics', filter, 'exact'),
    estimated: () => slowReads.countRows(reader, 'statistics', filter, 'estimated'),
  };
  for (const list of ['articles', 'quotes', 'statistics'] as const) {
    for (const facet of facetNames[list]) {
      reads[`${facet} of ${list}`] = () => reader.counts.countFacet(list, filter, facet);
    }
  }
  for (const [name, read] of Object.entries(reads)) {
    reader.deadline.at = Number.POSITIVE_INFINITY;
    t.ok(read(), name);
    reader.deadline.at = 0;
    t.throws(read, { code: 'deadline_exceeded', suggestion: /section/ }, name);
  }
  t.same(slowReads.countFacets(reader, 'articles', filter, ['year', 'source']), {}, 'late facets are left out');
});

t.test('a thread that dies is replaced, and its request gets an error', async (t) => {
  const file = await fillArchive(t);
  const pool = new ReaderPool(file, { threads: 1, deadline: 60_000 });
  t.teardown(() => pool.close());
  await pool.run('listSources');
  // Long enough to be in the middle of it.
  const running = pool.run('countFacets', 'statistics', { date: 'published' }, facetNames.statistics);
  const rejected = t.rejects(running, { code: 'unavailable' });
  for (const thread of pool.threads) await thread.terminate();
  await rejected;
  t.same(await pool.run('countRows', 'articles', { date: 'published' }, 'exact'), { value: 1000, relation: 'eq' });
});
