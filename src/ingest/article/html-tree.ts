/** HTML as a light tree of what a reader can see. It knows tags and visibility, not what an article is. */
import { Parser } from 'htmlparser2';

/** An element; its children are elements and the text between them. */
export interface HtmlElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: (HtmlElement | string)[];
  parent: HtmlElement | null;
}

/** A page: its visible tree, and what its head says to machines. */
export interface HtmlPage {
  root: HtmlElement;
  /** The `<title>`. */
  title: string;
  /** `<meta>` contents by name or property, in lower case without spaces; the first of each. */
  meta: ReadonlyMap<string, string>;
  /** The texts of `<script type="application/ld+json">`. */
  jsonLd: readonly string[];
  canonicalUrl: string | null;
}

/** Elements whose content no reader sees as text. */
const unseen = new Set(
  'script style noscript template iframe object embed applet select textarea button svg canvas audio video map head datalist'.split(
    ' ',
  ),
);
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const kept = new Set(
  'class id style align src alt href title itemprop rel data-src data-original data-lazy-src content'.split(' '),
);

/** Deeper trees come from broken or hostile markup; they are read without their nesting. */
const MAX_DEPTH = 400;
class TooDeep extends Error {}

/** Reads a page. Never fails: what is broken is read as a browser would, nearly. `showHidden` also keeps what styles hide. */
export function readHtml(html: string, { showHidden = false } = {}): HtmlPage {
  try {
    return parse(html, showHidden);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return parse(flattenMarkup(html), showHidden);
  }
}

function parse(html: string, showHidden: boolean): HtmlPage {
  const root: HtmlElement = { tag: 'html', attributes: {}, children: [], parent: null };
  const meta = new Map<string, string>();
  const jsonLd: string[] = [];
  let title: string | null = null;
  let canonicalUrl: string | null = null;
  let current = root;
  let depth = 0;
  /** How many open elements hide what is in them, this one included. */
  let hidden = 0;
  const hides: boolean[] = [];
  let capture: 'title' | 'json' | null = null;
  let captured = '';

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++depth > MAX_DEPTH) throw new TooDeep();
        if (tag === 'meta') {
          const name = attributes.name ?? attributes.property ?? attributes.itemprop;
          const key = name?.toLowerCase().replace(/\s+/g, '');
          if (key !== undefined && attributes.content && !meta.has(key)) meta.set(key, attributes.content.trim());
        } else if (tag === 'link' && attributes.rel?.toLowerCase() === 'canonical') {
          canonicalUrl ??= attributes.href?.trim() || null;
        } else if (tag === 'title' && title === null) {
          capture = 'title';
        } else if (tag === 'script' && attributes.type?.toLowerCase().includes('ld+json')) {
          capture = 'json';
        }
        const hide = tag === 'title' || unseen.has(tag) || (!showHidden && isHidden(tag, attributes));
        hides.push(hide);
        if (hide && tag !== 'head') hidden += 1;
        if (hidden > 0 || tag === 'html' || tag === 'head') return;
        const element: HtmlElement = { tag, attributes: pick(attributes), children: [], parent: current };
        current.children.push(element);
        if (!voids.has(tag)) current = element;
      },
      ontext(text) {
        if (capture !== null) captured += text;
        if (hidden > 0) return;
        const last = current.children.length - 1;
        if (typeof current.children[last] === 'string') current.children[last] += text;
        else current.children.push(text);
      },
      onclosetag(tag) {
        depth -= 1;
        if (capture !== null) {
          if (capture === 'title') title = captured.replace(/\s+/g, ' ').trim();
          else jsonLd.push(captured);
          capture = null;
          captured = '';
        }
        const hide = hides.pop();
        if (hide && tag !== 'head') hidden -= 1;
        else if (hidden === 0 && tag === current.tag && current.parent !== null) current = current.parent;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { root, title: title ?? '', meta, jsonLd, canonicalUrl };
}

function pick(attributes: Record<string, string>): Record<string, string> {
  const few: Record<string, string> = {};
  for (const name in attributes) if (kept.has(name)) few[name] = attributes[name] ?? '';
  return few;
}

function isHidden(tag: string, attributes: Record<string, string>): boolean {
  if (tag === 'body' || tag === 'html') return false;
  if (attributes.hidden !== undefined) return true;
  if (tag === 'input') return true;
  const style = attributes.style;
  return style !== undefined && /(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden)/i.test(style);
}

/** Markup without nesting: blocks become paragraphs, which close each other, and inline elements go. */
function flattenMarkup(html: string): string {
  return html.replace(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gi, (whole, _slash: string, tag: string) => {
    const name = tag.toLowerCase();
    if (/^(?:p|br|img|meta|link|title|script|style|h[1-6])$/.test(name)) return whole;
    return /^(?:a|abbr|b|big|code|em|font|i|ins|label|mark|s|small|span|strong|sub|sup|tt|u|var)$/.test(name)
      ? ''
      : '<p>';
  });
}

/** The visible text of an element, white space collapsed. */
export function textOf(node: HtmlElement | string): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: HtmlElement | string): string {
  if (typeof node === 'string') return node;
  if (node.tag === 'br') return ' ';
  let text = '';
  for (const child of node.children) text += rawText(child);
  return text;
}

/** Class and id of an element, in lower case. */
export function labelOf(element: HtmlElement): string {
  const { class: name, id } = element.attributes;
  if (name === undefined && id === undefined) return '';
  return `${name ?? ''} ${id ?? ''}`.toLowerCase();
}
