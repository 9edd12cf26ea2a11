/** Queries as FTS5 has them: every term becomes phrases of tokens, so that no input can be a syntax error. */
import type { SearchField, SearchQuery, SearchTerm } from '../../domain/search.js';
import { listPairs, type TokenPhrase, tokenizePhrase } from '../../text/search-tokens.js';
import type { ListName } from '../store.js';

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

function writeTerm(list: ListName, term: SearchTerm, reading: Reading): string | null {
  const column = term.field === null ? undefined : fieldColumns[list][term.field];
  const texts = reading === 'all' && !term.exact ? term.words : term.text.split(/\s+/);
  const phrases = (term.exact ? [term.text] : texts)
    .map((text) => tokenizePhrase(text, reading !== 'substring'))
    .filter((phrase) => phrase !== null)
    .map(writePhrase);
  if (phrases.length === 0) return null;
  return `${column === undefined ? '' : `${column} : `}(${phrases.join(' AND ')})`;
}

/** All clauses of a query, one of the terms of each. Null when nothing is looked for. */
export function writeMatch(list: ListName, { clauses, without }: SearchQuery, reading: Reading): string | null {
  const positive = clauses
    .map((terms) => terms.map((term) => writeTerm(list, term, reading)).filter((term) => term !== null))
    .filter((terms) => terms.length > 0)
    .map((terms) => `(${terms.join(' OR ')})`);
  return positive.length === 0 ? null : `${positive.join(' AND ')}${writeWithout(list, without)}`;
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
