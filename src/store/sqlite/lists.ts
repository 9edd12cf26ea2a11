/** The three lists: pages of a plan by keyset, in both directions. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Article, ArticleSummary, QuoteInArticle, StatisticInArticle } from '../../domain/article.js';
import { decodeCursor, encodeCursor, type Position } from '../../domain/cursor.js';
import type { Json } from '../../domain/json.js';
import type { PageParameters } from '../../domain/query.js';
import type { ArticleListOptions, Page } from '../store.js';
import type { Documents } from './documents.js';
import type { Plan } from './plan.js';
import { articles } from './schema.js';
import { bindPlan, describeShape, selectRange, selectRows, tables, value, walked } from './selection.js';
import { type Connection, prepareRead, type Statement } from './statement.js';

type Key = string | number;
/** Document, sort key, article. */
type ArticleRow = [string, Key, number];
/** Document, sort key, article, position, reference of the article. */
type ChildRow = [string, Key, number, number, string];

export type Lists = ReturnType<typeof createLists>;

/** Prepares the lists of a connection; `guarded` ones stop at the deadline. */
export function createLists(connection: Connection, documents: Documents, guarded: boolean) {
  const prepared = new Map<string, Statement<ArticleRow | ChildRow>>();

  function readRows(plan: Plan, page: PageParameters): Page<ArticleRow | ChildRow> {
    if (plan.terms.length === 0) return { items: [], next: null, prev: null };
    const fingerprint = plan.fingerprint();
    const position = page.cursor === undefined ? undefined : decodeCursor(page.cursor, fingerprint);
    const back = position?.direction === 'before';
    const shape = `${describeShape(plan)} ${plan.descending} ${position?.direction}`;
    let statement = prepared.get(shape);
    if (!statement) {
      statement = prepareRead<ArticleRow | ChildRow>(connection, buildQuery(connection, plan, position, guarded));
      prepared.set(shape, statement);
    }
    const values = bindPlan(plan);
    // One more than asked for tells whether the list goes on.
    values.limit = page.limit + 1;
    if (position) {
      values.key = position.key;
      values.article = position.ties[0];
      values.position = position.ties[1] ?? 0;
    }
    const rows = statement.all(values);
    const more = rows.length > page.limit;
    if (more) rows.pop();
    if (back) rows.reverse();
    const cursorAt = (row: ArticleRow | ChildRow | undefined, direction: Position['direction']) =>
      row
        ? encodeCursor(
            { key: row[1], ties: row[3] === undefined ? [row[2]] : [row[2], row[3]], direction },
            fingerprint,
          )
        : null;
    return {
      items: rows,
      next: more || back ? cursorAt(rows.at(-1), 'after') : null,
      prev: back ? (more ? cursorAt(rows[0], 'before') : null) : position ? cursorAt(rows[0], 'before') : null,
    };
  }

  /** Quotes or statistics, each with the reference of its article. */
  function listChildren<T>(plan: Plan, options: PageParameters): Page<Json<T>> {
    const page = readRows(plan, options) as Page<ChildRow>;
    const items = page.items.map(
      ([document, , , , reference]) => `${document.slice(0, -1)},"article":${reference}}` as Json<T>,
    );
    return { ...page, items };
  }

  function listArticles(plan: Plan, options: ArticleListOptions): Page<Json<Article | ArticleSummary>> {
    const page = readRows(plan, options) as Page<ArticleRow>;
    const loaded = page.items.map(([document, , rowid]) => ({ rowid, document }));
    return { ...page, items: documents.addParts(loaded, options) };
  }

  return {
    listArticles: (plan: Plan, options: ArticleListOptions) =>
      options.content || options.include.length > 0
        ? connection.inTransaction(() => listArticles(plan, options))
        : listArticles(plan, options),
    listQuotes: (plan: Plan, page: PageParameters) => listChildren<QuoteInArticle>(plan, page),
    listStatistics: (plan: Plan, page: PageParameters) => listChildren<StatisticInArticle>(plan, page),
  };
}

/** The query of a page: the rows next to the position, on the side of it that its direction names. */
function buildQuery({ db }: Connection, plan: Plan, position: Position | undefined, guarded: boolean) {
  const { list, key } = plan;
  const descending = plan.descending !== (position?.direction === 'before');
  const order = descending ? desc : asc;
  const { from, to } = selectRange(plan);
  // The position is inside the range, so it takes the place of the end it is nearer to: the walk must start there.
  const ends: (SQL | undefined)[] = position ? [descending ? from : to] : [from, to];
  const limit = sql.placeholder('limit');

  if (list === 'articles') {
    const compare = sql.raw(descending ? '<' : '>');
    if (position) ends.push(sql`(${walked[key]}, ${walked.article}) ${compare} (${value('key')}, ${value('article')})`);
    return db
      .select({ document: articles.document, key: walked[key], article: walked.article })
      .from(walked)
      .crossJoin(articles)
      .where(and(...selectRows(plan, guarded), eq(articles.rowid, walked.article), ...ends))
      .orderBy(order(walked[key]), order(walked.article))
      .limit(limit);
  }
  const child = tables[list];
  // Quotes of one article stand in reading order, whichever way the articles go.
  const back = position?.direction === 'before';
  if (position) {
    const compare = sql.raw(descending ? '<=' : '>=');
    ends.push(
      sql`(${walked[key]}, ${walked.article}) ${compare} (${value('key')}, ${value('article')})`,
      sql`(${walked.article} <> ${value('article')} or ${child.position} ${sql.raw(back ? '<' : '>')} ${value('position')})`,
    );
  }
  return db
    .select({
      document: child.document,
      key: walked[key],
      article: walked.article,
      position: child.position,
      reference: articles.reference,
    })
    .from(walked)
    .crossJoin(child)
    .crossJoin(articles)
    .where(and(...selectRows(plan, guarded), eq(articles.rowid, walked.article), ...ends))
    .orderBy(order(walked[key]), order(walked.article), (back ? desc : asc)(child.position))
    .limit(limit);
}
