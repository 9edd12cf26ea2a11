/** Mirroring: an archive is filled from the monthly files of another, and then follows its changes. It knows no network. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ArchivedArticle, type ArchiveFile, archivedArticle } from '../domain/archives.js';
import { parseChangeToken } from '../domain/change.js';
import type { ChangeEntry } from '../domain/change-entry.js';
import { ArchiveError } from '../domain/errors.js';
import type { Mirror, MirrorCounts, MirrorPlace, MirrorStep } from '../domain/mirror.js';
import type { Month } from '../domain/month.js';
import { listAddresses } from '../ingest/identity.js';
import { openFile } from '../ingest/source/byte-stream.js';
import { cutLines } from '../ingest/source/records.js';
import { gunzip } from '../ingest/source/unpack.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';
import { measure } from './archives.js';

/** The manifest of an origin. */
export interface OriginManifest {
  archiveId: string;
  timeZone: string;
  since: string;
  articleCount: number;
  isComplete: boolean;
  data: { month: Month; articleCount: number; seq: number; file: ArchiveFile | null }[];
}

/** The archive that is mirrored. What it cannot answer now it throws as `unavailable`, and 410 as `changes_expired`. */
export interface Origin {
  url: string;
  listArchives(): Promise<OriginManifest>;
  openFile(name: string): Promise<AsyncIterable<Uint8Array>>;
  /** Changes behind a token, with articles as they are now, whole and with their order. */
  listChanges(since: string): Promise<{ data: ChangeEntry[]; page: { next: string; hasMore: boolean } }>;
}

export interface MirrorOptions {
  read: ReadStore;
  write: WriteStore;
  origin: Origin;
  /** Where a file is put until it is known to be whole. */
  temporaryFile: string;
  /** Epoch milliseconds. */
  clock: () => number;
  signal: AbortSignal;
  /** Told how many articles are to come, when that is known, and of those that came. */
  onExpect?: (articleCount: number) => void;
  onArticles?: (articleCount: number) => void;
}

/** Steps of a transaction. */
const BATCH = 100;
/** Between two looks whether files are made, in milliseconds. */
const PAUSE = 1_000;
/** How often months that change while they are compared are compared again. */
const LOOKS = 10;
/** Bytes of a line: far above what any page can become. */
const LONGEST_LINE = 2 ** 30;

/** Brings a mirror up to date: what its origin has, the first time, and what changed since. Going on after a break at any point. */
export async function updateMirror(options: MirrorOptions): Promise<MirrorCounts> {
  const sums: MirrorCounts = { written: 0, unchanged: 0, removed: 0 };
  const take = async (steps: readonly MirrorStep[], place: MirrorPlace) => {
    options.signal.throwIfAborted();
    const counts = await options.write.mirror(steps, place, options.clock());
    for (const name of ['written', 'unchanged', 'removed'] as const) sums[name] += counts[name];
    options.onArticles?.(steps.length);
  };
  const known = await options.read.getMirror();
  const mirror = known !== null && known.months === null ? known : await takeFiles(options, take);
  await takeChanges(options, mirror.since, take);
  return sums;
}

type Take = (steps: readonly MirrorStep[], place: MirrorPlace) => Promise<void>;

/** The manifest, once every month has a file. */
async function waitForFiles({ origin, signal }: MirrorOptions): Promise<OriginManifest> {
  for (;;) {
    const manifest = await origin.listArchives();
    if (manifest.isComplete) return manifest;
    await sleep(PAUSE, undefined, { signal });
  }
}

async function takeFiles(options: MirrorOptions, take: Take): Promise<Mirror> {
  const { write, origin, onExpect } = options;
  const manifest = await waitForFiles(options);
  const { archiveId, timeZone, since } = manifest;
  // Where it was begun before, the changes are still needed from where they were then.
  const mirror = await write.beginMirror({ url: origin.url, archiveId, timeZone, since });
  const months = mirror.months ?? [];
  const missing = manifest.data.filter(({ month }) => !months.includes(month));
  onExpect?.(missing.reduce((sum, { articleCount }) => sum + articleCount, 0));
  for (const { month, file } of missing) {
    if (file === null) continue;
    await fetchFile(file, options);
    let steps: MirrorStep[] = [];
    for await (const article of readFile(options.temporaryFile, file.contentBytes)) {
      steps.push(toStep(article));
      if (steps.length < BATCH) continue;
      await take(steps, { since: mirror.since, months: [...months] });
      steps = [];
    }
    months.push(month);
    await take(steps, { since: mirror.since, months: [...months] });
  }
  await rm(options.temporaryFile, { force: true });
  await take([], { since: mirror.since, months: null });
  return mirror;
}

