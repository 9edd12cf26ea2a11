/** A figure with what stands around it in its sentence. */
import type { Period } from '../../text/periods.js';
import type { Figure } from './figure.js';
import type { StatisticRule } from './screen.js';

/** A figure with the sentence around it. Offsets are in the text of the article. */
export interface Setting {
  text: string;
  figure: Figure;
  rule: StatisticRule;
  /** Where the sentence and the clause begin, and where the clause ends. */
  sentenceStart: number;
  clauseStart: number;
  clauseEnd: number;
  /** The figures beside it, when they stand in the same clause. */
  previous: Figure | null;
  /** The words between the previous figure, or the start of the clause, and this one; without time expressions. */
  before: string;
  next: Figure | null;
  periods: readonly Period[];
  /** All statistics of the line, and which of them this one is. */
  figures: readonly Figure[];
  index: number;
}

/** Further than this no word before a figure belongs to it. */
const LONGEST_BEFORE = 48;

/** The words between two offsets, the last ones of them, without time expressions. */
export function readWords({ text, periods }: Pick<Setting, 'text' | 'periods'>, start: number, to: number): string {
  const from = Math.max(start, to - LONGEST_BEFORE);
  let words = '';
  let at = from;
  for (const period of periods) {
    if (period.end > to) break;
    if (
      period.start < at ||
      /(?:[比较較]|[高低大小多少快慢优好等当]于)$/.test(text.slice(Math.max(from, period.start - 2), period.start))
    )
      continue;
    words += text.slice(at, period.start).replace(/[在自从于]$/, '');
    at = period.end;
  }
  return words + text.slice(at, to);
}
