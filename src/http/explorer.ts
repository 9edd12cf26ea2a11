/** `/`: the explorer, a page that shows the archive in a browser. It was built beforehand (src/explorer); here it is sent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { hash } from './cache.js';
import { isFresh } from './conditions.js';

/** The addresses that the page shows something at; what it shows there is the business of its own router. */
export const explorerPaths = [
  '/',
  '/articles/:id',
  '/sources',
  '/sources/:slug',
  '/sources/:slug/:date',
  '/sources/:slug/:date/:page',
  '/people',
  '/people/:name',
  '/organizations',
  '/organizations/:name',
  '/statistics',
  '/desk',
  '/desk/articles/:id',
  '/desk/jobs',
  '/desk/keys',
  '/desk/webhooks',
  '/desk/webhooks/:id',
];

/** Nothing but what this server sends itself, and the images of articles, which lie where their pages lay. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const SHELL_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

/**
 * Adds the explorer that lies in `folder` to `app`. The page is the same at all its addresses; what it loads is named by its
 * content and kept for good, and was compressed when it was built.
 */
export async function registerExplorer(app: FastifyInstance, folder: string, publicUrl: string): Promise<void> {
  const path = publicUrl === '' ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('"./', `"${path}/explorer/`);
  const etag = hash(page);
  const validation = ['cache-control', 'no-cache', 'etag', `"${etag}"`];
  await app.register(async (scope) => {
    // The page and its scripts say nothing of what is in the archive.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, scope: null };
    });
    await scope.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/explorer/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      index: false,
    });
    for (const url of explorerPaths) {
      scope.get(url, { schema: { hide: true } }, (request, reply) => {
        reply.headers({ ...SHELL_HEADERS, 'cache-control': 'no-cache', etag: `"${etag}"` });
        return isFresh(request.headers, { etag, validation }) ? reply.code(304).send() : reply.send(page);
      });
    }
  });
}
