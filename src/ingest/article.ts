/** From a raw page to an article: its metadata and its body, as blocks. Quotes and figures are found later. */
import type { UnplacedBlock } from '../domain/article.js';
import { ArchiveError } from '../domain/errors.js';
import { readDate, toEpoch } from '../text/dates.js';
import { readBreadcrumb, readSection } from './article/breadcrumb.js';
import { readBylineValue } from './article/byline.js';
import { decodePage } from './article/decode.js';
import type { Draft, Warning } from './article/draft.js';
import { cleanSource } from './article/head-fields.js';
import { readBodyHtml, readHtmlPage } from './article/html-page.js';
import { readMarkdownPage } from './article/markdown-page.js';
import { readJsonRecord } from './article/record.js';
import { isProgram, keepSafe } from './article/safe-address.js';
import { applySiteRule, findSiteRule, type SiteRules } from './article/site-rules.js';
import { readTextPage } from './article/text-page.js';
import type { RawPage } from './source.js';

export type { Warning } from './article/draft.js';

/** What a page says, before the archive gives it an identity. Null: the page does not say. */
export interface ParsedArticle {
  url: string | null;
  title: string;
  subtitle: string | null;
  lead: string | null;
  /** As printed, outermost first, with 首页 and 正文. */
  breadcrumb: string[];
  /** Names from the root: the breadcrumb without what is no section (首页, 正文, 当前位置 …). */
  section: string[];
  /** Without 来源: and 《》. */
  source: string | null;
  issue: { date: string; page: string | null } | null;
  /** Reporters, joined with 、 */
  byline: string | null;
  /** Epoch milliseconds; midnight in the archive's zone when the page gives only a date. */
  publishedAt: number | null;
  keywords: string[];
  /** Other addresses that lead to it. */
  aliases: string[];
  body: UnplacedBlock[];
}

/** Reads a page: bytes to text, text to metadata and blocks. Throws `page_…` errors for pages that hold no article. */
export function parseArticle(
  page: RawPage,
  { timeZone, siteRules }: { timeZone: string; siteRules: SiteRules },
): { article: ParsedArticle; warnings: Warning[] } {
  const { text, warnings } = decodePage(page.bytes);
  const draft = readByFormat(page, text, siteRules);
  const { hints } = page;
  const title = draft.title?.trim() ?? '';
  if (title === '') throw new ArchiveError('page_untitled', 'The page has no title');
  if (!draft.body.some(hasText)) throw new ArchiveError('page_without_body', 'The page has no text below its title');
  const source = hints.source ?? draft.source;
  const url = hints.url ?? draft.url;
  const printedAt = draft.published === null ? null : toEpoch(draft.published, timeZone);
  const publishedAt = hints.publishedAt ?? printedAt;
  const issue =
    hints.issueDate === undefined
      ? draft.issue
      : { date: hints.issueDate, page: hints.page ?? draft.issue?.page ?? null };
  if (publishedAt === null && issue === null) {
    warnings.push({ code: 'no_date', message: 'The page names neither a publish time nor a printed issue' });
  }
  if (source === null) warnings.push({ code: 'no_source', message: 'The page names no source' });
  const section = hints.section === undefined ? readSection(draft.breadcrumb, title) : [...hints.section];
  return {
    article: {
      url: url === null || isProgram(url) ? null : url,
      title,
      subtitle: draft.subtitle,
      lead: draft.lead,
      breadcrumb: draft.breadcrumb,
      section,
      source,
      issue,
      byline: draft.byline,
      publishedAt,
      keywords: draft.keywords,
      aliases: draft.aliases.filter((alias) => !isProgram(alias)),
      body: keepSafe(draft.body, url),
    },
    warnings: [...warnings, ...draft.warnings],
  };
}

function readByFormat(page: RawPage, text: string, siteRules: SiteRules): Draft {
  switch (page.format) {
    case 'text':
      return /^\s*<(?:!doctype html|html|head|body)\b/i.test(text) ? readHtmlPage(text) : readTextPage(text);
    case 'markdown':
      return readMarkdownPage(text);
    case 'record':
      return readJsonRecord(text);
    case 'html': {
      const draft = readHtmlPage(text);
      const rule = findSiteRule(siteRules, page.hints.url ?? draft.url);
      return rule === null ? draft : readRuledPage(text, rule);
    }
  }
}

/** A page of a site with rules: read generically, then overlaid with what the rules found. */
function readRuledPage(html: string, rule: SiteRules[string]): Draft {
  const { html: rest, texts, body } = applySiteRule(html, rule);
  const draft = readHtmlPage(rest);
  if (body !== null) draft.body = readBodyHtml(body);
  draft.title = texts.title ?? draft.title;
  draft.subtitle = texts.subtitle ?? draft.subtitle;
  draft.lead = texts.lead ?? draft.lead;
  if (texts.breadcrumb !== undefined) draft.breadcrumb = readBreadcrumb(texts.breadcrumb, true) ?? [texts.breadcrumb];
  if (texts.source !== undefined) draft.source = cleanSource(texts.source);
  if (texts.byline !== undefined) draft.byline = readBylineValue(texts.byline.replace(/^\S{1,6}[:：]/, ''));
  if (texts.publishedAt !== undefined) draft.published = readDate(texts.publishedAt) ?? draft.published;
  return draft;
}

function hasText(block: UnplacedBlock): boolean {
  switch (block.type) {
    case 'image':
      return true;
    case 'list':
      return block.items.some((item) => item !== '');
    case 'table':
      return block.rows.length > 0;
    default:
      return block.text.trim() !== '';
  }
}
