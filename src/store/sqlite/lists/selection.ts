/** Selections: the FROM and WHERE that a plan stands for, shared by lists, counts and facets. */
import { eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ListName } from '../../store.js';
import { articleTerms, quotes, searchKeys, statistics } from '../schema.js';
import type { SearchTable } from '../search/search-index.js';
import { positionBits, positionMask } from '../search/search-keys.js';
import type { Values } from '../statement.js';
import type { Plan, RowCondition } from './plan.js';

/** The term whose index is walked. */
export const walked = alias(articleTerms, 'walked');

export const value = (name: string): SQL => sql`${sql.placeholder(name)}`;

/** What a plan's statement looks like, whatever the values: statements are prepared once for each. */
export function describeShape({ list, terms, range, conditions, key, match }: Plan): string {
  return [list, terms.length, range?.key, conditions.join(), key, match?.table].join(' ');
}

/** The values that go with {@link selectRows}, but for those of what rows match. */
export function bindPlan({ terms, range, values }: Plan): Values {
  const bound: Values = { ...values };
  terms.forEach(({ kind, id }, at) => {
    bound[`kind${at}`] = kind;
    bound[`term${at}`] = id;
  });
  if (range) {
    bound.from = range.from;
    bound.to = range.to;
  }
  return bound;
}

/**
 * Everything in the WHERE clause but the range, when it is one of the order itself. `guarded` statements look at the
 * deadline, at every sixteenth article.
 */
export function selectRows({ list, terms, range, conditions, key, match }: Plan, guarded: boolean): SQL[] {
  const where: SQL[] = [eq(walked.term, value('term0'))];
  for (let at = 1; at < terms.length; at += 1) {
    where.push(
      sql`exists (select 1 from ${articleTerms} other where other.article = ${walked.article} and other.kind = ${value(`kind${at}`)} and other.term = ${value(`term${at}`)})`,
    );
  }
  // The unary + keeps the planner from walking the index of the range and sorting afterwards.
  if (range && range.key !== key) where.push(sql`+${walked[range.key]} between ${value('from')} and ${value('to')}`);
  if (list !== 'articles') where.push(eq(tables[list].article, walked.article));
  for (const condition of conditions) where.push(rowConditions[condition]);
  if (match !== null) where.push(matches(list, match.table));
  if (guarded) where.push(sql`((${walked.article} & 15) <> 0 or within_deadline())`);
  return where;
}

/** The ends of the range that is one of the order itself. */
export function selectRange({ range, key }: Plan): { from?: SQL; to?: SQL } {
  if (range?.key !== key) return {};
  return { from: gte(walked[key], value('from')), to: lte(walked[key], value('to')) };
}

export const tables = { quotes, statistics };

/** Whether the row is one of those that match. */
function matches(list: ListName, table: SearchTable): SQL {
  const found = sql`from ${sql.raw(table)} ${joinArticle(list, table)} where ${isMatch(table)}`;
  if (list === 'articles') return sql`${walked.article} in (select ${searchKeys.article} ${found})`;
  return sql`(${walked.article}, ${tables[list].position}) in (select ${searchKeys.article}, ${positionOf(list, table)} ${found})`;
}

/** The rows of a search table that match, between two keys. */
export const isMatch = (table: SearchTable): SQL =>
  sql`${sql.raw(table)} match ${value('match')} and ${sql.raw(table)}.rowid between cast(${value('low')} as integer) and cast(${value('high')} as integer)`;

/** Whether a row of a search table lies where the index knows by itself that it is of a plan. */
export const isTold = (table: SearchTable): SQL =>
  sql`${sql.raw(table)}.rowid between cast(${value('toldLow')} as integer) and cast(${value('toldHigh')} as integer)`;

/** The article of each row of a search table. */
export const joinArticle = (list: ListName, table: SearchTable): SQL =>
  sql`cross join ${searchKeys} on ${searchKeys.key} = ${articleKey(list, table)}`;
/** The key of its article. */
export const articleKey = (list: ListName, table: SearchTable): SQL =>
  sql.raw(`(${table}.rowid >> ${positionBits[list]})`);
/** Its position in the article. */
export const positionOf = (list: ListName, table: SearchTable): SQL =>
  sql.raw(`(${table}.rowid & ${positionMask(list)})`);

/** Rows given by their keys, as an array of JSON, with the article of each. */
export const givenRows = (list: ListName): SQL =>
  sql`json_each(${value('keys')}) given cross join ${searchKeys} on ${searchKeys.key} = cast(given.value as integer) >> ${sql.raw(String(positionBits[list]))}`;
/** Its position in the article. */
export const positionOfGiven = (list: ListName): SQL =>
  sql.raw(`(cast(given.value as integer) & ${positionMask(list)})`);

const contains = (column: typeof quotes.role | typeof statistics.measure, name: string) =>
  sql`instr(${column}, ${value(name)}) > 0`;
/** The days a figure holds for. One that is open at the start is a state on its last day. */
const firstDay = sql`coalesce(${statistics.asOfFrom}, ${statistics.asOfTo})`;
const lastDay = sql`coalesce(${statistics.asOfTo}, ${statistics.asOfFrom})`;

const rowConditions: Record<RowCondition, SQL> = {
  speaker: eq(quotes.speaker, value('speaker')),
  role: contains(quotes.role, 'role'),
  organization: eq(quotes.organization, value('organization')),
  kind: eq(quotes.kind, value('kind')),
  unit: sql`(${eq(statistics.unit, value('unit'))} or ${eq(statistics.normalizedUnit, value('unit'))})`,
  measure: contains(statistics.measure, 'measure'),
  minValue: gte(statistics.normalizedValue, value('minValue')),
  maxValue: lte(statistics.normalizedValue, value('maxValue')),
  asOfFrom: sql`${lastDay} >= ${value('asOfFrom')}`,
  asOfTo: sql`${firstDay} <= ${value('asOfTo')}`,
};
