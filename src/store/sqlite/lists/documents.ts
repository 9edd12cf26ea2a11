/**
 * Articles by id, as the JSON text the API answers, with the parts that were asked for. SQLite puts the text together and
 * hands over its bytes: a document passes from the file to the wire without ever becoming a string.
 */
import { eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Article, ArticleSummary } from '../../../domain/article.js';
import type { Json } from '../../../domain/json.js';
import type { ArticleParts, Found } from '../../store.js';
import { articleContents, articles, quotes, statistics, withdrawals } from '../schema.js';
import { type Connection, prepareRead, type Statement } from '../statement.js';

/** The text of an object up to its closing brace. A blob is cut by its length, a text by counting its characters. */
export const withoutBrace = (document: SQLiteColumn): SQL =>
  sql`substr(cast(${document} as blob), 1, octet_length(${document}) - 1)`;

/** The text of an array of all the documents a query gives. */
export const asArray = (document: SQL | SQL.Aliased): SQL<Buffer> =>
  sql<Buffer>`cast('[' || coalesce(group_concat(${document}, ','), '') || ']' as blob)`;

const children = { quotes, statistics };

/** The text of the article of a row of `articles`, with the parts named. */
export function renderArticle({ content, include, order }: ArticleParts): SQL {
  const parts = (Object.keys(children) as (keyof typeof children)[])
    .filter((child) => include.includes(child))
    .map((child) => {
      const { document, article, position } = children[child];
      const all = sql`(select group_concat(${document}, ',' order by ${position}) from ${children[child]} where ${article} = ${articles.rowid})`;
      return sql`${sql.raw(`',"${child}":['`)} || coalesce(${all}, '') || ']'`;
    });
  if (content) {
    const { document, article } = articleContents;
    const members = sql`substr(cast(${document} as blob), 2, octet_length(${document}) - 2)`;
    parts.unshift(sql`',' || (select ${members} from ${articleContents} where ${article} = ${articles.rowid})`);
  }
  if (order) parts.push(sql`',"order":' || ${articles.rowid}`);
  if (parts.length === 0) return sql`${articles.document}`;
  return sql`${withoutBrace(articles.document)} || ${sql.join(parts, sql` || `)} || '}'`;
}

export type Documents = ReturnType<typeof createDocuments>;

/** Prepares the reading of articles by id. */
export function createDocuments(connection: Connection) {
  const { db } = connection;
  const one = remember((parts) =>
    prepareRead<[Buffer]>(
      connection,
      db
        .select({ document: sql<Buffer>`cast(${renderArticle(parts)} as blob)` })
        .from(articles)
        .where(eq(articles.id, sql.placeholder('id'))),
    ),
  );
  const many = remember((parts) => {
    const found = db
      .select({ document: renderArticle(parts).as('document') })
      .from(sql`json_each(${sql.placeholder('ids')}) j`)
      .crossJoin(articles)
      .where(eq(articles.id, sql`j.value`))
      .orderBy(sql`j.key`)
      .as('found');
    return prepareRead<[Buffer]>(connection, db.select({ documents: asArray(found.document) }).from(found));
  });
  const withdrawal = prepareRead<[number]>(
    connection,
    db
      .select({ revision: withdrawals.revision })
      .from(withdrawals)
      .where(eq(withdrawals.id, sql.placeholder('id'))),
  );

  return {
    getArticle(id: string, include: ArticleParts['include']): Found {
      const row = one({ content: true, include }).get({ id });
      if (!row) return { state: withdrawal.get({ id }) ? 'withdrawn' : 'unknown' };
      return { state: 'published', article: row[0] as unknown as Json<Article> };
    },

    getArticles(ids: readonly string[], parts: ArticleParts): Json<(Article | ArticleSummary)[]> {
      const [documents] = many(parts).get({ ids: JSON.stringify(ids) }) as [Buffer];
      return documents as unknown as Json<(Article | ArticleSummary)[]>;
    },
  };
}

/** What an article is asked with, as text. */
export function describeParts({ content, include, order = false }: ArticleParts): string {
  return `${content} ${order} ${[...include].sort().join()}`;
}

/** Prepares a statement once for each set of parts. */
function remember<Row extends unknown[]>(
  prepare: (parts: ArticleParts) => Statement<Row>,
): (parts: ArticleParts) => Statement<Row> {
  const prepared = new Map<string, Statement<Row>>();
  return (parts) => {
    const shape = describeParts(parts);
    const known = prepared.get(shape);
    if (known) return known;
    const statement = prepare(parts);
    prepared.set(shape, statement);
    return statement;
  };
}
