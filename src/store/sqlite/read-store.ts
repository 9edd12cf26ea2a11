/** The read side of the SQLite archive: quick reads on the thread that asks, slow ones in reader threads. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type {
  ArticleFilter,
  Count,
  FacetName,
  FacetValue,
  IndexParameters,
  PageParameters,
  QuoteFilter,
  StatisticFilter,
  Total,
} from '../../domain/query.js';
import type { WeighedWord } from '../../domain/related.js';
import type { SearchQuery } from '../../domain/search.js';
import type { SuggestionQuery } from '../../domain/suggestion.js';
import type {
  ArticleListOptions,
  ArticleParts,
  ChangeOptions,
  Child,
  ListDocuments,
  ListFilters,
  ListName,
  ReadStore,
  SearchOptions,
  SearchPage,
  SnapshotOptions,
} from '../store.js';
import type { WebhookReads } from '../webhooks.js';
import { toPath } from './connect.js';
import type { IndexName } from './lists/name-index.js';
import { planList, QUICK } from './lists/plan.js';
import { openReader, type Reader } from './reader.js';
import { type PoolOptions, ReaderPool } from './threads/pool.js';
import { Snapshots } from './threads/snapshots.js';

export interface ReadStoreOptions extends Partial<PoolOptions> {
  /** Told every statement that runs on the thread of the caller. */
  verbose?: (statement: unknown) => void;
}

/**
 * Opens an archive for reading; the caller closes it. Without options it has a reader thread for every core but one and
 * a deadline of five seconds. Throws `unavailable` when there is no file, and `archive_incompatible` when it is not of
 * this version.
 */
export function openReadStore(
  location: string,
  { threads = Math.max(1, availableParallelism() - 1), deadline = 5_000, verbose }: ReadStoreOptions = {},
): ReadStore {
  const reader = openReader(location, { guarded: false, verbose });
  const store = new SqliteReadStore(reader, new ReaderPool(location, { threads, deadline }), location);
  return Object.assign(store, reader.webhooks);
}

class SqliteReadStore implements Omit<ReadStore, keyof WebhookReads> {
  readonly #reader: Reader;
  readonly #pool: ReaderPool;

  readonly #location: string;
  readonly #snapshots = new Snapshots();

  constructor(reader: Reader, pool: ReaderPool, location: string) {
    this.#reader = reader;
    this.#pool = pool;
    this.#location = location;
  }

  async getArticle(id: string, include: readonly Child[]) {
    return this.#reader.documents.getArticle(id, include);
  }

  async getArticles(ids: readonly string[], parts: ArticleParts) {
    return this.#reader.documents.getArticles(ids, parts);
  }

  async findOwners(ids: readonly string[]) {
    return this.#reader.addresses.findOwners(ids);
  }

  async listArticles(filter: ArticleFilter, options: ArticleListOptions) {
    const { lookup, lists } = this.#reader;
    const plan = planList(lookup, 'articles', filter, options.sort);
    return plan.quick ? lists.listArticles(plan, options) : this.#pool.run('listArticles', filter, options);
  }

  async listQuotes(filter: QuoteFilter, options: PageParameters) {
    const { lookup, lists } = this.#reader;
    const plan = planList(lookup, 'quotes', filter, options.sort);
    return plan.quick ? lists.listQuotes(plan, options) : this.#pool.run('listQuotes', filter, options);
  }

  async listStatistics(filter: StatisticFilter, options: PageParameters) {
    const { lookup, lists } = this.#reader;
    const plan = planList(lookup, 'statistics', filter, options.sort);
    return plan.quick ? lists.listStatistics(plan, options) : this.#pool.run('listStatistics', filter, options);
  }

  async search<L extends ListName>(
    list: L,
    filter: ListFilters[L],
    query: SearchQuery,
    options: SearchOptions,
  ): Promise<SearchPage<ListDocuments[L]>> {
    return this.#pool.run('search', list, filter, query, options) as Promise<SearchPage<ListDocuments[L]>>;
  }

  async openSnapshot<L extends ListName>(list: L, filter: ListFilters[L], options: SnapshotOptions) {
    return this.#snapshots.openList<ListDocuments[L]>(this.#location, { name: list, filter, options });
  }

  async listMonths() {
    const { inTransaction, changeLog, months } = this.#reader;
    return inTransaction(() => ({ state: changeLog.getState(), months: months.list() }));
  }

