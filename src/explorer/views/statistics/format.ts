/** Numbers as people of a language read them. */
import type { StatisticInArticle } from '../../../client/index.js';
import { language } from '../../settings.js';

/** A number in short: 3.2亿, 320M. */
export const formatShort = (value: number): string =>
  value.toLocaleString(language.value === 'zh' ? 'zh-CN' : 'en', { notation: 'compact', maximumFractionDigits: 2 });

/** A decimal number whole, with its digits grouped: none is lost. */
export const formatDecimal = (decimal: string): string =>
  decimal.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));

/** The normalized value of a figure, or both its ends, with the unit. */
export function formatValue({ normalizedValue, normalizedValueMax, normalizedUnit }: StatisticInArticle): string {
  const ends = [normalizedValue, normalizedValueMax].filter((end) => end !== null).map(formatDecimal);
  return `${ends.join('–')} ${normalizedUnit ?? ''}`.trim();
}
