/** Idempotency: requests that a client names, so that sending one again does not do it again. */

/** How long an answer is kept, in milliseconds. */
export const KEPT_FOR = 24 * 3_600_000;
/** Characters of an Idempotency-Key, at most. */
export const MOST_CHARACTERS = 255;

/** The answer to a request that was named. */
export interface KeptAnswer {
  /** Whose it is and how they called it. */
  name: string;
  /** Equal for two requests exactly when they ask for the same. */
  fingerprint: string;
  at: number;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}
