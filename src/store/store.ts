/**
 * The contract between Baoku and whatever keeps its data. Everything above the store is written against this file;
 * `test/store/contract.ts` is its specification, and every adapter runs it.
 *
 * Documents come out as JSON text (see domain/json): they are stored as the API answers them, and the columns beside
 * them only serve to find them. Methods are coarse: each is one transaction, and nobody above holds one open.
 */
import type { Article, ArticleSummary, QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import type { Change } from '../domain/change.js';
import type { Correction } from '../domain/correction.js';
import type { IssueHolding } from '../domain/coverage.js';
import type { Place } from '../domain/cursor.js';
import type { ArticleEdit } from '../domain/edit.js';
import type { FoundExplanation } from '../domain/explanation.js';
import type { KeptAnswer } from '../domain/idempotency.js';
import type { Json } from '../domain/json.js';
import type { StoredKey } from '../domain/key.js';
import type { Mirror } from '../domain/mirror.js';
import type { Month, MonthSummary } from '../domain/month.js';
import type { Organization, OrganizationSummary } from '../domain/organization.js';
import type { Person, PersonSummary } from '../domain/person.js';
import type {
  ArticleFilter,
  Count,
  FacetName,
  FacetValue,
  IndexParameters,
  PageParameters,
  QuoteFilter,
  Sort,
  StatisticFilter,
  Total,
} from '../domain/query.js';
import type { RelatedArticle, WeighedWord } from '../domain/related.js';
import type { SearchQuery, SearchSort, SearchStrategy } from '../domain/search.js';
import type { Section } from '../domain/section.js';
import type { Issue, Source } from '../domain/source.js';
import type { Suggestion, SuggestionQuery } from '../domain/suggestion.js';
import type { StoredOriginal, UnpublishedArticle } from '../domain/write.js';
import type { WebhookReads } from './webhooks.js';

/** The cursors of the pages beside one; null where the list ends. */
export interface Neighbors {
  next: string | null;
  prev: string | null;
}

/** Where a page stands in its list. */
export interface Placed extends Neighbors {
  /** Where each item stands; with `list`, `encodeCursor` makes a cursor of it. */
  places: Place[];
  /** Fingerprint of the list. */
  list: string;
}

/** One page of a list. */
export interface Page<T> extends Placed {
  items: T[];
}

/** One page of a list of documents, as the text of one JSON array. */
export interface DocumentPage<T> extends Placed {
  items: Json<T[]>;
}

/** What of an article to read along. */
export type Child = 'quotes' | 'statistics';

/** What articles are given with beside their summary. It takes no more statements, whatever is asked for. */
export interface ArticleParts {
  include: readonly Child[];
  /** Whether to give body and text. */
  content: boolean;
  /** Whether to give `order`: the number by which articles of one date are ordered. No two articles have the same at a time. */
  order?: boolean;
}

export interface ArticleListOptions extends PageParameters, ArticleParts {}

export interface SearchOptions extends ArticleParts {
  sort: SearchSort;
  /** By relevance: days after which what is found counts for less; see `searchHalfLife`. */
  halfLife?: number | undefined;
  limit: number;
  cursor?: string | undefined;
}

export interface SnapshotOptions extends ArticleParts {
  sort?: Sort | undefined;
}

/** A list from its first row to its last, as it was at one moment, whatever is written meanwhile. */
export interface ListSnapshot<T> {
  /** The archive at that moment. */
  state: ArchiveState;
  /** The rows, some at a time; the next are read when they are asked for. To be walked once. */
  pages: AsyncIterable<Json<T[]>>;
  /** Ends it before its end; walking to the end, or leaving the loop, does it, too. */
  close(): Promise<void>;
}

/** The months of an archive as they were at one moment, whatever is written meanwhile. Must be closed. */
export interface MonthsSnapshot {
  /** The archive at that moment. */
  state: ArchiveState;
  /**
   * All articles of a month, as lines, some at a time: each the JSON of a whole article with quotes, statistics and `order`; by when
   * it counts as published, then by id, so that two archives with the same articles give the same bytes. Months are read one after the other.
   */
  read(month: Month): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** One page of what a search found. */
export interface SearchPage<T> extends DocumentPage<T> {
  /** What each document weighs, by words and how it was found; comparable within one search only. */
  scores: number[];
  strategy: SearchStrategy;
}

/** The documents of each list. */
export interface ListDocuments {
  articles: Article | ArticleSummary;
  quotes: QuoteInArticle;
  statistics: StatisticInArticle;
}

/** What an article read by id can be. */
export type Found = { state: 'published'; article: Json<Article> } | { state: 'withdrawn' } | { state: 'unknown' };

/** The three lists, and the filter that selects from each. */
export interface ListFilters {
  articles: ArticleFilter;
  quotes: QuoteFilter;
  statistics: StatisticFilter;
}
export type ListName = keyof ListFilters;

/**
 * Reading. An article counts as published at its time or, failing that, when the day of its printed issue began; one that
 * has neither stands last in a newest-first list and in no range. Filters throw `unknown_section` or `unknown_source` (with the nearest name as suggestion), `invalid_cursor`
 * and `invalid_parameter`; anything slow throws `deadline_exceeded` when it ran past the deadline of the store.
 * Withdrawn articles are in no list, count or facet.
 */
export interface ReadStore extends WebhookReads {
  /** One article with its body, and its children when asked for. */
  getArticle(id: string, include: readonly Child[]): Promise<Found>;

  /** Articles by id, in the order of `ids`; those that are not there are left out. At most `limits.ids`. */
  getArticles(ids: readonly string[], parts: ArticleParts): Promise<Json<(Article | ArticleSummary)[]>>;

  /**
   * The article that each of these ids leads to: the published one of this id, or else the one that has the address which the id
   * stands for, published or not, or else the withdrawn one. Ids that lead nowhere are left out.
   */
  findOwners(ids: readonly string[]): Promise<Map<string, string>>;

  listArticles(filter: ArticleFilter, options: ArticleListOptions): Promise<DocumentPage<Article | ArticleSummary>>;

  /** By the date of their article, then in reading order. */
  listQuotes(filter: QuoteFilter, options: PageParameters): Promise<DocumentPage<QuoteInArticle>>;
  listStatistics(filter: StatisticFilter, options: PageParameters): Promise<DocumentPage<StatisticInArticle>>;

  /**
   * The rows of a list that hold what is looked for. By relevance: those that hold it as typed, then those with all the
   * words, then with some; of many, the newest 2,000 are ranked, and the best 1,000 can be paged through. By date: those
   * of the first of these kinds that there are any of. Throws as lists do.
   */
  search<L extends ListName>(
    list: L,
    filter: ListFilters[L],
    query: SearchQuery,
    options: SearchOptions,
  ): Promise<SearchPage<ListDocuments[L]>>;

  /**
   * A whole list of one moment, for exports; an archive has few at the same time, `unavailable` says that there are too
   * many. Throws as lists do. Children and content are for articles only.
   */
  openSnapshot<L extends ListName>(
    list: L,
    filter: ListFilters[L],
    options: SnapshotOptions,
  ): Promise<ListSnapshot<ListDocuments[L]>>;

  /** How many rows a list has, or a search by date in it; `estimated` stops at `limits.estimate`. */
  countRows<L extends ListName>(
    list: L,
    filter: ListFilters[L],
    how: Exclude<Count, 'none'>,
    query?: SearchQuery,
  ): Promise<Total>;

  /**
   * For each facet its values with how many rows of the list have them, each facet ignoring the filter of its own name,
   * the most frequent `limits.facetValues` first; years, months and days newest first, all of them. Sections count what is
   * below them too. `facets` are among the `facetNames` of the list. With a query, of the rows a search by date finds.
   * Facets share the time there is; one that it does not suffice for is left out.
   */
  countFacets<L extends ListName>(
    list: L,
    filter: ListFilters[L],
    facets: readonly FacetName[],
    query?: SearchQuery,
  ): Promise<Partial<Record<FacetName, FacetValue[]>>>;

  /** The roots of the section tree, in order of name; counts include everything below. Sections without articles are left out. */
  listSections(): Promise<Section[]>;

  /** All sources that have articles, in order of name. */
  listSources(): Promise<Source[]>;

  /**
   * The index of people: speakers with a personal name (see domain/names), by name. Not in it: descriptions (一位村民), and
   * bodies. A walk by name meets each once, whatever happens meanwhile; one by quotes may miss a person who moves.
   */
  listPeople(page: IndexParameters): Promise<Page<PersonSummary>>;

  /** An entry of the index of people; null: it has no such name. Quick, unlike what {@link getPerson} adds. */
  findPerson(name: string): Promise<PersonSummary | null>;

  /** A person with the newest `limits.roles` of their roles. Null: the index has no such name. */
  getPerson(name: string): Promise<Person | null>;

  /** The index of organizations: those of speakers, and those that speak themselves; not those without a name (该公司). */
  listOrganizations(page: IndexParameters): Promise<Page<OrganizationSummary>>;
  findOrganization(name: string): Promise<OrganizationSummary | null>;
  /** An organization with the newest `limits.roles` of its people. Null: the index has no such name. */
  getOrganization(name: string): Promise<Organization | null>;

  /**
   * What a search for articles by relevance makes of one: where each phrase stands in it, and the parts of its score, by the very
   * ranking that a search goes by. Null: there is no such article.
   */
  explainSearch(query: SearchQuery, id: string): Promise<FoundExplanation | null>;

  /**
   * Articles that have to do with one: they share words and names that few articles have, those nearest in time being looked
   * at. `words` are those of the article. The closest first, those that repeat a text last. Null: there is no such article.
   */
  listRelated(id: string, words: readonly WeighedWord[], limit: number): Promise<RelatedArticle[] | null>;

  /**
   * For each word, in order, words of the archive that are like it: they sound the same, are spelled so in pinyin, or differ in one
   * character; the likeliest first. They are made of pairs of characters that some article has, which does not yet say that one
   * has the word.
   */
  listSimilarWords(words: readonly string[]): Promise<string[][]>;

  /**
   * Names of the archive and titles of its articles that begin with what was typed — as it is, in pinyin, or by initials —, the
   * most useful first: what is just that, then what is in many articles, titles by date. Quick, however large the archive is.
   */
  listSuggestions(query: SuggestionQuery): Promise<Suggestion[]>;

  /** Printed issues of a source, newest first. */
  listIssues(source: string, options: Omit<PageParameters, 'sort'>): Promise<Page<Issue>>;

  /** What there is of each printed issue of a source between two dates, both included, oldest first. */
  listHoldings(source: string, first: string, last: string): Promise<IssueHolding[]>;

  /** One printed issue: its pages in order, each with its articles in the order they were taken in. Null: no such issue. */
  getIssue(
    source: string,
    date: string,
  ): Promise<{ issue: Issue; pages: { page: string | null; articles: ArticleSummary[] }[] } | null>;

  /**
   * The change log behind `seq`, oldest first. Entries become visible in the order of their seq: who has read up to one
   * misses none before it. Throws `unknown_section`.
   */
  listChanges(seq: number, options: ChangeOptions): Promise<ChangePage>;

  /** The months that have articles, oldest first and then those without any date; and the archive they were read from. */
  listMonths(): Promise<{ state: ArchiveState; months: MonthSummary[] }>;

  /** Opens the months for reading whole. It counts as a snapshot: `unavailable` says that there are too many. */
  openMonths(): Promise<MonthsSnapshot>;

  /** The revisions of an article that are kept beside the current one, the newest first: those in which readers saw something else. */
  listRevisions(articleId: string): Promise<number[]>;

  /** One of them, with quotes and statistics; null: it is not kept. */
  getRevision(articleId: string, revision: number): Promise<Article | null>;

  /** Articles that are not published, in order of id, behind `after`. */
  listUnpublished(after: string, limit: number): Promise<UnpublishedArticle[]>;

  /** One of them, as it was given or taken out; null: there is none. */
  getUnpublished(id: string): Promise<UnpublishedArticle | null>;

  /** When the next scheduled article is to be published, in epoch milliseconds; null: none is. It costs a few microseconds. */
  getNextPublication(): Promise<number | null>;

  /** The edit that holds for an article; null: nobody edited it, or there is no such article. */
  findEdit(articleId: string): Promise<ArticleEdit | null>;

  /** The corrections that hold for an article, oldest first; none where there is no such article. */
  listCorrections(articleId: string): Promise<Correction[]>;

  /**
   * The originals of all published articles, in the order in which they were taken in, but those that rules of the version
   * `readBy` have read. One is in memory at a time, and no transaction is open between two.
   */
  readOriginals(readBy: string | null): AsyncIterable<StoredOriginal>;

  /** What the archive is a mirror of, and how far it has come; null: it is none. */
  getMirror(): Promise<Mirror | null>;

  /** A key by its id, over or not. It costs a few microseconds. */
  findKey(id: string): Promise<StoredKey | null>;

  /** The answer kept under a name, see domain/idempotency; null: none. */
  findAnswer(name: string): Promise<KeptAnswer | null>;

  /** All keys there ever were, oldest first. */
  listKeys(): Promise<StoredKey[]>;

  /** How many `readOriginals` gives now. */
  countOriginals(readBy: string | null): Promise<number>;

  /** What the archive is at this moment, whoever wrote last; at once where that can be, since it is asked before every answer. */
  getState(): ArchiveState | Promise<ArchiveState>;

  /** What reading costs at this moment, for those who watch over it. */
  getUsage(): Promise<StoreUsage>;

  close(): Promise<void>;
}

export interface StoreUsage {
  /** Of the archive, and of the log of what is not yet written back into it. */
  bytes: number;
  logBytes: number;
  /** Slow reads of this process that run, and that wait for others to end. */
  readsRunning: number;
  readsWaiting: number;
  /** Snapshots that are open. */
  snapshots: number;
}

export interface ChangeOptions {
  /** Entries to give, at most. */
  limit: number;
  /**
   * Only what concerns articles that are in this section or below it. What may have been there and is elsewhere now is given
   * as `delete`; tombstones are always given.
   */
  section?: string | undefined;
}

/** A part of the change log. */
export interface ChangePage {
  changes: Change[];
  /** The seq to go on behind: that of the last entry looked at, given or not. */
  end: number;
  /** Whether there may be more. */
  hasMore: boolean;
}

export interface ArchiveState {
  /** Names this archive: a copy has the same, one made anew has another. */
  archiveId: string;
  /** That of the newest change, 0 in an empty archive. All that readers see is decided by it and `changedAt`. */
  seq: number;
  /** When the newest change was made, in epoch milliseconds; 0 in an empty archive. */
  changedAt: number;
  /** The change log holds every change behind this seq, and none up to it. */
  logStart: number;
  articleCount: number;
  /** Zone in which instants are rendered; fixed when the archive is created. */
  timeZone: string;
}
