/** Breadcrumbs: the line that says where on its site a page stands. */
import { simplifyLabels } from './traditional.js';

const PREFIX =
  /^[\s【[]*(?:[您你本]?(?:页)?(?:当前|现在|目前)?(?:所在|的)?(?:的)?(?:当前)?位置(?:是)?|当前(?:位置|栏目|页面)|所在(?:位置|栏目)|导航|路径)[】\]]?\s*(?:[:：]|是\s*[:：]?|>+|\s)\s*/;
const ARROW = /\s*(?:[-=]+>|>+|＞+|﹥|»|›|→|➔|≫)\s*/;
const WEAK = /\s*(?:\/|／|\||｜|::|∷|·|\\|\s-\s|—+)\s*/;
const ROOT = /^(?:网站|新闻|本站)?(?:首页|主页|门户首页)$|首页$|^home$/i;
/** Names of whole sites and papers, which are no section of theirs. */
const SITE = /(?:网|网站|门户|客户端|报|报社|数字报|电子报|电子版|\.com|\.cn)$/;
const LEAF =
  /^(?:[\u4e00-\u9fff]{0,2}正文|文章|内容|详情|详细|阅读|浏览|正文内容|文章正文|新闻正文|新闻详情|详细内容|文章内容|内容详情|信息内容|查看|显示文章)(?:页)?$/;

/** The longest name of a place, where 首页 or 当前位置 speaks for the line; it is shorter where nothing does. */
const LONGEST_PLACE = 24;

/**
 * Reads a line as a breadcrumb, outermost first, as printed; null when it is none. Bare arrows are enough where
 * `lenient`; else 首页, 正文 or a 当前位置 must speak for it.
 */
export function readBreadcrumb(line: string, lenient = false): string[] | null {
  if (line.length > 160) return null;
  // 》 is an arrow on some sites; where there is a 《 it closes a title.
  const text = line.includes('《') ? line.trim() : line.trim().replaceAll('》', '>');
  const prefix = PREFIX.exec(simplifyLabels(text))?.[0] ?? '';
  const rest = text.slice(prefix.length);
  let parts = split(rest, ARROW);
  if (parts.length < 2 && prefix !== '') parts = split(rest, WEAK);
  if (parts.length < 2 && isLeaf(rest.slice(rest.lastIndexOf(' ') + 1))) parts = split(rest, / \/ /);
  if (parts.length < 2 && isRoot(rest.slice(0, rest.indexOf(' ')))) parts = split(rest, / [-–—/] /);
  if (parts.length < 2 && lenient && isLeaf(rest.slice(rest.lastIndexOf(' ') + 1))) parts = split(rest, /\s{2,}/);
  const places = parts.slice(0, -1);
  const last = dropBehindLeaf(parts.at(-1) ?? '');
  parts = last === '' ? parts : [...places, last];
  const longest = prefix !== '' || isRoot(places[0] ?? '') ? LONGEST_PLACE : LONGEST_PLACE - 8;
  if (last === '' || places.some((part) => part.length > longest || /[。！？；:：]/.test(part))) return null;
  // The last place may be the title of the page, which may be a sentence.
  if (last.length > 40 || /[。！？；:：]/.test(last))
    return isRoot(places[0] ?? '') && last.length <= 100 ? parts : null;
  if (prefix !== '') return parts.length > 1 || isRoot(parts[0] ?? '') ? parts : null;
  if (parts.length < 2) return null;
  return lenient || isRoot(parts[0] ?? '') || isLeaf(parts.at(-1) ?? '') ? parts : null;
}

/** Whether a line is 当前位置: and nothing else: the places stand below it. */
export function isTrailLabel(line: string): boolean {
  const text = simplifyLabels(`${line.trim()} `);
  return PREFIX.exec(text)?.[0] === text;
}

function isRoot(name: string): boolean {
  return ROOT.test(simplifyLabels(name));
}

/** Whether a name says no more than that here is a page: 正文, 新闻详情. */
export function isLeaf(name: string): boolean {
  return LEAF.test(simplifyLabels(name));
}

/** What stands behind 正文 on its line is no part of the trail. */
function dropBehindLeaf(last: string): string {
  const blank = last.search(/\s/);
  return blank > 0 && isLeaf(last.slice(0, blank)) ? last.slice(0, blank) : last;
}

/** The places between separators; of a neighbor on the same line, parted by blanks, what lies next to the separator counts. */
function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part, at) => {
      const names = part.trim().split(/\s{2,}/);
      return (at === 0 ? names.at(-1) : names[0]) ?? '';
    })
    .filter((part) => part !== '');
}

/** Lines that begin with an arrow, and lines that are one. */
const ARROW_FIRST = /^\s*(?:[-=]+>|>+|＞+|﹥|»|›|→|➔|≫)/;

/**
 * A breadcrumb that stands on several lines, one place on each, put together as one; null when there is none. Arrows must
 * stand before the places, or between them on lines of their own.
 */
export function joinBreadcrumb(lines: readonly string[]): string | null {
  const at = lines.findIndex((line, index) => index > 0 && ARROW_FIRST.test(line) && line.length <= 40);
  if (at < 0) return null;
  let end = at;
  while (end < lines.length && (ARROW_FIRST.test(lines[end] ?? '') || ARROW_ALONE.test(lines[end - 1] ?? ''))) end += 1;
  const root = (lines[at - 1] ?? '').trim();
  const named =
    isRoot(root) || PREFIX.test(simplifyLabels(`${root} `)) || PREFIX.test(simplifyLabels(`${lines[at - 2] ?? ''} `));
  return named ? [root, ...lines.slice(at, end)].join(' ') : null;
}

const ARROW_ALONE = /^\s*(?:[-=]+>|>+|＞+|﹥|»|›|→|➔|≫)\s*$/;

/** The section path in a breadcrumb: without 首页, 正文, the title, and the site it begins with. */
export function readSection(breadcrumb: readonly string[], title: string | null): string[] {
  const bare = (text: string) => text.replace(/[\s.…]/g, '');
  const section = breadcrumb.filter(
    (name, at) =>
      !isRoot(name) &&
      !isLeaf(name) &&
      !(at === breadcrumb.length - 1 && title !== null && name.length > 8 && bare(title).startsWith(bare(name))),
  );
  const [first] = section;
  if (first === undefined || section.length === 1) return section;
  return SITE.test(simplifyLabels(first)) ? readSection(section.slice(1), title) : section;
}
