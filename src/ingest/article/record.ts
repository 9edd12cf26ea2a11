/** Records: articles given field by field, as JSON or front matter. What a record gives wins over what its text would say. */
import * as z from 'zod';
import type { UnplacedBlock } from '../../domain/article.js';
import { ArchiveError } from '../../domain/errors.js';
import { calendarDate } from '../../domain/time.js';
import { findDates, readDate } from '../../text/dates.js';
import { readBreadcrumb } from './breadcrumb.js';
import { readBylineValue } from './byline.js';
import { createDraft, type Draft, type Warning } from './draft.js';
import { cleanSource, splitKeywords } from './head-fields.js';
import { readBodyHtml, readHtmlPage } from './html-page.js';
import { readTextBelow, readTextPage } from './text-page.js';

const text = z.string().nullish();
const names = z.union([z.string(), z.array(z.string())]).nullish();
const moment = z.union([z.string(), z.number()]).nullish();
const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.int().min(2).max(6).default(2), text: z.string() }),
  z.object({ type: z.literal('paragraph'), text: z.string() }),
  z.object({ type: z.literal('list'), ordered: z.boolean().default(false), items: z.array(z.string()) }),
  z.object({
    type: z.literal('image'),
    url: z.string(),
    alt: z.string().nullable().default(null),
    caption: z.string().nullable().default(null),
  }),
  z.object({
    type: z.literal('table'),
    caption: z.string().nullable().default(null),
    rows: z.array(z.array(z.string())),
  }),
]);
const record = z.object({
  url: text,
  title: text,
  subtitle: text,
  lead: text,
  section: names,
  source: z.union([z.string(), z.object({ name: z.string() })]).nullish(),
  issueDate: text,
  page: z.union([z.string(), z.number()]).nullish(),
  byline: names,
  publishedAt: moment,
  keywords: names,
  aliases: names,
  text,
  html: text,
  blocks: z.array(block).nullish(),
});
type Field = keyof typeof record.shape;

/** Other names under which the fields come, in lower case without `_` and `-`; the name itself always holds. */
const otherNames: Record<string, Field | 'content'> = {
  link: 'url',
  sourceurl: 'url',
  canonicalurl: 'url',
  permalink: 'url',
  headline: 'title',
  shoulder: 'subtitle',
  summary: 'lead',
  abstract: 'lead',
  category: 'section',
  column: 'section',
  channel: 'section',
  breadcrumb: 'section',
  media: 'source',
  publisher: 'source',
  newspaper: 'source',
  author: 'byline',
  authors: 'byline',
  reporter: 'byline',
  date: 'publishedAt',
  time: 'publishedAt',
  datetime: 'publishedAt',
  pubdate: 'publishedAt',
  publishdate: 'publishedAt',
  publishtime: 'publishedAt',
  published: 'publishedAt',
  publishedat: 'publishedAt',
  datepublished: 'publishedAt',
  issuedate: 'issueDate',
  pagenumber: 'page',
  tags: 'keywords',
  alias: 'aliases',
  oldurl: 'aliases',
  oldurls: 'aliases',
  redirectfrom: 'aliases',
  content: 'content',
  body: 'content',
  articlebody: 'content',
  fulltext: 'content',
  // As crawlers name them.
  articleurl: 'url',
  newsurl: 'url',
  articletitle: 'title',
  newstitle: 'title',
  digest: 'lead',
  intro: 'lead',
  categoryname: 'section',
  columnname: 'section',
  channelname: 'section',
  medianame: 'source',
  sourcename: 'source',
  authorname: 'byline',
  writer: 'byline',
  pubtime: 'publishedAt',
  newstime: 'publishedAt',
  posttime: 'publishedAt',
  releasetime: 'publishedAt',
  newscontent: 'content',
  articlecontent: 'content',
  链接: 'url',
  网址: 'url',
  标题: 'title',
  题目: 'title',
  副标题: 'subtitle',
  摘要: 'lead',
  导语: 'lead',
  栏目: 'section',
  频道: 'section',
  来源: 'source',
  媒体: 'source',
  作者: 'byline',
  记者: 'byline',
  时间: 'publishedAt',
  日期: 'publishedAt',
  发布时间: 'publishedAt',
  发布日期: 'publishedAt',
  发表时间: 'publishedAt',
  版面: 'page',
  关键词: 'keywords',
  标签: 'keywords',
  正文: 'content',
  内容: 'content',
};

/** Reads a record from its JSON. Throws `invalid_record` when it is no JSON object or a field is of another type. */
export function readJsonRecord(json: string): Draft {
  let fields: unknown;
  try {
    fields = JSON.parse(json);
  } catch (cause) {
    throw new ArchiveError('invalid_record', 'The record is not JSON', { cause });
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw new ArchiveError('invalid_record', 'The record is not a JSON object');
  }
  return readRecord(fields as Record<string, unknown>);
}

