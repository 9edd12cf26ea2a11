/** The example that the OpenAPI document shows in every answer: an article of the demo archive, abridged, and what hangs on it. */

import type { QuoteInArticle, StatisticInArticle } from '../domain/article.js';
import {
  type Article,
  type ArticleSummary,
  articleReference,
  articleSummary,
  countChars,
  layOut,
} from '../domain/article.js';
import type { Organization } from '../domain/organization.js';
import type { Person } from '../domain/person.js';
import type { FacetName, FacetValue } from '../domain/query.js';
import type { Section } from '../domain/section.js';
import type { Issue, Source } from '../domain/source.js';

const lead = '今年1至6月,开发区新签约项目27个,协议引资32.6亿元,同比增长18.4%。';
const words = '我们考察过五个开发区,最后留在临溪,是因为这里的干部懂产业,说三天办好,就不会拖到第四天。';
const title = '临溪经济开发区上半年引资突破三十亿元';
const laidOut = layOut({
  title,
  subtitle: null,
  lead,
  body: [
    { type: 'heading', level: 2, text: '龙头带动产业成链' },
    { type: 'paragraph', text: `临溪澄心食品有限公司董事长邵启元说:“${words}”` },
  ],
});
const { text, body } = laidOut;
const locate = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

export const exampleSource: Source = {
  slug: 'lin-xi-ri-bao',
  name: '临溪日报',
  articleCount: 24,
  issueCount: 10,
  firstIssueDate: '2014-03-18',
  lastIssueDate: '2023-06-08',
};

export const exampleIssue: Issue = {
  source: { slug: exampleSource.slug, name: exampleSource.name },
  date: '2015-07-14',
  pageCount: 1,
  articleCount: 1,
};

export const exampleSections: Section[] = [
  {
    slug: 'jing-ji-kai-fa-qu',
    name: '经济开发区',
    path: ['经济开发区'],
    articleCount: 1,
    children: [
      {
        slug: 'jing-ji-kai-fa-qu/yuan-qu-dong-tai',
        name: '园区动态',
        path: ['经济开发区', '园区动态'],
        articleCount: 1,
        children: [],
      },
    ],
  },
];

export const exampleArticle: Article = {
  id: 'tstk1ks4svkh5fj5',
  url: null,
  title,
  subtitle: null,
  lead,
  section: { slug: 'jing-ji-kai-fa-qu/yuan-qu-dong-tai', name: '园区动态', path: ['经济开发区', '园区动态'] },
  breadcrumb: ['首页', '经济开发区', '园区动态'],
  source: exampleIssue.source,
  issue: { date: exampleIssue.date, page: '01' },
  byline: null,
  publishedAt: '2015-07-14T10:35:00+08:00',
  modifiedAt: '2026-01-15T10:00:00+08:00',
  keywords: [],
  aliases: [],
  charCount: countChars(laidOut),
  revision: 1,
  extractor: '3',
  body,
  text,
  quotes: [
    {
      id: '7k2m9x4c1q8v0t3b',
      text: words,
      kind: 'direct',
      speaker: '邵启元',
      role: '董事长',
      organization: '临溪澄心食品有限公司',
      verb: '说',
      span: locate(words),
      confidence: 0.95,
      rule: 'speaker-before',
    },
  ],
  statistics: [
    {
      id: '0w5h8n2r6y1j4d7z',
      text: '32.6亿元',
      value: '32.6',
      valueMax: null,
      qualifier: null,
      unit: '亿元',
      measure: '协议引资',
      asOf: { text: '今年1至6月', from: '2015-01-01', to: '2015-06-30' },
      normalizedValue: '3260000000',
      normalizedValueMax: null,
      normalizedUnit: 'CNY',
      basis: 'level',
      span: locate('32.6亿元'),
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

const day = '2015-07-14';
const quoted = { quoteCount: 1, articleCount: 1, firstQuotedOn: day, lastQuotedOn: day };
const held = { from: day, to: day, quoteCount: 1 };
export const examplePerson: Person = {
  name: '邵启元',
  ...quoted,
  roles: [{ role: '董事长', organization: '临溪澄心食品有限公司', ...held }],
};
export const exampleOrganization: Organization = {
  name: '临溪澄心食品有限公司',
  ...quoted,
  ownQuoteCount: 0,
  people: [{ name: '邵启元', role: '董事长', ...held }],
};

export const examplePage = { next: null, prev: null, limit: 20, hasMore: false };

export const exampleFacets: Record<FacetName, FacetValue[]> = {
  section: [{ value: 'jing-ji-kai-fa-qu', name: '经济开发区', count: 1 }],
  source: [{ value: exampleSource.slug, name: exampleSource.name, count: 1 }],
  year: [{ value: '2015', name: '2015年', count: 1 }],
  month: [{ value: '2015-07', name: '2015年7月', count: 1 }],
  day: [{ value: '2015-07-14', name: '2015年7月14日', count: 1 }],
  speaker: [{ value: '邵启元', name: '邵启元', count: 1 }],
  organization: [{ value: exampleOrganization.name, name: exampleOrganization.name, count: 1 }],
  unit: [{ value: 'CNY', name: 'CNY', count: 1 }],
};
