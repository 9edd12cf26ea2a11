/** A change as readers get it: its instant in the zone of the archive and, when asked for, the article as it is now. */
import * as z from 'zod';
import { article } from './article.js';
import { change } from './change.js';
import { instant } from './time.js';

export const changeEntry = change
  .extend({
    at: instant.meta({ description: 'When it was made.' }),
    article: article
      .nullable()
      .optional()
      .meta({ description: 'With include=article: the article as it is now; null when it is gone.' }),
    order: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'With include=article,order: the number by which articles of one date are ordered.' }),
  })
  .meta({ id: 'ChangeEntry' });
export type ChangeEntry = z.infer<typeof changeEntry>;
