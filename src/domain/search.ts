/** Searches: what is looked for, as parsed from what somebody typed, and how it was found. */
import * as z from 'zod';

/** The parts of an article that a word can be asked for in. */
export const searchFields = ['title', 'lead', 'section', 'speaker'] as const;
export type SearchField = (typeof searchFields)[number];

/** One thing to be found. */
export interface SearchTerm {
  /** As typed, without marks. */
  text: string;
  /** Where it has to stand; null: anywhere. */
  field: SearchField | null;
  /** Given between quotation marks: it is never taken apart. */
  exact: boolean;
  /** Its words, as a dictionary cuts them. */
  words: readonly string[];
}

/** What is looked for: one term of every clause, and none of `without`. */
export interface SearchQuery {
  clauses: readonly (readonly SearchTerm[])[];
  without: readonly SearchTerm[];
}

export const limits = {
  /** Of a query, in characters; what is longer is cut off. */
  query: 400,
  /** Terms of a query; the others are left out. */
  terms: 32,
  /** Rows that can be paged through by relevance. */
  ranked: 1_000,
} as const;

/** The orders that found rows can have. */
export const searchSort = z.enum(['relevance', '-publishedAt', 'publishedAt']).default('relevance').meta({
  description: 'Order: the best first, or by date; - is descending.',
  example: 'relevance',
});
export type SearchSort = z.infer<typeof searchSort>;

/**
 * The blend of relevance with recency: what was published so many days before the newest find weighs three quarters of what it
 * would, what is much older half. How it was found still counts before that.
 */
export const searchHalfLife = z.int().min(1).max(36_500);

/** How rows were found: as typed; inside longer words too; by all words anywhere; by any of them. The first that finds enough. */
export const searchStrategy = z
  .enum(['literal', 'substring', 'all', 'any'])
  .meta({ id: 'SearchStrategy', description: 'How far the search had to go.' });
export type SearchStrategy = z.infer<typeof searchStrategy>;

/** A word of a query, and what is looked for beside it. */
export const synonyms = z
  .object({
    word: z.string().meta({ description: 'As it was typed, in the form texts are compared in.' }),
    also: z.array(z.string()).meta({ description: 'Words that mean the same.' }),
  })
  .meta({ id: 'Synonyms' });
export type Synonyms = z.infer<typeof synonyms>;

/** What a search says about itself. */
export const searchReport = z
  .object({
    tokens: z.array(z.string()).meta({ description: 'The words that were looked for.' }),
    strategy: searchStrategy,
    synonyms: z
      .array(synonyms)
      .meta({ description: 'What was looked for beside them, by the dictionary of the server.' }),
    dictionary: z
      .string()
      .nullable()
      .meta({ description: 'Version of the dictionary of the server; null: it has none of its own.' }),
    didYouMean: z.array(z.string()).meta({
      description:
        'When nothing holds all that was looked for: queries like this one that find something, the likeliest first.',
    }),
  })
  .meta({ id: 'SearchReport' });
export type SearchReport = z.infer<typeof searchReport>;
