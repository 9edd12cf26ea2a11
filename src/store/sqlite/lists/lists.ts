/** The three lists: pages of a plan by keyset, in both directions. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Article, ArticleSummary, QuoteInArticle, StatisticInArticle } from '../../../domain/article.js';
import type { Json } from '../../../domain/json.js';
import type { PageParameters } from '../../../domain/query.js';
import type { ArticleListOptions, ArticleParts, DocumentPage } from '../../store.js';
import { articles } from '../schema.js';
import { type Connection, prepareRead, type Statement } from '../statement.js';
import { asArray, describeParts, renderArticle, withoutBrace } from './documents.js';
import { cutPage, planTurn, type Turn } from './pages.js';
import type { Plan } from './plan.js';
import { bindPlan, describeShape, selectRange, selectRows, tables, value, walked } from './selection.js';

/** The documents of a page as an array, and the {@link Row} of each as text: numbers and names with spaces between them, rows with commas. */
type PageRow = [documents: Buffer, rows: string | null];
/** How many bytes a document has, and where it stands: the key and the article, and the position of a quote or statistic in that. */
type Row = [bytes: string, key: string, ...ties: string[]];

const [OPEN, CLOSE] = Buffer.from('[]') as unknown as [number, number];
const NO_PARTS: ArticleParts = { content: false, include: [] };

export type Lists = ReturnType<typeof createLists>;

/** Prepares the lists of a connection; `guarded` ones stop at the deadline. */
export function createLists(connection: Connection, guarded: boolean) {
  const prepared = new Map<string, Statement<PageRow>>();

  function readPage<T>(plan: Plan, page: PageParameters, parts: ArticleParts): DocumentPage<T> {
    const list = plan.fingerprint();
    if (plan.terms.length === 0) return { items: toJson(Buffer.from('[]')), next: null, prev: null, places: [], list };
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
    const rows = found === null ? [] : found.split(',').map((row) => row.split(' ') as Row);
    const { extra, ...placed } = cutPage(rows, turn, ([, key, ...ties]) => ({
      key: plan.key === 'issued' ? key : Number(key),
      ties: ties.map(Number),
    }));
    return { items: toJson(extra ? cutOff(documents, Number(extra[0]), back) : documents), ...placed };
  }

  return {
    listArticles: (plan: Plan, options: ArticleListOptions) =>
      readPage<Article | ArticleSummary>(plan, options, options),
    listQuotes: (plan: Plan, page: PageParameters) => readPage<QuoteInArticle>(plan, page, NO_PARTS),
    listStatistics: (plan: Plan, page: PageParameters) => readPage<StatisticInArticle>(plan, page, NO_PARTS),
  };
}

/** An array without its first or last document, of so many bytes, that was only read to see whether there is one. */
function cutOff(documents: Buffer, bytes: number, front: boolean): Buffer {
  if (front) documents[bytes + 1] = OPEN;
  else documents[documents.length - bytes - 2] = CLOSE;
  return front ? documents.subarray(bytes + 1) : documents.subarray(0, -bytes - 1);
}

const toJson = <T>(bytes: Buffer) => bytes as unknown as Json<T[]>;

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
  const bytes = sql`octet_length(${ordered.document})`;
  const row = [bytes, ordered.key, ordered.article, ...(plan.list === 'articles' ? [] : [ordered.place])];
  return db
    .select({
      documents: asArray(sql`${ordered.document}`),
      rows: sql`group_concat(${sql.join(row, sql` || ' ' || `)})`,
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
