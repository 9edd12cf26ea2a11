/** Explanations: why a search finds an article, and what each of the reasons weighs. */
import * as z from 'zod';
import { searchReport, searchStrategy } from './search.js';

export const scorePart = z
  .object({
    step: searchStrategy,
    part: z.enum(['step', 'words', 'nearness', 'pairs']).meta({
      description:
        'step: that the article was found by this step at all; words: how often they stand where; nearness: that they stand near each other; pairs: pairs of characters of them.',
    }),
    score: z.number(),
  })
  .meta({ id: 'ScorePart' });
export type ScorePart = z.infer<typeof scorePart>;

export const phraseMatch = z
  .object({
    clause: z
      .int()
      .min(1)
      .meta({ description: 'Number of the clause it belongs to: one phrase of each clause is wanted.' }),
    text: z.string().meta({ description: 'What is looked for: a text as typed, a synonym, or a word of it.' }),
    fields: z.array(z.string()).meta({
      description: 'Where it stands: title, lead, headings, body, section, speaker, credits; none: nowhere.',
    }),
  })
  .meta({ id: 'PhraseMatch' });
export type PhraseMatch = z.infer<typeof phraseMatch>;

export const explanation = z
  .object({
    id: z.string(),
    normalized: z.string().meta({ description: 'The query in the form texts are compared in.' }),
    search: searchReport.omit({ didYouMean: true }),
    matches: z.array(phraseMatch).meta({ description: 'Every phrase of the query, and where the article has it.' }),
    place: z.int().min(1).nullable().meta({ description: 'Place among the finds by relevance; null: not among them.' }),
    score: z.number().nullable().meta({ description: 'What /v1/search gives it, but for rounding; null: not found.' }),
    parts: z.array(scorePart).meta({ description: 'What the score is the sum of.' }),
  })
  .meta({ id: 'SearchExplanation' });
export type Explanation = z.infer<typeof explanation>;

/** What the archive knows of it. */
export type FoundExplanation = Pick<Explanation, 'matches' | 'place' | 'score' | 'parts'> & {
  strategy: z.infer<typeof searchStrategy>;
};
