/** How what an archive derives follows from the rest of it, as queries: for examining it and for mending it. */
import type Database from 'better-sqlite3';
import type { ListName } from '../../store.js';
import { searchedKinds } from '../search/search-index.js';
import { isKeyOf, positionBits, positionMask } from '../search/search-keys.js';
import { termKinds } from '../terms.js';

/** All articles, and when they count as published. */
export const everyArticle = `(SELECT article, published FROM article_terms WHERE kind = ${termKinds.all} GROUP BY article)`;

/** All articles with their keys; of those that have none, or one of another day, it is null. */
const keyed = `(SELECT t.article, k.key FROM ${everyArticle} t
  LEFT JOIN search_keys k ON k.article = t.article AND ${isKeyOf('k.key', 't.published')})`;
const keyOfRow = (
  list: 'quotes' | 'statistics',
) => `SELECT (t.key << ${positionBits[list]}) | r.position AS key, t.article
  FROM ${list} r JOIN ${keyed} t ON t.article = r.article WHERE r.position <= ${positionMask(list)}`;

/** Queries that give the keys of all rows that a search index has to have, beside their articles. */
export const expectedKeys: Record<ListName, string> = {
  articles: `SELECT key, article FROM ${keyed}`,
  quotes: keyOfRow('quotes'),
  statistics: keyOfRow('statistics'),
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
export const expectedTerms = `SELECT t.term, k.key FROM article_terms t JOIN search_keys k ON k.article = t.article
  WHERE t.kind IN (${searchedKinds.articles})`;

const placeOf = (kind: number) => `(SELECT max(term) FROM article_terms WHERE article = t.article AND kind = ${kind})`;
/** Articles that are counted elsewhere than they stand, and by what they have to be. */
export const wrongPlaces = `SELECT t.* FROM (SELECT t.article, t.published,
    ${placeOf(termKinds.section)} AS section, ${placeOf(termKinds.source)} AS source FROM ${everyArticle} t) t
  JOIN search_keys k ON k.article = t.article
  WHERE (k.published, k.section, k.source) IS NOT (t.published, t.section, t.source)`;

/** Terms whose counts are not those of their rows. */
export const wrongCounts = `SELECT t.id, count(a.article) AS articles, coalesce(sum(a.quote_count), 0) AS quotes
  FROM terms t LEFT JOIN article_terms a ON a.term = t.id GROUP BY t.id
  HAVING t.article_count <> articles OR t.quote_count <> quotes`;
