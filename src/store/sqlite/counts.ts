/** How many rows a list has, in all and for each value of a facet. */
import { and, desc, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type Count, type DateField, type FacetName, type FacetValue, limits, type Total } from '../../domain/query.js';
import type { ListFilters, ListName } from '../store.js';
import type { Lookup } from './lookup.js';
import { type Plan, planList } from './plan.js';
import { articleTerms, quotes, sections, sources, statistics } from './schema.js';
import { bindPlan, describeShape, selectRange, selectRows, tables, value, walked } from './selection.js';
import { type Connection, prepareRead, type Statement, type Values } from './statement.js';
import { NEVER, termKinds } from './terms.js';

const keys = { published: 'published', issue: 'issued', modified: 'modified' } as const;
const counted = sql<number>`count(*)`.as('counted');

export type Counts = ReturnType<typeof createCounts>;

/** Prepares the counts of a connection; `guarded` ones stop at the deadline. */
export function createCounts(connection: Connection, lookup: Lookup, guarded: boolean) {
  const { db } = connection;
  const prepared = new Map<string, Statement<unknown[]>>();

  function readAll<Row extends unknown[]>(
    name: string,
    plan: Plan,
    build: () => Parameters<typeof prepareRead>[1],
    values: Values = {},
  ): Row[] {
    const shape = `${name} ${describeShape(plan)}`;
    let statement = prepared.get(shape);
    if (!statement) {
      statement = prepareRead(connection, build());
      prepared.set(shape, statement);
    }
    return statement.all({ ...bindPlan(plan), ...values }) as Row[];
  }

  /** The rows of a plan, in no order: with what is selected from them, and conditions beyond the plan's. */
  function from<T extends Record<string, SQL | SQL.Aliased | SQLiteColumn>>(
    plan: Plan,
    selected: T,
    ...conditions: SQL[]
  ) {
    const { from: first, to: last } = selectRange(plan);
    const query = db.select(selected).from(walked).$dynamic();
    if (plan.list !== 'articles') query.crossJoin(tables[plan.list]);
    return { query, where: and(...selectRows(plan, guarded), first, last, ...conditions) };
  }

  /** Counts by section or source: by the terms of the kind that the rows' articles have. */
  function countByTerm(plan: Plan, kind: number, table: typeof sections | typeof sources): FacetValue[] {
    const other = alias(articleTerms, 'counted_terms');
    const rows = readAll<[string, string, number]>(`kind ${kind}`, plan, () => {
      const { query, where } = from(
        plan,
        { term: other.term, counted },
        eq(other.article, walked.article),
        sql`${other.kind} = ${sql.raw(String(kind))}`,
      );
      const byTerm = query.crossJoin(other).where(where).groupBy(other.term).as('by_term');
      return db
        .select({ value: table.slug, name: table.name, counted: byTerm.counted })
        .from(byTerm)
        .innerJoin(table, eq(table.id, byTerm.term))
        .orderBy(desc(byTerm.counted), table.slug)
        .limit(limits.facetValues);
    });
    return rows.map(([value, name, count]) => ({ value, name, count }));
  }

  /** Counts by an expression over the rows, the most frequent first. */
  function countByValue(name: string, plan: Plan, expression: SQL): FacetValue[] {
    const rows = readAll<[string, number]>(name, plan, () => {
      const { query, where } = from(plan, { value: expression.as('value'), counted }, isNotNull(expression));
      return query.where(where).groupBy(sql`1`).orderBy(sql`2 desc, 1`).limit(limits.facetValues);
    });
    return rows.map(([value, count]) => ({ value, name: value, count }));
  }

  /** Statistics count under both their units, as the filter finds them by both. */
  function countByUnit(plan: Plan): FacetValue[] {
    const { unit, normalizedUnit } = statistics;
    const which = sql`(select 0 as printed union all select 1) which`;
    const expression = sql<string>`case which.printed when 0 then ${normalizedUnit} else nullif(${unit}, coalesce(${normalizedUnit}, '')) end`;
    const rows = readAll<[string, number]>('unit', plan, () => {
      const { query, where } = from(plan, { value: expression.as('value'), counted }, isNotNull(expression));
      return query.crossJoin(which).where(where).groupBy(sql`1`).orderBy(sql`2 desc, 1`).limit(limits.facetValues);
    });
    return rows.map(([value, count]) => ({ value, name: value, count }));
  }

  /** Counts by local month, newest first, by the date that the filter goes by. */
  function countByMonth(plan: Plan, date: DateField, zone: string): [string, number][] {
    const key = keys[date];
    const column = walked[key];
    const month =
      date === 'issue' ? sql<string>`substr(${column}, 1, 7)` : sql<string>`local_month(${column}, ${value('zone')})`;
    return readAll<[string, number]>(
      `month ${key}`,
      plan,
      () => {
        const dated = date === 'issue' ? gt(column, '') : gt(column, NEVER);
        const { query, where } = from(plan, { month: month.as('month'), counted }, dated);
        return query.where(where).groupBy(sql`1`).orderBy(sql`1 desc`);
      },
      date === 'issue' ? {} : { zone },
    );
  }

  const facets: Record<FacetName, (plan: Plan, date: DateField, zone: string) => FacetValue[]> = {
    section: (plan) => countByTerm(plan, termKinds.section, sections),
    source: (plan) => countByTerm(plan, termKinds.source, sources),
    year: (plan, date, zone) => {
      const years = new Map<string, number>();
      for (const [month, count] of countByMonth(plan, date, zone)) {
        const year = month.slice(0, 4);
        years.set(year, (years.get(year) ?? 0) + count);
      }
      return [...years].map(([year, count]) => ({ value: year, name: `${year}年`, count }));
    },
    month: (plan, date, zone) =>
      countByMonth(plan, date, zone).map(([month, count]) => {
        const [year, number] = month.split('-');
        return { value: month, name: `${year}年${Number(number)}月`, count };
      }),
    speaker: (plan) => countByValue('speaker', plan, sql`${quotes.speaker}`),
    organization: (plan) => countByValue('organization', plan, sql`${quotes.organization}`),
    unit: countByUnit,
  };

  return {
    countRows(plan: Plan, how: Exclude<Count, 'none'>): Total {
      const [term] = plan.terms;
      if (!term) return { value: 0, relation: 'eq' };
      // Every term knows how many articles have it.
      if (plan.list === 'articles' && plan.terms.length === 1 && !plan.range)
        return { value: term.articleCount, relation: 'eq' };
      const [[value = 0] = []] = readAll<[number]>(`count ${how}`, plan, () => {
        if (how === 'exact') {
          const { query, where } = from(plan, { counted });
          return query.where(where);
        }
        const { query, where } = from(plan, { one: sql`1`.as('one') });
        return db.select({ counted }).from(
          query
            .where(where)
            .limit(limits.estimate + 1)
            .as('first_rows'),
        );
      });
      return how === 'estimated' && value > limits.estimate
        ? { value: limits.estimate, relation: 'gte' }
        : { value, relation: 'eq' };
    },

    countFacets<L extends ListName>(
      list: L,
      filter: ListFilters[L],
      names: readonly FacetName[],
    ): Partial<Record<FacetName, FacetValue[]>> {
      const found: Partial<Record<FacetName, FacetValue[]>> = {};
      for (const name of names) {
        const { [name as keyof typeof filter]: _, ...others } = filter;
        const plan = planList(lookup, list, others as ListFilters[L]);
        found[name] = plan.terms.length === 0 ? [] : facets[name](plan, filter.date, filter.tz ?? lookup.timeZone);
      }
      return found;
    },
  };
}
