/** How many rows a list has by where and when their articles were published: by section, by source, by date. */
import { and, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { type FacetValue, limits } from '../../../domain/query.js';
import { months, searchKeys, sections, sources, terms } from '../schema.js';
import type { SearchTable } from '../search/search-index.js';
import { type Connection, prepareRead, type Statement, type Values } from '../statement.js';
import { NEVER, termKinds } from '../terms.js';
import type { Lookup } from './lookup.js';
import type { Narrowing } from './narrowing.js';
import type { Plan } from './plan.js';
import {
  bindPlan,
  describeShape,
  isMatch,
  joinArticle,
  selectRange,
  selectRows,
  tables,
  value,
  walked,
} from './selection.js';

/** Whether a plan is all articles of its one term: terms know how many they are. */
export function holdsAllArticles({ list, terms, range, match }: Plan): boolean {
  return list === 'articles' && terms.length === 1 && range === null && match === null;
}

const isWholeArchive = (plan: Plan) => holdsAllArticles(plan) && plan.terms[0]?.kind === termKinds.all;

/** A section or a source, and how many articles it has; the parent of a section. */
type Place = [term: number, slug: string, name: string, articleCount: number, parent: number | null];

/** Prepares the counts of a connection; `guarded` ones stop at the deadline. */
export function createArticleCounts(connection: Connection, lookup: Lookup, narrowing: Narrowing, guarded: boolean) {
  const { db } = connection;
  const prepared = new Map<string, Statement<[unknown, number]>>();
  const placesOf = (table: typeof sections | typeof sources, parent: SQL.Aliased | typeof sections.parent) =>
    prepareRead<Place>(
      connection,
      db
        .select({ term: table.id, slug: table.slug, name: table.name, articleCount: terms.articleCount, parent })
        .from(table)
        .innerJoin(terms, eq(terms.id, table.id))
        .orderBy(desc(table.id)),
    );
  const places = {
    section: placesOf(sections, sections.parent),
    source: placesOf(sources, sql`null`.as('parent')),
  };
  const storedMonths = prepareRead<[string, number]>(
    connection,
    db
      .select({ month: months.month, articleCount: months.articleCount })
      .from(months)
      .where(and(gt(months.month, ''), gt(months.articleCount, 0)))
      .orderBy(desc(months.month)),
  );

  /**
   * Counts the rows of a plan by a column of `search_keys`. Where the index knows the rows, nothing but that table is looked up;
   * otherwise the index of the list is walked.
   */
  function countBy<T>(plan: Plan, by: SQL, shape: string, values: Values = {}): [T, number][] {
    const { key } = plan;
    const located = key === 'published' ? narrowing.locate(plan) : null;
    const name = `${shape} ${located?.table} ${describeShape(plan)}`;
    let statement = prepared.get(name);
    if (!statement) {
      const rows = located === null ? selectWalked(plan) : selectLocated(plan, located.table);
      statement = prepareRead(connection, sql`select ${by} as value, count(*) ${rows} group by 1 order by 1 desc`);
      prepared.set(name, statement);
    }
    const match = located?.values ?? (plan.match === null ? {} : narrowing.bind(plan, plan.match));
    return statement.all({ ...bindPlan(plan), ...match, ...values }) as [T, number][];
  }

  const isInTime = guarded ? sql`and (${searchKeys.key} & 15 <> 0 or within_deadline())` : sql``;

  /** The rows of a plan that the index knows, in a search table or, of all articles, by their keys. */
  function selectLocated({ list, range }: Plan, table: SearchTable | null): SQL {
    const rows =
      table === null
        ? sql`from ${searchKeys} where ${searchKeys.key} between cast(${value('low')} as integer) and cast(${value('high')} as integer)`
        : sql`from ${sql.raw(table)} ${joinArticle(list, table)} where ${isMatch(table)}`;
    // Keys tell days apart, and a range may begin or end within one.
    const inRange = sql`and ${searchKeys.published} between ${value('from')} and ${value('to')}`;
    return sql`${rows} ${range === null ? sql`` : inRange} ${isInTime}`;
  }

  function selectWalked(plan: Plan): SQL {
    const { from, to } = selectRange(plan);
    const child = plan.list === 'articles' ? sql`` : sql` cross join ${tables[plan.list]}`;
    return sql`from article_terms walked${child} cross join ${searchKeys} on ${searchKeys.article} = ${walked.article}
      where ${and(...selectRows(plan, guarded), from, to)}`;
  }

  /** How many rows each section holds with those below it: a section has a higher number than its parent. */
  function addUp(rows: readonly Place[], counted: readonly (readonly [number | null, number])[]): Map<number, number> {
    const counts = new Map(counted.flatMap(([term, count]) => (term === null ? [] : [[term, count]])));
    for (const [term, , , , parent] of rows)
      if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + (counts.get(term) ?? 0));
    return counts;
  }

  return {
    /** Counts by section, with all above it, or by source; the largest first. */
    countByPlace(plan: Plan, kind: 'section' | 'source'): FacetValue[] {
      const rows = places[kind].all();
      const counts = isWholeArchive(plan)
        ? new Map(rows.map(([term, , , articleCount]) => [term, articleCount]))
        : addUp(rows, countBy<number | null>(plan, sql`${searchKeys[kind]}`, kind));
      return rows
        .map(([term, value, name]) => ({ value, name, count: counts.get(term) ?? 0 }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, limits.facetValues);
    },

    /** Counts by local day, or month for a length of 7, newest first, by the date that the filter goes by. */
    countByDate(plan: Plan, zone: string, length: 7 | 10): [date: string, count: number][] {
      // Months are kept account of in the zone of the archive.
      if (length === 7 && zone === lookup.timeZone && plan.key === 'published' && isWholeArchive(plan))
        return storedMonths.all();
      const digits = sql.raw(String(length));
      if (plan.key === 'issued')
        return countBy<string>(plan, sql`substr(${walked.issued}, 1, ${digits})`, `issued ${length}`).filter(
          ([date]) => date !== '',
        );
      const date = plan.key === 'published' ? searchKeys.published : walked[plan.key];
      const local = sql`case when ${date} > ${NEVER} then local_date(${date}, ${value('zone')}, ${digits}) end`;
      return countBy<string | null>(plan, local, `${plan.key} ${length}`, { zone }).flatMap(([date, count]) =>
        date === null ? [] : [[date, count]],
      );
    },
  };
}
