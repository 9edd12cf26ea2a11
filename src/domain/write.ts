/** Writes: an article as extraction hands it to the archive, before the archive numbers and dates it. */
import type { ArticleContent, ArticleSummary } from './article.js';
import type { Quote } from './quote.js';
import type { Statistic } from './statistic.js';

/** The page an article was read from, kept so that extraction can be run again. */
export interface Original {
  /** As given to the import: a path, or a path inside an archive file. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** What was said about the page from outside when it was imported, as JSON text. */
  hints: string;
}

/** Where an article can be found beside its id, and the id that a page of this address would have. */
export interface Address {
  id: string;
  address: string;
}

/** An article to be stored: what extraction found, before the archive numbers and dates it. */
export interface ArticleWrite {
  article: Omit<ArticleSummary, 'modifiedAt' | 'revision' | 'section' | 'source'> & ArticleContent;
  /** From the root to the section of the article; empty: none. Slugs of one segment each. */
  section: readonly { name: string; slug: string }[];
  source: { name: string; slug: string } | null;
  /** Its URL and its aliases. */
  addresses: readonly Address[];
  quotes: readonly Quote[];
  statistics: readonly Statistic[];
  original: Original;
  /** Equal for two writes exactly when everything above is but the original and the version of the rules. */
  fingerprint: string;
  /** The edit that was laid over it, by its time; none when not given. The fingerprint is that of what was found. */
  editedAt?: number;
}

/** Why an article is not published. */
export type UnpublishedStatus = 'draft' | 'scheduled' | 'withdrawn';

/** An article that no reader sees. */
export interface UnpublishedArticle {
  status: UnpublishedStatus;
  /** When it is to be published, in epoch milliseconds; null: nobody said. */
  publishAt: number | null;
  /** The number it has, or is published under. */
  revision: number;
  write: Omit<ArticleWrite, 'original'>;
}

/** An original as the archive gives it back. */
export interface StoredOriginal {
  /** The article it belongs to. */
  id: string;
  original: Original;
  /** That of the article as it is stored. */
  fingerprint: string;
}

/** What extraction made of a stored original this time. */
export interface Replacement {
  write: ArticleWrite;
  /** That of the article when its original was read: it is replaced only while it still is that article. */
  replaces: string;
}
