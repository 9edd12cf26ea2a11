/** `/v1/articles/{id}/related`: what else there is about the same, and why. */
import * as z from 'zod';
import { ArchiveError } from '../../domain/errors.js';
import { limits, relatedArticle, relatedParameters } from '../../domain/related.js';
import { listRelated } from '../../services/related.js';
import { fromJson } from '../../store/json.js';
import { wholeListOf } from '../answer.js';
import { exampleArticle, summarize } from '../examples.js';
import { readDigits } from '../parameters.js';
import { defineRoute } from '../route.js';
import { articleParams, readArticle } from './article.js';

export const listRelatedArticles = defineRoute({
  operationId: 'listRelatedArticles',
  path: '/v1/articles/{id}/related',
  tag: 'Articles',
  summary: 'List related articles',
  description:
    'Articles that share with this one what few others have — words, people, organizations — with the section and the nearness in time in their favor, the closest first. Articles that repeat the text of another stand last.',
  params: articleParams,
  query: z.object({
    limit: z
      .preprocess(readDigits, relatedParameters.shape.limit)
      .meta({ description: `Articles, at most ${limits.related.max}.`, example: limits.related.default }),
  }),
  answer: {
    description: 'The articles and what they share with this one.',
    schema: wholeListOf(relatedArticle),
    example: {
      data: [
        {
          score: 31.42,
          reprintOf: null,
          reasons: {
            terms: ['引资', '开发区'],
            people: ['邵启元'],
            organizations: [],
            section: 'jing-ji-kai-fa-qu/yuan-qu-dong-tai',
            daysApart: 12,
          },
          article: summarize(exampleArticle),
        },
      ],
    },
  },
  errors: ['not_found', 'withdrawn'],
  async handle({ read }, { params, query: { limit } }) {
    const related = await listRelated(read, fromJson(await readArticle(read, params.id, [])), limit);
    if (related === null) throw new ArchiveError('withdrawn', 'This article was withdrawn from the archive');
    return { body: JSON.stringify({ data: related }) };
  },
});
