/** A figure: a number with its unit and qualifiers as a text prints it, before anybody asked what it measures. */
import type { FoundUnit } from '../../text/units.js';

/** What kind of expression a figure is; it decides how the figure is normalized and judged. */
export type FigureForm = 'number' | 'fraction' | 'tenths' | 'half' | 'doubling' | 'rank';

/** Offsets are in UTF-16 code units of the text of the article. */
export interface Figure {
  form: FigureForm;
  /** From the first qualifier to the last. */
  start: number;
  end: number;
  /** From the first digit to the end of the unit. */
  coreStart: number;
  coreEnd: number;
  /** As printed, before the magnitude. */
  value: string;
  valueMax: string | null;
  /** Power of ten of the magnitude; that of the upper end where it differs. */
  exponent: number;
  exponentMax: number;
  magnitude: string;
  unit: FoundUnit | null;
  /** In reading order. */
  qualifiers: string[];
  /** How the number is written. */
  notation: 'digits' | 'words' | 'string' | 'bare';
  /** Whether the number itself says that it is not exact: 多, 余, 几, 数. */
  vague: boolean;
}

/** Starts a figure that has a value and nothing else yet. */
export function startFigure(form: FigureForm, start: number, end: number, value: string): Figure {
  return {
    form,
    start,
    end,
    coreStart: start,
    coreEnd: end,
    value,
    valueMax: null,
    exponent: 0,
    exponentMax: 0,
    magnitude: '',
    unit: null,
    qualifiers: [],
    notation: 'words',
    vague: false,
  };
}
