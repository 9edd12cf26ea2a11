/** What an archive holds, to find one's way in it: its sections and sources. */
import { eq, sql } from 'drizzle-orm';
import type { Section } from '../../../domain/section.js';
import type { Source } from '../../../domain/source.js';
import { buildSectionTree, compareNames } from '../../sections.js';
import { articles, sections, sources, terms } from '../schema.js';
import { type Connection, prepareRead } from '../statement.js';

export type Navigation = ReturnType<typeof createNavigation>;

/** Prepares the navigation of a connection. */
export function createNavigation(connection: Connection, guarded: boolean) {
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
  const issues = db
    .selectDistinct({ source: articles.source, date: articles.issueDate })
    .from(articles)
    .where(guarded ? sql`((${articles.rowid} & 15) <> 0 or within_deadline())` : undefined)
    .as('issues');
  const allSources = prepareRead<[string, string, number, number, string | null, string | null]>(
    connection,
    db
      .select({
        slug: sources.slug,
        name: sources.name,
        articleCount: terms.articleCount,
        issueCount: sql<number>`count(${issues.date})`,
        first: sql<string | null>`min(${issues.date})`,
        last: sql<string | null>`max(${issues.date})`,
      })
      .from(sources)
      .innerJoin(terms, eq(terms.id, sources.id))
      .innerJoin(issues, eq(issues.source, sources.id))
      .groupBy(sources.id),
  );
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
  };
}
