/** `/v1/unpublished`: drafts, scheduled and withdrawn articles, for editors. No other door knows them. */
import * as z from 'zod';
import { article } from '../../domain/article.js';
import { ArchiveError } from '../../domain/errors.js';
import { previewArticle } from '../../domain/preview.js';
import { formatInstant, instant } from '../../domain/time.js';
import type { UnpublishedArticle } from '../../domain/write.js';
import { exampleArticle } from '../examples.js';
import { paging } from '../parameters.js';
import { defineWritingRoute, type WritingContext } from '../route.js';

const standing = {
  status: z.enum(['draft', 'scheduled', 'withdrawn']),
  publishAt: instant.nullable().meta({ description: 'When it is to be published; null: nobody said.' }),
};
const listed = z
  .object({
    id: z.string(),
    title: z.string(),
    source: z.string().nullable(),
    section: z.array(z.string()),
    ...standing,
  })
  .meta({ id: 'UnpublishedSummary' });
const unpublished = z.object({ ...standing, article }).meta({ id: 'UnpublishedArticle' });

const toInstant = (at: number | null, timeZone: string) => (at === null ? null : formatInstant(at, timeZone));

async function render({ read, services }: WritingContext, { status, publishAt, write }: UnpublishedArticle) {
  const { timeZone } = await read.getState();
  const article = previewArticle(write, services.clock(), timeZone);
  return JSON.stringify({ status, publishAt: toInstant(publishAt, timeZone), article });
}

const common = { tag: 'Editing' as const, scope: 'edit' as const };

export const listUnpublished = defineWritingRoute({
  ...common,
  operationId: 'listUnpublished',
  path: '/v1/unpublished',
  summary: 'List what is not published',
  description:
    'Drafts, scheduled and withdrawn articles in order of id; after is the id of the last one of the page before.',
  params: z.object({}),
  query: z.object({
    after: z
      .string()
      .min(1)
      .max(64)
      .default('0')
      .meta({ description: 'Only those behind this id.', example: exampleArticle.id }),
    limit: paging.shape.limit,
  }),
  answer: {
    description: 'The articles.',
    schema: z.object({ data: z.array(listed) }),
    example: {
      data: [
        {
          id: exampleArticle.id,
          title: exampleArticle.title,
          source: '临溪日报',
          section: ['经济开发区'],
          status: 'draft',
          publishAt: null,
        },
      ],
    },
  },
  errors: [],
  async handle({ read }, { query: { after, limit } }) {
    const { timeZone } = await read.getState();
    const data = (await read.listUnpublished(after, limit)).map(({ status, publishAt, write }) => ({
      id: write.article.id,
      title: write.article.title,
      source: write.source?.name ?? null,
      section: write.section.map(({ name }) => name),
      status,
      publishAt: toInstant(publishAt, timeZone),
    }));
    return { body: JSON.stringify({ data }) };
  },
});

export const getUnpublished = defineWritingRoute({
  ...common,
  operationId: 'getUnpublished',
  path: '/v1/unpublished/{id}',
  summary: 'Get an article that is not published',
  description: 'What readers would see if it were published now. POST /v1/articles/{id}/restore publishes it.',
  params: z.object({
    id: z.string().min(1).max(64).meta({ description: 'Id of the article.', example: exampleArticle.id }),
  }),
  query: z.object({}),
  answer: {
    description: 'The article.',
    schema: unpublished,
    example: { status: 'draft', publishAt: null, article: exampleArticle },
  },
  errors: ['not_found'],
  async handle(context, { params: { id } }) {
    const found = await context.read.getUnpublished(id);
    if (found === null) throw new ArchiveError('not_found', 'There is no unpublished article with this id');
    return { body: await render(context, found) };
  },
});
