/**
 * Ranking: the best of the rows that hold what is looked for. FTS5 reads all rows of every phrase before it can weigh one row, so
 * where phrases are common, those rows are weighed by their texts that are likely to be the best: in which what is looked for
 * is prominent, and the newest.
 */
import { sql } from 'drizzle-orm';
import type { ScorePart } from '../../domain/explanation.js';
import { limits, type SearchQuery, type SearchStrategy } from '../../domain/search.js';
import { flattenText, NEARNESS, type Parts, type Wanted, weighText } from '../../text/relevance.js';
import type { ListName } from '../store.js';
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
  writeProminent,
} from './match.js';
import type { Found, Matches } from './matches.js';
import type { Match, Plan } from './plan.js';
import { searchKeys } from './schema.js';
import { searchColumns } from './search-index.js';
import { givenRows, positionOfGiven } from './selection.js';

/** Rows that are weighed when more than these hold all that is looked for: the newest. */
const WINDOW = 2_000;
/** With fewer rows than these holding all of it, those that hold some are ranked too. */
const FEW = 50;
/** Rows of each ranking by some of the words that are looked at. */
const LOOSE = 300;
/** Rows that the phrases of one loose ranking are in, together: more would take long and tell little. */
const MOST_ROWS = 10_000;
/** Rows that are weighed by their texts: of each degree of prominence, and the newest. */
const CANDIDATES = 100;

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

/** Prepares the ranking of what matches. */
export function createRanking(matches: Matches) {
  /** The texts of rows, in their order. */
  function readTexts({ list }: Plan, keys: readonly string[]): Parts[] {
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
      whole: flattenText(whole),
      title: flattenText(title),
      lead: flattenText(lead),
      headings: flattenText(headings),
    }));
  }

  const findNewest = (plan: Plan, match: Match) =>
    matches.findRows(plan, match, 'newest', CANDIDATES, { scored: false });

  /** What matches, the newest, and what is prominent, weighed by its texts; behind it more of the newest, unweighed. */
  function weighLikely(
    plan: Plan,
    match: Match,
    {
      query,
      reading,
      phrases,
    }: { query: SearchQuery; reading: Reading; phrases: readonly (Phrase & { rows: number })[] },
  ): Found[] {
    const newest = matches.findRows(plan, match, 'newest', limits.ranked, { scored: false });
    const likely = new Set(newest.slice(0, CANDIDATES).map(([key]) => key));
    const prominent = plan.list === 'articles' && newest.length > CANDIDATES ? writeProminent(query, phrases) : [];
    for (const tokens of prominent)
      for (const [key] of findNewest(plan, { table: 'prominent_articles', text: tokens })) likely.add(key);

    const near = newest.length > CANDIDATES ? writeNear(query, reading) : null;
    const together = near ? findNewest(plan, { ...match, text: `${match.text} AND ${near}` }) : [];
    for (const [key] of together) likely.add(key);

    const { rows: all, length } = matches.readSize(plan.list);
    const wanted: Wanted[] = phrases.map(({ text, whole, rows }) => ({
      text: flattenText(text),
      whole,
      weight: Math.max(1e-6, Math.log((all - rows + 0.5) / (rows + 0.5))),
    }));
    const weights = { ...textWeights, ...(plan.list === 'articles' ? searchColumns.articles : {}) };
    const keys = [...likely];
    const known = new Set([...newest, ...together].map(([key]) => key));
    const weighed = readTexts(plan, keys).flatMap((parts, at) => {
      const key = keys[at] as string;
      const { score, has } = weighText(parts, wanted, weights, length);
      const holds = known.has(key) || holdsAll(phrases, has);
      return holds ? [[key, -score] satisfies Found] : [];
    });
    return [...weighed, ...newest.slice(CANDIDATES).filter(([key]) => !likely.has(key))];
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

    /** The best rows in no order, and how far the search went for them. */
    rank(plan: Plan, query: SearchQuery, watched?: Watched): { ranked: Ranked[]; strategy: SearchStrategy } {
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
        const phrases = listPhrases(query, reading).map((phrase) => ({
          ...phrase,
          rows: matches.estimateRows(list, character ?? inTexts(list, phrase.match)),
        }));
        if (phrases.some(({ rows }) => rows > matches.counted)) {
          add(weighLikely(plan, character ?? inTexts(list, match), { query, reading, phrases }), reading, 1);
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
