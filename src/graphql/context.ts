/** What the resolvers of one request share: the metered archive, and loaders that read for many parents at once. */
import DataLoader from 'dataloader';
import type { OperationTypeNode } from 'graphql';
import type { Article, ArticleReference, ArticleSummary } from '../domain/article.js';
import { requireScope, type StoredKey } from '../domain/key.js';
import { limits } from '../domain/query.js';
import type { Section } from '../domain/section.js';
import type { Source } from '../domain/source.js';
import type { RouteContext } from '../http/route.js';
import { fromJson } from '../store/json.js';
import type { ArticleParts, ReadStore } from '../store/store.js';
import { Copies } from './answer.js';
import { type Budget, meterReads } from './meter.js';

/** An article with the parts it was read with. A reference where no more than that is asked for. */
export type LoadedArticle = ArticleReference & Partial<Article>;

/** Who asks, and what they may. A request of the framework is one. */
export interface Asker {
  key: StoredKey | null;
  mayRead: boolean;
}

export interface QueryContext {
  read: ReadStore;
  /** What the routes of REST are handed, for what is done by them; its archive is not metered. */
  routes: RouteContext;
  /** The key of whoever asks; null: they have none. */
  key: StoredKey | null;
  spent: () => Budget;
  /** What the query was estimated to cost, set before it runs. */
  cost: number;
  /** What of the answer is copied from documents. */
  copies: Copies;
  /** What was given for the variables of the query. */
  variables: Readonly<Record<string, unknown>>;
  /** Whether the answer is about this moment, or for this key: it is not kept. */
  isMomentary: boolean;
  /** The kinds of operations that can be run. */
  kinds: readonly `${OperationTypeNode}`[];
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
  /** Forgets what was loaded: something was changed. */
  forget(): void;
}

export interface ContextOptions {
  routes: RouteContext;
  asker: Asker;
  budget: Budget;
  kinds: QueryContext['kinds'];
  variables?: QueryContext['variables'];
  operationName?: string | undefined;
  signal?: AbortSignal;
}

const NEVER = new AbortController().signal;

/** Makes the context of a request. Whoever may not read reads nothing through it. */
export function createContext({
  routes,
  asker: { key, mayRead },
  budget,
  kinds,
  variables = {},
  operationName,
  signal = NEVER,
}: ContextOptions): QueryContext {
  const { read, spent } = meterReads(routes.read, budget, () => {
    if (!mayRead) requireScope(key, 'read');
  });
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
  let sections: Promise<ReadonlyMap<string, Section>> | undefined;
  let sources: Promise<ReadonlyMap<string, Source>> | undefined;
  const context: QueryContext = {
    read,
    routes,
    key,
    spent,
    cost: 0,
    copies: new Copies(),
    variables,
    isMomentary: false,
    kinds,
    operationName,
    signal,
    loadArticle: (id, parts) => getLoader(parts).load(id),
    getSections() {
      sections ??= read.listSections().then((roots) => bySlug(roots.flatMap(flatten)));
      return sections;
    },
    getSources() {
      sources ??= read.listSources().then(bySlug);
      return sources;
    },
    forget() {
      loaders.clear();
      sections = undefined;
      sources = undefined;
    },
  };
  return context;
}

async function loadArticles(read: ReadStore, ids: readonly string[], parts: ArticleParts) {
  const found = fromJson(await read.getArticles(ids, parts)) as (ArticleSummary & Partial<Article>)[];
  const byId = new Map(found.map((article) => [article.id, article]));
  return ids.map((id) => byId.get(id) ?? null);
}

const flatten = (section: Section): Section[] => [section, ...section.children.flatMap(flatten)];

const bySlug = <T extends { slug: string }>(items: readonly T[]) => new Map(items.map((item) => [item.slug, item]));
