/** Related articles: what an article is about, in words, and the articles that share the telling ones. */
import type { Article } from '../domain/article.js';
import type { RelatedArticle, WeighedWord } from '../domain/related.js';
import type { ReadStore } from '../store/store.js';
import { normalizeText } from '../text/normalize.js';
import { cutWords } from '../text/segment.js';

/** Characters of a text that are read for its words: what an article is about, it says in the beginning. */
const READ = 3_000;
/** Words that are weighed against the archive. */
const WORDS = 200;
/** What it counts for that a word stands in the title. */
const IN_TITLE = 3;

/** Articles related to a published one, the closest first. Null: it is gone meanwhile. */
export function listRelated(
  read: ReadStore,
  { id, title, text }: Pick<Article, 'id' | 'title' | 'text'>,
  limit: number,
): Promise<RelatedArticle[] | null> {
  return read.listRelated(id, weighWords(title, text), limit);
}

function weighWords(title: string, text: string): WeighedWord[] {
  const normal = normalizeText(text.slice(0, READ));
  const heading = normalizeText(title);
  return cutWords(normal)
    .filter((word) => word.length > 1)
    .map((word) => ({
      text: word,
      weight: Math.sqrt(normal.split(word).length - 1) + (heading.includes(word) ? IN_TITLE : 0),
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, WORDS);
}
