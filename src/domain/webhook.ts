/** Webhooks: who is told of which events, as what, and how often it is tried. Sending is not decided here. */
import * as z from 'zod';
import type { ArticleSummary } from './article.js';

export const webhookEvents = ['article.published', 'article.updated', 'article.withdrawn', 'issue.completed'] as const;
export const webhookEvent = z.enum(webhookEvents).meta({
  id: 'WebhookEvent',
  description:
    'article.published: it came in, or back; article.updated: readers see a change; article.withdrawn; issue.completed: articles of a printed issue came in, and then none for ten minutes.',
});
export type WebhookEvent = z.infer<typeof webhookEvent>;

const names = z.array(z.string().trim().min(1).max(200)).max(100);

/** What is said of a webhook when it is made. */
export const webhookRequest = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .refine((url) => !/^https?:\/\/[^/]*@/.test(url), 'must not hold a name and password')
    .meta({ description: 'Where messages are posted to.', example: 'https://news.example/hooks/baoku' }),
  description: z.string().trim().max(200).default('').meta({ description: 'Whose it is, for people.' }),
  events: z
    .array(webhookEvent)
    .min(1)
    .max(webhookEvents.length)
    .default([...webhookEvents]),
  sections: names.default([]).meta({
    description: 'Only articles in these sections and below, by slug or by names joined with /; empty: all.',
  }),
  sources: names.default([]).meta({ description: 'Only articles of these sources, by slug or name; empty: all.' }),
});
export type WebhookRequest = z.output<typeof webhookRequest>;

export const pauseReasons = ['asked', 'gone', 'failing'] as const;

/** A webhook as it is kept. */
export const storedWebhook = webhookRequest.extend({
  id: z.string(),
  createdAt: z.int(),
  /** Messages of all changes up to this seq were made. */
  position: z.int().min(0),
  /** The newest first: one or, while the receiver changes over, two. Each signs every message until it expires. */
  secrets: z
    .array(z.object({ secret: z.string(), expiresAt: z.int().nullable() }))
    .min(1)
    .max(2),
  /** Since when no message has arrived; null: the last one did. */
  failingSince: z.int().nullable(),
  pausedAt: z.int().nullable(),
  /** asked: by somebody; gone: the receiver answered 410; failing: nothing arrived for three days. */
  pauseReason: z.enum(pauseReasons).nullable(),
});
export type StoredWebhook = z.infer<typeof storedWebhook>;

/** What becomes otherwise with a webhook as messages are sent. */
export type WebhookState = Pick<StoredWebhook, 'failingSince' | 'pausedAt' | 'pauseReason'>;

/** A message for one webhook, and what became of it. */
export const delivery = z.object({
  /** The `webhook-id` header: the same for every attempt. */
  id: z.string(),
  webhook: z.string(),
  event: z.enum([...webhookEvents, 'test']),
  seq: z.int(),
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  createdAt: z.int(),
  /** When it is tried next; of what is not pending, when it was tried last. */
  at: z.int(),
  /** Of the last answer; null: there was none. */
  responseStatus: z.int().nullable(),
  /** Why the last attempt failed: a reason, or the beginning of the answer. */
  error: z.string().nullable(),
  /** The body, as it is sent at every attempt. */
  payload: z.string(),
});
export type Delivery = z.infer<typeof delivery>;

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** Waits between attempts: three days and a little, in all. */
const waits = [5 * SECOND, 300 * SECOND, HOUR / 2, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** How long nothing may arrive before a webhook is paused. */
export const PATIENCE = 72 * HOUR;
/** How long a printed issue has to be left alone to count as complete. */
export const QUIET = 600 * SECOND;

/** When to try again after so many attempts, spread by a tenth for `random` from 0 up to 1; null: not any more. */
export function scheduleRetry(attempts: number, at: number, random: number): number | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : Math.round(at + wait * (0.9 + 0.2 * random));
}

/** The secrets that sign what is sent at a moment. */
export function listSecrets({ secrets }: Pick<StoredWebhook, 'secrets'>, at: number): string[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || at < expiresAt).map(({ secret }) => secret);
}

/** Whether an article is one that a webhook is about. */
export function isAbout(
  { sections, sources }: Pick<StoredWebhook, 'sections' | 'sources'>,
  { section, source }: Pick<ArticleSummary, 'section' | 'source'>,
): boolean {
  const paths = section === null ? [] : [section.slug, section.path.join('/')];
  const isInside = (wanted: string) => paths.some((path) => path === wanted || path.startsWith(`${wanted}/`));
  const isFrom = (wanted: string) => wanted === source?.slug || wanted === source?.name;
  return (sections.length === 0 || sections.some(isInside)) && (sources.length === 0 || sources.some(isFrom));
}
