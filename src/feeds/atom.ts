/** Atom (RFC 4287), its pages linked as RFC 5005 has it. */
import { generateAtomFeed } from 'feedsmith';
import { type Feed, type FeedItem, toXmlText } from './feed.js';

const TYPE = 'application/atom+xml';

function toEntry({ id, url, title, summary, html, publishedAt, modifiedAt, author, categories, source }: FeedItem) {
  return {
    id,
    title: { value: toXmlText(title) },
    links: [{ href: url, rel: 'alternate' }],
    ...(publishedAt && { published: publishedAt }),
    updated: modifiedAt,
    authors: [{ name: toXmlText(author ?? source?.name ?? 'Baoku') }],
    ...(summary !== null && { summary: { value: toXmlText(summary) } }),
    content: { type: 'html', value: toXmlText(html) },
    categories: categories.map((term) => ({ term: toXmlText(term) })),
    ...(source && { dc: { sources: [toXmlText(describe(source))] } }),
  };
}

const describe = ({ name, issueDate, page }: NonNullable<FeedItem['source']>) =>
  [name, issueDate, page === null ? null : `${page}版`].filter((part) => part !== null).join(' ');

/** Writes a page of a feed. */
export function writeAtom(feed: Feed): string {
  return generateAtomFeed({
    id: feed.id,
    title: { value: toXmlText(feed.title) },
    subtitle: { value: toXmlText(feed.description) },
    updated: feed.updatedAt,
    generator: { text: 'Baoku' },
    links: [
      { href: feed.selfUrl, rel: 'self', type: TYPE },
      { href: feed.homeUrl, rel: 'alternate' },
      ...(feed.nextUrl === null ? [] : [{ href: feed.nextUrl, rel: 'next', type: TYPE }]),
      ...(feed.hubUrl === null ? [] : [{ href: feed.hubUrl, rel: 'hub' }]),
    ],
    entries: feed.items.map(toEntry),
  });
}
