/** Sources: the newspapers, agencies and sites that articles come from, and the printed issues of a newspaper. */
import * as z from 'zod';
import { calendarDate } from './time.js';

export const sourceReference = z
  .object({
    slug: z.string().meta({ description: 'Pinyin slug, unique in the archive.' }),
    name: z.string().meta({ description: 'Name as printed, without 《》.' }),
  })
  .meta({ id: 'SourceReference', example: { slug: 'wu-jiang-ri-bao', name: '吴江日报' } });
export type SourceReference = z.infer<typeof sourceReference>;

export const source = sourceReference
  .extend({
    articleCount: z.int().min(0),
    issueCount: z.int().min(0).meta({ description: 'Printed issues with at least one article.' }),
    firstIssueDate: calendarDate.nullable(),
    lastIssueDate: calendarDate.nullable(),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof source>;

/** One printed issue of a source. */
export const issue = z
  .object({
    source: sourceReference,
    date: calendarDate,
    pageCount: z.int().min(0).meta({ description: 'Printed pages with at least one article.' }),
    articleCount: z.int().min(0),
  })
  .meta({ id: 'Issue' });
export type Issue = z.infer<typeof issue>;
