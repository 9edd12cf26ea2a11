/**
 * What is made of an article before it is stored, and takes no look at the archive. It is pure, so that it can be made in the
 * thread that read the page, and the one that writes has only to bind and insert.
 */
import { constants, gzipSync } from 'node:zlib';
import type { Article, ArticleContent } from '../../../domain/article.js';
import type { ArticleWrite } from '../../../domain/write.js';
import { type Searched, type SearchTokens, tokenizeArticle } from '../search/search-index.js';

/** Of an article as it is served. Plain data, as it crosses threads. */
export interface PreparedArticle {
  /** JSON text of an ArticleContent. */
  content: string;
  /** JSON texts of the quotes and statistics, in order. */
  quotes: readonly string[];
  statistics: readonly string[];
  search: SearchTokens;
}

/** Of a write: its article as it is served where nothing is corrected, and the bytes of its original, packed. */
export interface PreparedWrite extends PreparedArticle {
  original: Uint8Array;
}

export function prepareArticle(article: Searched & Pick<Article, 'text'>): PreparedArticle {
  const { body, text, quotes, statistics } = article;
  return {
    content: JSON.stringify({ body, text } satisfies ArticleContent),
    quotes: quotes.map((quote) => JSON.stringify(quote)),
    statistics: statistics.map((statistic) => JSON.stringify(statistic)),
    search: tokenizeArticle(article),
  };
}

export function prepareWrite(write: ArticleWrite): PreparedWrite {
  const { source, quotes, statistics, original } = write;
  const { title, subtitle, lead, byline, body, text } = write.article;
  const section = { path: write.section.map(({ name }) => name) };
  const article = { title, subtitle, lead, byline, body, text, section, source, quotes, statistics };
  return { original: packOriginal(original.bytes), ...prepareArticle(article) };
}

/** Compresses an original as it is kept. */
export function packOriginal(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: constants.Z_BEST_SPEED });
}
