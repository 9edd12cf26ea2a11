/**
 * Rate limits: how many requests an address may make, said in the headers of draft-ietf-httpapi-ratelimit-headers-10. It
 * counts in this process alone; @fastify/rate-limit speaks an older draft.
 */
import { isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { ArchiveError } from '../domain/errors.js';

export interface RateLimitOptions {
  /** Requests that an address may make in a window; 0: as many as it likes. */
  quota: number;
  /** Length of the window, in seconds. */
  windowSeconds: number;
}

/** Addresses that are remembered, those that asked last. */
const REMEMBERED = 100_000;

/**
 * Refuses requests over the quota with `rate_limited`. An address that was quiet may spend its whole quota at once, and then
 * gains requests steadily (GCRA), so that no window has an edge to crowd at. Routes without caching, which supervisors
 * ask, are free.
 */
export function registerRateLimit(app: FastifyInstance, { quota, windowSeconds }: RateLimitOptions): void {
  if (quota === 0) return;
  const window = windowSeconds * 1000;
  const step = window / quota;
  /** When each address will have its whole quota again. */
  const fullAt = new LRUCache<string, number>({ max: REMEMBERED });
  const policy = `"address";q=${quota};w=${windowSeconds}`;

  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config.caching === 'none') return done();
    const now = performance.now();
    const client = toClient(request.ip);
    const before = Math.max(fullAt.get(client) ?? 0, now);
    const after = before + step;
    const isOver = after - now > window + 1e-6;
    if (!isOver) fullAt.set(client, after);
    const full = isOver ? before : after;
    const remaining = isOver ? 0 : Math.floor((window - (full - now)) / step + 1e-6);
    reply.header('ratelimit-policy', policy);
    reply.header('ratelimit', `"address";r=${remaining};t=${Math.ceil((full - now) / 1000)}`);
    if (!isOver) return done();
    const wait = Math.max(1, Math.ceil((after - now - window) / 1000));
    reply.header('retry-after', wait);
    done(
      new ArchiveError('rate_limited', `An address may make ${quota} requests in ${windowSeconds} seconds`, {
        suggestion: `Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}; /v1/changes and If-None-Match save requests.`,
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
