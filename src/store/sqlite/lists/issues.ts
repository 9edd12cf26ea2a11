/** The printed issues of a source: their list, and one of them with its pages. */
import { and, asc, between, desc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm';
import type { ArticleSummary } from '../../../domain/article.js';
import type { IssueHolding } from '../../../domain/coverage.js';
import { fingerprintList } from '../../../domain/cursor.js';
import type { PageParameters } from '../../../domain/query.js';
import type { Issue } from '../../../domain/source.js';
import type { Page, ReadStore } from '../../store.js';
import { articles } from '../schema.js';
import { type Connection, prepareRead } from '../statement.js';
import type { Lookup } from './lookup.js';
import { cutPage, planTurn } from './pages.js';
import { value } from './selection.js';

type IssueRow = [date: string, pageCount: number, articleCount: number];

/** A2 before A10. */
const comparePages = new Intl.Collator('en', { numeric: true }).compare;

export type Issues = ReturnType<typeof createIssues>;

/** Prepares the reading of issues on a connection; what may be long stops at the deadline on a `guarded` one. */
export function createIssues(connection: Connection, lookup: Lookup, guarded: boolean) {
  const { db } = connection;
  /** The issues of a source, or those on one side of a date; read backwards, the oldest first. */
  const prepareIssues = (beside: boolean, back: boolean) =>
    prepareRead<IssueRow>(
      connection,
      db
        .select({
          date: articles.issueDate,
          pageCount: sql<number>`count(distinct ${articles.pageNumber})`,
          articleCount: sql<number>`count(*)`,
        })
        .from(articles)
        .where(
          and(
            eq(articles.source, value('source')),
            beside ? (back ? gt : lt)(articles.issueDate, value('date')) : isNotNull(articles.issueDate),
          ),
        )
        .groupBy(articles.issueDate)
        .orderBy((back ? asc : desc)(articles.issueDate))
        .limit(sql.placeholder('limit')),
    );
  const all = { forth: prepareIssues(false, false), back: prepareIssues(false, true) };
  const beside = { forth: prepareIssues(true, false), back: prepareIssues(true, true) };
  const articlesOf = prepareRead<[string | null, string]>(
    connection,
    db
      .select({ page: articles.pageNumber, document: articles.document })
      .from(articles)
      .where(and(eq(articles.source, value('source')), eq(articles.issueDate, value('date'))))
      .orderBy(asc(articles.pageNumber), asc(articles.rowid)),
  );

  const holdings = prepareRead<[string, string, number]>(
    connection,
    db
      .select({
        date: articles.issueDate,
        pages: sql`json_group_array(distinct ${articles.pageNumber})`,
        articleCount: sql<number>`count(*)`,
      })
      .from(articles)
      .where(
        and(
          eq(articles.source, value('source')),
          between(articles.issueDate, value('first'), value('last')),
          guarded ? sql`((${articles.rowid} & 15) <> 0 or within_deadline())` : undefined,
        ),
      )
      .groupBy(articles.issueDate)
      .orderBy(asc(articles.issueDate)),
  );

  return {
    listIssues(name: string, page: Omit<PageParameters, 'sort'>): Page<Issue> {
      const { id, reference } = lookup.findSource(name);
      const turn = planTurn(page, fingerprintList(['issues', reference.slug]));
      const { position, back, limit } = turn;
      const rows = (position ? beside : all)[back ? 'back' : 'forth'].all({
        source: id,
        limit: limit + 1,
        ...(position && { date: position.key }),
      });
      if (back) rows.reverse();
      const { extra: _, ...placed } = cutPage(rows, turn, ([date]) => ({ key: date, ties: [0] }));
      const items = rows.map(([date, pageCount, articleCount]) => ({
        source: reference,
        date,
        pageCount,
        articleCount,
      }));
      return { items, ...placed };
    },

    listHoldings(name: string, first: string, last: string): IssueHolding[] {
      const { id } = lookup.findSource(name);
      return holdings.all({ source: id, first, last }).map(([date, pages, articleCount]) => ({
        date,
        pages: (JSON.parse(pages) as (string | null)[]).filter((page) => page !== null).sort(comparePages),
        articleCount,
      }));
    },

    getIssue(name: string, date: string): Awaited<ReturnType<ReadStore['getIssue']>> {
      const { id, reference } = lookup.findSource(name);
      const rows = articlesOf.all({ source: id, date });
      if (rows.length === 0) return null;
      const pages = new Map<string | null, ArticleSummary[]>();
      for (const [page, document] of rows) {
        const article = JSON.parse(document) as ArticleSummary;
        const known = pages.get(page);
        if (known) known.push(article);
        else pages.set(page, [article]);
      }
      const pageCount = pages.size - (pages.has(null) ? 1 : 0);
      return {
        issue: { source: reference, date, pageCount, articleCount: rows.length },
        pages: [...pages]
          .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : comparePages(a, b)))
          .map(([, articles]) => ({
            // As its first article prints it.
            page: articles[0]?.issue?.page ?? null,
            articles,
          })),
      };
    },
  };
}
