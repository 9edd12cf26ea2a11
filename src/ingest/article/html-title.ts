/** The title of an HTML page: which visible line is the headline, and what is left of `<title>` without its site. */
import { isLeaf, readBreadcrumb } from './breadcrumb.js';
import { isToolLine } from './furniture.js';
import { isProse } from './html-body.js';
import type { Line, TextLine } from './html-lines.js';
import { type HtmlPage, labelOf } from './html-tree.js';
import { createHead, rank as dateRank, readHeadLine } from './page-head.js';
import { cleanTitle } from './text-page.js';

const SITE =
  /(?:网|网站|频道|新闻|门户|政府|日报|晚报|时报|在线|中心|首页|资讯|客户端|电视台|公司|集团|大学|学院|医院|委员会|局|委|办|厅|社|报|The Paper|\.com|\.cn|\.net)$/i;

/** A title and the lines it stands in, from `at` to `end`; -1 when no line shows it. */
export interface ChosenTitle {
  text: string | null;
  at: number;
  end: number;
}

/** Chooses the title. `machine` is what the page says to machines. */
export function chooseTitle(
  lines: readonly Line[],
  page: HtmlPage,
  bodyAt: number,
  machine: string | null,
): ChosenTitle {
  const whole = squeeze(page.title);
  const sites = splitTitle(page.title).filter((part) => SITE.test(part) && part.length <= 18);
  const told = machine === null ? '' : squeeze(machine);
  let best = { text: null as string | null, at: -1, score: 0 };
  for (const [at, line] of lines.slice(0, bodyAt + 40).entries()) {
    if (!('text' in line) || line.text.length > 120 || line.text.length < 2) continue;
    const inSite = sites.some((site) => site.includes(line.text));
    const score = rate(line, at, bodyAt, inSite ? '' : whole, told);
    if (score > best.score)
      best = { text: cleanTitle(line.text).replace(/\s(?:原创|转载|推荐|置顶|独家)$/, ''), at, score };
  }
  if (best.text !== null) return joinBroken(lines, best.text, best.at, whole);
  const stripped = stripSite(page.title);
  const dated = machine === null ? aboveDate(lines, bodyAt) : null;
  if (dated !== null) return dated;
  const named = machine ?? (SITE.test(stripped) || stripped.length < 5 ? '' : stripped);
  if (named !== '') return { text: cleanTitle(named), at: -1, end: -1 };
  const above = nearestAbove(lines, bodyAt);
  return above.text === null && stripped !== '' ? { text: cleanTitle(stripped), at: -1, end: -1 } : above;
}

/** A headline that is broken over lines, put together as the page's title tag has it. */
function joinBroken(lines: readonly Line[], found: string, foundAt: number, whole: string): ChosenTitle {
  let chosen = { text: found, at: foundAt, end: foundAt };
  const join = (first: string, second: string) =>
    /\w$/.test(first) && /^\w/.test(second) ? `${first} ${second}` : first + second;
  const textAt = (at: number) => {
    const line = lines[at];
    return line !== undefined && 'text' in line ? line.text : '';
  };
  for (;;) {
    const { text, at, end } = chosen;
    const [above, below] = [textAt(at - 1), textAt(end + 1)];
    if (above !== '' && whole.includes(squeeze(above + text))) chosen = { text: join(above, text), at: at - 1, end };
    else if (below !== '' && whole.includes(squeeze(text + below)))
      chosen = { text: join(text, below), at, end: end + 1 };
    else return chosen;
  }
}

