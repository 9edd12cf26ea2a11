/** Plans: a filter resolved to the term whose index is walked, the terms it is checked against, and what remains. */
import { normalizePageNumber } from '../../../domain/article.js';
import { fingerprintList } from '../../../domain/cursor.js';
import {
  defaultSort,
  type QuoteFilter,
  type ResolvedRange,
  resolveRange,
  type Sort,
  type StatisticFilter,
} from '../../../domain/query.js';
import type { ListFilters, ListName } from '../../store.js';
import type { SearchTable } from '../search/search-index.js';
import type { Values } from '../statement.js';
import { NEVER, type SortKeys, termKinds } from '../terms.js';
import type { Lookup, Term } from './lookup.js';

/** Articles an index walk may pass over without being felt on the thread that serves requests: about a millisecond. */
export const QUICK = 500;

/** Conditions on a quote or statistic itself. */
export type RowCondition =
  | 'speaker'
  | 'role'
  | 'organization'
  | 'kind'
  | 'unit'
  | 'measure'
  | 'minValue'
  | 'maxValue'
  | 'asOfFrom'
  | 'asOfTo';

/** Both ends included. */
export interface KeyRange {
  key: keyof SortKeys;
  from: string | number;
  to: string | number;
}

/** What rows match, and the search table that knows. */
export interface Match {
  table: SearchTable;
  text: string;
}

export interface Plan {
  list: ListName;
  /** The rarest term first: its index is walked. Empty when a term is in no article, and so no row can match. */
  terms: readonly Term[];
  range: KeyRange | null;
  conditions: readonly RowCondition[];
  /** What the conditions compare with, by their names. */
  values: Values;
  key: keyof SortKeys;
  descending: boolean;
  /** Whether the index walked serves the list so well that a thread of its own would only cost time. */
  quick: boolean;
  /** What the rows also have to match in full-text search; null: nothing. */
  match: Match | null;
  /** Names the list, for its cursors. */
  fingerprint(): string;
}

const sortKeys = { publishedAt: 'published', issueDate: 'issued', modifiedAt: 'modified' } as const;
const rangeKeys = { published: 'published', issue: 'issued', modified: 'modified' } as const;
/** The ends of a range that has none. Articles without the date are in no range, so the first is just after them. */
const open = {
  published: { from: NEVER + 1, to: -NEVER },
  modified: { from: NEVER + 1, to: -NEVER },
  issued: { from: '0', to: '9999-12-31' },
} as const;

/** Plans a list. Throws `unknown_section`, `unknown_source` and `invalid_parameter`. */
export function planList<L extends ListName>(lookup: Lookup, list: L, filter: ListFilters[L], sort?: Sort): Plan {
  const order = sort ?? defaultSort(filter.date);
  const descending = order.startsWith('-');
  const key = sortKeys[order.replace('-', '') as keyof typeof sortKeys];
  const range = buildRange(resolveRange(filter, lookup.timeZone));

  const terms: (Term | undefined)[] = [];
  const find = (kind: number, value: string | undefined) => {
    if (value !== undefined) terms.push(lookup.findTerm(kind, value));
  };
  if (filter.section !== undefined) terms.push(lookup.findSection(filter.section));
  if (filter.source !== undefined) terms.push(lookup.findSource(filter.source));
  find(termKinds.issueDate, filter.issueDate);
  find(termKinds.page, filter.page === undefined ? undefined : normalizePageNumber(filter.page));

  const { conditions, values } = listConditions(list, filter);
  const { speaker, organization, kind, unit } = filter as Partial<QuoteFilter & StatisticFilter>;
  const ofArticles = terms.length;
  find(termKinds.speaker, speaker);
  find(termKinds.organization, organization);
  find(termKinds.quoteKind, kind);
  find(termKinds.unit, unit);
  const indexed = terms.length - ofArticles;
  // A list of quotes would otherwise look through articles that have none, one by one.
  if (terms.length === 0 || (list !== 'articles' && indexed === 0)) find(termKinds.all, list);

  const present = terms.filter((term) => term !== undefined && term.articleCount > 0) as Term[];
  const rarestFirst =
    present.length < terms.length ? [] : present.sort((a, b) => a.articleCount - b.articleCount || a.id - b.id);
  // Then every article that the walk meets has a row of the list.
  const dense = rarestFirst.length === 1 && conditions.length === indexed && (range === null || range.key === key);
  return {
    list,
    terms: rarestFirst,
    range,
    conditions,
    values,
    key,
    descending,
    quick: dense || (rarestFirst[0]?.articleCount ?? 0) <= QUICK,
    match: null,
    // By what terms mean and not by their numbers, so that a cursor holds in a mirror as well.
    fingerprint: () =>
      fingerprintList([list, order, terms.map((term) => term && [term.kind, term.value]), range, values]),
  };
}

function buildRange(range: ResolvedRange | null): KeyRange | null {
  if (range === null) return null;
  const key = rangeKeys[range.field];
  return { key, from: range.from ?? open[key].from, to: range.to ?? open[key].to };
}

/** The parameters that are conditions on a quote or a statistic. */
const conditionsOf = {
  articles: [],
  quotes: ['speaker', 'role', 'organization', 'kind'],
  statistics: ['unit', 'measure', 'minValue', 'maxValue', 'asOfFrom', 'asOfTo'],
} as const satisfies Record<ListName, readonly RowCondition[]>;

function listConditions(list: ListName, filter: ListFilters[ListName]): Pick<Plan, 'conditions' | 'values'> {
  const given = filter as Partial<Record<RowCondition, string>>;
  const conditions = conditionsOf[list].filter((name) => given[name] !== undefined);
  const values: Values = {};
  for (const name of conditions) {
    values[name] = name === 'minValue' || name === 'maxValue' ? Number(given[name]) : given[name];
  }
  return { conditions, values };
}
