/** Queries as people type them: words, "短语", -词, OR and field:词. Any input is one; it decides nothing about where to look. */
import { limits, type SearchField, type SearchQuery, type SearchTerm, searchFields } from '../domain/search.js';
import { type Dictionary, noDictionary } from './dictionary.js';
import { listNumeralForms } from './numeral-forms.js';
import { cutWords } from './segment.js';

/**
 * What stands between blanks: a minus, a field, and then a phrase between marks or a word. Marks inside a word or with more
 * behind them are punctuation, as in a headline that somebody copied.
 */
const PART =
  /(?<!\S)(?<not>[-－−](?=\S))?(?:(?<field>[a-z]{4,7})[:：])?(?:["“”「『](?<phrase>[^"“”」』]*)["“”」』](?!\S)|(?<word>\S+))/giu;
const OR = /^(?:OR|\||｜|或者)$/;

/** Reads a query; its words are those of the dictionary and of jieba. A number is a choice of its forms: 3.2万亿 or 三点二万亿. */
export function parseQuery(input: string, dictionary: Dictionary = noDictionary): SearchQuery {
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
    const exact = phrase !== undefined;
    const terms = listForms(text, exact).map((form) => toTerm(form, field, exact, dictionary));
    if (terms[0]?.words.length === 0) continue;
    if (not !== undefined) without.push(...terms);
    else if (joins) clauses.at(-1)?.push(...terms);
    else clauses.push(terms);
    joins = false;
  }
  return { clauses, without };
}

/** Between the digits of a number, whole or a piece of one: 12,34 was copied from 12,345. */
const SEPARATOR = /(?<=[0-9０-９])[,，](?=[0-9０-９])/g;

/** What a term may look like in a text. What is wanted just so keeps its numbers. */
function listForms(text: string, exact: boolean): string[] {
  const joined = text.replace(SEPARATOR, '');
  return [...new Set([text, joined, ...(exact ? [] : listNumeralForms(joined))])];
}

function toTerm(text: string, field: SearchField | null, exact: boolean, dictionary: Dictionary): SearchTerm {
  return { text, field, exact, words: cutWords(text, dictionary) };
}
