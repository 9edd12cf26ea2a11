/** What is kept beside published articles: edits, and articles that were taken out and can be brought back. */
import { eq, sql } from 'drizzle-orm';
import type { Correction } from '../../domain/correction.js';
import type { ArticleEdit } from '../../domain/edit.js';
import { edits, shelved } from './schema.js';
import { type Connection, prepareRead, prepareWrite } from './statement.js';
import type { Extraction } from './stored.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

/** An article on the shelf, with all that hung on it. */
export interface ShelvedArticle {
  revision: number;
  readBy: string;
  extraction: Extraction;
  corrections: readonly Correction[];
  edit: ArticleEdit | null;
}

/** The page of a shelved article, its bytes compressed as they were. */
export interface ShelvedOriginal {
  name: string;
  mediaType: string;
  hints: string;
  bytes: Uint8Array;
}

export type Kept = ReturnType<typeof createKept>;

/** Prepares the statements of a writing connection. */
export function createKept(connection: Connection) {
  const { db } = connection;
  const edit = prepareRead<[string]>(
    connection,
    db
      .select({ document: edits.document })
      .from(edits)
      .where(eq(edits.article, value('article'))),
  );
  const putEdit = prepareWrite(
    connection,
    db
      .insert(edits)
      .values({ article: value('article'), document: value('document') })
      .onConflictDoUpdate({ target: edits.article, set: { document: sql`excluded.document` } }),
  );
  const { name, mediaType, hints, bytes } = shelved;
  const one = prepareRead<[string, string, string, string, Buffer]>(
    connection,
    db
      .select({ document: shelved.document, name, mediaType, hints, bytes })
      .from(shelved)
      .where(eq(shelved.id, value('id'))),
  );
  const put = prepareWrite(
    connection,
    db.insert(shelved).values({
      id: value('id'),
      document: value('document'),
      name: value('name'),
      mediaType: value('mediaType'),
      hints: value('hints'),
      bytes: value('bytes'),
    }),
  );
  const take = prepareWrite(connection, db.delete(shelved).where(eq(shelved.id, value('id'))));

  return {
    findEdit(article: number): ArticleEdit | null {
      const row = edit.get({ article });
      return row ? (JSON.parse(row[0]) as ArticleEdit) : null;
    },

    putEdit(article: number, given: ArticleEdit): void {
      putEdit({ article, document: JSON.stringify(given) });
    },

    isShelved: (id: string): boolean => one.get({ id }) !== undefined,

    shelve(id: string, article: ShelvedArticle, original: ShelvedOriginal): void {
      put({ id, document: JSON.stringify(article), ...original });
    },

    /** Takes an article off the shelf. */
    take(id: string): { article: ShelvedArticle; original: ShelvedOriginal } | undefined {
      const row = one.get({ id });
      if (!row) return undefined;
      take({ id });
      const [document, name, mediaType, hints, bytes] = row;
      return { article: JSON.parse(document) as ShelvedArticle, original: { name, mediaType, hints, bytes } };
    },
  };
}
