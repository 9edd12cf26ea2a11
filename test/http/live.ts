/** An archive that a test writes to while a server answers from it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import { buildServer } from '../../src/http/server.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { testOptions } from './archive.js';

/** An empty archive made at a time, with a server in front of it and a connection that writes. */
export async function openLive(t: Test, createdAt = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'baoku-live-'));
  const file = join(folder, 'archive.sqlite');
  migrateArchive(file, { timeZone: '+08:00', at: createdAt });
  const write = openWriteStore(file);
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  const archivesFolder = `${file}.archives`;
  const app = await buildServer({ read, options: { ...testOptions, archivesFolder } });
  t.teardown(async () => {
    await app.close();
    await read.close();
    await write.close();
    rmSync(folder, { recursive: true });
  });
  return { app, read, write, file, archivesFolder };
}
