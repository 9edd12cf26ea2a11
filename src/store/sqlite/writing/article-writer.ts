/**
 * Writes what is served of an article and all that follows from it: rows, terms and their counts, the search index,
 * suggestions, months and the change log. What is served, and why, is decided by those who call it.
 */
import { type ArticleReference, type ArticleSummary, normalizePageNumber } from '../../../domain/article.js';
import { formatInstant } from '../../../domain/time.js';
import { transact } from '../connect.js';
import { createSearchIndex, type SearchIndex } from '../search/search-index.js';
import { createSuggestionIndex, type SuggestionIndex } from '../search/suggestion-index.js';
import type { Connection } from '../statement.js';
import { buildSortKeys } from '../terms.js';
import { type Addresses, createAddresses } from './addresses.js';
import { MonthChanges } from './months.js';
import { Naming } from './naming.js';
import { type PreparedArticle, readFindings, type WriteHead } from './prepare.js';
import { prepareRows, type Rows, type StoredArticle } from './rows.js';
import { createStored, readSummary, type Stored, visibleFindings, visibleParts } from './stored.js';
import { TermCounts } from './term-counts.js';

/** An article as readers get it, and what was prepared of that. */
export interface ServedArticle {
  summary: ArticleSummary;
  prepared: PreparedArticle;
}

/** Where an article stands, as the archive names it. */
export interface Places {
  sections: ReturnType<Naming['findSections']>;
  source: ReturnType<Naming['findSource']> | null;
}

export interface PutOptions {
  fingerprint: string;
  /** Version of the rules that read the original last. */
  readBy: string;
  at: number;
  /** Whether readers see another article than before. */
  contentChanged: boolean;
  /** The row to write a new article to; the next one when not given. */
  row?: number;
}

/** The writing of one connection. */
export class ArticleWriter {
  readonly rows: Rows;
  readonly addresses: Addresses;
  readonly stored: Stored;
  readonly timeZone: string;
  readonly #connection: Connection;
  readonly #search: SearchIndex;
  readonly #suggestions: SuggestionIndex;
  readonly #naming: Naming;
  readonly #terms: TermCounts;
  readonly #months: MonthChanges;

  constructor(connection: Connection, timeZone: string) {
    this.#connection = connection;
    this.timeZone = timeZone;
    this.rows = prepareRows(connection);
    this.addresses = createAddresses(connection);
    this.stored = createStored(this.rows, this.addresses);
    this.#search = createSearchIndex(connection);
    this.#suggestions = createSuggestionIndex(connection, this.rows);
    this.#naming = new Naming(this.rows);
    this.#terms = new TermCounts(this.rows, this.#naming, this.#suggestions);
    this.#months = new MonthChanges(connection, timeZone);
  }

