/** Quotes and figures of an article as what is marked in its text. Pure. */
import type { Article, Quote, Statistic } from '../../../client/index.js';

/** A quote or figure, and where it stands in the text. */
export type Finding = { id: string; start: number; end: number } & (
  | { kind: 'quote'; quote: Quote }
  | { kind: 'statistic'; statistic: Statistic }
);

/** All findings of an article, in reading order. */
export function listFindings({ quotes = [], statistics = [] }: Pick<Article, 'quotes' | 'statistics'>): Finding[] {
  const found: Finding[] = [
    ...quotes.map((quote) => ({ kind: 'quote' as const, id: quote.id, ...quote.span, quote })),
    ...statistics.map((statistic) => ({ kind: 'statistic' as const, id: statistic.id, ...statistic.span, statistic })),
  ];
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** An address that a browser opens and does not run; null for any other. */
export function toSafeAddress(url: string | null, base?: string | null): string | null {
  if (url === null) return null;
  try {
    const whole = base == null ? new URL(url) : new URL(url, base);
    return whole.protocol === 'https:' || whole.protocol === 'http:' ? whole.href : null;
  } catch {
    return null;
  }
}

/** Where words stand on the page of an article: browsers mark them and scroll there. */
export function toPassage(url: string | null, words: string): string | null {
  const address = toSafeAddress(url);
  if (address === null || address.includes('#')) return address;
  const [first = ''] = words.split(/[\n，。；！？]/, 1);
  return `${address}#:~:text=${encodeURIComponent(first).replaceAll('-', '%2D')}`;
}
