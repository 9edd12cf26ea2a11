/** What stands beside an article on its printed page. */
import type { ArticleSummary } from '../domain/article.js';
import type { ArticleNeighbors } from '../domain/issue.js';
import type { ReadStore } from '../store/store.js';

/** Finds the articles before and after one in the order of its issue; both null for one that was not printed. */
export async function findNeighbors(
  read: ReadStore,
  { id, source, issue }: Pick<ArticleSummary, 'id' | 'source' | 'issue'>,
): Promise<ArticleNeighbors> {
  const printed = source && issue && (await read.getIssue(source.slug, issue.date));
  const page = printed?.pages.find(({ articles }) => articles.some((article) => article.id === id))?.articles ?? [];
  const at = page.findIndex((article) => article.id === id);
  return { prev: page[at - 1] ?? null, next: page[at + 1] ?? null };
}
