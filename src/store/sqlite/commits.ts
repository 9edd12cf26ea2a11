/** Whether an archive has been written to, told for less than asking SQLite takes. */
import { fstatSync, readdirSync, readSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** Bytes that the shared index of an archive begins with: a number that each commit raises, and checksums of its log. */
const HEADER = 48;

/**
 * Prepares a look at an archive: it gives another value as soon as any other connection, of this or another process, has committed.
 *
 * SQLite goes by the header of the shared index (`-shm`): a commit has written it before it returns, and nobody reads what was
 * committed before it is whole. `PRAGMA data_version` compares it as well, in a transaction of its own, which is two locks
 * and a look at the file: five times as much. A header that is just being written is like none before it, and like none after.
 */
export function watchCommits(client: Database.Database): () => unknown {
  const dataVersion = client.prepare('PRAGMA data_version').pluck();
  const header = Buffer.alloc(HEADER);
  const known = Buffer.alloc(HEADER);
  let changes = 0;
  let index: number | null | undefined;
  return () => {
    if (index === undefined) {
      // There is no index before the first transaction.
      dataVersion.get();
      index = findDescriptor(`${client.name}-shm`);
    }
    if (index === null) return dataVersion.get();
    readSync(index, header, 0, HEADER, 0);
    if (!header.equals(known)) {
      header.copy(known);
      changes += 1;
    }
    return changes;
  };
}

/**
 * The descriptor by which SQLite holds a file open, as long as the connection is. Closing one of our own would let go of all locks
 * that this process has on the file. Null where descriptors are not listed, as on Windows.
 */
function findDescriptor(path: string): number | null {
  try {
    const { dev, ino } = statSync(path);
    for (const descriptor of readdirSync('/dev/fd').map(Number)) {
      const held = statDescriptor(descriptor);
      if (held?.ino === ino && held.dev === dev) return descriptor;
    }
  } catch {
    // Then SQLite is asked.
  }
  return null;
}

/** Null of the descriptor by which the list was read: it is closed by now. */
function statDescriptor(descriptor: number) {
  try {
    return fstatSync(descriptor);
  } catch {
    return null;
  }
}
