/** Routes as data become routes of the framework: parameters in, answers out, named requests carried out once. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ArchiveError } from '../domain/errors.js';
import type { Answer } from './answer.js';
import { checkMediaType } from './body.js';
import { STATE_HEADER } from './cache.js';
import { chooseMediaType } from './encoding.js';
import { describeRoute } from './openapi.js';
import { findRedirect, isOfArticle } from './redirect.js';
import { methodOf, type Route, type RouteContext, statusesOf } from './route.js';

/** For requests that only read: a signal for each would cost a thirtieth of a list. */
const NEVER = new AbortController().signal;
const JSON_TYPE = 'application/json; charset=utf-8';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the body is read by the route itself, for as long as it takes. */
    takesStream?: boolean;
  }
}

/** Adds a route to `app`. */
export async function registerRoute(app: FastifyInstance, route: Route, context: RouteContext): Promise<void> {
  const { path, caching = 'list', scope = 'read', body } = route;
  const isProbe = scope === null && route.tag === 'Operations';
  const takesStream = body?.kind === 'stream';
  // What says whether the server is up has to say so above all when there is too much to do.
  const config = { caching, scope, isProbe, takesStream, ...(isProbe && { pressureHandler: () => undefined }) };
  const handleRequest = (request: FastifyRequest, reply: FastifyReply) => handle(route, context, request, reply);
  const handleAnyAddress = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      return await handleRequest(request, reply);
    } catch (error) {
      const where = await findRedirect(context, error, request);
      if (where === undefined) throw error;
      return sendAnswer(route, where, reply);
    }
  };
  const options = {
    method: methodOf(route),
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    schema: describeRoute(route),
    config,
    ...(body?.kind === 'bytes' && { bodyLimit: context.limits.pageBytes }),
    ...(body && { preParsing: async (request: FastifyRequest) => checkMediaType(request, body.types) }),
    handler: isOfArticle(path) ? handleAnyAddress : handleRequest,
  };
  if (!takesStream) {
    app.route(options);
    return;
  }
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_, payload, done) => done(null, payload));
    scope.route(options);
  });
}

async function handle(route: Route, context: RouteContext, request: FastifyRequest, reply: FastifyReply) {
  const { params, query: given, body, url, key, headers, archiveState } = request;
  const { minSeq, ...query } = given as Record<string, unknown>;
  if (archiveState !== null && (minSeq as number) > archiveState.seq) {
    throw new ArchiveError('state_not_reached', `The archive is at ${archiveState.seq}`, { parameter: 'minSeq' });
  }
  const header = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const signal = route.isWriting ? watchClient(reply) : NEVER;
  const run = () =>
    route.handle(context, {
      params: params as Record<string, unknown>,
      query,
      body,
      address: url,
      key,
      header,
      signal,
      chooseType: (types) => chooseMediaType(headers.accept, types),
    });
  const name = route.headers?.includes('Idempotency-Key') ? header('idempotency-key') : undefined;
  if (name === undefined || key === null || context.services === undefined)
    return sendAnswer(route, await run(), reply);
  const bytes = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null);
  const parts = [request.method, url, headers['content-type'] ?? '', headers['if-match'] ?? '', bytes];
  const answer = await context.services.requests.run(key.id, name, parts, async () => toKept(route, await run()));
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}

/** Aborts when the client leaves before it has its answer. */
function watchClient(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) left.abort();
  });
  return left.signal;
}

/** The headers of an answer that are about what it says. */
function listHeaders(answer: Answer): Record<string, string> {
  const { type = JSON_TYPE, seq, bytes, fileName, vary, link, location, etag } = answer;
  return {
    'content-type': type,
    ...(seq !== undefined && { [STATE_HEADER]: String(seq) }),
    ...(bytes !== undefined && { 'content-length': String(bytes) }),
    ...(fileName !== undefined && { 'content-disposition': `attachment; filename="${fileName}"` }),
    ...(vary !== undefined && { vary }),
    ...(link !== undefined && { link }),
    ...(location !== undefined && { location }),
    ...(etag !== undefined && { etag }),
  };
}

function sendAnswer(route: Route, answer: Answer, reply: FastifyReply): FastifyReply {
  // What another moment may have more of is neither named nor kept.
  if (answer.isPartial) reply.request.archiveState = null;
  return reply
    .code(answer.status ?? statusesOf(route)[0] ?? 200)
    .headers(listHeaders(answer))
    .send(answer.body);
}

/** An answer as it is kept for whoever asks again. */
function toKept(route: Route, answer: Answer): { status: number; headers: Record<string, string>; body: string } {
  if (answer.body instanceof Readable) throw new TypeError('a stream cannot be kept');
  const body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('utf8');
  return { status: answer.status ?? statusesOf(route)[0] ?? 200, headers: listHeaders(answer), body };
}
