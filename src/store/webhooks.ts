/** The part of the contract of stores that is about webhooks: who they are, how far each was told, and its messages. */
import type { Delivery, StoredWebhook, WebhookState } from '../domain/webhook.js';

/** What can be changed of a webhook. */
export type WebhookChange = Partial<Omit<StoredWebhook, 'id' | 'createdAt'>>;

/** A printed issue that is to be told of once it is complete. */
export interface AwaitedIssue {
  source: string;
  date: string;
  /** The change that came last, and when. */
  seq: number;
  at: number;
}

/** What a part of the change log means for one webhook. */
export interface Dispatch {
  /** Where the log was read from, and up to where. */
  from: number;
  to: number;
  messages: readonly Delivery[];
  /** Issues that something came in for. */
  awaited: readonly AwaitedIssue[];
  /** Issues that are told of now. */
  told: readonly AwaitedIssue[];
}

/** What an attempt made of a message. */
export type Attempt = Pick<Delivery, 'id' | 'webhook' | 'status' | 'attempts' | 'at' | 'responseStatus' | 'error'>;

export interface WebhookReads {
  /** All webhooks, oldest first. It costs a few microseconds where there is none. */
  listWebhooks(): Promise<StoredWebhook[]>;
  findWebhook(id: string): Promise<StoredWebhook | null>;

  /** Messages of a webhook, the newest first; of one status, or of any. */
  listDeliveries(
    webhook: string,
    options: { limit: number; status?: Delivery['status'] | undefined },
  ): Promise<Delivery[]>;

  /** Messages that wait, of webhooks that are not paused, to be tried up to an instant; the oldest first. */
  listDue(until: number, limit: number): Promise<Delivery[]>;

  /** How many messages of each webhook wait; of those that have any. */
  countPending(): Promise<Map<string, number>>;

  /** Issues of a webhook for which nothing has come in since an instant. */
  listSettledIssues(webhook: string, since: number): Promise<AwaitedIssue[]>;

  /** Of each change of the log, whether its article stood in the archive before it. */
  stoodBefore(changes: readonly { id: string; seq: number }[]): Promise<boolean[]>;
}

/** Webhooks are no part of what readers see: none of this is in the change log. */
export interface WebhookWrites {
  createWebhook(webhook: StoredWebhook): Promise<void>;

  /** Null: there is no such webhook. */
  changeWebhook(id: string, change: WebhookChange): Promise<StoredWebhook | null>;

  /** Removes a webhook and its messages. False: there was none. */
  removeWebhook(id: string): Promise<boolean>;

  /**
   * Keeps the messages of a part of the log and that it was read, in one. A message that is kept already is sent once more.
   * False, and nothing was kept: the webhook is at another place by now, or gone.
   */
  dispatch(webhook: string, dispatch: Dispatch): Promise<boolean>;

  /** Keeps a message that no change stands for. */
  addDelivery(message: Delivery): Promise<void>;

  /** Notes what became of a message and, where that changed, of its webhook. */
  noteAttempt(attempt: Attempt, state: Partial<WebhookState> | null): Promise<void>;

  /** Makes messages of a webhook wait again, as if they were new: one by its id, or all that failed. Gives how many. */
  resend(webhook: string, which: { id: string } | 'failed', at: number): Promise<number>;

  /** Drops messages that were done with before an instant. Gives how many. */
  pruneDeliveries(before: number): Promise<number>;

  /**
   * Takes or keeps what only one process may do, until an instant. False: another one has it. To give it up, take it until now.
   */
  holdLease(name: string, holder: string, lease: { at: number; until: number }): Promise<boolean>;
}
