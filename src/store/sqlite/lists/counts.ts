/** How many rows a list has, in all and for each value of a facet. */
import { and, isNotNull, type SQL, sql } from 'drizzle-orm';
import { type Count, type FacetName, type FacetValue, limits, type Total } from '../../../domain/query.js';
import type { ListFilters, ListName } from '../../store.js';
import { quotes, statistics } from '../schema.js';
import { type Connection, prepareRead, type Query, type Statement, type Values } from '../statement.js';
import { createArticleCounts, holdsAllArticles } from './article-counts.js';
import type { Lookup } from './lookup.js';
import { createNarrowing } from './narrowing.js';
import { type Match, type Plan, planList } from './plan.js';
import { bindPlan, describeShape, selectRange, selectRows, tables, walked } from './selection.js';

const rowCount = sql<number>`count(*)`.as('row_count');

export type Counts = ReturnType<typeof createCounts>;

/** Prepares the counts of a connection; `guarded` ones stop at the deadline. */
export function createCounts(connection: Connection, lookup: Lookup, guarded: boolean) {
  const { db } = connection;
  const narrowing = createNarrowing(connection);
  const { countByPlace, countByDate } = createArticleCounts(connection, lookup, narrowing, guarded);
  const prepared = new Map<string, Statement<unknown[]>>();

  function readAll<Row extends unknown[]>(name: string, plan: Plan, build: () => Query, values: Values = {}): Row[] {
    const shape = `${name} ${describeShape(plan)}`;
    let statement = prepared.get(shape);
    if (!statement) {
      statement = prepareRead(connection, build());
      prepared.set(shape, statement);
    }
    const match = plan.match === null ? {} : narrowing.bind(plan, plan.match);
    return statement.all({ ...bindPlan(plan), ...match, ...values }) as Row[];
  }

  /** The rows of a plan, in no order: with what is selected from them, and conditions beyond the plan's. */
  function selectFrom<T extends Record<string, SQL.Aliased>>(plan: Plan, selected: T, ...conditions: SQL[]) {
    const { from, to } = selectRange(plan);
    const query = db.select(selected).from(walked).$dynamic();
    if (plan.list !== 'articles') query.crossJoin(tables[plan.list]);
    return query.where(and(...selectRows(plan, guarded), from, to, ...conditions));
  }

  /** Counts by a column of the rows, the most frequent first. */
  function countByColumn(plan: Plan, column: typeof quotes.speaker | typeof quotes.organization): FacetValue[] {
    const rows = readAll<[string, number]>(column.name, plan, () =>
      selectFrom(plan, { value: sql`${column}`.as('value'), rowCount }, isNotNull(column))
        .groupBy(column)
        .orderBy(sql`2 desc, 1`)
        .limit(limits.facetValues),
    );
    return rows.map(([value, count]) => ({ value, name: value, count }));
  }

  /** Counts statistics under each of their units, as printed and normalized, as the filter finds them by both. */
  function countByUnit(plan: Plan): FacetValue[] {
    const { unit, normalizedUnit } = statistics;
    const rows = readAll<[string | null, string | null, number]>('unit', plan, () =>
      selectFrom(plan, {
        unit: sql`${unit}`.as('unit'),
        normalized: sql`${normalizedUnit}`.as('normalized'),
        rowCount,
      }).groupBy(normalizedUnit, unit),
    );
    const counts = new Map<string, number>();
    for (const [unit, normalized, count] of rows) {
      for (const value of new Set([unit, normalized])) {
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
      }
    }
    return [...counts]
      .map(([value, count]) => ({ value, name: value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, limits.facetValues);
  }

  const facets: Record<FacetName, (plan: Plan, zone: string) => FacetValue[]> = {
    section: (plan) => countByPlace(plan, 'section'),
    source: (plan) => countByPlace(plan, 'source'),
    year: (plan, zone) => {
      const years = new Map<string, number>();
      for (const [month, count] of countByDate(plan, zone, 7)) {
        const year = month.slice(0, 4);
        years.set(year, (years.get(year) ?? 0) + count);
      }
      return [...years].map(([year, count]) => ({ value: year, name: `${year}年`, count }));
    },
    month: (plan, zone) =>
      countByDate(plan, zone, 7).map(([month, count]) => {
        const [year, number] = month.split('-');
        return { value: month, name: `${year}年${Number(number)}月`, count };
      }),
    day: (plan, zone) =>
      countByDate(plan, zone, 10).map(([date, count]) => {
        const [year, month, day] = date.split('-');
        return { value: date, name: `${year}年${Number(month)}月${Number(day)}日`, count };
      }),
    speaker: (plan) => countByColumn(plan, quotes.speaker),
    organization: (plan) => countByColumn(plan, quotes.organization),
    unit: countByUnit,
  };

  return {
    countRows(plan: Plan, how: Exclude<Count, 'none'>): Total {
      const [term] = plan.terms;
      if (!term) return { value: 0, relation: 'eq' };
      if (holdsAllArticles(plan)) return { value: term.articleCount, relation: 'eq' };
      const rows = readAll<[number]>(`count ${how}`, plan, () => {
        if (how === 'exact') return selectFrom(plan, { rowCount });
        const first = selectFrom(plan, { one: sql`1`.as('one') }).limit(limits.estimate + 1);
        return db.select({ rowCount }).from(first.as('first_rows'));
      });
      const count = rows[0]?.[0] ?? 0;
      return how === 'estimated' && count > limits.estimate
        ? { value: limits.estimate, relation: 'gte' }
        : { value: count, relation: 'eq' };
    },

    /** Counts a facet, whatever the filter says of it, of all rows or of those that match as `look` decides for their plan. */
    countFacet<L extends ListName>(
      list: L,
      filter: ListFilters[L],
      name: FacetName,
      look?: (plan: Plan) => Match | null,
    ): FacetValue[] {
      const { [name as keyof typeof filter]: _, ...others } = filter;
      const plan = planList(lookup, list, others as ListFilters[L]);
      const match = look?.(plan) ?? null;
      if (plan.terms.length === 0 || (look && match === null)) return [];
      return facets[name]({ ...plan, match }, filter.tz ?? lookup.timeZone);
    },
  };
}
