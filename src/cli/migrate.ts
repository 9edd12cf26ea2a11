/** `baoku migrate`: makes the archive, or brings it to this version. */
import { bringToVersion } from './archive.js';
import { type CommandFactory, type CommonOptions, createCommand, exitCodes } from './command.js';

export const migrateCommand: CommandFactory = (open, finish) =>
  createCommand('migrate', 'Create the archive, or bring it to this version.').action(
    async (options: CommonOptions) => {
      const session = open(options);
      const { database, json, stdout } = session;
      const applied = bringToVersion(session);
      await stdout.writeLine(
        json
          ? JSON.stringify({ database, applied })
          : applied === 0
            ? `${database} is up to date.`
            : `${database} was brought to this version (${applied} migrations applied).`,
      );
      finish(exitCodes.done);
    },
  );
