/** The head of a page: what its lines above the body say about source, time, reporters and place. Text and HTML alike. */
import { type FoundDate, findDates, readRelativeDate, toHalfWidth } from '../../text/dates.js';
import { readBreadcrumb } from './breadcrumb.js';
import { findReporters, findSignature, isPersonName, isRatherWord, readBylineValue } from './byline.js';
import { isCreditLine, isToolLine, isVisitLine } from './furniture.js';
import { cleanSource, type Label, splitFields, splitKeywords } from './head-fields.js';
import { findIssue, findPageNumber } from './issue.js';
import { simplifyLabels } from './traditional.js';

/** How much a date says about publication; the highest wins, among equals the first. */
export const rank = { labelled: 4, timed: 3, bare: 2, updated: 1 } as const;

/** What the head lines of a page gave. */
export interface PageHead {
  breadcrumb: string[];
  source: string | null;
  /** The source printed behind its label between title and body, which says more than what is told to machines. */
  labelledSource: string | null;
  byline: string | null;
  issue: { date: string; page: string | null } | null;
  published: (FoundDate & { rank: number }) | null;
  keywords: string[];
  /** Dates that look like the publish time but name no day that exists, as printed. */
  impossible: string[];
  /** What the head of a newspaper page says in lines of their own: 第05版:要闻, a day with its weekday, the paper's name. */
  paper: { page: string | null; day: string | null; name: string | null };
  /** The day of the visit, which 今天 and 昨天 are meant against. */
  today: string | null;
}

/** A head of which nothing is known yet. */
export function createHead(): PageHead {
  return {
    breadcrumb: [],
    source: null,
    labelledSource: null,
    byline: null,
    issue: null,
    published: null,
    keywords: [],
    impossible: [],
    paper: { page: null, day: null, name: null },
    today: null,
  };
}

/** The name of a newspaper, alone. */
const PAPER = /^《?[\u4e00-\u9fff]{2,10}(?:报|周刊)》?$/;

/** The first labels of a body: 核心提示:, 摘要:, 【导读】 … */
export const LEAD_LABEL =
  /^[\s【［[〔「◆■●]{0,3}(?:核心提示|核心导读|内容提要|内容提示|内容摘要|内容简介|新闻提要|新闻导读|新闻摘要|本文导读|文章导读|导\s?[读语言]|摘\s?要|提\s?要|阅读提示|编者按语?提要|核心阅读|本报导读|要点提示)[\s】］\]〕」]{0,3}(?:[:：]|$|(?<=[】］\]〕」]\s{0,2}))\s*/;

/** A lead without the bracket that was opened before its label: [摘要:…]. */
export function closeLead(label: string, text: string): string {
  return /[［[【〔「]/.test(label) && !/[］\]】〕」]/.test(label) ? text.replace(/[］\]】〕」]$/, '') : text;
}

/** 青禾日报 06-30 13:04: a time of this year, as pages for phones print it; no day can be told from it. */
const YEARLESS = /^([^\d，。]{0,14}?)\s{0,4}\d{1,2}[-/月]\d{1,2}日?\s{1,2}\d{1,2}:\d{2}$/;

/** How a line stands on its page. */
export interface LinePlace {
  /** Above the title, where a bare date is the day of the visit or of the printed issue, not of publication. */
  beforeTitle?: boolean;
  /** Any chain of arrows is a breadcrumb here. */
  lenient?: boolean;
  /** Between title and body, where the name of a medium alone on its line is the source. */
  belowTitle?: boolean;
  /** The line is made of links: it leads to other pages and says nothing about this one, unless it is a breadcrumb. */
  linked?: boolean;
}

/** Reads one line of a head into `head` and says whether it was such a line. */
export function readHeadLine(head: PageHead, line: string, place: LinePlace = {}): boolean {
  const text = line.trim();
  if (text === '') return true;
  if (text.length > 260) return false;
  if (isVisitLine(text)) {
    head.today ??= findDates(text)[0]?.date ?? null;
    return true;
  }
  if (place.belowTitle === true && isMediumAlone(text)) {
    head.source ??= cleanSource(text);
    return true;
  }
  const [, medium] = YEARLESS.exec(text) ?? [];
  if (medium !== undefined && (medium === '' || isMediumAlone(medium.trim()))) {
    head.source ??= cleanSource(medium);
    return true;
  }
  const breadcrumb = readBreadcrumb(text, place.lenient);
  if (breadcrumb !== null) {
    if (breadcrumb.length > head.breadcrumb.length) head.breadcrumb = breadcrumb;
    return true;
  }
  if (place.linked === true && !/来源|稿源/.test(simplifyLabels(text)) && findDates(text).length === 0) {
    return isToolLine(text);
  }
  // 2016-05-01, alone: digits and dashes are tools as well.
  if (
    (isToolLine(text) && findDates(text).length === 0) ||
    (isCreditLine(text) && !/来源|稿源/.test(simplifyLabels(text)))
  )
    return true;
  if (readPaperLine(head, text, place.beforeTitle === true)) return true;

  const issue = findIssue(text);
  if (issue !== null) {
    head.issue ??= { date: issue.date, page: issue.page };
    if (issue.newspaper !== null) head.source ??= issue.newspaper;
  }
  const { fields, rest } = splitFields(
    issue === null ? text : `${text.slice(0, issue.start)}  ${text.slice(issue.end)}`,
  );
  const labelled = fields.filter(({ label, value }) => readField(head, label, value)).length > 0;
  if (place.belowTitle === true && fields.some(({ label }) => label === 'source')) head.labelledSource ??= head.source;
  if (fields.length > 0 && !labelled && issue === null) return false;
  return readRest(head, rest, place.beforeTitle === true, labelled || issue !== null);
}

