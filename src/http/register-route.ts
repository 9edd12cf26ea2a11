/** Routes as data become routes of the framework: parameters in, answers out. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ArchiveError } from '../domain/errors.js';
import { checkMediaType } from './body.js';
import { carryOut, type Rendered, render } from './call.js';
import { chooseMediaType } from './encoding.js';
import { describeRoute } from './openapi.js';
import { findRedirect, isOfArticle } from './redirect.js';
import { methodOf, type Route, type RouteContext } from './route.js';

/** For requests that only read: a signal for each would cost a thirtieth of a list. */
const NEVER = new AbortController().signal;

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
      return give(reply, render(route, where));
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
  const answer = await carryOut(route, context, {
    params: params as Record<string, unknown>,
    query,
    body,
    address: url,
    key,
    header,
    signal: route.isWriting ? watchClient(reply) : NEVER,
    chooseType: (types) => chooseMediaType(headers.accept, types),
  });
  // What another moment may have more of is neither named nor kept.
  if (answer.isPartial) request.archiveState = null;
  return give(reply, answer);
}

/** Puts an answer into a reply, but for its body: that goes back to the framework, which would watch for the end of a reply sent here. */
function give(reply: FastifyReply, { status, headers, body }: Rendered): Rendered['body'] {
  reply.code(status).headers(headers);
  return body;
}

/** Aborts when the client leaves before it has its answer. */
function watchClient(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) left.abort();
  });
  return left.signal;
}
