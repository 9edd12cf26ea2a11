/**
 * The dictionary that queries are read by. There is one for the whole process, as there is of jieba's; it can be replaced at any
 * moment, and from then on every query is read by the new one.
 */
import type { SearchQuery, Synonyms } from '../domain/search.js';
import { addSynonyms, type Dictionary, noDictionary } from '../text/dictionary.js';
import { parseQuery } from '../text/query.js';

let current: Dictionary = noDictionary;

export function setDictionary(dictionary: Dictionary): void {
  current = dictionary;
}

/** Names the words queries are read by; null: there are none beside jieba's. */
export function getDictionaryVersion(): string | null {
  return current.version;
}

/** What somebody typed, as it is looked for. */
export interface ReadQuery {
  query: SearchQuery;
  /** The words that were typed. */
  tokens: string[];
  /** What is looked for beside them. */
  synonyms: Synonyms[];
  dictionary: string | null;
}

/** Reads a query. Any text is one. */
export function readQuery(q: string): ReadQuery {
  const typed = parseQuery(q, current);
  const tokens = [...new Set(typed.clauses.flat().flatMap(({ words }) => words))];
  return { ...addSynonyms(typed, current), tokens, dictionary: current.version };
}
