/** Webhooks: making, changing and removing them, and having messages sent again. Sending itself is in webhook-sender.ts. */
import { randomBytes } from 'node:crypto';
import { ArchiveError } from '../domain/errors.js';
import { type Delivery, listSecrets, type StoredWebhook, type WebhookRequest } from '../domain/webhook.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';
import { type PostOptions, postMessage, signMessage } from './webhook-post.js';

export interface WebhookServiceOptions extends PostOptions {
  read: Pick<ReadStore, 'findWebhook' | 'getState'>;
  write: Pick<WriteStore, 'createWebhook' | 'changeWebhook' | 'removeWebhook' | 'addDelivery' | 'resend'>;
  /** Epoch milliseconds. */
  clock: () => number;
  random?: (bytes: number) => Uint8Array;
}

/** A webhook with the secret that its receiver checks messages with. */
export interface MadeWebhook {
  webhook: StoredWebhook;
  /** `whsec_` and 32 random bytes in base64. */
  secret: string;
}

export class WebhookService {
  readonly #options: Required<WebhookServiceOptions>;

  constructor(options: WebhookServiceOptions) {
    this.#options = { random: randomBytes, ...options };
  }

  /** Makes a webhook that is told of every change from now on. Throws `invalid_body` for http: where it is not allowed. */
  async create(request: WebhookRequest): Promise<MadeWebhook> {
    const { read, write, networks, clock } = this.#options;
    if (request.url.startsWith('http:') && networks.isEmpty) {
      throw new ArchiveError('invalid_body', 'A webhook needs an https: address', {
        parameter: 'url',
        suggestion: 'http: is for networks that BAOKU_WEBHOOK_NETWORKS names.',
      });
    }
    const secret = this.#makeSecret();
    const webhook: StoredWebhook = {
      ...request,
      id: `wh_${this.#makeName()}`,
      createdAt: clock(),
      position: (await read.getState()).seq,
      secrets: [{ secret, expiresAt: null }],
      failingSince: null,
      pausedAt: null,
      pauseReason: null,
    };
    await write.createWebhook(webhook);
    return { webhook, secret };
  }

  /** Gives a webhook a new secret. For `graceMs` more every message carries a signature with the old one as well. */
  async rotate(id: string, graceMs: number): Promise<MadeWebhook> {
    const { secrets } = await this.find(id);
    const secret = this.#makeSecret();
    const [newest] = secrets;
    const kept = newest && graceMs > 0 ? [{ ...newest, expiresAt: this.#options.clock() + graceMs }] : [];
    return { webhook: await this.#change(id, { secrets: [{ secret, expiresAt: null }, ...kept] }), secret };
  }

  /** Sends nothing any more until it is resumed; what happens meanwhile is told then. */
  async pause(id: string): Promise<StoredWebhook> {
    return this.#change(id, { pausedAt: this.#options.clock(), pauseReason: 'asked' });
  }

  /** Sends again, first what was missed. */
  async resume(id: string): Promise<StoredWebhook> {
    return this.#change(id, { pausedAt: null, pauseReason: null, failingSince: null });
  }

  async remove(id: string): Promise<void> {
    if (!(await this.#options.write.removeWebhook(id))) refuseUnknown(id);
  }

  /** Posts a message of type `test` at once, also to a webhook that is paused, and gives what came of it. */
  async test(id: string): Promise<Delivery> {
    const { read, write, clock } = this.#options;
    const webhook = await this.find(id);
    const { seq } = await read.getState();
    const at = clock();
    const message = {
      id: `msg_test_${this.#makeName()}`,
      payload: JSON.stringify({ type: 'test', timestamp: new Date(at).toISOString(), data: { seq } }),
    };
    const { status, error } = await postMessage(
      webhook.url,
      message.payload,
      signMessage(message, listSecrets(webhook, at), at),
      this.#options,
    );
    const delivery: Delivery = {
      ...message,
      webhook: id,
      event: 'test',
      seq,
      status: error === null ? 'delivered' : 'failed',
      attempts: 1,
      createdAt: at,
      at,
      responseStatus: status,
      error,
    };
    await write.addDelivery(delivery);
    return delivery;
  }

  /**
   * Has messages sent again under their old ids: one, all that failed for good, or all of the changes behind `since`, as the
   * archive is now. Gives how many, null for `since`: they are made as the log is read. Throws `not_found`.
   */
  async replay(id: string, which: { message: string } | { since: number } | 'failed'): Promise<number | null> {
    const { write, clock } = this.#options;
    if (typeof which === 'object' && 'since' in which) {
      await this.#change(id, { position: which.since });
      return null;
    }
    await this.find(id);
    const count = await write.resend(id, which === 'failed' ? 'failed' : { id: which.message }, clock());
    if (count === 0 && which !== 'failed') {
      throw new ArchiveError('not_found', `${id} has no message ${which.message}`);
    }
    return count;
  }

  /** Throws `not_found`. */
  async find(id: string): Promise<StoredWebhook> {
    return (await this.#options.read.findWebhook(id)) ?? refuseUnknown(id);
  }

  async #change(id: string, change: Parameters<WriteStore['changeWebhook']>[1]): Promise<StoredWebhook> {
    return (await this.#options.write.changeWebhook(id, change)) ?? refuseUnknown(id);
  }

  #makeSecret(): string {
    return `whsec_${Buffer.from(this.#options.random(32)).toString('base64')}`;
  }

  #makeName(): string {
    return Buffer.from(this.#options.random(9)).toString('base64url').replace(/[-_]/g, '0');
  }
}

function refuseUnknown(id: string): never {
  throw new ArchiveError('not_found', `There is no webhook ${id}`, { suggestion: '`baoku webhooks list` shows all.' });
}
