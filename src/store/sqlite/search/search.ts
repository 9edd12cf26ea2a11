/** Searches: pages of rows that hold what is looked for, the best first or by date. Which are the best is decided in ranking.ts. */
import { and, eq, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, fingerprintList } from '../../../domain/cursor.js';
import type { Json } from '../../../domain/json.js';
import { type Count, limits as listLimits, type Total } from '../../../domain/query.js';
import { limits, type SearchQuery, type SearchStrategy } from '../../../domain/search.js';
import type { SearchOptions, SearchPage } from '../../store.js';
import { asArray, describeParts, renderArticle, withoutBrace } from '../lists/documents.js';
import type { Match, Plan } from '../lists/plan.js';
import { givenRows, positionOfGiven, tables } from '../lists/selection.js';
import { articles, searchKeys } from '../schema.js';
import type { Connection } from '../statement.js';
import { findCharacter, inTexts, listAlternatives, writeFirm, writeMatch } from './match.js';
import { compareKeys, createMatches } from './matches.js';
import { createRanking } from './ranking.js';
import { dayOfKey } from './search-keys.js';

/** A row of a page, by its key. */
interface Row {
  key: string;
  score: number;
}

export type Search = ReturnType<typeof createSearch>;

/** Prepares the searches of a connection; `guarded` ones stop at the deadline. */
export function createSearch(connection: Connection, guarded: boolean) {
  const matches = createMatches(connection, guarded);
  const ranking = createRanking(matches);

  function readDocuments<T>(plan: Plan, rows: readonly Row[], options: SearchOptions): Json<T[]> {
    const { list } = plan;
    const child = list === 'articles' ? null : tables[list];
    const statement = matches.prepare<[Buffer]>(`documents ${list} ${describeParts(options)}`, () => {
      const document = child
        ? sql`${withoutBrace(child.document)} || ',"article":' || ${articles.reference} || '}'`
        : renderArticle(options);
      const children = child
        ? sql`cross join ${child} on ${and(eq(child.article, articles.rowid), eq(child.position, positionOfGiven(list)))}`
        : sql``;
      return sql`select ${asArray(sql`document`)} from (select ${document} as document from ${givenRows(list)}
        cross join ${articles} on ${articles.rowid} = ${searchKeys.article} ${children} order by given.key)`;
    });
    const keys = JSON.stringify(rows.map(({ key }) => key));
    return (statement.get({ keys }) as [Buffer])[0] as unknown as Json<T[]>;
  }

  /** What is looked for by date: the first reading that finds anything, or else any of the words. */
  function* listReadings(plan: Plan, query: SearchQuery): Generator<{ strategy: SearchStrategy; match: Match }> {
    const { list } = plan;
    const character = findCharacter(list, query);
    for (const strategy of ['literal', 'substring', 'all'] as const) {
      const match = writeMatch(list, query, strategy);
      if (match !== null) yield { strategy, match: character ?? inTexts(list, match) };
    }
    const any = ranking.chooseRare(list, listAlternatives(query).words);
    if (any !== null) yield { strategy: 'any', match: inTexts(list, `(${any})${writeFirm(list, query)}`) };
  }

  /** The best rows in order; of a half-life in days, what is as much older than the newest row weighs three quarters. */
  function rank(
    plan: Plan,
    query: SearchQuery,
    { most, halfLife }: { most: number; halfLife: number | undefined },
  ): { ranked: Row[]; strategy: SearchStrategy } {
    const { ranked, strategy } = ranking.rank(plan, query, { most });
    const dayOf = (key: string) => dayOfKey(plan.list, key) ?? -Infinity;
    const newest = halfLife === undefined ? 0 : ranked.reduce((last, { key }) => Math.max(last, dayOf(key)), -Infinity);
    const rows = ranked.map(({ bonus, weight, key }) => {
      const fresh = halfLife === undefined ? 1 : 0.5 + 0.5 ** (1 + ageInDays(newest, dayOf(key)) / halfLife);
      return { key, score: bonus + weight * fresh };
    });
    rows.sort((a, b) => b.score - a.score || compareKeys(b.key, a.key));
    return { ranked: rows.slice(0, limits.ranked), strategy };
  }

  function listByRelevance<T>(plan: Plan, query: SearchQuery, options: SearchOptions, list: string): SearchPage<T> {
    const { limit, cursor } = options;
    const offset = cursor === undefined ? 0 : Number(decodeCursor(cursor, list).key);
    const { ranked, strategy } = rank(plan, query, { most: offset + limit + 1, halfLife: options.halfLife });
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
    // Further pages go on as the first was found.
    const [from = 0, published = 0] = position?.ties ?? [];
    const beyond = position && { key: String(position.key), published };
    let at = -1;
    for (const { strategy, match } of listReadings(plan, query)) {
      at += 1;
      if (at < from) continue;
      const order = sort === 'publishedAt' ? 'oldest' : 'newest';
      const rows = matches.findByDate(plan, match, { order, limit: limit + 1, beyond });
      if (rows.length === 0 && position === undefined) continue;
      const page = rows.slice(0, limit);
      const places = page.map(([key, published]) => ({ key, ties: [at, published] }));
      const last = rows.length > limit ? places.at(-1) : undefined;
      return {
        items: readDocuments<T>(
          plan,
          page.map(([key]) => ({ key, score: 0 })),
          options,
        ),
        places,
        list,
        next: last ? encodeCursor({ ...last, direction: 'after' }, list) : null,
        prev: null,
        scores: page.map(() => 0),
        strategy,
      };
    }
    return { ...nothing(list), items: readDocuments<T>(plan, [], options) };
  }

  function chooseMatch(plan: Plan, query: SearchQuery): Match | null {
    if (plan.terms.length === 0) return null;
    for (const { match } of listReadings(plan, query))
      if (matches.findRows(plan, match, 'newest', 1, { scored: false }).length > 0) return match;
    return null;
  }

  return {
    search<T>(plan: Plan, query: SearchQuery, options: SearchOptions): SearchPage<T> {
      const list = fingerprintList([plan.fingerprint(), options.sort, options.halfLife, query]);
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
    chooseMatch,

    /** How many rows a search by date finds. */
    countRows(plan: Plan, query: SearchQuery, how: Exclude<Count, 'none'>): Total {
      const match = chooseMatch(plan, query);
      if (match === null) return { value: 0, relation: 'eq' };
      const most = how === 'exact' ? Number.MAX_SAFE_INTEGER : listLimits.estimate + 1;
      const count = matches.countRows(plan, match, most);
      return how === 'estimated' && count === most
        ? { value: listLimits.estimate, relation: 'gte' }
        : { value: count, relation: 'eq' };
    },
  };
}

/** Days between two; of what has no date, no end of them, and none to others that have none. */
const ageInDays = (newest: number, day: number) => (newest === day ? 0 : newest - day);

const nothing = (list: string) => ({
  places: [],
  list,
  next: null,
  prev: null,
  scores: [],
  strategy: 'literal' as const,
});
