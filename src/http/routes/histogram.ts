/** `/v1/articles/histogram`: how many articles each year, month or day has, for charts. */
import * as z from 'zod';
import { histogram } from '../../domain/chart.js';
import { interval, MOST_PERIODS } from '../../domain/interval.js';
import { articleFilter } from '../../domain/query.js';
import { readHistogram } from '../../services/histogram.js';
import { searchText } from '../parameters.js';
import { defineRoute, filterErrors } from '../route.js';

export const countArticlesOverTime = defineRoute({
  operationId: 'countArticlesOverTime',
  path: '/v1/articles/histogram',
  tag: 'Articles',
  summary: 'Count articles over time',
  description: `How many articles each year, month or day has, those without any too, by the date that \`date\` names, in the zone \`tz\`; at most ${MOST_PERIODS} periods. Articles without such a date are in none.`,
  params: z.object({}),
  query: articleFilter.extend({
    q: searchText.optional(),
    interval: interval.default('month').meta({ description: 'How long a period is.', example: 'month' }),
  }),
  answer: {
    description: 'The periods, the oldest first.',
    schema: histogram,
    example: {
      interval: 'month',
      tz: '+08:00',
      data: [
        { period: '2015-06', count: 0 },
        { period: '2015-07', count: 1 },
      ],
    },
  },
  errors: filterErrors.filter((code) => code !== 'invalid_cursor'),
  async handle({ read }, { query }) {
    const { q, interval, ...filter } = query;
    return { body: JSON.stringify(await readHistogram(read, filter, interval, q)) };
  },
});
