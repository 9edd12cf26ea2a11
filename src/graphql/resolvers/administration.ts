/** Keys and webhooks: who may do what, and who is told of what happens. */
import { createKey, getKey, listKeys, revokeKey, rotateKey } from '../../http/routes/keys.js';
import {
  createWebhook,
  getWebhook,
  listWebhookMessages,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  replayWebhook,
  resumeWebhook,
  rotateWebhook,
  testWebhook,
} from '../../http/routes/webhooks.js';
import { callRoute, findByRoute } from '../calls.js';
import type { Resolvers } from '../resolver-types.js';

/** What is made is shown with its secret beside it. */
const apart = <N extends string>(name: N, { secret, ...made }: { secret: string }) =>
  ({ [name]: made, secret }) as never;

/** Names of GraphQL have no dots. */
const toName = (event: string) => event.replace('.', '_') as never;
const toEvent = (name: string) => name.replace('_', '.');

interface Made {
  secret: string;
}

export const administrationResolvers = {
  Query: {
    keys: async (_, __, context) => (await callRoute<{ data: never }>(context, listKeys)).data,
    key: (_, params, context) => findByRoute(context, getKey, { params }),
    webhooks: async (_, __, context) => (await callRoute<{ data: never }>(context, listWebhooks)).data,
    webhook: (_, params, context) => findByRoute(context, getWebhook, { params }),
    webhookMessages: async (_, { id, ...query }, context) =>
      (await findByRoute<{ data: never }>(context, listWebhookMessages, { params: { id }, query }))?.data ?? null,
  },
  Mutation: {
    createKey: async (_, { input }, context) =>
      apart('key', await callRoute<Made>(context, createKey, { body: input })),
    rotateKey: async (_, { id, input }, context) =>
      apart('key', await callRoute<Made>(context, rotateKey, { params: { id }, body: input })),
    revokeKey: (_, params, context) => callRoute(context, revokeKey, { params }),
    createWebhook: async (_, { input }, context) => {
      const body = { ...input, events: input.events?.map(toEvent) };
      return apart('webhook', await callRoute<Made>(context, createWebhook, { body }));
    },
    removeWebhook: (_, params, context) => callRoute(context, removeWebhook, { params }),
    rotateWebhook: async (_, { id, input }, context) =>
      apart('webhook', await callRoute<Made>(context, rotateWebhook, { params: { id }, body: input })),
    pauseWebhook: (_, params, context) => callRoute(context, pauseWebhook, { params }),
    resumeWebhook: (_, params, context) => callRoute(context, resumeWebhook, { params }),
    testWebhook: (_, params, context) => callRoute(context, testWebhook, { params }),
    replayWebhook: (_, { id, input }, context) => callRoute(context, replayWebhook, { params: { id }, body: input }),
  },
  Webhook: { events: ({ events }) => events.map(toName) },
  WebhookMessage: { event: ({ event }) => toName(event) },
} satisfies Resolvers;
