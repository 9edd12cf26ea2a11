/** Articles: what a page says, as structure; and the plain text that every span points into. */
import * as z from 'zod';
import { quote } from './quote.js';
import { sectionReference } from './section.js';
import { sourceReference } from './source.js';
import { type Span, span } from './span.js';
import { statistic } from './statistic.js';
import { calendarDate, instant } from './time.js';

const heading = z.object({
  type: z.literal('heading'),
  level: z.int().min(2).max(6).meta({ description: '2 for the outermost headings of the body.' }),
  text: z.string(),
  span,
});
const paragraph = z.object({ type: z.literal('paragraph'), text: z.string(), span });
const list = z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()), span });
const image = z.object({
  type: z.literal('image'),
  url: z.string(),
  alt: z.string().nullable(),
  caption: z.string().nullable(),
  span: span.meta({ description: 'Where the caption stands; empty without one.' }),
});
const table = z.object({
  type: z.literal('table'),
  caption: z.string().nullable(),
  rows: z.array(z.array(z.string())).meta({ description: 'Cells by row; a header row is the first row.' }),
  span,
});

/** One block of a body, in reading order. `span` is where its text stands in `Article.text`. */
export const block = z.discriminatedUnion('type', [heading, paragraph, list, image, table]).meta({ id: 'Block' });
export type Block = z.infer<typeof block>;

type WithoutSpan<T> = T extends unknown ? Omit<T, 'span'> : never;
/** A block that has not been laid out yet. */
export type UnplacedBlock = WithoutSpan<Block>;

/** An article as lists give it: everything but the body and the text. */
export const articleSummary = z
  .object({
    id: z
      .string()
      .meta({ description: 'Stable: the same page gives the same id on every machine.', example: 'd3v0q1tqz6m8x2ka' }),
    url: z.string().nullable().meta({ description: 'Canonical URL of the page.' }),
    title: z.string(),
    subtitle: z.string().nullable().meta({ description: 'Subtitle or shoulder headline.' }),
    lead: z.string().nullable().meta({ description: '核心提示, 摘要 or 导语 set apart from the body.' }),
    section: sectionReference.nullable(),
    breadcrumb: z.array(z.string()).meta({ description: 'As printed on the page, outermost first.' }),
    source: sourceReference.nullable(),
    issue: z
      .object({
        date: calendarDate,
        page: z.string().nullable().meta({ description: 'Page (版) as printed.', example: '05' }),
      })
      .nullable()
      .meta({ description: 'The printed issue.' }),
    byline: z.string().nullable().meta({ description: 'Reporters as printed, joined with 、' }),
    publishedAt: instant.nullable().meta({ description: 'When the page was published on the web.' }),
    modifiedAt: instant.meta({ description: 'When this archive last changed the article.' }),
    keywords: z.array(z.string()),
    aliases: z.array(z.string()).meta({
      description: 'Other addresses that lead here: URLs it had before, and its names in an earlier system.',
    }),
    charCount: z.int().min(0).meta({ description: 'Characters of the body, without white space.' }),
    revision: z.int().min(1).meta({ description: 'Grows by one with every change.' }),
    extractor: z
      .string()
      .meta({ description: 'Version of the extraction rules that gave the article its present form.' }),
  })
  .meta({ id: 'ArticleSummary' });
export type ArticleSummary = z.infer<typeof articleSummary>;

/** What lists leave out. */
export const articleContent = z.object({
  body: z.array(block),
  text: z.string().meta({
    description: 'Title, subtitle, lead and body as plain text, one line each; all spans point into it.',
  }),
});
export type ArticleContent = z.infer<typeof articleContent>;

/** A whole article. `quotes` and `statistics` are there when they were asked for. */
export const article = articleSummary
  .extend(articleContent.shape)
  .extend({ quotes: z.array(quote).optional(), statistics: z.array(statistic).optional() })
  .meta({ id: 'Article' });
export type Article = z.infer<typeof article>;

/** Names a state of an article, for whoever changes only what they have seen. Every change gives another one. */
export const nameState = ({ revision, modifiedAt }: Pick<ArticleSummary, 'revision' | 'modifiedAt'>): string =>
  `${revision}-${(Date.parse(modifiedAt) / 1_000).toString(36)}`;

/** The article a quote or statistic stands in, as a reference. */
export const articleReference = articleSummary
  .pick({ id: true, url: true, title: true, section: true, source: true, issue: true, publishedAt: true })
  .meta({ id: 'ArticleReference' });
