/** Articles by id or row, as the JSON text the API answers, with the children that were asked for. */
import { transcode } from 'node:buffer';
import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Article, ArticleSummary } from '../../domain/article.js';
import type { Json } from '../../domain/json.js';
import type { ArticleListOptions, Child, Found } from '../store.js';
import { articleContents, articles, quotes, statistics, withdrawals } from './schema.js';
import { type Connection, prepareRead } from './statement.js';

/** A column as bytes: see {@link decode}. */
const selectBytes = (column: SQLiteColumn) => sql<Buffer>`cast(${column} as blob)`;

const SEPARATOR = Buffer.from('\n');

/**
 * Decodes a long text. V8 turns UTF-8 with Chinese in it into strings at about 130 MB/s; transcoding is six times as fast,
 * but pays only for texts of several kilobytes.
 */
function decode(bytes: Buffer): string {
  return transcode(bytes, 'utf8', 'ucs2').toString('ucs2');
}

/** Decodes JSON texts, which hold no line break of their own, all at once. */
function decodeDocuments(documents: readonly Buffer[]): string[] {
  if (documents.length === 0) return [];
  return decode(Buffer.concat(documents.flatMap((document) => [document, SEPARATOR])))
    .split('\n')
    .slice(0, -1);
}

/** An article as it was read: where its children hang, and its text. */
export interface Loaded {
  rowid: number;
  document: string;
}

export type Documents = ReturnType<typeof createDocuments>;

/** Prepares the reading of articles by key. */
export function createDocuments(connection: Connection) {
  const { db, inTransaction } = connection;
  const one = prepareRead<[number, string, Buffer]>(
    connection,
    db
      .select({
        rowid: articles.rowid,
        summary: articles.document,
        content: selectBytes(articleContents.document),
      })
      .from(articles)
      .innerJoin(articleContents, eq(articleContents.article, articles.rowid))
      .where(eq(articles.id, sql.placeholder('id'))),
  );
  const withdrawal = prepareRead<[number]>(
    connection,
    db
      .select({ revision: withdrawals.revision })
      .from(withdrawals)
      .where(eq(withdrawals.id, sql.placeholder('id'))),
  );
  const ids = sql`json_each(${sql.placeholder('ids')}) j`;
  const many = prepareRead<[number, string]>(
    connection,
    db
      .select({ rowid: articles.rowid, document: articles.document })
      .from(ids)
      .crossJoin(articles)
      .where(eq(articles.id, sql`j.value`))
      .orderBy(sql`j.key`),
  );
  const contents = prepareRead<[number, Buffer]>(
    connection,
    db
      .select({ article: articleContents.article, document: selectBytes(articleContents.document) })
      .from(ids)
      .crossJoin(articleContents)
      .where(eq(articleContents.article, sql`j.value`)),
  );
  /** The children of each article, in reading order, as the inside of a JSON array. */
  const childrenOf = (table: typeof quotes | typeof statistics) =>
    prepareRead<[number, Buffer | null]>(
      connection,
      db
        .select({
          article: sql<number>`j.value`,
          documents: sql`cast((select group_concat(${table.document}, ',' order by ${table.position}) from ${table} where ${table.article} = j.value) as blob)`,
        })
        .from(ids),
    );
  const children: Record<Child, ReturnType<typeof childrenOf>> = {
    quotes: childrenOf(quotes),
    statistics: childrenOf(statistics),
  };

  /** Adds what was asked for to articles: one statement for each, however many articles. */
  function addParts(
    loaded: readonly Loaded[],
    { include, content }: Pick<ArticleListOptions, 'include' | 'content'>,
  ): Json<Article | ArticleSummary>[] {
    if (loaded.length > 0 && (content || include.length > 0)) {
      const rowids = JSON.stringify(loaded.map(({ rowid }) => rowid));
      if (content) {
        const found = index(contents.all({ ids: rowids }));
        for (const article of loaded)
          article.document = merge(article.document, (found.get(article.rowid) ?? '{}').slice(1, -1));
      }
      for (const child of new Set(include)) {
        const found = index(children[child].all({ ids: rowids }));
        for (const article of loaded)
          article.document = merge(article.document, `"${child}":[${found.get(article.rowid) ?? ''}]`);
      }
    }
    return loaded.map(({ document }) => document as Json<Article | ArticleSummary>);
  }

  return {
    addParts,

    getArticle(id: string, include: readonly Child[]): Found {
      const row = one.get({ id });
      if (!row) return { state: withdrawal.get({ id }) ? 'withdrawn' : 'unknown' };
      const [rowid, summary, content] = row;
      const loaded = { rowid, document: merge(summary, decode(content).slice(1, -1)) };
      const [article] = addParts([loaded], { include, content: false });
      return { state: 'published', article: article as Json<Article> };
    },

    getArticles(
      ids: readonly string[],
      options: Pick<ArticleListOptions, 'include' | 'content'>,
    ): Json<Article | ArticleSummary>[] {
      return inTransaction(() =>
        addParts(
          many.all({ ids: JSON.stringify(ids) }).map(([rowid, document]) => ({ rowid, document })),
          options,
        ),
      );
    },
  };
}

/** Puts members into the text of an object that has some already. */
function merge(object: string, members: string): string {
  return `${object.slice(0, -1)},${members}}`;
}

function index(rows: readonly [number, Buffer | null][]): Map<number, string> {
  const present = rows.filter((row): row is [number, Buffer] => row[1] !== null);
  const documents = decodeDocuments(present.map(([, document]) => document));
  return new Map(present.map(([article], at) => [article, documents[at] ?? '']));
}
