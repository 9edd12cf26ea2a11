/**
 * Writing full-text tables. A row that comes out of the order of keys ends a segment of the index, and every segment has to be
 * merged with others later; so the rows of a transaction wait, and are written in order when all are known.
 */
import type { Connection } from '../statement.js';

/** A row's key: a bigint where its bits say more than a number holds. */
type Key = number | bigint;
type Tokens = string | Uint8Array;

/** Prepares the writing of a full-text table, whose rows are known by keys. */
export function createFullTextRows<K extends Key>({ client }: Connection, table: string, columns: readonly string[]) {
  const insert = client.prepare(
    `insert into ${table} (${['rowid', ...columns].join()}) values (${['rowid', ...columns].map(() => '?').join()})`,
  );
  const remove = client.prepare(`delete from ${table} where rowid = ?`);
  /** The rows that go in this transaction, and those that come. */
  const going = new Set<K>();
  const coming = new Map<K, readonly Tokens[]>();

  return {
    put(key: K, tokens: readonly Tokens[]): void {
      coming.set(key, tokens);
    },

    erase(key: K): void {
      // What came in this transaction is not there yet; what was there before it goes all the same.
      if (!coming.delete(key)) going.add(key);
    },

    /** Writes what waits; the last thing in a transaction. */
    flush(): void {
      const keys = coming.size === 0 && going.size === 0 ? [] : [...new Set([...going, ...coming.keys()])];
      for (const key of keys.sort((a, b) => (a < b ? -1 : 1))) {
        const tokens = coming.get(key);
        if (going.has(key)) remove.run(key);
        if (tokens !== undefined) insert.run(key, ...tokens);
      }
      going.clear();
      coming.clear();
    },

    /** Forgets what waits, when the transaction is not to be. */
    forget(): void {
      going.clear();
      coming.clear();
    },
  };
}
