/** The thread of one backup: its checks read the whole file at once, and nobody who is served must wait for that. */
import { type Backup, backupArchive } from '../upkeep/backup.js';
import { type Answer, takeApart } from './reader-worker.js';

export interface BackupTask {
  location: string;
  file: string;
}

export default async function answer({ location, file }: BackupTask): Promise<Answer> {
  try {
    const { signal } = new AbortController();
    return { result: (await backupArchive(location, file, { replace: false, signal })) satisfies Backup };
  } catch (error) {
    return takeApart(error);
  }
}
