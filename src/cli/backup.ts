/** `baoku backup`: a copy of the archive in one file, while it is in use. */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError } from '../domain/errors.js';
import { nameBackup } from '../services/backups.js';
import { backupArchive, backupSteps } from '../store/sqlite/upkeep/backup.js';
import {
  type CommandFactory,
  type CommonOptions,
  createCommand,
  type ExitCode,
  exitCodes,
  type Session,
} from './command.js';
import { startSteps } from './progress.js';

interface BackupCommandOptions extends CommonOptions {
  force?: true;
}

export const backupCommand: CommandFactory = (open, finish) =>
  createCommand('backup', 'Write a backup of the archive, which may be in use, and check it.')
    .argument('[file]', 'file to write, or a folder to put it in (BAOKU_BACKUP_FOLDER)')
    .option('--force', 'replace a file of that name')
    .action(async (file: string | undefined, options: BackupCommandOptions) => {
      finish(await backUp(file, options, open(options)));
    });

async function backUp(given: string | undefined, options: BackupCommandOptions, session: Session): Promise<ExitCode> {
  const { database, io, json, stdout, stderr } = session;
  const file = chooseFile(given, session);
  const progress = startSteps(backupSteps, stderr);
  try {
    const backup = await backupArchive(database, file, {
      replace: options.force === true,
      onProgress: progress.show,
      signal: io.signal,
    });
    progress.stop();
    await stdout.writeLine(
      json
        ? JSON.stringify({ database, ...backup })
        : `${file}: ${backup.articleCount} articles, ${toMiB(backup.archiveBytes)} in ${toMiB(backup.bytes)}, checked; its checksum is beside it.`,
    );
    return exitCodes.done;
  } catch (error) {
    if (io.signal.aborted) return exitCodes.interrupted;
    throw error;
  } finally {
    progress.stop();
  }
}

/** The file to write: as it was given, or one named by the time in a folder. */
function chooseFile(given: string | undefined, { config, io }: Session): string {
  const name = nameBackup(io.clock());
  if (given !== undefined) return statSync(given, { throwIfNoEntry: false })?.isDirectory() ? join(given, name) : given;
  if (config.backupFolder === '') {
    throw new ArchiveError('invalid_configuration', 'Where to write the backup is not said', {
      suggestion: 'Give a file, or set BAOKU_BACKUP_FOLDER.',
    });
  }
  mkdirSync(config.backupFolder, { recursive: true });
  return join(config.backupFolder, name);
}

const toMiB = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
