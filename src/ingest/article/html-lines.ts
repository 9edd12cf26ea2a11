/** A page as the lines a reader sees, in order: text, headings, list items, pictures, tables. It does not judge them. */

import { isFurnitureLabel } from './furniture.js';
import { readTable, type Table } from './html-table.js';
import { type HtmlElement, labelOf } from './html-tree.js';

interface LineBase {
  /** The block element the line stands in. */
  element: HtmlElement;
  /** Whether a box around it calls itself furniture. */
  furniture: boolean;
}
export interface TextLine extends LineBase {
  kind: 'text' | 'heading' | 'item';
  text: string;
  /** The text with two blanks where one inline element ends and another begins: fields of a head line lie apart in it. */
  fields: string;
  /** Characters inside links. */
  linked: number;
  /** All of it is bold. */
  bold: boolean;
  centered: boolean;
  /** 1–6 for a heading. */
  level: number;
  caption: boolean;
  /** Of an item: its list. */
  list: HtmlElement | null;
  /** Whether it begins with the blanks that open a paragraph. */
  indented: boolean;
}
export interface ImageLine extends LineBase {
  kind: 'image';
  url: string;
  alt: string | null;
}
export interface TableLine extends LineBase, Table {
  kind: 'table';
}
export type Line = TextLine | ImageLine | TableLine;

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr o:p st1:chsdate'.split(
    ' ',
  ),
);
/** Files that hang on a text: they are of the article, not ways to other pages. */
const ATTACHED = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z)(?:[?#]|$)/i;
/** Marks where an inline element begins or ends. */
const SEAM = '\u2063';
const seams = new RegExp(`${SEAM}+`, 'g');

/** Walks a tree and gives its lines. `trusted` elements are never furniture, whatever they are called. */
export function readLines(root: HtmlElement, trusted: ReadonlySet<HtmlElement> = new Set()): Line[] {
  const walker = new Walker(trusted);
  walker.walk(root, {
    furniture: false,
    bold: false,
    linked: false,
    centered: false,
    caption: false,
    heading: false,
    preformatted: false,
    list: null,
  });
  walker.flush();
  return walker.lines;
}

interface Style {
  furniture: boolean;
  bold: boolean;
  linked: boolean;
  centered: boolean;
  caption: boolean;
  heading: boolean;
  preformatted: boolean;
  list: HtmlElement | null;
}

class Walker {
  readonly lines: Line[] = [];
  private buffer = '';
  private linked = 0;
  private bold = 0;
  private all = 0;
  private element: HtmlElement | null = null;
  private style: Style | null = null;

  constructor(private readonly trusted: ReadonlySet<HtmlElement>) {}

  walk(element: HtmlElement, outer: Style): void {
    const { tag } = element;
    if (tag === 'br' || tag === 'hr') {
      // A headline broken over two lines is one headline.
      if (outer.heading && tag === 'br') this.buffer += ' ';
      else this.flush();
      return;
    }
    if (tag === 'img') {
      this.addImage(element, outer);
      return;
    }
    const isInline = inline.has(tag);
    const style = { ...outer };
    if (tag === 'a') style.linked = !ATTACHED.test(element.attributes.href ?? '');
    if (
      tag === 'b' ||
      tag === 'strong' ||
      /font-weight\s{0,2}:\s{0,2}(?:bold|[6-9]00)/i.test(element.attributes.style ?? '')
    )
      style.bold = true;
    if (!isInline) {
      this.flush();
      if (!style.furniture && !this.trusted.has(element)) {
        style.furniture =
          tag === 'nav' || tag === 'footer' || tag === 'aside' || tag === 'form' || isFurnitureLabel(labelOf(element));
      }
      if (
        tag === 'center' ||
        /center/i.test(element.attributes.align ?? '') ||
        /text-align\s{0,2}:\s{0,2}center/i.test(element.attributes.style ?? '')
      ) {
        style.centered = true;
      } else if (/text-align\s{0,2}:\s{0,2}(?:left|justify|start)/i.test(element.attributes.style ?? ''))
        style.centered = false;
      if (tag === 'ul' || tag === 'ol') style.list = element;
      if (tag === 'figcaption') style.caption = true;
      if (tag === 'pre') style.preformatted = true;
      style.heading = isHeading(tag);
      if (tag === 'table') {
        const table = readTable(element);
        if (table !== null) {
          this.lines.push({ kind: 'table', ...table, element: element.parent ?? element, furniture: style.furniture });
          return;
        }
      }
    }
    if (
      /caption|descr|pic[_-]?(?:txt|text|info|title|desc)|img[_-]?(?:txt|text|info|title|desc|note)|tupian|图说/.test(
        labelOf(element),
      ) &&
      !isHeading(tag)
    ) {
      style.caption = true;
    }
    if (isInline) this.buffer += SEAM;
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (style.preformatted) this.addLines(child, element, style);
        else this.addText(child, element, style);
      } else this.walk(child, style);
    }
    if (isInline) this.buffer += SEAM;
    else this.flush();
  }

  private addText(text: string, element: HtmlElement, style: Style): void {
    const length = text.replace(/\s+/g, '').length;
    if (length > 0) {
      this.element ??= blockOf(element);
      this.style ??= style;
      this.all += length;
      if (style.linked) this.linked += length;
      if (style.bold) this.bold += length;
      if (style.caption && this.style !== style && this.all === length) this.style = style;
    }
    this.buffer += text;
  }

  private addLines(text: string, element: HtmlElement, style: Style): void {
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) this.flush();
      this.addText(line, element, style);
    }
  }

  private addImage(element: HtmlElement, style: Style): void {
    const url = sourceOf(element);
    if (url === null) return;
    const alt = element.attributes.alt?.replace(/\s+/g, ' ').trim() ?? '';
    this.lines.push({
      kind: 'image',
      url,
      alt: alt === '' ? null : alt,
      element: blockOf(element.parent ?? element),
      furniture: style.furniture,
    });
  }

  flush(): void {
    const raw = this.buffer;
    const { element, style, all } = this;
    if (element !== null && style !== null) {
      for (const part of splitParagraphs(raw)) {
        const text = collapse(part.replace(seams, ''));
        if (text === '') continue;
        const block = element.tag;
        const level = isHeading(block) ? Number(block[1]) : 0;
        this.lines.push({
          kind: level > 0 ? 'heading' : style.list !== null && itemOf(element) ? 'item' : 'text',
          text,
          fields: part
            .replace(seams, '  ')
            .replace(/\u3000/g, '  ')
            .replace(/[^\S ]+/g, ' ')
            .trim(),
          linked: Math.min(this.linked, text.length),
          bold: this.bold === all,
          centered: style.centered,
          level,
          caption: style.caption,
          list: style.list,
          indented: INDENT.test(part),
          element,
          furniture: style.furniture,
        });
      }
    }
    this.buffer = '';
    this.linked = 0;
    this.bold = 0;
    this.all = 0;
    this.element = null;
    this.style = null;
  }
}

