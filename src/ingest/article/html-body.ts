/** Finds the body among the lines of a page, and turns it into blocks. */
import type { UnplacedBlock } from '../../domain/article.js';
import { findSignature } from './byline.js';
import {
  dropTail,
  isAuthorLine,
  isCreditLine,
  isEndMarker,
  isIdleLabel,
  isInvitation,
  isLegalNotice,
  isSiteFooter,
  isSourceLine,
  isToolLine,
  rateBodyLabel,
} from './furniture.js';
import { markHeadings } from './headings.js';
import type { Line, TextLine } from './html-lines.js';
import { type HtmlElement, labelOf } from './html-tree.js';
import { unwrapLines } from './unwrap.js';

/** How much a line speaks for being in the body: its characters when it is prose, less than nothing when it is links. */
export function weigh(line: Line): number {
  if (line.kind === 'image') return 0;
  if (line.kind === 'table') {
    const length = line.rows.reduce((sum, cells) => sum + cells.join('').length, 0);
    return line.furniture || line.linked * 2 > length ? -length : length * 0.5;
  }
  const length = line.text.length;
  if (line.linked * 2 > length) return -length;
  if (isCreditLine(line.text) || isEndMarker(line.text) || isSiteFooter(line.text) || isToolLine(line.text)) return -20;
  if (line.furniture) return 0;
  return isProse(line) ? length : length * 0.2;
}

/** Whether a line is running text. */
export function isProse(line: Line): boolean {
  if (line.kind === 'image' || line.kind === 'table') return false;
  const stops = line.text.match(/[，。；：！？、,;]/g)?.length ?? 0;
  return (
    line.linked * 2 <= line.text.length &&
    (stops >= 2 || (stops >= 1 && line.text.length >= 25) || line.text.length >= 60)
  );
}

/** As many characters at its beginning make a line one that was there before. */
const REPEATED = 20;

/**
 * The element that holds the body: the one whose lines weigh most together. Boxes that call themselves a body weigh
 * more. Null when nothing on the page weighs anything.
 */
export function findBody(lines: readonly Line[]): HtmlElement | null {
  const sums = new Map<HtmlElement, number>();
  const openings = new Map<string, HtmlElement | null>();
  for (const line of lines) {
    // A page for desks and phones has its text twice: what holds both copies holds no more text than one of them.
    const opening = 'text' in line ? line.text.slice(0, REPEATED) : '';
    const box = line.element.parent;
    const isCopy = opening !== '' && openings.has(opening) && openings.get(opening) !== box;
    const weight = isCopy ? Math.min(0, weigh(line)) : weigh(line);
    if (!isCopy) openings.set(opening, box);
    for (let at: HtmlElement | null = line.element; at !== null; at = at.parent) {
      sums.set(at, (sums.get(at) ?? 0) + weight);
    }
  }
  let best: HtmlElement | null = null;
  let bestSum = 0;
  for (const [element, sum] of sums) {
    const sure = element.attributes.itemprop === 'articleBody' ? 2 : rateBodyLabel(labelOf(element));
    const value = sum * (sure === 2 ? 1.5 : sure === 1 || element.tag === 'article' ? 1.1 : 1);
    // Inner elements come first; an outer one has to bring more than crumbs.
    if (value > bestSum * 1.01) {
      best = element;
      bestSum = value;
    }
  }
  return best;
}

/** The boxes of a body that widgets cut into several: those beside it with its id, or with its class where that names a body. */
export function findParts(body: HtmlElement): ReadonlySet<HtmlElement> {
  const { id, class: name } = body.attributes;
  const named = rateBodyLabel(labelOf(body)) > 0;
  const parts = new Set([body]);
  for (const beside of named ? (body.parent?.children ?? []) : []) {
    if (typeof beside === 'string' || beside.tag !== body.tag) continue;
    if ((id !== undefined && beside.attributes.id === id) || (name !== undefined && beside.attributes.class === name))
      parts.add(beside);
  }
  return parts;
}

/** Whether an element lies in one of the parts of a body. */
export function isWithin(element: HtmlElement, parts: ReadonlySet<HtmlElement>): boolean {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) if (parts.has(at)) return true;
  return false;
}

function isFurnitureLine(text: string): boolean {
  return (
    isCreditLine(text) ||
    isToolLine(text) ||
    isSourceLine(text) ||
    isAuthorLine(text) ||
    isInvitation(text) ||
    (text.length < 160 && isSiteFooter(text))
  );
}

/** The lines of a body without what follows the article in the same box. */
export function trimTail(lines: readonly Line[]): Line[] {
  const total = lines.reduce((sum, line) => sum + proseLength(line), 0);
  let before = 0;
  const end = lines.findIndex((line, at) => {
    const above = before;
    before += proseLength(line);
    if (at === 0 || !('text' in line)) return false;
    if (isLegalNotice(line.text)) return above >= 30;
    return line.text.length < 120 && (total - above) * 4 <= total && isEndMarker(line.text);
  });
  const cut = end > 0 ? lines.slice(0, end) : lines;
  const kept = dropLinkLists(cut).filter((line) => !('text' in line) || !isFurnitureLine(line.text));
  while (kept.length > 1) {
    const last = kept.at(-1);
    if (last === undefined || !('text' in last) || last.text.length > 80) break;
    if (last.linked * 5 < last.text.length * 4 && !isIdleLabel(last.text)) break;
    kept.pop();
  }
  return kept;
}

/** The fewest lines of one box that are looked at as text which was broken at a fixed width. */
const FEWEST_BROKEN = 6;

