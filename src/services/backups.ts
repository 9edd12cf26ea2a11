/** Backups in a folder: what they are called, and which is the newest. Making one is the business of the store. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^baoku-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.sqlite\.gz$/;

/** The name of a backup that is made at an instant: with the time in UTC, so that names sort as times do. */
export function nameBackup(at: number): string {
  return `baoku-${new Date(at).toISOString().replace(/\.\d+|[-:]/g, '')}.sqlite.gz`;
}

export interface BackupFile {
  file: string;
  /** When it was made, in epoch milliseconds, as its name says. */
  at: number;
  bytes: number;
}

/** The backups in a folder that are named so, newest first; none where there is no such folder. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const found = names
    .sort()
    .reverse()
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
      if (year === undefined) return [];
      return [{ file: join(folder, name), at: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) }];
    });
  return Promise.all(found.map(async (backup) => ({ ...backup, bytes: (await stat(backup.file)).size })));
}
