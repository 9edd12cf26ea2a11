/**
 * Monthly archives: files made from the archive when somebody asks for them, and kept in a folder until their month changes. They
 * are made one after the other from one snapshot, at constant memory.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { type ArchiveFile, type ArchiveManifest, archiveName, nameArchive } from '../domain/archives.js';
import { type Month, type MonthSummary, UNDATED } from '../domain/month.js';
import type { MonthsSnapshot, ReadStore } from '../store/store.js';

/** How long the manifest waits for what is being made, in milliseconds. */
const PATIENCE = 2_000;
/** How long a file stays that another took the place of: whoever read the manifest before can still fetch it. */
const GRACE = 24 * 3_600_000;
const LINE_END = 10;

export interface ArchivesOptions {
  read: ReadStore;
  /** Made with the first file. */
  folder: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** What stands beside a file. */
interface Made extends ArchiveFile {
  archiveId: string;
}

/** The monthly archives of an archive. Must be closed. */
export class Archives {
  readonly #read: ReadStore;
  readonly #folder: string;
  readonly #clock: () => number;
  readonly #files = new Map<Month, Made>();
  readonly #closing = new AbortController();
  #making: Promise<void> | undefined;

  constructor({ read, folder, clock }: ArchivesOptions) {
    this.#read = read;
    this.#folder = folder;
    this.#clock = clock;
  }

  /**
   * What there is of each month. It begins to make what is missing or of an earlier state, and waits a little for it; throws
   * what went wrong with that.
   */
  async list(): Promise<ArchiveManifest> {
    const { state, months } = await this.#read.listMonths();
    const { archiveId, timeZone, articleCount } = state;
    const isCurrent = ({ month, seq }: MonthSummary) => {
      const file = this.#files.get(month);
      return file !== undefined && file.archiveId === archiveId && file.seq >= seq;
    };
    for (const summary of months) if (!isCurrent(summary)) await this.#load(summary.month, archiveId);
    const wanted = months.filter((summary) => !isCurrent(summary));
    if (wanted.length > 0) {
      this.#making ??= this.#make(wanted, months).finally(() => {
        this.#making = undefined;
      });
      // Who waits no longer is told the next time, when it is tried again.
      const making = this.#making;
      making.catch(() => {});
      await Promise.race([making, sleep(PATIENCE, undefined, { ref: false })]);
    }
    const listed = months.map((summary) => {
      const { archiveId: of, ...file } = this.#files.get(summary.month) ?? {};
      return { ...summary, file: of === archiveId ? (file as ArchiveFile) : null };
    });
    return {
      archiveId,
      timeZone,
      articleCount,
      // What is not there yet will be made from this state or a later one.
      seq: Math.min(state.seq, ...listed.map(({ seq, file }) => (file && file.seq < seq ? file.seq : state.seq))),
      isComplete: listed.every(({ file }) => file !== null),
      isCurrent: months.every(isCurrent),
      months: listed,
    };
  }

  /** Where a file is; null: there is none of this name. */
  async find(name: string): Promise<{ path: string; bytes: number; sha256: string } | null> {
    const [, , sha256] = archiveName.exec(name) ?? [];
    if (sha256 === undefined) return null;
    const path = join(this.#folder, name);
    const found = await stat(path).catch(() => null);
    return found && { path, bytes: found.size, sha256 };
  }

  /** Stops what is being made. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#making?.catch(() => {});
  }

  async #make(wanted: readonly MonthSummary[], months: readonly MonthSummary[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const snapshot = await this.#read.openMonths();
    try {
      for (const { month } of wanted) await this.#makeFile(month, snapshot);
    } finally {
      await snapshot.close();
    }
    await this.#tidy(new Set(months.map(({ month }) => nameNote(month))));
  }

  async #makeFile(month: Month, { state, read }: MonthsSnapshot): Promise<void> {
    const unfinished = join(this.#folder, `${randomUUID()}.making`);
    const content = measure();
    const packed = measure();
    try {
      const steps = [read(month), content.pass, createGzip(), packed.pass] as const;
      await pipeline(...steps, createWriteStream(unfinished, { flush: true }), { signal: this.#closing.signal });
      // Emptied since it was counted.
      if (content.lines === 0) return;
      const sha256 = packed.digest();
      const made: Made = {
        archiveId: state.archiveId,
        name: nameArchive(month, sha256),
        seq: state.seq,
        articleCount: content.lines,
        bytes: packed.bytes,
        sha256,
        contentBytes: content.bytes,
        contentSha256: content.digest(),
      };
      await rename(unfinished, join(this.#folder, made.name));
      await this.#keep(month, made);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** Notes the newest file of a month; the one before may go when its time is over. */
  async #keep(month: Month, made: Made): Promise<void> {
    const before = this.#files.get(month);
    const unfinished = join(this.#folder, `${randomUUID()}.making`);
    await writeFile(unfinished, JSON.stringify(made), { flush: true });
    await rename(unfinished, join(this.#folder, nameNote(month)));
    this.#files.set(month, made);
    if (before === undefined || before.name === made.name) return;
    const now = this.#clock() / 1000;
    await utimes(join(this.#folder, before.name), now, now).catch(() => {});
  }

  /** Reads what a file was noted as, by this process before it was started again or by another one. */
  async #load(month: Month, archiveId: string): Promise<void> {
    const text = await readFile(join(this.#folder, nameNote(month)), 'utf8').catch(() => null);
    if (text === null) return;
    const made = JSON.parse(text) as Made;
    if (made.archiveId === archiveId && (await this.find(made.name))) this.#files.set(month, made);
  }

  /** Removes files that others took the place of, and what a process left that was killed while it made one. */
  async #tidy(notes: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder);
    const noted = names.filter((name) => notes.has(name)).map((name) => readFile(join(this.#folder, name), 'utf8'));
    const kept = new Set((await Promise.all(noted)).map((text) => (JSON.parse(text) as Made).name));
    const oldest = this.#clock() - GRACE;
    for (const name of names) {
      if (kept.has(name) || !(archiveName.test(name) || name.endsWith('.making'))) continue;
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => null);
      if (found !== null && found.mtimeMs < oldest) await rm(path, { force: true });
    }
  }
}

/** The file that says what the newest file of a month is. */
const nameNote = (month: Month) => `${month ?? UNDATED}.json`;

/** Measures bytes on their way through. */
export function measure() {
  const hash = createHash('sha256');
  const measured = {
    bytes: 0,
    lines: 0,
    async *pass(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        measured.bytes += chunk.byteLength;
        for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) measured.lines += 1;
        yield chunk;
      }
    },
    digest: () => hash.digest('hex'),
  };
  return measured;
}
