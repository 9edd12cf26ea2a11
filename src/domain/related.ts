/** Articles that have to do with another one, and why. */
import * as z from 'zod';
import { articleSummary } from './article.js';

export const limits = { related: { default: 5, max: 20 } } as const;

export const relatedReasons = z
  .object({
    terms: z.array(z.string()).meta({ description: 'Words that both have and few others do, the most telling first.' }),
    people: z.array(z.string()).meta({ description: 'People quoted in both.' }),
    organizations: z.array(z.string()).meta({ description: 'Organizations whose people are quoted in both.' }),
    section: z.string().nullable().meta({ description: 'Slug of the section that both stand in.' }),
    daysApart: z.int().min(0).nullable().meta({ description: 'Days between the two; null when either has no date.' }),
  })
  .meta({ id: 'RelatedReasons' });

export const relatedArticle = z
  .object({
    score: z.number().meta({ description: 'What the reasons weigh; comparable within one answer only.' }),
    reprintOf: z.string().nullable().meta({
      description:
        'Id of the article whose text it repeats: the one that was asked about, or one before it. Such ones stand last.',
    }),
    reasons: relatedReasons,
    article: articleSummary,
  })
  .meta({ id: 'RelatedArticle' });
export type RelatedArticle = z.infer<typeof relatedArticle>;

export const relatedParameters = z.object({
  limit: z.int().min(1).max(limits.related.max).default(limits.related.default),
});

/** A word of an article, and how much it says of it there. */
export interface WeighedWord {
  text: string;
  weight: number;
}
