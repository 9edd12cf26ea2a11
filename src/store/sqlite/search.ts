/**
 * Searches: rows that hold what is looked for, the best first or by date. Common words are in more rows than can be
 * ranked while somebody waits, so of the rows that hold all of it only the newest are.
 */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { decodeCursor, encodeCursor, fingerprintList } from '../../domain/cursor.js';
import type { Json } from '../../domain/json.js';
import { limits, type SearchQuery, type SearchStrategy } from '../../domain/search.js';
import type { ListName, SearchOptions, SearchPage } from '../store.js';
import { asArray, describeParts, renderArticle, withoutBrace } from './documents.js';
import { listAlternatives, type Reading, writeFirm, writeMatch, writePhrase } from './match.js';
import type { Plan } from './plan.js';
import { articles } from './schema.js';
import { keyOfInstant, searchColumns, tokenOfTerm } from './search-index.js';
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

/** Rows that are ranked when more than these hold all that is looked for: the newest. */
const WINDOW = 2_000;
/** With fewer rows than these holding all of it, those that hold some are ranked too. */
const FEW = 50;
/** Rows of each ranking by some of the words that are looked at. */
const LOOSE = 300;
/** Rows that the tokens of one loose ranking are in, together: more would take long and tell little. */
const MOST_ROWS = 300_000;

/** What rows gain by how they were found, beside what their words weigh. */
const bonus: Record<SearchStrategy, number> = { literal: 1_000, substring: 900, all: 5, any: 0 };

type Found = [key: string, article: number, position: number, score: number];
interface Ranked {
  article: number;
  position: number;
  key: string;
  score: number;
}

export type Search = ReturnType<typeof createSearch>;

