/**
 * HTTP caching for every route that allows it: validators and freshness on each answer, 304 for what the client has, bytes
 * in the coding it takes, and finished answers kept in memory. What an answer says is not its business.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getDictionaryVersion } from '../services/dictionary.js';
import type { ArchiveState, ReadStore } from '../store/store.js';
import { AnswerCache, type KeptAnswer } from './answer-cache.js';
import { findHeld, isFresh } from './conditions.js';
import { type Coding, chooseCoding, encodeBody, encodeText, isWorthEncoding } from './encoding.js';
import { type Caching, chooseCacheControl, findLastDay, findMember, type Lasting, listTags } from './freshness.js';
import { FrontDoor, type FrontOptions, nameAsked } from './front.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How the answers of a route may be cached; not given: a route that sees to it itself. */
    caching?: Caching;
  }
  interface FastifyRequest {
    /** The archive when the request arrived; null for routes that are not about it. */
    archiveState: ArchiveState | null;
    /** Whether the answer was one that had been kept. */
    isKept: boolean;
  }
}

export interface CacheOptions {
  /** Bytes of finished answers to keep; 0: none. */
  maxBytes: number;
}

export interface CachedArchive {
  read: ReadStore;
  /** That of the software: another one may answer in other words. */
  release: string;
  /** Whether reading takes a key: then no cache on the way may keep an answer, and one for each key is another. */
  isPrivate: boolean;
}

/** An answer to be named. */
interface Named {
  caching: Exclude<Caching, 'none'>;
  state: ArchiveState;
  /** Whether it is of this state for certain. */
  isSettled: boolean;
  body: Buffer;
  coding: Coding;
}

/** The state an answer was read from, or a later one. */
export const STATE_HEADER = 'baoku-seq';

/**
 * Adds caching to `app`. Keys are checked before: what is kept here is sent to whoever came so far. Gives the door that sends
 * kept answers ahead of the framework, where there may be one.
 */