/** Reads a record from its fields; `body` is what stands beside them, as below front matter. */
export function readRecord(fields: Record<string, unknown>, body: UnplacedBlock[] | null = null): Draft {
  const { named, unknown } = nameFields(fields);
  const parsed = record.safeParse(named);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw new ArchiveError('invalid_record', `The field ${field} cannot be read: ${issue?.message ?? ''}`, {
      parameter: field,
    });
  }
  const given = parsed.data;
  const draft = readContent(given, body);
  const source = typeof given.source === 'object' ? given.source?.name : given.source;
  if (isGiven(given.url)) draft.url = given.url.trim();
  if (isGiven(given.title)) draft.title = given.title.trim();
  if (isGiven(given.subtitle)) draft.subtitle = given.subtitle.trim();
  if (isGiven(given.lead)) draft.lead = given.lead.trim();
  if (isGiven(source)) draft.source = cleanSource(source) ?? draft.source;
  if (given.section) draft.breadcrumb = readPath(given.section);
  if (given.byline) {
    const names = [given.byline].flat().map((name) => name.replace(/^\s*(?:作者|记者)\s*[:：]/, ''));
    draft.byline = readBylineValue(names.join('、')) ?? draft.byline;
  }
  if (given.keywords) draft.keywords = [given.keywords].flat().flatMap(splitKeywords);
  if (given.aliases) draft.aliases = [given.aliases].flat().flatMap(tidyAlias);
  if (given.publishedAt !== null && given.publishedAt !== undefined) readPublished(draft, String(given.publishedAt));
  if (isGiven(given.issueDate)) readIssue(draft, given.issueDate, given.page);
  if (unknown.length > 0) {
    draft.warnings.push({ code: 'unknown_field', message: `Not read: ${unknown.slice(0, 20).join(', ')}` });
  }
  return draft;
}

function isGiven(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value.trim() !== '';
}

/** An alias as it is kept; longer than any address, it is none. */
function tidyAlias(alias: string): string[] {
  const tidy = alias.trim();
  return tidy === '' || tidy.length > 2_000 ? [] : [tidy];
}

/** Fields under the names used here, exact names before others; what `content` is, its look decides. */
function nameFields(fields: Record<string, unknown>): { named: Record<string, unknown>; unknown: string[] } {
  const named: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(fields)) if (name in record.shape) named[name] = value;
  for (const [name, value] of Object.entries(fields)) {
    if (name in record.shape) continue;
    const other = otherNames[name.toLowerCase().replace(/[_-]/g, '')];
    if (other === undefined) {
      unknown.push(name);
      continue;
    }
    if (other === 'content') {
      const content = readParagraphs(value);
      named[Array.isArray(content) ? 'blocks' : looksLikeHtml(content) ? 'html' : 'text'] ??= content;
    } else named[other] ??= value;
  }
  return { named, unknown };
}

/** Paragraphs in an array as one text; what else a content is stays as it is. */
function readParagraphs(value: unknown): unknown {
  const isText = Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');
  return isText ? value.join('\n') : value;
}

function looksLikeHtml(value: unknown): boolean {
  return (
    typeof value === 'string' && /<(?:p|div|br|span|img|table|h[1-6]|ul|ol|section|article|body)\b[^<>]*>/i.test(value)
  );
}

function readContent(given: z.infer<typeof record>, body: UnplacedBlock[] | null): Draft {
  if (given.blocks) return { ...createDraft(), body: given.blocks };
  if (isGiven(given.html)) {
    if (/<(?:html|head|title)\b/i.test(given.html)) return readHtmlPage(given.html);
    return { ...createDraft(), body: readBodyHtml(given.html) };
  }
  if (isGiven(given.text)) {
    return isGiven(given.title) ? readTextBelow(given.title, given.text) : readTextPage(given.text);
  }
  return { ...createDraft(), body: body ?? [] };
}

function readPath(section: string | string[]): string[] {
  const path = Array.isArray(section) ? section : (readBreadcrumb(section, true) ?? section.split(/[/>]/));
  return path.map((name) => name.trim()).filter((name) => name !== '');
}

function readPublished(draft: Draft, value: string): void {
  const date = readDate(value);
  if (date === null)
    throw new ArchiveError('invalid_record', `publishedAt is no date: ${value}`, { parameter: 'publishedAt' });
  if (date.date === null) draft.warnings.push(impossible(value));
  else draft.published = date;
}

function readIssue(draft: Draft, value: string, page: string | number | null | undefined): void {
  const date = calendarDate.safeParse(value.trim()).success ? value.trim() : findDates(value)[0]?.date;
  if (date === undefined)
    throw new ArchiveError('invalid_record', `issueDate is no date: ${value}`, { parameter: 'issueDate' });
  if (date === null) draft.warnings.push(impossible(value));
  else draft.issue = { date, page: page === null || page === undefined || page === '' ? null : String(page) };
}

function impossible(value: string): Warning {
  return { code: 'impossible_date', message: `There is no such day as ${value}` };
}
