/** Suggestions: the names and titles that begin with what was typed, the most useful first. */
import { inArray, sql } from 'drizzle-orm';
import type { Span } from '../../../domain/span.js';
import type { Suggestion, SuggestionQuery, SuggestionType } from '../../../domain/suggestion.js';
import { toDate } from '../../../domain/time.js';
import { markUp } from '../../../text/highlight.js';
import { findTypedEnd, readTyped, type Typed } from '../../../text/suggestion-keys.js';
import type { Lookup } from '../lists/lookup.js';
import { value } from '../lists/selection.js';
import { articles, sections, sources, terms, titles } from '../schema.js';
import { type Connection, prepareRead } from '../statement.js';
import { NEVER } from '../terms.js';
import { articleOfKey, suggestionKinds, termOfKey, tokenOfKey } from './suggestion-index.js';

/** Rows looked at of each kind: as they come, and where they have to be compared with what was typed. */
const LOOKED_AT = { plain: 20, compared: 400 } as const;

/** Something that may be suggested, before it is compared with what was typed. */
interface Candidate {
  type: SuggestionType;
  text: string;
  value: string;
  context: string | null;
  count: number;
  isWhole: boolean;
  /** What it weighs beside others that are no better a match. */
  weight: number;
}

export type Suggestions = ReturnType<typeof createSuggestions>;

/** Prepares the suggestions of a connection. They take no longer in a larger archive. */
export function createSuggestions(connection: Connection, lookup: Lookup) {
  const { client, db } = connection;
  const best = client
    .prepare<[string, number], number>(
      'select rowid from search_suggestions where search_suggestions match ? order by rowid desc limit ?',
    )
    .pluck();
  const listed = sql`(select value from json_each(${value('ids')}))`;
  const names = prepareRead<[number, string, number, string | null, string | null, string | null, string | null]>(
    connection,
    db
      .select({
        id: terms.id,
        value: terms.value,
        articleCount: terms.articleCount,
        section: sections.name,
        path: sections.path,
        slug: sql`coalesce(${sections.slug}, ${sources.slug})`.as('slug'),
        source: sources.name,
      })
      .from(terms)
      .leftJoin(sections, sql`${sections.id} = ${terms.id}`)
      .leftJoin(sources, sql`${sources.id} = ${terms.id}`)
      .where(inArray(terms.id, listed)),
  );
  const headings = prepareRead<[number, string, string]>(
    connection,
    db
      .select({ rowid: articles.rowid, id: articles.id, title: sql`${articles.document} ->> '$.title'` })
      .from(articles)
      .where(inArray(articles.rowid, listed)),
  );
  const countTitle = prepareRead<[number, number]>(
    connection,
    db
      .select({ count: sql`count(*)`, newest: sql`max(${titles.published})` })
      .from(titles)
      .where(sql`${titles.title} = ${value('title')}`),
  );

  function findKeys(type: SuggestionType, keys: readonly string[], most: number): number[] {
    const match = keys.map((key) => `"${tokenOfKey(suggestionKinds[type], key)}"`).join(' OR ');
    return best.all(match, most);
  }

  function listNames(type: SuggestionType, typed: Typed, most: number): Candidate[] {
    const whole = new Set(typed.whole.length === 0 ? [] : findKeys(type, typed.whole, LOOKED_AT.plain));
    const keys = new Set([...whole, ...findKeys(type, typed.keys, most)]);
    const wholeTerms = new Set([...whole].map(termOfKey));
    return names
      .all({ ids: JSON.stringify([...keys].map(termOfKey)) })
      .map(([id, name, count, section, path, slug, source]) => ({
        type,
        text: section ?? source ?? name,
        value: slug ?? name,
        context: path === null ? null : (JSON.parse(path) as string[]).slice(0, -1).join('/') || null,
        count,
        isWhole: wholeTerms.has(id),
        weight: 1 + Math.log2(count),
      }));
  }

  function listTitles(typed: Typed, most: number): Candidate[] {
    const keys = findKeys('title', typed.keys, most).map(articleOfKey);
    const place = new Map(keys.map((article, at) => [article, at]));
    return headings.all({ ids: JSON.stringify(keys) }).map(([rowid, id, title]) => ({
      type: 'title',
      text: title,
      value: id,
      context: null,
      count: 1,
      isWhole: false,
      // Newest first, between the names that are in several articles and those that are in one.
      weight: 2 - ((place.get(rowid) ?? 0) + 1) / (most + 1),
    }));
  }

  /** What is only worth reading of a title that is given. */
  function completeTitle(candidate: Candidate): Candidate {
    const [count, newest] = countTitle.get({ title: candidate.text }) ?? [1, NEVER];
    return { ...candidate, count, context: newest === NEVER ? null : toDate(newest, lookup.timeZone) };
  }

  return {
    listSuggestions({ q, types, limit }: SuggestionQuery): Suggestion[] {
      const typed = readTyped(q);
      if (typed === null) return [];
      return connection.inTransaction(() => {
        const most = typed.isCut ? LOOKED_AT.compared : Math.max(limit, LOOKED_AT.plain);
        const sorted = types
          .flatMap((type) => (type === 'title' ? listTitles(typed, most) : listNames(type, typed, most)))
          .sort(compare);
        return choose(sorted, typed, limit).map(({ candidate, place }) => {
          const marks = [place];
          const { type, text, value, context, count } =
            candidate.type === 'title' ? completeTitle(candidate) : candidate;
          return { type, text, html: markUp(text, marks), marks, value, context, count };
        });
      });
    },
  };
}

/** What was typed of a text, without the marks that stand in front of it. */
function findTyped(text: string, typed: Typed): Span | null {
  const end = findTypedEnd(text, typed);
  return end === null ? null : { start: Math.max(0, text.search(/[\p{L}\p{N}]/u)), end };
}

function compare(a: Candidate, b: Candidate): number {
  return Number(b.isWhole) - Number(a.isWhole) || b.weight - a.weight || (a.text < b.text ? -1 : 1);
}

/** The first candidates that begin as typed, no type having more than half of the places while there are others. */
function choose(sorted: readonly Candidate[], typed: Typed, limit: number): { candidate: Candidate; place: Span }[] {
  const places = new Map<Candidate, Span>();
  const counts = new Map<SuggestionType, number>();
  const consider = (candidate: Candidate, most: number) => {
    const count = counts.get(candidate.type) ?? 0;
    if (places.size >= limit || count >= most || places.has(candidate)) return;
    const place = findTyped(candidate.text, typed);
    if (place === null) return;
    places.set(candidate, place);
    counts.set(candidate.type, count + 1);
  };
  for (const candidate of sorted) consider(candidate, limit / 2);
  for (const candidate of sorted) consider(candidate, limit);
  return sorted.flatMap((candidate) => {
    const place = places.get(candidate);
    return place === undefined ? [] : [{ candidate, place }];
  });
}
