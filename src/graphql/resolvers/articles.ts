/** `article`, `articleNeighbors`, `relatedArticles`, `node` and `nodes`: what has an id; and the fields of an article. */
import { type Article, type Block, nameState } from '../../domain/article.js';
import { ArchiveError } from '../../domain/errors.js';
import type { Json } from '../../domain/json.js';
import { limits } from '../../domain/query.js';
import { relatedParameters } from '../../domain/related.js';
import { resolveId } from '../../services/addresses.js';
import { findNeighbors } from '../../services/neighbors.js';
import { listRelated } from '../../services/related.js';
import { fromJson, toByteText } from '../../store/json.js';
import type { ArticleParts } from '../../store/store.js';
import { checkArguments, refuse } from '../arguments.js';
import type { LoadedArticle, QueryContext } from '../context.js';
import type { Resolvers } from '../resolver-types.js';
import { selectNames, selectParts } from '../selection.js';

const blockTypes = {
  heading: 'HeadingBlock',
  paragraph: 'ParagraphBlock',
  list: 'ListBlock',
  image: 'ImageBlock',
  table: 'TableBlock',
} as const satisfies Record<Block['type'], string>;

const withdrawn = () => new ArchiveError('withdrawn', 'This article was withdrawn from the archive');

async function getArticle({ read }: QueryContext, id: string, parts: ArticleParts): Promise<Json<Article> | null> {
  let found = await read.getArticle(id, parts.include);
  const other = found.state === 'published' ? id : await resolveId(read, id);
  if (other !== id) found = await read.getArticle(other, parts.include);
  if (found.state === 'withdrawn') throw withdrawn();
  return found.state === 'published' ? found.article : null;
}

/** A quote or statistic; its id begins with that of its article. */
async function findItem({ loadArticle }: QueryContext, id: string) {
  const article = await loadArticle(id.slice(0, id.lastIndexOf('-')), {
    include: ['quotes', 'statistics'],
    content: false,
  });
  const item = [...(article?.quotes ?? []), ...(article?.statistics ?? [])].find((one) => one.id === id);
  return item && article ? { ...item, article } : null;
}

const findNode = (context: QueryContext, id: string, parts: ArticleParts) =>
  (id.includes('-') ? findItem(context, id) : context.loadArticle(id, parts)) as never;

/** A part that an article was not read with is loaded, for all articles at once. */
async function loadPart<P extends 'body' | 'text' | 'quotes' | 'statistics'>(
  article: LoadedArticle,
  part: P,
  context: QueryContext,
): Promise<NonNullable<LoadedArticle[P]>> {
  const loaded = await context.loadArticle(article.id, selectParts(new Set([part])));
  if (!loaded?.[part]) throw withdrawn();
  return loaded[part] as NonNullable<LoadedArticle[P]>;
}

/** Lets the quotes or statistics of an article know it. They were parsed for this request alone. */
function withArticle<T extends object>(
  items: readonly T[],
  article: LoadedArticle,
): (T & { article: LoadedArticle })[] {
  return items.map((item) => Object.assign(item, { article }));
}

export const articleResolvers = {
  Query: {
    article: async (_, { id }, context, info) => {
      const found = await getArticle(context, id, selectParts(selectNames(info)));
      return found === null || context.copies.take(info, () => toByteText(found)) ? null : fromJson(found);
    },
    articleNeighbors: async (_, { id }, context) => {
      const found = await getArticle(context, id, { include: [], content: false });
      return found && findNeighbors(context.read, fromJson(found));
    },
    relatedArticles: async (_, { id, limit }, context) => {
      const given = checkArguments(relatedParameters, { limit });
      const found = await getArticle(context, id, { include: [], content: true });
      return found && listRelated(context.read, fromJson(found), given.limit);
    },
    node: (_, { id }, context, info) => findNode(context, id, selectParts(selectNames(info))),
    nodes: (_, { ids }, context, info) => {
      if (ids.length > limits.ids) throw refuse('ids', `ids takes at most ${limits.ids} values`);
      const parts = selectParts(selectNames(info));
      return ids.map((id) => findNode(context, id, parts));
    },
  },
  Article: {
    etag: async (article, _, context) => {
      const { revision, modifiedAt } =
        'revision' in article ? article : ((await context.loadArticle(article.id, selectParts(new Set()))) ?? article);
      if (revision === undefined || modifiedAt === undefined) throw withdrawn();
      return nameState({ revision, modifiedAt });
    },
    body: (article, _, context) => article.body ?? loadPart(article, 'body', context),
    text: (article, _, context) => article.text ?? loadPart(article, 'text', context),
    quotes: (article, _, context) =>
      article.quotes
        ? withArticle(article.quotes, article)
        : loadPart(article, 'quotes', context).then((quotes) => withArticle(quotes, article)),
    statistics: (article, _, context) =>
      article.statistics
        ? withArticle(article.statistics, article)
        : loadPart(article, 'statistics', context).then((statistics) => withArticle(statistics, article)),
  },
  Node: {
    __resolveType: (node) => ('kind' in node ? 'Quote' : 'value' in node ? 'Statistic' : 'Article'),
  },
  Block: { __resolveType: ({ type }) => blockTypes[type] },
} satisfies Resolvers;
