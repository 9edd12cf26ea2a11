/** Statements: queries written with drizzle, run by better-sqlite3 itself, since mapping rows to objects costs most of the time. */
import type Database from 'better-sqlite3';
import { is, Param, Placeholder, SQL } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

export type Values = Record<string, unknown>;

/** A prepared query. Rows are arrays of the selected columns, in order; values are named as the query's placeholders. */
export interface Statement<Row extends unknown[]> {
  all(values?: Values): Row[];
  get(values?: Values): Row | undefined;
}

export interface Query {
  toSQL(): { sql: string; params: unknown[] };
}

/** A connection as queries are written and prepared on it. */
export interface Connection {
  readonly client: Database.Database;
  readonly db: BetterSQLite3Database;
  /** Runs statements on the archive of one moment. */
  readonly inTransaction: <T>(work: () => T) => T;
}

export function wrapConnection(client: Database.Database): Connection {
  return { client, db: drizzle(client), inTransaction: client.transaction((work) => work()) };
}

/**
 * SQLite looks at what a bare `limit ?` is bound to, and so plans its statement anew each time that one is bound, which takes longer than
 * to run it. Behind a sign it is left alone.
 */
const keepPlanned = (sql: string) => sql.replaceAll('limit ?', 'limit +?');

const dialect = new SQLiteSyncDialect();

/** Prepares a query that gives rows; as SQL, where drizzle has no words for it. */
export function prepareRead<Row extends unknown[]>({ client }: Connection, query: Query | SQL): Statement<Row> {
  const { sql, params } = is(query, SQL) ? dialect.sqlToQuery(query) : query.toSQL();
  const statement = client.prepare(keepPlanned(sql)).raw();
  const bind = createBinder(params);
  return {
    all: (values = {}) => statement.all(bind(values)) as Row[],
    get: (values = {}) => statement.get(bind(values)) as Row | undefined,
  };
}

/** Prepares a query that writes. */
export function prepareWrite({ client }: Connection, query: Query): (values: Values) => Database.RunResult {
  const { sql, params } = query.toSQL();
  const statement = client.prepare(sql);
  const bind = createBinder(params);
  return (values) => statement.run(bind(values));
}

/** Puts values in the order in which the text of a statement names them. */
function createBinder(params: readonly unknown[]): (values: Values) => unknown[] {
  const slots = params.map((param) => {
    const inner = is(param, Param) ? param.value : param;
    return is(inner, Placeholder) ? { name: inner.name as string } : { constant: inner };
  });
  return (values) =>
    slots.map((slot) => {
      if (!('name' in slot)) return slot.constant;
      const value = values[slot.name];
      // A forgotten value would read as NULL and match nothing.
      if (value === undefined) throw new Error(`no value for ${slot.name}`);
      return value;
    });
}
