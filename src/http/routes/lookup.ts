/** `/v1/articles/lookup`: an article by its URL, or by what it was called elsewhere. */
import * as z from 'zod';
import { article } from '../../domain/article.js';
import { isUrlOf, resolveId } from '../../services/addresses.js';
import { fromJson } from '../../store/json.js';
import { pickFieldsOf } from '../answer.js';
import { exampleArticle } from '../examples.js';
import { fieldsOf, include } from '../parameters.js';
import { redirect } from '../redirect.js';
import { defineRoute } from '../route.js';
import { readArticle } from './article.js';
import { articleFields } from './articles.js';

export const lookUpArticle = defineRoute({
  operationId: 'lookUpArticle',
  path: '/v1/articles/lookup',
  tag: 'Articles',
  summary: 'Look an article up by its URL',
  description:
    'The article with this URL. Http and https, a slash at the end and parameters that only track do not tell URLs apart. A URL that it had before, and any other alias, is answered with 308 and leads to its id.',
  params: z.object({}),
  query: z.object({
    url: z
      .string()
      .min(1)
      .max(2_000)
      .meta({ description: 'The URL, or an alias.', example: 'https://news.example/2015/kaifaqu' }),
    include,
    fields: fieldsOf(articleFields),
  }),
  answer: { description: 'The article.', schema: article, example: exampleArticle },
  caching: 'item',
  errors: ['not_found', 'withdrawn'],
  async handle({ read, origin }, { query: { url, include = [], fields }, address }) {
    const id = await resolveId(read, url);
    const found = await readArticle(read, id, include);
    if (isUrlOf(fromJson(found), url)) return { body: pickFieldsOf(found, fields && [...fields, ...include]) };
    const [, query = ''] = address.split('?', 2);
    const others = query.split('&').filter((pair) => !pair.startsWith('url='));
    return redirect(`${origin}/v1/articles/${id}${others.length > 0 ? `?${others.join('&')}` : ''}`);
  },
});
