/** `/v1/statistics`: the statistics of all articles, as a list in its own right. */
import * as z from 'zod';
import { statisticInArticle } from '../../domain/article.js';
import { facetNames, statisticFilter } from '../../domain/query.js';
import { readPage } from '../../services/list.js';
import { countedListOf, pickFields, renderPage } from '../answer.js';
import { exampleFacets, examplePage, exampleStatistic } from '../examples.js';
import { facetsOf, fieldsOf, listing } from '../parameters.js';
import { defineRoute, filterErrors } from '../route.js';

const names = statisticInArticle.keyof().options as [string, ...string[]];

export const listStatistics = defineRoute({
  operationId: 'listStatistics',
  path: '/v1/statistics',
  tag: 'Statistics',
  summary: 'List statistics',
  description:
    'Figures by unit, measure, value and the time they hold for, and by the article they stand in, newest article first.',
  params: z.object({}),
  query: statisticFilter
    .extend(listing.shape)
    .extend({ fields: fieldsOf(names), facets: facetsOf(facetNames.statistics) }),
  answer: {
    description: 'A page of statistics, each with the article it stands in.',
    schema: countedListOf(statisticInArticle, facetNames.statistics),
    example: {
      data: [exampleStatistic],
      page: examplePage,
      total: { value: 1, relation: 'eq' },
      facets: { source: exampleFacets.source, unit: exampleFacets.unit },
    },
  },
  errors: filterErrors,
  async handle({ read, origin }, { query, address }) {
    const { q, sort, limit, cursor, count, fields, facets, ...filter } = query;
    const page = await readPage(read, 'statistics', filter, { q, sort, limit, cursor, count, facets });
    return renderPage({ ...page, items: pickFields(page.items, fields) }, { limit, address, origin }, page);
  },
});
