/** `baoku restore`: a backup becomes the archive. */
import { restoreArchive } from '../store/sqlite/upkeep/restore.js';
import { type CommandFactory, type CommonOptions, createCommand, exitCodes } from './command.js';

interface RestoreCommandOptions extends CommonOptions {
  force?: true;
}

export const restoreCommand: CommandFactory = (open, finish) =>
  createCommand('restore', 'Make a backup the archive at --database, after checking it.')
    .argument('<file>', 'a backup, or a plain copy of an archive file')
    .option('--force', 'replace the archive that is there')
    .action(async (file: string, options: RestoreCommandOptions) => {
      const { database, io, json, stdout } = open(options);
      try {
        const restored = await restoreArchive(file, database, {
          replace: options.force === true,
          at: io.clock(),
          signal: io.signal,
        });
        const checksum = restored.checksum ? 'its checksum agrees' : 'there was no checksum file beside it';
        await stdout.writeLine(
          json
            ? JSON.stringify({ database, file, ...restored })
            : [
                `${database} is now the archive of ${file}: ${restored.articleCount} articles, checked; ${checksum}.`,
                'Clients that follow its changes are told to start again from a snapshot.',
              ].join('\n'),
        );
        finish(exitCodes.done);
      } catch (error) {
        if (!io.signal.aborted) throw error;
        finish(exitCodes.interrupted);
      }
    });
