import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { checkChangePosition } from '../../src/domain/change.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { type BackupStep, backupArchive } from '../../src/store/sqlite/upkeep/backup.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { restoreArchive } from '../../src/store/sqlite/upkeep/restore.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { createWrite, generateWrites, NOW, ZONE } from './sample.js';

const { signal } = new AbortController();

const filled = join(t.testdir(), 'archive.db');
t.before(async () => {
  migrateArchive(filled, { timeZone: ZONE, at: NOW });
  const write = openWriteStore(filled);
  await write.publish(generateWrites(400), NOW);
  await write.close();
});

/** A folder with an archive of 400 articles in it. */
function fill(t: Test) {
  const folder = t.testdir();
  const at = (name: string) => join(folder, name);
  copyFileSync(filled, at('archive.db'));
  return { folder, location: at('archive.db'), backup: at('a.sqlite.gz'), at };
}

async function describe(location: string) {
  const read = openReadStore(location, { threads: 1 });
  const state = await read.getState();
  await read.close();
  return state;
}

t.test('a backup is of one moment, whatever is written meanwhile', async (t) => {
  const { folder, location, backup, at } = fill(t);
  const write = openWriteStore(location);
  const steps = new Map<BackupStep, number>();
  let written = 0;
  const result = await backupArchive(location, backup, {
    replace: false,
    onProgress(step, share) {
      if (step === 'copy') void write.publish([createWrite({ id: `late${written++}` })], NOW);
      steps.set(step, share);
    },
    signal,
  });
  await write.close();
  t.ok(written > 1, 'it was written to more than once');
  t.match(result, { seq: 400, articleCount: 400, bytes: statSync(backup).size });
  t.same([...steps.keys()], ['copy', 'check', 'compress', 'verify']);
  t.equal(steps.get('verify'), 1);
  t.same(
    readdirSync(folder).filter((name) => name.startsWith('a.')),
    ['a.sqlite.gz', 'a.sqlite.gz.sha256'],
  );
  t.equal(statSync(backup).mode & 0o077, 0, 'nobody else may read it');
  const bytes = readFileSync(backup);
  t.equal(
    readFileSync(`${backup}.sha256`, 'utf8'),
    `${createHash('sha256').update(bytes).digest('hex')}  a.sqlite.gz\n`,
  );
  t.match(gunzipSync(bytes).subarray(0, 15).toString(), 'SQLite format 3', 'any tool can read it');

  const restored = at('restored.db');
  t.same(await restoreArchive(backup, restored, { replace: false, at: NOW, signal }), {
    seq: 400,
    articleCount: 400,
    checksum: true,
  });
  t.match(await describe(restored), { seq: 400, articleCount: 400, timeZone: ZONE });
  t.equal((await describe(location)).seq, 400 + written);
});

t.test('clients of an archive notice that it was restored', async (t) => {
  const { location, backup } = fill(t);
  await backupArchive(location, backup, { replace: false, signal });
  const before = await describe(location);
  // Also when the clock stands still, or was set back.
  for (const at of [NOW, 0, NOW + 1000]) {
    await restoreArchive(backup, location, { replace: true, at, signal });
    const after = await describe(location);
    t.not(after.archiveId, before.archiveId);
    t.throws(() => checkChangePosition({ archiveId: before.archiveId, seq: 300 }, after), { code: 'changes_expired' });
  }
});

