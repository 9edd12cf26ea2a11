/** What figures hand on to the next ones of their passage. */
import type { Row } from './parallel.js';

/** What is carried from one figure of a sentence to the next. */
export interface Carried {
  /** The last measure, its unit, and where the sentence begins that it stands in. */
  measure: string | null;
  sentence: number;
  unit: string | null;
  /** What the last measure was said of. */
  subject: string | null;
  /** The measures of the sentence so far, the last ones. */
  recent: string[];
  /** The words before a count that the next one beside it shares: 东岸有5个村1.1万人. */
  opening: string;
  /** Offset where the words end that the last figure counts. */
  spent: number;
  /** What the sentence has counted last that others may be parts of. */
  whole: { measure: string; unit: string; sentence: number } | null;
  /** Whether the last measure was such a part. */
  member: boolean;
  /** What the figures to come of a row measure. */
  row: Row;
}

/** Nothing is carried into the first figure of a passage. */
export function startCarrying(): Carried {
  return {
    measure: null,
    sentence: -1,
    unit: null,
    subject: null,
    opening: '',
    spent: 0,
    recent: [],
    whole: null,
    member: false,
    row: [],
  };
}
