/** Printed issues page by page: what stands on each page, and beside an article on it. */
import * as z from 'zod';
import { articleSummary } from './article.js';
import { issue } from './source.js';

/** One printed issue, page by page. */
export const issueWithPages = issue
  .extend({
    pages: z.array(
      z.object({
        page: z.string().nullable().meta({ description: 'Page (版) as printed; null: not known.', example: '05' }),
        articles: z.array(articleSummary),
      }),
    ),
  })
  .meta({ id: 'IssueWithPages' });
export type IssueWithPages = z.infer<typeof issueWithPages>;

/** Where an article stands among those of its printed page. */
export const articleNeighbors = z
  .object({
    prev: articleSummary.nullable().meta({ description: 'The article before it; null: it is the first.' }),
    next: articleSummary.nullable().meta({ description: 'The article after it; null: it is the last.' }),
  })
  .meta({ id: 'ArticleNeighbors' });
export type ArticleNeighbors = z.infer<typeof articleNeighbors>;
