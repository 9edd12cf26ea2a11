/** What an archive derives from itself — its search index, its suggestions, its counts — made to agree with the rest of it. */
import type Database from 'better-sqlite3';
import type { ArticleContent, ArticleSummary } from '../../../domain/article.js';
import type { Quote } from '../../../domain/quote.js';
import type { Statistic } from '../../../domain/statistic.js';
import {
  articleTables,
  createSearchIndex,
  type SearchedTerm,
  type SearchTable,
  tokenizeArticle,
} from '../search/search-index.js';
import { type CountedTerm, createSuggestionIndex } from '../search/suggestion-index.js';
import { wrapConnection } from '../statement.js';
import { listWrongMonths } from '../writing/months.js';
import { prepareRows } from '../writing/rows.js';
import {
  everyArticle,
  expectedKeys,
  expectedTerms,
  prepareVocabulary,
  searchedTerms,
  wrongCounts,
  wrongPlaces,
} from './derivations.js';

/** What was mended. */
export interface Repair {
  /** Articles that were written into the search index anew, with their quotes and statistics. */
  reindexed: number;
  /** Rows of the search index that stood for nothing. */
  removed: number;
  /** Terms, articles and months that were counted anew. */
  recounted: number;
  /** Articles whose titles can be suggested from now on: all of them where nothing could. */
  suggested: number;
}

/** All tables of the search index, with the keys that they have to have. */
export const searchTables: readonly { table: SearchTable; expected: string }[] = [
  ...articleTables.map((table) => ({ table, expected: expectedKeys.articles })),
  ...(['quotes', 'statistics'] as const).map(
    (list) => ({ table: `search_${list}`, expected: expectedKeys[list] }) as const,
  ),
];

/** Articles, and titles, that are held in memory, to be written in order. */
const ARTICLES_A_TIME = 200;
const TITLES_A_TIME = 10_000;

/** Mends all that does not agree, in the transaction of the caller. */
export function rederive(client: Database.Database, onProgress?: (done: number, total: number) => void): Repair {
  prepareVocabulary(client);
  const { articles, tables } = findBroken(client);
  const removed = removeStrays(client);
  reindex(client, articles, { tables, onProgress });
  return {
    reindexed: articles.length,
    removed,
    recounted: recount(client) + recountPlaces(client) + recountMonths(client),
    suggested: suggest(client),
  };
}

/** Articles that are not in the search index as they have to be, and the tables that they are not in. */
function findBroken(client: Database.Database): { articles: number[]; tables: SearchTable[] } {
  const missing = ({ table, expected }: (typeof searchTables)[number]) =>
    `SELECT article FROM (${expected}) WHERE key IS NULL OR key NOT IN (SELECT id FROM ${table}_docsize)`;
  const differing = [
    `SELECT key FROM (${expectedTerms} EXCEPT ${searchedTerms})`,
    `SELECT key FROM (${searchedTerms} EXCEPT ${expectedTerms})`,
  ].map((keys) => `SELECT article FROM (${expectedKeys.articles}) WHERE key IN (${keys})`);
  const broken = searchTables.map((table) => {
    const queries = [missing(table), ...(table.table === 'search_articles' ? differing : [])];
    return client.prepare(queries.join(' UNION ')).pluck().all() as number[];
  });
  return {
    articles: [...new Set(broken.flat())].sort((a, b) => a - b),
    tables: searchTables.flatMap(({ table }, at) => (broken[at]?.length ? table : [])),
  };
}

function removeStrays(client: Database.Database): number {
  let removed = 0;
  for (const { table, expected } of searchTables) {
    const strays = client
      .prepare(`SELECT id FROM ${table}_docsize EXCEPT SELECT key FROM (${expected})`)
      .pluck()
      .safeIntegers()
      .all();
    const remove = client.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
    for (const key of strays) remove.run(key);
    removed += strays.length;
  }
  return removed;
}