/** Reads what a labelled field says; false when a label such as 记者: opens running text. */
function readField(head: PageHead, label: Label, value: string): boolean {
  if (label === 'source') head.source ??= cleanSource(value);
  else if (label === 'byline') {
    const byline = readBylineValue(value);
    if (byline === null && /[，。？！：,?!]/.test(value)) return false;
    head.byline ??= byline;
  } else if (label === 'keywords') {
    if (head.keywords.length === 0) head.keywords = splitKeywords(value);
  } else if (label === 'page') {
    const page = findPageNumber(value) ?? /[A-Z]?\d{1,3}/i.exec(toHalfWidth(value))?.[0] ?? null;
    if (head.issue !== null) head.issue.page ??= page;
    else head.paper.page ??= page;
  } else if (label === 'published' || label === 'updated') {
    readTime(head, value, label === 'published' ? rank.labelled : rank.updated);
  }
  return true;
}

/** The head of a newspaper page: 第05版:要闻, the paper's name, alone on their lines. */
function readPaperLine(head: PageHead, text: string, beforeTitle: boolean): boolean {
  const page = findPageNumber(text);
  const day = findDates(text)[0];
  if (page !== null && day?.date && day.timeOfDay === null && findIssue(text) === null) {
    head.issue ??= { date: day.date, page };
    return true;
  }
  if (page !== null && text.replace(/\s{1,4}[上下]一版.*$/, '').length <= 24 && day === undefined) {
    head.paper.page ??= page;
    return true;
  }
  if (!beforeTitle || !PAPER.test(text)) return false;
  head.paper.name ??= text.replace(/[《》]/g, '');
  return true;
}

/** What stands in a head line without a label: a time, a source, names. */
function readRest(head: PageHead, rest: string, beforeTitle: boolean, known: boolean): boolean {
  if (rest.trim() === '') return known;
  const [date] = findDates(rest);
  const without = date === undefined ? rest : `${rest.slice(0, date.start)}  ${rest.slice(date.end)}`;
  const names = without
    .split(/[\s|｜丨／]+/)
    .filter((name) => name !== '' && !isToolLine(name) && !/^(?:https?:\/\/|www\.)/i.test(name));
  const size = names.join('').length;
  if (date !== undefined && size <= 40 && !/[。！？；]/.test(without)) {
    const weekday = /星期|周[一二三四五六日]/.test(rest) && date.timeOfDay === null;
    if (beforeTitle && date.timeOfDay === null) {
      head.today ??= date.date;
      if (weekday) head.paper.day ??= date.date;
      if (weekday) for (const name of names) if (PAPER.test(simplifyLabels(name))) head.paper.name ??= name;
    } else readTime(head, rest, date.timeOfDay !== null ? rank.timed : weekday ? rank.updated : rank.bare);
    readNames(head, without, names, date.timeOfDay !== null && !beforeTitle);
    return true;
  }
  if (head.today !== null && /^(?:今[天日]|昨[天日]|前天)/.test(rest) && rest.length < 30) {
    readTime(head, rest, rank.timed);
    return true;
  }
  if (known) {
    if (size <= 40) readNames(head, without, names);
    return size < 40;
  }
  const pair =
    /^([\u4e00-\u9fff、\s]{2,20})\s?[/／|｜]\s?([\u4e00-\u9fff]{2,12}(?:报|网|社|刊|新闻|电视台|客户端|工作室))$/.exec(
      rest,
    );
  if (pair?.[1] !== undefined && pair[2] !== undefined) {
    head.byline ??= readBylineValue(pair[1]);
    head.source ??= pair[2];
    return true;
  }
  const reported = REPORTED_BY.exec(rest)?.[1];
  if (reported !== undefined) {
    head.source ??= reported;
    head.byline ??= findReporters(rest.slice(reported.length));
    return true;
  }
  const signature = rest.length <= 40 ? findSignature(rest) : null;
  head.byline ??= signature;
  return signature !== null;
}

