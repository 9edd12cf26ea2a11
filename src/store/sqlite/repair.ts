/** Repairing what an archive derives from itself: its search index and its counts. It never touches what was taken in. */
import type Database from 'better-sqlite3';
import type { ArticleContent, ArticleSummary } from '../../domain/article.js';
import type { Quote } from '../../domain/quote.js';
import type { Statistic } from '../../domain/statistic.js';
import { connect, toPath, translateErrors } from './connect.js';
import { expectedKeys, expectedTerms, prepareVocabulary, searchedTerms, wrongCounts } from './examine.js';
import { checkVersion } from './migrate.js';
import { prepareRows } from './rows.js';
import { createSearchIndex } from './search-index.js';
import { wrapConnection } from './statement.js';

/** What was mended. */
export interface Repair {
  /** Articles that were written into the search index anew, with their quotes and statistics. */
  reindexed: number;
  /** Rows of the search index that stood for nothing. */
  removed: number;
  /** Terms that were counted anew. */
  recounted: number;
}

/** Mends every fixable finding in one transaction; nobody can write meanwhile. Throws `unavailable` when another process writes. */
export function repairArchive(location: string): Repair {
  const client = connect(location, 'write');
  try {
    checkVersion(client, toPath(location));
    prepareVocabulary(client);
    return translateErrors(toPath(location), () =>
      client
        .transaction(() => {
          const broken = listBroken(client);
          const removed = removeStrays(client);
          reindex(client, broken);
          return { reindexed: broken.length, removed, recounted: recount(client) };
        })
        .immediate(),
    );
  } finally {
    client.close();
  }
}

/** Articles that are not in the search index as they have to be. */
function listBroken(client: Database.Database): number[] {
  const missing = Object.entries(expectedKeys).map(
    ([list, expected]) => `SELECT article FROM (${expected}) WHERE key NOT IN (SELECT id FROM search_${list}_docsize)`,
  );
  const differing = [
    `SELECT key FROM (${expectedTerms} EXCEPT ${searchedTerms})`,
    `SELECT key FROM (${searchedTerms} EXCEPT ${expectedTerms})`,
  ].map((differing) => `SELECT article FROM (${expectedKeys.articles}) WHERE key IN (SELECT key FROM (${differing}))`);
  return client
    .prepare([...missing, ...differing].join(' UNION '))
    .pluck()
    .all() as number[];
}

function removeStrays(client: Database.Database): number {
  let removed = 0;
  for (const [list, expected] of Object.entries(expectedKeys)) {
    const strays = client
      .prepare(`SELECT id FROM search_${list}_docsize EXCEPT SELECT key FROM (${expected})`)
      .pluck()
      .safeIntegers()
      .all();
    const remove = client.prepare(`DELETE FROM search_${list} WHERE rowid = ?`);
    for (const key of strays) remove.run(key);
    removed += strays.length;
  }
  return removed;
}

function reindex(client: Database.Database, articles: readonly number[]): void {
  const connection = wrapConnection(client);
  const [rows, index] = [prepareRows(connection), createSearchIndex(connection)];
  const stored = client
    .prepare(
      `SELECT document, (SELECT published FROM article_terms WHERE article = a.rowid LIMIT 1) FROM articles a WHERE rowid = ?`,
    )
    .raw();
  const parse = <T>([document]: [string]) => JSON.parse(document) as T;
  for (const article of articles) {
    const [document, published] = stored.get(article) as [string, number];
    const content = rows.readContent.get({ article });
    index.remove(article);
    index.add(article, published, {
      summary: JSON.parse(document) as ArticleSummary,
      body: content === undefined ? [] : parse<ArticleContent>(content).body,
      quotes: rows.readQuotes.all({ article }).map(parse<Quote>),
      statistics: rows.readStatistics.all({ article }).map(parse<Statistic>),
      terms: rows.readTermsOf.all({ article }).map(([term]) => term),
    });
  }
}

function recount(client: Database.Database): number {
  const wrong = client.prepare(wrongCounts).raw().all() as [number, number, number][];
  const set = client.prepare('UPDATE terms SET article_count = ?, quote_count = ? WHERE id = ?');
  for (const [id, articles, quotes] of wrong) set.run(articles, quotes, id);
  return wrong.length;
}
