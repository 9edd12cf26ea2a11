/** A question as a GraphQL query that gives the same data. Pure; how a query is laid out is in layout.ts. */
import { layOutQuery } from './layout.js';
import { givenOf, type Question, type QuestionName } from './question.js';

const REFERENCE = 'id url title section { slug name path } source { slug name } issue { date page } publishedAt';
const SUMMARY =
  'id url title subtitle lead section { slug name path } breadcrumb source { slug name } issue { date page } ' +
  'byline publishedAt modifiedAt keywords charCount revision extractor aliases';
const QUOTE = 'id text kind speaker role organization verb span { start end } confidence rule';
const STATISTIC =
  'id text value valueMax qualifier unit measure asOf { text from to } normalizedValue normalizedValueMax normalizedUnit basis ' +
  'span { start end } confidence rule';
const BODY =
  'body { type span { start end } ... on HeadingBlock { level text } ... on ParagraphBlock { text } ' +
  '... on ListBlock { ordered items } ... on ImageBlock { url alt caption } ... on TableBlock { caption rows } } text';
const SECTION = 'slug name path articleCount';
const SNIPPET = 'start end text html marks { start end }';
const REPORT = 'search { tokens strategy synonyms { word also } dictionary didYouMean }';
const FACETS = 'name values { value name count } timedOut';
const QUOTED = 'name quoteCount articleCount firstQuotedOn lastQuotedOn';
const TENURE = 'from to quoteCount';
const WEBHOOK = 'id url description events sections sources createdAt position failingSince pausedAt pauseReason';
const PAGE = 'pageInfo { hasNextPage endCursor }';

/** How deep the tree of sections is asked for: a query names each level, and what it may cost does not allow a fourth. */
const SECTION_LEVELS = 3;
const sectionTree = (levels: number): string =>
  levels === 1 ? SECTION : `${SECTION} children { ${sectionTree(levels - 1)} }`;

/** What the rows of a search are. */
const rows = {
  article: SUMMARY,
  quote: `${QUOTE} article { ${REFERENCE} }`,
  statistic: `${STATISTIC} article { ${REFERENCE} }`,
};

interface Input {
  type?: keyof typeof rows;
  include?: string[];
  facets?: string[];
  highlight?: string[];
  count?: string;
}

/** What stands beside the rows of a list. */
const listed = ({ facets, count = 'none' }: Input) =>
  [
    count === 'none' ? '' : 'totalCount',
    facets === undefined ? '' : `facets(names: [${facets.join(', ')}]) { ${FACETS} }`,
    PAGE,
  ].join(' ');
const children = ({ include = [] }: Input) =>
  [
    include.includes('quotes') ? `quotes { ${QUOTE} }` : '',
    include.includes('statistics') ? `statistics { ${STATISTIC} }` : '',
  ].join(' ');

