/** Queries of every kind, out of the texts of a generated archive: how often a word is met is counted, not assumed. */
import type Database from 'better-sqlite3';
import { tokenizePhrase } from '../../src/text/search-tokens.js';
import { cutWords } from '../../src/text/segment.js';

export interface BenchQuery {
  q: string;
  section?: string;
  from?: string;
  to?: string;
}

/** The shares of all articles that a word of a class stands in: more than the first, and not more than the second. */
const classes = {
  'rare words': [0, 0.001],
  'medium words': [0.001, 0.02],
  'common words': [0.02, 0.2],
  'very common words': [0.2, 1],
} as const;

/** Up to `most` different queries of each kind. `random` gives numbers from 0 up to 1. */
export function chooseQueries(
  client: Database.Database,
  most: number,
  random: () => number,
): Map<string, BenchQuery[]> {
  const articles = client.prepare('SELECT max(rowid) FROM articles').pluck().get() as number;
  const readText = client.prepare("SELECT document ->> '$.text' FROM article_contents WHERE article = ?").pluck();
  const countRows = client
    .prepare('SELECT count(*) FROM (SELECT 1 FROM search_articles WHERE search_articles MATCH ? LIMIT ?)')
    .pluck();
  const known = new Map<string, string | null>();
  const classOf = (word: string): string | null => {
    let name = known.get(word);
    if (name === undefined) {
      const phrase = tokenizePhrase(word, true);
      const most = Math.ceil(articles * 0.2) + 1;
      const share =
        phrase && !phrase.open ? (countRows.get(`"${phrase.tokens.join(' ')}"`, most) as number) / articles : 0;
      name = Object.entries(classes).find(([, [low, high]]) => share > low && share <= high)?.[0] ?? null;
      known.set(word, name);
    }
    return name;
  };
  const chosen = new Map<string, Map<string, BenchQuery>>(
    [...Object.keys(classes), 'two words', 'quoted phrases', 'filtered'].map((name) => [name, new Map()]),
  );
  const add = (name: string, query: BenchQuery) => {
    const queries = chosen.get(name);
    if (queries && queries.size < most) queries.set(query.q, query);
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  for (let tried = 0; tried < most * 30 && [...chosen.values()].some(({ size }) => size < most); tried += 1) {
    const text = readText.get(1 + Math.floor(random() * articles)) as string;
    const words = cutWords(text).filter((word) => word.length > 1 && /^\p{Script=Han}+$/u.test(word));
    for (let drawn = 0; drawn < 4; drawn += 1) {
      const word = pick(words);
      const name = classOf(word);
      if (name !== null) add(name, { q: word });
      if (name !== null && name !== 'rare words') {
        const year = 2014 + Math.floor(random() * 10);
        add('filtered', { q: word, section: pick(['新闻', '民生', '评论']), from: `${year}`, to: `${year}` });
      }
    }
    add('two words', { q: `${pick(words)} ${pick(words)}` });
    const run = pick(text.match(/\p{Script=Han}{6,}/gu) ?? ['']);
    const at = Math.floor(random() * Math.max(1, run.length - 5));
    if (run !== '') add('quoted phrases', { q: `"${run.slice(at, at + 4 + Math.floor(random() * 3))}"` });
  }
  return new Map([...chosen].map(([name, queries]) => [name, [...queries.values()]]));
}
