/**
 * Rate limits: how many requests a key or an address may make, said in the headers of draft-ietf-httpapi-ratelimit-headers-10. @fastify/rate-limit
 * speaks an older draft.
 */
import { isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ArchiveError } from '../domain/errors.js';
import { Quotas, type Standing } from './quota.js';

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

/** The limit of addresses, for what is answered ahead of the framework. */
export interface AddressLimit {
  /** Spends one request of an address; what is over is the framework's to refuse. */
  spend(address: string): { isOver: boolean; headers: string[] };
}

/**
 * Refuses requests over the quota with `rate_limited`: that of the key where it has one of its own, otherwise that of the
 * address. What supervisors ask is free.
 */
export function registerRateLimit(
  app: FastifyInstance,
  { quota, windowSeconds }: RateLimitOptions,
  now: () => number,
): AddressLimit | undefined {
  const quotas = new Quotas(windowSeconds);
  const describe = (kind: 'address' | 'key', most: number, { remaining, fullIn }: Standing) => [
    ...['ratelimit-policy', `"${kind}";q=${most};w=${windowSeconds}`],
    ...['ratelimit', `"${kind}";r=${remaining};t=${Math.ceil(fullIn / 1000)}`],
  ];

  app.addHook('onRequest', (request, reply, done) => {
    const own = request.key?.rateLimit ?? null;
    if ((own === null && quota === 0) || request.routeOptions.config.isProbe) return done();
    const kind = own === null ? 'address' : 'key';
    const most = own ?? quota;
    const client = own === null ? toClient(request.ip) : `key ${request.key?.id}`;
    const standing = quotas.spend(client, most, now());
    const { isOver, wait } = standing;
    const said = describe(kind, most, standing);
    for (let at = 0; at < said.length; at += 2) reply.header(said[at] as string, said[at + 1]);
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
  if (quota === 0) return undefined;
  return {
    spend(address) {
      const standing = quotas.spend(toClient(address), quota, now());
      return { isOver: standing.isOver, headers: describe('address', quota, standing) };
    },
  };
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
