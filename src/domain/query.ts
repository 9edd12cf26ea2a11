/** The parameters every list takes: one set of names and rules for REST, GraphQL and the client; not how a URL writes them. */
import * as z from 'zod';
import { ArchiveError } from './errors.js';
import { quoteKind } from './quote.js';
import { decimal } from './statistic.js';
import { calendarDate, parseRangeEnd, timeZone, toDate } from './time.js';

/** Which date of an article `from`, `to` and the order of a list go by. */
export const dateField = z.enum(['published', 'issue', 'modified']).meta({ id: 'DateField' });
export type DateField = z.infer<typeof dateField>;

export const limits = {
  /** Rows of a page: default and most. */
  page: { default: 20, max: 100 },
  /** Ids in one `ids=` request. */
  ids: 100,
  /** `count=estimated` counts up to here. */
  estimate: 10_000,
  /** Values of one facet, the most frequent. */
  facetValues: 50,
  /** Roles of one person, people of one organization, the newest. */
  roles: 100,
} as const;

/** Text that names something in a filter: bounded, so that no request makes the archive compare novels. */
const name = z.string().min(1).max(200);

const rangeEnd = (which: string, example: string) =>
  z
    .string()
    .min(1)
    .max(40)
    .optional()
    .meta({
      description: `${which} A date is the whole local day, a month (2014-06) or year (2014) all of it; an RFC 3339 instant is exact.`,
      example,
    });

/** What selects articles. Also selects quotes and statistics, by the article they stand in. */
export const articleFilter = z.object({
  section: name.optional().meta({
    description: 'A section and all below it: its slug, its names joined by "/", or its name alone.',
    example: '经济开发区',
  }),
  source: name.optional().meta({ description: 'A source, by slug or name.', example: '临溪日报' }),
  issueDate: calendarDate.optional().meta({ description: 'Date of the printed issue.', example: '2018-10-12' }),
  page: name.optional().meta({ description: 'Page (版) of the printed issue; 5 and 05 are the same.', example: '04' }),
  from: rangeEnd('Not before this.', '2015-07-01'),
  to: rangeEnd('Not after this; it is included.', '2015-07-31'),
  date: dateField.default('published').meta({ description: 'Which date from and to go by.' }),
  tz: timeZone.optional().meta({
    description: 'Zone of the days in from, to and of year, month and day facets; default: the zone of the archive.',
  }),
});
export type ArticleFilter = z.output<typeof articleFilter>;

export const quoteFilter = articleFilter.extend({
  speaker: name.optional().meta({ description: 'Exact speaker.', example: '邵启元' }),
  role: name.optional().meta({ description: 'Words that stand in the role.', example: '董事长' }),
  organization: name.optional().meta({
    description: 'Exact organization of the speaker; also finds what it is the speaker of itself.',
    example: '县气象台',
  }),
  kind: quoteKind.optional().meta({ description: 'How the words are given.', example: 'direct' }),
});
export type QuoteFilter = z.output<typeof quoteFilter>;

export const statisticFilter = articleFilter.extend({
  unit: name.optional().meta({ description: 'Unit as printed or normalized unit.', example: 'CNY' }),
  measure: name.optional().meta({ description: 'Words that stand in what is measured.', example: '投资' }),
  minValue: decimal.max(40).optional().meta({ description: 'Least normalizedValue.', example: '100000000' }),
  maxValue: decimal.max(40).optional().meta({ description: 'Greatest normalizedValue.', example: '1000000000' }),
  asOfFrom: calendarDate
    .optional()
    .meta({ description: 'The figure holds on or after this day.', example: '2015-01-01' }),
  asOfTo: calendarDate
    .optional()
    .meta({ description: 'The figure holds on or before this day.', example: '2015-12-31' }),
});
export type StatisticFilter = z.output<typeof statisticFilter>;

/** The orders a list can have; `-` is descending. Ties go by the order in which the archive took the articles in. */
export const sort = z
  .enum(['-publishedAt', 'publishedAt', '-issueDate', 'issueDate', '-modifiedAt', 'modifiedAt'])
  .meta({ description: 'Order; - is descending. Default: the date that `date` names, newest first.' });
