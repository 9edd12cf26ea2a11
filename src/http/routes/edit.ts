/** `PATCH`, `PUT` and `DELETE /v1/articles/{id}`, and `/restore`: changing what an article says, and whether it is there. */
import * as z from 'zod';
import { article, nameState } from '../../domain/article.js';
import { type EditedFields, editableFields } from '../../domain/edit.js';
import { ArchiveError } from '../../domain/errors.js';
import { requireScope } from '../../domain/key.js';
import type { Precondition } from '../../services/edit.js';
import { fromJson } from '../../store/json.js';
import type { Answer } from '../answer.js';
import { hash } from '../cache.js';
import { exampleArticle } from '../examples.js';
import { defineWritingRoute, type WritingContext } from '../route.js';
import { articleParams } from './article.js';

const whole = ['quotes', 'statistics'] as const;
/** What an article may have been read with, and so what its ETag may name. */
const variants = [[], ['quotes'], ['statistics'], whole] as const;

/** Whether the article is one of those that `If-Match` names. */
function seenBy({ read, version }: WritingContext, tags: string | undefined): Precondition {
  return async (id) => {
    if (tags === undefined || tags.trim() === '*') return true;
    for (const include of variants) {
      const found = await read.getArticle(id, include);
      if (found.state !== 'published') return false;
      // In another coding, an answer has the same name with something behind it.
      if (tags.includes(`"${hash(version, Buffer.from(found.article))}`)) return true;
      // As GraphQL names it.
      if (tags.includes(`"${nameState(fromJson(found.article))}"`)) return true;
    }
    return false;
  };
}

/** The header, which has to be there. */
export function requireTags(tags: string | undefined): string {
  if (tags !== undefined) return tags;
  throw new ArchiveError('precondition_required', 'Say which state of the article is to be changed', {
    parameter: 'If-Match',
    suggestion: 'Send the ETag of the article as If-Match.',
  });
}

/** The same as `seenBy`, where the header has to be there. */
export const requireSeen = (context: WritingContext, tags: string | undefined): Precondition =>
  seenBy(context, requireTags(tags));

/** The article as it is now, with the name of this state. */
export async function renderArticle({ read, version }: WritingContext, id: string): Promise<Answer> {
  const found = await read.getArticle(id, whole);
  if (found.state !== 'published') throw new ArchiveError('withdrawn', 'The article was withdrawn right after');
  const body = Buffer.from(found.article);
  return { body, etag: `"${hash(version, body)}"` };
}

const answer = { description: 'The article as it is now.', schema: article, example: exampleArticle };
const errors = ['not_found', 'withdrawn', 'precondition_failed', 'precondition_required', 'alias_conflict'] as const;
const common = { tag: 'Editing' as const, scope: 'edit' as const, params: articleParams, query: z.object({}) };

/** Fields to set, of any article. */
export const patch = editableFields
  .partial()
  .extend({
    section: editableFields.shape.section.nullable().optional(),
    keywords: editableFields.shape.keywords.nullable().optional(),
    aliases: editableFields.shape.aliases.nullable().optional(),
  })
  .meta({ id: 'ArticlePatch', description: 'Fields to set; null empties one.' });

/** What a patch sets; of lists, null empties one, too. */
export function toEditedFields({ section, keywords, aliases, ...rest }: z.output<typeof patch>): EditedFields {
  return {
    ...rest,
    ...(section !== undefined && { section: section ?? [] }),
    ...(keywords !== undefined && { keywords: keywords ?? [] }),
    ...(aliases !== undefined && { aliases: aliases ?? [] }),
  };
}

export const patchArticle = defineWritingRoute({
  ...common,
  operationId: 'patchArticle',
  method: 'PATCH',
  path: '/v1/articles/{id}',
  summary: 'Change an article',
  description:
    'Sets the fields that are given (JSON Merge Patch, RFC 7396). They win from then on, whatever its page says when it is imported or read again. Where the text changes, quotes and statistics are found anew, and corrections hold.',
  headers: ['If-Match', 'Idempotency-Key'],
  body: {
    types: ['application/merge-patch+json', 'application/json'],
    description: 'The fields to set.',
    schema: patch,
    example: { title: '临溪经济开发区上半年引资三十二亿元', lead: null },
  },
  answer,
  errors,
  async handle(context, { params: { id }, body, header, key }) {
    requireScope(key, 'edit');
    await context.services.edit.change(id, toEditedFields(body), requireSeen(context, header('if-match')), key);
    return renderArticle(context, id);
  },
});

const { title, body: blocks, ...others } = editableFields.shape;
const replacement = z
  .strictObject({
    title,
    subtitle: others.subtitle.default(null),
    lead: others.lead.default(null),
    section: others.section.default([]),
    source: others.source.default(null),
    issue: others.issue.default(null),
    byline: others.byline.default(null),
    publishedAt: others.publishedAt.default(null),
    keywords: others.keywords.default([]),
    url: others.url.optional(),
    aliases: others.aliases.optional(),
    body: blocks,
  })
  .meta({ id: 'ArticleReplacement' });

export const putArticle = defineWritingRoute({
  ...common,
  operationId: 'putArticle',
  method: 'PUT',
  path: '/v1/articles/{id}',
  summary: 'Replace what an article says',
  description:
    'As PATCH, but with all fields: one that is left out is emptied; url and aliases, which are no part of what it says, stay. An article that is not there is not made.',
  headers: ['If-Match', 'Idempotency-Key'],
  body: {
    description: 'All of the article.',
    schema: replacement,
    example: { title: '青石桥今日通车', source: '云岭日报', body: [{ type: 'paragraph', text: '该桥总投资3亿元。' }] },
  },
  answer,
  errors,
  async handle(context, { params: { id }, body, header, key }) {
    requireScope(key, 'edit');
    await context.services.edit.change(id, body, requireSeen(context, header('if-match')), key);
    return renderArticle(context, id);
  },
});

export const withdrawArticle = defineWritingRoute({
  ...common,
  operationId: 'withdrawArticle',
  method: 'DELETE',
  path: '/v1/articles/{id}',
  summary: 'Withdraw an article',
  description:
    'Takes an article out of every list and search at once; its address answers 410 from then on, and the change log has a delete. Importing its page again does not bring it back; restore does.',
  headers: ['If-Match'],
  answer: {
    description: 'It is withdrawn.',
    schema: z.object({ id: z.string(), withdrawn: z.literal(true) }),
    example: { id: exampleArticle.id, withdrawn: true },
  },
  errors: ['not_found', 'withdrawn', 'precondition_failed'],
  async handle(context, { params: { id }, header, key }) {
    requireScope(key, 'edit');
    await context.services.edit.withdraw(id, seenBy(context, header('if-match')), key);
    return { body: JSON.stringify({ id, withdrawn: true }) };
  },
});

export const restoreArticle = defineWritingRoute({
  ...common,
  operationId: 'restoreArticle',
  method: 'POST',
  path: '/v1/articles/{id}/restore',
  summary: 'Publish an article that is not published',
  description:
    'Publishes a draft or a scheduled article at once, dated now unless it has a date of its own, and brings a withdrawn one back as it was, with edits and corrections, as a new revision.',
  answer,
  errors: ['not_found', 'alias_conflict'],
  async handle(context, { params: { id }, key }) {
    requireScope(key, 'edit');
    await context.services.edit.restore(id, key);
    return renderArticle(context, id);
  },
});