t.test('a backup that fails leaves nothing, and what was there', async (t) => {
  const { folder, location, backup, at } = fill(t);
  await backupArchive(location, backup, { replace: false, signal });
  const before = readFileSync(backup);
  await t.rejects(backupArchive(location, backup, { replace: false, signal }), { code: 'unavailable' }, 'it is there');
  await t.rejects(backupArchive(at('none.db'), at('b'), { replace: false, signal }), { code: 'unavailable' });
  await t.rejects(backupArchive(location, at('none/b'), { replace: false, signal }), { code: 'unavailable' });
  for (const last of ['copy', 'compress', 'verify']) {
    const stop = new AbortController();
    const onProgress = (step: BackupStep) => step === last && stop.abort();
    await t.rejects(backupArchive(location, backup, { replace: true, onProgress, signal: stop.signal }), {
      name: 'AbortError',
    });
  }
  t.same(readFileSync(backup), before);
  const client = new Database(location);
  client.pragma('foreign_keys = OFF');
  client.exec("INSERT INTO quotes (article, position, kind, document) VALUES (5000000, 0, 'direct', '{}')");
  client.close();
  await t.rejects(backupArchive(location, backup, { replace: true, signal }), {
    code: 'backup_damaged',
    message: /row \d+ of quotes refers to a row that articles does not have/,
  });
  t.same(readdirSync(folder).sort(), ['a.sqlite.gz', 'a.sqlite.gz.sha256', 'archive.db']);
});

t.test('what is no sound backup is not restored, and the archive stays', async (t) => {
  const { folder, location, backup, at } = fill(t);
  await backupArchive(location, backup, { replace: false, signal });
  const bytes = readFileSync(backup);
  const flip = (name: string, place: number) => {
    const damaged = Buffer.from(bytes);
    damaged[place] = (damaged[place] ?? 0) ^ 0xff;
    writeFileSync(at(name), damaged);
  };
  flip('flipped.gz', bytes.length >> 1);
  flip('checked.gz', 4); // The time in the header of gzip: nothing but the checksum file tells.
  copyFileSync(`${backup}.sha256`, at('checked.gz.sha256'));
  copyFileSync(backup, at('short.gz'));
  truncateSync(at('short.gz'), bytes.length - 1000);
  writeFileSync(at('text.gz'), '这不是备份。');
  new Database(at('empty.db')).close();
  const foreign = new Database(at('foreign.db'));
  foreign.exec('CREATE TABLE notes (id)');
  foreign.close();
  copyFileSync(location, at('torn.db'));
  truncateSync(at('torn.db'), statSync(location).size >> 1);
  const before = readFileSync(location);
  for (const [name, code, why] of [
    ['flipped.gz', 'backup_damaged', 'a byte is another'],
    ['checked.gz', 'backup_damaged', 'it is not what its checksum is of'],
    ['short.gz', 'backup_damaged', 'its end is missing'],
    ['text.gz', 'backup_damaged', 'no backup at all'],
    ['empty.db', 'backup_damaged', 'an empty file'],
    ['torn.db', 'backup_damaged', 'half of an archive'],
    ['foreign.db', 'archive_incompatible', 'a database of something else'],
    ['none.gz', 'input_not_found', 'not there'],
  ] as const) {
    await t.rejects(restoreArchive(at(name), location, { replace: true, at: NOW, signal }), { code }, why);
    t.notOk(existsSync(`${location}.restoring`), `${why}: nothing is left`);
  }
  await t.rejects(restoreArchive(backup, location, { replace: false, at: NOW, signal }), {
    code: 'unavailable',
    suggestion: /--force/,
  });
  t.same(readFileSync(location), before);
  t.notOk(readdirSync(folder).some((name) => /-wal|-shm/.test(name)));
});

t.test('an archive that is in use is not replaced; one that is damaged is', async (t) => {
  const { location, backup } = fill(t);
  await backupArchive(location, backup, { replace: false, signal });
  const reader = openReadStore(location, { threads: 1 });
  await t.rejects(restoreArchive(backup, location, { replace: true, at: NOW, signal }), {
    code: 'unavailable',
    message: /is in use/,
  });
  t.equal((await reader.getState()).articleCount, 400, 'and is served as before');
  await reader.close();

  // A log that belongs to what was there must not be applied to what comes.
  const write = openWriteStore(location);
  await write.publish([createWrite({ id: 'late' })], NOW);
  const log = readFileSync(`${location}-wal`);
  await write.close();
  writeFileSync(location, '坏'.repeat(5000));
  writeFileSync(`${location}-wal`, log);
  await restoreArchive(backup, location, { replace: true, at: NOW, signal });
  t.match(await describe(location), { seq: 400, articleCount: 400 });
});
