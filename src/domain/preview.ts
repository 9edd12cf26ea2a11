/** Preview: the article as the API would give it, had it just been stored for the first time. */
import type { Article } from './article.js';
import { formatInstant } from './time.js';
import type { ArticleWrite } from './write.js';

/** Renders a write as an article with its quotes and statistics; `at` in epoch milliseconds. */
export function previewArticle(
  write: Omit<ArticleWrite, 'original'>,
  at: number,
  timeZone: string,
  revision = 1,
): Article {
  const { id, url, title, subtitle, lead, breadcrumb, ...rest } = write.article;
  const { issue, byline, publishedAt, keywords, aliases, charCount, extractor, body, text } = rest;
  return {
    id,
    url,
    title,
    subtitle,
    lead,
    section: toSectionReference(write.section),
    breadcrumb,
    source: write.source,
    issue,
    byline,
    publishedAt,
    modifiedAt: formatInstant(at, timeZone),
    keywords,
    aliases,
    charCount,
    revision,
    extractor,
    body,
    text,
    quotes: [...write.quotes],
    statistics: [...write.statistics],
  };
}

function toSectionReference(section: ArticleWrite['section']): Article['section'] {
  const last = section.at(-1);
  if (last === undefined) return null;
  return {
    slug: section.map(({ slug }) => slug).join('/'),
    name: last.name,
    path: section.map(({ name }) => name),
  };
}
