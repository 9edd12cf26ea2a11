/** Keys as rows: read by whoever checks one, written by the writing connection. */
import { eq, sql } from 'drizzle-orm';
import type { StoredKey } from '../../domain/key.js';
import { keys } from './schema.js';
import { type Connection, prepareRead, prepareWrite } from './statement.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

export type Keys = ReturnType<typeof createKeys>;

/** Prepares the statements; those that write fail on a connection that only reads. */
export function createKeys(connection: Connection) {
  const { db } = connection;
  const columns = { document: keys.document, lastUsedAt: keys.lastUsedAt };
  type Row = [document: string, lastUsedAt: number | null];
  const one = prepareRead<Row>(
    connection,
    db
      .select(columns)
      .from(keys)
      .where(eq(keys.id, value('id'))),
  );
  const all = prepareRead<Row>(connection, db.select(columns).from(keys).orderBy(keys.createdAt, keys.id));
  const insert = prepareWrite(
    connection,
    db.insert(keys).values({ id: value('id'), createdAt: value('createdAt'), document: value('document') }),
  );
  const put = prepareWrite(
    connection,
    db
      .update(keys)
      .set({ document: value('document') })
      .where(eq(keys.id, value('id'))),
  );
  const note = prepareWrite(
    connection,
    db
      .update(keys)
      .set({ lastUsedAt: value('at') })
      .where(sql`${eq(keys.id, value('id'))} and coalesce(${keys.lastUsedAt}, 0) < ${value('at')}`),
  );
  const parse = ([document, lastUsedAt]: Row): StoredKey => ({ ...JSON.parse(document), lastUsedAt });
  const find = (id: string): StoredKey | null => {
    const row = one.get({ id });
    return row ? parse(row) : null;
  };
  const write = ({ lastUsedAt: _, ...document }: StoredKey) => JSON.stringify(document);

  return {
    find,
    list: (): StoredKey[] => all.all().map(parse),

    insert(key: StoredKey): void {
      insert({ id: key.id, createdAt: key.createdAt, document: write(key) });
    },

    /** Writes what `change` makes of a key, and gives it; null where there is none, or nothing is to be made of it. */
    update(id: string, change: (key: StoredKey) => StoredKey | null): StoredKey | null {
      const key = find(id);
      const changed = key && change(key);
      if (changed) put({ id, document: write(changed) });
      return changed;
    },

    noteUse({ id, at }: { id: string; at: number }): void {
      note({ id, at });
    },
  };
}
