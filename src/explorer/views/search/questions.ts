/** What the search view asks: its address has the parameters of the API, under their names. Pure. */
import type { Parameters } from '../../paths.js';
import { type Input, type Question, question } from '../../query/question.js';

export const types = ['article', 'quote', 'statistic'] as const;
export type ResultType = (typeof types)[number];

/** Filters of the address, in the order in which they are shown. */
const shared = ['section', 'source', 'issueDate', 'page', 'from', 'to'] as const;
const own = { article: [], quote: ['speaker', 'organization'], statistic: ['unit'] } as const;
export type FilterName = (typeof shared)[number] | (typeof own)[ResultType][number];

/** What each type is counted by beside the list. */
export const facets = {
  article: ['section', 'source'],
  quote: ['section', 'source', 'speaker', 'organization'],
  statistic: ['section', 'source', 'unit'],
} as const;

/** What the address of the view says. */
export interface Sought {
  q: string;
  type: ResultType;
  sort: 'relevance' | '-publishedAt' | 'publishedAt';
  filters: Partial<Record<FilterName, string>>;
}

/** Reads the query of an address; what does not go with the type is left out. Without `q` there are only articles. */
export function readSought(query: Parameters): Sought {
  const q = query.q ?? '';
  const type = types.find((each) => each === query.type && q !== '') ?? 'article';
  const sorts =
    q === '' ? (['-publishedAt', 'publishedAt'] as const) : (['relevance', '-publishedAt', 'publishedAt'] as const);
  const names: readonly FilterName[] = [...shared, ...own[type]];
  const filters = names.flatMap((name) => (query[name] ? [[name, query[name]]] : []));
  return { q, type, sort: sorts.find((each) => each === query.sort) ?? sorts[0], filters: Object.fromEntries(filters) };
}

/** Sets a parameter of the address, or takes it away; undefined stands for none. */
export type SetParameters = (changes: Partial<Record<FilterName | 'q' | 'type' | 'sort', string | undefined>>) => void;

const highlights = { article: ['title', 'lead', 'body'], quote: ['body'], statistic: ['measure', 'body'] } as const;
const ROWS = 20;

/** The list itself, with the counts beside it. */
export function askForList({ q, type, sort, filters }: Sought): Question<'search'> | Question<'listArticles'> {
  if (q === '') {
    const input: Input<'listArticles'> = { ...filters, sort: sort as '-publishedAt', limit: ROWS, count: 'estimated' };
    return question('listArticles', { ...input, facets: [...facets.article] });
  }
  return question('search', {
    ...{ q, type, ...filters, sort, limit: ROWS, count: 'estimated' },
    facets: [...facets[type]],
    highlight: [...highlights[type]],
  });
}

/** How many articles there are over time, whatever range is chosen: the chart is there to choose another one. */
export function askForTimes({ q, filters }: Sought): Question<'countArticlesOverTime'> {
  const { from, to, speaker, organization, unit, ...others } = filters;
  return question('countArticlesOverTime', { ...(q !== '' && { q }), ...others, interval: 'month' });
}

/** The query of the feeds of what is shown. */
export function toFeedQuery({ q, filters }: Sought): string {
  const pairs = Object.entries({ ...(q !== '' && { q }), ...filters });
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? '' : `?${query}`;
}
