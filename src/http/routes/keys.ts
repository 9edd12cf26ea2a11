/** `/v1/keys`: who may do what. Secrets are in no answer but the one in which they are made. */
import * as z from 'zod';
import { ArchiveError } from '../../domain/errors.js';
import { keyRequest, type StoredKey, storedKey } from '../../domain/key.js';
import { formatInstant, instant } from '../../domain/time.js';
import type { MadeKey } from '../../services/keys.js';
import { defineWritingRoute, type WritingContext } from '../route.js';

const moment = instant.nullable();

/** A key as the API shows it. */
export const key = storedKey
  .omit({ secrets: true })
  .extend({
    id: z.string().meta({ description: 'No secret. Its secrets begin with bk_ and this.', example: '4m8q1tz0xk' }),
    createdAt: instant,
    expiresAt: moment.meta({ description: 'When it ends; null: never.' }),
    revokedAt: moment,
    lastUsedAt: moment.meta({ description: 'To about a minute; null: not yet.' }),
    isLive: z.boolean().meta({ description: 'Whether it can be used now.' }),
    secrets: z
      .array(z.object({ createdAt: instant, expiresAt: moment }))
      .meta({ description: 'When its secrets were made and until when they hold; not the secrets.' }),
  })
  .meta({ id: 'Key' });

const madeKey = key
  .extend({ secret: z.string().meta({ description: 'What to send. It is shown this once and not kept.' }) })
  .meta({ id: 'MadeKey' });

const request = keyRequest
  .extend({ expiresAt: moment.default(null).meta({ description: 'When it is to end; null: never.' }) })
  .meta({ id: 'KeyRequest' });

const rotation = z
  .strictObject({
    graceSeconds: z
      .int()
      .min(0)
      .max(30 * 86_400)
      .default(86_400)
      .meta({ description: 'How long the secret before still holds; 0: not at all.' }),
  })
  .meta({ id: 'KeyRotation' });

const params = z.object({
  id: z.string().min(1).max(64).meta({ description: 'Id of the key.', example: '4m8q1tz0xk' }),
});

const example: z.output<typeof key> = {
  id: '4m8q1tz0xk',
  name: '云岭日报',
  scopes: ['ingest'],
  sections: [],
  sources: ['云岭日报'],
  rateLimit: 600,
  createdAt: '2026-01-15T10:00:00+08:00',
  expiresAt: '2027-01-15T00:00:00+08:00',
  revokedAt: null,
  lastUsedAt: null,
  isLive: true,
  secrets: [{ createdAt: '2026-01-15T10:00:00+08:00', expiresAt: null }],
};
const exampleMade = { ...example, secret: 'bk_4m8q1tz0xk_pNzJ1l0Xw3Yv0mK9cQe7rT5uB2aH8sD6fG4jL1kZ0xC' };

/** Renders keys in the zone of the archive. */
async function createRenderer({
  read,
  services,
}: WritingContext): Promise<(stored: StoredKey) => z.output<typeof key>> {
  const { timeZone } = await read.getState();
  const format = (at: number) => formatInstant(at, timeZone);
  const formatMaybe = (at: number | null) => (at === null ? null : format(at));
  return ({ secrets, ...stored }) => ({
    ...stored,
    createdAt: format(stored.createdAt),
    expiresAt: formatMaybe(stored.expiresAt),
    revokedAt: formatMaybe(stored.revokedAt),
    lastUsedAt: formatMaybe(stored.lastUsedAt),
    isLive: services.keys.isLive({ ...stored, secrets }),
    secrets: secrets.map(({ createdAt, expiresAt }) => ({
      createdAt: format(createdAt),
      expiresAt: formatMaybe(expiresAt),
    })),
  });
}

async function renderMade(context: WritingContext, { key: stored, secret }: MadeKey): Promise<string> {
  const render = await createRenderer(context);
  return JSON.stringify({ ...render(stored), secret });
}

const common = { tag: 'Keys', scope: 'admin' } as const;

export const listKeys = defineWritingRoute({
  ...common,
  operationId: 'listKeys',
  path: '/v1/keys',
  summary: 'List keys',
  description: 'All keys, also those that are over, oldest first.',
  params: z.object({}),
  query: z.object({}),
  answer: { description: 'The keys.', schema: z.object({ data: z.array(key) }), example: { data: [example] } },
  errors: [],
  async handle(context) {
    const render = await createRenderer(context);
    return { body: JSON.stringify({ data: (await context.read.listKeys()).map(render) }) };
  },
});

export const createKey = defineWritingRoute({
  ...common,
  operationId: 'createKey',
  method: 'POST',
  path: '/v1/keys',
  summary: 'Make a key',
  description:
    'Makes a key and shows its secret, this once. Sections and sources restrict what it may write; what it may read is all or nothing.',
  params: z.object({}),
  query: z.object({}),
  body: {
    description: 'What the key may do, and for how long.',
    schema: request,
    example: { name: '云岭日报', scopes: ['ingest'], sources: ['云岭日报'], expiresAt: '2027-01-15T00:00:00+08:00' },
  },
  answer: { statuses: [201], description: 'The key with its secret.', schema: madeKey, example: exampleMade },
  errors: [],
  async handle(context, { body: { expiresAt, ...rest } }) {
    const { services, origin } = context;
    const made = await services.keys.create({ ...rest, expiresAt: expiresAt === null ? null : Date.parse(expiresAt) });
    return { body: await renderMade(context, made), location: `${origin}/v1/keys/${made.key.id}` };
  },
});

export const getKey = defineWritingRoute({
  ...common,
  operationId: 'getKey',
  path: '/v1/keys/{id}',
  summary: 'Get a key',
  description: 'One key, without its secrets.',
  params,
  query: z.object({}),
  answer: { description: 'The key.', schema: key, example },
  errors: ['not_found'],
  async handle(context, { params: { id } }) {
    const found = await context.read.findKey(id);
    if (found === null) throw new ArchiveError('not_found', `There is no key ${id}`);
    const render = await createRenderer(context);
    return { body: JSON.stringify(render(found)) };
  },
});

export const revokeKey = defineWritingRoute({
  ...common,
  operationId: 'revokeKey',
  method: 'DELETE',
  path: '/v1/keys/{id}',
  summary: 'Revoke a key',
  description: 'Ends a key at once and for good, with all its secrets. It stays in the list.',
  params,
  query: z.object({}),
  answer: {
    description: 'The key, now over.',
    schema: key,
    example: { ...example, revokedAt: '2026-02-01T09:00:00+08:00', isLive: false },
  },
  errors: ['not_found'],
  async handle(context, { params: { id } }) {
    const revoked = await context.services.keys.revoke(id);
    const render = await createRenderer(context);
    return { body: JSON.stringify(render(revoked)) };
  },
});

export const rotateKey = defineWritingRoute({
  ...common,
  operationId: 'rotateKey',
  method: 'POST',
  path: '/v1/keys/{id}/rotate',
  summary: 'Give a key a new secret',
  description: 'The secret before holds for a while longer, so that clients can change over one after the other.',
  params,
  query: z.object({}),
  body: { description: 'How long both hold.', schema: rotation, example: { graceSeconds: 3600 } },
  answer: { description: 'The key with its new secret.', schema: madeKey, example: exampleMade },
  errors: ['not_found'],
  async handle(context, { params: { id }, body: { graceSeconds } }) {
    return { body: await renderMade(context, await context.services.keys.rotate(id, graceSeconds * 1000)) };
  },
});
