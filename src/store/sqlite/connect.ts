/** Connections to an archive file, with their settings; it knows no tables. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { ArchiveError } from '../../domain/errors.js';

/** Bytes of the file that are mapped into memory; the operating system decides how much of it is kept there. */
const MAPPED = 4 * 2 ** 30;

/** The path a location stands for: itself, or that of a `file:` URL. */
export function toPath(location: string): string {
  return location.startsWith('file:') ? fileURLToPath(location) : location;
}

export interface ConnectOptions {
  /** Milliseconds to wait for another process to finish writing; 5,000 unless given. */
  busyTimeout?: number | undefined;
  /** Told every statement that runs. */
  verbose?: ((statement: unknown) => void) | undefined;
}

/**
 * Opens a connection. Only one for migrating makes the file when it is not there. Throws `unavailable` when there
 * is no file, and `archive_incompatible` when it is no SQLite file.
 */
export function connect(
  location: string,
  use: 'read' | 'write' | 'migrate',
  { busyTimeout = 5_000, verbose }: ConnectOptions = {},
): Database.Database {
  const path = toPath(location);
  if (use !== 'migrate' && !existsSync(path)) {
    throw new ArchiveError('unavailable', `There is no archive at ${path}`, {
      suggestion: 'Run `baoku migrate` to create it, or check where --database points to.',
    });
  }
  return translateErrors(path, () => {
    const client = new Database(path, verbose ? { verbose } : {});
    try {
      // First, since every setting below may have to wait for another process.
      client.pragma(`busy_timeout = ${busyTimeout}`);
      client.pragma(`mmap_size = ${MAPPED}`);
      client.pragma('temp_store = MEMORY');
      if (use === 'read') {
        client.pragma('query_only = ON');
      } else {
        // WAL alone would mean NORMAL here, and a power cut could then take back what was reported as stored.
        client.pragma('synchronous = FULL');
        client.pragma('cache_size = -65536');
        // Pages that one batch after the other changes are then written back once, not once a batch.
        client.pragma('wal_autocheckpoint = 4000');
        client.pragma('journal_size_limit = 67108864');
      }
      // Off while migrating: rebuilding a table would delete the rows that refer to it.
      client.pragma(`foreign_keys = ${use === 'migrate' ? 'OFF' : 'ON'}`);
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  });
}

/** Runs `work`, and says in the terms of the archive what SQLite says of a file it cannot use. */
export function translateErrors<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) {
      throw new ArchiveError('unavailable', `Another process is writing to ${path}`, {
        suggestion: 'Try again when it has finished.',
        cause: error,
      });
    }
    if (error.code === 'SQLITE_NOTADB') {
      throw new ArchiveError('archive_incompatible', `${path} is not an archive`, { cause: error });
    }
    if (/^SQLITE_(CANTOPEN|FULL|IOERR|READONLY|CORRUPT)/.test(error.code)) {
      throw new ArchiveError('unavailable', `${path} cannot be used: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

/** Runs `work` in a transaction that writes. Immediate, so that a second writer waits at the start and never fails in the middle. */
export function transact<T>(client: Database.Database, work: () => T): T {
  return translateErrors(client.name, () => client.transaction(work).immediate());
}
