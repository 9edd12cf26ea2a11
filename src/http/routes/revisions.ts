/** `/v1/articles/{id}/revisions`: what an article said before, what changed since, and going back to it. */
import * as z from 'zod';
import { article } from '../../domain/article.js';
import { requireScope } from '../../domain/key.js';
import { quote } from '../../domain/quote.js';
import { statistic } from '../../domain/statistic.js';
import { instant } from '../../domain/time.js';
import { compareArticles } from '../../services/differences.js';
import { exampleArticle } from '../examples.js';
import { defineWritingRoute } from '../route.js';
import { articleParams } from './article.js';
import { renderArticle, requireSeen } from './edit.js';

const { id } = articleParams.shape;
const number = z.coerce.number().int().min(1);
const ofArticle = z.object({ id });
const ofRevision = z.object({ id, revision: number.meta({ description: 'Number of the revision.', example: 1 }) });

const listed = z
  .object({ revision: z.int(), modifiedAt: instant, title: z.string(), isCurrent: z.boolean() })
  .meta({ id: 'Revision' });

const itemDifferences = <T extends z.ZodType>(item: T) =>
  z.object({ added: z.array(item), removed: z.array(item), altered: z.array(z.object({ from: item, to: item })) });
const differences = z
  .object({
    fields: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    quotes: itemDifferences(quote),
    statistics: itemDifferences(statistic),
  })
  .meta({ id: 'ArticleDifferences' });

const none = { added: [], removed: [], altered: [] };
const common = { tag: 'Editing' as const, scope: 'edit' as const, errors: ['not_found', 'withdrawn'] as const };

export const listRevisions = defineWritingRoute({
  ...common,
  operationId: 'listRevisions',
  path: '/v1/articles/{id}/revisions',
  summary: 'List the revisions of an article',
  description:
    'The states of an article in which readers saw something else, the newest first. Changes that nobody sees leave none.',
  params: ofArticle,
  query: z.object({}),
  answer: {
    description: 'The revisions.',
    schema: z.object({ data: z.array(listed) }),
    example: {
      data: [{ revision: 2, modifiedAt: exampleArticle.modifiedAt, title: exampleArticle.title, isCurrent: true }],
    },
  },
  async handle({ services }, { params, key }) {
    requireScope(key, 'edit');
    const data = await services.edit.listRevisions(params.id, key);
    const rows = data.map(({ revision, modifiedAt, title }, at) => ({
      revision,
      modifiedAt,
      title,
      isCurrent: at === 0,
    }));
    return { body: JSON.stringify({ data: rows }) };
  },
});

export const getRevision = defineWritingRoute({
  ...common,
  operationId: 'getRevision',
  path: '/v1/articles/{id}/revisions/{revision}',
  summary: 'Get a revision of an article',
  description: 'What the article said then, quotes and statistics included.',
  params: ofRevision,
  query: z.object({}),
  answer: { description: 'The article as it was.', schema: article, example: exampleArticle },
  async handle({ services }, { params, key }) {
    requireScope(key, 'edit');
    return { body: JSON.stringify(await services.edit.getRevision(params.id, key, params.revision)) };
  },
});

export const diffRevision = defineWritingRoute({
  ...common,
  operationId: 'diffRevision',
  path: '/v1/articles/{id}/revisions/{revision}/diff',
  summary: 'See what changed since a revision',
  description: 'What another revision, or the article as it is now, says otherwise: fields, quotes and statistics.',
  params: ofRevision,
  query: z.object({
    to: number
      .optional()
      .meta({ description: 'The revision to compare with; the current one when not given.', example: 2 }),
  }),
  answer: {
    description: 'The differences.',
    schema: differences,
    example: { fields: [{ field: 'title', from: '旧题', to: '新题' }], quotes: none, statistics: none },
  },
  async handle({ services }, { params: { id, revision }, query: { to }, key }) {
    requireScope(key, 'edit');
    const from = await services.edit.getRevision(id, key, revision);
    return { body: JSON.stringify(compareArticles(from, await services.edit.getRevision(id, key, to))) };
  },
});

export const revertArticle = defineWritingRoute({
  ...common,
  operationId: 'revertArticle',
  method: 'POST',
  path: '/v1/articles/{id}/revisions/{revision}/revert',
  summary: 'Go back to a revision',
  description:
    'Sets all fields as they were then, as an edit: a new revision, and what was there since is kept. Corrections of quotes and statistics stay as they are.',
  params: ofRevision,
  query: z.object({}),
  headers: ['If-Match'],
  answer: { description: 'The article as it is now.', schema: article, example: exampleArticle },
  errors: [...common.errors, 'precondition_failed', 'precondition_required'],
  async handle(context, { params: { id, revision }, header, key }) {
    requireScope(key, 'edit');
    await context.services.edit.revert(id, revision, requireSeen(context, header('if-match')), key);
    return renderArticle(context, id);
  },
});
