/** What a page says to machines: meta tags, JSON-LD, canonical address. It is weaker than what the page shows, except for times. */
import { readDate } from '../../text/dates.js';
import type { Draft } from './draft.js';
import { cleanSource, splitKeywords } from './head-fields.js';
import type { HtmlPage } from './html-tree.js';

const publishedNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publishtime',
  'og:release_date',
  'weibo:article:create_at',
  'og:time',
  'firstpublishedtime',
  'dc.date.issued',
  'dateupdate',
  'apub:time',
];
const sourceNames = ['contentsource', 'source', 'og:source', 'mediaid', 'media', 'dc.source', 'article:source'];

/** Lays what the page says to machines into a draft. */
export function readMetadata(page: HtmlPage, draft: Draft): void {
  const { meta } = page;
  const linked = readJsonLd(page.jsonLd);
  const address = page.canonicalUrl ?? meta.get('og:url') ?? linked.url;
  draft.url = address !== undefined && /^https?:\/\//i.test(address) ? address : null;
  draft.title = linked.headline ?? meta.get('articletitle') ?? meta.get('og:title') ?? null;
  for (const value of [linked.datePublished, ...publishedNames.map((name) => meta.get(name))]) {
    const date = value === undefined ? null : readDate(yearFirst(value));
    if (date?.date === null)
      draft.warnings.push({ code: 'impossible_date', message: `There is no such day as ${value}` });
    else if (draft.published === null && date !== null) draft.published = date;
  }
  for (const name of sourceNames) draft.source ??= cleanSource(meta.get(name) ?? '');
  draft.byline = linked.author ?? null;
  draft.keywords = splitKeywords(meta.get('keywords') ?? '');
  const column = meta.get('columnname') ?? meta.get('article:section');
  if (column !== undefined) draft.breadcrumb = [column];
}

/** 6/10/2021, 8:21:04 PM as 2021-06-10 20:21:04: what scripts print where the reader's language is English. */
function yearFirst(value: string): string {
  const [, month = '', day = '', year, hour, rest = '', half = ''] =
    /^(\d{1,2})\/(\d{1,2})\/(20\d\d)(?:,? (\d{1,2})(:\d\d(?::\d\d)?) ([AP]M))?$/.exec(value.trim()) ?? [];
  if (year === undefined) return value;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (hour === undefined) return date;
  return `${date} ${String((Number(hour) % 12) + (half === 'PM' ? 12 : 0)).padStart(2, '0')}${rest}`;
}

interface LinkedData {
  headline?: string;
  datePublished?: string;
  url?: string;
  author?: string;
}

/** The article among the JSON-LD of a page; broken JSON says nothing. */
function readJsonLd(texts: readonly string[]): LinkedData {
  for (const text of texts) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text.replace(/[\r\n\t]+/g, ' '));
    } catch {
      continue;
    }
    for (const node of flatten(parsed, 0)) {
      if (!/Article|NewsItem|Report|BlogPosting|WebPage/.test(String(node['@type'] ?? ''))) {
        if (node.pubDate === undefined && node.datePublished === undefined) continue;
      }
      const data: LinkedData = {};
      const headline = node.headline;
      const published = node.datePublished ?? node.pubDate;
      if (typeof headline === 'string' && headline.trim() !== '') data.headline = headline.trim();
      if (typeof published === 'string') data.datePublished = published;
      if (typeof node.url === 'string') data.url = node.url;
      const author = Array.isArray(node.author) ? node.author[0] : node.author;
      const name = isRecord(author) && author['@type'] === 'Person' ? author.name : undefined;
      if (typeof name === 'string' && /^[\u4e00-\u9fff·]{2,12}$/.test(name)) data.author = name;
      return data;
    }
  }
  return {};
}

function flatten(value: unknown, depth: number): Record<string, unknown>[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => flatten(item, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...flatten(value['@graph'], depth + 1)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
