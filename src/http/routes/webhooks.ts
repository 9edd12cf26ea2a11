/** `/v1/webhooks`: who is told of what happens to the archive. Secrets are in no answer but the one in which they are made. */
import * as z from 'zod';
import { formatInstant, instant } from '../../domain/time.js';
import { type Delivery, delivery, type StoredWebhook, storedWebhook, webhookRequest } from '../../domain/webhook.js';
import type { MadeWebhook } from '../../services/webhooks.js';
import { defineWritingRoute, type WritingContext } from '../route.js';

const moment = instant.nullable();

/** A webhook as the API shows it. */
export const webhook = storedWebhook
  .omit({ secrets: true })
  .extend({
    id: z.string().meta({ example: 'wh_4m8q1tz0xkAb' }),
    createdAt: instant,
    position: z.int().min(0).meta({ description: 'Messages of all changes up to this seq were made.' }),
    failingSince: moment.meta({ description: 'Since when nothing has arrived; null: the last message did.' }),
    pausedAt: moment.meta({ description: 'Since when nothing is sent; null: it is told.' }),
    pauseReason: storedWebhook.shape.pauseReason.meta({
      description: 'asked: by somebody; gone: the receiver answered 410; failing: nothing arrived for three days.',
    }),
  })
  .meta({ id: 'Webhook' });

const madeWebhook = webhook
  .extend({ secret: z.string().meta({ description: 'What signatures are checked with. It is shown this once.' }) })
  .meta({ id: 'MadeWebhook' });

/** A message as the API shows it. */
const message = delivery
  .omit({ webhook: true, payload: true })
  .extend({
    createdAt: instant,
    at: instant.meta({ description: 'When it is tried next; of what does not wait, when it was tried last.' }),
    payload: z.looseObject({}).meta({ description: 'The body.' }),
  })
  .meta({ id: 'WebhookMessage' });

const params = z.object({
  id: z.string().min(1).max(64).meta({ description: 'Id of the webhook.', example: 'wh_4m8q1tz0xkAb' }),
});

const example: z.output<typeof webhook> = {
  id: 'wh_4m8q1tz0xkAb',
  url: 'https://news.example/hooks/baoku',
  description: '要闻组',
  events: ['article.published', 'article.withdrawn'],
  sections: ['新闻/要闻'],
  sources: [],
  createdAt: '2026-01-15T10:00:00+08:00',
  position: 57,
  failingSince: null,
  pausedAt: null,
  pauseReason: null,
};
const exampleMade = { ...example, secret: 'whsec_pNzJ1l0Xw3Yv0mK9cQe7rT5uB2aH8sD6fG4jL1kZ0xA=' };
const exampleMessage: z.output<typeof message> = {
  id: 'msg_mjv0c5xs_57',
  event: 'article.withdrawn',
  seq: 57,
  status: 'delivered',
  attempts: 1,
  createdAt: '2026-01-15T10:00:00+08:00',
  at: '2026-01-15T10:00:01+08:00',
  responseStatus: 204,
  error: null,
  payload: {
    type: 'article.withdrawn',
    timestamp: '2026-01-15T10:00:00+08:00',
    data: { seq: 57, id: '9y45fgncc4g315v9' },
  },
};

/** Renders instants in the zone of the archive. */
async function createRenderer({ read }: WritingContext) {
  const { timeZone } = await read.getState();
  const format = (at: number) => formatInstant(at, timeZone);
  const formatMaybe = (at: number | null) => (at === null ? null : format(at));
  return {
    webhook: ({ secrets: _, ...stored }: StoredWebhook): z.output<typeof webhook> => ({
      ...stored,
      createdAt: format(stored.createdAt),
      failingSince: formatMaybe(stored.failingSince),
      pausedAt: formatMaybe(stored.pausedAt),
    }),
    message: ({ webhook: _, payload, createdAt, at, ...stored }: Delivery): z.output<typeof message> => ({
      ...stored,
      createdAt: format(createdAt),
      at: format(at),
      payload: JSON.parse(payload),
    }),
  };
}

async function renderOne(context: WritingContext, stored: StoredWebhook): Promise<{ body: string }> {
  return { body: JSON.stringify((await createRenderer(context)).webhook(stored)) };
}

async function renderMade(context: WritingContext, made: MadeWebhook): Promise<string> {
  return JSON.stringify({ ...(await createRenderer(context)).webhook(made.webhook), secret: made.secret });
}

const common = { tag: 'Webhooks', scope: 'admin', query: z.object({}) } as const;
const ofOne = { ...common, params, errors: ['not_found'] } as const;
const answer = { description: 'The webhook.', schema: webhook, example };

export const listWebhooks = defineWritingRoute({
  ...common,
  operationId: 'listWebhooks',
  path: '/v1/webhooks',
  summary: 'List webhooks',
  description: 'All webhooks, oldest first, and how each fares.',
  params: z.object({}),
  answer: { description: 'The webhooks.', schema: z.object({ data: z.array(webhook) }), example: { data: [example] } },
  errors: [],
  async handle(context) {
    const render = await createRenderer(context);
    return { body: JSON.stringify({ data: (await context.read.listWebhooks()).map(render.webhook) }) };
  },
});

export const createWebhook = defineWritingRoute({
  ...common,
  operationId: 'createWebhook',
  method: 'POST',
  path: '/v1/webhooks',
  summary: 'Make a webhook',
  description: 'Tells an address of every change from now on, and shows the secret that signs messages, this once.',
  params: z.object({}),
  body: {
    description: 'Where to, and of what.',
    schema: webhookRequest.meta({ id: 'WebhookRequest' }),
    example: { url: example.url, events: example.events, sections: example.sections, description: example.description },
  },
  answer: { statuses: [201], description: 'The webhook with its secret.', schema: madeWebhook, example: exampleMade },
  errors: [],
  async handle(context, { body }) {
    const made = await context.services.webhooks.create(body);
    return { body: await renderMade(context, made), location: `${context.origin}/v1/webhooks/${made.webhook.id}` };
  },
});

