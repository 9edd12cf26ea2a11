/** Backups in a folder: what they are called, which is the newest, and making one from time to time. How is the business of the store. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WriteStore } from '../store/writing.js';

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

export interface BackupSchedule {
  folder: string;
  /** From one to the next, in milliseconds. */
  everyMs: number;
  /** How many of the newest to keep. */
  keep: number;
  /** Makes a backup under a name. */
  make: (file: string, signal: AbortSignal) => Promise<unknown>;
  write: Pick<WriteStore, 'holdLease'>;
  /** Names this process among those of the archive. */
  holder: string;
  /** Between two looks at the clock, in milliseconds. */
  pollMs: number;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Told of every backup: when it was made, or why it was not. */
  tell: (outcome: { file: string; at: number; error: unknown }) => void;
}

const LEASE = 'backups';
/** How long one may take before another process takes over. */
const LEASE_MS = 6 * 3_600_000;
/** After one that failed, before it is tried again, in milliseconds. */
const RETRY_MS = 15 * 60_000;

/**
 * Makes backups until `signal`, counted from the newest that is in the folder, so that a restart neither makes one more nor leaves
 * one out. Of several processes one does it. Older ones go once a new one is there, and only what is named as a backup.
 */
export async function keepBackups(schedule: BackupSchedule, signal: AbortSignal): Promise<void> {
  const { folder, everyMs, pollMs, write, holder, clock, tell } = schedule;
  let notBefore = 0;
  while (!signal.aborted) {
    const now = clock();
    const [newest] = await listBackups(folder);
    if (now >= notBefore && (newest === undefined || now - newest.at >= everyMs)) {
      const file = join(folder, nameBackup(now));
      try {
        if (await write.holdLease(LEASE, holder, { at: now, until: now + LEASE_MS })) {
          await makeBackup(file, schedule, signal).finally(() =>
            write.holdLease(LEASE, holder, { at: clock(), until: clock() }),
          );
          tell({ file, at: now, error: null });
        }
      } catch (error) {
        if (signal.aborted) return;
        notBefore = clock() + RETRY_MS;
        tell({ file, at: now, error });
      }
    }
    await sleep(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

async function makeBackup(file: string, { folder, keep, make }: BackupSchedule, signal: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true });
  await make(file, signal);
  for (const old of (await listBackups(folder)).slice(keep)) {
    await rm(old.file, { force: true });
    await rm(`${old.file}.sha256`, { force: true });
  }
}
