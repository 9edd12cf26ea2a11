/** Values in base units: magnitudes multiplied in, shares in percent, exact to the last digit. */
import { shiftDecimal } from '../../text/decimals.js';
import type { Figure } from './figure.js';

/** What a figure comes to in its base unit; unit null when it has none. */
export interface Normalized {
  value: string;
  valueMax: string | null;
  unit: string | null;
}

/** Works a figure out in its base unit: 25亿元 is 2500000000 CNY, 三成 is 30 %, 翻一番 is 2 倍. */
export function normalizeFigure(figure: Figure): Normalized {
  const { value, valueMax, unit } = figure;
  switch (figure.form) {
    case 'fraction':
    case 'half':
      return {
        value: shiftDecimal(value, 2)
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, ''),
        valueMax: null,
        unit: '%',
      };
    case 'tenths':
      return {
        value: shiftDecimal(value, 1),
        valueMax: valueMax === null ? null : shiftDecimal(valueMax, 1),
        unit: '%',
      };
    case 'doubling':
      return { value: String(2n ** BigInt(Math.min(Number(value), 20))), valueMax: null, unit: '倍' };
    default: {
      const shift = unit?.exponent ?? 0;
      return {
        value: shiftDecimal(value, figure.exponent + shift),
        valueMax: valueMax === null ? null : shiftDecimal(valueMax, figure.exponentMax + shift),
        unit: unit?.base ?? null,
      };
    }
  }
}
