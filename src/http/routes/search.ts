/** `/v1/search`: Chinese full-text search across articles, quotes and statistics. */
import * as z from 'zod';
import { articleSummary, quoteInArticle, statisticInArticle } from '../../domain/article.js';
import { ArchiveError } from '../../domain/errors.js';
import { articleFilter, count, type FacetName, facetNames, quoteFilter, statisticFilter } from '../../domain/query.js';
import { searchHalfLife, searchSort } from '../../domain/search.js';
import { highlight, search } from '../../services/search.js';
import { fromJson } from '../../store/json.js';
import type { ListFilters, ListName } from '../../store/store.js';
import { type Answer, countedListOf, metaOf, renderPage } from '../answer.js';
import { exampleArticle, examplePage, summarize } from '../examples.js';
import { commaSeparated, facetsOf, paging, readDigits, searchText } from '../parameters.js';
import { defineRoute, filterErrors, type RouteContext } from '../route.js';

const lists = { article: 'articles', quote: 'quotes', statistic: 'statistics' } as const satisfies Record<
  string,
  ListName
>;
const filters = { articles: articleFilter, quotes: quoteFilter, statistics: statisticFilter };
const type = z.enum(['article', 'quote', 'statistic']);
const highlightField = z.enum(['title', 'lead', 'body', 'measure']);

const allFacets = [...new Set(Object.values(facetNames).flat())] as [FacetName, ...FacetName[]];

const query = quoteFilter
  .extend(statisticFilter.shape)
  .extend(paging.shape)
  .extend({
    q: searchText,
    type: type.default('article').meta({ description: 'What to find.', example: 'article' }),
    sort: searchSort,
    halfLife: z.preprocess(readDigits, searchHalfLife.optional()).meta({
      description:
        'By relevance: what was published so many days before the newest find weighs three quarters, what is much older half.',
      example: 30,
    }),
    count: count.default('none'),
    facets: facetsOf(allFacets),
    highlight: commaSeparated(highlightField, 4)
      .optional()
      .meta({
        description: 'Show the passages found in these fields, separated by commas: title, lead, body, measure.',
        example: ['title', 'body'],
      }),
  });
type Query = z.output<typeof query>;

const place = z.object({ start: z.int().min(0), end: z.int().min(0) });
const snippet = place
  .extend({
    text: z.string(),
    html: z.string().meta({ description: 'The text escaped, what was found in <mark>.' }),
    marks: z.array(place).meta({ description: 'What was found, by its place in text.' }),
  })
  .meta({
    id: 'Snippet',
    description: 'A passage; start and end are places in the field (in text, for the body of an article).',
  });

const hit = z
  .object({
    type,
    score: z.number().meta({ description: 'Comparable within one search only.' }),
    highlights: z.partialRecord(highlightField, z.array(snippet)).optional(),
    article: articleSummary.optional(),
    quote: quoteInArticle.optional(),
    statistic: statisticInArticle.optional(),
  })
  .meta({
    id: 'SearchHit',
    description: 'One find: the article, quote or statistic stands under the name of its type.',
  });

/** Refuses filters and facets that the rows of a list have nothing for. */
function refuseForeign(list: ListName, given: Record<string, unknown>): void {
  const own: readonly string[] = [
    ...Object.keys(filters[list].shape),
    ...facetNames[list].map((name) => `facets=${name}`),
  ];
  const foreign = Object.keys(given).find((name) => given[name] !== undefined && !own.includes(name));
  if (foreign === undefined) return;
  throw new ArchiveError('invalid_parameter', `${foreign} does not go with this type`, {
    parameter: foreign.split('=', 1)[0] as string,
    suggestion: 'speaker, role, organization and kind are of quotes; unit, measure and values of statistics.',
  });
}

async function answerSearch<L extends ListName>(
  { read, origin }: RouteContext,
  list: L,
  { q, type, sort, halfLife, limit, cursor, count, facets, highlight: fields, ...filter }: Query,
  address: string,
): Promise<Answer> {
  refuseForeign(list, { ...filter, ...Object.fromEntries((facets ?? []).map((name) => [`facets=${name}`, true])) });
  const result = await search(read, {
    list,
    filter: filter as ListFilters[L],
    facets,
    q,
    count,
    sort,
    halfLife,
    limit,
    cursor,
    include: [],
    content: fields?.includes('body') ?? false,
  });
  const { items, scores, report } = result;
  const found = fromJson(items);
  const shown = fields && highlight(list, found, fields, result.wanted);
  const rows = found.map((row, at) => {
    const { text, body, ...summary } = row as object as Record<string, unknown>;
    const document = list === 'articles' ? summary : row;
    return { type, score: scores[at], ...(shown && { highlights: shown[at] }), [type]: document };
  });
  return renderPage(
    { ...result, items: JSON.stringify(rows) },
    { limit, address, origin },
    { ...result, meta: { search: report } },
  );
}

export const searchArchive = defineRoute({
  operationId: 'search',
  path: '/v1/search',
  tag: 'Search',
  summary: 'Search',
  description:
    'Articles, quotes or statistics that hold what is looked for, the best first. Words are separated by blanks and all wanted; "短语" is found as it stands, -词 must not occur, OR gives a choice, title:词 (lead, section, speaker) says where. Any text is a query. Simplified and traditional characters, full and half width, upper and lower case are the same.',
  params: z.object({}),
  query,
  answer: {
    description: 'A page of finds.',
    schema: countedListOf(hit, allFacets).extend({ meta: metaOf(allFacets) }),
    example: {
      data: [{ type: 'article', score: 1008.41, article: summarize(exampleArticle) }],
      page: examplePage,
      meta: { search: { tokens: ['引资'], strategy: 'literal', synonyms: [], dictionary: null, didYouMean: [] } },
    },
  },
  errors: filterErrors,
  handle: (context, { query, address }) => answerSearch(context, lists[query.type], query, address),
});