/** Points for being the headline: sameness with the page's title tag, being a heading, being called a title. */
function rate(line: TextLine, at: number, bodyAt: number, whole: string, told: string): number {
  const text = squeeze(line.text);
  if (text.length < 2 || isToolLine(line.text) || isLeaf(text)) return 0;
  if (text.length <= 10 && SITE.test(line.text) && !(line.kind === 'heading' && line.level === 1)) return 0;
  let score = line.element.tag === 'founder-title' ? 60 : 0;
  const comparable = text.replace(/(?:\.{2,}|…+)$/, '');
  if (comparable.length >= 4 && whole.startsWith(comparable)) score += 40 + Math.min(comparable.length, 60);
  else if (comparable.length >= 6 && whole.includes(comparable)) score += 20 + Math.min(comparable.length, 60);
  if (told !== '' && told === text) score += 40;
  const isSite = SITE.test(line.text) && score === 0;
  if (line.kind === 'heading' && line.level === 1 && !isSite) score += 30;
  else if (score > 0 && line.kind === 'heading') score += 10;
  const label = labelOf(line.element);
  if (
    score === 0 &&
    /(?:^|[\s_-])(?:title|headline|newst|bt|biaoti|tit|art[_-]?title|news[_-]?title|arti[_-]?title|h1)(?:[\s_-]|$)|newstitle|arttitle|articletitle|contenttitle/.test(
      label,
    ) &&
    text.length >= 6 &&
    at < bodyAt &&
    !line.furniture &&
    line.linked === 0 &&
    !isProse(line)
  ) {
    score += 15;
  }
  if (score === 0) return 0;
  // Links with the title are the lists of other articles; a repeat in the body comes after the headline.
  if (line.linked * 2 > line.text.length) score -= 25;
  if (line.furniture) score -= 15;
  if (at > bodyAt + 10) score -= 20;
  if (readBreadcrumb(line.text) !== null) score -= 30;
  return score;
}

/** `<title>` without the names of sections and site that follow or precede the headline. */
export function stripSite(title: string): string {
  const parts = splitTitle(title);
  const headlines = parts.filter((part) => !SITE.test(part) || part.length > 18);
  const [first] = headlines.length > 0 ? headlines : parts;
  if (first === undefined) return '';
  // A short first part before a long one is the site's name or the section.
  const longest = headlines.reduce((long, part) => (part.length > long.length ? part : long), first);
  return first.length >= 8 || longest.length < first.length * 2 ? first : longest;
}

/** The parts of a `<title>`: headline, sections, site. */
function splitTitle(title: string): string[] {
  return title
    .split(/\s*[_|｜┃]\s*|\s+[-–—]+\s+|-{2,}|——\s*(?=[^—]{2,16}$)|\s*-\s*(?=[^-]{2,20}$)|\s*[»«]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The line right above 发布时间:, which is the headline whatever the title tag says; null when none stands so. */
function aboveDate(lines: readonly Line[], bodyAt: number): ChosenTitle | null {
  for (const [at, line] of lines.slice(0, bodyAt + 3).entries()) {
    const below = lines[at + 1];
    if (!('text' in line) || below === undefined || !('text' in below)) continue;
    if (line.furniture || line.linked > 0 || isProse(line) || line.text.length < 6 || line.text.length > 80) continue;
    const head = createHead();
    if (!readHeadLine(head, below.fields) || head.published?.rank !== dateRank.labelled) continue;
    if (!readHeadLine(createHead(), line.fields, { lenient: true }))
      return { text: cleanTitle(line.text), at, end: at };
  }
  return null;
}

/** Without a title tag or a heading: the last short line before the source line or the body. */
function nearestAbove(lines: readonly Line[], bodyAt: number): ChosenTitle {
  for (let at = Math.min(bodyAt, lines.length) - 1; at >= Math.max(0, bodyAt - 15); at -= 1) {
    const line = lines[at];
    if (line === undefined || !('text' in line) || line.furniture || line.linked > 0) continue;
    if (line.text.length < 5 || line.text.length > 80 || readHeadLine(createHead(), line.fields, { lenient: true }))
      continue;
    return { text: cleanTitle(line.text), at, end: at };
  }
  // The box of the body may hold the head as well: the first line that says nothing about the page.
  const isHead = (line: Line) => 'text' in line && readHeadLine(createHead(), line.fields, { lenient: true });
  const at = lines.findIndex((line, place) => place >= bodyAt && !isHead(line));
  const line = lines[at];
  const opens =
    line !== undefined &&
    'text' in line &&
    line.text.length >= 4 &&
    line.text.length <= 60 &&
    !/[。！？；]$/.test(line.text);
  return opens ? { text: cleanTitle(line.text), at, end: at } : { text: null, at: -1, end: -1 };
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}
