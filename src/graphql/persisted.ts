/** Persisted queries: requests that name a query by the SHA-256 of its text, which a first request or a file has given. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { parseRequestParams, type Request, type RequestParams, type Response } from 'graphql-http';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { ArchiveError } from '../domain/errors.js';
import { refuseRequest } from './errors.js';

export interface PersistedQueries {
  /** Reads the parameters of a request, its query put in where only the hash is given. Throws what the request is refused with. */
  readParameters(request: Request<unknown, unknown>): Promise<RequestParams | Response>;
}

/** Bytes of text that are remembered, those that were asked for last. */
const REMEMBERED = 8 * 1024 * 1024;

const hashText = (text: string) => createHash('sha256').update(text).digest('hex');

/** Remembers what it is given: automatic persisted queries, as Apollo's clients ask. */
export function rememberQueries(): PersistedQueries {
  const known = new LRUCache<string, string>({ maxSize: REMEMBERED, sizeCalculation: (text) => text.length * 2 + 200 });
  return {
    async readParameters(request) {
      const { hash, query, complete } = readHash(request);
      if (hash !== undefined && query === undefined) {
        const text = known.get(hash);
        if (text === undefined) throw askForQuery();
        return parseRequestParams(complete(text));
      }
      if (hash !== undefined && query !== undefined) {
        if (hashText(query) !== hash) {
          const message = 'The hash is not that of the query';
          throw refuseRequest('unknown_query', message, 'Give the SHA-256 of the query text.');
        }
        known.set(hash, query);
      }
      return parseRequestParams(complete(query));
    },
  };
}

/**
 * Takes only the queries of a file: JSON, the SHA-256 of each text as its name, as code generators write them. Throws
 * `invalid_configuration` for a file that is not so.
 */
export function allowQueries(file: string): PersistedQueries {
  const known = readQueries(file);
  return {
    async readParameters(request) {
      const { hash, query, complete } = readHash(request);
      const text = known.get(hash ?? (query === undefined ? '' : hashText(query)));
      if (text === undefined) {
        throw refuseRequest(
          'unknown_query',
          'This server only takes queries that were registered with it',
          'Ask whoever runs it to register the query.',
        );
      }
      return parseRequestParams(complete(text));
    },
  };
}

function readQueries(file: string): Map<string, string> {
  const fail = (reason: string, cause?: unknown) =>
    new ArchiveError('invalid_configuration', `The queries of ${file} cannot be used: ${reason}`, {
      parameter: 'BAOKU_GRAPHQL_QUERIES',
      cause,
    });
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw fail('it cannot be read as JSON', error);
  }
  const queries = z.record(z.string(), z.string()).safeParse(content);
  if (!queries.success) throw fail('it is not an object of hashes and texts');
  for (const [hash, text] of Object.entries(queries.data))
    if (hashText(text) !== hash) throw fail(`${hash.slice(0, 70)} is not the SHA-256 of its text`);
  return new Map(Object.entries(queries.data));
}

/** Clients that get this answer send the query along; the words are those they look for. */
const askForQuery = () =>
  new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } });

interface Hashed {
  hash: string | undefined;
  query: string | undefined;
  /** The request with this query in it, or none as it came. */
  complete(query: string | undefined): Request<unknown, unknown>;
}

const extensionsOf = z.object({
  persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** Looks for a hash. A request that cannot be read has none: what is wrong with it is said when it is parsed. */
function readHash(request: Request<unknown, unknown>): Hashed {
  const none = { hash: undefined, query: undefined, complete: () => request };
  const found = (query: unknown, extensions: unknown, complete: Hashed['complete']): Hashed => {
    const data = extensions ? extensionsOf.safeParse(extensions).data : undefined;
    return { hash: data?.persistedQuery.sha256Hash, query: typeof query === 'string' ? query : undefined, complete };
  };
  try {
    if (request.method === 'GET') {
      const [path, search = ''] = request.url.split('?', 2);
      const parameters = new URLSearchParams(search);
      const extensions = JSON.parse(parameters.get('extensions') ?? 'null');
      return found(parameters.get('query') ?? undefined, extensions, (query) => {
        if (query === undefined) return request;
        parameters.set('query', query);
        return { ...request, url: `${path}?${parameters}` };
      });
    }
    const body = JSON.parse(String(request.body));
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return none;
    const complete = (query = body.query) => ({ ...request, body: { ...body, query } });
    return found(body.query, body.extensions, complete);
  } catch {
    return none;
  }
}
