/**
 * The front door: an answer that is kept leaves from here, before the framework makes anything of its request, which would cost
 * more than the answer. It says the same as the framework would, and leaves to it whatever takes more than looking.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { ArchiveState, ReadStore } from '../store/store.js';
import type { AnswerCache, KeptAnswer } from './answer-cache.js';
import { isFresh } from './conditions.js';
import type { AddressLimit } from './rate-limit.js';
import { identifyRequest, redactAddress } from './request-log.js';
import type { RequestTracer } from './request-tracer.js';

/** A kept answer with all headers that are the same for each request, behind those of the request itself. */
interface ReadyAnswer {
  /** Under which the cache keeps it. */
  key: string;
  kept: KeptAnswer;
  /** What it was chosen by beside the address. */
  accept: string | undefined;
  acceptEncoding: string | undefined;
  whole: string[];
  notModified: string[];
  route: string;
}

export interface FrontOptions {
  read: ReadStore;
  answers: AnswerCache;
  /** What tells one version of the archive from another. */
  identify(state: ArchiveState): string;
  /** Bytes that headers may take here, about. */
  maxBytes: number;
  /** Whether answers differ by the Origin of the request. */
  readsOrigin: boolean;
  /** Whether X-Forwarded-For says who asks. */
  readsForwarded: boolean;
  limit: AddressLimit | undefined;
  /** Whether the framework has to see to the request: it closes, or has too much to do. */
  isBusy(): boolean;
  /** Where each request is logged; undefined: nowhere. */
  log: FastifyBaseLogger | undefined;
  tracer: RequestTracer | undefined;
  /** Told of each request that was answered here. */
  observe: ((route: string, method: string, status: number, seconds: number) => void) | undefined;
}

/** Headers that each request has of its own, or that Node writes. */
const own = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy']);
/** What answers may be chosen by and be kept here. */
const readable: ReadonlySet<string> = new Set(['accept', 'accept-encoding']);
/** Answers of one address that differ by these: clients are of a few kinds. */
const MOST_VARIANTS = 4;
/** A guess at what the headers of an answer take. */
const OVERHEAD = 2_000;

/** What is asked for: an address or, where a body says it, the address with the body and what that is. */
export const nameAsked = (url: string, body?: string, type = ''): string =>
  body === undefined ? url : `${url} ${type}\n${body}`;

export class FrontDoor {
  readonly #options: FrontOptions;
  /** By what is asked for. */
  readonly #ready: LRUCache<string, readonly ReadyAnswer[]>;
  /** Addresses that were asked by a body. */
  readonly #posted = new Set<string>();
  #known: { state: ArchiveState; version: string } | undefined;
  /** What the last look found, in which poll of the event loop; and the socket of the last request. */
  #state: ArchiveState | undefined;
  #poll: number | undefined;
  #socket: Socket | null = null;

