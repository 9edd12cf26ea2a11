/** `/v1/unpublished`: drafts, scheduled and withdrawn articles, for editors. No other door knows them. */
import * as z from 'zod';
import { article } from '../../domain/article.js';
import { requireScope } from '../../domain/key.js';
import { previewArticle } from '../../domain/preview.js';
import { formatInstant, instant } from '../../domain/time.js';
import type { UnpublishedArticle } from '../../domain/write.js';
import type { UnpublishedPrecondition } from '../../services/edit.js';
import type { Answer } from '../answer.js';
import { hash } from '../cache.js';
import { exampleArticle } from '../examples.js';
import { paging } from '../parameters.js';
import { defineWritingRoute, type WritingContext } from '../route.js';
import { patch, renderArticle, requireTags, toEditedFields } from './edit.js';

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
const changed = z
  .object({ ...standing, status: z.enum([...standing.status.options, 'published']), article })
  .meta({ id: 'ChangedArticle' });

const toInstant = (at: number | null, timeZone: string) => (at === null ? null : formatInstant(at, timeZone));

/** The name of a state of an article that is not published. */
const tagOf = ({ version }: WritingContext, found: UnpublishedArticle) => `"${hash(version, JSON.stringify(found))}"`;

async function render(context: WritingContext, found: UnpublishedArticle): Promise<Answer> {
  const { status, publishAt, revision, write } = found;
  const { timeZone } = await context.read.getState();
  const article = previewArticle(write, context.services.clock(), timeZone, revision);
  const body = JSON.stringify({ status, publishAt: toInstant(publishAt, timeZone), article });
  return { body, etag: tagOf(context, found) };
}

/** An article that is published by now, in the same form. */
async function renderPublished(context: WritingContext, id: string): Promise<Answer> {
  const { body, ...answer } = await renderArticle(context, id);
  return { ...answer, body: `{"status":"published","publishAt":null,"article":${String(body)}}` };
}

/** Whether the state of an article is one that If-Match names. Throws `precondition_required` when it names none. */
function seenBy(context: WritingContext, ifMatch: string | undefined): UnpublishedPrecondition {
  const tags = requireTags(ifMatch);
  return (found) => tags.trim() === '*' || tags.includes(tagOf(context, found));
}

const params = z.object({
  id: z.string().min(1).max(64).meta({ description: 'Id of the article.', example: exampleArticle.id }),
});
const common = { tag: 'Editing' as const, scope: 'edit' as const };

export const listUnpublished = defineWritingRoute({
  ...common,
  operationId: 'listUnpublished',
  path: '/v1/unpublished',
  summary: 'List what is not published',
  description:
    'Drafts, scheduled and withdrawn articles in order of id; after is the id of the last one of the page before. A key that is restricted sees those alone that it may change.',
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
  async handle({ read, services }, { query: { after, limit }, key }) {
    requireScope(key, 'edit');
    const { timeZone } = await read.getState();
    const data = (await services.edit.listUnpublished(after, limit, key)).map(({ status, publishAt, write }) => ({
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
  params,
  query: z.object({}),
  answer: {
    description: 'The article.',
    schema: unpublished,
    example: { status: 'draft', publishAt: null, article: exampleArticle },
  },
  errors: ['not_found'],
  async handle(context, { params: { id }, key }) {
    requireScope(key, 'edit');
    return render(context, await context.services.edit.getUnpublished(id, key));
  },
});

export const patchUnpublished = defineWritingRoute({
  ...common,
  operationId: 'patchUnpublished',
  method: 'PATCH',
  path: '/v1/unpublished/{id}',
  summary: 'Change an article that is not published',
  description:
    'Sets the fields that are given, as PATCH does of one that is, and when it is to be published: publishAt (null: not by itself), or status: published for now. What it said before is kept as a revision. No reader sees any of it before it is published.',
  params,
  query: z.object({}),
  headers: ['If-Match', 'Idempotency-Key'],
  body: {
    types: ['application/merge-patch+json', 'application/json'],
    description: 'The fields to set.',
    schema: patch
      .extend({
        status: z.enum(['draft', 'scheduled', 'published']).optional(),
        publishAt: instant.nullable().optional(),
      })
      .meta({ id: 'UnpublishedPatch', description: 'Fields to set; null empties one.' }),
    example: { title: '临溪经济开发区上半年引资三十二亿元', publishAt: '2030-01-01T08:00:00+08:00' },
  },
  answer: {
    description: 'The article as it is now.',
    schema: changed,
    example: { status: 'draft', publishAt: null, article: exampleArticle },
  },
  errors: ['not_found', 'precondition_failed', 'precondition_required', 'alias_conflict'],
  async handle(context, { params: { id }, body: { status, publishAt, ...fields }, header, key }) {
    requireScope(key, 'edit');
    const { edit } = context.services;
    const isSeen = seenBy(context, header('if-match'));
    const standing = {
      ...(status !== 'published' && { status }),
      ...(publishAt !== undefined && { publishAt: publishAt === null ? null : Date.parse(publishAt) }),
    };
    await edit.changeUnpublished(id, toEditedFields(fields), standing, isSeen, key);
    if (status === 'published') {
      await edit.restore(id, key);
      return renderPublished(context, id);
    }
    const found = await context.read.getUnpublished(id);
    return found === null ? renderPublished(context, id) : render(context, found);
  },
});

export const discardUnpublished = defineWritingRoute({
  ...common,
  operationId: 'discardUnpublished',
  method: 'DELETE',
  path: '/v1/unpublished/{id}',
  summary: 'Discard an article that is not published',
  description:
    'Forgets a draft, a scheduled or a withdrawn article for good, with its page, edits and revisions; of a withdrawn one the tombstone in the change log stays, and its address answers 410. Taking its page in again brings it in anew.',
  params,
  query: z.object({}),
  headers: ['If-Match'],
  answer: {
    description: 'It is forgotten.',
    schema: z.object({ id: z.string(), discarded: z.literal(true) }),
    example: { id: exampleArticle.id, discarded: true },
  },
  errors: ['not_found', 'precondition_failed', 'precondition_required'],
  async handle(context, { params: { id }, header, key }) {
    requireScope(key, 'edit');
    await context.services.edit.discard(id, seenBy(context, header('if-match')), key);
    return { body: JSON.stringify({ id, discarded: true }) };
  },
});
