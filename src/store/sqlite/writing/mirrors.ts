/** Mirroring: what another archive serves, written word for word, with the place that was reached in it. */
import { eq, sql } from 'drizzle-orm';
import type { ArchivedArticle } from '../../../domain/archives.js';
import { ArchiveError } from '../../../domain/errors.js';
import type { Mirror, MirrorCounts } from '../../../domain/mirror.js';
import type { Address } from '../../../domain/write.js';
import type { WriteStore } from '../../writing.js';
import { articles, mirrors } from '../schema.js';
import { type Connection, prepareRead, prepareWrite } from '../statement.js';
import type { ArticleWriter } from './article-writer.js';
import { prepareArticle } from './prepare.js';
import type { StoredArticle } from './rows.js';
import { placeOf } from './stored.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

export type Mirrors = ReturnType<typeof createMirrors>;

/** Prepares the statements; the one that writes fails on a connection that only reads. */
export function createMirrors(connection: Connection) {
  const { db } = connection;
  const one = prepareRead<[string]>(connection, db.select({ document: mirrors.document }).from(mirrors));
  const put = prepareWrite(
    connection,
    db
      .insert(mirrors)
      .values({ id: 1, document: value('document') })
      .onConflictDoUpdate({ target: mirrors.id, set: { document: sql`excluded.document` } }),
  );
  return {
    /** What the archive is a mirror of; null: it is none. */
    find(): Mirror | null {
      const row = one.get();
      return row ? (JSON.parse(row[0]) as Mirror) : null;
    },
    put: (mirror: Mirror): void => void put({ document: JSON.stringify(mirror) }),
  };
}

export type MirrorWrites = Pick<WriteStore, 'beginMirror' | 'mirror'>;

const conflict = (message: string, suggestion: string) => new ArchiveError('mirror_conflict', message, { suggestion });

/** Runs what changes articles, in a transaction: those of a mirror are its origin's to change. */
export function changeArticles<T>(writer: ArticleWriter, mirrors: Mirrors, work: () => T): T {
  return writer.transact(() => {
    const mirror = mirrors.find();
    if (mirror === null) return work();
    throw conflict(`This archive is a mirror of ${mirror.url}`, 'Change the article there; it comes here by itself.');
  });
}

/** Prepares the writes of a mirror. */
export function createMirrorWrites(connection: Connection, writer: ArticleWriter): MirrorWrites {
  const { rows, stored } = writer;
  const mirror = createMirrors(connection);
  const byRow = prepareRead<[string]>(
    connection,
    connection.db
      .select({ id: articles.id })
      .from(articles)
      .where(eq(articles.rowid, value('row'))),
  );
  const isEmpty = connection.client
    .prepare('SELECT NOT EXISTS (SELECT 1 FROM changes) AND NOT EXISTS (SELECT 1 FROM shelved)')
    .pluck();

  const isSame = (known: StoredArticle, { order, quotes, statistics, body, text, ...summary }: ArchivedArticle) => {
    const findings = stored.readFindings(known.rowid);
    return (
      known.rowid === order &&
      known.document === JSON.stringify(summary) &&
      rows.readContent.get({ article: known.rowid })?.[0] === JSON.stringify({ body, text }) &&
      JSON.stringify(findings) === JSON.stringify({ quotes, statistics })
    );
  };

  /** Takes out what stands elsewhere than at the origin: it is put again where it belongs. */
  const makeRoom = ({ id, order }: ArchivedArticle, at: number): StoredArticle | undefined => {
    const holder = byRow.get({ row: order })?.[0];
    // Its own change, which comes later, says what became of it.
    if (holder !== undefined && holder !== id) writer.remove(rows.findArticle(holder) as StoredArticle, at);
    const known = rows.findArticle(id);
    if (known === undefined || known.rowid === order) return known;
    writer.remove(known, at);
    return undefined;
  };

  const put = (article: ArchivedArticle, addresses: readonly Address[], at: number): keyof MirrorCounts => {
    const { order, quotes, statistics, body, text, ...summary } = article;
    const { id, section, source, extractor } = summary;
    const before = rows.findArticle(id);
    if (before && isSame(before, article)) return 'unchanged';
    const known = makeRoom(article, at);
    const places = writer.findPlaces(placeOf(summary));
    const named = { section: places.sections.at(-1)?.reference ?? null, source: places.source?.reference ?? null };
    if (JSON.stringify(named) !== JSON.stringify({ section, source })) {
      throw conflict(
        `Section or source of ${id} is called otherwise here than at the origin`,
        'Make the mirror anew, in another file.',
      );
    }
    const served = { summary, prepared: prepareArticle(article) };
    const contentChanged = writer.differs(served, known);
    writer.put(served, places, known, { fingerprint: '', readBy: extractor, at, contentChanged, row: order });
    writer.addresses.keepOnly(id, []);
    for (const one of addresses) if (one.id !== id) writer.addresses.put(id, one);
    rows.deleteWithdrawal({ id });
    return 'written';
  };

  const remove = (id: string, at: number): keyof MirrorCounts => {
    const known = rows.findArticle(id);
    if (known) writer.remove(known, at);
    else if (rows.readWithdrawal.get({ id })) return 'unchanged';
    else {
      // It came and went between two looks.
      rows.insertWithdrawal({ id, revision: 0 });
      rows.insertChange({ id, op: 'delete', at, contentChanged: 1 });
    }
    return 'removed';
  };

  return {
    beginMirror: async ({ timeZone, ...origin }) =>
      writer.transact(() => {
        const known = mirror.find();
        if (known !== null && known.archiveId !== origin.archiveId) {
          throw conflict(
            `This archive is a mirror of another one (${known.url}), or that was restored from a backup since`,
            'Make a mirror of this one in another file.',
          );
        }
        if (known !== null) return known;
        if (isEmpty.get() !== 1) {
          throw conflict('This archive has articles of its own', 'A mirror begins empty: give another --database.');
        }
        if (timeZone !== writer.timeZone) {
          throw conflict(
            `This archive is in the zone ${writer.timeZone}, and the origin in ${timeZone}`,
            'Give a --database that is not there yet.',
          );
        }
        const begun: Mirror = { ...origin, months: [] };
        mirror.put(begun);
        return begun;
      }),

    mirror: async (steps, place, at) =>
      writer.transact(() => {
        const known = mirror.find();
        if (known === null) throw conflict('This archive is no mirror', 'Begin one with `baoku mirror`.');
        const counts: MirrorCounts = { written: 0, unchanged: 0, removed: 0 };
        for (const step of steps)
          counts[step.op === 'put' ? put(step.article, step.addresses, at) : remove(step.id, at)] += 1;
        mirror.put({ ...known, ...place });
        return counts;
      }),
  };
}
