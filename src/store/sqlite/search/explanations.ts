/** Explanations: the score of one article taken apart, by the ranking that made it, and where what was looked for stands in it. */
import type { FoundExplanation, PhraseMatch } from '../../../domain/explanation.js';
import { limits, type SearchQuery } from '../../../domain/search.js';
import type { Plan } from '../lists/plan.js';
import type { Connection } from '../statement.js';
import { listPhrases } from './match.js';
import { compareKeys, createMatches } from './matches.js';
import { createRanking, type Ranked, type Watched } from './ranking.js';
import { searchColumns } from './search-index.js';

export type Explanations = ReturnType<typeof createExplanations>;

/** Prepares the explanations of a connection; `guarded` ones stop at the deadline. */
export function createExplanations(connection: Connection, guarded: boolean) {
  const { client } = connection;
  const ranking = createRanking(createMatches(connection, guarded));
  const byId = client
    .prepare<[string], string>(
      'select cast(k.key as text) from articles a join search_keys k on k.article = a.rowid where a.id = ?',
    )
    .pluck();
  const stands = client
    .prepare<[string, string], number>(
      'select 1 from search_articles where search_articles match ? and rowid = cast(? as integer)',
    )
    .pluck();

  /** Every phrase of a query, and the parts of an article that have it. */
  function locate(query: SearchQuery, key: string): PhraseMatch[] {
    const phrases = [...listPhrases(query, 'literal'), ...listPhrases(query, 'all')];
    const distinct = new Map(phrases.map((phrase) => [`${phrase.clause} ${phrase.text}`, phrase]));
    return [...distinct.values()].map(({ clause, text, match }) => ({
      clause: clause + 1,
      text,
      fields: Object.keys(searchColumns.articles).filter((column) => stands.get(`${column} : ${match}`, key) === 1),
    }));
  }

  return {
    /** What a search by relevance makes of an article. Null: there is no such article. */
    explain(plan: Plan, query: SearchQuery, id: string): FoundExplanation | null {
      return connection.inTransaction(() => {
        const key = byId.get(id);
        if (key === undefined) return null;
        const watched: Watched = { key, parts: [] };
        const { ranked, strategy } = ranking.rank(plan, query, { watched });
        const own = ranked.find((row) => row.key === key);
        const score = own === undefined ? null : scoreOf(own);
        // Of equal ones, the newest stand first.
        const isBefore = (one: Ranked, other: Ranked) =>
          scoreOf(one) > scoreOf(other) || (scoreOf(one) === scoreOf(other) && compareKeys(one.key, other.key) > 0);
        const place = own === undefined ? null : 1 + ranked.filter((one) => isBefore(one, own)).length;
        return {
          strategy,
          matches: locate(query, key),
          place: place !== null && place > limits.ranked ? null : place,
          score,
          parts: watched.parts,
        };
      });
    },
  };
}

const scoreOf = ({ bonus, weight }: Ranked) => bonus + weight;
