/**
 * What is made of an article before it is stored, and takes no look at the archive. It is pure, so that it can be made in the
 * thread that read the page, and the one that writes has only to bind and insert.
 */
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import type { Article, ArticleContent, ArticleSummary } from '../../../domain/article.js';
import { applyCorrections, type Correction, type Findings } from '../../../domain/correction.js';
import { findOrganization } from '../../../domain/names.js';
import type { Quote } from '../../../domain/quote.js';
import type { Statistic } from '../../../domain/statistic.js';
import type { ArticleWrite, Original } from '../../../domain/write.js';
import { type Searched, type SearchTokens, tokenizeArticle } from '../search/search-index.js';
import { tokenizeTitle } from '../search/suggestion-index.js';
import { type ArticleTerm, listTerms } from '../terms.js';

/** Of an article as it is served. Texts are UTF-8, as they are stored. */
export interface PreparedArticle {
  /** JSON text of an ArticleContent. */
  content: Uint8Array;
  quotes: PreparedRows<QuoteColumns>;
  statistics: PreparedRows<StatisticColumns>;
  /** What the article can be found by but its sections and its source, which the archive names. */
  terms: readonly ArticleTerm[];
  search: SearchTokens;
  /** What the title is suggested by. */
  titleTokens: Uint8Array;
}

/** The rows of quotes or of statistics, in order. */
interface PreparedRows<Columns> {
  columns: readonly Columns[];
  /** JSON texts of the same. */
  documents: readonly Uint8Array[];
}

interface QuoteColumns extends Pick<Quote, 'kind' | 'speaker' | 'role'> {
  organization: string | null;
}

interface StatisticColumns extends Pick<Statistic, 'unit' | 'normalizedUnit' | 'measure'> {
  normalizedValue: number | null;
  asOfFrom: string | null;
  asOfTo: string | null;
}

/** A write without what is prepared of it. */
export interface WriteHead extends Omit<ArticleWrite, 'article' | 'quotes' | 'statistics' | 'original'> {
  article: Omit<ArticleWrite['article'], keyof ArticleContent>;
  original: Omit<Original, 'bytes'>;
}

/** Of a write: its article as it is served where nothing is corrected, and the bytes of its original, packed. */
export interface PreparedWrite {
  head: WriteHead;
  article: PreparedArticle;
  original: Uint8Array;
}

export function prepareArticle(article: Searched & Pick<Article, 'text' | 'issue'>): PreparedArticle {
  const { body, text, quotes, statistics } = article;
  const terms = listTerms(article, article);
  return {
    content: toJson({ body, text } satisfies ArticleContent),
    quotes: {
      columns: quotes.map((quote) => ({
        kind: quote.kind,
        speaker: quote.speaker,
        role: quote.role,
        organization: findOrganization(quote),
      })),
      documents: quotes.map(toJson),
    },
    statistics: {
      columns: statistics.map(({ unit, normalizedUnit, normalizedValue, measure, asOf }) => ({
        unit,
        normalizedUnit,
        normalizedValue: normalizedValue === null ? null : Number(normalizedValue),
        measure,
        asOfFrom: asOf?.from ?? null,
        asOfTo: asOf?.to ?? null,
      })),
      documents: statistics.map(toJson),
    },
    terms,
    search: tokenizeArticle(article, terms),
    titleTokens: tokenizeTitle(article.title),
  };
}

/** What is served of an extraction where nothing is corrected. */
export function prepareExtraction({
  article,
  section,
  source,
  quotes,
  statistics,
}: Omit<ArticleWrite, 'original'>): PreparedArticle {
  const { title, subtitle, lead, byline, issue, body, text } = article;
  const path = section.map(({ name }) => name);
  const served = { title, subtitle, lead, byline, issue, body, text, section: { path }, source, quotes, statistics };
  return prepareArticle(served);
}

/** What is served of what was `found`, as corrections have it. */
export function prepareCorrected(
  found: PreparedArticle,
  summary: ArticleSummary,
  corrections: readonly Correction[],
): PreparedArticle {
  const { body, text } = readContent(found);
  return prepareArticle({ ...summary, body, text, ...applyCorrections(readFindings(found), corrections, text) });
}

export function prepareWrite(write: ArticleWrite): PreparedWrite {
  const { quotes: _quotes, statistics: _statistics, ...rest } = write;
  const { body, text, ...article } = write.article;
  const { bytes, ...original } = write.original;
  return {
    head: { ...rest, article, original },
    article: prepareExtraction(write),
    original: packOriginal(bytes),
  };
}

/** The write that something was prepared of. */
export function restoreWrite({ head, article, original }: PreparedWrite): ArticleWrite {
  return {
    ...head,
    article: { ...head.article, ...readContent(article) },
    ...readFindings(article),
    original: { ...head.original, bytes: gunzipSync(original) },
  };
}

export const readContent = ({ content }: PreparedArticle) => fromJson<ArticleContent>(content);

export function readFindings({ quotes, statistics }: PreparedArticle): Findings {
  return {
    quotes: quotes.documents.map(fromJson<Quote>),
    statistics: statistics.documents.map(fromJson<Statistic>),
  };
}

/** Compresses an original as it is kept. */
export function packOriginal(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: constants.Z_BEST_SPEED });
}

const toJson = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const fromJson = <T>(bytes: Uint8Array) =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as T;
