/** Articles read back by the writing connection: what is stored of one, what of it readers see, and what was found in it. */
import type { Article, ArticleContent, ArticleSummary } from '../../../domain/article.js';
import type { Correction, Findings } from '../../../domain/correction.js';
import type { Quote } from '../../../domain/quote.js';
import type { Statistic } from '../../../domain/statistic.js';
import type { ArticleWrite } from '../../../domain/write.js';
import type { Addresses } from './addresses.js';
import type { PreparedArticle, WriteHead } from './prepare.js';
import type { Rows, StoredArticle } from './rows.js';

/** An article with what was found in it; its original stays as it is. */
export type Extraction = Omit<ArticleWrite, 'original'>;

export type Stored = ReturnType<typeof createStored>;

/** Reads what hangs on a row of `articles`. */
export function createStored(rows: Rows, addresses: Addresses) {
  const readContent = (article: number) => JSON.parse(rows.readContent.get({ article })?.[0] ?? '{}') as ArticleContent;

  /** The quotes and statistics of an article as they are served. */
  const readFindings = (article: number): Findings => {
    const parse = <T>([document]: [string]) => JSON.parse(document) as T;
    return {
      quotes: rows.readQuotes.all({ article }).map(parse<Quote>),
      statistics: rows.readStatistics.all({ article }).map(parse<Statistic>),
    };
  };

  return {
    readContent,
    readFindings,

    readCorrections: (article: number): Correction[] =>
      rows.readCorrections.all({ article }).map(([document]) => JSON.parse(document) as Correction),

    /** Writes the quotes and statistics of an article. */
    insertFindings(article: number, { quotes, statistics }: PreparedArticle): void {
      for (const [position, columns] of quotes.columns.entries()) {
        rows.insertQuote({ article, position, document: quotes.documents[position], ...columns });
      }
      for (const [position, columns] of statistics.columns.entries()) {
        rows.insertStatistic({ article, position, document: statistics.documents[position], ...columns });
      }
    },

    /**
     * The original that holds the id, when it must not be replaced: a page without a URL is known by its headline and place
     * in the issue only, and another file with another text under the same headline is another article.
     */
    findHolder(stored: StoredArticle, { article, original }: WriteHead, readText: () => string): string | undefined {
      if (article.url !== null) return undefined;
      const name = rows.readOriginalName.get({ article: stored.rowid })?.[0];
      if (name === undefined || baseName(name) === baseName(original.name)) return undefined;
      return readContent(stored.rowid).text === readText() ? undefined : name;
    },

    /** An article as readers see it. */
    restoreServed: (stored: StoredArticle): Article => ({
      ...readSummary(stored),
      ...readContent(stored.rowid),
      ...(readFindings(stored.rowid) as Required<Pick<Article, 'quotes' | 'statistics'>>),
    }),

    /** What extraction found of an article, without what was corrected since. */
    restoreExtraction(stored: StoredArticle): Extraction {
      const { rowid, fingerprint } = stored;
      const { section: _, source: __, ...summary } = readSummary(stored);
      const uncorrected = rows.readUncorrected.get({ article: rowid })?.[0];
      const found = uncorrected === undefined ? readFindings(rowid) : (JSON.parse(uncorrected) as Findings);
      return {
        ...found,
        article: { ...summary, ...readContent(rowid) },
        addresses: addresses.listOf(summary.id),
        ...readPlace(stored),
        fingerprint,
      };
    },
  };
}

/** A stored article as lists give it. */
export const readSummary = ({ document }: StoredArticle) => JSON.parse(document) as ArticleSummary;

/** Section and source of a stored article, as they are written. */
export function readPlace(stored: StoredArticle): Pick<ArticleWrite, 'section' | 'source'> {
  return placeOf(readSummary(stored));
}

/** Section and source of an article as it is served, as they are written. */
export function placeOf({ section, source }: ArticleSummary): Pick<ArticleWrite, 'section' | 'source'> {
  const slugs = section?.slug.split('/') ?? [];
  return { section: (section?.path ?? []).map((name, depth) => ({ name, slug: slugs[depth] ?? '' })), source };
}

/** What readers see of an article beside its body; which rules found it, and when, is not part of it. */
export function visibleParts({ modifiedAt, revision, extractor, ...visible }: ArticleSummary): string {
  return JSON.stringify(visible);
}

/** The same of quotes and statistics. */
export function visibleFindings({ quotes, statistics }: Findings): string {
  return JSON.stringify([...quotes, ...statistics].map(({ rule, confidence, ...visible }) => visible));
}

/** The last part of a path, with either kind of slash. */
function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
