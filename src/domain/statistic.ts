/** Statistics: which figure, in which unit, of what, as of when. */
import * as z from 'zod';
import { confidence, span } from './span.js';
import { calendarDate } from './time.js';

/** A decimal number as text, so that no digit is lost on the way. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: 'A decimal number, as text so that no digit is lost.', example: '5600' });

export const statisticBasis = z.enum(['level', 'yoy', 'mom', 'share', 'change', 'rank']).meta({
  id: 'StatisticBasis',
  description:
    'level: how much there is; yoy, mom: change on the year, on the month; share: part of a whole; change: any other change; rank: a place in an order.',
});
export type StatisticBasis = z.infer<typeof statisticBasis>;

/** The time a figure holds for: the words and, where they can be resolved against the article, the dates. */
export const asOf = z
  .object({
    text: z.string().meta({ description: 'The time expression as printed.' }),
    from: calendarDate.nullable().meta({ description: 'First day; null when open or not resolved.' }),
    to: calendarDate.nullable().meta({ description: 'Last day; null when not resolved.' }),
  })
  .meta({ id: 'AsOf', example: { text: '截至6月', from: null, to: '2014-06-30' } });
export type AsOf = z.infer<typeof asOf>;

/** A statistic as its article carries it. */
export const statistic = z
  .object({
    id: z.string().meta({ description: 'Stable: the same figure in the same article keeps it.' }),
    text: z.string().meta({ description: 'The figure as printed, with unit and qualifiers.' }),
    value: decimal.meta({ description: 'The number as printed, before its magnitude: 25亿元 gives "25".' }),
    valueMax: decimal.nullable().meta({ description: 'Upper end of a range.' }),
    qualifier: z.string().nullable().meta({ description: '近, 约, 多, 超过 …; several joined with 、' }),
    unit: z.string().nullable().meta({ description: 'Magnitude and measure word as printed: 亿元.' }),
    measure: z.string().nullable().meta({ description: 'What is counted or measured.' }),
    asOf: asOf.nullable(),
    normalizedValue: decimal.nullable().meta({ description: 'The value in normalizedUnit.' }),
    normalizedValueMax: decimal.nullable(),
    normalizedUnit: z.string().nullable().meta({ description: 'Base unit: CNY, USD, %, 人, 平方米 …' }),
    basis: statisticBasis,
    span,
    confidence,
    rule: z.string().meta({ description: 'The extraction rule that found it.' }),
  })
  .meta({ id: 'Statistic' });
export type Statistic = z.infer<typeof statistic>;
