/** What was taken in and what people said of it: originals one after the other, and the corrections of an article. */
import { gunzipSync } from 'node:zlib';
import { and, eq, gt, ne, sql } from 'drizzle-orm';
import type { Correction } from '../../domain/correction.js';
import type { ArticleEdit } from '../../domain/edit.js';
import type { StoredOriginal } from '../../domain/write.js';
import { articles, corrections, edits, originals } from './schema.js';
import { type Connection, prepareRead } from './statement.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

export type Originals = ReturnType<typeof createOriginals>;

/** Prepares the reading of originals and corrections. */
export function createOriginals(connection: Connection) {
  const { db } = connection;
  // No version is empty, so an empty one stands for none.
  const isUnread = ne(articles.readBy, value('readBy'));
  const next = prepareRead<[number, string, string, string, string, string, Buffer]>(
    connection,
    db
      .select({
        rowid: articles.rowid,
        id: articles.id,
        fingerprint: articles.fingerprint,
        name: originals.name,
        mediaType: originals.mediaType,
        hints: originals.hints,
        bytes: originals.bytes,
      })
      .from(articles)
      .innerJoin(originals, eq(originals.article, articles.rowid))
      .where(and(gt(articles.rowid, value('after')), isUnread))
      .orderBy(articles.rowid)
      .limit(1),
  );
  const count = prepareRead<[number]>(
    connection,
    db.select({ count: sql<number>`count(*)` }).from(articles).where(isUnread),
  );
  const correctionsOf = prepareRead<[string]>(
    connection,
    db
      .select({ document: corrections.document })
      .from(articles)
      .innerJoin(corrections, eq(corrections.article, articles.rowid))
      .where(eq(articles.id, value('id')))
      .orderBy(corrections.at, corrections.target, corrections.item),
  );

  const editOf = prepareRead<[string]>(
    connection,
    db
      .select({ document: edits.document })
      .from(articles)
      .innerJoin(edits, eq(edits.article, articles.rowid))
      .where(eq(articles.id, value('id'))),
  );

  return {
    findEdit(articleId: string): ArticleEdit | null {
      const row = editOf.get({ id: articleId });
      return row ? (JSON.parse(row[0]) as ArticleEdit) : null;
    },

    async *readOriginals(readBy: string | null): AsyncGenerator<StoredOriginal> {
      let after = 0;
      for (;;) {
        const row = next.get({ after, readBy: readBy ?? '' });
        if (row === undefined) return;
        const [rowid, id, fingerprint, name, mediaType, hints, bytes] = row;
        after = rowid;
        yield { id, fingerprint, original: { name, mediaType, hints, bytes: gunzipSync(bytes) } };
      }
    },

    countOriginals(readBy: string | null): number {
      return count.get({ readBy: readBy ?? '' })?.[0] ?? 0;
    },

    listCorrections(articleId: string): Correction[] {
      return correctionsOf.all({ id: articleId }).map(([document]) => JSON.parse(document) as Correction);
    },
  };
}
