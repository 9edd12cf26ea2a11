/** Brings an archive file to the tables of this version, creating it when there is none; and checks that one fits. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { ArchiveError } from '../../../domain/errors.js';
import { connect, toPath, translateErrors } from '../connect.js';
import { listDamage } from './integrity.js';
import { rederive } from './rederive.js';

const shipped = readMigrationFiles({
  migrationsFolder: fileURLToPath(new URL('../../../../migrations/sqlite', import.meta.url)),
});
const newest = shipped.at(-1)?.folderMillis ?? 0;

export interface MigrateOptions {
  /** Zone in which instants are rendered: kept when the archive is created, and of no effect later. */
  timeZone: string;
  /** The present, in epoch milliseconds. */
  at: number;
  /** Told how many articles of how many have been indexed anew, where they have to be. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Applies the migrations that are missing, all in one transaction, writes anew what they changed the derivation of (which takes
 * minutes for each million of articles), and gives how many they were. The file and its folder are
 * created when they are not there. Throws `archive_incompatible` for an archive of a newer version, for a file that is
 * something else, and when a check of the result fails; then the file is as it was.
 */
export function migrateArchive(location: string, { timeZone, at, onProgress }: MigrateOptions): number {
  const path = toPath(location);
  mkdirSync(dirname(path), { recursive: true });
  const client = connect(path, 'migrate');
  try {
    return translateErrors(path, () => {
      // What is no archive is refused before anything of it changes. The file keeps the mode from then on.
      listMissing(client, path);
      // Of a new file only: large rows and the pages of indexes then take fewer writes.
      client.pragma('page_size = 8192');
      client.pragma('journal_mode = WAL');
      // Immediate, so that of two processes that start together one waits and then finds nothing to do.
      return client
        .transaction(() => {
          const missing = listMissing(client, path);
          if (missing.length === 0) return 0;
          client.exec(
            'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)',
          );
          for (const { sql, hash, folderMillis } of missing) {
            for (const statement of sql) client.exec(statement);
            client.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(hash, folderMillis);
          }
          client
            .prepare('INSERT OR IGNORE INTO archive (id, time_zone, created_at) VALUES (1, ?, ?)')
            .run(timeZone, at);
          // Migrations change how things are derived, and only code can derive them.
          if (client.prepare('SELECT 1 FROM articles LIMIT 1').get() !== undefined) rederive(client, onProgress);
          checkIntegrity(client, path);
          return missing.length;
        })
        .immediate();
    });
  } finally {
    client.close();
  }
}

/** Throws `archive_incompatible` unless the file has exactly the tables of this version. */
export function checkVersion(client: Database.Database, path: string): void {
  if (translateErrors(path, () => listMissing(client, path)).length === 0) return;
  throw new ArchiveError('archive_incompatible', `${path} was made by an older version`, {
    suggestion: 'Run `baoku migrate` to bring it to this one.',
  });
}

function listMissing(client: Database.Database, path: string): typeof shipped {
  const tables = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (tables.length === 0) return shipped;
  if (!tables.includes('__drizzle_migrations') || !tables.includes('archive')) {
    throw new ArchiveError('archive_incompatible', `${path} is a database, but not an archive`);
  }
  const applied = client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as number;
  if (applied > newest) {
    throw new ArchiveError('archive_incompatible', `${path} was made by a newer version`, {
      suggestion: 'Install that version, or point --database to another file.',
    });
  }
  return shipped.filter(({ folderMillis }) => folderMillis > applied);
}

function checkIntegrity(client: Database.Database, path: string): void {
  const damage = listDamage(client);
  if (damage.length === 0) return;
  throw new ArchiveError(
    'archive_incompatible',
    `${path} does not pass its checks after migrating; nothing was changed`,
    { cause: damage },
  );
}
