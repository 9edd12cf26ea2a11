/** Keys: making, checking, rotating and revoking them. A secret leaves this file once, when it is made. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ArchiveError } from '../domain/errors.js';
import { isLive, type KeyRequest, listHashes, type StoredKey } from '../domain/key.js';
import type { ReadStore } from '../store/store.js';
import type { WriteStore } from '../store/writing.js';

/** What is sent: the id, which is no secret and names the key to people, and 256 random bits. */
const FORM = /^bk_([0-9a-hjkmnp-tv-z]{10})_([\w-]{43})$/;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** Uses are noted so often, in milliseconds, and not with each request. */
const NOTED_EVERY = 60_000;

/** A key with its secret, as it is shown this once. */
export interface MadeKey {
  key: StoredKey;
  secret: string;
}

export interface KeyServiceOptions {
  read: Pick<ReadStore, 'findKey'>;
  write: Pick<WriteStore, 'createKey' | 'rotateKey' | 'revokeKey' | 'noteKeyUses'>;
  /** Epoch milliseconds. */
  clock: () => number;
  random?: (bytes: number) => Uint8Array;
}

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/**
 * The key that a secret opens at a moment; null: none does. All live secrets are compared, each in constant time, and an id
 * that is not known costs the same comparison.
 */
export async function findOpenedKey(
  read: Pick<ReadStore, 'findKey'>,
  secret: string,
  at: number,
): Promise<StoredKey | null> {
  const [, id] = FORM.exec(secret) ?? [];
  if (id === undefined) return null;
  const key = await read.findKey(id);
  const given = Buffer.from(hash(secret));
  let isOpen = false;
  for (const kept of key === null ? [hash(id)] : listHashes(key, at)) {
    if (timingSafeEqual(given, Buffer.from(kept)) && key !== null) isOpen = true;
  }
  return isOpen ? key : null;
}

export class KeyService {
  readonly #options: Required<KeyServiceOptions>;
  /** When each key was used last, of those whose use was not written yet. */
  readonly #uses = new Map<string, number>();
  #notedAt = 0;

  constructor(options: KeyServiceOptions) {
    this.#options = { random: randomBytes, ...options };
  }

  /** Makes a key. Throws `invalid_body` for an `admin` that is to be restricted: it could make itself another key. */
  async create(request: KeyRequest): Promise<MadeKey> {
    if (request.scopes.includes('admin') && request.sections.length + request.sources.length > 0) {
      throw new ArchiveError('invalid_body', 'A key with the scope admin cannot be restricted', {
        parameter: 'scopes',
      });
    }
    const { write, clock, random } = this.#options;
    const id = [...random(10)].map((byte) => ALPHABET[byte & 31]).join('');
    const secret = this.#makeSecret(id);
    const at = clock();
    const secrets = [{ hash: hash(secret), createdAt: at, expiresAt: null }];
    const key: StoredKey = { ...request, id, createdAt: at, revokedAt: null, lastUsedAt: null, secrets };
    await write.createKey(key);
    return { key, secret };
  }

  /** Gives a key a new secret; the old one holds for `graceMs` more. Throws `not_found`. */
  async rotate(id: string, graceMs: number): Promise<MadeKey> {
    const { write, clock } = this.#options;
    const secret = this.#makeSecret(id);
    const at = clock();
    const key = await write.rotateKey(id, hash(secret), { at, graceUntil: at + graceMs });
    return { key: key ?? refuseUnknown(id), secret };
  }

  /** Ends a key for good, with all its secrets. Throws `not_found`. */
  async revoke(id: string): Promise<StoredKey> {
    return (await this.#options.write.revokeKey(id, this.#options.clock())) ?? refuseUnknown(id);
  }

  /** Whether a key can be used now. */
  isLive(key: StoredKey): boolean {
    return isLive(key, this.#options.clock());
  }

  /** The key that a secret opens now, whose use is noted; null: none does. */
  async check(secret: string): Promise<StoredKey | null> {
    const { read, clock } = this.#options;
    const at = clock();
    const key = await findOpenedKey(read, secret, at);
    if (key !== null) this.#uses.set(key.id, at);
    return key;
  }

  /** Writes when keys were used, if it was not done for a while; `force` does it in any case. */
  async noteUses(force = false): Promise<void> {
    const now = this.#options.clock();
    if (this.#uses.size === 0 || (!force && now - this.#notedAt < NOTED_EVERY)) return;
    this.#notedAt = now;
    const uses = [...this.#uses].map(([id, at]) => ({ id, at }));
    this.#uses.clear();
    await this.#options.write.noteKeyUses(uses);
  }

  #makeSecret(id: string): string {
    return `bk_${id}_${Buffer.from(this.#options.random(32)).toString('base64url')}`;
  }
}

function refuseUnknown(id: string): never {
  throw new ArchiveError('not_found', `There is no key ${id}`, { suggestion: '`baoku keys list` shows all.' });
}