/** Fetches a file whole, and compares what came with what the manifest says of it. */
async function fetchFile({ name, bytes, sha256 }: ArchiveFile, { origin, temporaryFile, signal }: MirrorOptions) {
  const came = measure();
  await pipeline(await origin.openFile(name), came.pass, createWriteStream(temporaryFile), { signal });
  if (came.bytes === bytes && came.digest() === sha256) return;
  throw new ArchiveError('unavailable', `${name} did not come as the origin says it is`, {
    suggestion: 'Run the same again: what is in already stays.',
  });
}

async function* readFile(path: string, contentBytes: number): AsyncGenerator<ArchivedArticle> {
  for await (const line of cutLines(gunzip(openFile(path), contentBytes), LONGEST_LINE)) {
    if ('error' in line) throw line.error;
    yield checkArticle(JSON.parse(Buffer.from(line.bytes).toString('utf8')));
  }
}

const toStep = (article: ArchivedArticle): MirrorStep => {
  const { addresses } = listAddresses(article.url, article.aliases);
  return { op: 'put', article, addresses };
};

/** Checks that an article is one; it is kept as it came, with what this version does not know. */
function checkArticle(given: unknown): ArchivedArticle {
  const { success, error } = archivedArticle.safeParse(given);
  if (success) return given as ArchivedArticle;
  const [issue] = error.issues;
  throw new ArchiveError('mirror_conflict', `The origin has an article that is none here: ${issue?.message}`, {
    suggestion: 'It may be of another version: bring both to the same one.',
    cause: error,
  });
}

async function takeChanges({ origin }: MirrorOptions, from: string, take: Take): Promise<void> {
  for (let since = from; ; ) {
    const { data, page } = await origin.listChanges(since).catch((error: unknown) => {
      if (!(error instanceof ArchiveError) || error.code !== 'changes_expired') throw error;
      throw new ArchiveError('mirror_conflict', `${origin.url} is another archive now, or was restored from a backup`, {
        suggestion: 'Make a mirror of it in another file.',
        cause: error,
      });
    });
    since = page.next;
    const steps = data.flatMap(({ op, id, article, order }): MirrorStep[] => {
      if (op === 'delete') return [{ op, id }];
      // It is gone by now: that is an entry of its own.
      return article ? [toStep(checkArticle({ ...article, order }))] : [];
    });
    await take(steps, { since, months: null });
    if (!page.hasMore) return;
  }
}

/** What comparing a mirror with its origin gave: months, by whether they have the same articles, word for word. */
export interface Comparison {
  equal: number;
  differing: Month[];
  /** They changed whenever they were looked at. */
  uncompared: Month[];
}

/** Compares checksums of all months, following the origin meanwhile. */
export async function verifyMirror(options: MirrorOptions): Promise<Comparison> {
  const { read, signal } = options;
  const checked = new Map<Month, boolean>();
  for (let look = 1; ; look += 1) {
    await updateMirror(options);
    const { data } = await waitForFiles(options);
    const reached = parseChangeToken((await read.getMirror())?.since ?? '')?.seq ?? 0;
    const snapshot = await read.openMonths();
    const uncompared: Month[] = [];
    try {
      for (const { month, seq, file } of data) {
        if (checked.get(month)) continue;
        signal.throwIfAborted();
        // Neither the file nor the mirror may be of another state of the month.
        if (file === null || file.seq < seq || seq > reached) uncompared.push(month);
        else checked.set(month, (await hashMonth(snapshot.read(month))) === file.contentSha256);
      }
    } finally {
      await snapshot.close();
    }
    if (uncompared.length > 0 && look < LOOKS) {
      await sleep(PAUSE, undefined, { signal });
      continue;
    }
    // Of a month that the origin does not have there must be nothing here.
    const listed = new Set(data.map(({ month }) => month));
    const { months } = await read.listMonths();
    const stray = uncompared.length > 0 ? [] : months.map(({ month }) => month).filter((month) => !listed.has(month));
    const compared = [...checked].filter(([month]) => listed.has(month));
    const differing = compared.filter(([, isEqual]) => !isEqual).map(([month]) => month);
    return { equal: compared.length - differing.length, differing: [...differing, ...stray], uncompared };
  }
}

async function hashMonth(lines: AsyncIterable<Uint8Array>): Promise<string> {
  const measured = measure();
  for await (const _ of measured.pass(lines));
  return measured.digest();
}
