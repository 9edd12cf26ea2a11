/** RSS 2.0, with the whole text in content:encoded and the printed issue in PRISM's elements. */
import { generateRssFeed } from 'feedsmith';
import { type Feed, type FeedItem, TIME_TO_LIVE, toXmlText } from './feed.js';

const TYPE = 'application/rss+xml';

function toItem({ id, url, title, summary, html, publishedAt, author, categories, source }: FeedItem) {
  return {
    title: toXmlText(title),
    link: url,
    guid: { value: id, isPermaLink: false },
    ...(publishedAt && { pubDate: publishedAt }),
    description: toXmlText(summary ?? title),
    content: { encoded: toXmlText(html) },
    categories: categories.map((name) => ({ name: toXmlText(name) })),
    ...(author !== null && { dc: { creators: [toXmlText(author)] } }),
    ...(source && {
      prism: {
        publicationName: toXmlText(source.name),
        ...(source.issueDate !== null && { coverDate: new Date(source.issueDate) }),
        ...(source.page !== null && { startingPage: toXmlText(source.page) }),
      },
    }),
  };
}

/** Writes a page of a feed. */
export function writeRss(feed: Feed): string {
  return generateRssFeed({
    title: toXmlText(feed.title),
    link: feed.homeUrl,
    description: toXmlText(feed.description),
    language: 'zh-CN',
    lastBuildDate: feed.updatedAt,
    ttl: TIME_TO_LIVE,
    generator: 'Baoku',
    atom: {
      links: [
        { href: feed.selfUrl, rel: 'self', type: TYPE },
        ...(feed.nextUrl === null ? [] : [{ href: feed.nextUrl, rel: 'next', type: TYPE }]),
        ...(feed.hubUrl === null ? [] : [{ href: feed.hubUrl, rel: 'hub' }]),
      ],
    },
    items: feed.items.map(toItem),
  });
}