export function registerCache(
  app: FastifyInstance,
  { read, release, isPrivate, maxBytes }: CacheOptions & CachedArchive,
  frontOptions: Omit<FrontOptions, 'read' | 'answers' | 'identify' | 'maxBytes'>,
): FrontDoor | undefined {
  const answers = new AnswerCache(maxBytes);
  /** What routes were seen to answer by, beside the address; none of their answers is kept before that is known. */
  const variations = new Map<string | undefined, readonly string[]>();
  const toResource = ({ url, headers, body, routeOptions: { url: route, config } }: FastifyRequest) => {
    const names = variations.get(route);
    const asked = config.caching === 'posted' ? nameAsked(url, body as string, headers['content-type']) : url;
    return names === undefined ? asked : `${asked} ${names.map((name) => headers[name] ?? '').join(' ')}`;
  };
  const toKey = (request: FastifyRequest) =>
    `${chooseCoding(request.headers['accept-encoding'])} ${toResource(request)}`;
  const controlOf = (caching: Lasting, day: string | undefined) => {
    const control = chooseCacheControl(caching, day, Date.now());
    return isPrivate ? control.replace('public', 'private') : control;
  };
  const varyBy = (reply: FastifyReply) =>
    [reply.getHeader('vary'), isPrivate ? 'Authorization, X-Api-Key' : undefined, 'Accept-Encoding']
      .filter((names) => names !== undefined)
      .join(', ');
  // Queries are read by the dictionary: with another one they find something else.
  const identify = ({ archiveId, seq, changedAt }: ArchiveState) =>
    `${release} ${archiveId} ${seq} ${changedAt} ${getDictionaryVersion()}`;

  // Where reading takes a key, there is none who may have an answer without being looked at.
  const isOpen = maxBytes > 0 && !isPrivate;
  const front = isOpen
    ? new FrontDoor({ ...frontOptions, read, answers, identify, maxBytes: maxBytes / 8 })
    : undefined;

  /** What names an answer, and says how long it keeps. */
  function validate(
    request: FastifyRequest,
    reply: FastifyReply,
    { caching, state, isSettled, body, coding }: Named,
  ): Pick<KeptAnswer, 'etag' | 'validation'> & { tags: readonly string[] } {
    const vary = ['vary', varyBy(reply)];
    if (caching === 'posted') return { etag: '', validation: ['cache-control', 'no-store', ...vary], tags: [] };
    const { day = findLastDay(request), modifiedAt = state.changedAt } = isAboutArticle(request) ? readDates(body) : {};
    const tags = listTags(request);
    const validation = ['cache-control', controlOf(caching, day), ...vary];
    let etag = '';
    if (caching === 'item' || isSettled) {
      const name = caching === 'item' ? hash(release, body) : hash(identify(state), toResource(request));
      etag = `${name}${suffixes[coding]}`;
      validation.push('etag', `"${etag}"`);
    }
    // A second that is not over may bring another change, which the date could not tell from this one.
    if (Date.now() - modifiedAt >= 1_000 && modifiedAt > 0)
      validation.push('last-modified', new Date(modifiedAt).toUTCString());
    // A cache that is told of no change keeps the tags that it has.
    return { etag, validation, tags: ['cache-tag', tags.join(','), 'surrogate-key', tags.join(' ')] };
  }

  /** Sends the answer that is kept of this version, where one is and its bytes are known or not needed. */
  function sendIfKept(request: FastifyRequest, reply: FastifyReply, version: string): boolean {
    const key = toKey(request);
    const kept = answers.get(version, key);
    if (kept === undefined || (kept.body === undefined && !isFresh(request.headers, kept))) return false;
    front?.keep(request, reply, key, kept, variations.get(request.routeOptions.url) ?? []);
    sendKept(request, reply, kept);
    return true;
  }

  app.decorateRequest('archiveState', null);
  app.decorateRequest('isKept', false);

  app.addHook('onRequest', async (request, reply) => {
    const { caching } = request.routeOptions.config;
    if (caching === undefined || caching === 'file' || caching === 'none') return;
    const state = await read.getState();
    request.archiveState = state;
    // What is asked by a body is not known yet.
    if (!request.mayRead || caching === 'posted') return;
    reply.header(STATE_HEADER, state.seq);
    const version = identify(state);
    if (sendIfKept(request, reply, version)) return reply;
    if (caching !== 'list' || request.headers['if-none-match'] === undefined) return;
    const etag = findHeld(request.headers, hash(version, toResource(request)));
    if (etag === undefined) return;
    const control = controlOf(caching, findLastDay(request));
    const validation = ['etag', `"${etag}"`, 'cache-control', control, 'vary', varyBy(reply)];
    answers.set(version, toKey(request), { etag, validation, headers: [], body: undefined });
    return sendNotModified(reply, validation);
  });

  app.addHook('preHandler', (request, reply, done) => {
    const { archiveState, mayRead, routeOptions } = request;
    const isAsked = routeOptions.config.caching === 'posted' && archiveState !== null && mayRead;
    if (!isAsked || !sendIfKept(request, reply, identify(archiveState))) done();
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { caching } = request.routeOptions.config;
    const state = request.archiveState;
    if (caching === undefined && reply.statusCode < 400) return payload;
    if (caching === 'file' && reply.statusCode === 200) {
      const tags = listTags(request);
      reply.header('cache-control', controlOf(caching, undefined)).header('cache-tag', tags.join(','));
      reply.header('surrogate-key', tags.join(' '));
      if (isPrivate) reply.header('vary', varyBy(reply));
      return request.headers['if-none-match'] === reply.getHeader('etag') ? dropBody(request, reply, payload) : payload;
    }
    if (caching !== undefined && caching !== 'none' && reply.statusCode === 308) {
      const [, id = ''] = /\/articles\/([^/?]+)/.exec(String(reply.getHeader('location'))) ?? [];
      const tags = [...listTags(request), `article:${id}`];
      setHeaders(reply, ['cache-control', controlOf('item', undefined), 'vary', varyBy(reply)]);
      setHeaders(reply, ['cache-tag', tags.join(','), 'surrogate-key', tags.join(' ')]).removeHeader('content-type');
      return payload;
    }
    if (caching === undefined || caching === 'none' || state === null || reply.statusCode !== 200) {
      reply.header('cache-control', 'no-store');
      return payload;
    }
    const body = toBytes(payload);
    if (body === undefined) {
      // A stream is neither kept nor named: its bytes are not known before it ends.
      reply.header('cache-control', 'no-store');
      if (request.method === 'HEAD' && payload instanceof Readable) payload.destroy();
      return payload;
    }
    const names = String(reply.getHeader('vary') ?? '')
      .toLowerCase()
      .split(/, */);
    // Other origins get other CORS headers with the same body.
    const varying = names.filter((name) => name !== '' && name !== 'origin');
    if (varying.length > 0) variations.set(request.routeOptions.url, varying);

    const version = identify(state);
    // What was read while the archive changed may be of either state: it has no name that holds, and is not kept.
    const isSettled = identify(await read.getState()) === version;
    const type = String(reply.getHeader('content-type'));
    const coding = isWorthEncoding(type, body.byteLength)
      ? chooseCoding(request.headers['accept-encoding'])
      : 'identity';
    const { etag, validation, tags } = validate(request, reply, { caching, state, isSettled, body, coding });
    const encoded = await encodeBody(body, coding);
    const link = reply.getHeader('link');
    const own = ['content-type', type, 'content-length', String(encoded.byteLength)];
    if (coding !== 'identity') own.push('content-encoding', coding);
    if (link !== undefined) own.push('link', String(link));
    const answer: KeptAnswer = { etag, validation, headers: [...validation, ...tags, ...own], body: encoded };
    if (isSettled) answers.set(version, toKey(request), answer);
    if (isFresh(request.headers, answer)) {
      return dropBody(request, setHeaders(reply, validation).removeHeader('link'), encoded);
    }
    setHeaders(reply, answer.headers);
    return encoded;
  });
  return front;
}

