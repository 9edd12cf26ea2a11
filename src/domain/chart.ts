/** Charts over time: articles counted, and figures put under the periods they hold for. */
import * as z from 'zod';
import { statisticInArticle } from './article.js';
import { interval, period } from './interval.js';
import { decimal } from './statistic.js';
import { timeZone } from './time.js';

const chart = z.object({ interval, tz: timeZone.meta({ description: 'Zone of the periods.' }) });

/** Every period, the oldest first, also those without an article. */
export const histogram = chart
  .extend({ data: z.array(z.object({ period, count: z.int().min(0) }).meta({ id: 'HistogramPeriod' })) })
  .meta({ id: 'Histogram' });
export type Histogram = z.infer<typeof histogram>;

/** The figures of one period. */
export const seriesPeriod = z
  .object({
    period,
    count: z.int().min(0),
    min: decimal.nullable().meta({ description: 'The least normalizedValue; null without a figure.' }),
    max: decimal.nullable().meta({ description: 'The greatest normalizedValue or normalizedValueMax.' }),
    statistics: z.array(statisticInArticle).meta({ description: 'By value, the least first.' }),
  })
  .meta({ id: 'SeriesPeriod' });
export type SeriesPeriod = z.infer<typeof seriesPeriod>;

/** Every period, the oldest first, also those without a figure. */
export const series = chart
  .extend({
    truncated: z.boolean().meta({ description: 'Whether there are more figures than were looked at.' }),
    data: z.array(seriesPeriod),
  })
  .meta({ id: 'Series' });
export type Series = z.infer<typeof series>;
