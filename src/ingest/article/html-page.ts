/** HTML pages: from markup to a draft. Generic rules only; what a site needs beside them is in the site rules. */
import type { UnplacedBlock } from '../../domain/article.js';
import { completeDraft } from './body-text.js';
import { isTrailLabel, joinBreadcrumb, readBreadcrumb } from './breadcrumb.js';
import { isPersonName } from './byline.js';
import { createDraft, type Draft } from './draft.js';
import { isForeignLabel, isToolLine } from './furniture.js';
import { isLabelAlone, isLabelCell, isValueOf } from './head-fields.js';
import { buildBlocks, findBody, findParts, isProse, isWithin, joinBroken, trimTail } from './html-body.js';
import { isTeaser, readLead } from './html-lead.js';
import { type Line, readLines, type TextLine } from './html-lines.js';
import { readMetadata } from './html-metadata.js';
import { type ChosenTitle, chooseTitle } from './html-title.js';
import { type HtmlElement, type HtmlPage, labelOf, readHtml } from './html-tree.js';
import { createHead, type PageHead, readHeadLine } from './page-head.js';
import { readWithReadability } from './readability.js';

/** Lines below the title, and above it, that may belong to the head. */
const HEAD_REACH = 40;

/** Reads an HTML page, or a fragment of one. */
export function readHtmlPage(html: string): Draft {
  const draft = readPage(readHtml(html));
  if (/<body\b/i.test(html) && !/<\/(?:body|html)\s*>/i.test(html)) {
    draft.warnings.push({ code: 'truncated', message: 'The page breaks off before its end' });
  }
  if (sizeOf(draft.body) >= 30 || draft.body.some(({ type }) => type === 'table')) return draft;
  // Next to nothing: the body may be hidden until scripts show it, or be of a shape the extractor library knows better.
  const shown = readPage(readHtml(html, { showHidden: true }));
  if (sizeOf(shown.body) > sizeOf(draft.body) * 2 + 30) return { ...shown, warnings: draft.warnings };
  const other = readWithReadability(html);
  if (other !== null) {
    const blocks = readBodyHtml(other);
    const body = dropHead(blocks, draft.title);
    if (sizeOf(body) > sizeOf(draft.body) + 60) draft.body = body;
    // Pictures and nothing else: the lines that name them are all the text there is.
    else if (sizeOf(draft.body) === 0 && sizeOf(blocks) > 60) draft.body = sizeOf(body) > 0 ? body : blocks;
  }
  return draft;
}

/** Blocks without the title and the head lines that stand above the text. */
function dropHead(blocks: readonly UnplacedBlock[], title: string | null): UnplacedBlock[] {
  const isHead = (text: string) =>
    text === title || readHeadLine(createHead(), text, { beforeTitle: true, lenient: true });
  const first = blocks.findIndex((block) => !('text' in block) || !isHead(block.text));
  return first < 0 ? [] : blocks.slice(first);
}

/** The blocks of a piece of HTML that is all body. */
export function readBodyHtml(html: string): UnplacedBlock[] {
  return buildBlocks(joinBroken(trimTail(readLines(readHtml(html).root))));
}

function sizeOf(blocks: readonly UnplacedBlock[]): number {
  return blocks.reduce(
    (sum, block) => sum + ('text' in block ? block.text.length : 'items' in block ? block.items.join('').length : 0),
    0,
  );
}

function readPage(page: HtmlPage): Draft {
  const draft = createDraft();
  readMetadata(page, draft);
  const lines = joinLabels(readAllLines(page.root));
  const body = findBody(lines);
  const parts = body === null ? new Set<HtmlElement>() : findParts(body);
  const isOfBody = (line: Line) => isWithin(line.element, parts);
  let first = lines.findIndex(isOfBody);
  if (first < 0) first = lines.length;
  const end = lines.findLastIndex(isOfBody) + 1 || lines.length;

  const title = chooseTitle(lines, page, first, draft.title);
  draft.title = title.text;
  const head = createHead();
  first = skipHead(lines, [first, end], title, head, draft);
  readAround(lines, first, end, title, head, draft);

  const kept = trimTail(lines.slice(first, end).filter((line) => !line.furniture && isOfBody(line)));
  // The headline once more, below the text: for printing or sharing.
  const isTitle = (line: Line | undefined) => line !== undefined && 'text' in line && line.text === title.text;
  while (kept.length > 1 && isTitle(kept.at(-1))) kept.pop();
  const inBody = new Set(kept);
  for (const line of lines.slice(first, end)) if ('text' in line && !inBody.has(line)) noteTail(head, line);
  head.byline ??= readToldAuthor(page, lines.slice(Math.max(0, title.end), first));
  if (head.paper.page !== null) head.paper.name ??= readPaperName(page.title);
  draft.body = buildBlocks(joinBroken(kept));
  if (draft.lead !== null && isTeaser(draft.lead, draft.body)) draft.lead = null;
  return completeDraft(draft, head);
}

