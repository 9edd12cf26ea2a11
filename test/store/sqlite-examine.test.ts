import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { openReader } from '../../src/store/sqlite/reader.js';
import { slowReads } from '../../src/store/sqlite/threads/slow-reads.js';
import { examineArchive } from '../../src/store/sqlite/upkeep/examine.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { repairArchive } from '../../src/store/sqlite/upkeep/repair.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { parseQuery } from '../../src/text/query.js';
import { createWrite, generateWrites, NOW, ZONE } from './sample.js';

const folder = t.testdir();
const sound = join(folder, 'sound.db');
t.before(async () => {
  migrateArchive(sound, { timeZone: ZONE, at: NOW });
  const write = openWriteStore(sound);
  await write.publish(generateWrites(200), NOW);
  await write.publish([createWrite({ id: 'never' }), createWrite({ id: 'old', publishedAt: -1.7e12 })], NOW);
  await write.publish(generateWrites(50), NOW);
  for (const at of [3, 30, 100]) await write.withdraw(`g1-${String(at).padStart(4, '0')}`, NOW);
  await write.publish([{ ...createWrite({ id: 'g1-0003' }) }], NOW);
  await write.close();
});

async function findProblems(location: string) {
  const problems: string[] = [];
  for await (const { status, check, detail, fixable } of examineArchive(location)) {
    if (status === 'problem') problems.push(`${check}${fixable ? '!' : ''}: ${detail}`);
  }
  return problems;
}

t.test('a sound archive has no problems, and one that is in use neither', async (t) => {
  t.same(await findProblems(sound), []);
  const write = openWriteStore(sound);
  await write.publish(generateWrites(10, 2), NOW);
  t.same(await findProblems(sound), []);
  await write.close();
});

t.test('each fault is found, and what follows from the rest is mended', async (t) => {
  const cases: [sql: string, expected: RegExp[], why: string][] = [
    [
      'DELETE FROM search_articles WHERE rowid = (SELECT max(id) FROM search_articles_docsize)',
      [/^search!: 1 articles cannot be found, 0/, /^search!: filters of searches miss 1 articles/],
      'an article is not in the index',
    ],
    [
      'DELETE FROM search_quotes WHERE rowid IN (SELECT id FROM search_quotes_docsize LIMIT 3)',
      [/^search!: 3 quotes cannot/],
      'quotes',
    ],
    [
      "INSERT INTO search_statistics (rowid, body, terms) VALUES (77, '多余', '')",
      [/^search!: 0 statistics .* 1 that are not there/],
      'a row too many',
    ],
    [
      'UPDATE terms SET article_count = article_count + 1, quote_count = 9 WHERE kind = 2',
      [/^counts!: \d+ sections, sources/],
      'counts',
    ],
    [
      'UPDATE search_keys SET section = NULL, published = published + 1 WHERE section IN (SELECT max(section) FROM search_keys)',
      [/^counts!: \d+ articles are counted where/],
      'what articles are counted by',
    ],
    ["UPDATE months SET article_count = 0 WHERE month = '2013-06'", [/^counts!: 1 months/], 'months'],
    [
      'INSERT INTO article_terms SELECT a.article, 1, (SELECT id FROM sections ORDER BY id DESC LIMIT 1), a.published, a.issued, a.modified, 0 FROM article_terms a WHERE a.kind = 0 AND a.article NOT IN (SELECT article FROM article_terms WHERE kind = 1) GROUP BY a.article LIMIT 2',
      [/^search!: filters of searches miss 2 articles/, /^counts!/],
      'a term that the index does not have',
    ],
    [
      "UPDATE quotes SET document = '{' WHERE rowid = (SELECT max(rowid) FROM quotes)",
      [/^documents: not JSON: 1 of quotes/],
      'a broken document',
    ],
    ['DELETE FROM article_contents WHERE article = 5', [/^rows: 1 articles without a body/], 'a part is missing'],
    [
      "DELETE FROM changes WHERE id IN ('g1-0007', 'g1-0100')",
      [/^log: .* 1 articles and 1 withdrawals/],
      'the log is silent',
    ],
    [
      "INSERT INTO quotes (article, position, kind, document) VALUES (5000000, 0, 'direct', '{}')",
      [/^file: damaged: row \d+ of quotes refers/],
      'dangling rows',
    ],
  ];
  for (const [at, [sql, expected, why]] of cases.entries()) {
    const broken = join(folder, `broken${at}.db`);
    copyFileSync(sound, broken);
    const client = new Database(broken);
    client.pragma('foreign_keys = OFF');
    t.ok(client.prepare(sql).run().changes > 0, why);
    client.close();
    const found = await findProblems(broken);
    t.equal(found.length, expected.length, `${why}: ${found}`);
    for (const [index, pattern] of expected.entries()) t.match(found[index], pattern, why);
    if (!found.some((line) => line.includes('!:'))) continue;
    const repair = repairArchive(broken);
    t.ok(repair.reindexed + repair.removed + repair.recounted > 0);
    t.same(await findProblems(broken), [], `${why}: mended`);
    t.same(repairArchive(broken), { reindexed: 0, removed: 0, recounted: 0, suggested: 0 }, 'once');
  }
});

