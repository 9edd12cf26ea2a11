/** `/v1/statistics/series`: what figures say for each year, month or day, for charts. */
import * as z from 'zod';
import { series } from '../../domain/chart.js';
import { interval, MOST_PERIODS } from '../../domain/interval.js';
import { statisticFilter } from '../../domain/query.js';
import { statisticBasis } from '../../domain/statistic.js';
import { MOST_FIGURES, readSeries } from '../../services/series.js';
import { exampleStatistic } from '../examples.js';
import { defineRoute, filterErrors } from '../route.js';

const { normalizedValue } = exampleStatistic;

export const listStatisticSeries = defineRoute({
  operationId: 'listStatisticSeries',
  path: '/v1/statistics/series',
  tag: 'Statistics',
  summary: 'List statistics over time',
  description: `Figures of one unit, put under the year, month or day they hold for: the last day of \`asOf\`, or else the day of their article. Periods without a figure are there, too; at most ${MOST_PERIODS}. Of more than ${MOST_FIGURES} figures, those of the newest articles are given; figures without a normalized value are left out. \`from\` and \`to\` are about the article, \`asOfFrom\` and \`asOfTo\` about the figure.`,
  params: z.object({}),
  query: statisticFilter.extend({
    unit: statisticFilter.shape.unit
      .unwrap()
      .meta({ description: 'Unit as printed or normalized unit.', example: 'CNY' }),
    basis: statisticBasis.optional().meta({ description: 'Only figures of this basis.', example: 'level' }),
    interval: interval.default('year').meta({ description: 'How long a period is.', example: 'year' }),
  }),
  answer: {
    description: 'The periods, the oldest first.',
    schema: series,
    example: {
      interval: 'year',
      tz: '+08:00',
      truncated: false,
      data: [
        { period: '2015', count: 1, min: normalizedValue, max: normalizedValue, statistics: [exampleStatistic] },
        { period: '2016', count: 0, min: null, max: null, statistics: [] },
      ],
    },
  },
  errors: filterErrors.filter((code) => code !== 'invalid_cursor'),
  async handle({ read }, { query }) {
    const { interval, basis, ...filter } = query;
    return { body: JSON.stringify(await readSeries(read, filter, { interval, basis })) };
  },
});
