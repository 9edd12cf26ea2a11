/** An article as lists show it: title, where and when it stood, and a passage. */
import type { ComponentChildren } from 'preact';
import type { ArticleReference, Snippet } from '../../client/index.js';
import { base } from '../location.js';
import { formatPeriod, messages } from '../messages/index.js';
import { toAddress } from '../paths.js';
import { Marked } from './marked.js';

interface Props {
  article: ArticleReference;
  /** The title with what was found in it. */
  title?: Snippet | undefined;
  /** Of the title: 2 unless the list has a heading of its own below that of the view. */
  level?: 2 | 3;
  children?: ComponentChildren;
}

export const ArticleRow = ({ article, title, level = 2, children }: Props) => {
  const Heading = `h${level}` as const;
  return (
    <article class="article-row">
      <Heading class="title" lang="zh-CN">
        <a href={base + toAddress('article', { id: article.id })}>
          {title === undefined ? article.title : <Marked text={title.text} marks={title.marks} />}
        </a>
      </Heading>
      {children}
      <Provenance article={article} />
    </article>
  );
};

/** Where and when an article stood; each part leads to all that stood there. */
export function Provenance({ article }: { article: ArticleReference }) {
  const { section, source, issue, publishedAt } = article;
  const words = messages.value;
  const date = publishedAt?.slice(0, 10) ?? issue?.date;
  return (
    <p class="provenance">
      {date !== undefined && <time dateTime={date}>{formatPeriod(date)}</time>}
      {source !== null && (
        <a lang="zh-CN" href={base + toSource(source.slug, issue?.date)}>
          {source.name}
        </a>
      )}
      {source !== null && issue?.page != null && (
        <a href={base + toAddress('page', { slug: source.slug, date: issue.date, page: issue.page })}>
          {words.pageName(issue.page)}
        </a>
      )}
      {section !== null && (
        <a lang="zh-CN" href={base + toAddress('search', {}, { section: section.slug })}>
          {section.path.join(' › ')}
        </a>
      )}
    </p>
  );
}

const toSource = (slug: string, date: string | undefined) =>
  date === undefined ? toAddress('search', {}, { source: slug }) : toAddress('issue', { slug, date });
