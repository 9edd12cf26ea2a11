/** What a part of the change log means for a webhook: which messages it is sent, and what stands in them. */
import type { ArticleSummary } from '../domain/article.js';
import type { Change } from '../domain/change.js';
import { formatInstant } from '../domain/time.js';
import { type Delivery, isAbout, QUIET, type StoredWebhook, type WebhookEvent } from '../domain/webhook.js';
import { fromJson } from '../store/json.js';
import type { ArchiveState, ReadStore } from '../store/store.js';
import type { AwaitedIssue, Dispatch } from '../store/webhooks.js';

/** Changes of the log that are looked at in one go; also `limits.ids`. */
const PAGE = 100;

export type MessageReads = Pick<
  ReadStore,
  'listChanges' | 'getArticles' | 'stoodBefore' | 'listSettledIssues' | 'getIssue' | 'getState'
>;

/**
 * The messages that come next for a webhook, at most a page of them; null: there is nothing new. Articles stand in them as they are
 * now, of which the seq tells whether it is as it was.
 */
export async function listMessages(read: MessageReads, webhook: StoredWebhook, now: number): Promise<Dispatch | null> {
  const state = await read.getState();
  const { changes, end } =
    state.seq > webhook.position
      ? await read.listChanges(webhook.position, { limit: PAGE })
      : { changes: [], end: webhook.position };
  const told = await read.listSettledIssues(webhook.id, now - QUIET);
  if (end === webhook.position && told.length === 0) return null;

  const articles = await readArticles(read, changes);
  const stood = await read.stoodBefore(changes);
  const make = createMaker(webhook, state, now);
  const messages: Delivery[] = [];
  const awaited = new Map<string, AwaitedIssue>();
  for (const [index, change] of changes.entries()) {
    const { id, seq, at } = change;
    const article = articles.get(id) ?? null;
    const event = toEvent(change, stood[index] === true);
    if (event === null) continue;
    // What is gone says no more where it was.
    if (article !== null && !isAbout(webhook, article)) continue;
    if (article === null && event !== 'article.withdrawn') continue;
    if (event !== 'article.withdrawn' && article !== null && webhook.events.includes('issue.completed')) {
      const { source, issue } = article;
      if (source !== null && issue !== null) {
        awaited.set(`${source.slug} ${issue.date}`, { source: source.slug, date: issue.date, seq, at });
      }
    }
    if (webhook.events.includes(event)) {
      messages.push(make(`${seq}`, event, seq, at, event === 'article.withdrawn' ? { id } : { id, article }));
    }
  }
  for (const { source, date, seq, at } of told) {
    const found = await read.getIssue(source, date).catch(() => null);
    if (found === null) continue;
    messages.push(make(`${source}-${date}-${seq}`, 'issue.completed', seq, at, { issue: found.issue }));
  }
  return { from: webhook.position, to: end, messages, awaited: [...awaited.values()], told };
}

async function readArticles(read: MessageReads, changes: readonly Change[]): Promise<Map<string, ArticleSummary>> {
  const ids = new Set(changes.filter(({ op }) => op === 'upsert').map(({ id }) => id));
  if (ids.size === 0) return new Map();
  const found = fromJson(await read.getArticles([...ids], { include: [], content: false }));
  return new Map(found.map((article) => [article.id, article]));
}

/** What readers see of a change; null: nothing. */
function toEvent({ op, contentChanged }: Change, stoodBefore: boolean): WebhookEvent | null {
  if (op === 'delete') return 'article.withdrawn';
  if (!stoodBefore) return 'article.published';
  return contentChanged ? 'article.updated' : null;
}

function createMaker({ id: webhook }: StoredWebhook, { archiveId, timeZone }: ArchiveState, now: number) {
  return (name: string, event: WebhookEvent, seq: number, at: number, data: object): Delivery => ({
    // The same event has the same id, whoever makes the message and however often.
    id: `msg_${archiveId}_${name}`,
    webhook,
    event,
    seq,
    status: 'pending',
    attempts: 0,
    createdAt: now,
    at: now,
    responseStatus: null,
    error: null,
    payload: JSON.stringify({ type: event, timestamp: formatInstant(at, timeZone), data: { seq, ...data } }),
  });
}
