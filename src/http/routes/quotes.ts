/** `/v1/quotes`: the quotes of all articles, as a list in its own right. */
import * as z from 'zod';
import { quoteInArticle } from '../../domain/article.js';
import { facetNames, quoteFilter } from '../../domain/query.js';
import { readPage } from '../../services/list.js';
import { type Answer, countedListOf, pickFields, renderPage } from '../answer.js';
import { exampleFacets, examplePage, exampleQuote } from '../examples.js';
import { facetsOf, fieldsOf, listing } from '../parameters.js';
import { defineRoute, filterErrors, type RouteContext } from '../route.js';

const names = quoteInArticle.keyof().options as [string, ...string[]];

const query = quoteFilter
  .extend(listing.shape)
  .extend({ fields: fieldsOf(names), facets: facetsOf(facetNames.quotes) });
type Query = z.output<typeof query>;

/** What every list of quotes takes and answers; one of a person or an organization has that in its path. */
export const quoteList = {
  query,
  answer: {
    description: 'A page of quotes, each with the article it stands in.',
    schema: countedListOf(quoteInArticle, facetNames.quotes),
    example: {
      data: [exampleQuote],
      page: examplePage,
      total: { value: 1, relation: 'eq' },
      facets: { source: exampleFacets.source, speaker: exampleFacets.speaker },
    },
  },
  async handle({ read, origin }: RouteContext, query: Query, address: string): Promise<Answer> {
    const { q, sort, limit, cursor, count, fields, facets, ...filter } = query;
    const page = await readPage(read, 'quotes', filter, { q, sort, limit, cursor, count, facets });
    return renderPage({ ...page, items: pickFields(page.items, fields) }, { limit, address, origin }, page);
  },
};

export const listQuotes = defineRoute({
  operationId: 'listQuotes',
  path: '/v1/quotes',
  tag: 'Quotes',
  summary: 'List quotes',
  description:
    'Quotes by speaker, role, organization and kind, and by the article they stand in, newest article first.',
  params: z.object({}),
  query: quoteList.query,
  answer: quoteList.answer,
  errors: filterErrors,
  handle: (context, { query, address }) => quoteList.handle(context, query, address),
});
