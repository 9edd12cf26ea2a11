/** Backups made beside other work, in a thread. */
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { type Backup, partsOf } from '../upkeep/backup.js';
import type { BackupTask } from './backup-worker.js';
import { restoreError } from './pool.js';
import type { Answer } from './reader-worker.js';

/** Writes a backup as `backupArchive` does, under a new name. When the signal comes, the thread ends and nothing is left of it. */
export async function backupInThread(location: string, file: string, signal: AbortSignal): Promise<Backup> {
  const thread = new Piscina<BackupTask, Answer>({
    // As this file is: TypeScript where it runs from source, JavaScript where it was built.
    filename: new URL(`./backup-worker${extname(import.meta.url)}`, import.meta.url).href,
    maxThreads: 1,
  });
  try {
    const answer = await thread.run({ location, file }, { signal });
    if ('error' in answer) throw restoreError(answer.error);
    return answer.result as Backup;
  } finally {
    await thread.destroy();
    await Promise.all(partsOf(file).map((path) => rm(path, { force: true })));
  }
}
