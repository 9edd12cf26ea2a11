/** Finished answers, kept in memory as long as the archive says the same. It knows neither Fastify nor the archive. */
import { LRUCache } from 'lru-cache';

/** An answer ready for the wire: its own headers as names and values in turn, and its bytes. */
export interface KeptAnswer {
  /** Without the quotation marks. */
  etag: string;
  /** What a 304 repeats of the headers. */
  validation: readonly string[];
  headers: readonly string[];
  /** undefined: only clients that have it have asked so far, and for them its name is enough. */
  body: Uint8Array | undefined;
}

/** A guess at what an entry takes beside its body. */
const OVERHEAD = 1_500;

/** Keeps answers up to a number of bytes, those that were asked for last. */
export class AnswerCache {
  readonly #answers: LRUCache<string, KeptAnswer> | undefined;
  #version = '';

  /** With `maxBytes` 0 it keeps nothing. */
  constructor(maxBytes: number) {
    if (maxBytes === 0) return;
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      // So that one export does not push out everything else.
      maxEntrySize: Math.max(1, Math.floor(maxBytes / 8)),
      sizeCalculation: ({ body }, key) => (body?.byteLength ?? 0) + 2 * key.length + OVERHEAD,
    });
  }

  /** The answer kept under a key, if it was made from this version of the archive. */
  get(version: string, key: string): KeptAnswer | undefined {
    return version === this.#version ? this.#answers?.get(key) : undefined;
  }

  /** Keeps an answer, and drops all that were made from another version. */
  set(version: string, key: string, answer: KeptAnswer): void {
    if (version !== this.#version) {
      this.#answers?.clear();
      this.#version = version;
    }
    this.#answers?.set(key, answer);
  }
}
