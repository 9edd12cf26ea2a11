/** Whether an archive file is sound, as SQLite itself can tell. What is in its tables is the business of examine.ts. */
import Database from 'better-sqlite3';

/** Problems of the file that are named, at most. */
const NAMED = 20;

/**
 * What SQLite finds wrong with a file, a sentence each: its pages and indexes, the full-text indexes as they are built, and
 * rows that refer to rows which are not there. None: it is sound. It reads the whole file.
 */
export function listDamage(client: Database.Database): string[] {
  try {
    const damage = client.prepare(`PRAGMA integrity_check(${NAMED})`).pluck().all() as string[];
    const dangling = client.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
    return [
      ...damage.filter((line) => line !== 'ok'),
      ...dangling
        .slice(0, NAMED)
        .map(
          ({ table, rowid, parent }) => `row ${rowid ?? '?'} of ${table} refers to a row that ${parent} does not have`,
        ),
    ];
  } catch (error) {
    // Some damage is met before the check can begin.
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT')) return [error.message];
    throw error;
  }
}
