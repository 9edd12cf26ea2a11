/** What the view of figures asks: its address has the parameters of the API, under their names. Pure. */
import type { StatisticInArticle } from '../../../client/index.js';
import type { Parameters } from '../../paths.js';
import { question } from '../../query/question.js';

export const intervals = ['year', 'month', 'day'] as const;
export const bases = ['level', 'yoy', 'mom', 'share', 'change', 'rank'] as const;

/** What the address of the view says. */
export interface Charted {
  /** Empty: nothing is drawn yet. */
  measure: string;
  unit: string | undefined;
  basis: (typeof bases)[number] | undefined;
  interval: (typeof intervals)[number];
  filters: { section?: string; from?: string; to?: string };
}

export function readCharted(query: Parameters): Charted {
  const names = ['section', 'from', 'to'] as const;
  return {
    measure: query.measure ?? '',
    unit: query.unit || undefined,
    basis: bases.find((basis) => basis === query.basis),
    interval: intervals.find((interval) => interval === query.interval) ?? 'year',
    filters: Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : []))),
  };
}

/** Figures of the measure, newest first: which units, sections and years they have; without a measure, of what there are figures. */
export const askForFigures = ({ measure, filters }: Charted) =>
  question('listStatistics', {
    ...(measure !== '' && { measure }),
    ...filters,
    limit: 100,
    facets: ['section', 'year'],
  });

export const askForSeries = ({ measure, basis, interval, filters }: Charted, unit: string) =>
  question('listStatisticSeries', { measure, unit, basis, interval, ...filters });

/** Measures like what is being typed, by searching figures for it. */
export const askForMeasures = (q: string) => question('search', { q, type: 'statistic', limit: 50 });

/** Values of a field, the most frequent first. */
export function countValues(
  figures: readonly StatisticInArticle[],
  field: 'measure' | 'normalizedUnit',
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const value = figure[field];
    if (value !== null && figure.normalizedValue !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
