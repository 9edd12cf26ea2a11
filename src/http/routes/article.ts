/** `/v1/articles/{id}`: one article with its body, and what was found in it. */
import * as z from 'zod';
import { type Article, article } from '../../domain/article.js';
import { ArchiveError } from '../../domain/errors.js';
import { articleNeighbors } from '../../domain/issue.js';
import type { Json } from '../../domain/json.js';
import { quote } from '../../domain/quote.js';
import { statistic } from '../../domain/statistic.js';
import { toJsonLd } from '../../feeds/json-ld.js';
import { findNeighbors } from '../../services/neighbors.js';
import { fromJson } from '../../store/json.js';
import type { Child, ReadStore } from '../../store/store.js';
import { toArticleAddress } from '../addresses.js';
import { pickFieldsOf, wholeListOf } from '../answer.js';
import { exampleArticle, summarize } from '../examples.js';
import { fieldsOf, include } from '../parameters.js';
import { defineRoute } from '../route.js';
import { articleFields } from './articles.js';

export const articleParams = z.object({
  id: z.string().min(1).max(200).meta({
    description: 'Id of the article. Another address of it, percent-encoded, is answered with 308.',
    example: exampleArticle.id,
  }),
});

/** Reads an article that readers may see, or says why there is none. */
export async function readArticle(read: ReadStore, id: string, include: readonly Child[]): Promise<Json<Article>> {
  const found = await read.getArticle(id, include);
  if (found.state === 'published') return found.article;
  if (found.state === 'withdrawn') throw new ArchiveError('withdrawn', 'This article was withdrawn from the archive');
  throw new ArchiveError('not_found', 'The archive has no article with this id');
}

const NOTHING: readonly Child[] = [];
const LINKED_DATA = 'application/ld+json';

export const getArticle = defineRoute({
  operationId: 'getArticle',
  path: '/v1/articles/{id}',
  tag: 'Articles',
  summary: 'Get an article',
  description:
    'One article with its body and its text; its quotes and statistics when include names them. With Accept: application/ld+json a NewsArticle of schema.org, whole.',
  params: articleParams,
  query: z.object({ include, fields: fieldsOf(articleFields) }),
  answer: { description: 'The article.', schema: article, example: exampleArticle },
  caching: 'item',
  errors: ['not_found', 'withdrawn'],
  async handle(context, { params, query: { include = NOTHING, fields }, chooseType }) {
    const { read, origin } = context;
    const vary = 'Accept';
    if (chooseType(['application/json', LINKED_DATA]) === LINKED_DATA) {
      const whole = fromJson(await readArticle(read, params.id, ['quotes', 'statistics']));
      const body = JSON.stringify(toJsonLd(whole, toArticleAddress(whole, context, origin)));
      return { body, type: LINKED_DATA, vary };
    }
    const found = await readArticle(read, params.id, include);
    return { body: pickFieldsOf(found, fields && [...fields, ...include]), vary };
  },
});

export const listArticleQuotes = defineRoute({
  operationId: 'listArticleQuotes',
  path: '/v1/articles/{id}/quotes',
  tag: 'Quotes',
  summary: 'List the quotes of an article',
  description: 'All quotes of one article, in reading order.',
  params: articleParams,
  query: z.object({}),
  answer: {
    description: 'The quotes.',
    schema: wholeListOf(quote),
    example: { data: exampleArticle.quotes },
  },
  caching: 'item',
  errors: ['not_found', 'withdrawn'],
  async handle({ read }, { params }) {
    const { quotes } = fromJson(await readArticle(read, params.id, ['quotes']));
    return { body: JSON.stringify({ data: quotes }) };
  },
});

export const listArticleStatistics = defineRoute({
  operationId: 'listArticleStatistics',
  path: '/v1/articles/{id}/statistics',
  tag: 'Statistics',
  summary: 'List the statistics of an article',
  description: 'All figures of one article, in reading order.',
  params: articleParams,
  query: z.object({}),
  answer: {
    description: 'The statistics.',
    schema: wholeListOf(statistic),
    example: { data: exampleArticle.statistics },
  },
  caching: 'item',
  errors: ['not_found', 'withdrawn'],
  async handle({ read }, { params }) {
    const { statistics } = fromJson(await readArticle(read, params.id, ['statistics']));
    return { body: JSON.stringify({ data: statistics }) };
  },
});

export const getArticleNeighbors = defineRoute({
  operationId: 'getArticleNeighbors',
  path: '/v1/articles/{id}/neighbors',
  tag: 'Navigation',
  summary: 'Get the articles beside one on its printed page',
  description:
    'The previous and the next article of the same page (版) of the printed issue, in the order of `/v1/sources/{slug}/issues/{date}`. Both are null for an article that was not printed.',
  params: articleParams,
  query: z.object({}),
  answer: {
    description: 'The neighbors.',
    schema: articleNeighbors,
    example: { prev: null, next: summarize(exampleArticle) },
  },
  errors: ['not_found', 'withdrawn'],
  async handle({ read }, { params: { id } }) {
    return { body: JSON.stringify(await findNeighbors(read, fromJson(await readArticle(read, id, NOTHING)))) };
  },
});
