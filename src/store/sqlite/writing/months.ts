/** Months: how the writer keeps account of them, and how their articles are read for monthly files. */
import type Database from 'better-sqlite3';
import { eq, gt, sql } from 'drizzle-orm';
import { type Month, type MonthSummary, toMonth } from '../../../domain/month.js';
import { limits } from '../../../domain/query.js';
import { parseRangeEnd } from '../../../domain/time.js';
import { renderArticle } from '../lists/documents.js';
import { value } from '../lists/selection.js';
import { articles, articleTerms, months } from '../schema.js';
import { type Connection, prepareRead, prepareWrite } from '../statement.js';
import { NEVER, termKinds } from '../terms.js';
import { everyArticle } from '../upkeep/derivations.js';

/** What the table calls the month of articles without a date. */
const NO_MONTH = '';

/** The month, as the table has it, of an article by its sort key. */
const keyOfMonth = (published: number, timeZone: string) =>
  published === NEVER ? NO_MONTH : toMonth(published, timeZone);

/** What a transaction changes of months; written once, at its end. Must be cleared at the end of each transaction. */
export class MonthChanges {
  readonly #timeZone: string;
  readonly #write: (values: { month: string; articleCount: number; seq: number }) => void;
  readonly #changes = new Map<string, { articleCount: number; seq: number }>();

  constructor(connection: Connection, timeZone: string) {
    this.#timeZone = timeZone;
    this.#write = prepareWrite(
      connection,
      connection.db
        .insert(months)
        .values({ month: value('month'), articleCount: value('articleCount'), seq: value('seq') })
        .onConflictDoUpdate({
          target: months.month,
          set: { articleCount: sql`${months.articleCount} + excluded.article_count`, seq: sql`excluded.seq` },
        }),
    );
  }

  clear(): void {
    this.#changes.clear();
  }

  /** A change took an article from where it was published to where it is; null: it was not there, or is not any more. */
  note(seq: number, from: number | null, to: number | null): void {
    if (from !== null) this.#add(from, -1, seq);
    if (to !== null) this.#add(to, 1, seq);
  }

  write(): void {
    for (const [month, { articleCount, seq }] of this.#changes) this.#write({ month, articleCount, seq });
  }

  #add(published: number, difference: number, seq: number): void {
    const month = keyOfMonth(published, this.#timeZone);
    const known = this.#changes.get(month);
    this.#changes.set(month, { articleCount: (known?.articleCount ?? 0) + difference, seq });
  }
}

/** The months whose count is not that of their articles, as the table calls them, with what it ought to be. */
export function listWrongMonths(client: Database.Database): [month: string, articleCount: number][] {
  const timeZone = client.prepare('SELECT time_zone FROM archive').pluck().get() as string;
  const published = client.prepare(`SELECT published FROM ${everyArticle}`).pluck();
  const right = new Map<string, number>();
  for (const each of published.iterate()) {
    const month = keyOfMonth(each as number, timeZone);
    right.set(month, (right.get(month) ?? 0) + 1);
  }
  const stored = new Map(
    client.prepare('SELECT month, article_count FROM months').raw().all() as [month: string, articleCount: number][],
  );
  return [...new Set([...right.keys(), ...stored.keys()])]
    .map((month): [string, number] => [month, right.get(month) ?? 0])
    .filter(([month, articleCount]) => (stored.get(month) ?? 0) !== articleCount);
}

export type Months = ReturnType<typeof createMonths>;

/** Prepares the reading of months. */
export function createMonths(connection: Connection, timeZone: string) {
  const { db } = connection;
  const all = prepareRead<[string, number, number]>(
    connection,
    db
      .select({ month: months.month, articleCount: months.articleCount, seq: months.seq })
      .from(months)
      .where(gt(months.articleCount, 0))
      .orderBy(sql`${months.month} = ${NO_MONTH}`, months.month),
  );
  const allArticles = sql`(select id from terms where kind = ${termKinds.all} and value = 'articles')`;
  const inRange = prepareRead<[number]>(
    connection,
    db
      .select({ article: articleTerms.article })
      .from(articleTerms)
      .innerJoin(articles, eq(articles.rowid, articleTerms.article))
      .where(
        sql`${articleTerms.term} = ${allArticles} and ${articleTerms.published} between ${value('from')} and ${value('to')}`,
      )
      .orderBy(articleTerms.published, articles.id),
  );
  const found = db
    .select({
      document: renderArticle({ content: true, include: ['quotes', 'statistics'], order: true }).as('document'),
    })
    .from(sql`json_each(${value('rows')}) j`)
    .crossJoin(articles)
    .where(eq(articles.rowid, sql`j.value`))
    .orderBy(sql`j.key`)
    .as('found');
  const lines = prepareRead<[Buffer]>(
    connection,
    db.select({ lines: sql<Buffer>`cast(group_concat(${found.document}, char(10)) || char(10) as blob)` }).from(found),
  );

  return {
    list: (): MonthSummary[] =>
      all.all().map(([month, articleCount, seq]) => ({ month: month === NO_MONTH ? null : month, articleCount, seq })),

    /** Gives the lines of a month, some at a time, and nothing behind the last. */
    *readLines(month: Month): Generator<Uint8Array, void, undefined> {
      const range =
        month === null
          ? { from: NEVER, to: NEVER }
          : {
              from: parseRangeEnd(month, 'from', timeZone, 'month'),
              to: parseRangeEnd(month, 'to', timeZone, 'month'),
            };
      const rows = inRange.all(range).map(([article]) => article);
      for (let at = 0; at < rows.length; at += limits.page.max) {
        const [some] = lines.get({ rows: JSON.stringify(rows.slice(at, at + limits.page.max)) }) as [Buffer];
        yield some;
      }
    },
  };
}
