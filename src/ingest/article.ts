/** From a raw page to an article: its metadata and its body, as blocks. Quotes and figures are found later. */
import type { UnplacedBlock } from '../domain/article.js';
import { ArchiveError } from '../domain/errors.js';
import type { SiteRules } from './site-rules.js';
import type { RawPage } from './source.js';

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
  body: UnplacedBlock[];
}

/** Something a person should look at, although the page was taken in. */
export interface Warning {
  code:
    | 'no_date'
    | 'no_source'
    | 'impossible_date'
    | 'charset_mismatch'
    | 'damaged_text'
    | 'truncated'
    | 'unknown_field';
  message: string;
}

/** Reads a page: bytes to text, text to metadata and blocks. Throws `page_…` errors for pages that hold no article. */
export function parseArticle(
  _page: RawPage,
  _options: { timeZone: string; siteRules: SiteRules },
): { article: ParsedArticle; warnings: Warning[] } {
  throw new ArchiveError('page_unreadable', 'not built yet');
}