/** Whom the page tells machines as its author, where it prints that name in its head; the name alone is mostly the site's. */
function readToldAuthor({ meta }: HtmlPage, headLines: readonly Line[]): string | null {
  const told = meta.get('author')?.trim() ?? '';
  if (!isPersonName(told)) return null;
  return headLines.some((line) => 'text' in line && line.fields.split(/\s{2,}/).includes(told)) ? told : null;
}

/** The newspaper in a title such as 青禾日报数字报. */
function readPaperName(title: string): string | null {
  return /[\u4e00-\u9fff]{2,8}?报(?=数字报|电子|多媒体|$|[\s_-])/.exec(title)?.[0] ?? null;
}

/** All lines; a box with a furniture name that holds most of the prose, or the headline, is no furniture. */
function readAllLines(root: HtmlElement): Line[] {
  const lines = readLines(root);
  const suspects = lines.filter(
    (line) => line.furniture && (isProse(line) || (line.kind === 'heading' && line.level === 1)),
  );
  if (suspects.length === 0) return lines;
  const all = lines.reduce((sum, line) => sum + (isProse(line) && 'text' in line ? line.text.length : 0), 0);
  const prose = new Map<HtmlElement, number>();
  for (const line of suspects) {
    if (!isProse(line) || !('text' in line)) continue;
    for (let at: HtmlElement | null = line.element; at !== null; at = at.parent) {
      prose.set(at, (prose.get(at) ?? 0) + line.text.length);
    }
  }
  const trusted = new Set<HtmlElement>();
  for (const [element, length] of prose)
    if (length * 2 > all && !isForeignLabel(labelOf(element))) trusted.add(element);
  return trusted.size === 0 ? lines : readLines(root, trusted);
}

/** 发布时间: and its value on the next line, as one line. */
function joinLabels(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at) => {
    const label = lines[at - 1];
    const next = lines[at + 1];
    if (isTextLabel(line) && next !== undefined && isValue(line, next)) return [];
    if (label === undefined || !isTextLabel(label) || !isValue(label, line)) return [line];
    const name = label.text.replace(/\s+/g, '').replace(/[^:：]$/, '$&：');
    return [{ ...line, kind: 'text', text: `${name}${line.text}`, fields: `${name}${line.fields}` }];
  });
}

function isTextLabel(line: Line): line is TextLine {
  if (!('text' in line)) return false;
  return isCell(line) ? isLabelCell(line.text) : isLabelAlone(line.text);
}

function isCell({ element: { tag } }: TextLine): boolean {
  return tag === 'td' || tag === 'th';
}

function isValue(label: TextLine, line: Line): line is TextLine {
  return 'text' in line && isValueOf(label.text, line.text);
}

/** Leaves the title, the source line and the tools that open the body's box; gives where the body itself begins. */
function skipHead(
  lines: readonly Line[],
  [from, end]: [number, number],
  title: ChosenTitle,
  head: PageHead,
  draft: Draft,
): number {
  let first = from;
  let unknown = 0;
  for (let at = from; at < Math.min(end, from + HEAD_REACH); at += 1) {
    const line = lines[at];
    if (line === undefined || !('text' in line)) continue;
    const above = at < title.at;
    if ((at >= title.at && at <= title.end) || line.text === title.text) {
      first = at + 1;
      continue;
    }
    const lead = line.furniture || above ? null : readLead(line, false);
    if (lead !== null) draft.lead ??= lead;
    else if (
      !readHeadLine(head, line.fields, {
        beforeTitle: above,
        belowTitle: title.at >= 0 && at > title.end && !isListed(line),
        lenient: above,
        linked: isLinked(line),
      })
    ) {
      // A subtitle may stand between; more than that, or running text, is the body, whatever comes after it.
      unknown += above || isLinked(line) ? 0 : 1;
      if (unknown > 2 || (isProse(line) && (line.text.length > 30 || /[。！？]$/.test(line.text)))) break;
      continue;
    }
    first = at + 1;
  }
  return first;
}

