/** Quotes and figures in words, as they are printed. Pure. */
import type { QuoteInArticle } from '../../client/index.js';

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
