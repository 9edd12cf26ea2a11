/** Sitemaps as sitemaps.org and Google News have them: what search engines read of an archive. */
import { XMLBuilder } from 'fast-xml-parser';
import { toXmlText } from './feed.js';

/** Addresses that one sitemap may hold. */
export const SITEMAP_LIMIT = 50_000;

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });
const write = (root: object): string => `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(root)}`;

/** An index of sitemaps. */
export function writeSitemapIndex(addresses: readonly string[]): string {
  return write({ sitemapindex: { '@xmlns': SITEMAPS, sitemap: addresses.map((loc) => ({ loc })) } });
}

/** A sitemap of pages, each with when it changed last. */
export function writeSitemap(pages: readonly { address: string; modifiedAt: string }[]): string {
  const url = pages.map(({ address, modifiedAt }) => ({ loc: address, lastmod: modifiedAt }));
  return write({ urlset: { '@xmlns': SITEMAPS, url } });
}

/** An article as news engines want it told. */
export interface NewsArticle {
  address: string;
  title: string;
  publication: string;
  /** A date or an instant. */
  publishedAt: string;
}

/** The news of the last two days. */
export function writeNewsSitemap(articles: readonly NewsArticle[]): string {
  const url = articles.map(({ address, title, publication, publishedAt }) => ({
    loc: address,
    'news:news': {
      'news:publication': { 'news:name': toXmlText(publication), 'news:language': 'zh-cn' },
      'news:publication_date': publishedAt,
      'news:title': toXmlText(title),
    },
  }));
  return write({ urlset: { '@xmlns': SITEMAPS, '@xmlns:news': NEWS, url } });
}
