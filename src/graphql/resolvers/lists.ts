/** `articles`, `quotes` and `statistics`: the three lists, and what a search in them finds. */
import type { GraphQLResolveInfo } from 'graphql';
import {
  articleFilter,
  type FacetName,
  facetNames,
  quoteFilter,
  type Sort,
  statisticFilter,
} from '../../domain/query.js';
import { readQuery } from '../../services/dictionary.js';
import { type CountedFacets, countFacets } from '../../services/facets.js';
import { countRows, readPage } from '../../services/list.js';
import { fromJson } from '../../store/json.js';
import type { ListDocuments, ListFilters, ListName } from '../../store/store.js';
import { checkArguments, readPaging, refuse } from '../arguments.js';
import { type DocumentConnection, documentFields } from '../connections.js';
import type { QueryContext } from '../context.js';
import type { QueryArticlesArgs, Resolvers, Sort as SortName } from '../resolver-types.js';
import { hasFields, selectNames, selectParts } from '../selection.js';

const filters = { articles: articleFilter, quotes: quoteFilter, statistics: statisticFilter };

const sorts: Record<SortName, Sort | 'relevance'> = {
  PUBLISHED_AT_DESC: '-publishedAt',
  PUBLISHED_AT_ASC: 'publishedAt',
  ISSUE_DATE_DESC: '-issueDate',
  ISSUE_DATE_ASC: 'issueDate',
  MODIFIED_AT_DESC: '-modifiedAt',
  MODIFIED_AT_ASC: 'modifiedAt',
  RELEVANCE: 'relevance',
};

/** The order that REST gives this name. */
export const readSort = (sort: SortName | null | undefined) => (sort ? sorts[sort] : undefined);

/** What of the arguments filters the rows of a list. Throws `invalid_parameter`. */
export function readFilter<L extends ListName>(list: L, given: object): ListFilters[L] {
  return checkArguments(filters[list], given as Record<string, unknown>) as ListFilters[L];
}

/** Refuses facets that the rows of a list have nothing for. */
function checkFacets(list: ListName, names: readonly FacetName[]): void {
  const known: readonly FacetName[] = facetNames[list];
  const foreign = names.find((name) => !known.includes(name));
  if (foreign !== undefined)
    throw refuse('names', `${foreign} is no facet of ${list}`, `It takes ${known.join(', ')}.`);
}

/** The facets of a list. An answer that lacks one is not kept. */
export async function countFacetsOf<L extends ListName>(
  context: QueryContext,
  list: L,
  filter: ListFilters[L],
  names: readonly FacetName[],
  q: string | undefined,
): Promise<CountedFacets> {
  checkFacets(list, names);
  const query = q === undefined ? undefined : readQuery(q).query;
  const counted = await countFacets(context.read, list, filter, names, query);
  if (counted.timedOut.length > 0) context.isMomentary = true;
  return counted;
}

type ListArguments = Pick<QueryArticlesArgs, 'q' | 'sort' | 'first' | 'after' | 'last' | 'before'>;

async function listRows<L extends ListName>(
  list: L,
  given: ListArguments,
  context: QueryContext,
  names: ReadonlySet<string>,
): Promise<DocumentConnection<ListDocuments[L]>> {
  const { read } = context;
  const q = given.q ?? undefined;
  const filter = readFilter(list, given);
  const paging = readPaging(given);
  if (q !== undefined && (paging.fromEnd || given.last || given.before)) {
    throw refuse('last', 'A search is read forwards', 'Give first and after.');
  }
  const asked = { q, sort: readSort(given.sort), ...paging, count: 'none' as const };
  const page = await readPage(read, list, filter, asked, selectParts(names));
  let rows: ListDocuments[L][] | undefined;
  return {
    page,
    readRows() {
      rows ??= fromJson(page.items);
      return rows;
    },
    search: page.meta?.search ?? null,
    countRows: async () => (await countRows(read, list, filter, q)).value,
    countFacets: (facets) => countFacetsOf(context, list, filter, facets, q),
  };
}

/** The names of the fields selected of the rows of a connection. */
export function selectNodeNames(info: GraphQLResolveInfo, below: readonly string[] = []): Set<string> {
  return new Set([...selectNames(info, ['nodes', ...below]), ...selectNames(info, ['edges', 'node', ...below])]);
}

/** The article of a quote or statistic: the one they carry, where it has all that is asked for. */
async function findArticle({ article }: { article: { id: string } }, context: QueryContext, info: GraphQLResolveInfo) {
  const names = selectNames(info);
  if (hasFields(article, names)) return article as never;
  // Gone since the list was read: what the reference says is still true of that moment.
  return ((await context.loadArticle(article.id, selectParts(names))) ?? article) as never;
}

export const listResolvers = {
  Query: {
    articles: (_, given, context, info) => listRows('articles', given, context, selectNodeNames(info)) as never,
    quotes: (_, given, context) => listRows('quotes', given, context, new Set()),
    statistics: (_, given, context) => listRows('statistics', given, context, new Set()),
  },
  Quote: { article: (quote, _, context, info) => findArticle(quote, context, info) },
  Statistic: { article: (statistic, _, context, info) => findArticle(statistic, context, info) },
  ArticleConnection: documentFields,
  QuoteConnection: documentFields,
  StatisticConnection: documentFields,
} satisfies Resolvers;
