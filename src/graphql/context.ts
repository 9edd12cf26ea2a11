/** What the resolvers of one request share: the metered archive, and loaders that read for many parents at once. */
import DataLoader from 'dataloader';
import type { Article, ArticleReference, ArticleSummary } from '../domain/article.js';
import { fromJson } from '../domain/json.js';
import { limits } from '../domain/query.js';
import type { Section } from '../domain/section.js';
import type { Source } from '../domain/source.js';
import type { ArticleParts, ReadStore } from '../store/store.js';
import { type Budget, meterReads } from './meter.js';

/** An article with the parts it was read with. A reference where no more than that is asked for. */
export type LoadedArticle = ArticleReference & Partial<Article>;

export interface QueryContext {
  read: ReadStore;
  /** The archive itself, for what goes on for as long as somebody listens. */
  archive: ReadStore;
  spent: () => Budget;
  /** What the query was estimated to cost, set before it runs. */
  cost: number;
  /** Whether the answer lacks what another moment may have. */
  isPartial: boolean;
  /** The operation of the document to run. */
  operationName: string | undefined;
  /** Ends what goes on after the answer: that of a subscription. */
  signal: AbortSignal;
  /** Loads an article with some of its parts; null when the archive has none. */
  loadArticle(id: string, parts: ArticleParts): Promise<LoadedArticle | null>;
  /** All sections by slug. */
  getSections(): Promise<ReadonlyMap<string, Section>>;
  /** All sources by slug. */
  getSources(): Promise<ReadonlyMap<string, Source>>;
}

const NEVER = new AbortController().signal;

/** Makes the context of a request. */
export function createContext(
  archive: ReadStore,
  budget: Budget,
  { operationName, signal = NEVER }: { operationName?: string | undefined; signal?: AbortSignal } = {},
): QueryContext {
  const { read, spent } = meterReads(archive, budget);
  const loaders = new Map<string, DataLoader<string, LoadedArticle | null>>();
  const getLoader = (parts: ArticleParts) => {
    const shape = `${parts.content} ${[...parts.include].sort().join()}`;
    let loader = loaders.get(shape);
    if (!loader) {
      loader = new DataLoader((ids) => loadArticles(read, ids, parts), { maxBatchSize: limits.ids });
      loaders.set(shape, loader);
    }
    return loader;
  };
  const getSections = once(async () => bySlug((await read.listSections()).flatMap(flatten)));
  const getSources = once(async () => bySlug(await read.listSources()));
  return {
    read,
    archive,
    spent,
    cost: 0,
    isPartial: false,
    operationName,
    signal,
    loadArticle: (id, parts) => getLoader(parts).load(id),
    getSections,
    getSources,
  };
}

async function loadArticles(read: ReadStore, ids: readonly string[], parts: ArticleParts) {
  const found = fromJson(await read.getArticles(ids, parts)) as (ArticleSummary & Partial<Article>)[];
  const byId = new Map(found.map((article) => [article.id, article]));
  return ids.map((id) => byId.get(id) ?? null);
}

const flatten = (section: Section): Section[] => [section, ...section.children.flatMap(flatten)];

const bySlug = <T extends { slug: string }>(items: readonly T[]) => new Map(items.map((item) => [item.slug, item]));

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
