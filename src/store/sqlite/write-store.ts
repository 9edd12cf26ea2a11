/** The write side of the SQLite archive: one transaction a call, one writing process at a time. */
import { constants, gzipSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import {
  type ArticleContent,
  type ArticleReference,
  type ArticleSummary,
  normalizePageNumber,
} from '../../domain/article.js';
import { findOrganization } from '../../domain/names.js';
import { formatInstant } from '../../domain/time.js';
import type { ArticleWrite } from '../../domain/write.js';
import type { Outcome, WriteStore } from '../store.js';
import { type ConnectOptions, connect, toPath, translateErrors } from './connect.js';
import { checkVersion } from './migrate.js';
import { type Named, Naming } from './naming.js';
import { prepareRows, type Rows, type StoredArticle } from './rows.js';
import { wrapConnection } from './statement.js';
import { buildSortKeys, listTerms, termKinds } from './terms.js';

/**
 * Opens an archive for writing; the caller closes it. Throws `unavailable` when there is no file, and
 * `archive_incompatible` when it is not of this version.
 */
export function openWriteStore(location: string, options: ConnectOptions = {}): WriteStore {
  const client = connect(location, 'write', options);
  try {
    checkVersion(client, toPath(location));
    return new SqliteWriteStore(client);
  } catch (error) {
    client.close();
    throw error;
  }
}

class SqliteWriteStore implements WriteStore {
  readonly #client: Database.Database;
  readonly #rows: Rows;
  readonly #naming: Naming;
  readonly #timeZone: string;
  /** How many articles and quotes each term gained or lost in this transaction. */
  readonly #differences = new Map<number, { articles: number; quotes: number }>();

  constructor(client: Database.Database) {
    this.#client = client;
    this.#rows = prepareRows(wrapConnection(client));
    this.#naming = new Naming(this.#rows);
    this.#timeZone = client.prepare('SELECT time_zone FROM archive').pluck().get() as string;
  }

  async publish(writes: readonly ArticleWrite[], at: number): Promise<Outcome[]> {
    return this.#transact(() => writes.map((write) => this.#publish(write, at)));
  }

  async withdraw(id: string, at: number): Promise<boolean> {
    return this.#transact(() => {
      const stored = this.#rows.findArticle(id);
      if (!stored) return false;
      this.#uncountTerms(stored.rowid);
      this.#rows.deleteArticle({ rowid: stored.rowid });
      this.#rows.insertWithdrawal({ id, revision: stored.revision });
      this.#rows.insertChange({ id, op: 'delete', at, contentChanged: 1 });
      return true;
    });
  }

  async close(): Promise<void> {
    this.#client.close();
  }

  #transact<T>(work: () => T): T {
    try {
      return translateErrors(this.#client.name, () =>
        // Immediate, so that a second writer waits at the start and never fails in the middle.
        this.#client
          .transaction(() => {
            const result = work();
            for (const [term, { articles, quotes }] of this.#differences) {
              if (articles !== 0 || quotes !== 0) this.#rows.addToTerm({ term, articles, quotes });
            }
            return result;
          })
          .immediate(),
      );
    } catch (error) {
      this.#naming.forget();
      throw error;
    } finally {
      this.#differences.clear();
    }
  }

  #publish(write: ArticleWrite, at: number): Outcome {
    const { id } = write.article;
    const stored = this.#rows.findArticle(id);
    if (stored?.fingerprint === write.fingerprint) return { outcome: 'unchanged', id };
    const heldBy = stored && this.#findHolder(stored, write);
    if (heldBy !== undefined) return { outcome: 'conflict', id, heldBy };

    const withdrawn = stored ? undefined : this.#rows.readWithdrawal.get({ id })?.[0];
    const revision = (stored?.revision ?? withdrawn ?? 0) + 1;
    const contentChanged = this.#putArticle(write, stored, revision, at);
    if (withdrawn !== undefined) this.#rows.deleteWithdrawal({ id });
    this.#rows.insertChange({ id, op: 'upsert', at, contentChanged: contentChanged ? 1 : 0 });
    return { outcome: revision === 1 ? 'created' : 'updated', id };
  }

  /**
   * The original that holds the id, when it must not be replaced: a page without a URL is known by its headline and place
   * in the issue only, and another file with another text under the same headline is another article.
   */
  #findHolder(stored: StoredArticle, write: ArticleWrite): string | undefined {
    if (write.article.url !== null) return undefined;
    const name = this.#rows.readOriginalName.get({ article: stored.rowid })?.[0];
    if (name === undefined || baseName(name) === baseName(write.original.name)) return undefined;
    return this.#readContent(stored).text === write.article.text ? undefined : name;
  }

  #readContent(stored: StoredArticle): ArticleContent {
    return JSON.parse(this.#rows.readContent.get({ article: stored.rowid })?.[0] ?? '{}') as ArticleContent;
  }

  /** Writes the article and all that hangs on it in place of what is stored; says whether readers see a change. */
  #putArticle(write: ArticleWrite, stored: StoredArticle | undefined, revision: number, at: number): boolean {
    const rows = this.#rows;
    const sections = this.#naming.findSections(write.section);
    const source = write.source && this.#naming.findSource(write.source);
    // To the second, as the document shows it: what was read from it finds it again.
    const modifiedAt = at - (at % 1000);
    const { body, text, ...given } = write.article;
    const { id, url, title, issue, publishedAt } = given;
    const section = sections.at(-1)?.reference ?? null;
    const reference: ArticleReference = {
      id,
      url,
      title,
      section,
      source: source?.reference ?? null,
      issue,
      publishedAt,
    };
    const summary: ArticleSummary = {
      ...reference,
      subtitle: given.subtitle,
      lead: given.lead,
      breadcrumb: given.breadcrumb,
      byline: given.byline,
      keywords: given.keywords,
      charCount: given.charCount,
      modifiedAt: formatInstant(modifiedAt, this.#timeZone),
      revision,
      extractor: given.extractor,
    };
    const content = JSON.stringify({ body, text } satisfies ArticleContent);
    const contentChanged =
      !stored ||
      visibleParts(summary) !== visibleParts(JSON.parse(stored.document) as ArticleSummary) ||
      content !== rows.readContent.get({ article: stored.rowid })?.[0];

    const columns = {
      id,
      fingerprint: write.fingerprint,
      revision,
      source: source?.term ?? null,
      issueDate: issue?.date ?? null,
      pageNumber: issue?.page ? normalizePageNumber(issue.page) : null,
      reference: JSON.stringify(reference),
      document: JSON.stringify(summary),
    };
    if (stored) {
      rows.updateArticle({ rowid: stored.rowid, ...columns });
      this.#uncountTerms(stored.rowid);
      rows.deleteChildren(stored.rowid);
    }
    const article = stored?.rowid ?? Number(rows.insertArticle(columns).lastInsertRowid);
    rows.putContent({ article, document: content });
    const { bytes, ...original } = write.original;
    rows.putOriginal({ article, ...original, bytes: gzipSync(bytes, { level: constants.Z_BEST_SPEED }) });
    this.#insertChildren(article, write);
    this.#insertTerms(article, write, sections, source, modifiedAt);
    return contentChanged;
  }

  #insertChildren(article: number, { quotes, statistics }: ArticleWrite): void {
    quotes.forEach((quote, position) => {
      const { kind, speaker, role } = quote;
      const organization = findOrganization(quote);
      this.#rows.insertQuote({ article, position, kind, speaker, role, organization, document: JSON.stringify(quote) });
    });
    statistics.forEach((statistic, position) => {
      const { unit, normalizedUnit, normalizedValue, measure, asOf } = statistic;
      this.#rows.insertStatistic({
        article,
        position,
        unit,
        normalizedUnit,
        normalizedValue: normalizedValue === null ? null : Number(normalizedValue),
        measure,
        asOfFrom: asOf?.from ?? null,
        asOfTo: asOf?.to ?? null,
        document: JSON.stringify(statistic),
      });
    });
  }

  #insertTerms(
    article: number,
    write: ArticleWrite,
    sections: readonly Named<unknown>[],
    source: Named<unknown> | null,
    modifiedAt: number,
  ): void {
    const keys = buildSortKeys(write, modifiedAt, this.#timeZone);
    const insert = (kind: number, term: number, quoteCount = 0) => {
      this.#rows.insertArticleTerm({ article, kind, term, ...keys, quoteCount });
      this.#count(term, 1, quoteCount);
    };
    for (const { term } of sections) insert(termKinds.section, term);
    if (source) insert(termKinds.source, source.term);
    for (const key of listTerms(write)) insert(key.kind, this.#naming.findTerm(key), key.quoteCount);
  }

  /** Takes an article out of the counts of its terms. */
  #uncountTerms(article: number): void {
    for (const [term, quoteCount] of this.#rows.readTermsOf.all({ article })) this.#count(term, -1, -quoteCount);
  }

  #count(term: number, articles: number, quotes: number): void {
    const known = this.#differences.get(term);
    if (known) {
      known.articles += articles;
      known.quotes += quotes;
    } else {
      this.#differences.set(term, { articles, quotes });
    }
  }
}

/** What readers see of an article beside its body; which rules found it, and when, is not part of it. */
function visibleParts({ modifiedAt, revision, extractor, ...visible }: ArticleSummary): string {
  return JSON.stringify(visible);
}

/** The last part of a path, with either kind of slash. */
function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
