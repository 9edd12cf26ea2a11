/** `changes` and `articlePublished`: the change log, asked for and listened to. */
import { checkChangePosition, formatChangeToken, parseChangeToken } from '../../domain/change.js';
import { ArchiveError } from '../../domain/errors.js';
import { formatInstant } from '../../domain/time.js';
import { followChanges } from '../../services/follow.js';
import type { ChangePage } from '../../store/store.js';
import { readPaging, refuse } from '../arguments.js';
import type { QueryContext } from '../context.js';
import type { ArticleEvent } from '../parents.js';
import type { Resolvers, SubscriptionArticlePublishedArgs } from '../resolver-types.js';
import { selectNames, selectParts } from '../selection.js';

function readToken(after: string) {
  const position = parseChangeToken(after);
  if (position === undefined) throw refuse('after', 'after must be a token of this archive, or a seq');
  return position;
}

export interface PublishedEvent {
  articlePublished: ArticleEvent;
}

/** What was published behind a token, or from now on, until the listener goes. What cannot be listened to is refused at once. */
async function listenToPublished(
  { after, section }: SubscriptionArticlePublishedArgs,
  { routes: { read: archive }, signal }: QueryContext,
): Promise<AsyncGenerator<PublishedEvent>> {
  const state = await archive.getState();
  const position = after ? readToken(after) : { seq: state.seq };
  checkChangePosition(position, state);
  const options = { section: section ?? undefined, signal };
  await archive.listChanges(state.seq, { ...options, limit: 1 });
  return listPublished(followChanges(archive, position.seq, options), state.archiveId);
}

async function* listPublished(pages: AsyncIterable<ChangePage>, archiveId: string): AsyncGenerator<PublishedEvent> {
  for await (const { changes } of pages) {
    for (const { op, contentChanged, seq, id } of changes) {
      if (op === 'delete' || !contentChanged) continue;
      yield { articlePublished: { cursor: formatChangeToken({ archiveId, seq }), id } };
    }
  }
}

export const changeResolvers = {
  Query: {
    changes: async (_, { after, section, first }, { read }) => {
      const { limit } = readPaging({ first });
      const position = after ? readToken(after) : { seq: 0 };
      const { archiveId, seq, logStart, timeZone } = await read.getState();
      checkChangePosition(position, { archiveId, seq, logStart });
      const page = await read.listChanges(position.seq, { limit, section: section ?? undefined });
      const nodes = page.changes.map((change) => ({ ...change, at: formatInstant(change.at, timeZone) }));
      const cursorOf = (seq: number) => formatChangeToken({ archiveId, seq });
      return {
        nodes,
        edges: nodes.map((node) => ({ node, cursor: cursorOf(node.seq) })),
        pageInfo: {
          hasNextPage: page.hasMore,
          hasPreviousPage: position.seq > logStart,
          startCursor: nodes[0] ? cursorOf(nodes[0].seq) : null,
          endCursor: cursorOf(page.end),
        },
      };
    },
  },
  Change: {
    article: ({ op, id }, _, { loadArticle }, info) =>
      op === 'delete' ? null : loadArticle(id, selectParts(selectNames(info))),
  },
  Subscription: {
    articlePublished: { subscribe: (_, given, context) => listenToPublished(given, context) },
  },
  ArticleEvent: {
    article: async ({ id }, _, { loadArticle }, info) => {
      const article = await loadArticle(id, selectParts(selectNames(info)));
      if (article === null) throw new ArchiveError('withdrawn', 'This article was withdrawn meanwhile');
      return article;
    },
  },
} satisfies Resolvers;
