/** The archive of a command: brought to this version, opened, and closed as one. */
import { migrateArchive } from '../store/sqlite/migrate.js';
import { openReadStore } from '../store/sqlite/read-store.js';
import { openWriteStore } from '../store/sqlite/write-store.js';
import type { ReadStore, WriteStore } from '../store/store.js';
import type { Session } from './command.js';

/** An archive open for reading and writing. Must be closed. */
export interface OpenArchive {
  read: ReadStore;
  write: WriteStore;
  /** Zone in which the archive renders instants. */
  timeZone: string;
  close(): Promise<void>;
}

/** Creates the archive or brings it to this version, and opens it. */
export async function openArchive({ database, config, io }: Session): Promise<OpenArchive> {
  const { readerThreads, queryDeadlineMs } = config;
  migrateArchive(database, { timeZone: config.timezone, at: io.clock() });
  const write = openWriteStore(database);
  const read = openReadStore(database, {
    deadline: queryDeadlineMs,
    ...(readerThreads > 0 && { threads: readerThreads }),
  });
  const { timeZone } = await read.getState();
  const close = async () => {
    await read.close();
    await write.close();
  };
  return { read, write, timeZone, close };
}
