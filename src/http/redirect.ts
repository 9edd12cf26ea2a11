/** Articles that are asked for by another address than their id: where they are. */
import type { FastifyRequest } from 'fastify';
import { ArchiveError } from '../domain/errors.js';
import { resolveId } from '../services/addresses.js';
import type { Answer } from './answer.js';
import type { RouteContext } from './route.js';

const OF_ARTICLE = '/v1/articles/{id}';

/** Whether a path names an article. */
export const isOfArticle = (path: string) => path === OF_ARTICLE || path.startsWith(`${OF_ARTICLE}/`);

/**
 * Leads a request for an article that is not there to the one that its address is an alias or the URL of; undefined: it is of none.
 * Throws `withdrawn` when that one was withdrawn.
 */
export async function findRedirect(
  { read, origin }: Pick<RouteContext, 'read' | 'origin'>,
  error: unknown,
  { url, params }: Pick<FastifyRequest, 'url' | 'params'>,
): Promise<Answer | undefined> {
  if (!(error instanceof ArchiveError) || (error.code !== 'not_found' && error.code !== 'withdrawn')) return undefined;
  const { id: given } = params as { id: string };
  const id = await resolveId(read, given);
  if (id === given) return undefined;
  const { state } = await read.getArticle(id, []);
  if (state === 'unknown') return undefined;
  if (state === 'withdrawn') throw new ArchiveError('withdrawn', 'This article was withdrawn from the archive');
  return redirect(`${origin}${url.replace(/^(\/v1\/articles\/)[^/?]+/, `$1${id}`)}`);
}

/** An answer that leads elsewhere for good. */
export const redirect = (location: string): Answer => ({ status: 308, location, body: '' });
