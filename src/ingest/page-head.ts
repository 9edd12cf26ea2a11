/** The head of a page: what its lines above the body say about source, time, reporters and place. Text and HTML alike. */
import { type FoundDate, findDates, readRelativeDate, toHalfWidth } from '../text/dates.js';
import { readBreadcrumb } from './breadcrumb.js';
import { findSignature, readBylineValue } from './byline.js';
import { isCreditLine, isToolLine, isVisitLine } from './furniture.js';
import { findIssue, findPageNumber } from './issue.js';
import { simplifyLabels } from './traditional.js';

/** How much a date says about publication; the highest wins, among equals the first. */
const rank = { labelled: 4, timed: 3, bare: 2, updated: 1 } as const;

/** What the head lines of a page gave. */
export interface PageHead {
  breadcrumb: string[];
  source: string | null;
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
    byline: null,
    issue: null,
    published: null,
    keywords: [],
    impossible: [],
    paper: { page: null, day: null, name: null },
    today: null,
  };
}

type Label = 'source' | 'published' | 'updated' | 'byline' | 'page' | 'keywords' | 'section' | 'other';
const labels: readonly [Label, string][] = [
  ['source', '(?:文章|信息|新闻|消息|稿件|内容|本文|资料|文稿|数据)?来源|稿源|出处|转载自|转自|来源媒体|发布媒体'],
  [
    'published',
    '(?:发布|发表|发稿|刊发|发文|上传|添加|录入|创建|公布|公开|公示|刊登|播发|投稿|首发|上线)(?:时间|日期|于)|时间|日期|发布|时 间|日 期',
  ],
  ['updated', '(?:最后|最近)?(?:更新|修改|编辑)(?:时间|日期|于)|更新|来源时间'],
  ['byline', '(?:文章|本文|新闻)?作者|作 者|记者|本报记者|撰稿人?|撰文|采写|文字|通讯员|文/图|图/文|文'],
  ['page', '版面|版次|版名|版号|所在版面'],
  ['keywords', '(?:本文)?关键[词字]|主题词'],
  [
    'other',
    '(?:责任)?编辑|责编|审核|审签|校对|编审|[初复终]审|监制|供稿(?:单位|人)?|信息员|发布(?:人|机构|者|单位)|录入(?:者|员)?|(?:点击|浏览|阅读|访问|点阅)(?:次数|数|量|率)?|人气|次数|字[号体](?:大小)?|字体缩放|视力保护色|保护视力色|分享(?:到|至)?|打印|评论数?|跟帖|标签|栏目|频道|分类|所属(?:分类|栏目)|类别|索引号|文号|发文字号|成文日期|有效性|公开方式|公开范围|主题分类|发文机关|摄影|图片|[图摄]|标题|名称|放大|手机|电话|责任|背景色|浏览字号|选择字号|大小|体裁分类|发文单位|主办单位|生成日期|失效日期|生效日期|主题|内容概述|语种|组配分类|服务对象|公文种类|印发日期|收藏',
  ],
];
const LABEL = new RegExp(
  `(?<![\\u4e00-\\u9fff])(?:${labels.map(([, forms]) => `(${forms})`).join('|')})\\s{0,4}[:：】丨]\\s{0,8}`,
  'g',
);

/** The name of a newspaper, alone. */
const PAPER = /^《?[\u4e00-\u9fff]{2,10}(?:报|周刊)》?$/;

/** The first labels of a body: 核心提示:, 摘要:, 【导读】 … */
export const LEAD_LABEL =
  /^[\s【［[〔「◆■●]{0,3}(?:核心提示|核心导读|内容提要|内容提示|内容摘要|内容简介|新闻提要|新闻导读|新闻摘要|本文导读|文章导读|导\s?[读语言]|摘\s?要|提\s?要|阅读提示|编者按语?提要|核心阅读|本报导读|要点提示)[\s】］\]〕」]{0,3}(?:[:：]|$|(?<=[】］\]〕」]\s{0,2}))\s*/;

/**
 * Reads one line of a head into `head` and says whether it was such a line. `beforeTitle` weakens what is said there:
 * a bare date above the title is the day of the visit more often than not. `lenient` takes any chain of arrows as a breadcrumb.
 */
