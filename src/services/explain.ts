/** Explaining a search: how a query was read, and why it finds an article where it does. */
import type { Explanation } from '../domain/explanation.js';
import type { ReadStore } from '../store/store.js';
import { normalizeText } from '../text/normalize.js';
import { readQuery } from './dictionary.js';

/** Explains what a search for articles by relevance makes of one. Null: there is no such article. */
export async function explainSearch(read: ReadStore, q: string, id: string): Promise<Explanation | null> {
  const { query, ...understood } = readQuery(q);
  const found = await read.explainSearch(query, id);
  if (found === null) return null;
  const { strategy, ...explained } = found;
  return { id, normalized: normalizeText(q), search: { ...understood, strategy }, ...explained };
}
