/** `baoku migrate`: makes the archive, or brings it to this version. */
import { migrateArchive } from '../store/sqlite/upkeep/migrate.js';
import { type CommandFactory, type CommonOptions, createCommand, exitCodes } from './command.js';

export const migrateCommand: CommandFactory = (open, finish) =>
  createCommand('migrate', 'Create the archive, or bring it to this version.').action(
    async (options: CommonOptions) => {
      const { database, config, io, json, stdout } = open(options);
      const applied = migrateArchive(database, { timeZone: config.timezone, at: io.clock() });
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
