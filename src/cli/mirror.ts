/** `baoku mirror`: an archive that says what another one says, brought up to date and kept so. */
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ArchiveError, type ErrorCode } from '../domain/errors.js';
import type { MirrorCounts } from '../domain/mirror.js';
import { UNDATED } from '../domain/month.js';
import { type Comparison, type MirrorOptions, updateMirror, verifyMirror } from '../services/mirror.js';
import { toPath } from '../store/sqlite/connect.js';
import { migrateArchive } from '../store/sqlite/upkeep/migrate.js';
import { type OpenArchive, openArchive } from './archive.js';
import {
  type CommandFactory,
  type CommonOptions,
  createCommand,
  type ExitCode,
  exitCodes,
  type Session,
} from './command.js';
import { readManifest } from './manifest.js';
import { createOrigin, type HearingOrigin } from './origin.js';
import { type Progress, startProgress } from './progress.js';

interface MirrorCommandOptions extends CommonOptions {
  follow?: true;
  verify?: true;
}

export const mirrorCommand: CommandFactory = (open, finish) =>
  createCommand('mirror', 'Make the archive at --database a mirror of another, or bring it up to date.')
    .argument('<url>', 'address of the other archive, as far as before /v1')
    .option('--follow', 'stay, and take over what changes until stopped')
    .option('--verify', 'compare checksums of all months, also when it was there before')
    .action(async (url: string, options: MirrorCommandOptions) => {
      finish(await mirror(url, options, open(options)));
    });

/** While nothing is heard of, the origin is asked all the same, in milliseconds. */
const LOOK_EVERY = 60_000;
/** After a failure, in milliseconds; twice as long each time. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** What another time may go well. */
const passing: readonly ErrorCode[] = [
  'unavailable',
  'overloaded',
  'rate_limited',
  'deadline_exceeded',
  'state_not_reached',
  'request_timeout',
];

async function mirror(url: string, options: MirrorCommandOptions, session: Session): Promise<ExitCode> {
  const { config, database, io } = session;
  const origin = createOrigin({
    url: checkUrl(url),
    key: config.mirrorKey,
    userAgent: `baoku-mirror/${readManifest().version}`,
    signal: io.signal,
  });
  try {
    if (!existsSync(toPath(database))) {
      // A new one is made in the zone of its origin.
      const { timeZone } = await origin.listArchives();
      migrateArchive(database, { timeZone, at: io.clock() });
    }
    const archive = await openArchive(session);
    try {
      return await run(archive, origin, options, session);
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (!io.signal.aborted) throw error;
    if (options.follow) return exitCodes.done;
    await session.stderr.writeLine('mirror: interrupted; run again, it goes on from where it was');
    return exitCodes.interrupted;
  }
}

async function run(
  { read, write }: OpenArchive,
  origin: HearingOrigin,
  { follow, verify }: MirrorCommandOptions,
  session: Session,
): Promise<ExitCode> {
  const { database, io, stderr } = session;
  let progress: Progress | undefined;
  const options: MirrorOptions = {
    ...{ read, write, origin, clock: io.clock, signal: io.signal },
    temporaryFile: `${toPath(database)}.mirroring`,
    onExpect(articleCount) {
      progress ??= startProgress(one(articleCount), stderr, 'articles');
    },
    onArticles(articleCount) {
      progress?.advance(articleCount);
      for (let n = 0; n < articleCount; n += 1) progress?.addPage();
    },
  };
  const isNew = (await read.getMirror())?.months !== null;
  try {
    const counts = await retry(() => updateMirror(options), follow === true, session);
    // What is made the first time is compared in any case.
    const comparison = isNew || verify ? await retry(() => verifyMirror(options), follow === true, session) : null;
    progress?.stop();
    await tell(session, origin.url, counts, comparison, await read.getMirror());
    if (comparison !== null && comparison.differing.length > 0) return exitCodes.failed;
    while (follow) {
      const since = (await read.getMirror())?.since ?? '';
      await retry(() => origin.waitForChange(since, LOOK_EVERY), true, session);
      const counts = await retry(() => updateMirror(options), true, session);
      if (counts.written + counts.removed > 0) await tell(session, origin.url, counts, null, await read.getMirror());
    }
    return exitCodes.done;
  } finally {
    progress?.stop();
  }
}

async function* one(total: number): AsyncGenerator<number> {
  yield total;
}

/** Does it again for as long as it fails in passing, where somebody waits for it to go on. */
async function retry<T>(work: () => Promise<T>, isPatient: boolean, { io, stderr }: Session): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      io.signal.throwIfAborted();
      return await work();
    } catch (error) {
      const isPassing = error instanceof ArchiveError && passing.includes(error.code);
      if (!isPatient || !isPassing || io.signal.aborted) throw error;
      await stderr.writeLine(`mirror: ${error.message}; tried again in ${pause / 1000} s`);
      // Spread, so that mirrors that failed together do not come back together.
      await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal: io.signal });
    }
  }
}

async function tell(
  { database, json, stdout, stderr }: Session,
  url: string,
  counts: MirrorCounts,
  comparison: Comparison | null,
  place: { archiveId: string; since: string } | null,
): Promise<void> {
  const { written, unchanged, removed } = counts;
  const name = (months: Comparison['differing']) => months.map((month) => month ?? UNDATED).join(', ');
  if (comparison !== null && comparison.differing.length > 0) {
    await stderr.writeLine(
      `mirror: other articles than at the origin in ${name(comparison.differing)}; make the mirror anew in another file`,
    );
  }
  if (json) {
    const { archiveId, since } = place ?? {};
    const verified = comparison && { ...comparison };
    await stdout.writeLine(JSON.stringify({ url, database, archiveId, since, ...counts, verified }));
    return;
  }
  const lines = [`${written} written, ${removed} removed, ${unchanged} as they were`];
  if (comparison !== null) {
    const { equal, differing, uncompared } = comparison;
    lines.push(`${equal} months have the checksums of the origin, ${differing.length} have not`);
    if (uncompared.length > 0) lines.push(`not compared, since they kept changing: ${name(uncompared)}`);
  }
  await stdout.writeLine(lines.join('\n'));
}

function checkUrl(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, '');
  throw new ArchiveError('invalid_configuration', `${url} is no address of an archive`, {
    suggestion: 'Write it whole, as https://archive.example',
  });
}
