/** `search`: finds of one kind with what they weigh and the passages found. */
import { type SearchSort, searchHalfLife, searchSort } from '../../domain/search.js';
import { suggestionParameters } from '../../domain/suggestion.js';
import { explainSearch } from '../../services/explain.js';
import { countRows } from '../../services/list.js';
import { highlight, search } from '../../services/search.js';
import { fromJson } from '../../store/json.js';
import type { ListDocuments, ListName } from '../../store/store.js';
import { checkArguments, omitNull, readPaging, refuse } from '../arguments.js';
import { countedFields } from '../connections.js';
import type { QueryContext } from '../context.js';
import type { SearchConnection, SearchHit } from '../parents.js';
import type { QuerySearchArgs, Resolvers } from '../resolver-types.js';
import { selectParts } from '../selection.js';
import { countFacetsOf, readFilter, readSort, selectNodeNames } from './lists.js';

const lists = { article: 'articles', quote: 'quotes', statistic: 'statistics' } as const satisfies Record<
  SearchHit['type'],
  ListName
>;

function readOrder(sort: QuerySearchArgs['sort']): SearchSort {
  const order = searchSort.safeParse(readSort(sort));
  if (order.success) return order.data;
  throw refuse('sort', `A search has no order ${sort}`, 'It takes RELEVANCE, PUBLISHED_AT_DESC and PUBLISHED_AT_ASC.');
}

function readHalfLife(days: QuerySearchArgs['halfLife']): number | undefined {
  const halfLife = searchHalfLife.nullish().safeParse(days);
  if (halfLife.success) return halfLife.data ?? undefined;
  throw refuse('halfLife', `A search has no half-life of ${days} days`, 'It takes 1 to 36,500 days.');
}

async function findHits<L extends ListName>(
  list: L,
  type: SearchHit['type'],
  { q, sort, halfLife, first, after, type: _, ...given }: QuerySearchArgs,
  context: QueryContext,
  selected: { hit: ReadonlySet<string>; document: ReadonlySet<string> },
): Promise<SearchConnection> {
  const { read } = context;
  const filter = readFilter(list, given);
  const parts = selectParts(selected.document);
  const result = await search(read, {
    list,
    filter,
    q,
    count: 'none',
    sort: readOrder(sort),
    halfLife: readHalfLife(halfLife),
    ...readPaging({ first, after }),
    include: parts.include,
    content: parts.content || selected.hit.has('highlights'),
  });
  const nodes = fromJson(result.items).map((document: ListDocuments[L], at): SearchHit => {
    const none = { article: null, quote: null, statistic: null };
    return {
      ...none,
      type,
      score: result.scores[at] as number,
      [type]: document,
      findSnippets: (field) => highlight(list, [document], [field], result.wanted)[0]?.[field] ?? [],
    };
  });
  return {
    nodes,
    page: result,
    search: result.report,
    countRows: async () => (await countRows(read, list, filter, q)).value,
    countFacets: (names) => countFacetsOf(context, list, filter, names, q),
  };
}

/** Arguments that were given and that rows of this kind have nothing for. */
function refuseForeign(list: ListName, given: object): void {
  const foreign = Object.keys(omitNull(given as Record<string, unknown>)).find((name) =>
    list === 'quotes' ? ofStatistics.has(name) : ofQuotes.has(name) || (list === 'articles' && ofStatistics.has(name)),
  );
  if (foreign !== undefined) throw refuse(foreign, `${foreign} does not go with this type`);
}
const ofQuotes = new Set(['speaker', 'role', 'organization', 'kind']);
const ofStatistics = new Set(['unit', 'measure', 'minValue', 'maxValue', 'asOfFrom', 'asOfTo']);

export const searchResolvers = {
  Query: {
    explainSearch: (_, { q, id }, { read }) => explainSearch(read, q, id),
    suggest: (_, given, { read }) => read.listSuggestions(checkArguments(suggestionParameters, given)),
    search: (_, given, context, info) => {
      const type = given.type ?? 'article';
      refuseForeign(lists[type], given);
      const selected = { hit: selectNodeNames(info), document: selectNodeNames(info, [type]) };
      return findHits(lists[type], type, given, context, selected);
    },
  },
  SearchConnection: countedFields,
  SearchHit: { highlights: ({ findSnippets }, { field }) => findSnippets(field) },
} satisfies Resolvers;
