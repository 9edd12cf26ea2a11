/** Plain text pages: a portal page as copied text, a labelled record, a bare agency text. It does not look into sentences. */
import type { UnplacedBlock } from '../../domain/article.js';
import { findDates, readDate } from '../../text/dates.js';
import { completeDraft } from './body-text.js';
import { readBreadcrumb } from './breadcrumb.js';
import { isPersonName, readBylineValue } from './byline.js';
import { createDraft, type Draft } from './draft.js';
import { isCreditLine, isSourceLine } from './furniture.js';
import { endsWithLabel, isLabelAlone, isValueOf, splitKeywords } from './head-fields.js';
import { markHeadings } from './headings.js';
import { createHead, isMediumAlone, LEAD_LABEL, type PageHead, readHeadLine } from './page-head.js';
import { buildBody, splitAtIndents } from './text-body.js';
import { findRepeated, findTitle } from './text-title.js';
import { simplifyLabels } from './traditional.js';
import { unwrapLines } from './unwrap.js';

/** Lines looked through for a head, above and below the title. */
const HEAD_LINES = 12;

/** Reads a text page. */
export function readTextPage(text: string): Draft {
  const lines = splitLines(text);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (/^\s{0,8}(?:标题|题目|题名|title)\s{0,2}[:：]/i.test(first)) return readLabelled(lines);
  if (
    bracketedLabel.test(first) &&
    lines.slice(0, HEAD_RECORD).some((line) => /^\s{0,8}【\s{0,4}标\s{0,4}题\s{0,4}】/.test(line))
  )
    return readLabelled(openBrackets(lines));
  const draft = createDraft();
  const head = createHead();
  const paragraphs = partDay(joinLabels(unwrapLines(lines)));
  const repeated = findRepeated(paragraphs);
  if (repeated >= 0) return readBelowRepeated(draft, head, paragraphs, repeated);
  let at = findHead(paragraphs);
  for (const line of paragraphs.slice(0, at)) readHeadLine(head, line, { beforeTitle: true });
  while (
    at < Math.min(paragraphs.length, HEAD_LINES) &&
    readHeadLine(head, paragraphs[at] ?? '', { beforeTitle: true, lenient: true })
  )
    at += 1;
  const titleAt = findTitle(paragraphs, at, HEAD_LINES);
  for (const line of paragraphs.slice(at, titleAt)) readHeadLine(head, line, { beforeTitle: true, lenient: true });
  at = titleAt;
  const title = paragraphs[at];
  // A text that opens with running text has no title of its own.
  if (title !== undefined && title.length <= 80 && !/[。；]$/.test(title)) {
    draft.title = cleanTitle(title);
    at += 1;
  }
  at = readBelowTitle(draft, head, paragraphs, at);
  draft.body = buildBody(paragraphs.slice(at), head, draft.title);
  return completeDraft(draft, head);
}

/** Reads a page whose headline stands more than once above its text, last at `at`: what stands between is its head. */
function readBelowRepeated(draft: Draft, head: PageHead, paragraphs: readonly string[], at: number): Draft {
  const title = paragraphs[at] ?? '';
  const first = paragraphs.indexOf(title);
  draft.title = cleanTitle(title);
  for (const line of paragraphs.slice(0, first)) readHeadLine(head, line, { beforeTitle: true, lenient: true });
  for (const line of paragraphs.slice(first + 1, at)) if (line !== title) readHeadLine(head, line);
  const below = readBelowTitle(draft, head, paragraphs, at + 1);
  draft.body = buildBody(paragraphs.slice(below), head, draft.title);
  return completeDraft(draft, head);
}

/** 发布时间: and its value on the next line, as one line. */
function joinLabels(paragraphs: readonly string[]): string[] {
  const announces = (label: string, value: string) =>
    isLabelAlone(label)
      ? isValueOf(label, value)
      : endsWithLabel(label) && value.length <= 20 && !/[，。：:]/.test(value);
  return paragraphs.flatMap((line, at) => {
    if (announces(line, paragraphs[at + 1] ?? '：')) return [];
    const label = paragraphs[at - 1] ?? '';
    return [announces(label, line) ? `${label}${line}` : line];
  });
}