export type ArticleReference = z.infer<typeof articleReference>;

export const quoteInArticle = quote.extend({ article: articleReference }).meta({ id: 'QuoteInArticle' });
export type QuoteInArticle = z.infer<typeof quoteInArticle>;
export const statisticInArticle = statistic.extend({ article: articleReference }).meta({ id: 'StatisticInArticle' });
export type StatisticInArticle = z.infer<typeof statisticInArticle>;

/** What part of the article a line of its text is. */
export type LineKind = 'title' | 'subtitle' | 'lead' | 'heading' | 'paragraph' | 'item' | 'caption' | 'row';

/** The plain text of an article with what each of its lines is. Lines do not include the newline between them. */
export interface TextLayout {
  text: string;
  lines: (Span & { kind: LineKind })[];
}

/**
 * Lays an article out as plain text: title, subtitle, lead, then the body, one line each; a list has a line an item, a
 * table a line a row with its cells joined by tabs. Gives the text, its lines, and the blocks with their spans.
 * Line breaks inside a part become spaces, so that a line is always one part.
 */
export function layOut(parts: {
  title: string;
  subtitle: string | null;
  lead: string | null;
  body: readonly UnplacedBlock[];
}): TextLayout & { body: Block[] } {
  const lines: TextLayout['lines'] = [];
  let text = '';
  const add = (kind: LineKind, content: string): Span => {
    if (text !== '') text += '\n';
    const start = text.length;
    text += content.replace(/[\r\n]+/g, ' ');
    lines.push({ start, end: text.length, kind });
    return { start, end: text.length };
  };
  const addAll = (kind: LineKind, contents: readonly string[]): Span => {
    const spans = contents.map((content) => add(kind, content));
    return { start: spans[0]?.start ?? text.length, end: spans.at(-1)?.end ?? text.length };
  };

  add('title', parts.title);
  if (parts.subtitle !== null) add('subtitle', parts.subtitle);
  if (parts.lead !== null) add('lead', parts.lead);
  const place = (block: UnplacedBlock): Block => {
    const { type } = block;
    // Written out, since an object made of another and more takes longer than all else here.
    switch (type) {
      case 'heading':
        return { type, level: block.level, text: block.text, span: add('heading', block.text) };
      case 'paragraph':
        return { type, text: block.text, span: add('paragraph', block.text) };
      case 'list':
        return { type, ordered: block.ordered, items: block.items, span: addAll('item', block.items) };
      case 'image': {
        const { url, alt, caption } = block;
        return { type, url, alt, caption, span: addAll('caption', caption === null ? [] : [caption]) };
      }
      case 'table': {
        const caption = block.caption === null ? [] : [add('caption', block.caption)];
        const rows = addAll(
          'row',
          block.rows.map((cells) => cells.join('\t')),
        );
        const span = { start: caption[0]?.start ?? rows.start, end: rows.end };
        return { type, caption: block.caption, rows: block.rows, span };
      }
    }
  };
  const body = parts.body.map(place);
  return { text, lines, body };
}

/** Pages as they are compared: `05`, `5` and `第5版` are one page, and so are `A05` and `a5`. */
export function normalizePageNumber(page: string): string {
  return page
    .normalize('NFKC')
    .replace(/[第版\s]/g, '')
    .replace(/\d+/, (digits) => String(Number(digits)))
    .toUpperCase();
}

/** Characters of the body, without white space. */
export function countChars(layout: TextLayout): number {
  let count = 0;
  for (const { start, end, kind } of layout.lines) {
    if (kind === 'title' || kind === 'subtitle' || kind === 'lead') continue;
    for (let at = start; at < end; at += 1) {
      const code = layout.text.charCodeAt(at);
      const isSecondHalf = code >= 0xdc00 && code < 0xe000;
      if (!isSecondHalf && !isWhiteSpace(code)) count += 1;
    }
  }
  return count;
}

/** What `\s` matches, told by code unit: asked for every character there is. */
function isWhiteSpace(code: number): boolean {
  if (code > 0x3000) return code === 0xfeff;
  return code < 0x80 ? code === 0x20 || (code >= 9 && code <= 13) : WIDE_SPACES.has(code);
}

const WIDE_SPACES = new Set(
  [
    ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
  ].map((space) => space.charCodeAt(0)),
);
