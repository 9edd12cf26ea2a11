/** Suggestions: what somebody who has typed a beginning may be looking for. */
import * as z from 'zod';
import { span } from './span.js';

export const suggestionType = z
  .enum(['section', 'source', 'organization', 'person', 'title'])
  .meta({ id: 'SuggestionType', description: 'What is suggested.' });
export type SuggestionType = z.infer<typeof suggestionType>;

export const limits = {
  /** Of what was typed, in characters. */
  typed: 100,
  /** Suggestions of one answer: default and most. */
  suggestions: { default: 10, max: 50 },
} as const;

export const suggestion = z
  .object({
    type: suggestionType,
    text: z.string().meta({ description: 'The name or title.' }),
    html: z.string().meta({ description: 'The text escaped, what was typed of it in <mark>.' }),
    marks: z.array(span).meta({ description: 'What was typed of it, by its place in text.' }),
    value: z.string().meta({
      description:
        'Where it leads: the value of the filter section or source, the name under /v1/organizations or /v1/people, the id of the newest article with this title.',
    }),
    context: z
      .string()
      .nullable()
      .meta({ description: 'Of a section, the names above it; of a title, the day of its newest article.' }),
    count: z.int().min(1).meta({ description: 'Articles that have it.' }),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof suggestion>;

/** What suggestions are asked with. */
export const suggestionParameters = z.object({
  q: z
    .string()
    .min(1)
    .max(limits.typed)
    .meta({
      description: `What was typed so far: Chinese, pinyin, or initials of pinyin; at most ${limits.typed} characters.`,
      example: 'lxrb',
    }),
  types: z.array(suggestionType).min(1).max(suggestionType.options.length).default(suggestionType.options),
  limit: z.int().min(1).max(limits.suggestions.max).default(limits.suggestions.default),
});
export type SuggestionQuery = z.output<typeof suggestionParameters>;
