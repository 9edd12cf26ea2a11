/** The example that the OpenAPI document shows in every answer: one invented article, and what hangs on it. */

import type { QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import { type Article, type ArticleSummary, articleReference, articleSummary, layOut } from '../domain/article.js';
import type { FacetName, FacetValue } from '../domain/query.js';
import type { Section } from '../domain/section.js';
import type { Issue, Source } from '../domain/source.js';

const paragraph = '“今年的茶比去年早了五天。”合作社理事长林茂生说。截至4月底,全镇采摘春茶3.2万斤。';
const { text, body } = layOut({
  title: '清溪镇春茶开采',
  subtitle: null,
  lead: null,
  body: [{ type: 'paragraph', text: paragraph }],
});
const locate = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

export const exampleSource: Source = {
  slug: 'qing-xi-ri-bao',
  name: '清溪日报',
  articleCount: 12,
  issueCount: 3,
  firstIssueDate: '2016-05-01',
  lastIssueDate: '2016-05-03',
};

export const exampleIssue: Issue = {
  source: { slug: exampleSource.slug, name: exampleSource.name },
  date: '2016-05-03',
  pageCount: 1,
  articleCount: 1,
};

export const exampleSections: Section[] = [
  {
    slug: 'nong-ye',
    name: '农业',
    path: ['农业'],
    articleCount: 7,
    children: [{ slug: 'nong-ye/cha-ye', name: '茶业', path: ['农业', '茶业'], articleCount: 1, children: [] }],
  },
];

export const exampleArticle: Article = {
  id: 'd3v0q1tqz6m8x2ka',
  url: 'https://news.example/2016/05/03/tea.html',
  title: '清溪镇春茶开采',
  subtitle: null,
  lead: null,
  section: { slug: 'nong-ye/cha-ye', name: '茶业', path: ['农业', '茶业'] },
  breadcrumb: ['首页', '农业', '茶业'],
  source: exampleIssue.source,
  issue: { date: exampleIssue.date, page: '05' },
  byline: '陈立春',
  publishedAt: '2016-05-03T08:30:00+08:00',
  modifiedAt: '2026-01-15T10:00:00+08:00',
  keywords: [],
  charCount: paragraph.length,
  revision: 1,
  extractor: '0.1.0',
  body,
  text,
  quotes: [
    {
      id: '7k2m9x4c1q8v0t3b',
      text: '今年的茶比去年早了五天。',
      kind: 'direct',
      speaker: '林茂生',
      role: '理事长',
      organization: '合作社',
      verb: '说',
      span: locate('今年的茶比去年早了五天。'),
      confidence: 0.95,
      rule: 'speaker-after',
    },
  ],
  statistics: [
    {
      id: '0w5h8n2r6y1j4d7z',
      text: '3.2万斤',
      value: '3.2',
      valueMax: null,
      qualifier: null,
      unit: '万斤',
      measure: '采摘春茶',
      asOf: { text: '截至4月底', from: null, to: '2016-04-30' },
      normalizedValue: '16000',
      normalizedValueMax: null,
      normalizedUnit: '千克',
      basis: 'level',
      span: locate('3.2万斤'),
      confidence: 0.9,
      rule: 'number-unit',
    },
  ],
};

/** An article as lists give it. */
export const summarize = (whole: Article): ArticleSummary => articleSummary.parse(whole);

const reference = articleReference.parse(exampleArticle);
export const exampleQuote = { ...exampleArticle.quotes?.[0], article: reference } as QuoteInArticle;
export const exampleStatistic = { ...exampleArticle.statistics?.[0], article: reference } as StatisticInArticle;

export const examplePage = { next: null, prev: null, limit: 20, hasMore: false };

export const exampleFacets: Record<FacetName, FacetValue[]> = {
  section: [{ value: 'nong-ye/cha-ye', name: '茶业', count: 1 }],
  source: [{ value: exampleSource.slug, name: exampleSource.name, count: 1 }],
  year: [{ value: '2016', name: '2016', count: 1 }],
  month: [{ value: '2016-05', name: '2016-05', count: 1 }],
  speaker: [{ value: '林茂生', name: '林茂生', count: 1 }],
  organization: [{ value: '合作社', name: '合作社', count: 1 }],
  unit: [{ value: '千克', name: '千克', count: 1 }],
};