export function readHeadLine(
  head: PageHead,
  line: string,
  { beforeTitle = false, lenient = false }: { beforeTitle?: boolean; lenient?: boolean } = {},
): boolean {
  const text = line.trim();
  if (text === '') return true;
  if (text.length > 260) return false;
  if (isVisitLine(text)) {
    head.today ??= findDates(text)[0]?.date ?? null;
    return true;
  }
  const breadcrumb = readBreadcrumb(text, lenient);
  if (breadcrumb !== null) {
    if (breadcrumb.length > head.breadcrumb.length) head.breadcrumb = breadcrumb;
    return true;
  }
  if (isToolLine(text) || isCreditLine(text)) {
    if (!/来源|稿源/.test(simplifyLabels(text))) return true;
  }

  const { fields, rest } = splitFields(text);
  const issue = findIssue(text);
  if (issue !== null) {
    head.issue ??= { date: issue.date, page: issue.page };
    if (issue.newspaper !== null) head.source ??= issue.newspaper;
  } else {
    const page = findPageNumber(text);
    const day = findDates(text)[0];
    if (page !== null && day?.date && day.timeOfDay === null) {
      head.issue ??= { date: day.date, page };
      return true;
    }
    if (page !== null && text.length <= 24) {
      head.paper.page ??= page;
      return true;
    }
    if (beforeTitle && PAPER.test(text)) {
      head.paper.name ??= text.replace(/[《》]/g, '');
      return true;
    }
  }
  let known = issue !== null;
  for (const { label, value } of fields) {
    known = true;
    if (label === 'source') head.source ??= cleanSource(value);
    else if (label === 'byline') head.byline ??= readBylineValue(value);
    else if (label === 'keywords' && head.keywords.length === 0) head.keywords = splitKeywords(value);
    else if (label === 'page' && head.issue !== null) {
      const page = findPageNumber(value) ?? /[A-Z]?\d{1,3}/i.exec(toHalfWidth(value))?.[0] ?? null;
      head.issue.page ??= page;
    } else if (label === 'published' || label === 'updated') {
      readTime(head, value, label === 'published' ? rank.labelled : rank.updated, issue);
    }
  }
  if (rest === '') return known;

  const dates = findDates(rest).filter((date) => date.date === null || issue === null || date.date !== issue.date);
  const [date] = dates;
  const without = date === undefined ? rest : `${rest.slice(0, date.start)}  ${rest.slice(date.end)}`;
  const names = without
    .split(/\s{2,}|[|｜丨]|\s(?=[^\s])/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !isToolLine(name));
  if (date !== undefined && names.join('').length <= 40 && !/[。！？；]/.test(without)) {
    const weekdayOnly = /星期|周[一二三四五六日]/.test(rest) && date.timeOfDay === null;
    if (beforeTitle && date.timeOfDay === null) {
      head.today ??= date.date;
      if (weekdayOnly) head.paper.day ??= date.date;
      if (weekdayOnly) for (const name of names) if (PAPER.test(name)) head.paper.name ??= name;
    } else {
      readTime(head, rest, date.timeOfDay !== null ? rank.timed : weekdayOnly ? rank.updated : rank.bare, issue);
    }
    readNames(head, names);
    return true;
  }
  if (head.today !== null && /^(?:今[天日]|昨[天日]|前天)/.test(rest) && rest.length < 30) {
    const relative = readRelativeDate(rest, head.today);
    if (relative !== null) offer(head, relative, rank.timed);
    return true;
  }
  if (known && issue === null && fields.length > 0) {
    readNames(
      head,
      names.filter((name) => name.length <= 20),
    );
    return names.join('').length < 40;
  }
  if (known) return names.join('').length < 30;
  const pair =
    /^([\u4e00-\u9fff、\s]{2,20})\s?[/／|｜]\s?([\u4e00-\u9fff]{2,12}(?:报|网|社|刊|新闻|电视台|客户端|工作室))$/.exec(
      text,
    );
  if (pair?.[1] !== undefined && pair[2] !== undefined) {
    head.byline ??= readBylineValue(pair[1]);
    head.source ??= pair[2];
    return true;
  }
  const signature = text.length <= 40 ? findSignature(text) : null;
  if (signature !== null) {
    head.byline ??= signature;
    return true;
  }
  return false;
}

/** A name printed beside the time without a label: the source, or 本报记者 so-and-so. */
function readNames(head: PageHead, names: readonly string[]): void {
  for (const name of names) {
    if (
      /^(?:国内|国际|社会|财经|体育|娱乐|科技|地方|时政|本地|本网|本市|本县|要闻|最新|综合|热点|图片|教育|文化|健康)(?:新闻|频道|在线|中心|资讯)?$/.test(
        name,
      )
    )
      continue;
    const signature = findSignature(name);
    if (signature !== null) head.byline ??= signature;
    else if (
      /^[\u4e00-\u9fffA-Za-z·-]{2,20}$/.test(name) &&
      /报|网|社|刊|新闻|电视台|客户端|消息|在线|中心|日报|观察|频道|政府|办|局|委|频道|视频|央视|快报|周刊|号$/.test(
        name,
      )
    ) {
      head.source ??= cleanSource(name);
    }
  }
}

function readTime(head: PageHead, value: string, strength: number, issue: { date: string } | null): void {
  const date =
    findDates(value).find((found) => found.date === null || found.timeOfDay !== null || found.date !== issue?.date) ??
    findDates(value)[0];
  if (date === undefined) {
    const relative = head.today === null ? null : readRelativeDate(value, head.today);
    if (relative !== null) offer(head, relative, strength);
  } else if (date.date === null) head.impossible.push(value.slice(date.start, date.end).trim());
  else offer(head, date, strength);
}

