/** Reads figures off a text: one pass over its characters that stops only where a number may begin. */
import { codeAt, createCodeSet, isIn } from '../../text/code-set.js';
import { isBlank, isDigitCode, isNumeralCode, NUMERAL_CHARS, type Numeral, readNumeral } from '../../text/numerals.js';
import { type FoundUnit, readUnit } from '../../text/units.js';
import { readHalf, readMinus, readMoreBehindUnit, readSmallChange } from './additions.js';
import { connectors, half, readDoubling, readFraction, readRank, readShare } from './expressions.js';
import { type Figure, startFigure } from './figure.js';
import { readQualifierAfter, readQualifiersBefore } from './qualifiers.js';

/** Reads every figure between two offsets, in reading order, also those that are no statistics. */
export function scanFigures(text: string, from: number, to: number): Figure[] {
  const figures: Figure[] = [];
  let at = from;
  while (at < to) {
    const code = codeAt(text, at);
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
  const next = codeAt(text, at + 1);
  if (next === 0 || isNumeralCode(next) || '半成倍番块塊分多几'.includes(text.charAt(at + 1) || '，')) return false;
  if (text.startsWith('多', at + 2)) return false;
  return !'近约超逾达过到足仅之满少'.includes(text.charAt(at - 1) || '，');
}

/** Characters that a figure begins with: numerals, and the first ones of 数十, 几百, 半数, 翻番. */
const openers = createCodeSet(`${NUMERAL_CHARS}数數几幾半翻`);

/** Characters that belong to the number, address or name they touch. */
const glued = createCodeSet(
  '0123456789０１２３４５６７８９ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.．-_/:@',
);

/** Past a number that is part of a name or of no figure: letters and digits glued to it belong to it. */
function skipNumber(text: string, at: number, to: number): number {
  let end = at + 1;
  if (isDigitCode(codeAt(text, at))) {
    while (end < to && isIn(glued, text, end)) end += 1;
    return end;
  }
  // 第二百六十四条: what is left of a number that is none would read as another one.
  if (!isNumeralCode(codeAt(text, at))) return end;
  while (end < to && isNumeralCode(codeAt(text, end)) && !isDigitCode(codeAt(text, end))) end += 1;
  return end;
}

function readFigure(text: string, at: number, from: number, to: number): Figure | null {
  const char = text.charAt(at);
  if (char === '翻') {
    const doubled = readDoubling(text, at);
    return doubled === null ? null : finish(text, doubled, from);
  }
  if (char === '半') return text.startsWith('半数', at) ? finish(text, half(at, at + 2), from) : null;
  if (char === '一' && text[at + 1] === '半' && !/[径天年]/.test(text.charAt(at + 2))) {
    return finish(text, half(at, at + 2), from);
  }
  const share = readShare(text, at);
  if (share !== null) return finish(text, share, from);
  if (isDigitCode(codeAt(text, at)) && isGlued(text, at, from)) return null;
  const numeral = readNumeral(text, at);
  if (numeral === null || numeral.end > to) return null;
  if (text[at - 1] === '第') return readRank(text, numeral, from);
  const fraction = readFraction(text, numeral);
  if (fraction !== null) return finish(text, fraction, from);
  return readNumber(text, numeral, from);
}

const raisedPoints = createCodeSet('·・•');

/** Letters, points and signs before a digit make it part of a model name, an address or a date. */
function isGlued(text: string, at: number, from: number): boolean {
  if (at === from) return false;
  const code = codeAt(text, at - 1);
  // ３・１５: what a raised point joins and no measure follows is a day.
  if (raisedPoints[code] === 1) return isDigitCode(codeAt(text, at - 2));
  if (code > 0x7f && code !== 0xd7 && code !== 0x2116) return false;
  const before = text.charAt(at - 1);
  if (/[A-Za-z_.#№&=×*]/.test(before)) return !/(?:US|HK)$/.test(text.slice(Math.max(from, at - 3), at));
  return /[-/:]/.test(before) && at - 2 >= from && /[A-Za-z0-9]/.test(text.charAt(at - 2));
}

/** Characters behind a number that make it a date, a number of a house, a page or a bus. */
const ordinals = createCodeSet('月日号版楼届路室季号號點时時');

/** Characters behind a number that may make it a figure without a unit. */
const bareEnds = createCodeSet('（(，。；、！？）) 的\u3000提降升增减扩缩左上以及-–—－~～〜至到');

function readNumber(text: string, numeral: Numeral, from: number): Figure | null {
  const parted = isParted(text, numeral, from);
  const unitAt = parted ? numeral.end + 1 : numeral.end;
  const next = codeAt(text, unitAt);
  if (ordinals[next] === 1) return null;
  if (next === YEAR && numeral.value.length > 2 && numeral.magnitude === '') return null;
  const unit = readUnit(text, unitAt);
  const sharesPoints =
    (unit === null || unit.text === '个') && POINTS_BEHIND.test(text.slice(unit?.end ?? numeral.end, unitAt + 14));
  if (unit === null && numeral.magnitude === '' && numeral.vague.length === 0 && !sharesPoints) {
    if (numeral.end < text.length && bareEnds[next] !== 1) return null;
  }
  const end = unit?.end ?? numeral.end;
  const range = numeral.valueMax === null ? readRange(text, numeral, unit, end) : null;
  const last = range ?? { numeral, unit, end };
  if (last.unit?.kind === 'tenths') return readTenths(text, numeral, range, last.end, from);
  const figure = startFigure('number', numeral.start, last.end, numeral.value);
  figure.notation = numeral.form;
  figure.unit = last.unit;
  // 4176亿块: nobody counts so much money in 块.
  if (last.unit?.base === 'CNY' && last.unit.text === '块' && numeral.exponent >= 8)
    figure.unit = { ...last.unit, kind: 'count', base: '块' };
  if (sharesPoints) figure.unit = POINTS;
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

/** 岸线 4.4 公里: whether a blank parts digits in running text from a unit. Behind 图 and at the start of a line they are numbering. */
function isParted(text: string, numeral: Numeral, from: number): boolean {
  if (numeral.form !== 'digits' || !isBlank(codeAt(text, numeral.end))) return false;
  const before = numeral.start - (isBlank(codeAt(text, numeral.start - 1)) ? 2 : 1);
  return before >= from && codeAt(text, before) > 0x7f && !/[图表第附例式]/.test(text.charAt(before));
}

/** 高4.5个和1.3个百分点, 降2.1和1.6个百分点: the unit of both stands behind the last. */
const POINTS_BEHIND = /^(?:、|和|及)[0-9０-９.．]{1,6}个百分点/;
const POINTS = readUnit('个百分点', 0);

const YEAR = 0x5e74;

interface RangeEnd {
  numeral: Numeral;
  unit: FoundUnit | null;
  end: number;
}

/** 3至5天, 5%-7%, 2元到3元每小时: one figure with two ends. */
function readRange(text: string, first: Numeral, unit: FoundUnit | null, end: number): RangeEnd | null {
  if (!isIn(connectors, text, end)) return null;
  let at = end + (text[end] === text[end + 1] ? 2 : 1);
  const frost = text.startsWith('零下', at) && text.startsWith('零下', first.start - 2);
  if (frost) at += 2;
  const second = readNumeral(text, at);
  if (second === null || second.valueMax !== null) return null;
  const secondUnit = readUnit(text, second.end);
  if (unit !== null && (secondUnit === null || !secondUnit.base.startsWith(unit.base))) return null;
  // 下跌150多票至919票: what it fell by, and to what.
  if (first.vague.length > 0 && (unit !== null || first.vague.some((word) => word === '几' || word === '数')))
    return null;
  if (first.form === 'string' || second.form === 'string') return null;
  if (unit !== null && MOVES.test(text.slice(Math.max(0, first.start - 6), first.start)) && isFar(first, second))
    return null;
  const numeral = frost ? { ...second, value: `-${second.value}` } : second;
  return { numeral, unit: secondUnit, end: secondUnit?.end ?? second.end };
}

/** 减少1500人至383万人: what moves by the first number arrives at the second, which is no other end of the same. */
const MOVES =
  /(?:增加?|减少?|上?升|下?跌|下?降|上?涨|[提升]高|降低|回落|回升|下滑|上调|下调)了?(?:约|近|逾|超过?|仅|大约)?$/;

function isFar(first: Numeral, second: Numeral): boolean {
  const ratio = (Number(second.value) * 10 ** second.exponent) / (Number(first.value) * 10 ** first.exponent);
  return ratio < 1 || ratio >= 10;
}

/** 三成, 八成五, 四成到五成. */
function readTenths(text: string, first: Numeral, range: RangeEnd | null, end: number, from: number): Figure | null {
  if (/[为功立员果就本分长绩熟效因品交都人]/.test(text.charAt(end)) || text.startsWith('不变', end)) return null;
  const figure = startFigure('tenths', first.start, end, first.value);
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

/** Adds the qualifiers around a figure. */
function finish(text: string, figure: Figure, from: number): Figure {
  const round = figure.notation === 'bare' || figure.form === 'half' || figure.form === 'tenths';
  const before = readQualifiersBefore(text, figure.start, from, round);
  const after = readQualifierAfter(text, figure.end);
  figure.start = before.start;
  figure.end = after?.end ?? figure.end;
  figure.qualifiers = [...before.words, ...figure.qualifiers, ...(after === null ? [] : [after.word])];
  return figure;
}
