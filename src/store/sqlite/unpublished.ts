/** Articles that are not published, as editors read them. No list, search or count knows this table. */
import { eq, gt, sql } from 'drizzle-orm';
import type { UnpublishedArticle, UnpublishedStatus } from '../../domain/write.js';
import { shelved } from './schema.js';
import { type Connection, prepareRead } from './statement.js';
import type { ShelvedArticle } from './writing/kept.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

export type Unpublished = ReturnType<typeof createUnpublished>;

/** Prepares the reading of them. */
export function createUnpublished(connection: Connection) {
  const { db } = connection;
  type Row = [status: UnpublishedStatus, publishAt: number | null, document: string];
  const columns = { status: shelved.status, publishAt: shelved.publishAt, document: shelved.document };
  const one = prepareRead<Row>(
    connection,
    db
      .select(columns)
      .from(shelved)
      .where(eq(shelved.id, value('id'))),
  );
  const page = prepareRead<Row>(
    connection,
    db
      .select(columns)
      .from(shelved)
      .where(gt(shelved.id, value('after')))
      .orderBy(shelved.id)
      .limit(sql.placeholder('limit')),
  );
  const next = prepareRead<[number | null]>(
    connection,
    db.select({ at: sql`min(${shelved.publishAt})` }).from(shelved),
  );
  const parse = ([status, publishAt, document]: Row): UnpublishedArticle => {
    const { revision, extraction } = JSON.parse(document) as ShelvedArticle;
    return { status, publishAt, revision: revision + 1, write: extraction };
  };

  return {
    list: (after: string, limit: number): UnpublishedArticle[] => page.all({ after, limit }).map(parse),

    find(id: string): UnpublishedArticle | null {
      const row = one.get({ id });
      return row ? parse(row) : null;
    },

    findNextTime: (): number | null => next.get()?.[0] ?? null,
  };
}