/** ETags name bytes, and the same in another coding are others. */
const suffixes = { br: '-br', gzip: '-gzip', identity: '' } as const;

/** What tells answers from others, in 128 bits. That of an item is of the release and its bytes. */
export function hash(...parts: (string | Uint8Array)[]): string {
  const digest = createHash('sha1');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('base64url').slice(0, 22);
}

const isAboutArticle = ({ params }: FastifyRequest) => typeof params === 'object' && params !== null && 'id' in params;

/** When the article of an answer was published, and when it changed last; those that it gives. */
function readDates(body: Buffer): { day?: string; modifiedAt?: number } {
  const day = findMember(body, 'publishedAt');
  const modified = findMember(body, 'modifiedAt');
  return { ...(day !== undefined && { day }), ...(modified !== undefined && { modifiedAt: Date.parse(modified) }) };
}

/** The client has the body already. A length, where one is said, is that of the body: the framework measures it for HEAD, and leaves it out. */
function dropBody({ method }: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (payload instanceof Readable) payload.destroy();
  for (const name of ['content-type', 'content-length', 'content-disposition']) reply.removeHeader(name);
  reply.code(304);
  return method === 'HEAD' ? payload : null;
}

function toBytes(payload: unknown): Buffer | undefined {
  if (typeof payload === 'string') return encodeText(payload);
  if (Buffer.isBuffer(payload)) return payload;
  if (payload instanceof Uint8Array) return Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  return undefined;
}

function setHeaders(reply: FastifyReply, headers: readonly string[]): FastifyReply {
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] as string, headers[at + 1]);
  return reply;
}

/** What other hooks have set, which the headers of an answer are added to. */
function collectHeaders(reply: FastifyReply, own: readonly string[]): string[] {
  const all: string[] = [];
  const others = reply.getHeaders();
  for (const name in others) if (name !== 'vary') all.push(name, String(others[name]));
  return all.concat(own);
}

function sendNotModified(reply: FastifyReply, headers: readonly string[]): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(304, collectHeaders(reply, headers));
  reply.raw.end();
  return reply;
}

/** Sends a kept answer past what is left of the framework, which would cost as much again. */
function sendKept(request: FastifyRequest, reply: FastifyReply, kept: KeptAnswer): FastifyReply {
  request.isKept = true;
  if (isFresh(request.headers, kept)) return sendNotModified(reply, kept.validation);
  reply.hijack();
  reply.raw.writeHead(200, collectHeaders(reply, kept.headers));
  reply.raw.end(request.method === 'HEAD' ? undefined : kept.body);
  return reply;
}