function offer(head: PageHead, date: FoundDate, strength: number): void {
  if (head.published === null || strength > head.published.rank) head.published = { ...date, rank: strength };
}

/** Cuts 来源:… 时间:… 作者:… apart; `rest` is what no label claims. */
function splitFields(text: string): { fields: { label: Label; value: string }[]; rest: string } {
  const fields: { label: Label; value: string }[] = [];
  const matches = [...simplifyLabels(text).matchAll(LABEL)];
  const [first] = matches;
  if (first === undefined) return { fields, rest: text };
  let rest = text.slice(0, first.index);
  for (const [at, match] of matches.entries()) {
    const end = matches[at + 1]?.index ?? text.length;
    const raw = text.slice(match.index + match[0].length, end);
    const label = labels[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'other';
    const value = raw.trim();
    if (label === 'source') {
      const name = sourceIn(value);
      fields.push({ label, value: name });
      rest += `  ${value.slice(name.length)}`;
    } else fields.push({ label, value });
  }
  return { fields, rest: rest.replace(/^[\s【[(（|]+|[\s】\])）|]+$/g, '') };
}

/** The name a 来源: value begins with: up to a blank, a bracket or a date. */
function sourceIn(value: string): string {
  const titled = /^《[^《》]{1,30}》/.exec(value)?.[0];
  if (titled !== undefined) return titled;
  const date = findDates(value)[0]?.start ?? value.length;
  return (
    /^[^\s|｜丨,，;；(（【[\]】]{1,40}(?:\s{0,4}[-－—]{1,2}\s{0,4}《?[^\s|｜丨,，;；(（【[\]】]{2,20})?/.exec(
      value.slice(0, date),
    )?.[0] ?? ''
  );
}

/** A source name as it is kept: without 《》, brackets, links and tool words; null when nothing is left of it. */
export function cleanSource(value: string): string | null {
  const name = value
    .replace(/\s{2,}(?=[-－—])|(?<=[-－—])\s{2,}/g, '')
    .replace(/^(?:来源|稿源|转自|转载自|据)[:：]?/, '')
    .replace(/[《》“”"]/g, '')
    .replace(/^[\s(（[【:：/-]+|[\s)）\]】:：|/,，。;；-]+$/g, '')
    .replace(/(?:举报|字号|大字|收藏|打印|分享|我要评论)+$/, '')
    .trim();
  if (name === '' || name.length > 40 || /^(?:无|未知|不详|网络|互联网|\d+)$/.test(name) || /https?:|www\./.test(name))
    return null;
  return name;
}

/** Keywords out of one string, whatever divides them. */
export function splitKeywords(value: string): string[] {
  const names = value
    .split(/[,，、;；|\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 30);
  return [...new Set(names)].slice(0, 30);
}

const AGENCY =
  /^[\s(【[]{0,3}(?:据)?((?:新华|中新|央视|央广|人民|光明|中国|国际在线|经济|法制|法治|科技|农民|工人|环球|大众|南方|红网|华龙|中青|澎湃|参考)?[\u4e00-\u9fff·]{0,8}?(?:社|通讯社|网|日报|晚报|早报|晨报|商报|时报|都市报|青年报|新闻|客户端|时刻|频道|快讯|报))(?:快讯)?[\s-]{0,2}(?:[\u4e00-\u9fff]{1,8}[、\s]{0,2}){0,3}?\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\d{1,2}时)?\s?(?:电|讯|报道|消息|专电|综合)/;
const PRESS_NOTE = /^([\u4e00-\u9fff]{2,8}(?:报|社|网))(?:快讯|讯|消息)[\s(:]/;
const REPORTER_OF =
  /(?:^|[(\s])([\u4e00-\u9fff·]{1,10}(?:报|社|网|台|新闻|周刊))(?:首席|特约|特派|见习|实习|全媒体|融媒体|·[\u4e00-\u9fff]{2,8})*记者/;

/** The source an article's own words name: the agency of its dateline, or the paper of a reporter's signature. 本报 names none. */
export function findSourceInBody(paragraphs: readonly string[]): string | null {
  const own = (name: string | undefined) =>
    name === undefined || /^[本该各我某]|^(?:有的?|一家)/.test(name) ? null : name;
  for (const paragraph of paragraphs.slice(0, 4)) {
    const half = toHalfWidth(paragraph.slice(0, 80));
    const found = own(AGENCY.exec(half)?.[1]) ?? own(PRESS_NOTE.exec(half)?.[1]);
    if (found !== null) return found;
  }
  const edges = [...paragraphs.slice(0, 2).map((paragraph) => paragraph.slice(0, 60)), ...paragraphs.slice(-2)];
  for (const edge of edges) {
    if (edge.length > 60) continue;
    const found = own(REPORTER_OF.exec(toHalfWidth(edge))?.[1]);
    if (found !== null) return found;
  }
  return null;
}
