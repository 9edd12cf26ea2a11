import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { articleFilter } from '../../src/domain/query.js';
import { connect } from '../../src/store/sqlite/connect.js';
import { openReader } from '../../src/store/sqlite/reader.js';
import { slowReads } from '../../src/store/sqlite/threads/slow-reads.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { reindexArchive } from '../../src/store/sqlite/upkeep/reindex.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { parseQuery } from '../../src/text/query.js';
import { runCommand } from '../helpers/command.js';
import { createWrite, generateWrites, NOW, ZONE } from '../store/sample.js';

const folder = mkdtempSync(join(tmpdir(), 'baoku-reindex-'));
t.teardown(() => rmSync(folder, { recursive: true }));
const database = join(folder, 'a.sqlite');
t.before(async () => {
  migrateArchive(database, { timeZone: ZONE, at: NOW });
  const write = openWriteStore(database);
  await write.publish(generateWrites(250), NOW);
  await write.close();
});

const run = (io = {}) => runCommand(['reindex', '--json', '--database', database], io);

function count(words: string) {
  const reader = openReader(database, { guarded: false });
  const found = (['articles', 'quotes', 'statistics'] as const).map(
    (list) => slowReads.countRows(reader, list, articleFilter.parse({}), 'exact', parseQuery(words)).value,
  );
  reader.close();
  return found;
}

t.test('what is derived is written anew, and is what it was', async (t) => {
  const before = ['正文', '话', '亿元', '文'].map(count);
  const client = connect(database, 'write');
  const readKeys = () => client.prepare('SELECT * FROM search_keys').raw().all();
  const keys = readKeys();
  client.exec(`DELETE FROM search_articles WHERE rowid IN (SELECT key FROM search_keys LIMIT 7);
    DELETE FROM search_characters; UPDATE terms SET article_count = 7 WHERE kind = 2; DELETE FROM titles`);
  const { code, out } = await run();
  t.equal(code, 0);
  const { reindexed, removed, recounted, suggested } = JSON.parse(out);
  t.match({ reindexed, removed, suggested }, { reindexed: 250, removed: 0, suggested: 250 });
  t.ok(recounted > 0);
  t.same(['正文', '话', '亿元', '文'].map(count), before);
  t.ok(before.flat().some((rows) => rows > 100));
  t.same(readKeys(), keys, 'articles keep their numbers');
  const segments = 'SELECT count(DISTINCT segid) FROM search_articles_idx';
  t.equal(client.prepare(segments).pluck().get(), 1, 'merged into one piece');
  client.close();
  const doctor = await runCommand(['doctor', '--json', '--database', database]);
  t.notMatch(doctor.out, '"problem"');
});

t.test('an index of an older version is written anew by migrating, which says how far it is', async (t) => {
  const before = count('正文');
  const client = connect(database, 'write');
  client.exec(`INSERT INTO search_articles (search_articles) VALUES ('delete-all');
    CREATE TABLE prominent_articles (term INTEGER PRIMARY KEY);
    DELETE FROM __drizzle_migrations WHERE id = (SELECT max(id) FROM __drizzle_migrations)`);
  client.close();
  const { code, err } = await runCommand(['migrate', '--database', database]);
  t.equal(code, 0);
  t.equal(err, 'writing the search index of this version: 200 of 250 articles\n');
  t.same(count('正文'), before);
});

t.test('between two steps everything is found, and others write', async (t) => {
  const found = count('正文');
  let steps = 0;
  const write = openWriteStore(database);
  for (const _ of reindexArchive(database)) {
    t.same(count('正文')[0], (found[0] as number) + steps);
    steps += 1;
    await write.publish([createWrite({ id: `new${steps}`, paragraphs: ['正文。'] })], NOW);
  }
  await write.close();
  t.ok(steps > 3);
  t.same(count('正文')[0], (found[0] as number) + steps);
});

t.test('it can be stopped and run again', async (t) => {
  const stop = new AbortController();
  const running = run({ signal: stop.signal });
  setImmediate(() => stop.abort());
  const { code, out } = await running;
  t.equal(code, 130);
  t.equal(out, '');
  const before = count('正文');
  t.equal((await run()).code, 0);
  t.same(count('正文'), before);
});
