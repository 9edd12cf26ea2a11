/** How what an archive derives follows from the rest of it, as queries: for examining it and for mending it. */
import type Database from 'better-sqlite3';
import type { ListName } from '../store.js';
import { articleMask, MOST_MINUTES, minuteShift, positionBits, positionMask } from './search-index.js';
import { termKinds } from './terms.js';

/** The key of a row in the search index, as search-index.ts makes it. */
const keyOf = (list: ListName, position: string) => {
  const minutes = `max(-${MOST_MINUTES}, min(${MOST_MINUTES}, cast(floor(t.published / 60000.0) as integer)))`;
  return `((${minutes} << ${minuteShift(list)}) | ((t.article & ${articleMask}) << ${positionBits[list]}) | ${position})`;
};
/** All articles, and when they count as published. */
export const everyArticle = `(SELECT article, published FROM article_terms WHERE kind = ${termKinds.all} GROUP BY article)`;

/** Queries that give the keys of all rows that a search index has to have, beside their articles. */
export const expectedKeys: Record<ListName, string> = {
  articles: `SELECT ${keyOf('articles', '0')} AS key, t.article FROM ${everyArticle} t`,
  quotes: `SELECT ${keyOf('quotes', 'r.position')} AS key, t.article FROM quotes r JOIN ${everyArticle} t ON t.article = r.article WHERE r.position <= ${positionMask('quotes')}`,
  statistics: `SELECT ${keyOf('statistics', 'r.position')} AS key, t.article FROM statistics r JOIN ${everyArticle} t ON t.article = r.article WHERE r.position <= ${positionMask('statistics')}`,
};

/** Makes the tokens of the index of articles readable; as a temporary table, which belongs to the connection. */
export function prepareVocabulary(client: Database.Database): void {
  const readsOnly = client.pragma('query_only', { simple: true });
  client.pragma('query_only = OFF');
  client.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search_articles, instance)');
  client.pragma(`query_only = ${readsOnly}`);
}

/** Queries that give the terms by which articles are found in searches, and by which they have to be, as term and key. */
export const searchedTerms = `SELECT cast(substr(term, 5) AS integer) AS term, doc AS key FROM temp.vocabulary
  WHERE term >= 'term' AND term <= 'term:' AND col = 'terms'`;
export const expectedTerms = `SELECT term, ${keyOf('articles', '0')} AS key FROM article_terms t`;

/** Terms whose counts are not those of their rows. */
export const wrongCounts = `SELECT t.id, count(a.article) AS articles, coalesce(sum(a.quote_count), 0) AS quotes
  FROM terms t LEFT JOIN article_terms a ON a.term = t.id GROUP BY t.id
  HAVING t.article_count <> articles OR t.quote_count <> quotes`;
