/** The three lists: pages of a plan by keyset, in both directions. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Article, ArticleSummary, QuoteInArticle, StatisticInArticle } from '../../domain/article.js';
import type { Json } from '../../domain/json.js';
import type { PageParameters } from '../../domain/query.js';
import type { ArticleListOptions, ArticleParts, DocumentPage } from '../store.js';
import { describeParts, renderArticle, withoutBrace } from './documents.js';
import { cutPage, planTurn, type Turn } from './pages.js';
import type { Plan } from './plan.js';
import { articles } from './schema.js';
import { bindPlan, describeShape, selectRange, selectRows, tables, value, walked } from './selection.js';
import { type Connection, prepareRead, type Statement } from './statement.js';

/** The documents of a page, with commas between them, and as JSON where each stands and how many bytes it has. */
type PageRow = [documents: Buffer | null, places: string];
/** `position` is that of a quote or statistic in its article. */
type Row = [key: string | number, article: number, position: number | null, bytes: number];

const [OPEN, CLOSE] = [Buffer.from('['), Buffer.from(']')];
const NO_PARTS: ArticleParts = { content: false, include: [] };

export type Lists = ReturnType<typeof createLists>;

/** Prepares the lists of a connection; `guarded` ones stop at the deadline. */
export function createLists(connection: Connection, guarded: boolean) {
  const prepared = new Map<string, Statement<PageRow>>();

  function readPage<T>(plan: Plan, page: PageParameters, parts: ArticleParts): DocumentPage<T> {
    const list = plan.fingerprint();
    if (plan.terms.length === 0) return { items: asArray([]), next: null, prev: null, places: [], list };
    const turn = planTurn(page, list);
    const { position, back } = turn;
    const shape = `${describeShape(plan)} ${plan.descending} ${back} ${position !== undefined} ${describeParts(parts)}`;
    let statement = prepared.get(shape);
    if (!statement) {
      statement = prepareRead<PageRow>(connection, buildQuery(connection, plan, turn, parts, guarded));
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
    const [documents, found] = statement.get(values) as PageRow;
    const { extra, ...placed } = cutPage(JSON.parse(found) as Row[], turn, ([key, article, position]) => ({
      key,
      ties: position === null ? [article] : [article, position],
    }));
    const items = asArray<T>(documents === null ? [] : [extra ? cutOff(documents, extra, back) : documents]);
    return { items, ...placed };
  }

  return {
    listArticles: (plan: Plan, options: ArticleListOptions) =>
      readPage<Article | ArticleSummary>(plan, options, options),
    listQuotes: (plan: Plan, page: PageParameters) => readPage<QuoteInArticle>(plan, page, NO_PARTS),
    listStatistics: (plan: Plan, page: PageParameters) => readPage<StatisticInArticle>(plan, page, NO_PARTS),
  };
}

/** The page without the document that was only read to see whether there is one: with its comma, from the front or the end. */
function cutOff(documents: Buffer, [, , , bytes]: Row, front: boolean): Buffer {
  return front ? documents.subarray(bytes + 1) : documents.subarray(0, -bytes - 1);
}

function asArray<T>(documents: readonly Buffer[]): Json<T[]> {
  return Buffer.concat([OPEN, ...documents, CLOSE]) as unknown as Json<T[]>;
}

/** The query of a page: the rows next to the position, on the side of it that its direction names, as one row of text. */
function buildQuery(connection: Connection, plan: Plan, turn: Turn, parts: ArticleParts, guarded: boolean) {
  const { db } = connection;
  const rows = selectPage(connection, plan, turn, parts, guarded).as('page');
  const { key, article, place } = rows;
  // Read towards the front, the rows come in the order against that of the list.
  const order = plan.descending ? desc : asc;
  const ordered = turn.back
    ? db.select().from(rows).orderBy(order(key), order(article), asc(place)).as('ordered')
    : rows;
  return db
    .select({
      documents: sql`cast(group_concat(${ordered.document}, ',') as blob)`,
      places: sql`json_group_array(json_array(${ordered.key}, ${ordered.article}, ${ordered.place}, octet_length(${ordered.document})))`,
    })
    .from(ordered);
}

function selectPage({ db }: Connection, plan: Plan, { position, back }: Turn, parts: ArticleParts, guarded: boolean) {
  const { list, key } = plan;
  const descending = plan.descending !== back;
  const order = descending ? desc : asc;
  const { from, to } = selectRange(plan);
  // The position is inside the range, so it takes the place of the end it is nearer to: the walk must start there.
  const ends: (SQL | undefined)[] = position ? [descending ? from : to] : [from, to];
  const child = list === 'articles' ? null : tables[list];
  if (position) {
    // What stands at the position itself is told apart by its place in the article, below.
    const compare = sql.raw(`${descending ? '<' : '>'}${child ? '=' : ''}`);
    ends.push(sql`(${walked[key]}, ${walked.article}) ${compare} (${value('key')}, ${value('article')})`);
  }
  const keys = { key: sql`${walked[key]}`.as('key'), article: sql<number>`${walked.article}`.as('article') };
  const limit = sql.placeholder('limit');
  const where = [...selectRows(plan, guarded), eq(articles.rowid, walked.article), ...ends];
  if (child === null) {
    return db
      .select({ document: renderArticle(parts).as('document'), ...keys, place: sql`null`.as('place') })
      .from(walked)
      .crossJoin(articles)
      .where(and(...where))
      .orderBy(order(walked[key]), order(walked.article))
      .limit(limit);
  }
  if (position) {
    where.push(
      sql`(${walked.article} <> ${value('article')} or ${child.position} ${sql.raw(back ? '<' : '>')} ${value('position')})`,
    );
  }
  const inArticle = sql`${withoutBrace(child.document)} || ',"article":' || ${articles.reference} || '}'`;
  return (
    db
      .select({ document: inArticle.as('document'), ...keys, place: sql`${child.position}`.as('place') })
      .from(walked)
      .crossJoin(child)
      .crossJoin(articles)
      .where(and(...where))
      // Quotes of one article stand in reading order, whichever way the articles go.
      .orderBy(order(walked[key]), order(walked.article), (back ? desc : asc)(child.position))
      .limit(limit)
  );
}
