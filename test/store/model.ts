/** What a store ought to answer, worked out the plain way over all articles in memory. Not fast, and without SQL. */
import { normalizePageNumber } from '../../src/domain/article.js';
import { findOrganization, isOrganizationName, isPersonName } from '../../src/domain/names.js';
import type { Organization } from '../../src/domain/organization.js';
import type { Person } from '../../src/domain/person.js';
import {
  defaultSort,
  type FacetName,
  type QuoteFilter,
  resolveRange,
  type Sort,
  type StatisticFilter,
} from '../../src/domain/query.js';
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { formatInstant } from '../../src/domain/time.js';
import type { ArticleWrite } from '../../src/domain/write.js';
import type { ListName } from '../../src/store/store.js';
import { NOW, ZONE } from './sample.js';

export type AnyFilter = QuoteFilter & StatisticFilter;

/** A row of a list: an article, or a quote or statistic of one. */
interface Row {
  id: string;
  write: ArticleWrite;
  quote?: Quote;
  statistic?: Statistic;
}

type DateKey = 'published' | 'issue' | 'modified';

/** Null: the article has no such date. All were stored in one go. */
function keyOf({ article }: ArticleWrite, key: DateKey): number | string | null {
  if (key === 'issue') return article.issue?.date ?? null;
  if (key === 'modified') return Date.parse(formatInstant(NOW, ZONE));
  if (article.publishedAt !== null) return Date.parse(article.publishedAt);
  return article.issue === null ? null : Date.parse(`${article.issue.date}T00:00:00${ZONE}`);
}

function isIn(value: number | string | null, from: number | string | null, to: number | string | null): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to);
}

function matches({ write, quote, statistic }: Row, filter: Partial<AnyFilter> & { date: DateKey }): boolean {
  const { issue } = write.article;
  const names = write.section.map(({ name }) => name).join('/');
  const range = resolveRange(filter, ZONE);
  const { asOf } = statistic ?? {};
  const value = statistic?.normalizedValue ?? null;
  const first = asOf?.from ?? asOf?.to ?? null;
  const last = asOf?.to ?? asOf?.from ?? null;
  const checks: Record<string, boolean> = {
    section: names === filter.section || names.startsWith(`${filter.section}/`),
    source: write.source?.name === filter.source,
    issueDate: issue?.date === filter.issueDate,
    page: !!issue?.page && normalizePageNumber(issue.page) === normalizePageNumber(filter.page ?? ''),
    from: range === null || isIn(keyOf(write, range.field), range.from, range.to),
    speaker: quote?.speaker === filter.speaker,
    role: !!quote?.role?.includes(filter.role ?? ''),
    organization: quote !== undefined && findOrganization(quote) === filter.organization,
    kind: quote?.kind === filter.kind,
    unit: statistic?.unit === filter.unit || statistic?.normalizedUnit === filter.unit,
    measure: !!statistic?.measure?.includes(filter.measure ?? ''),
    minValue: value !== null && Number(value) >= Number(filter.minValue),
    maxValue: value !== null && Number(value) <= Number(filter.maxValue),
    asOfFrom: last !== null && last >= (filter.asOfFrom ?? ''),
    asOfTo: first !== null && first <= (filter.asOfTo ?? ''),
  };
  checks.to = checks.from as boolean;
  return Object.entries(checks).every(([name, passes]) => filter[name as keyof AnyFilter] === undefined || passes);
}

/** The ids of a list, in order: articles go by the sort, the rows of one article always in reading order. */
export function expectIds(writes: readonly ArticleWrite[], list: ListName, filter: AnyFilter, sort?: Sort): string[] {
  return rowsOf(writes, list, filter, sort).map(({ id }) => id);
}

function rowsOf(writes: readonly ArticleWrite[], list: ListName, filter: AnyFilter, sort?: Sort): Row[] {
  const order = sort ?? defaultSort(filter.date);
  const key = order.replace('-', '').replace(/At$|Date$/, '') as DateKey;
  const sign = order.startsWith('-') ? -1 : 1;
  const place = new Map(writes.map((write, at) => [write, at]));
  const compare = (a: ArticleWrite, b: ArticleWrite): number => {
    const [first, second] = [keyOf(a, key), keyOf(b, key)];
    const byPlace = (place.get(a) ?? 0) - (place.get(b) ?? 0);
    if (first === second) return byPlace;
    if (first === null || second === null) return first === null ? -1 : 1;
    return first < second ? -1 : 1;
  };
  const rows = [...writes]
    .sort((a, b) => sign * compare(a, b))
    .flatMap((write): Row[] => {
      if (list === 'articles') return [{ id: write.article.id, write }];
      if (list === 'quotes') return write.quotes.map((quote) => ({ id: quote.id, write, quote }));
      return write.statistics.map((statistic) => ({ id: statistic.id, write, statistic }));
    });
  return rows.filter((row) => matches(row, filter));
}