export type Sort = z.infer<typeof sort>;

/** The order a list has when none is asked for: newest first by the date it is filtered by. */
export function defaultSort(date: DateField): Sort {
  return ({ published: '-publishedAt', issue: '-issueDate', modified: '-modifiedAt' } as const)[date];
}

export const count = z.enum(['none', 'estimated', 'exact']).meta({
  description: 'Whether to count all rows: exact may be slow, estimated stops at 10,000.',
  example: 'exact',
});
export type Count = z.infer<typeof count>;

/** Which page of a list. */
export const pageParameters = z.object({
  sort: sort.optional(),
  limit: z.int().min(1).max(limits.page.max).default(limits.page.default).meta({ description: 'Rows of a page.' }),
  cursor: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .meta({ description: 'From `page.next` or `page.prev` of an earlier answer.' }),
  fromEnd: z.boolean().optional().meta({ description: 'Without a cursor: the last page instead of the first.' }),
});
export type PageParameters = z.output<typeof pageParameters>;

/** The orders that the indexes of people and of organizations can have. */
export const indexSort = z.enum(['-quoteCount', 'quoteCount', 'name', '-name']).default('-quoteCount').meta({
  description: 'Order; - is descending. Names go by code point. Default: the most quoted first.',
  example: '-quoteCount',
});
/** Which page of an index. */
export const indexParameters = pageParameters.extend({ sort: indexSort });
export type IndexParameters = z.output<typeof indexParameters>;

/** The facets each list has. A value of `year`, `month` or `day` can be given to `from` and `to`, the others to the filter of their name. */
export const facetNames = {
  articles: ['section', 'source', 'year', 'month', 'day'],
  quotes: ['section', 'source', 'year', 'month', 'day', 'speaker', 'organization'],
  statistics: ['section', 'source', 'year', 'month', 'day', 'unit'],
} as const;
export type FacetName = (typeof facetNames)[keyof typeof facetNames][number];

/** One value of a facet and how many rows of the list have it. */
export const facetValue = z
  .object({
    value: z.string().meta({ description: 'What to give the filter.' }),
    name: z.string().meta({ description: 'For people.' }),
    count: z.int().min(0),
  })
  .meta({ id: 'FacetValue' });
export type FacetValue = z.infer<typeof facetValue>;

/** How many rows a list has in all. */
export const total = z
  .object({
    value: z.int().min(0),
    relation: z.enum(['eq', 'gte']).meta({ description: 'eq: exactly value; gte: value or more.' }),
  })
  .meta({ id: 'Total' });
export type Total = z.infer<typeof total>;

/** A `from`/`to` range as the store compares it: epoch milliseconds, or dates for the printed issue; both ends in. */
export type ResolvedRange =
  | { field: 'published' | 'modified'; from: number | null; to: number | null }
  | { field: 'issue'; from: string | null; to: string | null };

/**
 * Resolves `from`, `to`, `date` and `tz` of a filter. Null when neither end is given. Throws `invalid_parameter` for an
 * end that is no date, and for a range that ends before it starts.
 */
export function resolveRange(
  filter: Pick<ArticleFilter, 'from' | 'to' | 'date' | 'tz'>,
  archiveZone: string,
): ResolvedRange | null {
  const { from, to, date } = filter;
  if (from === undefined && to === undefined) return null;
  const zone = filter.tz ?? archiveZone;
  const ends = {
    from: from === undefined ? null : parseRangeEnd(from, 'from', zone, 'from'),
    to: to === undefined ? null : parseRangeEnd(to, 'to', zone, 'to'),
  };
  if (ends.from !== null && ends.to !== null && ends.from > ends.to) {
    throw new ArchiveError('invalid_parameter', 'from is later than to', {
      parameter: 'from',
      suggestion: 'Swap the two, or leave one out.',
    });
  }
  // A printed issue has a date and no time: an instant stands for the local day it falls on.
  const toDay = (ms: number | null) => (ms === null ? null : toDate(ms, zone));
  return date === 'issue' ? { field: 'issue', from: toDay(ends.from), to: toDay(ends.to) } : { field: date, ...ends };
}
