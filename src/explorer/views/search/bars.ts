/** The bars of the histogram: months, or years where there are too many months to tell apart; and ranges among them. Pure. */

export interface Bar {
  /** A month (2015-07) or a year (2015). */
  period: string;
  count: number;
}

/** Above so many months, bars are years. */
const MOST = 120;

/** Makes the bars of a histogram by month, which has every month from the first to the last. */
export function toBars(months: readonly Bar[]): Bar[] {
  if (months.length <= MOST) return [...months];
  const years = new Map<string, number>();
  for (const { period, count } of months) {
    const year = period.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years].map(([period, count]) => ({ period, count }));
}

/** The first and the last bar of a range; an end that is open, or outside, is the first or the last bar. */
export function findRange(bars: readonly Bar[], from: string | undefined, to: string | undefined): [number, number] {
  const length = bars[0]?.period.length ?? 0;
  const first = from === undefined ? 0 : bars.findIndex(({ period }) => period >= from.slice(0, length));
  // A year as an end is all of it: every month of it begins with its digits.
  const last =
    to === undefined ? -1 : bars.findLastIndex(({ period }) => period <= to.slice(0, length) || period.startsWith(to));
  const begin = first === -1 ? bars.length - 1 : first;
  return [begin, to === undefined ? bars.length - 1 : Math.max(last, begin)];
}

/** The ends to ask for: none where a range reaches to the first or to the last bar. */
export function toEnds(bars: readonly Bar[], [first, last]: readonly [number, number]) {
  return {
    from: first <= 0 ? undefined : bars[first]?.period,
    to: last >= bars.length - 1 ? undefined : bars[last]?.period,
  };
}
