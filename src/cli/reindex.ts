/** `baoku reindex`: the search index, the suggestions and the counts written anew. */
import { setImmediate } from 'node:timers/promises';
import { openReadStore } from '../store/sqlite/read-store.js';
import type { Repair } from '../store/sqlite/upkeep/rederive.js';
import { reindexArchive } from '../store/sqlite/upkeep/reindex.js';
import { bringToVersion } from './archive.js';
import {
  type CommandFactory,
  type CommonOptions,
  createCommand,
  type ExitCode,
  exitCodes,
  type Session,
} from './command.js';
import { startProgress } from './progress.js';
import { renderRepair } from './render.js';

export const reindexCommand: CommandFactory = (open, finish) =>
  createCommand(
    'reindex',
    'Write the search index, the suggestions and the counts anew; the archive may be in use.',
  ).action(async (options: CommonOptions) => {
    finish(await reindex(open(options)));
  });

async function reindex(session: Session): Promise<ExitCode> {
  const { database, io, json, stdout, stderr } = session;
  bringToVersion(session);
  const progress = startProgress(measure(database), stderr);
  const steps = reindexArchive(database);
  let repair: Repair | undefined;
  try {
    while (repair === undefined && !io.signal.aborted) {
      const step = steps.next();
      if (step.done) {
        repair = step.value;
      } else {
        progress.advance(step.value);
        for (let at = 0; at < step.value; at += 1) progress.addPage();
      }
      // Signals are heard, and the bar is drawn, between two steps.
      await setImmediate();
    }
  } finally {
    steps.return(undefined as never);
    progress.stop();
  }
  if (repair === undefined) return exitCodes.interrupted;
  await stdout.writeLine(json ? JSON.stringify(repair) : renderRepair(repair));
  return exitCodes.done;
}

async function* measure(database: string): AsyncGenerator<number> {
  const read = openReadStore(database, { threads: 1 });
  const { articleCount } = await read.getState();
  await read.close();
  yield articleCount;
}
