/** Finds quotes in the text of an article: who said what, in which capacity. */
import type { TextLayout } from '../domain/article.js';
import type { Quote } from '../domain/quote.js';

/** A quote before it has an id. */
export type FoundQuote = Omit<Quote, 'id'>;

/** Finds the quotes of an article, in reading order. Pure; linear in the length of the text. */
export function extractQuotes(_layout: TextLayout): FoundQuote[] {
  return [];
}
