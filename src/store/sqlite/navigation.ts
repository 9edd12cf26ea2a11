/** What an archive holds, to find one's way in it: sections, sources, printed issues, and its state. */
import { and, asc, desc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm';
import type { ArticleSummary } from '../../domain/article.js';
import { decodeCursor, encodeCursor, fingerprintList } from '../../domain/cursor.js';
import type { Json } from '../../domain/json.js';
import type { PageParameters } from '../../domain/query.js';
import type { Section } from '../../domain/section.js';
import type { Issue, Source } from '../../domain/source.js';
import { buildSectionTree, compareNames } from '../sections.js';
import type { ArchiveState, Page, ReadStore } from '../store.js';
import { decodeDocuments, selectBytes } from './documents.js';
import type { Lookup } from './lookup.js';
import { articles, changes, sections, sources, terms } from './schema.js';
import { value } from './selection.js';
import { type Connection, prepareRead, type Statement } from './statement.js';
import { termKinds } from './terms.js';

type IssueRow = [date: string, pageCount: number, articleCount: number];

export type Navigation = ReturnType<typeof createNavigation>;

/** Prepares the navigation of a connection. */
export function createNavigation(connection: Connection, lookup: Lookup, guarded: boolean) {
  const { db } = connection;
  const allSections = prepareRead<[number, number | null, string, string, string, number]>(
    connection,
    db
      .select({
        id: sections.id,
        parent: sections.parent,
        name: sections.name,
        slug: sections.slug,
        path: sections.path,
        count: terms.articleCount,
      })
      .from(sections)
      .innerJoin(terms, eq(terms.id, sections.id)),
  );
  // From one issue to the next by index: counting distinct dates would read the entry of every article.
  const allSources = prepareRead<[string, string, number, number, string | null, string | null]>(
    connection,
    db
      .select({
        slug: sources.slug,
        name: sources.name,
        articleCount: terms.articleCount,
        issueCount: sql<number>`count(issues.date)`,
        first: sql<string | null>`min(issues.date)`,
        last: sql<string | null>`max(issues.date)`,
      })
      .from(
        sql`(with recursive issues (source, date) as (
          select ${sources.id}, (select min(${articles.issueDate}) from ${articles} where ${articles.source} = ${sources.id}) from ${sources}
          union all
          select issues.source, (select min(${articles.issueDate}) from ${articles} where ${articles.source} = issues.source and ${articles.issueDate} > issues.date)
          from issues where issues.date is not null ${sql.raw(guarded ? 'and within_deadline()' : '')}
        ) select * from issues) issues`,
      )
      .innerJoin(sources, eq(sources.id, sql`issues.source`))
      .innerJoin(terms, eq(terms.id, sources.id))
      .groupBy(sources.id)
      .having(gt(terms.articleCount, 0)),
  );
  const sourceById = prepareRead<[string, string]>(
    connection,
    db
      .select({ slug: sources.slug, name: sources.name })
      .from(sources)
      .where(eq(sources.id, value('id'))),
  );
  const issueArticles = prepareRead<[string | null, Buffer]>(
    connection,
    db
      .select({ page: articles.pageNumber, document: selectBytes(articles.document) })
      .from(articles)
      .where(and(eq(articles.source, value('source')), eq(articles.issueDate, value('date'))))
      .orderBy(asc(articles.pageNumber), asc(articles.rowid)),
  );
  const lastChange = prepareRead<[number | null]>(
    connection,
    db.select({ seq: sql<number | null>`max(${changes.seq})` }).from(changes),
  );

  /** The issues next to a date, in the direction of the index walk. */
  const issuesNextTo = (side: 'before' | 'after' | null) =>
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
            side === null
              ? isNotNull(articles.issueDate)
              : (side === 'before' ? gt : lt)(articles.issueDate, value('date')),
          ),
        )
        .groupBy(articles.issueDate)
        .orderBy((side === 'before' ? asc : desc)(articles.issueDate))
        .limit(sql.placeholder('limit')),
    );
  const issues: Record<'first' | 'before' | 'after', Statement<IssueRow>> = {
    first: issuesNextTo(null),
    before: issuesNextTo('before'),
    after: issuesNextTo('after'),
  };

  const readSource = (id: number) => {
    const [slug = '', name = ''] = sourceById.get({ id }) ?? [];
    return { slug, name };
  };

  return {
    listSections(): Section[] {
      return buildSectionTree(
        allSections.all().map(([id, parent, name, slug, path, articleCount]) => ({
          id,
          parent,
          name,
          slug,
          path: JSON.parse(path) as string[],
          articleCount,
        })),
      );
    },

    listSources(): Source[] {
      return allSources
        .all()
        .map(([slug, name, articleCount, issueCount, firstIssueDate, lastIssueDate]) => ({
          slug,
          name,
          articleCount,
          issueCount,
          firstIssueDate,
          lastIssueDate,
        }))
        .sort((a, b) => compareNames(a.name, b.name));
    },

    listIssues(name: string, { limit, cursor }: Omit<PageParameters, 'sort'>): Page<Issue> {
      const { id } = lookup.findSource(name);
      const fingerprint = fingerprintList(['issues', id]);
      const position = cursor === undefined ? undefined : decodeCursor(cursor, fingerprint);
      const back = position?.direction === 'before';
      const rows = issues[position?.direction ?? 'first'].all({
        source: id,
        limit: limit + 1,
        ...(position && { date: position.key }),
      });
      const more = rows.length > limit;
      if (more) rows.pop();
      if (back) rows.reverse();
      const cursorAt = (row: IssueRow | undefined, direction: 'before' | 'after') =>
        row ? encodeCursor({ key: row[0], ties: [0], direction }, fingerprint) : null;
      const source = readSource(id);
      return {
        items: rows.map(([date, pageCount, articleCount]) => ({ source, date, pageCount, articleCount })),
        next: more || back ? cursorAt(rows.at(-1), 'after') : null,
        prev: (back ? more : position) ? cursorAt(rows[0], 'before') : null,
      };
    },

    getIssue(name: string, date: string): Awaited<ReturnType<ReadStore['getIssue']>> {
      const { id } = lookup.findSource(name);
      const rows = issueArticles.all({ source: id, date });
      if (rows.length === 0) return null;
      const documents = decodeDocuments(rows.map(([, document]) => document)) as Json<ArticleSummary>[];
      const pages = new Map<string | null, Json<ArticleSummary>[]>();
      rows.forEach(([page], at) => {
        const document = documents[at] as Json<ArticleSummary>;
        const known = pages.get(page);
        if (known) known.push(document);
        else pages.set(page, [document]);
      });
      const numbers = [...pages.keys()].filter((page) => page !== null);
      return {
        issue: { source: readSource(id), date, pageCount: numbers.length, articleCount: rows.length },
        pages: [...pages]
          .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : comparePages(a, b)))
          .map(([, articles]) => ({
            page: (JSON.parse(articles[0] ?? '') as ArticleSummary).issue?.page ?? null,
            articles,
          })),
      };
    },

    getState(): ArchiveState {
      return {
        seq: lastChange.get()?.[0] ?? 0,
        articleCount: lookup.findTerm(termKinds.all, 'articles')?.articleCount ?? 0,
        timeZone: lookup.timeZone,
      };
    },
  };
}

/** A2 before A10. */
const comparePages = new Intl.Collator('en', { numeric: true }).compare;