export const getWebhook = defineWritingRoute({
  ...ofOne,
  operationId: 'getWebhook',
  path: '/v1/webhooks/{id}',
  summary: 'Get a webhook',
  description: 'One webhook, without its secrets.',
  answer,
  handle: async (context, { params: { id } }) => renderOne(context, await context.services.webhooks.find(id)),
});

export const removeWebhook = defineWritingRoute({
  ...ofOne,
  operationId: 'removeWebhook',
  method: 'DELETE',
  path: '/v1/webhooks/{id}',
  summary: 'Remove a webhook',
  description: 'It, and its messages, for good.',
  answer: { ...answer, description: 'The webhook as it was.' },
  async handle(context, { params: { id } }) {
    const { webhooks } = context.services;
    const found = await webhooks.find(id);
    await webhooks.remove(id);
    return renderOne(context, found);
  },
});

export const rotateWebhook = defineWritingRoute({
  ...ofOne,
  operationId: 'rotateWebhook',
  method: 'POST',
  path: '/v1/webhooks/{id}/rotate',
  summary: 'Give a webhook a new secret',
  description: 'For a while longer messages carry a signature with the secret before as well.',
  body: {
    description: 'How long both sign.',
    schema: z
      .strictObject({
        graceSeconds: z
          .int()
          .min(0)
          .max(30 * 86_400)
          .default(86_400)
          .meta({ description: 'How long the secret before still signs; 0: not at all.' }),
      })
      .meta({ id: 'WebhookRotation' }),
    example: { graceSeconds: 3600 },
  },
  answer: { description: 'The webhook with its new secret.', schema: madeWebhook, example: exampleMade },
  async handle(context, { params: { id }, body: { graceSeconds } }) {
    return { body: await renderMade(context, await context.services.webhooks.rotate(id, graceSeconds * 1000)) };
  },
});

export const pauseWebhook = defineWritingRoute({
  ...ofOne,
  operationId: 'pauseWebhook',
  method: 'POST',
  path: '/v1/webhooks/{id}/pause',
  summary: 'Pause a webhook',
  description: 'Nothing is sent until it is resumed.',
  answer,
  handle: async (context, { params: { id } }) => renderOne(context, await context.services.webhooks.pause(id)),
});

export const resumeWebhook = defineWritingRoute({
  ...ofOne,
  operationId: 'resumeWebhook',
  method: 'POST',
  path: '/v1/webhooks/{id}/resume',
  summary: 'Resume a webhook',
  description: 'Messages are sent again, first what was missed.',
  answer,
  handle: async (context, { params: { id } }) => renderOne(context, await context.services.webhooks.resume(id)),
});

export const testWebhook = defineWritingRoute({
  ...ofOne,
  operationId: 'testWebhook',
  method: 'POST',
  path: '/v1/webhooks/{id}/test',
  summary: 'Test a webhook',
  description: 'Posts a message of type test now, also to one that is paused, and says what came of it.',
  answer: {
    description: 'The message.',
    schema: message,
    example: { ...exampleMessage, id: 'msg_test_4m8q1tz0xkAb', event: 'test' },
  },
  async handle(context, { params: { id } }) {
    const sent = await context.services.webhooks.test(id);
    return { body: JSON.stringify((await createRenderer(context)).message(sent)) };
  },
});

export const replayWebhook = defineWritingRoute({
  ...ofOne,
  operationId: 'replayWebhook',
  method: 'POST',
  path: '/v1/webhooks/{id}/replay',
  summary: 'Send messages again',
  description: 'Without a body member those that failed for good; all keep their ids.',
  body: {
    description: 'Which; at most one of the two.',
    schema: z
      .strictObject({
        since: z.int().min(0).optional().meta({ description: 'All of the changes behind this seq.' }),
        message: z.string().max(200).optional().meta({ description: 'One message, by its id.' }),
      })
      .refine(({ since, message }) => since === undefined || message === undefined, 'give since or message')
      .meta({ id: 'WebhookReplay' }),
    example: { since: 40 },
  },
  answer: {
    description: 'How many will be sent again.',
    schema: z.object({
      count: z.int().nullable().meta({ description: 'Null with since: the log is yet to be read.' }),
    }),
    example: { count: null },
  },
  async handle({ services }, { params: { id }, body: { since, message } }) {
    const which = since !== undefined ? { since } : message !== undefined ? { message } : 'failed';
    return { body: JSON.stringify({ count: await services.webhooks.replay(id, which) }) };
  },
});

export const listWebhookMessages = defineWritingRoute({
  ...ofOne,
  operationId: 'listWebhookMessages',
  path: '/v1/webhooks/{id}/deliveries',
  summary: 'List the messages of a webhook',
  description: 'The newest first: those that wait, and those that were done with within 30 days.',
  query: z.object({
    status: delivery.shape.status
      .optional()
      .meta({ description: 'Only those that wait, arrived, or failed for good.' }),
    limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'So many.', example: 20 }),
  }),
  answer: {
    description: 'The messages.',
    schema: z.object({ data: z.array(message) }),
    example: { data: [exampleMessage] },
  },
  async handle(context, { params: { id }, query: { status, limit } }) {
    await context.services.webhooks.find(id);
    const render = await createRenderer(context);
    const messages = await context.read.listDeliveries(id, { limit, status });
    return { body: JSON.stringify({ data: messages.map(render.message) }) };
  },
});
