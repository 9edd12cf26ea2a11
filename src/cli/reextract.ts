/** `baoku reextract`: the pages in the archive read again by the rules of this version. */
import { countPending, type Reextraction, reextractPages } from '../services/reextract.js';
import type { ReadStore } from '../store/store.js';
import { openArchive, openForReading } from './archive.js';
import {
  type CommandFactory,
  type CommonOptions,
  createCommand,
  type ExitCode,
  exitCodes,
  type Session,
} from './command.js';
import { listDifferences, summarizeDifferences } from './differences.js';
import { loadSiteRules, openExtraction, parseJobs } from './extraction.js';
import { toPrintable } from './io.js';
import { type Progress, startProgress } from './progress.js';
import { renderFailure } from './render.js';

interface ReextractOptions extends CommonOptions {
  dryRun?: true;
  all?: true;
  jobs: number;
  siteRules?: string;
}

export const reextractCommand: CommandFactory = (open, finish) =>
  createCommand('reextract', 'Read the pages in the archive again, and store what comes out otherwise.')
    .option('--dry-run', 'store nothing; print what would change')
    .option('--all', 'also pages that this version has read before')
    .option('--jobs <n>', 'extract in this many threads', parseJobs, 1)
    .option('--site-rules <file>', 'JSON file with selectors by site (BAOKU_SITE_RULES)')
    .action(async (options: ReextractOptions) => {
      finish(await reextract(options, open(options)));
    });

async function reextract(options: ReextractOptions, session: Session): Promise<ExitCode> {
  const { config, io, stdout } = session;
  const dryRun = options.dryRun === true;
  const all = options.all === true;
  const siteRules = await loadSiteRules(options.siteRules ?? config.siteRules);
  const archive = dryRun ? { ...(await openForReading(session)), write: null } : await openArchive(session);
  const { read, write, timeZone } = archive;
  const extraction = openExtraction(options.jobs, { timeZone, siteRules, packs: false });
  const progress = startProgress(measure(read, all), session.stderr);
  const counts = { changed: 0, unchanged: 0, outdated: 0, failed: 0 };
  const stop = new AbortController();
  try {
    const { extractor, ahead } = extraction;
    const signal = AbortSignal.any([io.signal, stop.signal]);
    for await (const item of reextractPages({ read, write, all, extractor, ahead, signal, clock: io.clock })) {
      counts[item.outcome] += 1;
      progress.advance(1);
      progress.addPage();
      await tell(item, session, progress);
      // Output that nobody reads was all there was to do.
      if (dryRun && stdout.isClosed) stop.abort();
    }
  } finally {
    progress.stop();
    await extraction.close();
    await archive.close();
  }
  await stdout.writeLine(session.json ? JSON.stringify(counts) : renderSums(counts, options));
  if (io.signal.aborted) return exitCodes.interrupted;
  return counts.failed > 0 ? exitCodes.failed : exitCodes.done;
}

async function* measure(read: ReadStore, all: boolean): AsyncGenerator<number> {
  yield await countPending(read, all);
}

async function tell(item: Reextraction, { stdout, json, verbose }: Session, progress: Progress): Promise<void> {
  const { id, name, outcome } = item;
  if (outcome === 'failed') {
    const { code, message, suggestion, cause } = item.error;
    await progress.writeLine(renderFailure(name, item.error));
    if (verbose && cause instanceof Error) await progress.writeLine(cause.stack ?? '');
    if (json) await stdout.writeLine(JSON.stringify({ id, name, outcome, error: { code, message, suggestion } }));
  } else if (json) {
    await stdout.writeLine(JSON.stringify(item));
  } else if (outcome === 'changed') {
    const lines = verbose ? listDifferences(item.differences) : [];
    const line = `changed: ${toPrintable(name)} (${id}): ${summarizeDifferences(item.differences)}`;
    await stdout.writeLine([line, ...lines].join('\n'));
  }
}

function renderSums(
  { changed, unchanged, outdated, failed }: Record<Reextraction['outcome'], number>,
  { dryRun, all }: ReextractOptions,
): string {
  const pages = changed + unchanged + outdated + failed;
  const sums = `${pages} pages: ${changed} ${dryRun ? 'would change' : 'changed'}, ${unchanged} unchanged, ${failed} failed`;
  const lines = [dryRun ? `${sums}; nothing was stored` : sums];
  if (pages === 0 && !all) lines.push('This version has read every page of the archive; --all reads them again.');
  if (failed > 0) lines.push('Articles of failed pages stay as they are.');
  if (outdated > 0) lines.push(`${outdated} articles were imported anew or withdrawn meanwhile, and left alone.`);
  return lines.join('\n');
}