/** The field that answers each question, and what is selected of it. */
const fields: Record<QuestionName, { field: string; select(input: Input): string }> = {
  search: {
    field: 'search',
    select: (input) => {
      const passages = (input.highlight ?? []).map((field) => `${field}: highlights(field: ${field}) { ${SNIPPET} }`);
      const { type = 'article' } = input;
      return `${listed(input)} ${REPORT} nodes { type score ${passages.join(' ')} ${type} { ${rows[type]} } }`;
    },
  },
  suggest: { field: 'suggest', select: () => 'type text html marks { start end } value context count' },
  listArticles: { field: 'articles', select: (input) => `${listed(input)} nodes { ${SUMMARY} ${children(input)} }` },
  countArticlesOverTime: { field: 'articleHistogram', select: () => 'interval tz data { period count }' },
  getArticle: { field: 'article', select: (input) => `${SUMMARY} ${BODY} ${children(input)}` },
  getArticleNeighbors: { field: 'articleNeighbors', select: () => `prev { ${SUMMARY} } next { ${SUMMARY} }` },
  listRelatedArticles: {
    field: 'relatedArticles',
    select: () => `score reprintOf reasons { terms people organizations section daysApart } article { ${SUMMARY} }`,
  },
  listSections: { field: 'sections', select: () => sectionTree(SECTION_LEVELS) },
  listSources: { field: 'sources', select: () => 'slug name articleCount issueCount firstIssueDate lastIssueDate' },
  getIssue: {
    field: 'issue',
    select: () => `source { slug name } date pageCount articleCount pages { page articles { ${SUMMARY} } }`,
  },
  getCoverage: {
    field: 'coverage',
    select: () => 'source { slug name } from to data { date state pageCount articleCount usualPageCount missingPages }',
  },
  listQuotes: { field: 'quotes', select: (input) => `${listed(input)} nodes { ${rows.quote} }` },
  listPeople: { field: 'people', select: () => `${PAGE} nodes { ${QUOTED} }` },
  getPerson: { field: 'person', select: () => `${QUOTED} roles { role organization ${TENURE} }` },
  listOrganizations: { field: 'organizations', select: () => `${PAGE} nodes { ${QUOTED} }` },
  getOrganization: {
    field: 'organization',
    select: () => `${QUOTED} ownQuoteCount people { name role ${TENURE} }`,
  },
  listStatistics: { field: 'statistics', select: (input) => `${listed(input)} nodes { ${rows.statistic} }` },
  listStatisticSeries: {
    field: 'statisticSeries',
    select: () => `interval tz truncated data { period count min max statistics { ${rows.statistic} } }`,
  },
  listJobs: {
    field: 'jobs',
    select: () =>
      'id state createdAt endedAt bytes bytesRead counts { created updated unchanged failed skipped } error { code message suggestion }',
  },
  listKeys: {
    field: 'keys',
    select: () =>
      'id name scopes sections sources rateLimit createdAt expiresAt revokedAt lastUsedAt isLive secrets { createdAt expiresAt }',
  },
  listWebhooks: { field: 'webhooks', select: () => WEBHOOK },
  getWebhook: { field: 'webhook', select: () => WEBHOOK },
  listWebhookMessages: {
    field: 'webhookMessages',
    select: () => 'id event seq status attempts createdAt at responseStatus error payload',
  },
};

/** Parameters of REST that are part of what is selected here. */
const selected = new Set(['count', 'facets', 'highlight', 'include', 'fields']);
/** Parameters that have another name here. */
const names: Record<string, string> = { limit: 'first', slug: 'source' };
/** Lists that have no cursor keep `limit`. */
const wholeLists: readonly QuestionName[] = ['suggest', 'listRelatedArticles', 'listWebhookMessages'];
const enums = new Set(['type', 'types', 'kind', 'date', 'interval', 'basis', 'status']);

/** `-publishedAt` is PUBLISHED_AT_DESC. */
function toSort(sort: string): string {
  if (sort === 'relevance') return 'RELEVANCE';
  const words = sort.replace('-', '').replace(/[A-Z]/g, (letter) => `_${letter}`);
  return `${words.toUpperCase()}_${sort.startsWith('-') ? 'DESC' : 'ASC'}`;
}

/** The query of a question. */
export function toGraphql({ name, input }: Question): string {
  const { field, select } = fields[name];
  const given = givenOf(input)
    .filter(([parameter]) => !selected.has(parameter))
    .map(([parameter, value]) => {
      if (parameter === 'sort') return `sort: ${toSort(String(value))}`;
      // `date` is a choice in lists and a day in the address of an issue.
      if (enums.has(parameter) && name !== 'getIssue')
        return `${parameter}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`;
      const called = wholeLists.includes(name) ? parameter : (names[parameter] ?? parameter);
      return `${called}: ${JSON.stringify(value)}`;
    });
  const what = given.length === 0 ? field : `${field}(${given.join(', ')})`;
  return layOutQuery(`${what} { ${select(input as Input)} }`);
}
