/** The rows of the search tables that match, in an order, with what FTS5 thinks of them; it does not know what is looked for. */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { ListName } from '../store.js';
import type { Plan } from './plan.js';
import { keyOfInstant, minuteOfKey, searchColumns, tokenOfTerm } from './search-index.js';
import {
  articleOf,
  bindPlan,
  describeShape,
  positionOf,
  selectRange,
  selectRows,
  tables,
  value,
  walked,
} from './selection.js';
import { type Connection, prepareRead, type Statement } from './statement.js';
import { termKinds } from './terms.js';

/** Rows of one phrase that are counted, and read to weigh a few of them; of more it is estimated how many they are. */
const COUNTED = 20_000;

export type Found = [key: string, article: number, position: number, score: number];
export type Order = 'newest' | 'oldest' | 'best';

export type Matches = ReturnType<typeof createMatches>;

/** Prepares the matches of a connection; `guarded` ones stop at the deadline. */
export function createMatches(connection: Connection, guarded: boolean, counted = COUNTED) {
  const prepared = new Map<string, Statement<unknown[]>>();
  const dialect = new SQLiteSyncDialect();

  /** Prepares a query that drizzle has no words for, once for each shape. */
  function prepare<Row extends unknown[]>(shape: string, build: () => SQL): Statement<Row> {
    let statement = prepared.get(shape);
    if (!statement) {
      const query = build();
      statement = prepareRead(connection, { toSQL: () => dialect.sqlToQuery(query) });
      prepared.set(shape, statement);
    }
    return statement as Statement<Row>;
  }

  /** Statements of rows that match in a table, within what a plan selects. */
  function selectMatches(
    plan: Plan,
    name: `search_${ListName}` | 'prominent_articles',
    scored: boolean,
    order: Order,
    beyond: boolean,
  ) {
    const { list } = plan;
    const table = sql.raw(name);
    const { from, to } = selectRange(plan);
    const place = list === 'articles' ? sql`0` : positionOf(list);
    const where = [
      sql`${table} match ${value('match')}`,
      sql`${table}.rowid between cast(${value('low')} as integer) and cast(${value('high')} as integer)`,
      sql`${walked.article} = ${articleOf(list, name)}`,
      // With the term, the whole key of the row.
      sql`${walked.kind} = ${value('kind0')}`,
      ...selectRows({ ...plan, match: null }, guarded),
      ...(list === 'articles' ? [] : [eq(tables[list].position, place)]),
      ...(from ? [from] : []),
      ...(to ? [to] : []),
      ...(beyond
        ? [sql`${table}.rowid ${sql.raw(order === 'oldest' ? '>' : '<')} cast(${value('beyond')} as integer)`]
        : []),
    ];
    const weights = sql.raw([...Object.values(searchColumns[list]), 0].join());
    const score = scored ? sql`bm25(${table}, ${weights})` : sql`0`;
    const ordered = {
      newest: sql`${table}.rowid desc`,
      oldest: sql`${table}.rowid`,
      best: sql`4, ${table}.rowid desc`,
    };
    const child = list === 'articles' ? sql`` : sql` cross join ${tables[list]}`;
    return sql`select cast(${table}.rowid as text), ${walked.article}, ${place}, ${score}
      from ${table} cross join article_terms walked${child}
      where ${and(...where)} order by ${ordered[order]} limit ${value('limit')}`;
  }

  return {
    prepare,
    counted,

    /** Rows that match. Those `beyond` a key are further on in the order. Scores cost the reading of all rows of every phrase. */
    findRows(
      plan: Plan,
      match: string,
      order: Order,
      limit: number,
      { scored = true, beyond }: { scored?: boolean; beyond?: string | undefined } = {},
    ): Found[] {
      const shape = `rows ${describeShape(plan)} ${order} ${scored} ${beyond !== undefined}`;
      const statement = prepare<Found>(shape, () =>
        selectMatches(plan, `search_${plan.list}`, scored, order, beyond !== undefined),
      );
      const values = { ...bindPlan(plan), ...keysOf(plan), match: narrow(plan, match), limit };
      return statement.all(beyond === undefined ? values : { ...values, beyond });
    },

    /** The newest articles in which tokens are prominent. */
    findProminent(plan: Plan, match: string, limit: number): Found[] {
      const statement = prepare<Found>(`prominent ${describeShape(plan)}`, () =>
        selectMatches(plan, 'prominent_articles', false, 'newest', false),
      );
      const narrowed = [`(${match})`, ...tellingTerms(plan)].join(' AND ');
      return statement.all({ ...bindPlan(plan), ...keysOf(plan), match: narrowed, limit });
    },

    /**
     * In how many rows of a list a phrase is: of many, by how far back the newest of them reach. It costs as much for a common
     * phrase as for one of `counted` rows.
     */
    estimateRows(list: ListName, phrase: string): number {
      const table = sql.raw(`search_${list}`);
      const statement = prepare<[number, string | null]>(
        `estimate ${list}`,
        () => sql`select count(*), cast(min(key) as text) from
          (select rowid as key from ${table} where ${table} match ${value('match')} order by rowid desc limit ${value('limit')})`,
      );
      const [rows, oldest] = statement.get({ match: phrase, limit: counted + 1 }) ?? [0, null];
      if (rows <= counted || oldest === null) return rows;
      const ends = prepare<[string, string]>(
        `ends ${list}`,
        () => sql`select cast((select max(id) from ${sql.raw(`search_${list}_docsize`)}) as text),
          cast((select min(id) from ${sql.raw(`search_${list}_docsize`)}) as text)`,
      ).get() as [string, string];
      const [newest, first, last] = [...ends, oldest].map((key) => minuteOfKey(list, key)) as [number, number, number];
      return Math.min(this.readSize(list).rows, Math.round((rows * (newest - first + 1)) / (newest - last + 1)));
    },

    /** How many rows a list has, and how many tokens they have on average: FTS5 keeps both, as numbers of 7 bits a byte. */
    readSize(list: ListName): { rows: number; length: number } {
      const statement = prepare<[Buffer | null]>(
        `size ${list}`,
        () => sql`select block from ${sql.raw(`search_${list}_data`)} where id = 1`,
      );
      const [rows = 0, ...tokens] = decodeVarints(statement.get()?.[0] ?? Buffer.alloc(0));
      return { rows, length: tokens.reduce((sum, count) => sum + count, 0) / Math.max(1, rows) };
    },
  };
}

function decodeVarints(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 127);
    if (byte >= 128) continue;
    numbers.push(number);
    number = 0;
  }
  return numbers;
}

/** The tokens of a plan's terms. The terms that all rows of a list have say nothing. */
function tellingTerms({ terms }: Plan): string[] {
  return terms.filter(({ kind }) => kind !== termKinds.all).map(({ id }) => `"${tokenOfTerm(id)}"`);
}

/** A query of a plan's terms beside its words. */
function narrow(plan: Plan, match: string): string {
  const telling = tellingTerms(plan);
  return telling.length === 0 ? match : `(${match}) AND terms : (${telling.join(' AND ')})`;
}

/** The first and last key that rows of a plan can have. */
function keysOf({ list, range }: Plan): { low: string; high: string } {
  if (range?.key !== 'published') return { low: String(-(2n ** 63n)), high: String(2n ** 63n - 1n) };
  return {
    low: String(keyOfInstant(list, Number(range.from))),
    high: String(keyOfInstant(list, Number(range.to) + 60_000) - 1n),
  };
}
