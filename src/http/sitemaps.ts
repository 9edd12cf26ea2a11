/** `/sitemap.xml`, an index with a sitemap of each month, and `/sitemap-news.xml`, the last two days for news engines. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Article, ArticleSummary } from '../domain/article.js';
import { ArchiveError } from '../domain/errors.js';
import { type ArticleFilter, articleFilter } from '../domain/query.js';
import { formatInstant } from '../domain/time.js';
import type { NewsArticle } from '../feeds/sitemap.js';
import { countFacet } from '../services/facets.js';
import { fromJson } from '../store/json.js';
import { findOrigin, toArticleAddress } from './addresses.js';
import type { RouteContext } from './route.js';

const NEWS_AGE = 2 * 86_400_000;
const NEWS_LIMIT = 1_000;

/** Loaded by the first sitemap, as what writes feeds: no server waits for it to start. */
const load = () => import('../feeds/sitemap.js');

const nothing = z.object({});
const month = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) });
/** Months with more articles than one sitemap may hold have several. */
const part = z.object({ part: z.coerce.number().int().min(1).max(1_000).default(1) });

/** Adds the sitemaps to `app`. */
export function registerSitemaps(app: FastifyInstance, context: RouteContext): void {
  const { read } = context;
  const config = { caching: 'list' as const };
  const send = (reply: FastifyReply, text: string) => {
    if (context.origin === '') reply.header('vary', 'Host');
    return reply.header('content-type', 'application/xml; charset=utf-8').send(text);
  };
  const addressOf = (request: FastifyRequest) => {
    const origin = findOrigin(context.origin, request);
    return (article: ArticleSummary) => toArticleAddress(article, context, origin);
  };

  /** Articles of a filter in the order of their dates, from a moment of its own: a month may be long. */
  async function* walk(filter: Partial<ArticleFilter>): AsyncGenerator<ArticleSummary> {
    const options = { sort: '-publishedAt', include: [], content: false } as const;
    const { pages } = await read.openSnapshot('articles', articleFilter.parse(filter), options);
    for await (const page of pages) yield* fromJson(page) as (Article | ArticleSummary)[];
  }

  app.get('/sitemap.xml', { schema: { hide: true, querystring: nothing }, config }, async (request, reply) => {
    const origin = findOrigin(context.origin, request);
    const { SITEMAP_LIMIT, writeSitemapIndex } = await load();
    const month = await countFacet(read, articleFilter.parse({}), 'month');
    const addresses = month.flatMap(({ value, count }) =>
      Array.from({ length: Math.ceil(count / SITEMAP_LIMIT) }, (_, at) =>
        at === 0 ? `${origin}/sitemaps/${value}.xml` : `${origin}/sitemaps/${value}.xml?part=${at + 1}`,
      ),
    );
    return send(reply, writeSitemapIndex(addresses));
  });

  const ofMonth = { hide: true, params: month, querystring: part };
  app.get<{ Params: z.output<typeof month>; Querystring: z.output<typeof part> }>(
    '/sitemaps/:month.xml',
    { schema: ofMonth, config },
    async (request, reply) => {
      const { SITEMAP_LIMIT, writeSitemap } = await load();
      const { month } = request.params;
      const begin = (request.query.part - 1) * SITEMAP_LIMIT;
      const toAddress = addressOf(request);
      const pages: { address: string; modifiedAt: string }[] = [];
      let at = 0;
      for await (const article of walk({ from: month, to: month })) {
        if (at >= begin) pages.push({ address: toAddress(article), modifiedAt: article.modifiedAt });
        at += 1;
        if (pages.length === SITEMAP_LIMIT) break;
      }
      if (pages.length === 0) throw new ArchiveError('not_found', `The archive has no articles of ${month}`);
      return send(reply, writeSitemap(pages));
    },
  );

  // About this moment: what is news today is none tomorrow, though nothing was written.
  const now = { schema: { hide: true, querystring: nothing }, config: { caching: 'none' as const } };
  app.get('/sitemap-news.xml', now, async (request, reply) => {
    const toAddress = addressOf(request);
    const { timeZone } = await read.getState();
    const news: NewsArticle[] = [];
    for await (const article of walk({ from: formatInstant(Date.now() - NEWS_AGE, timeZone) })) {
      const { title, source, issue, publishedAt } = article;
      const date = publishedAt ?? issue?.date;
      if (date === undefined) continue;
      news.push({ address: toAddress(article), title, publication: source?.name ?? '报库', publishedAt: date });
      if (news.length === NEWS_LIMIT) break;
    }
    const { writeNewsSitemap } = await load();
    return send(reply, writeNewsSitemap(news));
  });
}
