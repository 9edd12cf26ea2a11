/** Changing what is there: articles, the quotes and statistics in them, their revisions, and what is not published. */
import type { Article } from '../../domain/article.js';
import type { Quote } from '../../domain/quote.js';
import type { Statistic } from '../../domain/statistic.js';
import type { Route } from '../../http/route.js';
import { quoteCorrections, statisticCorrections } from '../../http/routes/corrections.js';
import { patchArticle, putArticle, restoreArticle, withdrawArticle } from '../../http/routes/edit.js';
import { diffRevision, getRevision, listRevisions, revertArticle } from '../../http/routes/revisions.js';
import {
  discardUnpublished,
  getUnpublished,
  listUnpublished,
  patchUnpublished,
} from '../../http/routes/unpublished.js';
import { askRoute, callRoute, findByRoute, orNull, type RouteRequest } from '../calls.js';
import type { QueryContext } from '../context.js';
import type { Resolvers } from '../resolver-types.js';

const routes = { quotes: quoteCorrections, statistics: statisticCorrections };
type Items = keyof typeof routes;

/** Adds an item, and gives it with its article; its id is where it can be read. */
async function add(context: QueryContext, items: Items, asked: RouteRequest) {
  const { body, headers } = await askRoute(context, routes[items].add, asked);
  return pick(body as Article, items, headers.location?.split('/').at(-1));
}

async function correct(context: QueryContext, items: Items, asked: RouteRequest & { params: { itemId: string } }) {
  return pick(await callRoute<Article>(context, routes[items].correct, asked), items, asked.params.itemId);
}

function pick(article: Article, items: Items, id: string | undefined): never {
  const found = (article[items] as (Quote | Statistic)[]).find((item) => item.id === id);
  return { ...found, article } as never;
}

/** What a route answers, with the name that its answer has. */
async function named(context: QueryContext, route: Route, asked: RouteRequest): Promise<never> {
  const { body, headers } = await askRoute(context, route, asked);
  return { ...(body as object), etag: headers.etag?.replaceAll('"', '') } as never;
}

interface Differences<T> {
  added: T[];
  removed: T[];
  altered: { from: T; to: T }[];
}

/** What is told apart belongs to the article of this id. */
function withReference<T extends object>({ added, removed, altered }: Differences<T>, id: string): never {
  const refer = (item: T) => ({ ...item, article: { id } });
  return {
    added: added.map(refer),
    removed: removed.map(refer),
    altered: altered.map(({ from, to }) => ({ from: refer(from), to: refer(to) })),
  } as never;
}

export const editingResolvers = {
  Query: {
    unpublished: async (_, { after, limit }, context) =>
      (await callRoute<{ data: never }>(context, listUnpublished, { query: { after, limit } })).data,
    unpublishedArticle: (_, params, context) => orNull(named(context, getUnpublished, { params })),
    revisions: async (_, params, context) =>
      (await findByRoute<{ data: never }>(context, listRevisions, { params }))?.data ?? null,
    revision: (_, params, context) => findByRoute(context, getRevision, { params }),
    revisionDiff: async (_, { to, ...params }, context) => {
      const found = await findByRoute<{
        fields: never;
        quotes: Differences<Quote>;
        statistics: Differences<Statistic>;
      }>(context, diffRevision, { params, query: { to } });
      return (
        found && {
          fields: found.fields,
          quotes: withReference(found.quotes, params.id),
          statistics: withReference(found.statistics, params.id),
        }
      );
    },
  },
  Mutation: {
    patchArticle: (_, { id, input, ...how }, context) =>
      callRoute(context, patchArticle, { params: { id }, body: input, ...how }),
    putArticle: (_, { id, input, ...how }, context) =>
      callRoute(context, putArticle, { params: { id }, body: input, ...how }),
    patchUnpublished: (_, { id, input, ...how }, context) =>
      named(context, patchUnpublished, { params: { id }, body: input, ...how }),
    discardUnpublished: (_, { ifMatch, ...params }, context) =>
      callRoute(context, discardUnpublished, { params, ifMatch }),
    withdrawArticle: (_, { id, ifMatch }, context) => callRoute(context, withdrawArticle, { params: { id }, ifMatch }),
    restoreArticle: (_, params, context) => callRoute(context, restoreArticle, { params }),
    revertArticle: (_, { ifMatch, ...params }, context) => callRoute(context, revertArticle, { params, ifMatch }),
    addQuote: (_, { id, input, idempotencyKey }, context) =>
      add(context, 'quotes', { params: { id }, body: input, idempotencyKey }),
    correctQuote: (_, { input, idempotencyKey, ...params }, context) =>
      correct(context, 'quotes', { params, body: input, idempotencyKey }),
    rejectQuote: (_, params, context) => callRoute(context, quoteCorrections.reject, { params }),
    addStatistic: (_, { id, input, idempotencyKey }, context) =>
      add(context, 'statistics', { params: { id }, body: input, idempotencyKey }),
    correctStatistic: (_, { input, idempotencyKey, ...params }, context) =>
      correct(context, 'statistics', { params, body: input, idempotencyKey }),
    rejectStatistic: (_, params, context) => callRoute(context, statisticCorrections.reject, { params }),
  },
} satisfies Resolvers;
