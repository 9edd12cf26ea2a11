/** What is kept beside published articles: edits, and articles that were taken out and can be brought back. */
import { eq, lte, sql } from 'drizzle-orm';
import type { Correction } from '../../../domain/correction.js';
import type { ArticleEdit } from '../../../domain/edit.js';
import type { UnpublishedArticle, UnpublishedStatus } from '../../../domain/write.js';
import { edits, shelved } from '../schema.js';
import { type Connection, prepareRead, prepareWrite } from '../statement.js';
import type { Extraction } from './stored.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

/** An article on the shelf, with all that hung on it. */
export interface ShelvedArticle {
  /** The one before that it is published under. */
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

interface Shelved {
  article: ShelvedArticle;
  original: ShelvedOriginal;
}

/** Why an article is on the shelf, and until when. */
export type Standing = Pick<UnpublishedArticle, 'status' | 'publishAt'>;
const WITHDRAWN: Standing = { status: 'withdrawn', publishAt: null };

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
      status: value('status'),
      publishAt: value('publishAt'),
      document: value('document'),
      name: value('name'),
      mediaType: value('mediaType'),
      hints: value('hints'),
      bytes: value('bytes'),
    }),
  );
  const take = prepareWrite(connection, db.delete(shelved).where(eq(shelved.id, value('id'))));

  const status = prepareRead<[UnpublishedStatus]>(
    connection,
    db
      .select({ status: shelved.status })
      .from(shelved)
      .where(eq(shelved.id, value('id'))),
  );
  const due = prepareRead<[string]>(
    connection,
    db
      .select({ id: shelved.id })
      .from(shelved)
      .where(lte(shelved.publishAt, value('at')))
      .orderBy(shelved.publishAt),
  );

  const find = (id: string): Shelved | undefined => {
    const row = one.get({ id });
    if (!row) return undefined;
    const [document, name, mediaType, hints, bytes] = row;
    return { article: JSON.parse(document) as ShelvedArticle, original: { name, mediaType, hints, bytes } };
  };

  return {
    findEdit(article: number): ArticleEdit | null {
      const row = edit.get({ article });
      return row ? (JSON.parse(row[0]) as ArticleEdit) : null;
    },

    putEdit(article: number, given: ArticleEdit): void {
      putEdit({ article, document: JSON.stringify(given) });
    },

    /** Why an article is not published; undefined: it is, or is not there. */
    findStatus: (id: string) => status.get({ id })?.[0],

    /** The ids of those whose time has come, the longest due first. */
    listDue: (at: number): string[] => due.all({ at }).map(([id]) => id),

    shelve(id: string, article: ShelvedArticle, original: ShelvedOriginal, when: Standing = WITHDRAWN): void {
      put({ id, document: JSON.stringify(article), ...original, ...when });
    },

    find,

    /** Takes an article off the shelf. */
    take(id: string): Shelved | undefined {
      const found = find(id);
      if (found) take({ id });
      return found;
    },
  };
}
