/** Reads figures off a text: one pass over its characters that stops only where a number may begin. */
import { createCodeSet } from '../../text/code-set.js';
import {
  divideDecimals,
  isDigitCode,
  isNumeralCode,
  NUMERAL_CHARS,
  type Numeral,
  readNumeral,
} from '../../text/numerals.js';
import { type FoundUnit, readUnit } from '../../text/units.js';
import type { Figure, FigureForm } from './figure.js';
import { readQualifierAfter, readQualifiersBefore } from './qualifiers.js';

/** Reads every figure between two offsets, in reading order, also those that are no statistics. */
export function scanFigures(text: string, from: number, to: number): Figure[] {
  const figures: Figure[] = [];
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (openers[code] !== 1) {
      at += 1;
      continue;
    }
    if (code === ONE && isIndefinite(text, at)) {
      at += 1;
      continue;
    }
    const figure = readFigure(text, at, from, to);
    if (figure === null) {
      at = skipNumber(text, at, to);
      continue;
    }
    figures.push(figure);
    at = figure.end;
  }
  return figures;
}

const ONE = 0x4e00;

/** 一个企业, 一名村民: a lone 一 is an article, the most frequent numeral of all, unless what is around it says otherwise. */
function isIndefinite(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (isNumeralCode(next) || '半成倍番块塊分多几'.includes(text.charAt(at + 1) || '，')) return false;
  if (text.startsWith('多', at + 2)) return false;
  return !'近约超逾达过到足仅之满少'.includes(text.charAt(at - 1) || '，');
}

/** Characters that a figure begins with: numerals, and the first ones of 数十, 几百, 半数, 翻番. */
const openers = createCodeSet(`${NUMERAL_CHARS}数數几幾半翻`);

/** Characters that belong to the number, address or name they touch. */
const glued = createCodeSet('0123456789０１２３４５６７８９ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_/:@');

/** Past a number that is part of a name or of no figure: letters and digits glued to it belong to it. */
function skipNumber(text: string, at: number, to: number): number {
  let end = at + 1;
  if (isDigitCode(text.charCodeAt(at))) {
    while (end < to && glued[text.charCodeAt(end)] === 1) end += 1;
    return end;
  }
  return end;
}

function readFigure(text: string, at: number, from: number, to: number): Figure | null {
  const char = text.charAt(at);
  if (char === '翻') return readDoubling(text, at);
  if (char === '半') return text.startsWith('半数', at) ? finish(text, half(at, at + 2), from) : null;
  if (char === '一' && text[at + 1] === '半' && !/[径天年]/.test(text.charAt(at + 2))) {
    return finish(text, half(at, at + 2), from);
  }
  const share = readShare(text, at);
  if (share !== null) return finish(text, share, from);
  if (isDigitCode(text.charCodeAt(at)) && isGlued(text, at, from)) return null;
  const numeral = readNumeral(text, at);
  if (numeral === null || numeral.end > to) return null;
  if (text[at - 1] === '第') return readRank(text, numeral, from);
  const fraction = readFraction(text, numeral);
  if (fraction !== null) return finish(text, fraction, from);
  return readNumber(text, numeral, from);
}