/** How often each value of a facet is in a list, without the filter of the facet's own name. */
export function expectFacet(
  writes: readonly ArticleWrite[],
  list: ListName,
  filter: AnyFilter,
  facet: FacetName,
): Map<string, number> {
  const { [facet as 'section']: _, ...others } = filter;
  const counts = new Map<string, number>();
  for (const { write, quote, statistic } of rowsOf(writes, list, others)) {
    const key = keyOf(write, filter.date);
    const date = (typeof key === 'number' ? formatInstant(key, filter.tz ?? ZONE) : key)?.slice(0, 10);
    const values: Record<FacetName, (string | null | undefined)[]> = {
      section: write.section.map((_, at) =>
        write.section
          .slice(0, at + 1)
          .map(({ name }) => name)
          .join('/'),
      ),
      source: [write.source?.name],
      year: [date?.slice(0, 4)],
      month: [date?.slice(0, 7)],
      day: [date],
      speaker: [quote?.speaker],
      organization: [quote && findOrganization(quote)],
      unit: [statistic?.unit, statistic?.normalizedUnit],
    };
    for (const value of new Set(values[facet])) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

type QuoteRow = Row & { quote: Quote };

const allQuotes = (writes: readonly ArticleWrite[]): QuoteRow[] =>
  writes.flatMap((write) => write.quotes.map((quote) => ({ id: quote.id, write, quote })));

/** Quotes by what `key` gives of them, without those of which it gives null. */
function groupQuotes(rows: readonly QuoteRow[], key: (quote: Quote) => string | null): Map<string, QuoteRow[]> {
  const groups = new Map<string, QuoteRow[]>();
  for (const row of rows) {
    const value = key(row.quote);
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), row]);
  }
  return groups;
}

function spanOf(rows: readonly QuoteRow[]): { times: number[]; first: string | null; last: string | null } {
  const times = rows.flatMap(({ write }) => (keyOf(write, 'published') as number | null) ?? []).sort((a, b) => a - b);
  const toDay = (time: number | undefined) => (time === undefined ? null : formatInstant(time, ZONE).slice(0, 10));
  return { times, first: toDay(times[0]), last: toDay(times.at(-1)) };
}

const describe = (name: string, rows: readonly QuoteRow[]) => {
  const { first, last } = spanOf(rows);
  const articleCount = new Set(rows.map(({ write }) => write)).size;
  return { name, quoteCount: rows.length, articleCount, firstQuotedOn: first, lastQuotedOn: last };
};

/** Quotes in groups, the last quoted first, nulls before other names. */
function listRoles<T>(rows: readonly QuoteRow[], of: (quote: Quote) => string | null, name: (of: string | null) => T) {
  const groups = groupQuotes(rows, (quote) => JSON.stringify([of(quote), quote.role]));
  return [...groups]
    .map(([key, group]) => ({ key: JSON.parse(key) as (string | null)[], group, ...spanOf(group) }))
    .sort((a, b) => {
      const [x, y] = [a, b].map(({ times }) => times.at(-1) ?? Number.NEGATIVE_INFINITY) as [number, number];
      if (x !== y) return x < y ? 1 : -1;
      return a.key.map((part) => part ?? '').join('\0') < b.key.map((part) => part ?? '').join('\0') ? -1 : 1;
    })
    .map(({ key: [of = null, role = null], group, first, last }) => ({
      ...name(of),
      role,
      from: first,
      to: last,
      quoteCount: group.length,
    }));
}

/** Everyone of the index of people, in no order. */
export function expectPeople(writes: readonly ArticleWrite[]): Person[] {
  return [...groupQuotes(allQuotes(writes), ({ speaker }) => speaker)]
    .filter(([name]) => isPersonName(name))
    .map(([name, rows]) => {
      const said = rows.filter(({ quote }) => quote.role !== null || quote.organization !== null);
      const roles = listRoles(said, findOrganization, (organization) => ({ organization }));
      return { ...describe(name, rows), roles };
    });
}

/** All of the index of organizations, in no order. */
export function expectOrganizations(writes: readonly ArticleWrite[]): Organization[] {
  return [...groupQuotes(allQuotes(writes), findOrganization)]
    .filter(([name]) => isOrganizationName(name))
    .map(([name, rows]) => {
      const ofPeople = rows.filter(({ quote }) => quote.speaker !== null && isPersonName(quote.speaker));
      return {
        ...describe(name, rows),
        ownQuoteCount: rows.filter(({ quote }) => quote.speaker === name).length,
        people: listRoles(
          ofPeople,
          ({ speaker }) => speaker,
          (speaker) => ({ name: speaker ?? '' }),
        ),
      };
    });
}