/** Lines of one box that <br> or <pre> broke at a fixed width, as the paragraphs they were. */
export function joinBroken(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = [lines[at] as Line];
    while (isBeside(run[0], lines[at + run.length])) run.push(lines[at + run.length] as Line);
    at += run.length;
    joined.push(...(isBroken(run) ? unwrapRun(run) : run));
  }
  return joined;
}

function isBeside(first: Line | undefined, other: Line | undefined): boolean {
  return first?.kind === 'text' && other?.kind === 'text' && first.element === other.element;
}

/** Whether most lines hold the marks of a sentence somewhere before their end: it runs on. A poem or a list ends with its lines. */
function isBroken(run: readonly Line[]): run is TextLine[] {
  if (run.length < FEWEST_BROKEN) return false;
  const running = run.filter((line) => 'text' in line && /[，。；：！？].*[\u4e00-\u9fff\d]$/.test(line.text));
  return running.length * 2 >= run.length;
}

function unwrapRun(run: readonly TextLine[]): readonly TextLine[] {
  const texts = unwrapLines(run.map(({ text, indented }) => (indented ? `\u3000\u3000${text}` : text)));
  const [first] = run;
  if (first === undefined || texts.length === run.length) return run;
  return texts.map((text) => ({
    ...first,
    text,
    fields: text,
    linked: 0,
    bold: false,
    centered: false,
    caption: false,
  }));
}

/** A list of links to other pages amid the text goes with its heading, 相关新闻: and the like. */
function dropLinkLists(lines: readonly Line[]): Line[] {
  let inList = false;
  return lines.filter((line) => {
    if (!('text' in line)) return true;
    if (line.text.length <= 12 && /[:：]$|^.{4}$/.test(line.text) && isEndMarker(line.text)) inList = true;
    else if (line.linked * 5 < line.text.length * 4) inList = false;
    return !inList;
  });
}

function proseLength(line: Line): number {
  return isProse(line) && 'text' in line ? line.text.length : 0;
}

/** Lines as blocks: captions to their pictures, items to lists, short bold lines to headings. */
export function buildBlocks(lines: readonly Line[]): UnplacedBlock[] {
  const blocks: UnplacedBlock[] = [];
  let list: HtmlElement | null = null;
  for (const [at, line] of lines.entries()) {
    const last = blocks.at(-1);
    if (line.kind === 'image') {
      blocks.push({ type: 'image', url: line.url, alt: line.alt, caption: null });
    } else if (line.kind === 'table') {
      blocks.push({ type: 'table', caption: line.caption, rows: line.rows });
    } else if (last?.type === 'image' && last.caption === null && isCaption(line, lines, at)) {
      last.caption = line.text;
    } else if (line.kind === 'item' && line.list !== null && !isInBox(line, lines, at)) {
      if (last?.type === 'list' && list === line.list) last.items.push(line.text);
      else blocks.push({ type: 'list', ordered: line.list.tag === 'ol', items: [line.text] });
    } else {
      blocks.push(
        headingLevel(line) > 0
          ? { type: 'heading', level: headingLevel(line), text: line.text }
          : { type: 'paragraph', text: dropTail(line.text) },
      );
    }
    list = line.kind === 'item' && !isInBox(line, lines, at) ? line.list : null;
  }
  return blocks.some(({ type }) => type === 'heading') ? blocks : markSparseHeadings(blocks);
}

/** Whether an item is one of several lines in its `<li>`: then the list only lays the page out. */
function isInBox(line: TextLine, lines: readonly Line[], at: number): boolean {
  const box = itemBox(line.element);
  if (box === null || line.element === box) return false;
  return [lines[at - 1], lines[at + 1]].some(
    (other) =>
      other !== undefined && 'text' in other && other.element !== line.element && itemBox(other.element) === box,
  );
}

function itemBox(element: HtmlElement): HtmlElement | null {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) if (at.tag === 'li') return at;
  return null;
}

/** Where nothing is marked up as a heading, short lines among paragraphs are; but not in a text made of short lines. */
function markSparseHeadings(blocks: UnplacedBlock[]): UnplacedBlock[] {
  const marked = markHeadings(blocks);
  const headings = marked.filter(({ type }) => type === 'heading').length;
  return headings * 4 <= marked.length ? marked : blocks;
}

function headingLevel(line: TextLine): number {
  if (line.kind === 'heading' && line.text.length <= 80) return Math.max(2, line.level);
  const short = line.text.length <= 40 && !/[。！？；，：:,;…]$/.test(line.text);
  const bold = line.bold && short && line.linked * 2 <= line.text.length && !/^(?:本报|新华社)/.test(line.text);
  return bold && findSignature(line.text) === null ? 2 : 0;
}

/** Whether the line at `at`, below a picture, says what the picture shows. */
function isCaption(line: TextLine, lines: readonly Line[], at: number): boolean {
  const image = lines[at - 1];
  if (line.kind === 'heading' || line.text.length > 150 || image?.kind !== 'image') return false;
  if (line.caption || (image.alt !== null && line.text === image.alt)) return true;
  if (/^(?:[▲△↑▼↓◀▶]|图为|图[:：①②③④⑤一二三四五\d]|上图|下图|右图|左图|资料图)/.test(line.text)) return true;
  if (/(?:摄|供图|制图|图片|资料图?|截图)[)）]?。?$/.test(line.text) && line.text.length <= 80) return true;
  const small = line.text.length <= 60 && !/[。！？：:]$/.test(line.text) && !line.bold;
  // In one box with its picture, or centered below it: but the last line of an article is no caption.
  return (
    small && at + 1 < lines.length && (line.centered || (line.element === image.element && line.element.tag !== 'div'))
  );
}