/** Letters, points and signs before a digit make it part of a model name, an address or a date. */
function isGlued(text: string, at: number, from: number): boolean {
  if (at === from) return false;
  const code = text.charCodeAt(at - 1);
  if (code > 0x7f && code !== 0xd7 && code !== 0x2116) return false;
  const before = text.charAt(at - 1);
  if (/[A-Za-z_.#№&=×*]/.test(before)) return !/(?:US|HK)$/.test(text.slice(Math.max(from, at - 3), at));
  return /[-/:]/.test(before) && at - 2 >= from && /[A-Za-z0-9]/.test(text.charAt(at - 2));
}

/** Characters behind a number that make it a date, a number of a house, a page or a bus. */
const ordinals = createCodeSet('月日号版楼届路室季号號點时時');

/** Characters behind a number that may make it a figure without a unit. */
const bareEnds = createCodeSet('，。；、！？）) 的\u3000提降升增减扩缩左上以及-–—－~～〜至到');

function readNumber(text: string, numeral: Numeral, from: number): Figure | null {
  const next = text.charCodeAt(numeral.end);
  if (ordinals[next] === 1) return null;
  if (next === YEAR && numeral.value.length > 2 && numeral.magnitude === '') return null;
  const unit = readUnit(text, numeral.end);
  if (unit === null && numeral.magnitude === '' && numeral.vague.length === 0) {
    if (numeral.end < text.length && bareEnds[next] !== 1) return null;
  }
  const end = unit?.end ?? numeral.end;
  const range = numeral.valueMax === null ? readRange(text, numeral, unit, end) : null;
  const last = range ?? { numeral, unit, end };
  if (last.unit?.kind === 'tenths') return readTenths(text, numeral, range, last.end, from);
  const figure = base('number', numeral.start, last.end, numeral.value);
  figure.notation = numeral.form;
  figure.unit = last.unit;
  if (unit?.text === '个' && POINTS_BEHIND.test(text.slice(end, end + 14))) figure.unit = POINTS;
  figure.magnitude = numeral.magnitude === '' && unit === null ? last.numeral.magnitude : numeral.magnitude;
  figure.exponent = numeral.exponent;
  figure.exponentMax = last.numeral.exponent;
  figure.valueMax = range === null ? numeral.valueMax : last.numeral.value;
  // 6-8亿元: the magnitude of the upper end holds for both, unless the lower end has a unit of its own.
  if (range !== null && unit === null && numeral.exponent === 0) figure.exponent = last.numeral.exponent;
  figure.qualifiers = range === null ? numeral.vague : [...new Set([...numeral.vague, ...last.numeral.vague])];
  figure.vague = figure.qualifiers.length > 0;
  if (last.unit?.base === 'CNY' && /^[块塊]$/.test(last.unit.text)) readSmallChange(text, figure);
  readMinus(text, figure, from);
  readHalf(text, figure);
  readMoreBehindUnit(text, figure);
  return finish(text, figure, from);
}

/** 高4.5个和1.3个百分点: the unit of both stands behind the last. */
const POINTS_BEHIND = /^(?:、|和|及)[0-9０-９.．]{1,6}个百分点/;
const POINTS = readUnit('个百分点', 0);

const YEAR = 0x5e74;

const connectors = createCodeSet('-–—－~～〜至到');

interface RangeEnd {
  numeral: Numeral;
  unit: FoundUnit | null;
  end: number;
}

/** 3至5天, 5%-7%, 2元到3元每小时: one figure with two ends. */
function readRange(text: string, first: Numeral, unit: FoundUnit | null, end: number): RangeEnd | null {
  if (connectors[text.charCodeAt(end)] !== 1) return null;
  const at = end + (text[end] === text[end + 1] ? 2 : 1);
  const second = readNumeral(text, at);
  if (second === null || second.valueMax !== null) return null;
  const secondUnit = readUnit(text, second.end);
  if (unit !== null && (secondUnit === null || !secondUnit.base.startsWith(unit.base))) return null;
  if (first.vague.some((word) => word === '几' || word === '数')) return null;
  if (first.form === 'string' || second.form === 'string') return null;
  return { numeral: second, unit: secondUnit, end: secondUnit?.end ?? second.end };
}

/** 三成, 八成五, 四成到五成. */
function readTenths(text: string, first: Numeral, range: RangeEnd | null, end: number, from: number): Figure | null {
  if (/[为功立员果就本分长绩熟效因品交都人]/.test(text.charAt(end)) || text.startsWith('不变', end)) return null;
  const figure = base('tenths', first.start, end, first.value);
  figure.valueMax = range === null ? first.valueMax : range.numeral.value;
  figure.unit = readUnit(text, end - 1);
  figure.notation = first.form;
  const half = figure.valueMax === null ? text.charAt(end) : '';
  const digit = '一二三四五六七八九'.indexOf(half) + 1;
  if (half !== '' && digit > 0) {
    figure.value += `.${digit}`;
    figure.coreEnd = end + 1;
    figure.end = end + 1;
  }
  readMoreBehindUnit(text, figure);
  return finish(text, figure, from);
}

/** Shares of a hundred, a thousand and ten thousand, by their first character. */
const SHARES: Record<string, string> = { 百: '%', 千: '‰', 万: '‱', 萬: '‱' };

/** 百分之七, 千分之五. */
function readShare(text: string, at: number): Figure | null {
  const sign = text.startsWith('分之', at + 1) ? SHARES[text.charAt(at)] : undefined;
  if (sign === undefined) return null;
  const numeral = readNumeral(text, at + 3);
  if (numeral === null) return null;
  const figure = base('number', at, numeral.end, numeral.value);
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
  if (connectors[text.charCodeAt(end)] !== 1) return null;
  return readNumeral(text, text.startsWith('百分之', end + 1) ? end + 4 : end + 1);
}

/** 三分之一, 1/3: the value is rounded, since no decimal number is a third. */
function readFraction(text: string, first: Numeral): Figure | null {
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
  const figure = base('fraction', first.start, second.end, value);
  figure.notation = words ? 'words' : 'digits';
  return figure;
}

function half(start: number, end: number): Figure {
  return base('half', start, end, '0.5');
}

/** 翻番, 翻一番, 翻了两番: how often a quantity doubled. */
function readDoubling(text: string, at: number): Figure | null {
  let next = at + 1;
  if (text[next] === '了' || text[next] === '过') next += 1;
  if (text[next] === '番') return doubling(text, at, next + 1, '1');
  const numeral = readNumeral(text, next);
  if (numeral === null || text[numeral.end] !== '番' || numeral.form === 'string') return null;
  return doubling(text, at, numeral.end + 1, numeral.value);
}

function doubling(text: string, start: number, end: number, value: string): Figure {
  const figure = base('doubling', start, end, value);
  figure.unit = readUnit(text, end - 1);
  figure.notation = 'words';
  return figure;
}

/** 一块二, 八块五: what follows 块 are tenths. */
function readSmallChange(text: string, figure: Figure): void {
  const next = text.charAt(figure.coreEnd);
  const digit = '一二三四五六七八九'.indexOf(next) + 1 || (/[1-9]/.test(next) ? Number(next) : 0);
  if (digit === 0 || figure.value.includes('.') || figure.valueMax !== null) return;
  figure.value += `.${digit}`;
  figure.coreEnd += 1;
  figure.end += 1;
}

/** -3.5%, 零下12℃. A dash behind other words joins them to the number. */
function readMinus(text: string, figure: Figure, from: number): void {
  const frost = text.startsWith('零下', figure.coreStart - 2);
  const at = figure.coreStart - (frost ? 2 : 1);
  if (at < from || (!frost && !/[-－−]/.test(text.charAt(at)))) return;
  if (!frost && at > from && !/[为达是至到：:（( ，,、]/.test(text.charAt(at - 1))) return;
  figure.value = `-${figure.value}`;
  figure.coreStart = at;
  figure.start = at;
}

/** 三个半小时, 两年半: half a unit more. */
function readHalf(text: string, figure: Figure): void {
  const { unit } = figure;
  if (unit === null || text[figure.coreEnd] !== '半' || figure.vague || /[.]/.test(figure.value)) return;
  const inside = unit.text === '个' ? readUnit(`个${text.slice(figure.coreEnd + 1, figure.coreEnd + 4)}`, 0) : null;
  if (unit.kind !== 'duration' && inside?.kind !== 'duration') return;
  if (inside !== null) figure.unit = inside;
  figure.value += '.5';
  figure.coreEnd += inside === null ? 1 : inside.text.length;
  figure.end = figure.coreEnd;
}

/** 两年多, 3公里多, 8个多月: what makes a number vague may stand behind or inside its unit. */
function readMoreBehindUnit(text: string, figure: Figure): void {
  if (figure.vague || figure.unit === null) return;
  const next = text.charAt(figure.coreEnd);
  if (next !== '多' && next !== '余' && next !== '餘') return;
  const inside = figure.unit.text === '个' ? readUnit(text, figure.coreEnd + 1) : null;
  const split =
    inside !== null && /^(?:月|小时|星期|百分点|工作日|世纪|学期)$/.test(text.slice(figure.coreEnd + 1, inside.end));
  const month = figure.unit.text === '个' && text[figure.coreEnd + 1] === '月';
  if (figure.unit.text === '个' && !split && !month) return;
  if (next === '多' && /[少数样方]/.test(text.charAt(figure.coreEnd + 1))) return;
  figure.qualifiers.push('多');
  figure.vague = true;
  let end = figure.coreEnd + 1;
  if (month || split) {
    const whole = readUnit(`个${text.slice(end, end + 3)}`, 0);
    if (whole !== null) {
      figure.unit = whole;
      end += whole.text.length - 1;
    }
  }
  figure.coreEnd = end;
  figure.end = end;
}

function base(form: FigureForm, start: number, end: number, value: string): Figure {
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

const RANKED = /(?:居|列|排|排名|排在|位次|升至|升到|跃至|名次)[^，。；、“”\s]{0,8}$/;

/** 居全省第三位: a place in an order, where the words say that things are ranked. Other ordinals are no figures. */
function readRank(text: string, numeral: Numeral, from: number): Figure | null {
  const start = numeral.start - 1;
  if (numeral.magnitude !== '' || numeral.valueMax !== null || numeral.value.includes('.')) return null;
  if (!RANKED.test(text.slice(Math.max(from, start - 12), start))) return null;
  const unit = /[位名]/.test(text.charAt(numeral.end)) ? readUnit(text, numeral.end) : null;
  if (unit === null && !/^[，。；、！）)\s]?$/.test(text.charAt(numeral.end))) return null;
  const figure = base('rank', start, unit?.end ?? numeral.end, numeral.value);
  figure.unit = unit;
  return figure;
}

/** Adds the qualifiers around a figure. */
function finish(text: string, figure: Figure, from: number): Figure {
  const round = figure.notation === 'bare' || figure.form === 'half';
  const before = readQualifiersBefore(text, figure.start, from, round);
  const after = readQualifierAfter(text, figure.end);
  figure.start = before.start;
  figure.end = after?.end ?? figure.end;
  figure.qualifiers = [...before.words, ...figure.qualifiers, ...(after === null ? [] : [after.word])];
  return figure;
}
