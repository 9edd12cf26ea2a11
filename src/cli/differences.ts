/** Differences between two versions of an article as people read them in a terminal. Pure. */
import type { ArticleDifferences, ItemDifferences } from '../services/differences.js';
import { toPrintable } from './io.js';
import { describeQuote, describeStatistic } from './render.js';

/** All in one line: `title, quotes +2 -1 ~1`; what is new is +, gone is -, and ~ says something else now. */
export function summarizeDifferences({ fields, quotes, statistics }: ArticleDifferences): string {
  const parts = [...fields.map(({ field }) => field), ...count('quotes', quotes), ...count('statistics', statistics)];
  // An article may differ in nothing but places, rules and confidence.
  return parts.join(', ') || 'only where and by which rule it was found';
}

/** Each in a line of its own. */
export function listDifferences({ fields, quotes, statistics }: ArticleDifferences): string[] {
  return [
    ...fields.map(
      ({ field, from, to }) => `  ${field}: ${toPrintable(from ?? '(none)')} → ${toPrintable(to ?? '(none)')}`,
    ),
    ...list(quotes, (quote) => `“${toPrintable(quote.text)}” ${describeQuote(quote)}`),
    ...list(statistics, (statistic) => `${toPrintable(statistic.text)}: ${describeStatistic(statistic)}`),
  ];
}

function count(name: string, { added, removed, altered }: ItemDifferences<unknown>): string[] {
  const numbers: [sign: string, number: number][] = [
    ['+', added.length],
    ['-', removed.length],
    ['~', altered.length],
  ];
  const shown = numbers.filter(([, number]) => number > 0).map(([sign, number]) => `${sign}${number}`);
  return shown.length === 0 ? [] : [`${name} ${shown.join(' ')}`];
}

function list<T>({ added, removed, altered }: ItemDifferences<T>, describe: (item: T) => string): string[] {
  return [
    ...added.map((item) => `  + ${describe(item)}`),
    ...removed.map((item) => `  - ${describe(item)}`),
    ...altered.flatMap(({ from, to }) => [`  ~ ${describe(from)}`, `  → ${describe(to)}`]),
  ];
}
