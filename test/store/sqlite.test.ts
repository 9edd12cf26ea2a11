/** The SQLite adapter against the specification of stores. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { testStore } from './contract.js';
import { NOW, ZONE } from './sample.js';

testStore('sqlite', async (t) => {
  // One of its own for each that a test opens.
  const folder = mkdtempSync(join(tmpdir(), 'baoku-store-'));
  const file = join(folder, 'archive.db');
  migrateArchive(file, { timeZone: ZONE, at: NOW });
  const write = openWriteStore(file);
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  t.teardown(async () => {
    await read.close();
    await write.close();
    rmSync(folder, { recursive: true });
  });
  return { read, write };
});
