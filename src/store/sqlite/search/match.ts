/** Queries as FTS5 has them: every term becomes phrases of tokens, so that no input can be a syntax error. */
import type { SearchField, SearchQuery, SearchTerm } from '../../../domain/search.js';
import { listPairs, type TokenPhrase, tokenizePhrase } from '../../../text/search-tokens.js';
import type { ListName } from '../../store.js';
import type { Match } from '../lists/plan.js';

/** The columns a field of a query means in each table; none: the table has no such field, and it is looked for anywhere. */
const fieldColumns: Record<ListName, Partial<Record<SearchField, string>>> = {
  articles: { title: 'title', lead: 'lead', section: 'section', speaker: 'speaker' },
  quotes: { speaker: 'speaker' },
  statistics: {},
};

/** A phrase of tokens. */
export function writePhrase({ tokens, open }: TokenPhrase): string {
  return `"${tokens.join(' ')}"${open ? '*' : ''}`;
}

/** How a term is looked for: as typed, as typed and inside longer words of letters, or by all of its words. */
export type Reading = 'literal' | 'substring' | 'all';

/** The texts of a term that stand in a row as they are. */
function textsOf(term: SearchTerm, reading: Reading): readonly string[] {
  if (term.exact) return [term.text];
  return reading === 'all' ? term.words : term.text.split(/\s+/);
}

function writeTerm(list: ListName, term: SearchTerm, reading: Reading): string | null {
  const column = term.field === null ? undefined : fieldColumns[list][term.field];
  const phrases = textsOf(term, reading)
    .map((text) => tokenizePhrase(text, reading !== 'substring'))
    .filter((phrase) => phrase !== null)
    .map(writePhrase);
  if (phrases.length === 0) return null;
  return `${column === undefined ? '' : `${column} : `}(${phrases.join(' AND ')})`;
}

/** A phrase of a query, and where it belongs. */
export interface Phrase {
  text: string;
  /** Whether words of letters and digits at its ends are not parts of longer ones. */
  whole: boolean;
  match: string;
  tokens: TokenPhrase;
  /** Numbers of its clause and of its term there. */
  clause: number;
  term: number;
}

/** All phrases that rows may have. */
export function listPhrases({ clauses }: SearchQuery, reading: Reading): Phrase[] {
  const whole = reading !== 'substring';
  return clauses.flatMap((terms, clause) =>
    terms.flatMap((one, term) =>
      textsOf(one, reading).flatMap((text) => {
        const tokens = tokenizePhrase(text, whole);
        return tokens === null ? [] : [{ text, whole, match: writePhrase(tokens), tokens, clause, term }];
      }),
    ),
  );
}

/** Tokens between words that are near each other, at most. */
const NEAR = 20;

/** Rows in which the clauses stand near each other; null where they are no plain words, or only one. */
export function writeNear({ clauses }: SearchQuery, reading: Reading): string | null {
  const phrases = listPhrases({ clauses, without: [] }, reading).filter(({ term }) => term === 0);
  if (phrases.length < 2 || clauses.flat().some(({ field }) => field !== null)) return null;
  return `NEAR(${phrases.map(({ match }) => match).join(' ')}, ${NEAR})`;
}

/** All clauses of a query, one of the terms of each. Null when nothing is looked for. */
export function writeMatch(list: ListName, { clauses, without }: SearchQuery, reading: Reading): string | null {
  const positive = clauses
    .map((terms) => terms.map((term) => writeTerm(list, term, reading)).filter((term) => term !== null))
    .filter((terms) => terms.length > 0)
    .map((terms) => `(${terms.join(' OR ')})`);
  return positive.length === 0 ? null : `${positive.join(' AND ')}${writeWithout(list, without)}`;
}

/** Rows that match in the table of a list's texts. */
export const inTexts = (list: ListName, text: string): Match => ({ table: `search_${list}`, text });

/** One character by itself, which all pairs that begin with it would have to be read for; null: more, or less, is looked for. */
export function findCharacter(list: ListName, { clauses, without }: SearchQuery): Match | null {
  const [term, ...others] = clauses.flat();
  if (list !== 'articles' || term === undefined || term.field !== null || others.length + without.length > 0)
    return null;
  const phrase = tokenizePhrase(term.text, true);
  const [token] = phrase?.tokens ?? [];
  return phrase?.open && phrase.tokens.length === 1 ? { table: 'search_characters', text: `"${token}"` } : null;
}

/** What excludes rows, to stand behind what selects them. */
function writeWithout(list: ListName, without: SearchQuery['without']): string {
  return without
    .map((term) => writeTerm(list, term, 'literal'))
    .map((term) => (term === null ? '' : ` NOT ${term}`))
    .join('');
}

/** Whether a clause is wanted just so: a phrase between marks, or in a field. */
const isFirm = (terms: readonly SearchTerm[]) => terms.some(({ exact, field }) => exact || field !== null);

/** What has to stand in rows that are found by any of the words: the clauses that are wanted just so, and nothing of `without`. */
export function writeFirm(list: ListName, { clauses, without }: SearchQuery): string {
  const firm = writeMatch(list, { clauses: clauses.filter(isFirm), without }, 'literal');
  return firm === null ? writeWithout(list, without) : ` AND ${firm}`;
}

/** The phrases of which any will do: the words of a query, and its pairs of characters. */
export function listAlternatives({ clauses }: SearchQuery): { words: TokenPhrase[]; pairs: TokenPhrase[] } {
  const terms = clauses.filter((clause) => !isFirm(clause)).flat();
  const words = new Set(terms.flatMap(({ words }) => words));
  return {
    words: [...words].map((word) => tokenizePhrase(word, true)).filter((phrase) => phrase !== null),
    pairs: terms.flatMap(({ text }) => listPairs(text)),
  };
}
