/** Backups: a copy of an archive that is in use, of one moment, compressed, and read back before it gets its name. */
import { existsSync } from 'node:fs';
import { rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { ArchiveError } from '../../../domain/errors.js';
import { connect, toPath, translateErrors } from '../connect.js';
import { listDamage } from './integrity.js';
import { checkVersion } from './migrate.js';
import { checksumFile, pack, renderChecksum, syncFolder, unpack } from './packing.js';

/** Pages copied between two looks at the event loop: 2 MiB. */
const PAGES_A_STEP = 256;

/** What a backup does at the moment; each step goes through the whole archive file once. */
export const backupSteps = ['copy', 'check', 'compress', 'verify'] as const;
export type BackupStep = (typeof backupSteps)[number];

export interface BackupOptions {
  /** Whether to put it in place of a backup of the same name. */
  replace: boolean;
  /** Told what is done and how far, as a share up to 1. */
  onProgress?: (step: BackupStep, share: number) => void;
  signal: AbortSignal;
}

/** A finished backup. */
export interface Backup {
  file: string;
  /** Of the file. */
  bytes: number;
  /** Of the archive in it. */
  archiveBytes: number;
  sha256: string;
  /** Its newest change, and how much is in it. */
  seq: number;
  articleCount: number;
}

/** Files that are there while a backup is made. */
export const partsOf = (file: string) =>
  ['.copy', '.copy-wal', '.copy-shm', '.copy-journal', '.part'].map((end) => file + end);

/**
 * Writes a backup of an archive, which is read and written meanwhile as ever, and its checksum into a file beside it. It has
 * its name only when it was read back whole; what is left of one that fails is removed. Throws `unavailable` when there is
 * no archive, no room or already a file of that name, and `backup_damaged` when the copy does not pass its checks.
 */
export async function backupArchive(location: string, file: string, options: BackupOptions): Promise<Backup> {
  const { replace, onProgress = () => {}, signal } = options;
  if (!replace && existsSync(file)) {
    throw new ArchiveError('unavailable', `There is a file ${file} already`, {
      suggestion: 'Give another name, or --force to replace it.',
    });
  }
  const [copy, packed] = [`${file}.copy`, `${file}.part`];
  const removeParts = () => Promise.all(partsOf(file).map((path) => rm(path, { force: true })));
  try {
    await removeParts();
    const counts = await copyArchive(location, copy, { onProgress, signal });
    checkCopy(copy, counts, onProgress);
    const { size: archiveBytes } = await stat(copy);
    const track = (step: BackupStep) => {
      let passed = 0;
      return (bytes: number) => {
        passed += bytes;
        onProgress(step, passed / archiveBytes);
      };
    };
    const written = await pack(copy, packed, { onBytes: track('compress'), signal });
    const found = await unpack(packed, null, { onBytes: track('verify'), signal });
    if (found.plain !== written.plain || found.packed !== written.packed) {
      throw new ArchiveError('backup_damaged', `What was written to ${file} does not read back as it was written`);
    }
    // A checksum of the backup that was there before must not be found beside this one.
    await rm(checksumFile(file), { force: true });
    await rename(packed, file);
    await writeFile(checksumFile(file), renderChecksum(written.packed, file), { flush: true });
    await syncFolder(file);
    return { file, bytes: (await stat(file)).size, archiveBytes, sha256: written.packed, ...counts };
  } finally {
    await removeParts();
  }
}

interface Counts {
  seq: number;
  articleCount: number;
}

/**
 * Copies an archive of one moment. The read transaction that is held meanwhile is what keeps it of one moment: without it the
 * copy would begin anew whenever another process has written.
 */
async function copyArchive(
  location: string,
  copy: string,
  { onProgress, signal }: Pick<Required<BackupOptions>, 'onProgress' | 'signal'>,
): Promise<Counts> {
  const source = connect(location, 'read');
  try {
    checkVersion(source, toPath(location));
    source.exec('BEGIN');
    const counts = readCounts(source);
    await checkRoom(source, copy);
    await source.backup(copy, {
      progress({ totalPages, remainingPages }) {
        signal.throwIfAborted();
        onProgress('copy', 1 - remainingPages / totalPages);
        return PAGES_A_STEP;
      },
    });
    return counts;
  } finally {
    source.close();
  }
}

function readCounts(client: Database.Database): Counts {
  return {
    seq: client.prepare('SELECT coalesce(max(seq), 0) FROM changes').pluck().get() as number,
    articleCount: client.prepare('SELECT count(*) FROM articles').pluck().get() as number,
  };
}

/** There has to be room for the copy, and for what it is compressed to. */
async function checkRoom(source: Database.Database, copy: string): Promise<void> {
  const pages = source.pragma('page_count', { simple: true }) as number;
  const needed = pages * (source.pragma('page_size', { simple: true }) as number) * 1.5;
  const { bavail, bsize } = await statfs(dirname(copy)).catch((cause: unknown) => {
    throw new ArchiveError('unavailable', `There is no folder ${dirname(copy)}`, { cause });
  });
  if (bavail * bsize >= needed) return;
  throw new ArchiveError(
    'unavailable',
    `A backup takes ${toMiB(needed)} MiB at most while it is made, and ${dirname(copy)} has ${toMiB(bavail * bsize)}`,
  );
}

const toMiB = (bytes: number) => Math.ceil(bytes / 2 ** 20);

function checkCopy(copy: string, counts: Counts, onProgress: Required<BackupOptions>['onProgress']): void {
  onProgress('check', 0);
  const client = connect(copy, 'migrate');
  try {
    // One file and nothing beside it, whoever opens it later.
    client.pragma('journal_mode = DELETE');
    const damage = translateErrors(copy, () => listDamage(client));
    const copied = readCounts(client);
    if (damage.length === 0 && copied.seq === counts.seq && copied.articleCount === counts.articleCount) return;
    throw new ArchiveError('backup_damaged', `The archive is damaged: ${damage[0] ?? 'its copy has other counts'}`, {
      suggestion: 'Run `baoku doctor`, and keep the backups there are.',
    });
  } finally {
    client.close();
  }
}