/** 青禾新聞|記者某某/某地報導: a medium and its reporter, with bars between them. */
const REPORTED_BY =
  /^([\u4e00-\u9fff]{2,10})\s?[|｜丨／/]\s?[记記]者[\u4e00-\u9fff、\s]{2,16}(?:[／/][\u4e00-\u9fff]{2,6}(?:报道|報導|报导))?$/;

const MEDIUM = /(?:报|网|社|刊|新闻|电视台|客户端|消息|在线|中心|频道|政府|办|局|委|视频|央视|观察|发布|融媒|号)$/;
const COLUMN =
  /^(?:国内|国际|社会|财经|体育|娱乐|科技|地方|时政|本地|本网|本市|本县|要闻|最新|综合|热点|焦点|头条|民生|经济|法治|旅游|农业|动态|图片|教育|文化|健康)(?:新闻|频道|在线|中心|资讯)?$/;

/** Whether a line is nothing but the name of a column: 要闻, 国内新闻. */
export function isColumnName(text: string): boolean {
  return COLUMN.test(simplifyLabels(text));
}

/** What the name of a medium ends with, where nothing else says that it is one. */
const SURE_MEDIUM =
  /^(?:[\u4e00-\u9fff]{1,8}(?:日报|晚报|早报|晨报|商报|时报|导报|新报|京报|青年报|都市报|文汇报|经济报|证券报|法[制治]报|报社|通讯社|电视台|客户端|融媒体中心)|[\u4e00-\u9fffA-Za-z]{2,8}(?:网|新闻|发布)|新华社|中新社)$/;

/** Whether a line is nothing but the name of a medium. */
export function isMediumAlone(text: string): boolean {
  return text.length <= 14 && SURE_MEDIUM.test(simplifyLabels(text)) && !COLUMN.test(simplifyLabels(text));
}

/** Words beside a time that name no source. */
const NO_NAME =
  /^(?:原创|转载|推荐|独家|置顶|头条|综合|整理|图片|视频|首发|快讯|公告|正文|更新|未知|已结束)|(?:人|次|字|条|篇|版|分类|作者)$/;

/** Names printed beside the time without a label: the source, the author beside it, 本报记者 so-and-so. */
function readNames(head: PageHead, text: string, names: readonly string[], timed = false): void {
  head.byline ??= findReporters(text);
  for (const name of names) {
    const plain = simplifyLabels(name);
    if (COLUMN.test(plain) || /记者|通讯员/.test(plain)) continue;
    if (/^[\u4e00-\u9fffA-Za-z·-]{2,20}$/.test(plain) && MEDIUM.test(plain)) head.source ??= cleanSource(name);
  }
  // CCTV《青禾时间》: a programme of a station.
  const programme = timed
    ? names.find((name) => /^[\u4e00-\u9fffA-Za-z]{2,12}《[^《》]{2,12}》$/.test(name))
    : undefined;
  head.source ??= programme ?? null;
  // A lone name beside a time of day is the account or medium that published.
  const [only] = names;
  if (
    timed &&
    names.length === 1 &&
    only !== undefined &&
    /^(?=.*[\u4e00-\u9fff]{2})[\u4e00-\u9fffA-Za-z·]{4,10}$/.test(only)
  ) {
    const plain = simplifyLabels(only);
    if (!COLUMN.test(plain) && !NO_NAME.test(plain) && !/记者|通讯员/.test(plain)) head.source ??= only;
  }
  // Alone beside a time of day, a person wrote it.
  if (timed && names.length === 1 && only?.length === 3 && isRatherWord(only)) head.source ??= only;
  else if (
    timed &&
    names.length === 1 &&
    only?.length === 3 &&
    isPersonName(only) &&
    !MEDIUM.test(only) &&
    !COLUMN.test(only)
  )
    head.byline ??= only;
  // Beside a source, three characters that begin with a surname are a person; two are too often a place.
  if (head.source !== null)
    head.byline ??= names.find((name) => name.length === 3 && isPersonName(name) && !MEDIUM.test(name)) ?? null;
}

function readTime(head: PageHead, value: string, strength: number): void {
  const [date] = findDates(value);
  if (date === undefined) {
    const relative = head.today === null ? null : readRelativeDate(value, head.today);
    if (relative !== null) offer(head, relative, strength);
  } else if (date.date === null) head.impossible.push(value.slice(date.start, date.end).trim());
  else offer(head, date, strength);
}

function offer(head: PageHead, date: FoundDate, strength: number): void {
  const { published } = head;
  // The same day with its time says more.
  const isCloser =
    published?.date === date.date && published.timeOfDay === null && date.timeOfDay !== null && strength > rank.updated;
  if (published === null || strength > published.rank) head.published = { ...date, rank: strength };
  else if (isCloser) head.published = { ...date, rank: published.rank };
}
