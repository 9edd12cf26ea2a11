/** How fast texts get into the search index, beside jieba segmenting the same texts, which takes turns with it. */
import Database from 'better-sqlite3';
import * as jieba from 'nodejs-jieba';
import { createSearchIndex, tokenizeArticle } from '../../src/store/sqlite/search/search-index.js';
import { wrapConnection } from '../../src/store/sqlite/statement.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { generateArchive } from '../archive.js';

/** Articles, and those of one transaction, as an import has them. */
const ARTICLES = 6_000;
const BATCH = 300;

/** Writes the index of generated articles, and prints the CPU time of an article for each of the two. */
export function measureIndexing(scratch: string): void {
  const location = `${scratch}/indexing.sqlite`;
  migrateArchive(location, { timeZone: '+08:00', at: 0 });
  const client = new Database(location);
  // Of the articles nothing but their index is there.
  client.pragma('foreign_keys = OFF');
  client.pragma('synchronous = FULL');
  const index = createSearchIndex(wrapConnection(client));
  jieba.cutForSearch('加载词典', true);
  const records = [...generateArchive(ARTICLES)];
  const spent = { index: 0, jieba: 0 };
  const time = (name: keyof typeof spent, work: () => void) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    spent[name] += user + system;
  };
  for (let at = 0; at < ARTICLES; at += BATCH) {
    const batch = records.slice(at, at + BATCH).map((record) => ({
      ...record,
      subtitle: null,
      body: record.text.split('\n').map((text) => ({ type: 'paragraph' as const, text, span: { start: 0, end: 0 } })),
      section: null,
      source: null,
      quotes: [],
      statistics: [],
    }));
    const texts = batch.map(({ title, lead, text }) => `${title}\n${lead}\n${text}`);
    time('index', () =>
      client.transaction(() => {
        for (const [place, article] of batch.entries())
          index.add(at + place + 1, Date.parse(article.publishedAt), tokenizeArticle(article, []), []);
        index.flush();
      })(),
    );
    time('jieba', () => {
      for (const text of texts) jieba.cutForSearch(text, true);
    });
  }
  client.close();
  const [ours, theirs] = [spent.index / ARTICLES, spent.jieba / ARTICLES];
  console.log(
    `index of an article: ${ours.toFixed(0)} µs of CPU, jieba alone ${theirs.toFixed(0)}: ${(theirs / ours).toFixed(2)} of its speed (goal 0.5)\n`,
  );
}
