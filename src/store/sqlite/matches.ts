/** The rows of the search tables that match, in an order, with what FTS5 thinks of them; it does not know what is looked for. */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { ListName } from '../store.js';
import { bindMatch, createNarrowing, cutRange, isTold, type KeyRange } from './narrowing.js';
import type { Match, Plan } from './plan.js';
import { searchKeys } from './schema.js';
import { type SearchTable, searchColumns } from './search-index.js';
import { dayOfKey, FIRST_DAY, firstKeyOf } from './search-keys.js';
import {
  articleKey,
  bindPlan,
  describeShape,
  isMatch,
  joinArticle,
  positionOf,
  selectRange,
  selectRows,
  tables,
  value,
  walked,
} from './selection.js';
import { type Connection, prepareRead, type Statement } from './statement.js';

/** Rows of one phrase that are counted, and read to weigh a few of them; of more it is estimated how many they are. */
const COUNTED = 20_000;

export type Found = [key: string, article: number, position: number, score: number, published: number];
/** By day; `best` ones are weighed. */
export type Order = 'newest' | 'oldest' | 'best';

/** The row behind which a list by date goes on. */
export interface Beyond {
  published: number;
  key: string;
}

export type Matches = ReturnType<typeof createMatches>;

/** Prepares the matches of a connection; `guarded` ones stop at the deadline. */
export function createMatches(connection: Connection, guarded: boolean, counted = COUNTED) {
  const prepared = new Map<string, Statement<unknown[]>>();
  const narrowing = createNarrowing(connection);
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
    name: SearchTable,
    { scored, order, beyond }: { scored: boolean; order: Order; beyond: boolean },
  ) {
    const { list } = plan;
    const table = sql.raw(name);
    const { from, to } = selectRange(plan);
    const place = list === 'articles' ? sql`0` : positionOf(list);
    const where = [
      isMatch(name),
      sql`${walked.article} = ${searchKeys.article}`,
      // With the term, the whole key of the row.
      sql`${walked.kind} = ${value('kind0')}`,
      ...selectRows({ ...plan, match: null }, guarded),
      ...(list === 'articles' ? [] : [eq(tables[list].position, place)]),
      ...(from ? [from] : []),
      ...(to ? [to] : []),
      ...(beyond
        ? [
            sql`(${walked.published}, ${table}.rowid) ${sql.raw(order === 'oldest' ? '>' : '<')} (${value('published')}, cast(${value('key')} as integer))`,
          ]
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
    return sql`select cast(${table}.rowid as text), ${walked.article}, ${place}, ${score}, ${walked.published}
      from ${table} ${joinArticle(list, name)} cross join article_terms walked${child}
      where ${and(...where)} order by ${ordered[order]} limit ${value('limit')}`;
  }

  /** Rows that match between two keys. */
  function findBetween(
    plan: Plan,
    match: Match,
    keys: KeyRange,
    { order, limit, scored = false, beyond }: { order: Order; limit: number; scored?: boolean; beyond?: Beyond },
  ): Found[] {
    const isFurther = beyond !== undefined;
    const statement = prepare<Found>(`${match.table} ${describeShape(plan)} ${order} ${scored} ${isFurther}`, () =>
      selectMatches(plan, match.table, { scored, order, beyond: isFurther }),
    );
    return statement.all({ ...bindPlan(plan), ...bindMatch(plan, match, keys), ...beyond, limit });
  }

  /** How many rows match between two keys, up to `most`; `told`: all of them are of the plan. */
  function countBetween(
    plan: Plan,
    match: Match,
    keys: KeyRange,
    { most, told }: { most: number; told: boolean },
  ): number {
    const { list } = plan;
    const table = sql.raw(match.table);
    const statement = prepare<[number]>(`count ${match.table} ${told ? '' : describeShape(plan)}`, () => {
      const rows = told
        ? sql`select 1 from ${table} where ${isMatch(match.table)}${guarded ? sql` and (${articleKey(list, match.table)} & 255 <> 0 or within_deadline())` : sql``}`
        : selectMatches(plan, match.table, { scored: false, order: 'newest', beyond: false });
      return sql`select count(*) from (${rows}${told ? sql` limit ${value('limit')}` : sql``})`;
    });
    const values = { ...(told ? {} : bindPlan(plan)), ...bindMatch(plan, match, keys), limit: most };
    return statement.get(values)?.[0] ?? 0;
  }

  /** How many days the archive reaches back, and since a row; of the day of the row, it has a share. Null: it has no date. */
  function readDays(list: ListName, key: string): { all: number; since: number } | null {
    const day = dayOfKey(list, key);
    if (day === null) return null;
    const [begins, ends] = [firstKeyOf(list, day), firstKeyOf(list, day + 1)];
    const docs = sql.raw(`search_${list}_docsize`);
    const row = prepare<[newest: string, last: string, first: string]>(
      `days ${list}`,
      () => sql`select cast((select max(id) from ${docs}) as text),
        cast((select max(id) from ${docs} where id < cast(${value('ends')} as integer)) as text),
        cast((select min(id) from ${docs} where id >= cast(${value('dated')} as integer)) as text)`,
    ).get({ ends: String(ends), dated: String(firstKeyOf(list, FIRST_DAY)) });
    const [newest, last, first] = row as [string, string, string];
    const share = Number(BigInt(last) - BigInt(key) + 1n) / Number(BigInt(last) - begins + 1n);
    const [newestDay, firstDay] = [newest, first].map((end) => dayOfKey(list, end)) as [number, number];
    return { all: newestDay - firstDay + 1, since: newestDay - day + share };
  }

  return {
    prepare,
    counted,

    /** Rows that match, in the order of their keys or the best first. Scores cost the reading of all rows of every phrase. */
    findRows(plan: Plan, match: Match, order: Order, limit: number, { scored = true } = {}): Found[] {
      return findBetween(plan, match, narrowing.keysOf(plan), { order, limit, scored });
    },

    /** Rows that match by their time, and of one time by their keys; those that are `beyond` another. */
    findByDate(
      plan: Plan,
      match: Match,
      { order, limit, beyond }: { order: 'newest' | 'oldest'; limit: number; beyond?: Beyond | undefined },
    ): Found[] {
      const { list } = plan;
      const range = { ...narrowing.keysOf(plan) };
      if (beyond) {
        const day = dayOfKey(list, beyond.key);
        if (order === 'newest') range.high = day === null ? BigInt(beyond.key) : firstKeyOf(list, day + 1) - 1n;
        else range.low = day === null ? BigInt(beyond.key) : firstKeyOf(list, day);
      }
      const rows = findBetween(plan, match, range, { order, limit, ...(beyond && { beyond }) });
      // Keys only tell days apart: the day in which the page ends is read to its end.
      const last = rows.length < limit ? undefined : rows.at(-1)?.[0];
      const day = last === undefined ? null : dayOfKey(list, last);
      if (last !== undefined && day !== null) {
        const rest =
          order === 'newest'
            ? { low: firstKeyOf(list, day), high: BigInt(last) - 1n }
            : { low: BigInt(last) + 1n, high: firstKeyOf(list, day + 1) - 1n };
        rows.push(...findBetween(plan, match, rest, { order, limit: -1, ...(beyond && { beyond }) }));
      }
      rows.sort((a, b) => (order === 'newest' ? compareTimes(b, a) : compareTimes(a, b)));
      return rows.slice(0, limit);
    },

    /** How many rows match, up to `most`. The index tells it by itself where it knows all that the plan asks for. */
    countRows(plan: Plan, match: Match, most: number): number {
      const { range } = plan;
      const keys = narrowing.keysOf(plan);
      if (!isTold(plan)) return countBetween(plan, match, keys, { most, told: false });
      if (range === null) return countBetween(plan, match, keys, { most, told: true });
      // Days are told by keys: only those in which the range begins and ends are looked at row by row.
      const parts = cutRange(plan.list, keys);
      let count = 0;
      for (const [told, part] of parts)
        if (count < most) count += countBetween(plan, match, part, { most: most - count, told });
      return count;
    },

    /**
     * How many rows of a list match: of many, by how far back the newest of them reach. It costs as much for a common
     * phrase as for one of `counted` rows.
     */
    estimateRows(list: ListName, match: Match): number {
      const table = sql.raw(match.table);
      const statement = prepare<[number, string | null]>(
        `estimate ${match.table}`,
        () => sql`select count(*), cast(min(key) as text) from
          (select rowid as key from ${table} where ${table} match ${value('match')} order by rowid desc limit ${value('limit')})`,
      );
      const [rows, oldest] = statement.get({ match: match.text, limit: counted + 1 }) ?? [0, null];
      if (rows <= counted || oldest === null) return rows;
      const { rows: all } = this.readSize(list);
      const days = readDays(list, oldest);
      return days === null ? all : Math.min(all, Math.round((rows * days.all) / days.since));
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

/** By time, then by key: keys are 64 bits, more than a number holds. */
export function compareTimes([key, , , , published]: Found, [otherKey, , , , other]: Found): number {
  if (published !== other) return published - other;
  const difference = BigInt(key) - BigInt(otherKey);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
