/**
 * Ranking: the best of the rows that hold what is looked for. FTS5 reads all rows of every phrase before it can weigh one row, so
 * where phrases are common, those rows are weighed by their texts that are likely to be the best (cells.ts), or else the newest.
 */
import { sql } from 'drizzle-orm';
import type { ScorePart } from '../../../domain/explanation.js';
import { limits, type SearchQuery, type SearchStrategy } from '../../../domain/search.js';
import { chooseForm, flattenText, NEARNESS, type Parts, type Wanted, weighText } from '../../../text/relevance.js';
import { listTellingTokens } from '../../../text/search-tokens.js';
import type { ListName } from '../../store.js';
import type { Match, Plan } from '../lists/plan.js';
import { givenRows, positionOfGiven } from '../lists/selection.js';
import { searchKeys } from '../schema.js';
import { type Guide, listCells } from './cells.js';
import {
  findCharacter,
  inTexts,
  listAlternatives,
  listPhrases,
  type Phrase,
  type Reading,
  writeFirm,
  writeMatch,
  writeNear,
  writePhrase,
} from './match.js';
import type { Found, Matches } from './matches.js';
import { searchColumns } from './search-index.js';

/** Rows that are weighed when more than these hold all that is looked for: the newest. */
const WINDOW = 2_000;
/** With fewer rows than these holding all of it, those that hold some are ranked too. */
const FEW = 50;
/** Rows of each ranking by some of the words that are looked at. */
const LOOSE = 300;
/** Rows that the phrases of one loose ranking are in, together: more would take long and tell little. */
const MOST_ROWS = 10_000;
/** Rows that are weighed by their texts: of such as hold all that is looked for, and with others; all, when there are not many more. */
const CANDIDATES = 100;
const LOOKED_AT = 3 * CANDIDATES;
const ALL = 300;
/** Cells that are looked into for them. */
const MOST_CELLS = 40;
/** Tokens of a phrase that FTS5 puts together without being felt, and rows of a longer one that say how many it has. */
const SHORT = 2;
const SAMPLE = 2_000;

/** What rows gain by how they were found, beside what their words weigh. */
const bonus: Record<SearchStrategy, number> = { literal: 1_000, substring: 900, all: 5, any: 0 };

export interface Ranked {
  key: string;
  /** By how it was found. */
  bonus: number;
  /** By its words. */
  weight: number;
}

/** A row whose score is to be taken apart. */
export interface Watched {
  key: string;
  /** What its score is the sum of, as it is found. */
  parts: ScorePart[];
}

export interface RankOptions {
  /** Rows that are wanted of very many; there may be more. */
  most?: number;
  watched?: Watched;
}

interface Counted extends Phrase {
  rows: number | undefined;
  long: boolean;
}

