/** What views of quotes ask: their address has the parameters of the API, under their names. Pure. */
import type { Parameters } from '../../paths.js';
import { type Input, question } from '../../query/question.js';

/** Whose quotes are shown together. */
export type QuotedKind = 'speaker' | 'organization';

const filters = ['section', 'from', 'to'] as const;
export type QuoteFilterName = (typeof filters)[number];
/** What the address narrows quotes down by. */
export type QuoteFilters = Partial<Record<QuoteFilterName, string>>;

export function readFilters(query: Parameters): QuoteFilters {
  return Object.fromEntries(filters.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

/** Rows of a page: full rows of cards, be they one, two, three or four wide. */
const CARDS = 24;
/** Names of a page of the ranking. */
export const NAMES = 15;

/** The quotes, and what they can be narrowed down by; with the most quoted `among` them. */
export function askForQuotes(chosen: Input<'listQuotes'>, among?: QuotedKind) {
  return question('listQuotes', {
    ...chosen,
    limit: CARDS,
    count: 'estimated',
    facets: ['section', 'year', ...(among === undefined ? [] : [among])],
  });
}

/** Whom the archive quotes most, in all. */
export const askForMostQuoted = {
  speaker: question('listPeople', { limit: NAMES }),
  organization: question('listOrganizations', { limit: NAMES }),
};

/** The query of the feeds of the quotes. */
export function toQuoteFeed(chosen: Readonly<Record<string, string | undefined>>) {
  const pairs = Object.entries(chosen).filter(([, value]) => value !== undefined);
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`).join('&');
  return { list: 'quotes' as const, query: query === '' ? '' : `?${query}` };
}
