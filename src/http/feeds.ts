/** `/feeds/…`: any list of articles, quotes or statistics as RSS, Atom or JSON Feed, and the sections as OPML. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import type { Article } from '../domain/article.js';
import { articleFilter, defaultSort, quoteFilter, statisticFilter } from '../domain/query.js';
import type { Feed, FeedItem } from '../feeds/feed.js';
import { type Publication, toArticleItem, toQuoteItem, toStatisticItem } from '../feeds/items.js';
import { writeJsonFeed } from '../feeds/json-feed.js';
import { readPage } from '../services/list.js';
import { fromJson } from '../store/json.js';
import type { ListName, ReadStore } from '../store/store.js';
import { findOrigin, toArticleAddress } from './addresses.js';
import { atState, paging, searchText } from './parameters.js';
import type { RouteContext } from './route.js';

/** What writes XML is loaded by the first feed: it is a tenth of all modules, and no server waits for it to start. */
const formats = {
  rss: { type: 'application/rss+xml; charset=utf-8', load: async () => (await import('../feeds/rss.js')).writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', load: async () => (await import('../feeds/atom.js')).writeAtom },
  json: { type: 'application/feed+json; charset=utf-8', load: async () => writeJsonFeed },
};

const more = paging.extend({ q: searchText.optional(), ...atState.shape }).shape;
const queries = {
  articles: articleFilter.extend(more),
  quotes: quoteFilter.extend(more),
  statistics: statisticFilter.extend(more),
};
type Query = z.output<(typeof queries)['quotes']> & z.output<(typeof queries)['statistics']>;

const descriptions: Record<ListName, string> = { articles: '最新稿件', quotes: '最新引语', statistics: '最新数据' };

interface Entries {
  items: FeedItem[];
  next: string | null;
}

/** The newest entries of a list, behind a cursor. */
async function readEntries(
  read: ReadStore,
  list: ListName,
  { q, limit, cursor, minSeq: _, ...filter }: Query & { minSeq?: unknown },
  publication: Publication,
): Promise<Entries> {
  const asked = { q, limit, cursor, sort: defaultSort(filter.date), count: 'none' as const };
  switch (list) {
    case 'articles': {
      const { items, next } = await readPage(read, list, filter, asked, { include: [], content: true });
      return { items: fromJson(items).map((one) => toArticleItem(one as Article, publication)), next };
    }
    case 'quotes': {
      const { items, next } = await readPage(read, list, filter, asked);
      return { items: fromJson(items).map((one) => toQuoteItem(one, publication)), next };
    }
    case 'statistics': {
      const { items, next } = await readPage(read, list, filter, asked);
      return { items: fromJson(items).map((one) => toStatisticItem(one, publication)), next };
    }
  }
}

/** What a feed is of, in the words of whoever asked. */
const nameFeed = ({ section, source, speaker, organization, unit, measure, q }: Query) =>
  [section, source, speaker, organization, measure, unit, q, '报库'].filter((part) => part !== undefined).join(' · ');

/** Without `publicUrl` the addresses in an answer are those that the client asked at. */
const noteHost = (reply: FastifyReply, { origin }: RouteContext) =>
  origin === '' ? reply.header('vary', 'Host') : reply;

/** Adds the feeds to `app`. */
export function registerFeeds(app: FastifyInstance, context: RouteContext): void {
  const { read } = context;
  const config = { caching: 'list' as const };
  for (const list of ['articles', 'quotes', 'statistics'] as const) {
    for (const [format, { type, load }] of Object.entries(formats)) {
      const schema = { hide: true, querystring: queries[list] };
      app.get<{ Querystring: Query }>(`/feeds/${list}.${format}`, { schema, config }, async (request, reply) => {
        const origin = findOrigin(context.origin, request);
        const { changedAt, archiveId, timeZone } = await read.getState();
        const toAddress: Publication['toAddress'] = (article) => toArticleAddress(article, context, origin);
        const { items, next } = await readEntries(read, list, request.query, { toAddress, timeZone });
        const parameters = new URLSearchParams(request.url.split('?')[1]);
        const page = (cursor: string | null) => {
          parameters.delete('cursor');
          if (cursor !== null) parameters.set('cursor', cursor);
          const query = parameters.toString();
          return `${origin}/feeds/${list}.${format}${query === '' ? '' : `?${query}`}`;
        };
        const first = page(null);
        const feed: Feed = {
          id: `urn:baoku:feed:${archiveId}:${first.slice(first.indexOf('/feeds/') + '/feeds/'.length)}`,
          title: nameFeed(request.query),
          description: descriptions[list],
          homeUrl: `${origin}/`,
          selfUrl: page(request.query.cursor ?? null),
          nextUrl: next === null ? null : page(next),
          hubUrl: context.publication.hubUrl,
          updatedAt: new Date(changedAt),
          items,
        };
        const write = await load();
        return noteHost(reply, context).header('content-type', type).send(write(feed));
      });
    }
  }

  app.get(
    '/feeds/sections.opml',
    { schema: { hide: true, querystring: z.object({}) }, config },
    async (request, reply) => {
      const origin = findOrigin(context.origin, request);
      const toFeedUrl = (slug: string) => `${origin}/feeds/articles.rss?section=${encodeURIComponent(slug)}`;
      const { writeOpml } = await import('../feeds/opml.js');
      const text = writeOpml('报库', await read.listSections(), toFeedUrl);
      return noteHost(reply, context).header('content-type', 'text/x-opml; charset=utf-8').send(text);
    },
  );
}
