/** Articles, quotes and statistics as entries of a feed. */
import type { Article, ArticleReference, QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import { toInstant } from '../domain/time.js';
import type { FeedItem } from './feed.js';
import { escapeHtml, renderArticle } from './html.js';

/** What entries are made with. */
export interface Publication {
  /** Where people read an article. */
  toAddress(article: { id: string; url: string | null }): string;
  /** Zone in which the day of a printed issue begins. */
  timeZone: string;
}

type Stamped = Pick<ArticleReference, 'publishedAt' | 'issue'>;

/** The day of the printed issue where the page gives no time. */
const findDate = ({ publishedAt, issue }: Stamped, { timeZone }: Publication): Date | null =>
  publishedAt !== null ? new Date(publishedAt) : issue && new Date(toInstant(issue.date, 0, timeZone));

const describeSource = ({ source, issue }: Pick<ArticleReference, 'source' | 'issue'>): FeedItem['source'] =>
  source && { name: source.name, issueDate: issue?.date ?? null, page: issue?.page ?? null };

/** An article, whole. */
export function toArticleItem(article: Article, publication: Publication): FeedItem {
  const { id, title, lead, section, byline, modifiedAt, keywords } = article;
  return {
    id: `urn:baoku:article:${id}`,
    url: publication.toAddress(article),
    title,
    summary: lead,
    html: renderArticle(article),
    publishedAt: findDate(article, publication),
    modifiedAt: new Date(modifiedAt),
    author: byline,
    categories: [...new Set([...(section?.path ?? []), ...keywords])],
    source: describeSource(article),
  };
}

/** The article of a quote or figure, where its words stand: browsers mark them and scroll there. */
function toPassage(article: ArticleReference, words: string, publication: Publication): string {
  const [first = ''] = words.split(/[\n，。；！？]/, 1);
  const address = publication.toAddress(article);
  return address.includes('#') ? address : `${address}#:~:text=${encodeURIComponent(first).replaceAll('-', '%2D')}`;
}

function toFoundItem(
  kind: 'quote' | 'statistic',
  { id, text, article }: { id: string; text: string; article: ArticleReference },
  publication: Publication,
): Omit<FeedItem, 'title' | 'html' | 'author'> {
  const publishedAt = findDate(article, publication);
  return {
    id: `urn:baoku:${kind}:${id}`,
    url: toPassage(article, text, publication),
    summary: null,
    publishedAt,
    // What is found in an article is as old as it is; the archive notes no other time for it.
    modifiedAt: publishedAt ?? new Date(0),
    categories: article.section?.path ?? [],
    source: describeSource(article),
  };
}

const linkTo = ({ url }: Pick<FeedItem, 'url'>, title: string) =>
  `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;

/** A quote: who said it, and the words. */
export function toQuoteItem(quote: QuoteInArticle, publication: Publication): FeedItem {
  const { text, speaker, role, organization, article } = quote;
  const item = toFoundItem('quote', quote, publication);
  const capacity = [organization, role].filter((part) => part !== null).join('');
  const who = [capacity, speaker].filter((part) => part !== null && part !== '').join(' ');
  const title = `${speaker ?? (capacity === '' ? article.title : capacity)}：“${text}”`;
  const signature = who === '' ? '' : `<p>——${escapeHtml(who)}</p>`;
  const html = `<blockquote><p>${escapeHtml(text)}</p></blockquote>${signature}<p>${linkTo(item, article.title)}</p>`;
  return { ...item, title, html, author: speaker };
}

/** A statistic: what is measured, the figure, and as of when. */
export function toStatisticItem(statistic: StatisticInArticle, publication: Publication): FeedItem {
  const { text, measure, asOf, normalizedValue, normalizedUnit, article } = statistic;
  const item = toFoundItem('statistic', statistic, publication);
  const title = `${measure ?? article.title}：${text}${asOf === null ? '' : `（${asOf.text}）`}`;
  const exact = normalizedValue === null ? '' : ` = ${normalizedValue}${normalizedUnit ?? ''}`;
  const html = `<p>${escapeHtml(`${measure ?? ''} ${text}${exact}`.trim())}</p><p>${linkTo(item, article.title)}</p>`;
  return { ...item, title, html, author: null };
}
