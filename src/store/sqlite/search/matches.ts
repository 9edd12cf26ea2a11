/** The rows of the search tables that match, in an order, with what FTS5 thinks of them; it does not know what is looked for. */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { ListName } from '../../store.js';
import { bindMatch, createNarrowing, type KeyRange } from '../lists/narrowing.js';
import type { Match, Plan } from '../lists/plan.js';
import {
  articleKey,
  bindPlan,
  describeShape,
  isMatch,
  isTold,
  joinArticle,
  positionOf,
  selectRange,
  selectRows,
  tables,
  value,
  walked,
} from '../lists/selection.js';
import { searchKeys } from '../schema.js';
import { type Connection, prepareRead, type Statement } from '../statement.js';
import { type SearchTable, searchColumns } from './search-index.js';
import { dayOfKey, FIRST_DAY, firstKeyOf } from './search-keys.js';

/** Rows of one phrase that are counted, and read to weigh a few of them; of more it is estimated how many they are. */
const COUNTED = 10_000;

/** A row of a search table, and what it weighs: FTS5 gives the best the lowest score. */
export type Found = [key: string, score: number];
/** A row, and when its article was published. */
export type Dated = [key: string, published: number];

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

  /** Prepares a query that drizzle has no words for, once for each shape. */
  function prepare<Row extends unknown[]>(shape: string, build: () => SQL): Statement<Row> {
    let statement = prepared.get(shape);
    if (!statement) {
      statement = prepareRead(connection, build());
      prepared.set(shape, statement);
    }
    return statement as Statement<Row>;
  }

  /** Rows of an article as a plan wants them, of each row of a search table. */
  function whereOf(plan: Plan, name: SearchTable, guarded: boolean): SQL {
    const { list } = plan;
    const { from, to } = selectRange(plan);
    return and(
      sql`${walked.article} = ${searchKeys.article}`,
      // With the term, the whole key of the row.
      sql`${walked.kind} = ${value('kind0')}`,
      ...selectRows({ ...plan, match: null }, guarded),
      ...(list === 'articles' ? [] : [eq(tables[list].position, positionOf(list, name))]),
      from,
      to,
    ) as SQL;
  }

  const childOf = (list: ListName) => (list === 'articles' ? sql`` : sql` cross join ${tables[list]}`);

  /** Rows that match, looked up only where the index does not tell by itself that they are of the plan. */
  function selectMatches(plan: Plan, name: SearchTable, scored: boolean): SQL {
    const { list } = plan;
    const table = sql.raw(name);
    const key = articleKey(list, name);
    const weights = sql.raw([...Object.values(searchColumns[list]), 0].join());
    const score = scored ? sql`bm25(${table}, ${weights})` : sql`0`;
    return sql`select cast(${table}.rowid as text), ${score} from ${table} where ${isMatch(name)}
      ${guarded ? sql`and (${key} & 15 <> 0 or within_deadline())` : sql``} and (${isTold(name)} or exists (
      select 1 from ${searchKeys} cross join article_terms walked${childOf(list)}
      where ${searchKeys.key} = ${key} and ${whereOf(plan, name, false)}))`;
  }

  /** Rows that match between two keys, with their times. */
  function findDated(
    plan: Plan,
    match: Match,
    keys: KeyRange,
    { order, limit, beyond }: { order: 'newest' | 'oldest'; limit: number; beyond?: Beyond | undefined },
  ): Dated[] {
    const { list } = plan;
    const isFurther = beyond !== undefined;
    const statement = prepare<Dated>(`dated ${match.table} ${describeShape(plan)} ${order} ${isFurther}`, () => {
      const table = sql.raw(match.table);
      const [sign, direction] = order === 'oldest' ? [sql.raw('>'), sql.raw('')] : [sql.raw('<'), sql.raw(' desc')];
      const further = sql`and (${walked.published}, ${table}.rowid) ${sign} (${value('published')}, cast(${value('key')} as integer))`;
      return sql`select cast(${table}.rowid as text), ${walked.published}
        from ${table} ${joinArticle(list, match.table)} cross join article_terms walked${childOf(list)}
        where ${isMatch(match.table)} and ${whereOf(plan, match.table, guarded)} ${isFurther ? further : sql``}
        order by ${table}.rowid${direction} limit ${value('limit')}`;
    });
    return statement.all({ ...bindPlan(plan), ...bindMatch(plan, match, keys), ...beyond, limit });
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
    findRows(plan: Plan, match: Match, order: 'newest' | 'best', limit: number, { scored = true } = {}): Found[] {
      const statement = prepare<Found>(`${match.table} ${describeShape(plan)} ${order} ${scored}`, () => {
        const key = sql.raw(`${match.table}.rowid`);
        const ordered = { newest: sql`${key} desc`, best: sql`2, ${key} desc` };
        return sql`${selectMatches(plan, match.table, scored)} order by ${ordered[order]} limit ${value('limit')}`;
      });
      return statement.all({ ...bindPlan(plan), ...narrowing.bind(plan, match), limit });
    },

    /** Rows that match by their time, and of one time by their keys; those that are `beyond` another. */
    findByDate(
      plan: Plan,
      match: Match,
      { order, limit, beyond }: { order: 'newest' | 'oldest'; limit: number; beyond?: Beyond | undefined },
    ): Dated[] {
      const { list } = plan;
      const range = { ...narrowing.keysOf(plan) };
      if (beyond) {
        const day = dayOfKey(list, beyond.key);
        if (order === 'newest') range.high = day === null ? BigInt(beyond.key) : firstKeyOf(list, day + 1) - 1n;
        else range.low = day === null ? BigInt(beyond.key) : firstKeyOf(list, day);
      }
      const rows = findDated(plan, match, range, { order, limit, beyond });
      // Keys only tell days apart: the day in which the page ends is read to its end.
      const last = rows.length < limit ? undefined : rows.at(-1)?.[0];
      const day = last === undefined ? null : dayOfKey(list, last);
      if (last !== undefined && day !== null) {
        const rest =
          order === 'newest'
            ? { low: firstKeyOf(list, day), high: BigInt(last) - 1n }
            : { low: BigInt(last) + 1n, high: firstKeyOf(list, day + 1) - 1n };
        rows.push(...findDated(plan, match, rest, { order, limit: -1, beyond }));
      }
      rows.sort((a, b) => (order === 'newest' ? compareTimes(b, a) : compareTimes(a, b)));
      return rows.slice(0, limit);
    },

    /** How many rows match, up to `most`. */
    countRows(plan: Plan, match: Match, most: number): number {
      const statement = prepare<[number]>(
        `count ${match.table} ${describeShape(plan)}`,
        () => sql`select count(*) from (${selectMatches(plan, match.table, false)} limit ${value('limit')})`,
      );
      return statement.get({ ...bindPlan(plan), ...narrowing.bind(plan, match), limit: most })?.[0] ?? 0;
    },

    /**
     * How many rows of a list match: of many, by how far back the newest of them reach. It costs as much for a common
     * phrase as for one of `most` rows.
     */
    estimateRows(list: ListName, match: Match, most = counted): number {
      const table = sql.raw(match.table);
      const statement = prepare<[number, string | null]>(
        `estimate ${match.table}`,
        () => sql`select count(*), cast(min(key) as text) from
          (select rowid as key from ${table} where ${table} match ${value('match')} order by rowid desc limit ${value('limit')})`,
      );
      const [rows, oldest] = statement.get({ match: match.text, limit: most + 1 }) ?? [0, null];
      if (rows <= most || oldest === null) return rows;
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

/** By time, then by key. */
function compareTimes([key, published]: Dated, [otherKey, other]: Dated): number {
  return published === other ? compareKeys(key, otherKey) : published - other;
}

/** Keys have 64 bits, more than a number holds. */
export function compareKeys(key: string, other: string): number {
  const difference = BigInt(key) - BigInt(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
