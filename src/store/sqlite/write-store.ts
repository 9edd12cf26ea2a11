/** The write side of the SQLite archive: one transaction a call, one writing process at a time. */
import type Database from 'better-sqlite3';
import { type Correction, type CorrectionRequest, settleCorrection } from '../../domain/correction.js';
import type { ArticleEdit } from '../../domain/edit.js';
import { checkLimits, mayWrite, type WriteLimits } from '../../domain/key.js';
import type { Replacement } from '../../domain/write.js';
import type { WebhookWrites } from '../webhooks.js';
import type { EditCondition, EditedArticle, Outcome, Publishable, ReplaceOutcome, WriteStore } from '../writing.js';
import { type ConnectOptions, connect, toPath } from './connect.js';
import { createRevisions, type Revisions } from './revisions.js';
import { type Connection, wrapConnection } from './statement.js';
import { checkVersion } from './upkeep/migrate.js';
import { createWebhookWrites } from './webhooks.js';
import { type Addresses, claimAddresses, keepAliases, keepUrl, refuseAddress } from './writing/addresses.js';
import { ArticleWriter, type ServedArticle } from './writing/article-writer.js';
import { createKept, type Kept } from './writing/kept.js';
import { createKeyWrites, type KeyWrites } from './writing/key-writes.js';
import {
  changeArticles,
  createMirrors,
  createMirrorWrites,
  type Mirrors,
  type MirrorWrites,
} from './writing/mirrors.js';
import { openWrite } from './writing/packed.js';
import {
  type PreparedArticle,
  prepareCorrected,
  prepareExtraction,
  readContent,
  readFindings,
  type WriteHead,
} from './writing/prepare.js';
import type { Rows, StoredArticle } from './writing/rows.js';
import { type Extraction, readPlace, readSummary, type Stored } from './writing/stored.js';
import { createUnpublishedWrites, type UnpublishedWrites } from './writing/unpublished-writes.js';

/**
 * Opens an archive for writing; the caller closes it. Throws `unavailable` when there is no file, and
 * `archive_incompatible` when it is not of this version.
 */
export function openWriteStore(location: string, options: ConnectOptions = {}): WriteStore {
  const client = connect(location, 'write', options);
  try {
    checkVersion(client, toPath(location));
    const connection = wrapConnection(client);
    const timeZone = client.prepare('SELECT time_zone FROM archive').pluck().get() as string;
    const writer = new ArticleWriter(connection, timeZone);
    return Object.assign(
      new SqliteWriteStore(connection, writer),
      createMirrorWrites(connection, writer),
      createUnpublishedWrites(connection, writer),
      createKeyWrites(connection),
      createWebhookWrites(connection),
    );
  } catch (error) {
    client.close();
    throw error;
  }
}

const ANYWHERE: WriteLimits = { sections: [], sources: [] };

interface PutOptions {
  revision: number;
  /** Version of the rules that read the original last. */
  readBy: string;
  at: number;
  /** Those of the article, where they are not stored yet. */
  corrections?: readonly Correction[];
}