  constructor(options: FrontOptions) {
    this.#options = options;
    this.#ready = new LRUCache({
      maxSize: Math.max(1, Math.floor(options.maxBytes)),
      sizeCalculation: (_, asked) => OVERHEAD + 2 * asked.length,
    });
  }

  /** Takes over an answer that the framework has just sent from the cache; `varying` are the headers it was chosen by. */
  keep(request: FastifyRequest, reply: FastifyReply, key: string, kept: KeptAnswer, varying: readonly string[]): void {
    if (!this.#mayAnswer(request.raw) || varying.some((name) => !readable.has(name))) return;
    const { originalUrl, routeOptions } = request;
    const isPosted = request.method === 'POST';
    // Addresses with something added to them may be as many as somebody likes.
    if (isPosted && originalUrl !== routeOptions.url) return;
    if (isPosted) this.#posted.add(originalUrl);
    const common: string[] = [];
    const given = reply.getHeaders();
    for (const name in given) if (name !== 'vary' && !own.has(name)) common.push(name, String(given[name]));
    const { accept, 'accept-encoding': acceptEncoding, 'content-type': type } = request.headers;
    // The header that each request has of its own stands first, and is written there when it leaves.
    const head = ['x-request-id', '', ...common];
    const ready = {
      ...{ key, kept, accept, acceptEncoding },
      whole: [...head, ...kept.headers].map(flatten),
      notModified: [...head, ...kept.validation].map(flatten),
      route: routeOptions.url ?? '',
    };
    const asked = isPosted ? nameAsked(originalUrl, request.body as string, type) : originalUrl;
    const others = (this.#ready.get(asked) ?? []).filter((other) => !isFor(other, request.headers));
    this.#ready.set(asked, [ready, ...others.slice(0, MOST_VARIANTS - 1)]);
  }

  /**
   * Answers a request, if its answer is kept and of the archive as it is now: the archive is asked after the request has
   * arrived, so that whatever was committed before is in the answer. False: the framework has to.
   */
  answer(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
    const { url = '', method } = request;
    if (method === 'POST') return this.#posted.has(url) && this.#answerPosted(url, request, response);
    const ready = this.#find(url, request);
    if (ready === undefined) return false;
    const state = this.#look(response);
    if (state instanceof Promise) return state.then((told) => this.#send(told, ready, request, response));
    return this.#send(state, ready, request, response);
  }

  /** Answers what a body asks for, if all of that has come already; otherwise it is left where it was. */
  async #answerPosted(url: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    // The request is told of before its body, which lies ready after the wait.
    const state = await this.#look(response);
    const { 'content-length': length, 'content-type': type } = request.headers;
    if (length === undefined || request.readableLength !== Number(length)) return false;
    const body: Buffer | null = request.read();
    if (body === null) return false;
    const ready = this.#find(nameAsked(url, body.toString(), type), request);
    if (ready !== undefined && this.#send(state, ready, request, response)) {
      request.resume();
      return true;
    }
    request.unshift(body);
    return false;
  }

  #find(asked: string, request: IncomingMessage): ReadyAnswer | undefined {
    const ready = this.#ready.get(asked)?.find((variant) => isFor(variant, request.headers));
    return ready !== undefined && this.#mayAnswer(request) && !this.#options.isBusy() ? ready : undefined;
  }

  #send(state: ArchiveState, ready: ReadyAnswer, request: IncomingMessage, response: ServerResponse): boolean {
    const { answers, limit, log, tracer, observe } = this.#options;
    const { kept } = ready;
    if (answers.get(this.#toVersion(state), ready.key) !== kept) return false;
    const { url = '', method = '', headers } = request;
    const begun = log || observe ? performance.now() : 0;
    const status = isFresh(headers, kept) ? 304 : 200;
    if (status === 200 && kept.body === undefined) return false;
    const lines = status === 304 ? ready.notModified : ready.whole;
    const requestId = identifyRequest(request);
    lines[1] = requestId;
    if (limit === undefined) response.writeHead(status, lines);
    else {
      const { isOver, headers: said } = limit.spend(request.socket.remoteAddress ?? '');
      if (isOver) return false;
      response.writeHead(status, lines.concat(said));
    }
    response.end(status === 304 || method === 'HEAD' ? undefined : kept.body);
    tracer?.nameRoute(request, ready.route);
    if (log || observe) {
      const ms = performance.now() - begun;
      observe?.(ready.route, method, status, ms / 1000);
      const traceId = tracer?.findTraceId(request);
      log?.info(
        {
          requestId,
          ...(traceId && { traceId }),
          method,
          url: redactAddress(url),
          status,
          ms: Math.round(ms * 100) / 100,
        },
        'request',
      );
    }
    return true;
  }

  /** Whether nothing about a request is for the framework to judge. */
  #mayAnswer({ method, headers }: IncomingMessage): boolean {
    const { readsOrigin, readsForwarded } = this.#options;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return false;
    if (headers.authorization !== undefined || headers['x-api-key'] !== undefined) return false;
    if (readsOrigin && headers.origin !== undefined) return false;
    return !readsForwarded || headers['x-forwarded-for'] === undefined;
  }

  /**
   * The archive as it is now. A look is shared by requests whose sockets were found ready together, which have begun before it. The
   * next request on one of these sockets may have been sent after it.
   */
  #look({ socket }: ServerResponse): ArchiveState | Promise<ArchiveState> {
    // Each poll of the event loop raises it by what was found ready; earlier versions of Node 22 do not tell.
    const poll = performance.nodeTiming.uvMetricsInfo?.events;
    const isShared = poll !== undefined && poll === this.#poll && socket !== null && socket !== this.#socket;
    this.#socket = socket;
    if (isShared && this.#state !== undefined) return this.#state;
    const state = this.#options.read.getState();
    this.#poll = poll;
    this.#state = state instanceof Promise ? undefined : state;
    return state;
  }

  #toVersion(state: ArchiveState): string {
    if (this.#known?.state !== state) this.#known = { state, version: this.#options.identify(state) };
    return this.#known.version;
  }
}

/** The same in one piece. Of what was put together, V8 keeps the parts, and checks it as a header for twice the time. */
const flatten = (text: string) => Buffer.from(text, 'latin1').toString('latin1');

/** Whether a variant is the one that a client gets. */
const isFor = ({ accept, acceptEncoding }: ReadyAnswer, headers: IncomingMessage['headers']) =>
  accept === headers.accept && acceptEncoding === headers['accept-encoding'];
