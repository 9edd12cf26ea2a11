/** Revisions: what articles said before they said something else. Read by editors only, and in no list that readers see. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Article } from '../../domain/article.js';
import { revisions } from './schema.js';
import { type Connection, prepareRead, prepareWrite } from './statement.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

export type Revisions = ReturnType<typeof createRevisions>;

/** Prepares the statements; those that write fail on a connection that only reads. */
export function createRevisions(connection: Connection) {
  const { db } = connection;
  const isOf = eq(revisions.id, value('id'));
  const all = prepareRead<[number]>(
    connection,
    db.select({ revision: revisions.revision }).from(revisions).where(isOf).orderBy(desc(revisions.revision)),
  );
  const one = prepareRead<[string]>(
    connection,
    db
      .select({ document: revisions.document })
      .from(revisions)
      .where(and(isOf, eq(revisions.revision, value('revision')))),
  );
  const insert = prepareWrite(
    connection,
    db.insert(revisions).values({ id: value('id'), revision: value('revision'), document: value('document') }),
  );
  const remove = prepareWrite(connection, db.delete(revisions).where(isOf));

  return {
    /** The numbers of those that are kept, the newest first. */
    list: (id: string): number[] => all.all({ id }).map(([revision]) => revision),

    find(id: string, revision: number): Article | null {
      const row = one.get({ id, revision });
      return row ? (JSON.parse(row[0]) as Article) : null;
    },

    keep(article: Article): void {
      insert({ id: article.id, revision: article.revision, document: JSON.stringify(article) });
    },

    forget(id: string): void {
      remove({ id });
    },
  };
}