t.test('what is mended is found as before', async (t) => {
  const [before, broken] = [join(folder, 'before.db'), join(folder, 'again.db')];
  for (const file of [before, broken]) copyFileSync(sound, file);
  const client = new Database(broken);
  for (const list of ['articles', 'quotes', 'statistics']) client.exec(`DELETE FROM search_${list}`);
  client.close();
  t.ok(repairArchive(broken).reindexed > 190);
  const search = (file: string) => {
    const reader = openReader(file, { guarded: false });
    const found = (['articles', 'quotes', 'statistics'] as const).flatMap((list) =>
      ['题目', '正文', '话', '亿元', '林茂生', '群众'].map((words) =>
        slowReads.countRows(reader, list, { date: 'published', section: '新闻' }, 'exact', parseQuery(words)),
      ),
    );
    reader.close();
    return found;
  };
  t.ok(search(before).some(({ value }) => value > 10));
  t.same(search(broken), search(before));
});

t.test('migrating writes anew what is derived otherwise', async (t) => {
  const [before, older] = [join(folder, 'as-it-was.db'), join(folder, 'older.db')];
  for (const file of [before, older]) copyFileSync(sound, file);
  // As version 0005 left it, with nothing that could be suggested.
  const client = new Database(older);
  const later = ['search_characters', 'search_keys', 'edits', 'revisions', 'shelved'];
  for (const table of [...later, 'months', 'mirrors', 'addresses']) client.exec(`DROP TABLE ${table}`);
  client.exec(`DELETE FROM __drizzle_migrations WHERE id > 6;
    UPDATE articles SET document = replace(document, ',"aliases":[]', '');
    DELETE FROM titles; INSERT INTO search_suggestions (search_suggestions) VALUES ('delete-all')`);
  client.close();
  t.ok(migrateArchive(older, { timeZone: ZONE, at: NOW }) >= 3);
  t.same(await findProblems(older), []);
  const derived = (file: string) => {
    const client = new Database(file);
    // The place of an article in its day is that in which it was written.
    const found = [
      ...['search_articles', 'search_characters'].map((table) => ({ table, bits: 0 })),
      ...['search_quotes', 'search_statistics'].map((table) => ({ table, bits: 12 })),
    ].map(
      ({ table, bits }) => `SELECT k.article, k.key >> 20, d.id & ${2 ** bits - 1}
        FROM ${table}_docsize d JOIN search_keys k ON k.key = d.id >> ${bits} ORDER BY 1, 3`,
    );
    const queries = [...found, 'SELECT id FROM search_suggestions_docsize ORDER BY id'];
    const keys = queries.map((query) => client.prepare(query).raw().all());
    const titles = client.prepare('SELECT * FROM titles').raw().all();
    client.close();
    return [...keys, titles];
  };
  for (const rows of derived(before)) t.ok(rows.length > 190);
  t.same(derived(older), derived(before));
});

t.test('migrating writes those tables of the index that lack something, and no others', (t) => {
  const file = join(folder, 'emptied.db');
  copyFileSync(sound, file);
  const client = new Database(file);
  const list = (table: string) => client.prepare(`SELECT id, length(block) FROM ${table}_data ORDER BY id`).raw().all();
  const others = ['search_characters', 'search_quotes', 'search_statistics', 'search_suggestions'];
  const before = others.map(list);
  // As version 0013 leaves it before what the table holds is written anew.
  client.exec(`INSERT INTO search_articles (search_articles) VALUES ('delete-all');
    CREATE TABLE prominent_articles (term INTEGER PRIMARY KEY);
    DELETE FROM __drizzle_migrations WHERE id = (SELECT max(id) FROM __drizzle_migrations)`);
  t.equal(migrateArchive(file, { timeZone: ZONE, at: NOW }), 1);
  t.same(others.map(list), before);
  t.ok(list('search_articles').length > 2);
  client.close();
  t.end();
});
