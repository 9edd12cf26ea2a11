/**
 * The tables of the SQLite archive. What the API answers is stored as JSON text in `document` columns; the columns beside
 * them only serve to find it. Migrations are generated from here: `npm run generate:migration -- --name what_changed`.
 *
 * Dates are `YYYY-MM-DD`, instants epoch milliseconds. No value in a document is null in its column.
 */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** One row: what was decided when the archive was created, or restored. */
export const archive = sqliteTable('archive', {
  id: integer('id').primaryKey(),
  timeZone: text('time_zone').notNull(),
  /** When this history began: with the archive, or when it was restored from a backup. Names the archive in tokens. */
  createdAt: integer('created_at').notNull(),
});

/** Published articles. `rowid` is the order in which the archive took them in. */
export const articles = sqliteTable(
  'articles',
  {
    rowid: integer('rowid').primaryKey(),
    id: text('id').notNull().unique(),
    fingerprint: text('fingerprint').notNull(),
    revision: integer('revision').notNull(),
    /** Version of the rules that last read the original, also when they found nothing new in it. */
    readBy: text('read_by').notNull(),
    source: integer('source').references(() => sources.id),
    issueDate: text('issue_date'),
    /** The printed page as pages are compared. */
    pageNumber: text('page_number'),
    /** JSON text of an ArticleReference, for the quotes and statistics of the article. */
    reference: text('reference').notNull(),
    /** JSON text of an ArticleSummary. */
    document: text('document').notNull(),
  },
  (table) => [index('articles_by_issue').on(table.source, table.issueDate, table.pageNumber)],
);

/** JSON text of an ArticleContent, apart so that lists never read it. */
export const articleContents = sqliteTable('article_contents', {
  article: integer('article')
    .primaryKey()
    .references(() => articles.rowid, { onDelete: 'cascade' }),
  document: text('document').notNull(),
});

/**
 * The numbers that articles have in the tables of the search index (search-keys.ts), in order of publication, and what rows are
 * counted by, so that counting many looks nothing else up.
 */
export const searchKeys = sqliteTable('search_keys', {
  key: integer('key').primaryKey(),
  article: integer('article')
    .notNull()
    .unique()
    .references(() => articles.rowid, { onDelete: 'cascade' }),
  published: integer('published').notNull(),
  /** The innermost section. */
  section: integer('section'),
  source: integer('source'),
});