class SqliteWriteStore
  implements Omit<WriteStore, keyof WebhookWrites | keyof KeyWrites | keyof MirrorWrites | keyof UnpublishedWrites>
{
  readonly #client: Database.Database;
  readonly #writer: ArticleWriter;
  readonly #rows: Rows;
  readonly #stored: Stored;
  readonly #kept: Kept;
  readonly #addresses: Addresses;
  readonly #revisions: Revisions;
  readonly #mirrors: Mirrors;

  constructor(connection: Connection, writer: ArticleWriter) {
    this.#client = connection.client;
    this.#writer = writer;
    this.#rows = writer.rows;
    this.#stored = writer.stored;
    this.#addresses = writer.addresses;
    this.#kept = createKept(connection);
    this.#revisions = createRevisions(connection);
    this.#mirrors = createMirrors(connection);
  }

  async publish(writes: readonly Publishable[], at: number, within?: WriteLimits): Promise<Outcome[]> {
    return this.#change(() => writes.map((write) => this.#publish(write, at, within)));
  }

  async replace(replacements: readonly Replacement[], at: number): Promise<ReplaceOutcome[]> {
    return this.#change(() => replacements.map((replacement) => this.#replace(replacement, at)));
  }

  async correct(id: string, request: CorrectionRequest, at: number, within?: WriteLimits): Promise<boolean> {
    return this.#change(() => {
      const stored = this.#rows.findArticle(id);
      if (!stored) return false;
      if (within) checkLimits(within, readPlace(stored));
      const { rowid } = stored;
      const extraction = this.#stored.restoreExtraction(stored);
      const corrections = this.#stored.readCorrections(rowid);
      const correction = settleCorrection(
        request,
        { found: extraction, corrections, text: extraction.article.text },
        at,
      );
      if (correction === null) return false;
      this.#putCorrection(rowid, correction);
      this.#putExtraction(extraction, stored, { revision: stored.revision + 1, readBy: stored.readBy, at });
      return true;
    });
  }

  async edit(
    id: string,
    edited: EditedArticle,
    edit: ArticleEdit,
    { revision, within }: EditCondition,
  ): Promise<boolean> {
    return this.#change(() => {
      const stored = this.#rows.findArticle(id);
      if (stored?.revision !== revision) return false;
      checkLimits(within, readPlace(stored), edited);
      const { findings, ...rest } = edited;
      const extraction = { ...this.#stored.restoreExtraction(stored), ...rest, ...findings };
      const { at, author, fields } = edit;
      const before = this.#kept.findEdit(stored.rowid);
      this.#putExtraction(extraction, stored, { revision: revision + 1, readBy: stored.readBy, at });
      const { url, aliases } = readSummary(this.#rows.findArticle(id) as StoredArticle);
      this.#addresses.keepOnly(id, [...aliases, url ?? '']);
      this.#kept.putEdit(stored.rowid, { at, author, fields: { ...before?.fields, ...fields } });
      return true;
    });
  }

  async shelve(id: string, at: number, within: WriteLimits): Promise<boolean> {
    return this.#change(() => {
      const stored = this.#rows.findArticle(id);
      if (!stored) return false;
      checkLimits(within, readPlace(stored));
      const { rowid, revision, readBy } = stored;
      const [name, mediaType, hints, bytes] = this.#rows.readOriginal.get({ article: rowid }) as [
        string,
        string,
        string,
        Buffer,
      ];
      const extraction = this.#stored.restoreExtraction(stored);
      const corrections = this.#stored.readCorrections(rowid);
      const article = { revision, readBy, extraction, corrections, edit: this.#kept.findEdit(rowid) };
      this.#kept.shelve(id, article, { name, mediaType, hints, bytes });
      return this.#withdraw(id, at);
    });
  }

  async publishDue(at: number): Promise<number> {
    return this.#writer.transact(() => this.#kept.listDue(at).filter((id) => this.#restore(id, at, ANYWHERE)).length);
  }

  async restore(id: string, at: number, within: WriteLimits): Promise<boolean> {
    return this.#change(() => this.#restore(id, at, within));
  }

  #change<T>(work: () => T): T {
    return changeArticles(this.#writer, this.#mirrors, work);
  }

  #restore(id: string, at: number, within: WriteLimits): boolean {
    const taken = this.#kept.take(id);
    if (!taken) return false;
    const { revision, readBy, extraction, corrections, edit } = taken.article;
    checkLimits(within, extraction);
    const owner = this.#addresses.findOwner(id);
    if (owner !== undefined) throw refuseAddress(extraction.article.url ?? id, owner);
    const article = this.#putExtraction(extraction, undefined, { revision: revision + 1, readBy, at, corrections });
    this.#rows.putOriginal({ article, ...taken.original });
    if (edit) this.#kept.putEdit(article, edit);
    for (const one of corrections) this.#putCorrection(article, one);
    this.#rows.deleteWithdrawal({ id });
    return true;
  }

  async withdraw(id: string, at: number): Promise<boolean> {
    return this.#change(() => {
      this.#revisions.forget(id);
      this.#addresses.keepOnly(id, []);
      return this.#withdraw(id, at);
    });
  }

  #putCorrection(article: number, correction: Correction): void {
    const { target, item, at } = correction;
    this.#rows.putCorrection({ article, target, item: item.id, at, document: JSON.stringify(correction) });
  }

  #claim(id: string, { addresses }: Pick<WriteHead, 'addresses'>): void {
    claimAddresses(id, addresses, { addresses: this.#addresses, rows: this.#rows, kept: this.#kept });
  }

  #withdraw(id: string, at: number): boolean {
    const stored = this.#rows.findArticle(id);
    if (!stored) return false;
    this.#writer.remove(stored, at);
    return true;
  }

  async close(): Promise<void> {
    this.#client.close();
  }

  #publish(given: Publishable, at: number, within: WriteLimits | undefined): Outcome {
    const { head: write, prepare } = openWrite(given);
    const { id } = write.article;
    const stored = this.#rows.findArticle(id);
    if (within && !(mayWrite(within, write) && (!stored || mayWrite(within, readPlace(stored)))))
      return { outcome: 'refused', id };
    if (stored?.fingerprint === write.fingerprint) return { outcome: 'unchanged', id };
    const owner = stored ? undefined : this.#addresses.findOwner(id);
    if (owner !== undefined) return { outcome: 'moved', id, to: owner, url: this.#findUrl(owner) };
    if (!stored && this.#kept.findStatus(id) !== undefined) return { outcome: 'withdrawn', id };
    const edit = stored ? this.#kept.findEdit(stored.rowid) : null;
    if (edit !== null && edit.at !== write.editedAt) return { outcome: 'edited', id, edit };
    const prepared = prepare();
    const heldBy = stored && this.#stored.findHolder(stored, write, () => readContent(prepared.article).text);
    if (heldBy !== undefined) return { outcome: 'conflict', id, heldBy };

    const withdrawn = stored ? undefined : this.#rows.readWithdrawal.get({ id })?.[0];
    const revision = (stored?.revision ?? withdrawn ?? 0) + 1;
    const known = stored ? keepAliases(write, readSummary(stored)) : write;
    const options = { revision, readBy: write.article.extractor, at };
    const article = this.#putArticle(known, prepared.article, stored, options);
    this.#rows.putOriginal({ article, ...write.original, bytes: prepared.original });
    if (withdrawn !== undefined) this.#rows.deleteWithdrawal({ id });
    return { outcome: revision === 1 ? 'created' : 'updated', id };
  }

  #replace({ write, replaces }: Replacement, at: number): ReplaceOutcome {
    const stored = this.#rows.findArticle(write.article.id);
    if (stored?.fingerprint !== replaces) return 'outdated';
    if (stored.fingerprint !== write.fingerprint && this.#kept.findEdit(stored.rowid)?.at !== write.editedAt)
      return 'outdated';
    if (stored.fingerprint === write.fingerprint) {
      this.#rows.noteReader({ rowid: stored.rowid, readBy: write.article.extractor });
      return 'unchanged';
    }
    const known = keepAliases(write, readSummary(stored));
    this.#putExtraction(known, stored, { revision: stored.revision + 1, readBy: write.article.extractor, at });
    return 'updated';
  }

  /** The URL of a published article. */
  #findUrl(id: string): string | null {
    const stored = this.#rows.findArticle(id);
    return stored ? readSummary(stored).url : null;
  }

  /** Writes an extraction in place of what is stored. Gives the row. */
  #putExtraction(given: Extraction, stored: StoredArticle | undefined, options: PutOptions): number {
    return this.#putArticle(given, prepareExtraction(given), stored, options);
  }

  /**
   * Writes the article and all that hangs on it but its original in place of what is stored, and logs the change: as it was
   * `found`, or as its corrections have it. Gives the row.
   */
  #putArticle(
    given: Omit<WriteHead, 'original'>,
    found: PreparedArticle,
    stored: StoredArticle | undefined,
    { revision, readBy, at, corrections: known }: PutOptions,
  ): number {
    const write = stored ? keepUrl(given, readSummary(stored)) : given;
    this.#claim(write.article.id, write);
    const places = this.#writer.findPlaces(write);
    const summary = this.#writer.summarize(write.article, places, { revision, at });
    const corrections = known ?? (stored ? this.#stored.readCorrections(stored.rowid) : []);
    const isCorrected = corrections.length > 0;
    const served: ServedArticle = {
      summary,
      prepared: isCorrected ? prepareCorrected(found, summary, corrections) : found,
    };
    const contentChanged = this.#writer.differs(served, stored);
    if (stored && contentChanged) this.#revisions.keep(this.#stored.restoreServed(stored));
    const { fingerprint } = write;
    const article = this.#writer.put(served, places, stored, { fingerprint, readBy, at, contentChanged });
    if (isCorrected) this.#rows.putUncorrected({ article, document: JSON.stringify(readFindings(found)) });
    return article;
  }
}
