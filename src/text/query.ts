/** Queries as people type them: words, "短语", -词, OR and field:词. Any input is one; it decides nothing about where to look. */
import { limits, type SearchField, type SearchQuery, type SearchTerm, searchFields } from '../domain/search.js';
import { cutWords } from './segment.js';

/** A minus, a field, and then a phrase between marks or all up to the next blank. */
const PART =
  /(?<not>[-－−](?=\S))?(?:(?<field>[a-z]{4,7})[:：])?(?:["“”「『](?<phrase>[^"“”」』]*)["“”」』]?|(?<word>[^\s"“”「『]+))/giu;
const OR = /^(?:OR|\||｜|或者)$/;

/** Reads a query. */
export function parseQuery(input: string): SearchQuery {
  const clauses: SearchTerm[][] = [];
  const without: SearchTerm[] = [];
  let joins = false;
  for (const { groups = {} } of input.slice(0, limits.query).matchAll(PART)) {
    if (clauses.flat().length + without.length >= limits.terms) break;
    const { not, phrase, word } = groups;
    if (word !== undefined && groups.field === undefined && OR.test(word)) {
      joins = clauses.length > 0;
      continue;
    }
    const field = searchFields.find((name) => name === groups.field?.toLowerCase()) ?? null;
    // What is no field is a word with a colon in it.
    const text =
      `${field === null && groups.field !== undefined ? `${groups.field} ` : ''}${phrase ?? word ?? ''}`.trim();
    const term = toTerm(text, field, phrase !== undefined);
    if (term.words.length === 0) continue;
    if (not !== undefined) without.push(term);
    else if (joins) clauses.at(-1)?.push(term);
    else clauses.push([term]);
    joins = false;
  }
  return { clauses, without };
}

function toTerm(text: string, field: SearchField | null, exact: boolean): SearchTerm {
  return { text, field, exact, words: cutWords(text) };
}
