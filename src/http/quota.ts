/** Quotas: who may spend how much in a window. Who is quiet may spend all at once, and then gains steadily (GCRA). */
import { LRUCache } from 'lru-cache';

/** Clients that are remembered, those that asked last. */
const REMEMBERED = 100_000;

/** Where a client stands after it has spent, or was refused. Times are in milliseconds. */
export interface Standing {
  isOver: boolean;
  remaining: number;
  /** Until the whole quota is there again. */
  fullIn: number;
  /** Until the client may spend again; 0: now. */
  wait: number;
}

/** The quotas of many clients in windows of one length. It counts in this process alone. */
export class Quotas {
  readonly #window: number;
  /** When each client will have its whole quota again. */
  readonly #fullAt = new LRUCache<string, number>({ max: REMEMBERED });

  constructor(windowSeconds: number) {
    this.#window = windowSeconds * 1000;
  }

  /** Spends one of the quota of a client, or, with `amount` 0, looks whether it could. */
  spend(client: string, quota: number, now: number, amount: 0 | 1 = 1): Standing {
    const step = this.#window / quota;
    const before = Math.max(this.#fullAt.get(client) ?? 0, now);
    const after = before + step;
    const isOver = after - now > this.#window + 1e-6;
    if (!isOver && amount === 1) this.#fullAt.set(client, after);
    const full = isOver || amount === 0 ? before : after;
    return {
      isOver,
      remaining: isOver ? 0 : Math.floor((this.#window - (full - now)) / step + 1e-6),
      fullIn: full - now,
      wait: isOver ? after - now - this.#window : 0,
    };
  }
}