/** Prepares the ranking of what matches. */
export function createRanking(matches: Matches) {
  /** The texts of rows, in their order. */
  function readTexts({ list }: Plan, keys: readonly string[], form: (text: string) => string): Parts[] {
    const statement = matches.prepare<[string, string, string, string]>(`texts ${list}`, () => {
      if (list !== 'articles') {
        const table = sql.raw(list);
        return sql`select t.document ->> '$.text', '', '', '' from ${givenRows(list)} cross join ${table} t
          on t.article = ${searchKeys.article} and t.position = ${positionOfGiven(list)} order by given.key`;
      }
      const headings = sql`select group_concat(b.value ->> 'text', char(10)) from json_each(c.document, '$.body') b
        where b.value ->> 'type' = 'heading'`;
      return sql`select c.document ->> '$.text', a.document ->> '$.title', coalesce(a.document ->> '$.lead', ''),
        coalesce((${headings}), '') from ${givenRows(list)} cross join articles a on a.rowid = ${searchKeys.article}
        cross join article_contents c on c.article = a.rowid order by given.key`;
    });
    return statement.all({ keys: JSON.stringify(keys) }).map(([whole, title, lead, headings]) => ({
      whole: form(whole),
      title: form(title),
      lead: form(lead),
      headings: form(headings),
    }));
  }

  /** What cells are cut by: each phrase that has a token. */
  function listGuides(list: ListName, phrases: readonly Phrase[], wanted: readonly Wanted[]): Guide[] {
    return phrases.flatMap(({ clause, term, tokens, match }, at) => {
      const telling = listTellingTokens(tokens);
      const rows = telling.map((token) =>
        telling.length === 1 ? 0 : matches.estimateRows(list, inTexts(list, `"${token}"`), SAMPLE),
      );
      const token = telling[rows.indexOf(Math.min(...rows))];
      const others = phrases.filter((other) => other.clause === clause);
      const isChoice = others.some((other) => other.term !== term);
      const choice = isChoice ? others.map((other) => other.match).join(' OR ') : null;
      return token === undefined ? [] : { token, match, choice, weight: (wanted[at] as Wanted).weight };
    });
  }

  /** What matches and is likely to be the best, weighed by its texts; behind it the newest others, unweighed: `most` in all, or more. */
  function weighLikely(
    plan: Plan,
    match: Match,
    { query, phrases, most }: { query: SearchQuery; phrases: readonly Counted[]; most: number },
  ): Found[] {
    const findNewest = (match: Match, limit: number) =>
      matches.findRows(plan, match, 'newest', limit, { scored: false }).map(([key]) => key);
    const newest = findNewest(match, Math.max(ALL + 1, most));
    // The same for every page, as all that follows from it.
    const known = new Set(newest.slice(0, ALL + 1));
    const { rows: all, length } = matches.readSize(plan.list);
    const counted = phrases.map((phrase) => ({ ...phrase, rows: phrase.rows ?? known.size }));
    const wanted: Wanted[] = counted.map(({ text, whole, rows }) => ({
      text: flattenText(text),
      whole,
      weight: Math.max(1e-6, Math.log((all - rows + 0.5) / (rows + 0.5))),
    }));
    const weights = { ...textWeights, ...(plan.list === 'articles' ? searchColumns.articles : {}) };
    const weighed = new Map<string, ReturnType<typeof weighText>>();
    const weigh = (keys: readonly string[]) => {
      const others = keys.filter((key) => !weighed.has(key));
      for (const [at, parts] of readTexts(plan, others, chooseForm(wanted)).entries())
        weighed.set(others[at] as string, weighText(parts, wanted, weights, length));
    };
    const isHolding = (key: string) => known.has(key) || holdsAll(phrases, weighed.get(key)?.has ?? []);

    const isMany = newest.length > ALL;
    let missing = isMany ? CANDIDATES : newest.length;
    const guides = isMany && plan.list === 'articles' ? listGuides(plan.list, phrases, wanted) : [];
    // What must stand in a field, or must not stand anywhere, tokens do not tell.
    const isBound = query.without.length > 0 || query.clauses.flat().some(({ field }) => field !== null);
    for (const cell of listCells(guides).slice(0, MOST_CELLS)) {
      const text = isBound ? `${cell} AND ${match.text}` : cell;
      const keys = findNewest({ table: `search_${plan.list}`, text }, CANDIDATES).filter((key) => !weighed.has(key));
      if (isBound) for (const key of keys) known.add(key);
      weigh(keys);
      missing -= keys.filter(isHolding).length;
      if (missing <= 0 || weighed.size >= LOOKED_AT) break;
    }
    weigh(newest.slice(0, Math.max(0, missing)));
    const holding = new Map([...weighed].filter(([key]) => isHolding(key)));
    const rest = newest.filter((key) => !holding.has(key));
    return [...[...holding].map(([key, { score }]): Found => [key, -score]), ...rest.map((key): Found => [key, 0])];
  }

  /**
   * How many rows have each phrase; undefined where nothing is to be weighed against it. Many tokens of a `long` one would have
   * to be put together for each look at all its rows.
   */
  function countPhrases(list: ListName, phrases: readonly Phrase[], character: Match | null): Counted[] {
    const isLarge = matches.readSize(list).rows > matches.counted;
    return phrases.map((phrase) => {
      const long = isLarge && phrase.tokens.tokens.length > SHORT;
      const match = character ?? inTexts(list, phrase.match);
      const most = long ? SAMPLE : matches.counted;
      return {
        ...phrase,
        long,
        rows: long && phrases.length === 1 ? undefined : matches.estimateRows(list, match, most),
      };
    });
  }

  /** The phrases of a loose ranking that are in the fewest rows, as long as they are not in too many together. */
  function chooseRare(list: ListName, phrases: ReturnType<typeof listAlternatives>['words']): string | null {
    const counted = phrases.map((phrase) => {
      const match = writePhrase(phrase);
      return { match, rows: phrase.open ? 0 : matches.estimateRows(list, inTexts(list, match)), open: phrase.open };
    });
    counted.sort((a, b) => a.rows - b.rows);
    let sum = 0;
    const chosen = counted.filter(({ rows, open }) => {
      if (rows === 0 && !open) return false;
      sum += rows;
      return sum <= MOST_ROWS;
    });
    return chosen.length === 0 ? null : chosen.map(({ match }) => match).join(' OR ');
  }

  return {
    chooseRare,

    /** The best rows in no order, and how far the search went for them. The first of them are the same for any `most`. */
    rank(
      plan: Plan,
      query: SearchQuery,
      { most = limits.ranked, watched }: RankOptions = {},
    ): { ranked: Ranked[]; strategy: SearchStrategy } {
      const { list } = plan;
      const found = new Map<string, Ranked>();
      let strategy: SearchStrategy = 'literal';
      const add = (rows: Found[], how: SearchStrategy, factor: number, part: ScorePart['part'] = 'words') => {
        const before = found.size;
        for (const [key, score] of rows) {
          const known = found.get(key);
          // FTS5 gives the best the lowest score.
          if (known) known.weight += factor * -score;
          else found.set(key, { key, bonus: bonus[how], weight: factor * -score });
          if (watched?.key !== key) continue;
          if (!known) watched.parts.push({ step: how, part: 'step', score: bonus[how] });
          watched.parts.push({ step: how, part, score: factor * -score });
        }
        if (found.size > before) strategy = how;
      };
      const tried = new Set<string>();
      const character = findCharacter(list, query);
      for (const reading of ['literal', 'substring', 'all'] as const satisfies Reading[]) {
        const match = found.size < FEW ? writeMatch(list, query, reading) : null;
        if (match === null || tried.has(match)) continue;
        tried.add(match);
        const phrases = countPhrases(list, listPhrases(query, reading), character);
        if (phrases.some(({ rows = 0, long }) => long || rows > matches.counted)) {
          add(weighLikely(plan, character ?? inTexts(list, match), { query, phrases, most }), reading, 1);
          continue;
        }
        add(matches.findRows(plan, inTexts(list, match), 'newest', WINDOW), reading, 1);
        const near = writeNear(query, reading);
        if (near) {
          const together = inTexts(list, `${match} AND ${near}`);
          add(matches.findRows(plan, together, 'newest', WINDOW), reading, NEARNESS, 'nearness');
        }
      }
      if (found.size < FEW) {
        const { words, pairs } = listAlternatives(query);
        const firm = writeFirm(list, query);
        for (const [phrases, factor, part] of [
          [words, 2, 'words'],
          [pairs, 1, 'pairs'],
        ] as const) {
          const match = chooseRare(list, phrases);
          if (match === null || tried.has(match)) continue;
          tried.add(match);
          add(matches.findRows(plan, inTexts(list, `(${match})${firm}`), 'best', LOOSE), 'any', factor, part);
        }
      }
      return { ranked: [...found.values()], strategy };
    },
  };
}

/** Texts without parts. */
const textWeights = { title: 1, lead: 1, headings: 1 };

/** Whether one term of every clause has all its phrases. */
function holdsAll(phrases: readonly Phrase[], has: readonly boolean[]): boolean {
  const clauses = new Map<number, Map<number, boolean>>();
  phrases.forEach(({ clause, term }, at) => {
    const terms = clauses.get(clause) ?? new Map<number, boolean>();
    terms.set(term, (terms.get(term) ?? true) && (has[at] as boolean));
    clauses.set(clause, terms);
  });
  return [...clauses.values()].every((terms) => [...terms.values()].some(Boolean));
}
