/**
 * Rate limits: how many requests a key or an address may make, said in the headers of draft-ietf-httpapi-ratelimit-headers-10. @fastify/rate-limit
 * speaks an older draft.
 */
import { isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ArchiveError } from '../domain/errors.js';
import { Quotas } from './quota.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a supervisor asks it: it is never refused for there being too many requests. */
    isProbe?: boolean;
  }
}

export interface RateLimitOptions {
  /** Requests that an address may make in a window; 0: as many as it likes. */
  quota: number;
  /** Length of the window, in seconds. */
  windowSeconds: number;
}

/**
 * Refuses requests over the quota with `rate_limited`: that of the key where it has one of its own, otherwise that of the
 * address. What supervisors ask is free.
 */
export function registerRateLimit(app: FastifyInstance, { quota, windowSeconds }: RateLimitOptions): void {
  const quotas = new Quotas(windowSeconds);

  app.addHook('onRequest', (request, reply, done) => {
    const own = request.key?.rateLimit ?? null;
    if ((own === null && quota === 0) || request.routeOptions.config.isProbe) return done();
    const kind = own === null ? 'address' : 'key';
    const most = own ?? quota;
    const client = own === null ? toClient(request.ip) : `key ${request.key?.id}`;
    const { isOver, remaining, fullIn, wait } = quotas.spend(client, most, performance.now());
    reply.header('ratelimit-policy', `"${kind}";q=${most};w=${windowSeconds}`);
    reply.header('ratelimit', `"${kind}";r=${remaining};t=${Math.ceil(fullIn / 1000)}`);
    if (!isOver) return done();
    const seconds = Math.max(1, Math.ceil(wait / 1000));
    reply.header('retry-after', seconds);
    const who = kind === 'key' ? 'This key' : 'An address';
    done(
      new ArchiveError('rate_limited', `${who} may make ${most} requests in ${windowSeconds} seconds`, {
        suggestion: `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}; /v1/changes and If-None-Match save requests.`,
      }),
    );
  });
}

/** Who is behind an address: for IPv6 its network of 64 bits, within which a client can choose freely. */
export function toClient(address: string): string {
  if (!isIPv6(address)) return address;
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0');
  return [...groups, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
