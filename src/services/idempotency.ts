/** Named requests: each is carried out once, and whoever sends it again is given the answer it had. */
import { createHash } from 'node:crypto';
import { ArchiveError } from '../domain/errors.js';
import { KEPT_FOR, type KeptAnswer, MOST_CHARACTERS } from '../domain/idempotency.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';

/** What a request asks for: address, kind and bytes, or whatever else tells it from others. */
export type RequestParts = readonly (string | Uint8Array)[];

type Rendered = Pick<KeptAnswer, 'status' | 'headers' | 'body'>;

export interface NamedRequestsOptions {
  read: Pick<ReadStore, 'findAnswer'>;
  write: Pick<WriteStore, 'keepAnswer'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

export class NamedRequests {
  readonly #options: NamedRequestsOptions;
  readonly #underWay = new Set<string>();

  constructor(options: NamedRequestsOptions) {
    this.#options = options;
  }

  /**
   * Carries a request out unless it was, and gives its answer; `keyId` is whose it is. Only an answer of success is kept: what
   * was refused changed nothing, and may be sent again. Throws `idempotency_conflict` while the first one is under way, and
   * `idempotency_mismatch` when the name stands for another request.
   */
  async run(keyId: string, name: string, parts: RequestParts, work: () => Promise<Rendered>): Promise<Rendered> {
    if (name === '' || name.length > MOST_CHARACTERS) {
      throw new ArchiveError('invalid_parameter', `Idempotency-Key has 1 to ${MOST_CHARACTERS} characters`, {
        parameter: 'Idempotency-Key',
      });
    }
    const { read, write, clock } = this.#options;
    const full = `${keyId} ${name}`;
    const fingerprint = hashParts(parts);
    if (this.#underWay.has(full)) {
      throw new ArchiveError('idempotency_conflict', 'The first request with this Idempotency-Key is under way');
    }
    this.#underWay.add(full);
    try {
      const kept = await read.findAnswer(full);
      if (kept !== null && kept.at > clock() - KEPT_FOR) {
        if (kept.fingerprint === fingerprint) return kept;
        throw new ArchiveError('idempotency_mismatch', 'This Idempotency-Key was used for another request', {
          parameter: 'Idempotency-Key',
          suggestion: 'Name each request with a random value of its own.',
        });
      }
      const answer = await work();
      const at = clock();
      await write.keepAnswer({ name: full, fingerprint, at, ...answer }, at - KEPT_FOR);
      return answer;
    } finally {
      this.#underWay.delete(full);
    }
  }
}

function hashParts(parts: RequestParts): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(String(part.length)).update('\0').update(part);
  return digest.digest('base64url');
}