/** The pages the articles were read from. */
export const originals = sqliteTable('originals', {
  article: integer('article')
    .primaryKey()
    .references(() => articles.rowid, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  hints: text('hints').notNull(),
  /** Compressed with gzip. */
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

export const quotes = sqliteTable(
  'quotes',
  {
    rowid: integer('rowid').primaryKey(),
    article: integer('article')
      .notNull()
      .references(() => articles.rowid, { onDelete: 'cascade' }),
    /** Place in the reading order of the article, from 0. */
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    speaker: text('speaker'),
    role: text('role'),
    organization: text('organization'),
    document: text('document').notNull(),
  },
  (table) => [uniqueIndex('quotes_in_order').on(table.article, table.position)],
);

export const statistics = sqliteTable(
  'statistics',
  {
    rowid: integer('rowid').primaryKey(),
    article: integer('article')
      .notNull()
      .references(() => articles.rowid, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    unit: text('unit'),
    normalizedUnit: text('normalized_unit'),
    normalizedValue: real('normalized_value'),
    measure: text('measure'),
    asOfFrom: text('as_of_from'),
    asOfTo: text('as_of_to'),
    document: text('document').notNull(),
  },
  (table) => [uniqueIndex('statistics_in_order').on(table.article, table.position)],
);

/** What people said of quotes and statistics. It goes with its article, since it repeats its words. */
export const corrections = sqliteTable(
  'corrections',
  {
    article: integer('article')
      .notNull()
      .references(() => articles.rowid, { onDelete: 'cascade' }),
    target: text('target', { enum: ['quote', 'statistic'] }).notNull(),
    /** Id of the quote or statistic. */
    item: text('item').notNull(),
    at: integer('at').notNull(),
    /** JSON text of a Correction. */
    document: text('document').notNull(),
  },
  (table) => [primaryKey({ columns: [table.article, table.target, table.item] })],
);

/** What extraction found in the articles that have corrections; of the others, quotes and statistics are just that. */
export const uncorrected = sqliteTable('uncorrected', {
  article: integer('article')
    .primaryKey()
    .references(() => articles.rowid, { onDelete: 'cascade' }),
  /** JSON text of Findings. */
  document: text('document').notNull(),
});

/**
 * What articles can be found by: a section, a source, a speaker … (see terms.ts), and how many articles have it. The
 * indexes of people and of organizations are the listed terms among them.
 */
export const terms = sqliteTable(
  'terms',
  {
    id: integer('id').primaryKey(),
    kind: integer('kind').notNull(),
    value: text('value').notNull(),
    articleCount: integer('article_count').notNull().default(0),
    /** Quotes of the speaker or organization; 0 for terms of other kinds. */
    quoteCount: integer('quote_count').notNull().default(0),
    /**
     * The kind once more when the index of people or of organizations lists the term, otherwise null. It is decided when
     * the archive first meets the term.
     */
    listedAs: integer('listed_as'),
  },
  (table) => {
    const isListed = sql`${table.listedAs} is not null and ${table.articleCount} > 0`;
    return [
      uniqueIndex('terms_by_value').on(table.kind, table.value),
      index('terms_listed_by_quote_count').on(table.listedAs, table.quoteCount, table.value).where(isListed),
      index('terms_listed_by_value').on(table.listedAs, table.value).where(isListed),
    ];
  },
);

/**
 * Which article has which term, in every order a list can have: a list walks the index of one term and never sorts.
 * The migration makes it WITHOUT ROWID, which drizzle cannot say: what is looked up is always a key.
 */
export const articleTerms = sqliteTable(
  'article_terms',
  {
    article: integer('article')
      .notNull()
      .references(() => articles.rowid, { onDelete: 'cascade' }),
    kind: integer('kind').notNull(),
    term: integer('term')
      .notNull()
      .references(() => terms.id),
    published: integer('published').notNull(),
    issued: text('issued').notNull(),
    modified: integer('modified').notNull(),
    /** Quotes of the article that have the term; 0 for terms of other kinds. */
    quoteCount: integer('quote_count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.article, table.kind, table.term] }),
    uniqueIndex('article_terms_by_published').on(table.term, table.published, table.article),
    uniqueIndex('article_terms_by_issued').on(table.term, table.issued, table.article),
    uniqueIndex('article_terms_by_modified').on(table.term, table.modified, table.article),
  ],
);

/** The section tree. The id is that of the section's term. */
export const sections = sqliteTable(
  'sections',
  {
    id: integer('id')
      .primaryKey()
      .references(() => terms.id),
    parent: integer('parent').references((): AnySQLiteColumn => sections.id),
    name: text('name').notNull(),
    /** From the root, joined by "/"; unique. */
    slug: text('slug').notNull().unique(),
    /** JSON text of the names from the root. */
    path: text('path').notNull().unique(),
    /** The names from the root, joined by "/". */
    names: text('names').notNull(),
  },
  (table) => [index('sections_by_name').on(table.name), index('sections_by_names').on(table.names)],
);

/** Newspapers, agencies and sites. The id is that of the source's term. */
export const sources = sqliteTable('sources', {
  id: integer('id')
    .primaryKey()
    .references(() => terms.id),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull().unique(),
});

/**
 * The title of every article that has one to suggest, so that articles of one title are suggested once. The migration makes it
 * WITHOUT ROWID, and the words that lead there, `suggestions`, a full-text table (see suggestion-index.ts).
 */
export const titles = sqliteTable(
  'titles',
  {
    title: text('title').notNull(),
    published: integer('published').notNull(),
    article: integer('article').notNull(),
  },
  (table) => [primaryKey({ columns: [table.title, table.published, table.article] })],
);

/** What people said an article should say. It goes with its article. */
export const edits = sqliteTable('edits', {
  article: integer('article')
    .primaryKey()
    .references(() => articles.rowid, { onDelete: 'cascade' }),
  /** JSON text of an ArticleEdit. */
  document: text('document').notNull(),
});

/** What articles said before they said something else; without a reference, since it outlives being withdrawn and restored. */
export const revisions = sqliteTable(
  'revisions',
  {
    id: text('id').notNull(),
    revision: integer('revision').notNull(),
    /** JSON text of an Article with quotes and statistics. */
    document: text('document').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.revision] })],
);

/**
 * Where articles can be found beside their ids: what identifies a page of their URL, where that is another id, and of each of
 * their aliases. Of articles that are not published, too: nobody else may have their addresses.
 */
export const addresses = sqliteTable(
  'addresses',
  {
    /** The id that a page of this address would have. */
    id: text('id').primaryKey(),
    /** Id of the article. */
    article: text('article').notNull(),
    address: text('address').notNull(),
  },
  (table) => [index('addresses_by_article').on(table.article)],
);

/** Articles that are not published: withdrawn ones, drafts and scheduled ones. In no list, since they are in no table that lists read. */
export const shelved = sqliteTable('shelved', {
  id: text('id').primaryKey(),
  status: text('status', { enum: ['draft', 'scheduled', 'withdrawn'] })
    .notNull()
    .default('withdrawn'),
  /** When a scheduled one is to be published. */
  publishAt: integer('publish_at'),
  /** JSON text of a ShelvedArticle. */
  document: text('document').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  hints: text('hints').notNull(),
  /** Compressed with gzip. */
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** Articles that were taken out: that they were there, and nothing of what they said. */
export const withdrawals = sqliteTable('withdrawals', {
  id: text('id').primaryKey(),
  revision: integer('revision').notNull(),
});

/** The change log; `seq` is never used twice. */
export const changes = sqliteTable(
  'changes',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    type: text('type', { enum: ['article'] }).notNull(),
    id: text('id').notNull(),
    op: text('op', { enum: ['upsert', 'delete'] }).notNull(),
    at: integer('at').notNull(),
    /** 0 or 1. */
    contentChanged: integer('content_changed').notNull(),
  },
  (table) => [index('changes_by_id').on(table.id, table.seq)],
);

/** How many articles were published in each month, and the change that touched it last. */
export const months = sqliteTable('months', {
  /** `YYYY-MM` in the zone of the archive; empty: articles without any date. */
  month: text('month').primaryKey(),
  articleCount: integer('article_count').notNull(),
  seq: integer('seq').notNull(),
});

/** One row, if any: which archive this one is a mirror of, and how far it has come. */
export const mirrors = sqliteTable('mirrors', {
  id: integer('id').primaryKey(),
  /** JSON text of a Mirror. */
  document: text('document').notNull(),
});

/** Who may do what; no secret is among it. */
export const keys = sqliteTable('keys', {
  id: text('id').primaryKey(),
  createdAt: integer('created_at').notNull(),
  /** JSON text of a StoredKey, but for `lastUsedAt`, which changes far more often. */
  document: text('document').notNull(),
  lastUsedAt: integer('last_used_at'),
});

/** Answers to requests that their clients may send again, by the name they gave them. */
export const answers = sqliteTable(
  'answers',
  {
    name: text('name').primaryKey(),
    at: integer('at').notNull(),
    /** JSON text of a KeptAnswer. */
    document: text('document').notNull(),
  },
  (table) => [index('answers_by_time').on(table.at)],
);

/** Who is told of events, and how far the change log was read for each. */
export const webhooks = sqliteTable('webhooks', {
  id: text('id').primaryKey(),
  createdAt: integer('created_at').notNull(),
  position: integer('position').notNull(),
  /** JSON text of a StoredWebhook, but for `position`. */
  document: text('document').notNull(),
});

/** Messages for webhooks, and what became of them. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    rowid: integer('rowid').primaryKey(),
    webhook: text('webhook')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    event: text('event').notNull(),
    seq: integer('seq').notNull(),
    status: text('status', { enum: ['pending', 'delivered', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    createdAt: integer('created_at').notNull(),
    at: integer('at').notNull(),
    responseStatus: integer('response_status'),
    error: text('error'),
    payload: text('payload').notNull(),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_by_id').on(table.webhook, table.id),
    index('webhook_deliveries_pending').on(table.at).where(sql`${table.status} = 'pending'`),
  ],
);

/** Printed issues that a webhook is to be told of once nothing comes in for them any more. */
export const webhookIssues = sqliteTable(
  'webhook_issues',
  {
    webhook: text('webhook')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    source: text('source').notNull(),
    date: text('date').notNull(),
    /** The change that came last, and when. */
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.webhook, table.source, table.date] })],
);

/** Which process does what only one may do at a time, and until when if it says nothing more. */
export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: integer('until').notNull(),
});