const INDENT = /^[ \t\n\u2063]{0,40}(?:\u3000{2}|\u00a0{4}|(?:\u00a0 ){2}|\u2003{2})/;

/** Two or more ideographic spaces after a full stop open a paragraph that the markup forgot. */
function splitParagraphs(raw: string): string[] {
  return raw.length < 80 ? [raw] : raw.split(/(?<=[。！？；…”）:：]\u2063{0,4})[\u3000\u2003]{2,}/);
}

function collapse(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

function isHeading(tag: string): boolean {
  return tag.length === 2 && tag[0] === 'h' && tag >= 'h1' && tag <= 'h6';
}

function itemOf(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) {
    if (at.tag === 'li') return true;
    if (at.tag === 'ul' || at.tag === 'ol') return false;
  }
  return false;
}

function blockOf(element: HtmlElement): HtmlElement {
  let block = element;
  while (inline.has(block.tag) && block.parent !== null) block = block.parent;
  return block;
}

/** The address of a picture; null for what is no picture of the article: icons, pixels, placeholders. */
function sourceOf(element: HtmlElement): string | null {
  const { attributes } = element;
  const url = (
    attributes['data-src'] ??
    attributes['data-original'] ??
    attributes['data-lazy-src'] ??
    attributes.src ??
    ''
  ).trim();
  if (url === '' || url.startsWith('data:') || url.length > 2000) return null;
  const size = /(?:^|[;\s])width\s*:\s*(\d+)px/i.exec(attributes.style ?? '')?.[1];
  if (size !== undefined && Number(size) < 40) return null;
  if (/(?:^|[/_-])(?:icon|logo|blank|spacer|pixel|loading|arrow|emoji|qrcode|ewm|erweima)[^/]*\.\w{3,4}$/i.test(url))
    return null;
  return url;
}
