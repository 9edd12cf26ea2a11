/** Restoring: a backup becomes the archive at a location, once it has passed every check and in one step. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ArchiveError } from '../../../domain/errors.js';
import { connect, toPath } from '../connect.js';
import { listDamage } from './integrity.js';
import { migrateArchive } from './migrate.js';
import { readChecksum, syncFolder, unpack } from './packing.js';

export interface RestoreOptions {
  /** Whether an archive that is there may be replaced. */
  replace: boolean;
  /** The present, in epoch milliseconds. */
  at: number;
  onBytes?: (bytes: number) => void;
  signal: AbortSignal;
}

/** What a location holds after restoring. */
export interface Restored {
  seq: number;
  articleCount: number;
  /** Whether the backup had the checksum file beside it, which it then agreed with. */
  checksum: boolean;
}

/**
 * Puts the archive of a backup at a location, brought to this version. Until the last step, which is one renaming, whatever is
 * there stays as it is. The restored archive goes by another id: what it gives out from now on is another history than
 * the one that was lost, and whoever followed that has to notice. Throws `backup_damaged`, `archive_incompatible`, and
 * `unavailable` when the archive there is in use or must not be replaced.
 */
export async function restoreArchive(file: string, location: string, options: RestoreOptions): Promise<Restored> {
  const { replace, at, onBytes = () => {}, signal } = options;
  const path = toPath(location);
  if (!replace && existsSync(path)) {
    throw new ArchiveError('unavailable', `There is an archive at ${path} already`, {
      suggestion: 'Give another place with --database, or --force to replace it.',
    });
  }
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.restoring`;
  const removeFresh = () =>
    Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => rm(`${fresh}${suffix}`, { force: true })));
  try {
    await removeFresh();
    const expected = await readChecksum(file);
    const { packed } = await unpack(file, fresh, { onBytes, signal });
    if (expected !== null && expected !== packed) {
      throw new ArchiveError('backup_damaged', `${file} is not what its checksum file says it is`);
    }
    checkArchive(fresh, file);
    migrateArchive(fresh, { timeZone: 'UTC', at });
    const counts = beginHistory(fresh, at);
    signal.throwIfAborted();
    await putInPlace(fresh, path);
    return { ...counts, checksum: expected !== null };
  } finally {
    await removeFresh();
  }
}

function checkArchive(fresh: string, file: string): void {
  const damage = listDamageOf(fresh);
  if (damage.length > 0) throw new ArchiveError('backup_damaged', `The archive in ${file} is damaged: ${damage[0]}`);
}

function listDamageOf(file: string): string[] {
  let client: Database.Database | undefined;
  try {
    client = connect(file, 'migrate');
    // Migrating would take an empty file for an archive that is still to be made.
    const isEmpty = client.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
    return isEmpty ? ['it is empty'] : listDamage(client);
  } catch (error) {
    // Some damage is met on opening.
    if (error instanceof ArchiveError && error.code === 'unavailable') return [error.message];
    if (error instanceof Database.SqliteError) return [error.message];
    throw error;
  } finally {
    client?.close();
  }
}

/** Gives the archive another id, which no earlier one had, and checks its counts. */
function beginHistory(fresh: string, at: number): Pick<Restored, 'seq' | 'articleCount'> {
  const client = connect(fresh, 'write');
  try {
    client.prepare('UPDATE archive SET created_at = max(?, created_at + 1)').run(at);
    const [seq, articleCount, counted] = client
      .prepare(
        `SELECT coalesce((SELECT max(seq) FROM changes), 0), (SELECT count(*) FROM articles),
          coalesce((SELECT article_count FROM terms WHERE kind = 0 AND value = 'articles'), 0)`,
      )
      .raw()
      .get() as [number, number, number];
    if (articleCount !== counted) {
      throw new ArchiveError('backup_damaged', `The archive says it has ${counted} articles, and has ${articleCount}`);
    }
    return { seq, articleCount };
  } finally {
    client.close();
  }
}

async function putInPlace(fresh: string, path: string): Promise<void> {
  const held = existsSync(path) ? holdAlone(path) : null;
  try {
    // Of an archive that could be held there are none left. A log left beside one that is no archive any more would be
    // taken for that of the new one.
    if (held === null) for (const suffix of ['-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
    await rename(fresh, path);
    await syncFolder(path);
  } finally {
    held?.close();
  }
}

/**
 * Locks an archive that is about to be replaced, with its log written back into it. Throws `unavailable` when any process has it
 * open: that one would go on serving the old file, and its log would damage the new one. Null: it is no database.
 */
function holdAlone(path: string): Database.Database | null {
  const client = new Database(path, { timeout: 1_000 });
  try {
    // Leaving WAL takes all connections but this one to be closed.
    client.pragma('journal_mode = DELETE');
    client.exec('BEGIN EXCLUSIVE');
    return client;
  } catch (error) {
    client.close();
    if (!(error instanceof Database.SqliteError)) throw error;
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) return null;
    throw new ArchiveError('unavailable', `${path} is in use`, {
      suggestion: 'Stop the server and whatever else has it open, and restore then.',
      cause: error,
    });
  }
}