  /** Runs `work` in a transaction, and writes at its end what it changed of counts. */
  transact<T>(work: () => T): T {
    try {
      return transact(this.#connection.client, () => {
        const result = work();
        this.#terms.write();
        this.#months.write();
        this.#suggestions.flush();
        this.#search.flush();
        return result;
      });
    } catch (error) {
      this.#naming.forget();
      throw error;
    } finally {
      this.#terms.clear();
      this.#months.clear();
      this.#suggestions.forget();
      this.#search.forget();
    }
  }

  /** Section and source of an article, those that are new being made. */
  findPlaces({ section, source }: Pick<WriteHead, 'section' | 'source'>): Places {
    return { sections: this.#naming.findSections(section), source: source && this.#naming.findSource(source) };
  }

  /** What lists tell of an article that stands at these places and is changed now. */
  summarize(
    article: WriteHead['article'],
    { sections, source }: Places,
    { revision, at }: { revision: number; at: number },
  ): ArticleSummary {
    return {
      id: article.id,
      url: article.url,
      title: article.title,
      section: sections.at(-1)?.reference ?? null,
      source: source?.reference ?? null,
      issue: article.issue,
      publishedAt: article.publishedAt,
      subtitle: article.subtitle,
      lead: article.lead,
      breadcrumb: article.breadcrumb,
      byline: article.byline,
      keywords: article.keywords,
      aliases: article.aliases,
      charCount: article.charCount,
      // To the second, which is all that is kept of it.
      modifiedAt: formatInstant(at, this.timeZone),
      revision,
      extractor: article.extractor,
    };
  }

  /** Whether readers see another article than the one that is stored. */
  differs({ summary, prepared }: ServedArticle, stored: StoredArticle | undefined): boolean {
    return (
      !stored ||
      visibleParts(summary) !== visibleParts(readSummary(stored)) ||
      Buffer.from(this.rows.readContent.get({ article: stored.rowid })?.[0] ?? '').compare(prepared.content) !== 0 ||
      visibleFindings(readFindings(prepared)) !== visibleFindings(this.stored.readFindings(stored.rowid))
    );
  }

  /** Writes an article in place of what is stored, and logs the change. Gives its row. */
  put(
    served: ServedArticle,
    { sections, source }: Places,
    stored: StoredArticle | undefined,
    options: PutOptions,
  ): number {
    const { rows } = this;
    const { summary, prepared } = served;
    const { id, url, title, section, issue, publishedAt, revision } = summary;
    const { fingerprint, readBy, at, contentChanged, row = null } = options;
    const before = stored && this.#readKeys(stored);
    const reference: ArticleReference = { id, url, title, section, source: summary.source, issue, publishedAt };
    const columns = {
      id,
      fingerprint,
      revision,
      readBy,
      source: source?.term ?? null,
      issueDate: issue?.date ?? null,
      pageNumber: issue?.page ? normalizePageNumber(issue.page) : null,
      reference: JSON.stringify(reference),
      document: JSON.stringify(summary),
    };
    if (stored) {
      this.#search.remove(stored.rowid);
      rows.updateArticle({ rowid: stored.rowid, ...columns });
      this.#terms.uncount(stored.rowid);
      rows.deleteChildren(stored.rowid);
    }
    const article = stored?.rowid ?? Number(rows.insertArticle({ rowid: row, ...columns }).lastInsertRowid);
    rows.putContent({ article, document: prepared.content });
    this.stored.insertFindings(article, prepared);
    const keys = buildSortKeys(summary, this.timeZone);
    const terms = this.#terms.insert(article, prepared.terms, { sections, source }, keys);
    this.#search.add(article, keys.published, prepared.search, terms);
    const { published } = keys;
    this.#suggestions.moveTitle(article, before ?? null, { title, published, tokens: prepared.titleTokens });
    this.#log(id, 'upsert', at, contentChanged, { from: before?.published ?? null, to: published });
    return article;
  }

  /** Takes an article out, and logs that it is gone. */
  remove(stored: StoredArticle, at: number): void {
    const { id, revision } = readSummary(stored);
    const before = this.#readKeys(stored);
    this.#search.remove(stored.rowid);
    this.#suggestions.moveTitle(stored.rowid, before, null);
    this.#terms.uncount(stored.rowid);
    this.rows.deleteArticle({ rowid: stored.rowid });
    this.rows.insertWithdrawal({ id, revision });
    this.#log(id, 'delete', at, true, { from: before.published, to: null });
  }

  #log(
    id: string,
    op: 'upsert' | 'delete',
    at: number,
    contentChanged: boolean,
    { from, to }: { from: number | null; to: number | null },
  ): void {
    const { lastInsertRowid } = this.rows.insertChange({ id, op, at, contentChanged: contentChanged ? 1 : 0 });
    this.#months.note(Number(lastInsertRowid), from, to);
  }

  /** The title of an article as it is stored, and when it counts as published. */
  #readKeys(stored: StoredArticle): { title: string; published: number } {
    const article = readSummary(stored);
    return { title: article.title, published: buildSortKeys(article, this.timeZone).published };
  }
}