/** 青禾春耕忙 2024年03月07日, right above the text: a headline and its day, as two lines. */
function partDay(paragraphs: string[]): string[] {
  const [first = '', second = ''] = paragraphs;
  const day = findDates(first).at(-1);
  if (first.length > 80 || day === undefined || day.end < first.trimEnd().length || !/[。！？”]$/.test(second))
    return paragraphs;
  const title = first.slice(0, day.start).trimEnd();
  const isHeadline = /[\u4e00-\u9fff]{2}/.test(title) && title.length >= 5 && /\s$/.test(first.slice(0, day.start));
  if (!isHeadline || isMediumAlone(title) || readHeadLine(createHead(), title, { beforeTitle: true, lenient: true }))
    return paragraphs;
  return [title, first.slice(day.start), ...paragraphs.slice(1)];
}

/** Where the head of a copied page begins: at its breadcrumb, when only short lines of its site stand above. */
function findHead(paragraphs: readonly string[]): number {
  const above = paragraphs
    .slice(0, HEAD_LINES)
    .findIndex((line) => readBreadcrumb(line, (line.match(/[>›»＞]/g)?.length ?? 0) > 1) !== null);
  return above > 0 && paragraphs.slice(0, above).every((line) => line.length <= 40 && !/[。！？；]$/.test(line))
    ? above
    : 0;
}

/** Reads a text that was given with its title: all of it is the body, the lines about its making too. */
export function readTextBelow(title: string, text: string): Draft {
  const draft = createDraft();
  draft.title = cleanTitle(title);
  const paragraphs = unwrapLines(splitLines(text)).flatMap((line) => splitAtIndents(line));
  const opening = paragraphs[0] === title ? 1 : 0;
  draft.body = markHeadings(
    paragraphs.slice(opening).map((line): UnplacedBlock => ({ type: 'paragraph', text: line })),
  );
  const head = createHead();
  for (const line of paragraphs) if (isCreditLine(line) || isSourceLine(line)) readHeadLine(head, line);
  return completeDraft(draft, head);
}

function splitLines(text: string): string[] {
  const lines = text.replace(/\r\n?|[\u2028\u2029\f\v\u0085]/g, '\n').split('\n');
  // A page laid out as a table of one column, as tools that make Markdown of pages leave it.
  if (!lines.slice(0, 20).some((line) => /^\|?\s?-{3,}\s?\|\s*$/.test(line))) return lines;
  return lines.map((line) => line.replace(/^\|?\s?-{3,}\s?\|\s*$|^\s?\|(?=[^|]*\|?\s*$)|\s?\|\s*$/g, ''));
}

function readBody(draft: Draft, head: PageHead, lines: readonly string[]): Draft {
  draft.body = buildBody(unwrapLines(lines), head, draft.title);
  return completeDraft(draft, head);
}

