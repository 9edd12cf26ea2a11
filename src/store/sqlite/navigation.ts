/** What an archive holds, to find one's way in it: its sections and sources; its state and its changes. */
import { desc, eq, gt, sql } from 'drizzle-orm';
import type { Change } from '../../domain/change.js';
import type { Section } from '../../domain/section.js';
import type { Source } from '../../domain/source.js';
import { buildSectionTree, compareNames } from '../sections.js';
import type { ArchiveState } from '../store.js';
import type { Lookup } from './lookup.js';
import { archive, articles, changes, sections, sources, terms } from './schema.js';
import { value } from './selection.js';
import { type Connection, prepareRead } from './statement.js';
import { termKinds } from './terms.js';

export type Navigation = ReturnType<typeof createNavigation>;

/** Prepares the navigation of a connection. */
export function createNavigation(connection: Connection, lookup: Lookup, guarded: boolean) {
  const { client, db, inTransaction } = connection;
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
  const changesAfter = prepareRead<[number, Change['type'], string, Change['op'], number, number]>(
    connection,
    db
      .select({
        seq: changes.seq,
        type: changes.type,
        id: changes.id,
        op: changes.op,
        at: changes.at,
        contentChanged: changes.contentChanged,
      })
      .from(changes)
      .where(gt(changes.seq, value('seq')))
      .orderBy(changes.seq)
      .limit(sql.placeholder('limit')),
  );
  const lastChange = prepareRead<[number, number]>(
    connection,
    db.select({ seq: changes.seq, at: changes.at }).from(changes).orderBy(desc(changes.seq)).limit(1),
  );
  const firstChange = prepareRead<[number | null]>(
    connection,
    db.select({ seq: sql<number | null>`min(${changes.seq})` }).from(changes),
  );
  const createdAt = prepareRead<[number]>(connection, db.select({ at: archive.createdAt }).from(archive));
  const readState = (): ArchiveState => {
    const [seq, changedAt] = lastChange.get() ?? [0, 0];
    return {
      archiveId: (createdAt.get()?.[0] ?? 0).toString(36),
      seq,
      changedAt,
      logStart: (firstChange.get()?.[0] ?? 1) - 1,
      articleCount: lookup.findTerm(termKinds.all, 'articles')?.articleCount ?? 0,
      timeZone: lookup.timeZone,
    };
  };
  /** Another number as soon as any other connection, of this or another process, has committed. */
  const dataVersion = client.prepare('PRAGMA data_version').pluck();
  let known: { at: unknown; state: ArchiveState } | undefined;

  return {
    listChanges(seq: number, limit: number): Change[] {
      return changesAfter
        .all({ seq, limit })
        .map(([seq, type, id, op, at, seen]) => ({ seq, type, id, op, at, contentChanged: seen === 1 }));
    },

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

    getState(): ArchiveState {
      // The number first: what is committed between the two is then read once more next time, and never missed.
      const at = dataVersion.get();
      if (known === undefined || known.at !== at) known = { at, state: inTransaction(readState) };
      return known.state;
    },
  };
}