/** Writes articles, with their quotes and statistics, into tables of the search index anew: all, unless given. */
export function reindex(
  client: Database.Database,
  articles: readonly number[],
  {
    tables = searchTables.map(({ table }) => table),
    onProgress,
  }: {
    tables?: readonly SearchTable[] | undefined;
    onProgress?: ((done: number, total: number) => void) | undefined;
  } = {},
): void {
  const connection = wrapConnection(client);
  const [rows, index] = [prepareRows(connection), createSearchIndex(connection, tables)];
  const stored = client
    .prepare(
      `SELECT document, (SELECT published FROM article_terms WHERE article = a.rowid LIMIT 1) FROM articles a WHERE rowid = ?`,
    )
    .raw();
  const readTerms = client.prepare<[number], SearchedTerm>(
    'SELECT t.id, t.kind, t.value FROM article_terms a JOIN terms t ON t.id = a.term WHERE a.article = ?',
  );
  const withStatistics = tables.includes('search_statistics');
  const parse = <T>([document]: [string]) => JSON.parse(document) as T;
  for (const [at, article] of articles.entries()) {
    const [document, published] = stored.get(article) as [string, number];
    const content = rows.readContent.get({ article });
    const terms = readTerms.all(article);
    const searched = {
      ...(JSON.parse(document) as ArticleSummary),
      body: content === undefined ? [] : parse<ArticleContent>(content).body,
      quotes: rows.readQuotes.all({ article }).map(parse<Quote>),
      // The row of an article says nothing of figures, and they are most of what there is to read.
      statistics: withStatistics ? rows.readStatistics.all({ article }).map(parse<Statistic>) : [],
    };
    index.remove(article);
    index.add(article, published, tokenizeArticle(searched, terms), terms);
    if (at % ARTICLES_A_TIME !== ARTICLES_A_TIME - 1) continue;
    index.flush();
    onProgress?.(at + 1, articles.length);
  }
  index.flush();
}

function recount(client: Database.Database): number {
  const wrong = client.prepare(wrongCounts).raw().all() as [number, number, number][];
  const set = client.prepare('UPDATE terms SET article_count = ?, quote_count = ? WHERE id = ?');
  for (const [id, articles, quotes] of wrong) set.run(articles, quotes, id);
  return wrong.length;
}

function recountPlaces(client: Database.Database): number {
  const wrong = client.prepare(wrongPlaces).raw().all() as [number, number, number | null, number | null][];
  const set = client.prepare('UPDATE search_keys SET published = ?, section = ?, source = ? WHERE article = ?');
  for (const [article, published, section, source] of wrong) set.run(published, section, source, article);
  return wrong.length;
}

/** What monthly files were made of is not known of a month that was counted wrong: as of now, it is another. */
function recountMonths(client: Database.Database): number {
  const wrong = listWrongMonths(client);
  const set = client.prepare(
    'INSERT OR REPLACE INTO months (month, article_count, seq) VALUES (?, ?, (SELECT coalesce(max(seq), 0) FROM changes))',
  );
  for (const [month, articleCount] of wrong) set.run(month, articleCount);
  return wrong.length;
}

/** Writes all suggestions of an archive that has none, as one from before there were any. */
function suggest(client: Database.Database): number {
  if (client.prepare('SELECT 1 FROM search_suggestions_docsize LIMIT 1').get() !== undefined) return 0;
  const connection = wrapConnection(client);
  const index = createSuggestionIndex(connection, prepareRows(connection));
  const counted = client
    .prepare('SELECT id, kind, value, listed_as, article_count FROM terms WHERE article_count > 0')
    .raw()
    .all() as [number, number, string, number | null, number][];
  for (const [id, kind, value, listedAs, articleCount] of counted) {
    const term: CountedTerm = { id, kind, value, isListed: listedAs !== null, articleCount };
    index.weigh(term, articleCount);
  }
  index.flush();
  const articles = client.prepare(`SELECT article, published FROM ${everyArticle}`).raw().all() as [number, number][];
  const readTitle = client.prepare("SELECT json_extract(document, '$.title') FROM articles WHERE rowid = ?").pluck();
  for (const [at, [article, published]] of articles.entries()) {
    index.moveTitle(article, null, { title: readTitle.get(article) as string, published });
    if (at % TITLES_A_TIME === TITLES_A_TIME - 1) index.flush();
  }
  index.flush();
  return articles.length;
}
