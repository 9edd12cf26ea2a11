/** What search tables know of a filter, so that they give fewer rows to look at: terms are tokens, and days begin the numbers of rows. */
import { and, eq, sql } from 'drizzle-orm';
import type { ListName } from '../../store.js';
import { articleTerms } from '../schema.js';
import { type SearchTable, searchedKinds, tokenOfTerm } from '../search/search-index.js';
import { dayOfInstant, dayOfKey, FIRST_DAY, firstKeyOf } from '../search/search-keys.js';
import { type Connection, prepareRead, type Values } from '../statement.js';
import { NEVER, termKinds } from '../terms.js';
import type { Match, Plan } from './plan.js';
import { value } from './selection.js';

/** Both ends included; none are in a range whose first comes after its last. */
export interface KeyRange {
  low: bigint;
  high: bigint;
}

/** Articles in a range of issues or changes that are looked through for the days they were published. */
const LOOKED_AT = 5_000;
const ANY: KeyRange = { low: -(2n ** 63n), high: 2n ** 63n - 1n };
const NONE: KeyRange = { low: 0n, high: -1n };

export type Narrowing = ReturnType<typeof createNarrowing>;

/** Prepares the narrowing of searches on a connection. */
export function createNarrowing(connection: Connection) {
  const known = new WeakMap<Plan, KeyRange>();
  const selectDays = (key: 'issued' | 'modified') => {
    const rows = connection.db
      .select({ published: articleTerms.published })
      .from(articleTerms)
      .where(
        and(
          eq(articleTerms.term, value('term')),
          sql`${articleTerms[key]} between ${value('from')} and ${value('to')}`,
        ),
      )
      .limit(LOOKED_AT + 1)
      .as('rows');
    return prepareRead<[count: number, first: number | null, last: number | null]>(
      connection,
      connection.db
        .select({ count: sql`count(*)`, first: sql`min(${rows.published})`, last: sql`max(${rows.published})` })
        .from(rows),
    );
  };
  const days = { issued: selectDays('issued'), modified: selectDays('modified') };

  function readKeys({ list, range, terms }: Plan): KeyRange {
    const [term] = terms;
    if (range === null || term === undefined) return ANY;
    if (range.key === 'published') return keysBetween(list, Number(range.from), Number(range.to));
    const [count, first, last] = days[range.key].get({ term: term.id, from: range.from, to: range.to }) ?? [
      0,
      null,
      null,
    ];
    if (first === null || last === null) return NONE;
    return count > LOOKED_AT ? ANY : keysBetween(list, first, last);
  }

  /** The first and last key that rows of a plan can have. */
  function keysOf(plan: Plan): KeyRange {
    let keys = known.get(plan);
    if (keys === undefined) {
      keys = readKeys(plan);
      known.set(plan, keys);
    }
    return keys;
  }

  return {
    keysOf,

    /**
     * What the index knows the rows of a plan by, with the values of `isMatch`: those that match in a table, or, where that is null, all
     * between two keys. Null: it does not know them all.
     */
    locate(plan: Plan): { table: SearchTable | null; values: Values } | null {
      if (!isTold(plan) || (plan.match === null && plan.list !== 'articles')) return null;
      const { low, high } = keysOf(plan);
      const match = narrow(plan, plan.match);
      const values = { low: String(low), high: String(high) };
      return match === null
        ? { table: null, values }
        : { table: match.table, values: { ...values, match: match.text } };
    },

    /** The values of `isMatch` and `isTold` for rows of a plan. */
    bind(plan: Plan, match: Match): Values {
      const keys = keysOf(plan);
      const told = !isTold(plan) ? NONE : plan.range === null ? keys : cutToDays(plan.list, keys);
      return { ...bindMatch(plan, match, keys), toldLow: String(told.low), toldHigh: String(told.high) };
    },
  };
}

/** The values of `isMatch` for rows between two keys. */
export function bindMatch(plan: Plan, match: Match, { low, high }: KeyRange): Values {
  return { match: (narrow(plan, match) ?? match).text, low: String(low), high: String(high) };
}

function keysBetween(list: ListName, first: number, last: number): KeyRange {
  const undated = firstKeyOf(list, FIRST_DAY);
  return {
    low: first === NEVER ? ANY.low : max(undated, firstKeyOf(list, dayOfInstant(first))),
    high: last === NEVER ? undated - 1n : firstKeyOf(list, dayOfInstant(last) + 1) - 1n,
  };
}

const max = (a: bigint, b: bigint) => (a > b ? a : b);

/**
 * What is looked for beside the terms of a plan, or these alone; null: there is nothing of either. Tables without columns have the
 * terms among the rest.
 */
function narrow({ list, terms }: Plan, match: Match | null): Match | null {
  const tokens = terms.filter(({ kind }) => searchedKinds[list].includes(kind)).map(({ id }) => `"${tokenOfTerm(id)}"`);
  if (tokens.length === 0) return match;
  const table = match?.table ?? `search_${list}`;
  const told = `${table === `search_${list}` ? 'terms : ' : ''}(${tokens.join(' AND ')})`;
  return { table, text: match === null ? told : `(${match.text}) AND ${told}` };
}

/** The days that lie in a range as a whole: without its first and its last. */
function cutToDays(list: ListName, { low, high }: KeyRange): KeyRange {
  const [first, last] = [dayOfKey(list, String(low)), dayOfKey(list, String(high))];
  return first === null || last === null
    ? NONE
    : { low: firstKeyOf(list, first + 1), high: firstKeyOf(list, last) - 1n };
}

/** Whether all rows within {@link narrow} and the time of a plan are its rows. */
function isTold({ list, terms, range, conditions }: Plan): boolean {
  return (
    conditions.length === 0 &&
    (range === null || range.key === 'published') &&
    terms.every(({ kind, value }) => searchedKinds[list].includes(kind) || (kind === termKinds.all && value === list))
  );
}
