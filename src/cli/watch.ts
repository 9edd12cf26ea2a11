/** `baoku watch`: pages go into the archive as they arrive in a folder. */
import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch as watchFolder } from 'chokidar';
import { ArchiveError } from '../domain/errors.js';
import { kindOfName } from '../ingest/source/sniff.js';
import { readPages } from '../ingest/source.js';
import { publishPages } from '../services/publish.js';
import { toPath } from '../store/sqlite/connect.js';
import { openArchive } from './archive.js';
import {
  type CommandFactory,
  type CommonOptions,
  createCommand,
  type ExitCode,
  exitCodes,
  type Session,
} from './command.js';
import { loadSiteRules, openExtraction, parseJobs } from './extraction.js';
import { toPrintable } from './io.js';
import { addPageOptions, type PageOptions, toHints } from './page-options.js';
import { startProgress } from './progress.js';
import { Report } from './report.js';
import { WatchMemory } from './watch-memory.js';

interface WatchOptions extends CommonOptions, PageOptions {
  jobs: number;
  moveTo?: string;
}

/** How long a file has to stay as it is before it is read, in milliseconds: it may still be written. */
const SETTLED = 2_000;
/** Files read in one go. */
const BATCH = 200;
/** Between two looks for files that have settled, and before an archive that takes nothing is tried again, in milliseconds. */
const PAUSE = 250;
const BUSY_PAUSE = 5_000;

export const watchCommand: CommandFactory = (open, finish) =>
  addPageOptions(createCommand('watch', 'Read pages into the archive as they arrive in a folder, until it is stopped.'))
    .argument('<folder>', 'the folder, with all below it')
    .option('--jobs <n>', 'extract in this many threads', parseJobs, 1)
    .option('--move-to <folder>', 'move files there whose pages are all in the archive')
    .action(async (folder: string, options: WatchOptions) => {
      finish(await watch(folder, options, open(options)));
    });

async function watch(folder: string, options: WatchOptions, session: Session): Promise<ExitCode> {
  const { config, io, stderr, database } = session;
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new ArchiveError('input_not_found', `There is no folder ${folder}`);
  if (options.moveTo !== undefined && isInside(options.moveTo, folder)) {
    throw new ArchiveError('invalid_configuration', '--move-to cannot be a folder that is watched');
  }
  const siteRules = await loadSiteRules(options.siteRules ?? config.siteRules);
  const archive = await openArchive(session);
  const memory = await WatchMemory.open(`${toPath(database)}.watched.json`);
  const extraction = openExtraction(options.jobs, { timeZone: archive.timeZone, siteRules, packs: true });
  const report = new Report(session, startProgress(null, stderr));
  const arrived = new Set<string>();
  const watcher = watchFolder(folder, {
    awaitWriteFinish: { stabilityThreshold: SETTLED, pollInterval: 100 },
    followSymlinks: false,
    ignored: (path, stats) =>
      path !== folder && (basename(path).startsWith('.') || (stats?.isFile() === true && kindOfName(path) === null)),
  });
  watcher.on('add', (path) => arrived.add(path));
  watcher.on('change', (path) => arrived.add(path));
  watcher.on('unlink', (path) => memory.forget(resolve(path)));
  watcher.on('error', (error) => {
    void stderr.writeLine(`watch: ${toPrintable(error instanceof Error ? error.message : String(error))}`);
  });
  watcher.on('ready', () => {
    void stderr.writeLine(`Watching ${folder}. Ctrl-C ends it.`);
  });

  /** Reads some files, and gives how long to wait before the next. */
  const readSome = async (paths: readonly string[]): Promise<number> => {
    const fresh: { path: string; size: number; mtimeMs: number }[] = [];
    for (const path of paths) {
      const stats = await stat(path).catch(() => null);
      if (stats !== null && !memory.has(resolve(path), stats))
        fresh.push({ path, size: stats.size, mtimeMs: stats.mtimeMs });
    }
    if (fresh.length === 0) return PAUSE;
    const pages = readPages(
      fresh.map(({ path }) => path),
      { stdin: io.stdin, ...config, hints: toHints(options) },
    );
    const { extractor, ahead } = extraction;
    const how = { extractor, ahead, signal: io.signal, store: archive.write, clock: io.clock };
    const failed: string[] = [];
    let isBusy = false;
    for await (const item of publishPages(pages, how)) {
      await report.addOutcome(item);
      if (!('outcome' in item) || item.outcome !== 'failed') continue;
      failed.push(item.name);
      isBusy ||= item.error.code === 'unavailable';
    }
    // What was cut short, or not taken, is read once more: pages that are there already stay as they are.
    if (io.signal.aborted) return 0;
    if (isBusy) {
      for (const { path } of fresh) arrived.add(path);
      return BUSY_PAUSE;
    }
    for (const { path, ...stats } of fresh) memory.note(resolve(path), stats);
    await memory.save();
    if (options.moveTo !== undefined) {
      // Pages inside a file have its name and more.
      for (const { path } of fresh)
        if (!failed.some((name) => name.startsWith(path))) await moveFile(path, folder, options.moveTo);
    }
    return PAUSE;
  };

  try {
    while (!io.signal.aborted) {
      const some = [...arrived].sort().slice(0, BATCH);
      for (const path of some) arrived.delete(path);
      const pause = some.length === 0 ? PAUSE : await readSome(some);
      if (arrived.size === 0 || pause > PAUSE)
        await sleep(pause, undefined, { signal: io.signal }).catch(() => undefined);
    }
  } finally {
    await watcher.close();
    await extraction.close();
    await archive.close();
  }
  await report.close(false);
  return exitCodes.done;
}

const isInside = (path: string, folder: string) => !relative(resolve(folder), resolve(path)).startsWith('..');

/** Moves a file to the same place below another folder. */
async function moveFile(path: string, from: string, to: string): Promise<void> {
  const target = join(to, relative(from, path));
  await mkdir(dirname(target), { recursive: true });
  await rename(path, target).catch((cause: unknown) => {
    throw new ArchiveError('unavailable', `${path} cannot be moved to ${target}`, {
      suggestion: 'The folder of --move-to has to be on the same disk.',
      cause,
    });
  });
}
