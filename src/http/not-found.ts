/** What is said about an address that no route answers: 405 when it takes another method, otherwise 404. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ArchiveError } from '../domain/errors.js';
import { findNearest } from '../domain/nearest.js';

/** Whether a path has the shape of a pattern, in which `:name` stands for one segment and a last `*` for the rest. */
function fits(path: readonly string[], pattern: readonly string[]): boolean {
  if (pattern.at(-1) === '*')
    return path.length >= pattern.length && fits(path.slice(0, pattern.length - 1), pattern.slice(0, -1));
  return path.length === pattern.length && pattern.every((part, at) => part.startsWith(':') || part === path[at]);
}

/** Watches which routes are added to `app`, and refuses what they do not answer before any of its body is read. */
export function refuseUnknownAddresses(app: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    // A route for every address (CORS has one for OPTIONS) says nothing about any of them.
    if (url === '*' || url === '/*') return;
    const known = methods.get(url) ?? new Set();
    for (const each of [method].flat()) known.add(each);
    methods.set(url, known);
  });

  const explain = (request: FastifyRequest, reply: FastifyReply): ArchiveError => {
    const path = request.url.split('?', 1)[0] ?? '';
    const parts = path.split('/');
    const allowed = new Set<string>();
    for (const [pattern, known] of methods) {
      if (fits(parts, pattern.split('/'))) for (const method of known) allowed.add(method);
    }
    if (allowed.size > 0 && !allowed.has(request.method)) {
      const list = [...allowed].sort().join(', ');
      reply.header('allow', list);
      return new ArchiveError('method_not_allowed', `${request.method} is not for ${path}`, {
        suggestion: `Use ${list}.`,
      });
    }
    const nearest = findNearest(
      path,
      [...methods.keys()].filter((pattern) => !/[:*]/.test(pattern)),
    );
    return new ArchiveError('not_found', 'There is nothing at this address', {
      suggestion: nearest === undefined ? '/openapi.json lists what there is.' : `Did you mean ${nearest}?`,
    });
  };

  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404) done(explain(request, reply));
    else done();
  });
  app.setNotFoundHandler((request, reply) => {
    throw explain(request, reply);
  });
}
