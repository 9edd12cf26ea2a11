/** Sending: reads the change log for every webhook, posts what is due, and decides when to try again and when to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Delivery,
  listSecrets,
  PATIENCE,
  type StoredWebhook,
  scheduleRetry,
  type WebhookState,
} from '../domain/webhook.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';
import { listMessages, type MessageReads } from './webhook-messages.js';
import { type PostOptions, type PostResult, postMessage, signMessage } from './webhook-post.js';

const LEASE = 'webhooks';
/** How long a process that says nothing keeps the others from sending. */
const LEASE_MS = 30_000;
/** Messages of a webhook that wait, above which its log is not read on: the log is the queue. */
const MOST_PENDING = 500;
/** Messages taken up in one round. */
const ROUND = 200;
/** How long messages are kept that were done with, and how often that is looked at. */
const KEPT_MS = 30 * 86_400_000;
const PRUNE_MS = 3_600_000;

export interface SenderOptions extends PostOptions {
  read: MessageReads & Pick<ReadStore, 'listWebhooks' | 'listDue' | 'countPending' | 'findWebhook'>;
  write: Pick<WriteStore, 'dispatch' | 'noteAttempt' | 'holdLease' | 'pruneDeliveries'>;
  /** Names this process among those of the archive. */
  holder: string;
  /** Between two looks for something to do, in milliseconds. */
  pollMs: number;
  /** Epoch milliseconds. */
  clock: () => number;
  /** From 0 up to 1. */
  random: () => number;
  /** Told what somebody should know of: a webhook that was paused, a round that failed. */
  warn: (message: string, details: object) => void;
  /** Told what came of each attempt. */
  onAttempt?: (delivery: Delivery, result: PostResult) => void;
}

/**
 * Sends until `signal`. Of several processes of one archive one does it, and another takes over within half a minute when it
 * ends or falls silent. A message whose attempt was not noted is sent again: at least once, never not.
 */
export async function sendWebhooks(options: SenderOptions, signal: AbortSignal): Promise<void> {
  const { read, write, holder, pollMs, clock, warn } = options;
  let heldUntil = 0;
  let pruneAt = 0;
  while (!signal.aborted) {
    try {
      const webhooks = (await read.listWebhooks()).filter(({ pausedAt }) => pausedAt === null);
      const now = clock();
      if (webhooks.length > 0 && now > heldUntil - LEASE_MS / 2) {
        const until = now + LEASE_MS;
        heldUntil = (await write.holdLease(LEASE, holder, { at: now, until })) ? until : 0;
      }
      if (webhooks.length > 0 && heldUntil > now) {
        await dispatch(webhooks, options);
        const sent = await sendDue(webhooks, options, signal);
        if (now >= pruneAt) {
          await write.pruneDeliveries(now - KEPT_MS);
          pruneAt = now + PRUNE_MS;
        }
        if (sent > 0) continue;
      }
    } catch (error) {
      warn('webhooks could not be sent', { err: error });
    }
    await sleep(pollMs, undefined, { signal }).catch(() => undefined);
  }
  if (heldUntil > clock()) {
    const at = clock();
    await write.holdLease(LEASE, holder, { at, until: at }).catch(() => false);
  }
}

async function dispatch(webhooks: readonly StoredWebhook[], { read, write, clock }: SenderOptions): Promise<void> {
  const pending = await read.countPending();
  for (const webhook of webhooks) {
    if ((pending.get(webhook.id) ?? 0) >= MOST_PENDING) continue;
    const messages = await listMessages(read, webhook, clock());
    if (messages !== null) await write.dispatch(webhook.id, messages);
  }
}

/** Sends what is due, to all webhooks at the same time and to each one after the other. Gives how many. */
async function sendDue(
  webhooks: readonly StoredWebhook[],
  options: SenderOptions,
  signal: AbortSignal,
): Promise<number> {
  const due = await options.read.listDue(options.clock(), ROUND);
  let sent = 0;
  await Promise.all(
    webhooks.map(async (webhook) => {
      let state: WebhookState = webhook;
      for (const delivery of due.filter(({ webhook: of }) => of === webhook.id)) {
        if (signal.aborted || state.pausedAt !== null) return;
        state = await attempt(delivery, { ...webhook, ...state }, options);
        sent += 1;
      }
    }),
  );
  return sent;
}

/** Posts a message, notes what came of it, and gives the state of its webhook after that. */
async function attempt(delivery: Delivery, webhook: StoredWebhook, options: SenderOptions): Promise<WebhookState> {
  const { write, clock, random, warn, onAttempt } = options;
  const startedAt = clock();
  const result = await postMessage(
    webhook.url,
    delivery.payload,
    signMessage(delivery, listSecrets(webhook, startedAt), startedAt),
    options,
  );
  const at = clock();
  const attempts = delivery.attempts + 1;
  const before: WebhookState = webhook;
  const state = result.error === null ? arrived(webhook) : failed(webhook, result, at);
  const retryAt = result.error === null ? null : scheduleRetry(attempts, at, random());
  await write.noteAttempt(
    {
      id: delivery.id,
      webhook: webhook.id,
      status: result.error === null ? 'delivered' : retryAt === null ? 'failed' : 'pending',
      attempts,
      at: retryAt === null ? at : Math.max(retryAt, at + Math.min(result.retryAfter ?? 0, 86_400) * 1000),
      responseStatus: result.status,
      error: result.error,
    },
    state.pausedAt !== null
      ? state
      : state.failingSince === before.failingSince
        ? null
        : { failingSince: state.failingSince },
  );
  onAttempt?.(delivery, result);
  if (state.pausedAt !== null) {
    warn('a webhook was paused', { webhook: webhook.id, reason: state.pauseReason, error: result.error });
  }
  return state;
}

const arrived = ({ pausedAt, pauseReason }: WebhookState): WebhookState => ({
  failingSince: null,
  pausedAt,
  pauseReason,
});

function failed(state: WebhookState, { status }: PostResult, at: number): WebhookState {
  const failingSince = state.failingSince ?? at;
  if (status === 410) return { failingSince, pausedAt: at, pauseReason: 'gone' };
  if (at - failingSince >= PATIENCE) return { failingSince, pausedAt: at, pauseReason: 'failing' };
  return { failingSince, pausedAt: null, pauseReason: null };
}