  async openMonths() {
    return this.#snapshots.openMonths(this.#location);
  }

  async countRows<L extends ListName>(
    list: L,
    filter: ListFilters[L],
    how: Exclude<Count, 'none'>,
    query?: SearchQuery,
  ): Promise<Total> {
    return this.#pool.run('countRows', list, filter, how, query);
  }

  async countFacets<L extends ListName>(
    list: L,
    filter: ListFilters[L],
    facets: readonly FacetName[],
    query?: SearchQuery,
  ): Promise<Partial<Record<FacetName, FacetValue[]>>> {
    return this.#pool.run('countFacets', list, filter, facets, query);
  }

  async listSections() {
    return this.#reader.navigation.listSections();
  }

  async listSources() {
    return this.#pool.run('listSources');
  }

  async listPeople(page: IndexParameters) {
    return this.#reader.nameIndex.list('people', page);
  }

  async findPerson(name: string) {
    return this.#reader.nameIndex.find('people', name);
  }

  async getPerson(name: string) {
    return this.#isQuick('people', name) ? this.#reader.nameIndex.getPerson(name) : this.#pool.run('getPerson', name);
  }

  async listOrganizations(page: IndexParameters) {
    return this.#reader.nameIndex.list('organizations', page);
  }

  async findOrganization(name: string) {
    return this.#reader.nameIndex.find('organizations', name);
  }

  async getOrganization(name: string) {
    return this.#isQuick('organizations', name)
      ? this.#reader.nameIndex.getOrganization(name)
      : this.#pool.run('getOrganization', name);
  }

  /** Whether an entry is in so few articles that its roles are read at once. */
  #isQuick(index: IndexName, name: string): boolean {
    return (this.#reader.nameIndex.find(index, name)?.articleCount ?? 0) <= QUICK;
  }

  async explainSearch(query: SearchQuery, id: string) {
    return this.#pool.run('explainSearch', query, id);
  }

  async listRelated(id: string, words: readonly WeighedWord[], limit: number) {
    return this.#pool.run('listRelated', id, words, limit);
  }

  async listSimilarWords(words: readonly string[]) {
    return this.#pool.run('listSimilarWords', words);
  }

  async listSuggestions(query: SuggestionQuery) {
    return this.#reader.suggestions.listSuggestions(query);
  }

  async listIssues(source: string, options: Omit<PageParameters, 'sort'>) {
    return this.#reader.issues.listIssues(source, options);
  }

  async listHoldings(source: string, first: string, last: string) {
    return this.#pool.run('listHoldings', source, first, last);
  }

  async getIssue(source: string, date: string) {
    return this.#reader.issues.getIssue(source, date);
  }

  async listChanges(seq: number, options: ChangeOptions) {
    return this.#reader.changeLog.listChanges(seq, options);
  }

  async listRevisions(articleId: string) {
    return this.#reader.revisions.list(articleId);
  }

  async getRevision(articleId: string, revision: number) {
    return this.#reader.revisions.find(articleId, revision);
  }

  async listUnpublished(after: string, limit: number) {
    return this.#reader.unpublished.list(after, limit);
  }

  async getUnpublished(id: string) {
    return this.#reader.unpublished.find(id);
  }

  async getNextPublication() {
    return this.#reader.unpublished.findNextTime();
  }

  async findEdit(articleId: string) {
    return this.#reader.originals.findEdit(articleId);
  }

  async listCorrections(articleId: string) {
    return this.#reader.originals.listCorrections(articleId);
  }

  readOriginals(readBy: string | null) {
    return this.#reader.originals.readOriginals(readBy);
  }

  async countOriginals(readBy: string | null) {
    return this.#reader.originals.countOriginals(readBy);
  }

  async getMirror() {
    return this.#reader.mirrors.find();
  }

  async findKey(id: string) {
    return this.#reader.keys.find(id);
  }

  async findAnswer(name: string) {
    return this.#reader.answers.find(name);
  }

  async listKeys() {
    return this.#reader.keys.list();
  }

  getState() {
    return this.#reader.changeLog.getState();
  }

  async getUsage() {
    const path = toPath(this.#location);
    const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    return {
      bytes: sizeOf(path),
      logBytes: sizeOf(`${path}-wal`),
      ...this.#pool.load,
      snapshots: this.#snapshots.count,
    };
  }

  async close(): Promise<void> {
    await this.#snapshots.close();
    this.#reader.close();
    await this.#pool.close();
  }
}
