/** Explanations: the score of one article taken apart, by the ranking that made it, and where what was looked for stands in it. */
import type { FoundExplanation, PhraseMatch } from '../../domain/explanation.js';
import { limits, type SearchQuery } from '../../domain/search.js';
import { listPhrases } from './match.js';
import { createMatches } from './matches.js';
import type { Plan } from './plan.js';
import { createRanking, type Watched } from './ranking.js';
import { keyOf, searchColumns } from './search-index.js';
import type { Connection } from './statement.js';
import { termKinds } from './terms.js';

export type Explanations = ReturnType<typeof createExplanations>;

/** Prepares the explanations of a connection; `guarded` ones stop at the deadline. */
export function createExplanations(connection: Connection, guarded: boolean) {
  const { client } = connection;
  const ranking = createRanking(createMatches(connection, guarded));
  const byId = client.prepare<[string], { article: number; published: number }>(
    `select a.rowid article, t.published from articles a join article_terms t on t.article = a.rowid
      where a.id = ? and t.kind = ${termKinds.all} limit 1`,
  );
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
        const self = byId.get(id);
        if (self === undefined) return null;
        const watched: Watched = { article: self.article, parts: [] };
        const { ranked, strategy } = ranking.rank(plan, query, watched);
        const key = String(keyOf('articles', self.published, self.article));
        const own = ranked.find(({ article }) => article === self.article);
        const score = own === undefined ? null : own.bonus + own.weight;
        // Of equal ones, the newest stand first.
        const before = (row: (typeof ranked)[number], than: number) =>
          row.bonus + row.weight > than || (row.bonus + row.weight === than && BigInt(row.key) > BigInt(key));
        const place = score === null ? null : 1 + ranked.filter((row) => before(row, score)).length;
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