/** A title without the notes of a news desk, such as （兼供晚报）. */
export function cleanTitle(title: string): string {
  return title
    .replace(/^#{1,3}\s+/, '')
    .replace(/^[(（](?:兼?供|附|配|特)[^()（）]{0,12}[)）]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function readBelowTitle(draft: Draft, head: PageHead, paragraphs: readonly string[], from: number): number {
  let at = from;
  const between: string[] = [];
  // A list of fields, as governments print them, may be longer than other heads.
  for (let look = from; look < Math.min(paragraphs.length, at + 6); look += 1) {
    const line = paragraphs[look] ?? '';
    if (LEAD_LABEL.test(simplifyLabels(line.slice(0, 20))) || line.length > 120) break;
    const isHead = readHeadLine(head, line);
    if (isHead) {
      at = look + 1;
      const [subtitle] = between.splice(0);
      if (subtitle !== undefined) draft.subtitle ??= subtitle;
    } else if (line.length === 3 && isPersonName(line) && isTimed(paragraphs[look + 1] ?? '')) {
      head.byline ??= line;
      at = look + 1;
    } else if (/^(?:——|—|--)\S/.test(line) && look === at) {
      draft.subtitle ??= line;
      at = look + 1;
    } else if (line.length <= 40 && !/[。！？：；]$/.test(line)) between.push(line);
    else break;
  }
  return at;
}

/** Whether a line is of the head and tells a time. */
function isTimed(line: string): boolean {
  const head = createHead();
  return readHeadLine(head, line) && head.published !== null;
}

/** Labels as archives of papers print them: 【 标  题 】, 【 日  期 】19961007, 【 版  号 】7. */
const bracketedLabel = /^\s{0,8}【\s{0,6}([\u4e00-\u9fff](?:\s{0,6}[\u4e00-\u9fff]){1,5})\s{0,6}】\s*(.*)$/;

/** Lines among which such a record names its title. */
const HEAD_RECORD = 30;

/** Their names here, where they have another; of the others only those that are known count. */
const archiveLabels: Record<string, string> = { 版号: '版面', 原文出处: '来源', 内容提要: '摘要', 分类名: '栏目' };

/** A record with 【 】 around its labels as one with colons; what has no label before 正文 goes on nothing. */
function openBrackets(lines: readonly string[]): string[] {
  const opened: string[] = [];
  for (const [at, line] of lines.entries()) {
    const [, spaced, value = ''] = bracketedLabel.exec(line) ?? [];
    const label = spaced?.replace(/\s+/g, '') ?? '';
    if (label === '正文') return [...opened, `正文：${value}`, ...lines.slice(at + 1)];
    const field = `${archiveLabels[label] ?? label}：${value}`;
    const last = opened.at(-1) ?? '';
    if (label !== '' && recordLabel.test(field)) opened.push(field);
    else if (label === '' && line.trim() !== '' && last.startsWith('标题：'))
      opened.splice(-1, 1, ...splitTitle(last.slice(3), line.trim()));
  }
  return opened;
}

/** A headline over two lines: 某某在会上指出 is the shoulder of what stands below it, else the second line is the subtitle. */
function splitTitle(first: string, second: string): string[] {
  const shoulder = /(?:指出|强调|表示|说|认为|要求|提出|宣布|呼吁)$/.test(first.trim());
  return shoulder ? [`标题：${second}`, `引题：${first}`] : [`标题：${first}`, `副标题：${second}`];
}

const recordLabel =
  /^\s{0,8}(标题|题目|题名|副标题|副题|引题|来源|作者|记者|发布时间|发布日期|时间|日期|栏目|频道|版块|分类|链接|网址|地址|关键词|摘要|核心提示|导语|版面|版次|报纸|正文|内容|title|source|author|date|time|url|section|keywords|content|text|body)\s{0,2}[:：]\s*(.*)$/i;

/** A record with 标题:, 发布时间:, 正文: … before its parts. */
function readLabelled(lines: readonly string[]): Draft {
  const draft = createDraft();
  const head = createHead();
  let body: string[] = [];
  for (const [at, line] of lines.entries()) {
    const [, label = '', value = ''] = recordLabel.exec(line) ?? [];
    if (/^(?:正文|内容|content|text|body)$/i.test(label)) {
      body = [value, ...lines.slice(at + 1)];
      break;
    }
    if (label !== '') readField(draft, head, label.toLowerCase(), value.trim());
    else if (line.trim() !== '' && !readHeadLine(head, line)) {
      body = lines.slice(at);
      break;
    }
  }
  return readBody(draft, head, body);
}

function readField(draft: Draft, head: PageHead, label: string, value: string): void {
  if (value === '') return;
  if (/^(?:标题|题目|题名|title)$/.test(label)) draft.title = cleanTitle(value);
  else if (/^(?:副标题|副题|引题)$/.test(label)) draft.subtitle ??= value;
  else if (/^(?:摘要|核心提示|导语)$/.test(label)) draft.lead = value;
  else if (/^(?:链接|网址|地址|url)$/.test(label)) draft.url = value;
  else if (/^(?:来源|source|报纸)$/.test(label)) readHeadLine(head, `来源：${value}`);
  else if (/^(?:作者|记者|author)$/.test(label)) draft.byline = readBylineValue(value);
  else if (/^(?:关键词|keywords)$/.test(label)) draft.keywords = splitKeywords(value);
  else if (/^(?:栏目|频道|版块|分类|section)$/.test(label))
    draft.breadcrumb = readBreadcrumb(value, true) ?? value.split('/').map((name) => name.trim());
  else if (/^(?:版面|版次)$/.test(label)) readHeadLine(head, `版面：${value}`);
  else {
    const date = readDate(value);
    if (date?.date === null) head.impossible.push(value);
    else draft.published ??= date;
  }
}