/** Reads the lines above the body and, for what they do not say, those below it. */
function readAround(
  lines: readonly Line[],
  first: number,
  end: number,
  title: ChosenTitle,
  head: PageHead,
  draft: Draft,
): void {
  const titleAt = title.at < 0 ? first : title.at;
  for (let at = Math.max(titleAt, title.end) + 1; at < Math.min(first, titleAt + HEAD_REACH); at += 1) {
    const line = lines[at];
    if (line === undefined || !('text' in line) || line.text === title.text) continue;
    const time = joinTime(lines, at);
    if (time !== null) readHeadLine(head, time);
    const isHead = readHeadLine(head, line.fields, {
      belowTitle: !isListed(line),
      lenient: true,
      linked: isLinked(line),
    });
    const lead = isHead || line.furniture ? null : readLead(line);
    if (lead !== null) {
      draft.lead ??= lead;
      continue;
    }
    if (!isHead && isSubtitle(line)) draft.subtitle ??= line.text;
  }
  for (let at = titleAt - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || !('text' in line) || line.text.length > 160) continue;
    const crumb = CRUMB.test(`${labelOf(line.element)} ${labelOf(line.element.parent ?? line.element)}`);
    if (titleAt - at > HEAD_REACH && !crumb && !/位置|首页\s*[>＞»›]/.test(line.text)) continue;
    const isHead = readHeadLine(head, line.fields, {
      beforeTitle: true,
      lenient: crumb || line.linked > 0,
      linked: isLinked(line),
    });
    if (!isHead && titleAt - at <= 2 && line.text !== title.text && isSubtitle(line)) draft.subtitle ??= line.text;
  }
  if (head.breadcrumb.length < 2) readSplitBreadcrumb(head, lines.slice(0, titleAt));
  if (head.published !== null && head.source !== null) return;
  for (const line of lines.slice(end, end + HEAD_REACH)) if ('text' in line) noteTail(head, line);
}

/** A time that stands on three lines, 2019, 09/07 and 19:02, as one; null when none begins at `at`. */
function joinTime(lines: readonly Line[], at: number): string | null {
  const [year = '', day = '', clock = ''] = lines.slice(at, at + 3).map((line) => ('text' in line ? line.text : ''));
  return /^20\d\d$/.test(year) && /^\d\d[/-]\d\d$/.test(day) && /^\d\d:\d\d$/.test(clock)
    ? `${year}/${day} ${clock}`
    : null;
}

/** Class names and ids of the box that says where on its site a page stands. */
const CRUMB =
  /crumb|path|position|location|weizhi|current|dqwz|nav|place|local|mbx|lujing|brea_|(?:^|[\s_-])(?:here|cru|map|wz)(?:[\s_-]|$)/;

/** A breadcrumb with each place on a line of its own: the items of a list called so, or lines that arrows join. */
function readSplitBreadcrumb(head: PageHead, above: readonly Line[]): void {
  const texts = above.slice(-200).map((line) => ('text' in line && line.text.length <= 60 ? line.text : ''));
  const joined = joinBreadcrumb(texts);
  if (joined !== null) {
    head.breadcrumb = readBreadcrumb(joined, true) ?? head.breadcrumb;
    return;
  }
  const named = above.findLastIndex((line) => 'text' in line && isTrailLabel(line.text));
  const below = named < 0 ? undefined : above[named + 1];
  const list =
    below !== undefined && 'text' in below && below.list !== null
      ? below
      : above.findLast((line) => 'text' in line && line.list !== null && /crumb/.test(labelOf(line.list)));
  if (list === undefined || !('text' in list)) return;
  const places = above.flatMap((line) => ('text' in line && line.list === list.list ? [line.text] : []));
  if (places.length > 1 && places.length <= 8 && places.every((place) => place.length <= 40)) head.breadcrumb = places;
}

/** What a line below the article says about source and time, where the head said nothing. */
function noteTail(head: PageHead, line: TextLine): void {
  if (line.text.length > 120 || isLinked(line) || isToolLine(line.text)) return;
  if (/来源|稿源|发布|时间|日期|作者|撰稿|撰文|采写/.test(line.text)) readHeadLine(head, line.fields);
}

/** A link in a list of them, as in a bar to share by. */
function isListed(line: TextLine): boolean {
  return line.list !== null && isLinked(line);
}

function isLinked(line: TextLine): boolean {
  return line.linked * 2 > line.text.length;
}

function isSubtitle(line: TextLine): boolean {
  if (line.text.length < 4 || line.text.length > 60 || line.linked > 0 || line.furniture) return false;
  if (/^founder-(?:sub|pre)title$/.test(line.element.tag)) return true;
  return (
    /sub[_-]?tit|subtitle|futi|fubiaoti|yinti|jianti|shoulder/.test(labelOf(line.element)) ||
    (line.kind === 'heading' && line.level <= 4) ||
    /^——/.test(line.text)
  );
}
