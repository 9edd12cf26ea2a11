/** The archive of a command: brought to this version, opened, and closed as one. */

import { openReadStore } from '../store/sqlite/read-store.js';
import { migrateArchive } from '../store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../store/sqlite/write-store.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';
import type { Session } from './command.js';

/** An archive open for reading. Must be closed. */
export interface ReadArchive {
  read: ReadStore;
  /** Zone in which the archive renders instants. */
  timeZone: string;
  close(): Promise<void>;
}

/** An archive open for reading and writing. Must be closed. */
export interface OpenArchive extends ReadArchive {
  write: WriteStore;
}

/** Opens the archive for reading alone. Throws when it is not there, or of another version. */
export async function openForReading({ database, config }: Session): Promise<ReadArchive> {
  const { readerThreads, queryDeadlineMs } = config;
  const read = openReadStore(database, {
    deadline: queryDeadlineMs,
    ...(readerThreads > 0 && { threads: readerThreads }),
  });
  const { timeZone } = await read.getState();
  return { read, timeZone, close: () => read.close() };
}

/**
 * Creates the archive or brings it to this version, and gives how many migrations that took. Where it takes long it says how far
 * it is: a server does not answer before.
 */
export function bringToVersion({ database, config, io, stderr }: Session): number {
  let told = -1;
  return migrateArchive(database, {
    timeZone: config.timezone,
    at: io.clock(),
    onProgress(done, total) {
      const tenths = Math.floor((10 * done) / total);
      if (tenths === told) return;
      told = tenths;
      void stderr.writeLine(`writing the search index of this version: ${done} of ${total} articles`);
    },
  });
}

/**
 * Creates the archive or brings it to this version, and opens it. Commands write from this thread, where nothing waits for
 * them; a server hands in `openWriterThread`.
 */
export async function openArchive(
  session: Session,
  openWriter: (location: string) => WriteStore = openWriteStore,
): Promise<OpenArchive> {
  bringToVersion(session);
  const write = openWriter(session.database);
  const { read, timeZone, close: closeReading } = await openForReading(session);
  const close = async () => {
    await closeReading();
    await write.close();
  };
  return { read, write, timeZone, close };
}
