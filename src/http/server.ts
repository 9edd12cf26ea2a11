/** The HTTP server: the routes, and around them ids, logs, problems, CORS and limits. It starts and stops nothing else. */
import {
  createServer,
  type ServerOptions as HttpServerOptions,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import cors from '@fastify/cors';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type * as z from 'zod';
import { ArchiveError } from '../domain/errors.js';
import { Archives } from '../services/archives.js';
import { findOpenedKey } from '../services/keys.js';
import type { Services } from '../services/services.js';
import type { ReadStore } from '../store/store.js';
import { type AuthOptions, registerAuth } from './auth.js';
import { compileBody, takeBodies } from './body.js';
import { type CacheOptions, registerCache } from './cache.js';
import { registerExplorer } from './explorer.js';
import { registerFeeds } from './feeds.js';
import type { FrontDoor } from './front.js';
import { type Metrics, registerMetrics } from './metrics.js';
import { refuseUnknownAddresses } from './not-found.js';
import { registerReference } from './openapi.js';
import { compileParameters } from './parameters.js';
import { problemType, renderProblem, retryAfter, toAnswerError, waysOut } from './problem.js';
import { parseQueryString, tidyAddress } from './query-string.js';
import { type RateLimitOptions, registerRateLimit } from './rate-limit.js';
import { registerRoute } from './register-route.js';
import { createRequestId, identifyRequest, RequestLog } from './request-log.js';
import type { RequestTracer } from './request-tracer.js';
import type { PublicationOptions, RouteContext } from './route.js';
import { registerChangeStream, type StreamOptions } from './routes/change-stream.js';
import { routes } from './routes/index.js';
import { closeSilentConnections } from './silent-connections.js';
import { registerSitemaps } from './sitemaps.js';
import { limitSlowBodies } from './slow-body.js';

/** How the server behaves; where its settings come from is the business of the command line. */
export interface ServerOptions {
  /** Given by `/livez` and the OpenAPI document. */
  version: string;
  /** Scheme, host and path that the world sees before `/v1`, without a slash at the end; null: links are paths. */
  publicUrl: string | null;
  /** Folder of the built explorer; null: there is none, and `/` leads to the reference. */
  explorer: string | null;
  /** Origins whose scripts may read; `*`: all of them; empty: none. */
  corsOrigins: '*' | readonly string[];
  log: {
    level: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
    /** Where JSON lines go; standard output when not given. */
    stream?: { write(line: string): void };
  };
  auth: AuthOptions;
  cache: CacheOptions;
  rateLimit: RateLimitOptions;
  /** Milliseconds that only go forward: quotas are counted by them. */
  now: () => number;
  overload: {
    /** Mean delay of the event loop, in milliseconds, above which requests are refused; 0: never. */
    maxLagMs: number;
    /** How often it is looked at, in milliseconds. */
    sampleMs: number;
  };
  /** Folder for monthly archives, which are made there when they are asked for. */
  archivesFolder: string;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  stream: StreamOptions;
  publication: PublicationOptions;
  limits: {
    /** For a whole request to arrive, in milliseconds. */
    requestTimeoutMs: number;
    /** The same for an import. */
    importTimeoutMs: number;
    /** Of an import, in bytes. */
    importBytes: number;
    /** Of a page, in bytes. */
    pageBytes: number;
    /** For a connection without any traffic, in milliseconds. */
    idleTimeoutMs: number;
    /** Of a request body, in bytes. */
    bodyBytes: number;
  };
}

/** What the `limits` of {@link ServerOptions} are when nothing asks for others. */
export const defaultServerLimits: ServerOptions['limits'] = {
  requestTimeoutMs: 10_000,
  importTimeoutMs: 3_600_000,
  importBytes: 1024 ** 3,
  pageBytes: 16 * 1024 ** 2,
  // Longer than proxies keep an idle connection, so that they never ask on one just closed.
  idleTimeoutMs: 72_000,
  bodyBytes: 256 * 1024,
};

const EXPOSED_HEADERS = [
  'Link',
  'ETag',
  'Last-Modified',
  'Baoku-Seq',
  'RateLimit',
  'RateLimit-Policy',
  'X-Request-Id',
  'Retry-After',
  'Allow',
  'Location',
  'WWW-Authenticate',
];

/**
 * Builds a server that answers from `read`, and that changes the archive through `services` where it has them. It is ready
 * to `listen` or `inject`; closing it finishes the requests that are under way and leaves both open. With `metrics` what is
 * answered is counted there, and with `tracer` each request is traced.
 */
export async function buildServer({
  read,
  services,
  options,
  metrics,
  tracer,
}: {
  read: ReadStore;
  services?: Services;
  options: ServerOptions;
  metrics?: Metrics | undefined;
  tracer?: RequestTracer | undefined;
}): Promise<FastifyInstance> {
  const { log, limits } = options;
  let front: FrontDoor | undefined;
  let closing = false;
  const app = fastify({
    logger: log.level === 'silent' ? false : { level: log.level, ...(log.stream && { stream: log.stream }) },
    logController: new RequestLog({ requestIdLogLabel: 'requestId' }),
    genReqId: identifyRequest,
    rewriteUrl: ({ url }) => tidyAddress(url ?? '/'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200, querystringParser: parseQueryString },
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    // Imports may take long to arrive; other bodies are held to their own limit, and all headers to theirs.
    requestTimeout: limits.importTimeoutMs,
    // Late requests are looked for at this interval; Node's own is half a minute, however short the limit.
    http: {
      headersTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: Math.min(limits.requestTimeoutMs, 1_000),
    },
    connectionTimeout: limits.idleTimeoutMs,
    bodyLimit: limits.bodyBytes,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => sendProblem(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: refuseUnreadable,
    serverFactory(answer, { http }) {
      const respond = (request: IncomingMessage, response: ServerResponse) => {
        let taken: boolean | Promise<boolean> = false;
        try {
          taken = front?.answer(request, response) ?? false;
        } catch {
          // The framework meets the same, and says what it is.
        }
        if (taken === false) answer(request, response);
        else if (taken !== true) {
          const leave = (isTaken: boolean) => void (isTaken || answer(request, response));
          taken.then(leave, () => leave(false));
        }
      };
      const server = createServer(http as HttpServerOptions, (request, response) => {
        if (tracer === undefined) respond(request, response);
        else tracer.begin(request, response, () => respond(request, response));
      });
      server.requestTimeout = limits.requestTimeoutMs;
      server.keepAliveTimeout = limits.idleTimeoutMs;
      return server.setTimeout(limits.idleTimeoutMs);
    },
  });

  app.setValidatorCompiler<z.ZodObject>(({ schema, httpPart }) =>
    httpPart === 'body' ? compileBody(schema) : compileParameters(schema),
  );
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);

  await app.register(cors, {
    origin: options.corsOrigins === '*' ? '*' : options.corsOrigins.length > 0 && [...options.corsOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 86_400,
    strictPreflight: false,
  });
  closeSilentConnections(app);
  limitSlowBodies(app, limits.requestTimeoutMs, (socket) =>
    refuseUnreadable(Object.assign(new Error('slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket),
  );
  if (tracer !== undefined) {
    app.addHook('onRequest', (request, reply, done) => {
      tracer.nameRoute(request.raw, request.routeOptions.url ?? '(none)');
      const traceId = tracer.findTraceId(request.raw);
      if (traceId !== undefined) reply.log = request.log = request.log.child({ traceId });
      done();
    });
  }
  app.addHook('onRequest', (request, reply, done) => {
    setCommonHeaders(request, reply);
    done();
  });
  // Starting is a load, too, and in the sample that is under way when the server is ready, whose verdict holds for another.
  let settled = Number.POSITIVE_INFINITY;
  app.addHook('onReady', (done) => {
    settled = performance.now() + 2 * options.overload.sampleMs;
    done();
  });
  const isOverloaded = () => app.isUnderPressure() && performance.now() >= settled;
  await app.register(underPressure, {
    maxEventLoopDelay: options.overload.maxLagMs,
    sampleInterval: options.overload.sampleMs,
    pressureHandler: async () => {
      if (isOverloaded()) throw new OverloadError();
    },
  });
  const observe = metrics && registerMetrics(app, metrics);
  registerAuth(
    app,
    services?.keys ?? { check: (secret) => findOpenedKey(read, secret, Date.now()) },
    options.auth,
    options.now,
  );
  const limit = registerRateLimit(app, options.rateLimit, options.now);
  refuseUnknownAddresses(app);
  const cached = { read, release: options.version, isPrivate: !options.auth.anonymousReading, ...options.cache };
  front = registerCache(app, cached, {
    readsOrigin: options.corsOrigins !== '*',
    readsForwarded: options.trustedProxies.length > 0,
    limit,
    isBusy: () => closing || isOverloaded(),
    log: ['info', 'debug', 'trace'].includes(log.level) ? app.log : undefined,
    tracer,
    observe,
  });

  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });

  const origin = options.publicUrl ?? '';
  const { version, publication } = options;
  const archives = new Archives({ read, folder: options.archivesFolder, clock: Date.now });
  app.addHook('onClose', () => archives.close());
  const context: RouteContext = {
    ...{ read, services, archives, origin, version, publication, limits },
    hasExplorer: options.explorer !== null,
    isClosing: () => closing,
  };
  app.decorate('routeContext', context);
  await registerReference(app, { origin, version });
  if (options.explorer !== null) await registerExplorer(app, options.explorer, origin);
  else app.get('/', { schema: { hide: true }, config: { scope: null } }, (_, reply) => reply.redirect('/docs'));
  takeBodies(app);
  for (const route of routes) if (services || !route.isWriting) await registerRoute(app, route, context);
  registerFeeds(app, context);
  registerSitemaps(app, context);
  registerChangeStream(app, { ...context, ...options.stream });
  return app;
}

class OverloadError extends ArchiveError {
  constructor() {
    super('overloaded', 'The server has more to do than it can; try again in a moment');
  }
}

function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id);
  reply.header('x-content-type-options', 'nosniff');
}

function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = toAnswerError(thrown);
  if (error.status >= 500) request.log.error({ err: error.cause ?? error }, error.message);
  setCommonHeaders(request, reply);
  const seconds = retryAfter[error.code];
  if (seconds !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', seconds);
  const wayOut = waysOut[error.code];
  if (wayOut !== undefined) reply.header('link', wayOut);
  const path = request.url.split('?', 1)[0] ?? '';
  reply
    .code(error.status)
    .header('content-type', problemType)
    .send(renderProblem(error, path, request.id));
}

/** Answers what Node could not read as a request: there is no request object yet, only the socket. */
function refuseUnreadable(fault: Error & { code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const error = toAnswerError(explainUnreadable(fault.code));
  const body = renderProblem(error, '', createRequestId());
  socket.end(
    `HTTP/1.1 ${error.status} Refused\r\ncontent-type: ${problemType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function explainUnreadable(code: string | undefined): ArchiveError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new ArchiveError('request_too_large', 'The address and the headers are larger than the server accepts');
    case 'HPE_INVALID_URL':
      return new ArchiveError('invalid_url', 'The address holds characters that have to be percent-encoded', {
        suggestion: "With curl: curl --get --data-urlencode 'section=报' and the address without its query.",
      });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ArchiveError('request_timeout', 'The request did not arrive in time');
    default:
      return new ArchiveError('invalid_url', 'This is not a request of HTTP/1.1');
  }
}
