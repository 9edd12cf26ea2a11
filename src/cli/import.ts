/** `baoku import`: pages into the archive, or with --dry-run onto the screen. */

import { previewArticle } from '../domain/preview.js';
import { findFiles } from '../ingest/source/walk.js';
import { readPages } from '../ingest/source.js';
import { extractPages, toWrite } from '../services/extract.js';
import { publishPages } from '../services/publish.js';
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
import { addPageOptions, type PageOptions, toHints } from './page-options.js';
import { startProgress } from './progress.js';
import { Report } from './report.js';

interface ImportOptions extends CommonOptions, PageOptions {
  dryRun?: true;
  jobs: number;
}

export const importCommand: CommandFactory = (open, finish) =>
  addPageOptions(
    createCommand('import', 'Read pages into the archive: files, folders, globs, or - for standard input.'),
  )
    .argument('<inputs...>', '.txt .html .md .ndjson .json, and .gz or .zip of these')
    .option('--dry-run', 'store nothing; print what would be stored')
    .option('--jobs <n>', 'extract in this many threads', parseJobs, 1)
    .action(async (inputs: string[], options: ImportOptions) => {
      finish(await importPages(inputs, options, open(options)));
    });

async function importPages(inputs: readonly string[], options: ImportOptions, session: Session): Promise<ExitCode> {
  const { config, io } = session;
  const dryRun = options.dryRun === true;
  const siteRules = await loadSiteRules(options.siteRules ?? config.siteRules);
  const archive = dryRun ? null : await openArchive(session);
  const timeZone = archive?.timeZone ?? config.timezone;
  const extraction = openExtraction(options.jobs, { timeZone, siteRules, packs: !dryRun });
  const progress = startProgress(inputs.includes('-') ? null : measureFiles(inputs), session.stderr);
  const report = new Report(session, progress);
  const stop = new AbortController();
  try {
    const pages = readPages(inputs, {
      stdin: io.stdin,
      maxPageBytes: config.maxPageBytes,
      maxUnpackedBytes: config.maxUnpackedBytes,
      hints: toHints(options),
      onRead: progress.advance,
    });
    const { extractor, ahead } = extraction;
    const how = { extractor, ahead, signal: AbortSignal.any([io.signal, stop.signal]) };
    if (archive === null) {
      for await (const item of extractPages(pages, how)) {
        if ('skipped' in item) await report.addSkipped(item.name, item.skipped);
        else if ('error' in item) await report.addFailure(item.name, item.error, null);
        else
          await report.addPreview(item.name, previewArticle(toWrite(item.write), io.clock(), timeZone), item.warnings);
        // Output that nobody reads was all there was to do.
        if (session.stdout.isClosed) stop.abort();
      }
    } else {
      const outcomes = publishPages(pages, { ...how, store: archive.write, clock: io.clock });
      for await (const item of outcomes) await report.addOutcome(item);
    }
  } finally {
    progress.stop();
    // Standard input that is left in the middle would keep the process waiting.
    if (inputs.includes('-')) io.stdin.destroy();
    await extraction.close();
    await archive?.close();
  }
  await report.close(dryRun);
  if (io.signal.aborted) return exitCodes.interrupted;
  return report.hasFailures ? exitCodes.failed : exitCodes.done;
}

async function* measureFiles(inputs: readonly string[]): AsyncGenerator<number> {
  for await (const found of findFiles(inputs)) if ('size' in found) yield found.size ?? 0;
}
