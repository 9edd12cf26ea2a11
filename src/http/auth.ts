/** Who asks: the key of a request, and whether it may use the route. What keys are is in domain/key.ts. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ArchiveError } from '../domain/errors.js';
import { hasScope, requireScope, type Scope, type StoredKey } from '../domain/key.js';
import { Quotas } from './quota.js';
import { toClient } from './rate-limit.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What a key has to have to use the route; `read` when not given, null: anyone may. `any`: the route itself sees to what
     * whoever asks may do.
     */
    scope?: Scope | 'any' | null;
  }
  interface FastifyRequest {
    /** The key the request came with; null: none. */
    key: StoredKey | null;
    /** Whether whoever asks may read the archive. */
    mayRead: boolean;
  }
  interface FastifyInstance {
    /** Checks a key that came with a request otherwise than in its headers, as those in headers are. Throws why it is none. */
    acceptKey(request: FastifyRequest, secret: string): Promise<void>;
  }
}

export interface AuthOptions {
  /** Whether reading takes no key. */
  anonymousReading: boolean;
}

/** Where keys are checked. */
export interface KeyChecker {
  check(secret: string): Promise<StoredKey | null>;
  /** Writes when keys were used, now and then or, when forced, at once. */
  noteUses?(force?: boolean): Promise<void>;
}

/** Failed attempts of an address in so many seconds, above which it is heard no more. */
const FAILURES = 10;
const FAILURES_SECONDS = 60;
const CHALLENGE = 'Bearer realm="baoku"';

/** The secret among headers. Other schemes than Bearer are for whatever stands before the server. */
export function findSecret(headers: Readonly<Record<string, unknown>>): string | undefined {
  const [, bearer] = /^bearer +(\S+) *$/i.exec(String(headers.authorization ?? '')) ?? [];
  const named = headers['x-api-key'];
  return bearer ?? (typeof named === 'string' && named !== '' ? named : undefined);
}

/**
 * Adds the check of keys to `app`, before anything that is about the archive. A wrong key is refused everywhere but at the
 * routes that are open to all, also where none is needed: whoever sends one wants to know.
 */
export function registerAuth(
  app: FastifyInstance,
  keys: KeyChecker,
  { anonymousReading }: AuthOptions,
  now: () => number,
): void {
  const failures = new Quotas(FAILURES_SECONDS);

  /** `say` is told of the headers that a refusal has. */
  async function acceptKey(request: FastifyRequest, secret: string, say: (name: string, value: unknown) => void) {
    const client = toClient(request.ip);
    const { isOver, wait } = failures.spend(client, FAILURES, now(), 0);
    if (isOver) {
      say('retry-after', Math.ceil(wait / 1000));
      throw new ArchiveError('rate_limited', 'This address has sent too many keys that are not valid');
    }
    request.key = await keys.check(secret);
    if (request.key === null) {
      failures.spend(client, FAILURES, now());
      say('www-authenticate', `${CHALLENGE}, error="invalid_token"`);
      throw new ArchiveError('unauthenticated', 'This key is not valid, or no longer', {
        suggestion: 'Ask whoever runs the archive for another one.',
      });
    }
    request.mayRead = anonymousReading || hasScope(request.key, 'read');
  }

  app.decorateRequest('key', null);
  app.decorateRequest('mayRead', anonymousReading);
  app.decorate('acceptKey', (request, secret) => acceptKey(request, secret, () => undefined));
  app.addHook('onRequest', async (request, reply) => {
    const { scope = 'read' } = request.routeOptions.config;
    if (request.is404 || scope === null) return;
    const secret = findSecret(request.headers);
    if (secret !== undefined) await acceptKey(request, secret, (name, value) => reply.header(name, value));
    if (anonymousReading && (scope === 'read' || scope === 'any')) return;
    // Over WebSocket a key may come later.
    if (scope === 'any' && (request.key !== null || request.headers.upgrade !== undefined)) return;
    if (request.key === null) reply.header('www-authenticate', CHALLENGE);
    requireScope(request.key, scope === 'any' ? 'read' : scope);
  });

  const noteUses = async (force?: boolean) => {
    await keys.noteUses?.(force).catch((err: unknown) => app.log.error({ err }, 'the use of keys could not be noted'));
  };
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.key !== null) void noteUses();
    done();
  });
  app.addHook('onClose', () => noteUses(true));
}
