/** Quotes and figures in words, as they are printed. Pure. */
import type { QuoteInArticle, StatisticInArticle } from '../../client/index.js';

/** Organization, role and name of a speaker; null where none is known. */
export function describeSpeaker({
  speaker,
  role,
  organization,
}: Pick<QuoteInArticle, 'speaker' | 'role' | 'organization'>): string | null {
  const capacity = [organization, role].filter((part) => part !== null).join('');
  const whole = [capacity, speaker].filter((part) => part !== null && part !== '').join(' ');
  return whole === '' ? null : whole;
}

/** A decimal number with its digits grouped; none is lost. */
export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The normalized value of a figure with its unit; null where it has none. */
export function describeNormalized({
  normalizedValue,
  normalizedValueMax,
  normalizedUnit,
}: Pick<StatisticInArticle, 'normalizedValue' | 'normalizedValueMax' | 'normalizedUnit'>): string | null {
  if (normalizedValue === null) return null;
  const ends = [normalizedValue, normalizedValueMax].filter((each) => each !== null);
  const value = ends.map(groupDigits).join('–');
  return normalizedUnit === null ? value : `${value} ${normalizedUnit}`;
}
