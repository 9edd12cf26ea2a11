/** The change log of an archive, and the state that its newest entry stands for. */
import { desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Change } from '../../domain/change.js';
import type { ArchiveState, ChangeOptions, ChangePage } from '../store.js';
import { watchCommits } from './commits.js';
import type { Lookup } from './lists/lookup.js';
import { value } from './lists/selection.js';
import { archive, articles, articleTerms, changes } from './schema.js';
import { type Connection, prepareRead } from './statement.js';
import { termKinds } from './terms.js';

/** Entries of the log that a page looks at, however few of them it gives. */
const SCANNED = 2_000;

export type ChangeLog = ReturnType<typeof createChangeLog>;

/** Prepares the reading of the log. */
export function createChangeLog(connection: Connection, lookup: Lookup) {
  const { client, db, inTransaction } = connection;
  type Row = [seq: number, type: Change['type'], id: string, op: Change['op'], at: number, contentChanged: number];
  const prepareLog = <Extra extends Record<string, SQL>>(extra: Extra) =>
    db
      .select({
        seq: changes.seq,
        type: changes.type,
        id: changes.id,
        op: changes.op,
        at: changes.at,
        contentChanged: changes.contentChanged,
        ...extra,
      })
      .from(changes)
      .leftJoin(articles, eq(articles.id, changes.id))
      .where(gt(changes.seq, value('seq')))
      .orderBy(changes.seq)
      .limit(sql.placeholder('limit'));
  const all = prepareRead<Row>(connection, prepareLog({}));
  const withSection = prepareRead<[...Row, revision: number | null, inSection: number]>(
    connection,
    prepareLog({
      revision: sql`${articles.revision}`,
      inSection: sql`exists (select 1 from ${articleTerms} held where held.article = ${articles.rowid} and held.kind = ${termKinds.section} and held.term = ${value('term')})`,
    }),
  );
  const toChange = ([seq, type, id, op, at, seen]: readonly [...Row, ...unknown[]]): Change => ({
    seq,
    type,
    id,
    op,
    at,
    contentChanged: seen === 1,
  });

  const last = prepareRead<[number, number]>(
    connection,
    db.select({ seq: changes.seq, at: changes.at }).from(changes).orderBy(desc(changes.seq)).limit(1),
  );
  const first = prepareRead<[number]>(
    connection,
    db.select({ seq: changes.seq }).from(changes).orderBy(changes.seq).limit(1),
  );
  const createdAt = prepareRead<[number]>(connection, db.select({ at: archive.createdAt }).from(archive));
  const readState = (): ArchiveState => {
    const [seq, changedAt] = last.get() ?? [0, 0];
    return {
      archiveId: (createdAt.get()?.[0] ?? 0).toString(36),
      seq,
      changedAt,
      logStart: (first.get()?.[0] ?? 1) - 1,
      articleCount: lookup.findTerm(termKinds.all, 'articles')?.articleCount ?? 0,
      timeZone: lookup.timeZone,
    };
  };
  const look = watchCommits(client);
  let known: { at: unknown; state: ArchiveState } | undefined;

  const listOfSection = (seq: number, limit: number, section: string): ChangePage => {
    const term = lookup.findSection(section).id;
    const rows = withSection.all({ seq, limit: SCANNED, term });
    const found: Change[] = [];
    let end = seq;
    for (const row of rows) {
      const [, , , op, , , revision, inSection] = row;
      if (found.length === limit) return { changes: found, end, hasMore: true };
      end = row[0];
      if (op === 'delete' || inSection === 1) found.push(toChange(row));
      // It is elsewhere now. Only one that was changed can ever have been here; one that is gone has its own entry.
      else if (revision !== null && revision > 1) found.push({ ...toChange(row), op: 'delete' });
    }
    return { changes: found, end, hasMore: rows.length === SCANNED };
  };

  return {
    listChanges(seq: number, { limit, section }: ChangeOptions): ChangePage {
      if (section !== undefined) return inTransaction(() => listOfSection(seq, limit, section));
      const rows = all.all({ seq, limit: limit + 1 });
      const found = rows.slice(0, limit).map(toChange);
      return { changes: found, end: found.at(-1)?.seq ?? seq, hasMore: rows.length > limit };
    },

    getState(): ArchiveState {
      // The look first: what is committed between the two is then read once more next time, and never missed.
      const at = look();
      if (known === undefined || known.at !== at) known = { at, state: inTransaction(readState) };
      return known.state;
    },
  };
}
