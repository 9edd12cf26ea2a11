/** Differences between two versions of an article, as people are told of them. Pure. */
import type { Article } from '../domain/article.js';
import type { Quote } from '../domain/quote.js';
import type { Statistic } from '../domain/statistic.js';

/** A field of the article that has another value; the body counts as one. */
export interface FieldDifference {
  field: string;
  from: string | null;
  to: string | null;
}

/** What there is more, what there is no more, and what says something else under the same id. */
export interface ItemDifferences<T> {
  added: T[];
  removed: T[];
  altered: { from: T; to: T }[];
}

export interface ArticleDifferences {
  fields: FieldDifference[];
  quotes: ItemDifferences<Quote>;
  statistics: ItemDifferences<Statistic>;
}

/** How each field is shown; what an article has for the sake of the archive alone is not compared. */
const fields: Record<string, (article: Article) => string | null> = {
  url: ({ url }) => url,
  title: ({ title }) => title,
  subtitle: ({ subtitle }) => subtitle,
  lead: ({ lead }) => lead,
  breadcrumb: ({ breadcrumb }) => breadcrumb.join(' > ') || null,
  section: ({ section }) => section?.path.join('/') ?? null,
  source: ({ source }) => source?.name ?? null,
  issue: ({ issue }) => issue && [issue.date, issue.page].filter((part) => part !== null).join(', page '),
  publishedAt: ({ publishedAt }) => publishedAt,
  byline: ({ byline }) => byline,
  keywords: ({ keywords }) => keywords.join('、') || null,
  aliases: ({ aliases }) => aliases.join(' ') || null,
};

/** Compares what readers see of two versions of an article. */
export function compareArticles(before: Article, after: Article): ArticleDifferences {
  const differing = Object.entries(fields).flatMap(([field, show]) => {
    const [from, to] = [show(before), show(after)];
    return from === to ? [] : [{ field, from, to }];
  });
  if (renderBody(before) !== renderBody(after)) {
    differing.push({ field: 'body', from: describeBody(before), to: describeBody(after) });
  }
  return {
    fields: differing,
    quotes: compareItems(before.quotes ?? [], after.quotes ?? []),
    statistics: compareItems(before.statistics ?? [], after.statistics ?? []),
  };
}

function compareItems<T extends Quote | Statistic>(before: readonly T[], after: readonly T[]): ItemDifferences<T> {
  const old = new Map(before.map((item) => [item.id, item]));
  const ids = new Set(after.map(({ id }) => id));
  const differences: ItemDifferences<T> = { added: [], removed: before.filter(({ id }) => !ids.has(id)), altered: [] };
  for (const to of after) {
    const from = old.get(to.id);
    if (from === undefined) differences.added.push(to);
    else if (renderItem(from) !== renderItem(to)) differences.altered.push({ from, to });
  }
  return differences;
}

/** What an item says. A longer title moves every item behind it, and that is no news of any of them. */
function renderItem({ span, confidence, rule, ...said }: Quote | Statistic): string {
  return JSON.stringify(said);
}

function renderBody({ body }: Article): string {
  return JSON.stringify(body.map(({ span, ...block }) => block));
}

function describeBody({ charCount, body }: Article): string {
  return `${charCount} characters in ${body.length} blocks`;
}
