/** The way from a raw page to what the archive takes in: article, quotes, statistics, identity. Pure; reads no clock. */
import { countChars, layOut } from '../domain/article.js';
import { ArchiveError } from '../domain/errors.js';
import { formatInstant, toDate } from '../domain/time.js';
import type { ArticleWrite, StoredOriginal } from '../domain/write.js';
import { slugify } from '../text/slug.js';
import type { SiteRules } from './article/site-rules.js';
import { type ParsedArticle, parseArticle, type Warning } from './article.js';
import { fingerprint, identifyArticle, identifyItems, listAddresses } from './identity.js';
import { makeReadable } from './printed.js';
import { extractQuotes } from './quotes.js';
import type { PageHints, RawPage } from './source.js';
import { extractStatistics } from './statistics.js';

/**
 * Version of the extraction rules. It is raised whenever the same page may give another article, so that an archive can
 * tell what an upgrade should read again.
 */
export const EXTRACTOR_VERSION = '9';

export interface IngestOptions {
  /** Zone in which instants are rendered, and of times that are printed without one unless a hint says otherwise. */
  timeZone: string;
  /** Selectors for sites that generic extraction gets wrong. */
  siteRules: SiteRules;
}

export interface IngestedPage {
  write: ArticleWrite;
  warnings: Warning[];
}

/** Turns one page into an article with its quotes and statistics. Throws an `ArchiveError` (`page_…`) that says why it cannot. */
export function ingestPage(page: RawPage, options: IngestOptions): IngestedPage {
  const timeZone = page.hints.timeZone ?? options.timeZone;
  const { article: parsed, warnings } = parseArticle(page, { ...options, timeZone });
  return { write: buildWrite(parsed, page, options), warnings };
}

function buildWrite(parsed: ParsedArticle, page: RawPage, { timeZone }: IngestOptions): ArticleWrite {
  const layout = layOut(parsed);
  const publishedOn = parsed.publishedAt === null ? null : toDate(parsed.publishedAt, timeZone);
  const date = parsed.issue?.date ?? publishedOn;
  const id = page.id ?? identifyArticle(parsed, date, layout.text);
  const { aliases, addresses } = listAddresses(parsed.url, parsed.aliases);
  const readable = makeReadable(layout.text);
  const article: ArticleWrite['article'] = {
    id,
    url: parsed.url,
    title: parsed.title,
    subtitle: parsed.subtitle,
    lead: parsed.lead,
    breadcrumb: parsed.breadcrumb,
    issue: parsed.issue,
    byline: parsed.byline,
    publishedAt: parsed.publishedAt === null ? null : formatInstant(parsed.publishedAt, timeZone),
    keywords: parsed.keywords,
    aliases,
    charCount: countChars(layout),
    extractor: EXTRACTOR_VERSION,
    body: layout.body,
    text: layout.text,
  };
  const section = parsed.section.map((name) => ({ name, slug: slugify(name) }));
  const source = parsed.source === null ? null : { name: parsed.source, slug: slugify(parsed.source) };
  const quotes = identifyItems(id, 'quote', extractQuotes(layout, readable));
  const statistics = identifyItems(id, 'statistic', extractStatistics(layout, date, readable));
  // The text is laid out from the rest and says nothing of its own. Most articles have no aliases, and the same as before them.
  const telling = { ...article, aliases: aliases.length > 0 ? aliases : undefined, text: null, extractor: null };
  return {
    article,
    section,
    source,
    quotes,
    statistics,
    addresses,
    original: {
      name: page.name,
      mediaType: mediaTypes[page.format],
      bytes: page.bytes,
      hints: JSON.stringify(page.hints),
    },
    fingerprint: fingerprint({ article: telling, section, source, quotes, statistics }),
  };
}

/** The page as it was found, from what the archive kept of it. Throws `page_unreadable` for a kind that is not known. */
export function restorePage({ id, original }: StoredOriginal): RawPage {
  const { name, mediaType, bytes, hints } = original;
  const format = (Object.keys(mediaTypes) as RawPage['format'][]).find((format) => mediaTypes[format] === mediaType);
  if (format === undefined) throw new ArchiveError('page_unreadable', `The page is of an unknown kind, ${mediaType}`);
  return { name, format, bytes, hints: JSON.parse(hints) as PageHints, id };
}

const mediaTypes: Record<RawPage['format'], string> = {
  text: 'text/plain',
  html: 'text/html',
  markdown: 'text/markdown',
  record: 'application/json',
};
