/** `articleHistogram`, `statisticSeries` and `coverage`: what there is over time. */
import * as z from 'zod';
import { calendarDate } from '../../domain/time.js';
import { readCoverage } from '../../services/coverage.js';
import { readHistogram } from '../../services/histogram.js';
import { readSeries } from '../../services/series.js';
import { checkArguments, omitNull } from '../arguments.js';
import type { Resolvers } from '../resolver-types.js';
import { readFilter } from './lists.js';

const days = z.object({ from: calendarDate.optional(), to: calendarDate.optional() });

export const chartResolvers = {
  Query: {
    articleHistogram: (_, { interval, ...given }, { read }) => {
      const { q, ...filter } = omitNull(given) as { q?: string };
      return readHistogram(read, readFilter('articles', filter), interval ?? 'month', q);
    },
    statisticSeries: (_, { interval, basis, ...given }, { read }) =>
      readSeries(read, readFilter('statistics', given), { interval: interval ?? 'year', basis: basis ?? undefined }),
    coverage: (_, { source, ...range }, { read }) => readCoverage(read, source, checkArguments(days, range)),
  },
} satisfies Resolvers;
