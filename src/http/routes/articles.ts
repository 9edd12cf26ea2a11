/** `/v1/articles`: the articles of the archive, filtered and in order, or by their ids. */
import * as z from 'zod';
import { article, articleContent, articleSummary } from '../../domain/article.js';
import { ArchiveError } from '../../domain/errors.js';
import { articleFilter, facetNames } from '../../domain/query.js';
import { resolveIds } from '../../services/addresses.js';
import { readPage } from '../../services/list.js';
import { type Answer, countedListOf, pickFields, renderPage } from '../answer.js';
import { exampleArticle, exampleFacets, examplePage, summarize } from '../examples.js';
import { facetsOf, fieldsOf, ids, include, listing } from '../parameters.js';
import { defineRoute, filterErrors, type RouteContext, type RouteInput } from '../route.js';

const contentFields = Object.keys(articleContent.shape);

/** The top-level fields an article can be asked for by name; its children come with `include`. */
export const articleFields = articleSummary.extend(articleContent.shape).keyof().options as [string, ...string[]];

const query = articleFilter.extend(listing.shape).extend({
  ids,
  include,
  fields: fieldsOf(articleFields, ' body and text are only given when they are named.'),
  facets: facetsOf(facetNames.articles),
});
type Query = z.output<typeof query>;

const articleInList = article.partial({ body: true, text: true }).meta({
  id: 'ArticleInList',
  description: 'An article as lists give it: body and text only when fields names them.',
});

/** Whether any of the fields is one that summaries leave out. */
const needContent = (fields: readonly string[] | undefined) =>
  fields?.some((field) => contentFields.includes(field)) ?? false;

const defaults: Query = query.parse({});
const besideIds: readonly string[] = ['ids', 'include', 'fields'];

async function listByIds({ read, origin }: RouteContext, { query, address }: RouteInput<unknown, Query>) {
  for (const [name, value] of Object.entries(query)) {
    if (besideIds.includes(name) || value === defaults[name as keyof Query]) continue;
    throw new ArchiveError('invalid_parameter', `ids does not go with ${name}`, {
      parameter: name,
      suggestion: 'With ids give only fields and include.',
    });
  }
  const { include = [], fields } = query;
  const distinct = [...new Set(await resolveIds(read, query.ids ?? []))];
  const items = await read.getArticles(distinct, { include, content: needContent(fields) });
  return renderPage(
    { items: pickFields(items, fields && [...fields, ...include]), next: null, prev: null },
    { limit: distinct.length, address, origin },
  );
}

async function listByFilter(context: RouteContext, { query, address }: RouteInput<unknown, Query>): Promise<Answer> {
  const { q, sort, limit, cursor, count, ids: _, include = [], fields, facets, ...filter } = query;
  const { read, origin } = context;
  const asked = { q, sort, limit, cursor, count, facets };
  const page = await readPage(read, 'articles', filter, asked, { include, content: needContent(fields) });
  const items = pickFields(page.items, fields && [...fields, ...include]);
  return renderPage({ ...page, items }, { limit, address, origin }, page);
}

export const listArticles = defineRoute({
  operationId: 'listArticles',
  path: '/v1/articles',
  tag: 'Articles',
  summary: 'List articles',
  description:
    'Articles by section, source, printed issue and date, newest first, page by page; or, with ids, these articles in this order.',
  params: z.object({}),
  query,
  answer: {
    description: 'A page of articles.',
    schema: countedListOf(articleInList, facetNames.articles),
    example: {
      data: [{ ...summarize(exampleArticle), quotes: exampleArticle.quotes, statistics: exampleArticle.statistics }],
      page: examplePage,
      total: { value: 1, relation: 'eq' },
      facets: { section: exampleFacets.section, year: exampleFacets.year },
    },
  },
  errors: filterErrors,
  handle: (context, input) =>
    input.query.ids === undefined ? listByFilter(context, input) : listByIds(context, input),
});
