/** Absolute addresses: of this server as its clients know it, and of articles. */
import type { FastifyRequest } from 'fastify';
import type { RouteContext } from './route.js';

/** Scheme and host that absolute addresses begin with: as configured, or as the client wrote them. */
export function findOrigin(origin: string, { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return origin === '' ? `${protocol}://${host}` : origin;
}

/**
 * Where people read an article: on the site that shows the archive, or where its page stands, or in the explorer, or failing
 * all that its JSON.
 */
export function toArticleAddress(
  { id, url }: { id: string; url: string | null },
  { publication, hasExplorer }: Pick<RouteContext, 'publication' | 'hasExplorer'>,
  origin: string,
): string {
  const { articleUrl } = publication;
  if (articleUrl !== null) return articleUrl.replaceAll('{id}', id);
  return url ?? `${origin}${hasExplorer ? '' : '/v1'}/articles/${id}`;
}
