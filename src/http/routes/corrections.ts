/** `/v1/articles/{id}/quotes` and `/statistics`, and what is below: adding, correcting and rejecting what was found. */
import * as z from 'zod';
import { article } from '../../domain/article.js';
import { quoteFields, statisticFields } from '../../domain/correction.js';
import { requireScope } from '../../domain/key.js';
import { quote } from '../../domain/quote.js';
import { span } from '../../domain/span.js';
import { statistic } from '../../domain/statistic.js';
import { exampleArticle } from '../examples.js';
import { defineWritingRoute, type Route } from '../route.js';
import { articleParams } from './article.js';
import { renderArticle } from './edit.js';

const { id } = articleParams.shape;
const note = z
  .string()
  .min(1)
  .max(1_000)
  .nullable()
  .default(null)
  .meta({ description: 'Why; kept with the correction.' });
const where = span
  .optional()
  .meta({ description: 'Where it stands in the text; where its words stand first when not given.' });

const given = {
  quote: quote
    .omit({ id: true, confidence: true, rule: true, span: true })
    .partial()
    .required({ text: true, kind: true }),
  statistic: statistic
    .omit({ id: true, confidence: true, rule: true, span: true })
    .partial()
    .required({ text: true, value: true }),
};
/** Fields that were not given have no value. */
const empty = {
  quote: { speaker: null, role: null, organization: null, verb: null },
  statistic: {
    ...{ valueMax: null, qualifier: null, unit: null, measure: null, asOf: null, normalizedValue: null },
    ...{ normalizedValueMax: null, normalizedUnit: null, basis: 'level' as const },
  },
};
const fields = { quote: quoteFields, statistic: statisticFields };
const examples = {
  quote: {
    add: { text: '说三天办好,就不会拖到第四天', kind: 'direct', speaker: '邵启元', note: '漏收' },
    correct: { speaker: '邵启元', role: '董事长' },
  },
  statistic: {
    add: { text: '27个', value: '27', unit: '个', measure: '新签约项目' },
    correct: { measure: '协议引资额' },
  },
};

const answer = { description: 'The article as it is now.', schema: article, example: exampleArticle };
const errors = ['not_found', 'withdrawn'] as const;

interface Corrections {
  add: Route;
  correct: Route;
  reject: Route;
}

function defineCorrections(target: 'quote' | 'statistic', plural: 'quotes' | 'statistics'): Corrections {
  const name = `${target[0]?.toUpperCase()}${target.slice(1)}`;
  const itemId = z
    .string()
    .min(1)
    .max(128)
    .meta({ description: `Id of the ${target}.`, example: `${exampleArticle.id}-0a1b2c3d` });
  const ofItem = z.object({ id, itemId });
  const common = { tag: 'Editing' as const, scope: 'edit' as const, answer, errors };
  const strict = (schema: z.ZodObject) => z.strictObject(schema.shape);
  return {
    add: defineWritingRoute({
      ...common,
      operationId: `add${name}`,
      method: 'POST',
      path: `/v1/articles/{id}/${plural}`,
      summary: `Add a ${target}`,
      description: `Adds a ${target} that was not found. It stays, however often the page is read again.`,
      params: z.object({ id }),
      query: z.object({}),
      headers: ['Idempotency-Key'],
      answer: { ...answer, statuses: [201] },
      body: {
        description: `The ${target}.`,
        schema: strict(given[target].extend({ span: where, note })).meta({ id: `Given${name}` }),
        example: examples[target].add,
      },
      async handle(context, { params, body, key }) {
        requireScope(key, 'edit');
        const { note, ...item } = body as { note: string | null; text: string };
        const added = await context.services.edit.add(
          params.id,
          target,
          { ...empty[target], ...item } as never,
          note,
          key,
        );
        const { origin } = context;
        return {
          ...(await renderArticle(context, params.id)),
          location: `${origin}/v1/articles/${params.id}/${plural}/${added}`,
        };
      },
    }),
    correct: defineWritingRoute({
      ...common,
      operationId: `correct${name}`,
      method: 'PATCH',
      path: `/v1/articles/{id}/${plural}/{itemId}`,
      summary: `Correct a ${target}`,
      description: `Sets fields of a ${target}; they win from then on. One that was rejected comes back.`,
      params: ofItem,
      query: z.object({}),
      headers: ['Idempotency-Key'],
      body: {
        types: ['application/merge-patch+json', 'application/json'],
        description: 'The fields to set.',
        schema: strict((fields[target] as z.ZodObject).extend({ note })).meta({ id: `${name}Patch` }),
        example: examples[target].correct,
      },
      async handle(context, { params, body, key }) {
        requireScope(key, 'edit');
        const { note, ...set } = body as { note: string | null };
        await context.services.edit.correct(params.id, target, params.itemId, set, note, key);
        return renderArticle(context, params.id);
      },
    }),
    reject: defineWritingRoute({
      ...common,
      operationId: `reject${name}`,
      method: 'DELETE',
      path: `/v1/articles/{id}/${plural}/{itemId}`,
      summary: `Reject a ${target}`,
      description: `Takes a ${target} out that is none. It stays out, however often the page is read again.`,
      params: ofItem,
      query: z.object({}),
      async handle(context, { params, key }) {
        requireScope(key, 'edit');
        await context.services.edit.reject(params.id, target, params.itemId, null, key);
        return renderArticle(context, params.id);
      },
    }),
  };
}

export const quoteCorrections = defineCorrections('quote', 'quotes');
export const statisticCorrections = defineCorrections('statistic', 'statistics');
