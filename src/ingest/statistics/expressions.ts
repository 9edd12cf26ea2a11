/** Figures in words of their own: 百分之七, 三分之一, 一半, 翻一番, 第三位. */
import { createCodeSet, isIn } from '../../text/code-set.js';
import { divideDecimals } from '../../text/decimals.js';
import { type Numeral, readNumeral } from '../../text/numerals.js';
import { readUnit } from '../../text/units.js';
import { type Figure, startFigure } from './figure.js';

/** Characters that join the ends of a range. */
export const connectors = createCodeSet('-–—―－~～〜至到');

/** Shares of a hundred, a thousand and ten thousand, by their first character. */
const SHARES: Record<string, string> = { 百: '%', 千: '‰', 万: '‱', 萬: '‱' };

/** 百分之七, 千分之五. */
export function readShare(text: string, at: number): Figure | null {
  const sign = text.startsWith('分之', at + 1) ? SHARES[text.charAt(at)] : undefined;
  if (sign === undefined) return null;
  const numeral = readNumeral(text, at + 3);
  if (numeral === null) return null;
  const figure = startFigure('number', at, numeral.end, numeral.value);
  figure.valueMax = numeral.valueMax;
  const range = readSecondShare(text, numeral.end);
  if (range !== null) {
    figure.valueMax = range.value;
    figure.coreEnd = range.end;
    figure.end = range.end;
  }
  figure.unit = { end: figure.coreEnd, text: sign, kind: 'percent', base: sign, exponent: 0 };
  figure.notation = 'words';
  figure.qualifiers = numeral.vague;
  figure.vague = numeral.vague.length > 0;
  return figure;
}

function readSecondShare(text: string, end: number): Numeral | null {
  if (!isIn(connectors, text, end)) return null;
  return readNumeral(text, text.startsWith('百分之', end + 1) ? end + 4 : end + 1);
}

/** 三分之一, 1/3: the value is rounded, since no decimal number is a third. */
export function readFraction(text: string, first: Numeral): Figure | null {
  const words = text.startsWith('分之', first.end);
  const at = first.end + (words ? 2 : 1);
  if (!words && !(text[first.end] === '/' && first.form === 'digits')) return null;
  if (first.magnitude !== '' || first.valueMax !== null || first.form === 'bare') return null;
  const second = readNumeral(text, at);
  if (second === null || second.magnitude !== '' || second.valueMax !== null) return null;
  const [part, whole] = words ? [second, first] : [first, second];
  if (/\D/.test(part.value) || /\D/.test(whole.value) || part.value.length >= whole.value.length + 2) return null;
  if (
    !words &&
    (!/[^0-9/A-Za-z]/.test(text.charAt(second.end)) ||
      whole.value.length > 2 ||
      Number(part.value) >= Number(whole.value))
  )
    return null;
  const value = divideDecimals(part.value, whole.value, 4);
  if (value === null) return null;
  const figure = startFigure('fraction', first.start, second.end, value);
  figure.notation = words ? 'words' : 'digits';
  return figure;
}

/** 一半, 半数. */
export function half(start: number, end: number): Figure {
  return startFigure('half', start, end, '0.5');
}

/** 翻番, 翻一番, 翻了两番: how often a quantity doubled. */
export function readDoubling(text: string, at: number): Figure | null {
  let next = at + 1;
  if (text[next] === '了' || text[next] === '过') next += 1;
  if (text[next] === '番') return doubling(text, at, next + 1, '1');
  const numeral = readNumeral(text, next);
  if (numeral === null || text[numeral.end] !== '番' || numeral.form === 'string') return null;
  return doubling(text, at, numeral.end + 1, numeral.value);
}

function doubling(text: string, start: number, end: number, value: string): Figure {
  const figure = startFigure('doubling', start, end, value);
  figure.unit = readUnit(text, end - 1);
  figure.notation = 'words';
  return figure;
}

const RANKED = /(?:居|列|排|排名|排在|位次|升至|升到|跃至|名次)[^，。；、“”\s]{0,8}$/;

/** 居全省第三位: a place in an order, where the words say that things are ranked. Other ordinals are no figures. */
export function readRank(text: string, numeral: Numeral, from: number): Figure | null {
  const start = numeral.start - 1;
  if (numeral.magnitude !== '' || numeral.valueMax !== null || numeral.value.includes('.')) return null;
  if (!RANKED.test(text.slice(Math.max(from, start - 12), start))) return null;
  const unit = /[位名]/.test(text.charAt(numeral.end)) ? readUnit(text, numeral.end) : null;
  if (unit === null && !/^[，。；、！）)\s]?$/.test(text.charAt(numeral.end))) return null;
  const figure = startFigure('rank', start, unit?.end ?? numeral.end, numeral.value);
  figure.unit = unit;
  return figure;
}