/** Prepares the searches of a connection; `guarded` ones stop at the deadline. */
export function createSearch(connection: Connection, guarded: boolean) {
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

  type Order = 'newest' | 'oldest' | 'best';

  /** FROM and WHERE of the rows that match, within what a plan selects. */
  function selectMatches(plan: Plan): { from: SQL; where: SQL[]; table: SQL; place: SQL } {
    const { list } = plan;
    const table = sql.raw(`search_${list}`);
    const place = positionOf(table);
    const { from, to } = selectRange(plan);
    const child = list === 'articles' ? sql`` : sql` cross join ${tables[list]}`;
    return {
      table,
      place,
      from: sql`${table} cross join article_terms walked${child}`,
      where: [
        sql`${table} match ${value('match')}`,
        sql`${table}.rowid between cast(${value('low')} as integer) and cast(${value('high')} as integer)`,
        sql`${walked.article} = ${articleOf(table)}`,
        // With the term, the whole key of the row.
        sql`${walked.kind} = ${value('kind0')}`,
        ...selectRows(plan, guarded),
        ...(list === 'articles' ? [] : [eq(tables[list].position, place)]),
        ...(from ? [from] : []),
        ...(to ? [to] : []),
      ],
    };
  }

  const bindMatch = (plan: Plan, match: string) => ({ ...bindPlan(plan), ...keysOf(plan), match: narrow(plan, match) });

  /** Rows that match. Those `beyond` a key are further on in the order. */
  function findRows(plan: Plan, match: string, order: Order, limit: number, beyond?: string): Found[] {
    const statement = prepare<Found>(`rows ${describeShape(plan)} ${order} ${beyond !== undefined}`, () => {
      const { from, where, table, place } = selectMatches(plan);
      if (beyond !== undefined)
        where.push(sql`${table}.rowid ${sql.raw(order === 'oldest' ? '>' : '<')} cast(${value('beyond')} as integer)`);
      const weights = sql.raw([...Object.values(searchColumns[plan.list]), 0].join());
      const ordered = {
        newest: sql`${table}.rowid desc`,
        oldest: sql`${table}.rowid`,
        best: sql`4, ${table}.rowid desc`,
      }[order];
      return sql`select cast(${table}.rowid as text), ${walked.article}, ${place}, bm25(${table}, ${weights})
        from ${from} where ${and(...where)} order by ${ordered} limit ${value('limit')}`;
    });
    return statement.all({ ...bindMatch(plan, match), limit, ...(beyond !== undefined && { beyond }) });
  }

  /** The phrases of a loose ranking that are in the fewest rows, as long as they are not in too many together. */
  function chooseRare(list: ListName, phrases: ReturnType<typeof listAlternatives>['words']): string | null {
    const count = prepare<[number]>(
      `token ${list}`,
      () => sql`select doc from ${sql.raw(`search_${list}_tokens`)} where term = ${value('token')}`,
    );
    const rows = ({ tokens }: (typeof phrases)[number]) =>
      Math.min(...tokens.map((token) => count.get({ token })?.[0] ?? 0));
    const counted = phrases.map((phrase) => ({ phrase, rows: phrase.open ? 0 : rows(phrase) }));
    counted.sort((a, b) => a.rows - b.rows);
    let sum = 0;
    const chosen = counted.filter(({ phrase, rows }) => {
      if (rows === 0 && !phrase.open) return false;
      sum += rows;
      return sum <= MOST_ROWS;
    });
    return chosen.length === 0 ? null : chosen.map(({ phrase }) => writePhrase(phrase)).join(' OR ');
  }

  /** The best rows, and how far the search went for them. */
  function rank(plan: Plan, query: SearchQuery): { ranked: Ranked[]; strategy: SearchStrategy } {
    const found = new Map<string, Ranked>();
    let strategy: SearchStrategy = 'literal';
    const add = (rows: Found[], how: SearchStrategy, weight: number) => {
      const before = found.size;
      for (const [key, article, position, score] of rows) {
        const known = found.get(key);
        // FTS5 gives the best the lowest score.
        if (known) known.score += weight * -score;
        else found.set(key, { key, article, position, score: bonus[how] + weight * -score });
      }
      if (found.size > before) strategy = how;
    };
    for (const reading of ['literal', 'substring', 'all'] as const satisfies Reading[]) {
      const match = found.size < FEW && writeMatch(plan.list, query, reading);
      if (match) add(findRows(plan, match, 'newest', WINDOW), reading, 1);
    }
    if (found.size < FEW) {
      const { words, pairs } = listAlternatives(query);
      const firm = writeFirm(plan.list, query);
      for (const [phrases, weight] of [
        [words, 2],
        [pairs, 1],
      ] as const) {
        const match = chooseRare(plan.list, phrases);
        if (match) add(findRows(plan, `(${match})${firm}`, 'best', LOOSE), 'any', weight);
      }
    }
    const ranked = [...found.values()].sort((a, b) => b.score - a.score || compareKeys(b.key, a.key));
    return { ranked: ranked.slice(0, limits.ranked), strategy };
  }

  function readDocuments<T>(plan: Plan, rows: readonly Ranked[], options: SearchOptions): Json<T[]> {
    const { list } = plan;
    const child = list === 'articles' ? null : tables[list];
    const statement = prepare<[Buffer]>(`documents ${list} ${describeParts(options)}`, () => {
      const document = child
        ? sql`${withoutBrace(child.document)} || ',"article":' || ${articles.reference} || '}'`
        : renderArticle(options);
      const children = child
        ? sql`cross join ${child} on ${and(eq(child.article, articles.rowid), sql`${child.position} = j.value ->> 1`)}`
        : sql``;
      return sql`select ${asArray(sql`document`)} from (select ${document} as document from json_each(${value('rows')}) j
        cross join ${articles} on ${articles.rowid} = j.value ->> 0 ${children} order by j.key)`;
    });
    const places = JSON.stringify(rows.map(({ article, position }) => [article, position]));
    return (statement.get({ rows: places }) as [Buffer])[0] as unknown as Json<T[]>;
  }

  /** What is looked for by date: the first reading that finds anything, or else any of the words. */
  function listReadings(plan: Plan, query: SearchQuery): { strategy: SearchStrategy; match: string }[] {
    const readings = (['literal', 'substring', 'all'] as const).map((strategy) => ({
      strategy: strategy as SearchStrategy,
      match: writeMatch(plan.list, query, strategy),
    }));
    const any = chooseRare(plan.list, listAlternatives(query).words);
    const loose = any && `(${any})${writeFirm(plan.list, query)}`;
    return [...readings, { strategy: 'any' as const, match: loose }].filter(
      (reading): reading is { strategy: SearchStrategy; match: string } => reading.match !== null,
    );
  }

  function listByRelevance<T>(plan: Plan, query: SearchQuery, options: SearchOptions, list: string): SearchPage<T> {
    const { limit, cursor } = options;
    const offset = cursor === undefined ? 0 : Number(decodeCursor(cursor, list).key);
    const { ranked, strategy } = rank(plan, query);
    const page = ranked.slice(offset, offset + limit);
    const cursorAt = (at: number, direction: 'after' | 'before') =>
      encodeCursor({ key: at, ties: [0], direction }, list);
    return {
      items: readDocuments<T>(plan, page, options),
      places: page.map((_, at) => ({ key: offset + at + 1, ties: [0] })),
      list,
      next: offset + limit < ranked.length ? cursorAt(offset + limit, 'after') : null,
      prev: offset > 0 ? cursorAt(Math.max(0, offset - limit), 'before') : null,
      scores: page.map(({ score }) => Math.round(score * 1_000) / 1_000),
      strategy,
    };
  }

  function listByDate<T>(plan: Plan, query: SearchQuery, options: SearchOptions, list: string): SearchPage<T> {
    const { limit, cursor, sort } = options;
    const position = cursor === undefined ? undefined : decodeCursor(cursor, list);
    const readings = listReadings(plan, query);
    // Further pages go on as the first was found.
    const from = position?.ties[0] ?? 0;
    for (const [at, { strategy, match }] of readings.entries()) {
      if (at < from) continue;
      const order = sort === 'publishedAt' ? 'oldest' : 'newest';
      const rows = findRows(plan, match, order, limit + 1, position && String(position.key));
      if (rows.length === 0 && position === undefined && at + 1 < readings.length) continue;
      const page = rows
        .slice(0, limit)
        .map(([key, article, place, score]) => ({ key, article, position: place, score: -score }));
      const last = page.at(-1);
      return {
        items: readDocuments<T>(plan, page, options),
        places: page.map(({ key }) => ({ key, ties: [at] })),
        list,
        next:
          rows.length > limit && last ? encodeCursor({ key: last.key, ties: [at], direction: 'after' }, list) : null,
        prev: null,
        scores: page.map(({ score }) => Math.round(score * 1_000) / 1_000),
        strategy,
      };
    }
    return { ...nothing(list), items: readDocuments<T>(plan, [], options) };
  }

  return {
    search<T>(plan: Plan, query: SearchQuery, options: SearchOptions): SearchPage<T> {
      const list = fingerprintList([plan.fingerprint(), options.sort, query]);
      if (plan.terms.length === 0 || query.clauses.length === 0) {
        if (options.cursor !== undefined) decodeCursor(options.cursor, list);
        return { ...nothing(list), items: readDocuments<T>(plan, [], options) };
      }
      return connection.inTransaction(() =>
        options.sort === 'relevance'
          ? listByRelevance<T>(plan, query, options, list)
          : listByDate<T>(plan, query, options, list),
      );
    },

    /** What rows match that a search by date finds; null: there are none. */
    chooseMatch(plan: Plan, query: SearchQuery): string | null {
      if (plan.terms.length === 0) return null;
      return (
        listReadings(plan, query).find(({ match }) => findRows(plan, match, 'newest', 1).length > 0)?.match ?? null
      );
    },
  };
}

const nothing = (list: string) => ({
  places: [],
  list,
  next: null,
  prev: null,
  scores: [],
  strategy: 'literal' as const,
});

/** A query of a plan's terms beside its words. The terms that all rows of a list have say nothing. */
function narrow({ terms }: Plan, match: string): string {
  const telling = terms.filter(({ kind }) => kind !== termKinds.all).map(({ id }) => `"${tokenOfTerm(id)}"`);
  return telling.length === 0 ? match : `(${match}) AND terms : (${telling.join(' AND ')})`;
}

/** The first and last key that rows of a plan can have. */
function keysOf({ range }: Plan): { low: string; high: string } {
  if (range?.key !== 'published') return { low: String(-(2n ** 63n)), high: String(2n ** 63n - 1n) };
  return { low: String(keyOfInstant(Number(range.from))), high: String(keyOfInstant(Number(range.to) + 60_000) - 1n) };
}

/** Keys are 64 bits, more than a number holds. */
function compareKeys(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
