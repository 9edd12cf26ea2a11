/** JSON Feed 1.1, with the printed issue under `_baoku`. */
import type { Feed, FeedItem } from './feed.js';

function toItem({ id, url, title, summary, html, publishedAt, modifiedAt, author, categories, source }: FeedItem) {
  return {
    id,
    url,
    title,
    ...(summary !== null && { summary }),
    content_html: html,
    ...(publishedAt && { date_published: publishedAt.toISOString() }),
    date_modified: modifiedAt.toISOString(),
    ...(author !== null && { authors: [{ name: author }] }),
    tags: categories,
    ...(source && { _baoku: { source: source.name, issueDate: source.issueDate, page: source.page } }),
  };
}

/** Writes a page of a feed. */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    ...(feed.nextUrl !== null && { next_url: feed.nextUrl }),
    ...(feed.hubUrl !== null && { hubs: [{ type: 'WebSub', url: feed.hubUrl }] }),
    language: 'zh-CN',
    items: feed.items.map(toItem),
  });
}
