import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { keepBackups, nameBackup } from '../../src/services/backups.js';
import { backupInThread } from '../../src/store/sqlite/threads/backup-thread.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { NOW, ZONE } from '../store/sample.js';

const HOUR = 3_600_000;

t.test('backups are made when they are due, and the oldest go', async (t) => {
  const root = t.testdir();
  const location = join(root, 'a.db');
  const folder = join(root, 'backups');
  migrateArchive(location, { timeZone: ZONE, at: NOW });
  const write = openWriteStore(location);
  t.teardown(() => write.close());
  let now = NOW;
  let failure: Error | null = null;
  const outcomes: (string | null)[] = [];
  /** Lets the schedule look at the clock some times, as a process that is started then. */
  const look = async (times: number, holder = 'a') => {
    const stop = new AbortController();
    let looks = 0;
    await keepBackups(
      {
        folder,
        everyMs: 24 * HOUR,
        keep: 2,
        make: (file, signal) => (failure === null ? backupInThread(location, file, signal) : Promise.reject(failure)),
        write,
        holder,
        pollMs: 1,
        clock() {
          looks += 1;
          if (looks > times) stop.abort();
          return now;
        },
        tell: ({ error }) => outcomes.push(error === null ? null : (error as Error).message),
      },
      stop.signal,
    );
  };
  const names = () => readdirSync(folder).filter((name) => name.endsWith('.gz'));
  await look(6);
  t.same(names(), [nameBackup(NOW)], 'one at once, where there is none');
  now += 23 * HOUR;
  await look(3);
  t.equal(names().length, 1, 'a restart makes none before its time');
  writeFileSync(join(folder, 'mine.gz'), 'not by us');
  for (let day = 0; day < 2; day += 1) {
    now += 24 * HOUR;
    await look(6);
  }
  t.same(
    names(),
    [nameBackup(now - 24 * HOUR), nameBackup(now), 'mine.gz'],
    'the newest are kept, and what is not ours',
  );
  t.equal(readdirSync(folder).filter((name) => name.endsWith('.sha256')).length, 2);

  now += 24 * HOUR;
  await write.holdLease('backups', 'other', { at: now, until: now + HOUR });
  await look(4);
  t.notOk(names().includes(nameBackup(now)), 'another process makes it');
  now += HOUR;
  failure = new Error('no room');
  await look(5);
  t.equal(outcomes.at(-1), 'no room');
  t.equal(outcomes.filter((outcome) => outcome !== null).length, 1, 'it is not tried again at once');

  const stop = new AbortController();
  const broken = backupInThread(location, join(folder, 'x.gz'), stop.signal);
  stop.abort();
  await t.rejects(broken);
  t.same(
    readdirSync(folder).filter((name) => name.startsWith('x.')),
    [],
    'nothing is left',
  );
});
