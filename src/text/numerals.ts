/** Numerals as Chinese texts print them, read as exact decimal strings. It knows no units, and not what a number means. */

import { codeAt, createCodeSet, isIn } from './code-set.js';
import { addDecimals, shiftDecimal } from './decimals.js';
import { DIGIT_WORDS, evaluateWords, MULTIPLIERS, MYRIADS, type NumberValue } from './number-words.js';

/** A numeral in a text. `start` and `end` are offsets in UTF-16 code units. */
export interface Numeral extends NumberValue {
  start: number;
  end: number;
  /** What makes the number vague, in reading order: 几 and 数 before or behind it, 多, 余, 来 behind it. */
  vague: string[];
}

enum Kind {
  Other = 0,
  Digit = 1,
  Word = 2,
  Multiplier = 3,
  Myriad = 4,
}

/** Kinds of characters by code unit, so that a text is scanned without a lookup by string. */
const kinds = new Uint8Array(0x10000);
/** Worth of a digit or power of a multiplier, by code unit. */
const worths = new Uint8Array(0x10000);
for (let digit = 0; digit <= 9; digit += 1) {
  for (const zero of [0x30, 0xff10]) {
    kinds[zero + digit] = Kind.Digit;
    worths[zero + digit] = digit;
  }
}
for (const [table, kind] of [
  [DIGIT_WORDS, Kind.Word],
  [MULTIPLIERS, Kind.Multiplier],
  [MYRIADS, Kind.Myriad],
] as const) {
  for (const [char, worth] of Object.entries(table)) {
    kinds[char.charCodeAt(0)] = kind;
    worths[char.charCodeAt(0)] = worth;
  }
}

/** The longest numeral that is read; what is longer is no number anybody means. */
const LONGEST = 40;

/** Whether a numeral may begin or go on with this code unit. */
export function isNumeralCode(code: number): boolean {
  return kinds[code] !== Kind.Other;
}

/** Characters that numerals begin or go on with. */
export const NUMERAL_CHARS = `0123456789０１２３４５６７８９${Object.keys({ ...DIGIT_WORDS, ...MULTIPLIERS, ...MYRIADS }).join('')}`;

/** Whether a code unit is the blank that some typesetters put between digits and Chinese characters. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0;
}

/** Whether a code unit is an Arabic digit, half- or full-width. */
export function isDigitCode(code: number): boolean {
  return kinds[code] === Kind.Digit;
}

/**
 * Reads the numeral that starts at `at`, with its magnitude and what makes it vague (100多万, 三百余, 十几亿). Null when
 * there is none. Looks at no more than 40 characters of one number.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const kind = kinds[codeAt(text, at)];
  if (kind === Kind.Other) return readVague(text, at);
  const numeral = kind === Kind.Digit ? readDigits(text, at) : readWords(text, at);
  return numeral === null ? null : addVagueness(text, numeral);
}

/** 数十, 几百万, 好几千: the vague word stands for one of the multiplier behind it. */
function readVague(text: string, at: number): Numeral | null {
  const word = text[at];
  if (word !== '数' && word !== '數' && word !== '几' && word !== '幾') return null;
  const next = kinds[codeAt(text, at + 1)];
  if (next !== Kind.Multiplier && next !== Kind.Myriad) return null;
  const numeral = readWords(text, at + 1);
  if (numeral === null) return null;
  const vague = word === '數' ? '数' : word === '幾' ? '几' : word;
  return addVagueness(text, { ...numeral, start: at, vague: [vague], form: 'words' });
}

function readDigits(text: string, at: number, joins = true): Numeral | null {
  // A full-width comma separates thousands only of full-width digits; else it is the comma of the sentence.
  const separator = codeAt(text, at) < 0x80 ? 0x2c : 0xff0c;
  const limit = at + LONGEST;
  let end = skipDigits(text, at, limit);
  let grouped = false;
  while (codeAt(text, end) === separator && (grouped || end - at <= 3) && isGroup(text, end + 1) && end < limit) {
    grouped = true;
    end += 4;
  }
  if (end >= limit) return null;
  const whole = end;
  const point = codeAt(text, end);
  const raised = separator !== 0x2c && raisedPoints[point] === 1;
  if (point === 0x2e || point === 0xff0e || raised) {
    const next = skipDigits(text, end + 1, limit);
    const after = codeAt(text, next);
    // 2014.6.30 and 192.168.1.1 are no decimals.
    const dotted = (after === 0x2e || after === 0xff0e) && kinds[codeAt(text, next + 1)] === Kind.Digit;
    // ３・１５ names a day: a raised point stands in a decimal only where a measure follows.
    if (next > end + 1 && !dotted && (!raised || measures[after] === 1)) end = next;
  }
  const printed = text.slice(at, end);
  const value = grouped || separator !== 0x2c || point === 0xff0e ? toPlainDigits(printed) : printed;
  const numeral: Numeral = {
    start: at,
    end,
    value: value.startsWith('0') ? value.replace(/^0+(?=\d)/, '') : value,
    valueMax: null,
    magnitude: '',
    exponent: 0,
    vague: [],
    // 007 and 05 are written out like a name.
    form: worths[codeAt(text, at)] === 0 && whole - at > 1 ? 'string' : 'digits',
  };
  readMagnitude(text, numeral);
  return joins ? joinMixed(text, numeral) : numeral;
}

/** Points of old full-width typesetting, ９０３７・７６元, and characters that measures begin with. */
const raisedPoints = createCodeSet('·・•');
const measures = createCodeSet('万亿千百％%‰元倍美个公吨亩平立斤成度人户');

function skipDigits(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && kinds[codeAt(text, end)] === Kind.Digit) end += 1;
  return end;
}

/** １，２３４．５ and 1,234.5 as 1234.5. */
function toPlainDigits(printed: string): string {
  return printed
    .replace(/[,，]/g, '')
    .replace(/[·・•]/g, '.')
    .replace(/[０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Exactly three digits: what a thousands separator stands before. */
function isGroup(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i += 1) if (kinds[codeAt(text, i)] !== Kind.Digit) return false;
  return kinds[codeAt(text, at + 3)] !== Kind.Digit;
}

/** 百, 千, 万, 亿 behind Arabic digits, with one 多, 余 or 几 between or before them: 3千多万. */
function readMagnitude(text: string, numeral: Numeral): void {
  let end = numeral.end;
  let last = 0;
  const vague: string[] = [];
  for (;;) {
    let at = end;
    // 139 万吨: typesetters part digits from what follows.
    if (last === 0 && isBlank(codeAt(text, at)) && kinds[codeAt(text, at + 1)] === Kind.Myriad) at += 1;
    const more = vague.length === 0 ? readMore(text, at) : null;
    if (more !== null) at += 1;
    const code = codeAt(text, at);
    const trillion = code === TRILLION && countsMoney(text, at + 1);
    if (!trillion && kinds[code] !== Kind.Multiplier && kinds[code] !== Kind.Myriad) break;
    const power = trillion ? 12 : (worths[code] ?? 0);
    if (power < 2 || (last > 0 && power <= last) || isPrefix(text, at)) break;
    if (more !== null) vague.push(more);
    numeral.magnitude += text[at];
    numeral.exponent += power;
    last = power;
    end = at + 1;
  }
  numeral.vague.push(...vague);
  numeral.end = end;
}

const TRILLION = '兆'.charCodeAt(0);
const MONEY = /(?:[0-9０-９.,，]{1,6}[亿億]|(?:人民|新?[台臺]|港)[币幣]|[美日韩韓港歐欧]?[元圆圓])/y;

/** 3.5兆元, 8兆8800亿: what is counted in 兆 is money; else 兆 is a measure of its own, as in 100兆宽带. */
function countsMoney(text: string, at: number): boolean {
  MONEY.lastIndex = at;
  return MONEY.test(text);
}

/** 千 of 千瓦 and 千克 belongs to the unit, not to the number. */
function isPrefix(text: string, at: number): boolean {
  return (
    (text[at] === '千' && '瓦克米帕伏赫卡焦'.includes(text[at + 1] ?? '，')) ||
    (text[at] === '百' && text[at + 1] === '帕')
  );
}

/** 3亿5000万, 12万5千: a number in parts is one number, without a magnitude. */
function joinMixed(text: string, first: Numeral): Numeral {
  if (first.exponent < 3 || first.vague.length > 0 || kinds[codeAt(text, first.end)] !== Kind.Digit) return first;
  const rest = readDigits(text, first.end, false);
  if (rest === null || rest.exponent === 0 || rest.exponent >= first.exponent) return first;
  return {
    ...rest,
    start: first.start,
    value: addDecimals(shiftDecimal(first.value, first.exponent), shiftDecimal(rest.value, rest.exponent)),
    magnitude: '',
    exponent: 0,
  };
}

function readWords(text: string, at: number): Numeral | null {
  let end = at;
  while (kinds[codeAt(text, end)] !== Kind.Other && kinds[codeAt(text, end)] !== Kind.Digit && end - at < LONGEST) {
    end += 1;
  }
  if (end - at >= LONGEST) return null;
  const point = text[end] === '点' || text[end] === '點';
  if (end - at === 1 && !point && kinds[codeAt(text, at)] === Kind.Word) {
    const value = String(worths[codeAt(text, at)]);
    return { start: at, end, value, valueMax: null, magnitude: '', exponent: 0, vague: [], form: 'words' };
  }
  if (end - at > 1 && isPrefix(text, end - 1)) end -= 1;
  const words = text.slice(at, end);
  const read = evaluateWords(words);
  if (read === null) return null;
  const numeral: Numeral = {
    start: at,
    end,
    value: read.value,
    valueMax: read.valueMax,
    magnitude: read.magnitude,
    exponent: read.exponent,
    vague: [],
    form: read.form,
  };
  if (read.form === 'words' && read.valueMax === null) readPoint(text, numeral);
  return numeral;
}

/** 三点五, 零点七五亿: a decimal in words. A time of day (三点二十) has no lone digits behind the point. */
function readPoint(text: string, numeral: Numeral): void {
  if (numeral.magnitude !== '' || (text[numeral.end] !== '点' && text[numeral.end] !== '點')) return;
  let end = numeral.end + 1;
  let fraction = '';
  while (kinds[codeAt(text, end)] === Kind.Word && fraction.length < 8) {
    fraction += worths[codeAt(text, end)];
    end += 1;
  }
  if (fraction === '' || kinds[codeAt(text, end)] === Kind.Multiplier) return;
  numeral.value += `.${fraction}`;
  numeral.end = end;
  readMagnitude(text, numeral);
}

/** 多, 余, 几 and 来 behind the digits: 5600多名, 十几亿, 一百来斤. */
function addVagueness(text: string, numeral: Numeral): Numeral {
  const more = readMore(text, numeral.end);
  if (more === null || numeral.form === 'string') return numeral;
  if (numeral.vague.includes(more)) return numeral;
  numeral.vague.push(more);
  numeral.end += 1;
  if (numeral.magnitude === '') {
    // 二十多万: the magnitude stands behind what makes the number vague.
    const before = numeral.vague;
    numeral.vague = [];
    readMagnitude(text, numeral);
    numeral.vague = before;
  }
  return numeral;
}

const MORE: Record<string, string> = { 多: '多', 余: '多', 餘: '多', 几: '几', 幾: '几', 来: '来', 來: '来' };

const mores = createCodeSet(Object.keys(MORE).join(''));

function readMore(text: string, at: number): string | null {
  if (!isIn(mores, text, at)) return null;
  const char = text.charAt(at);
  const more = MORE[char] ?? null;
  const next = text[at + 1] ?? '';
  if (more === '来' && '自源到往访了'.includes(next)) return null;
  if (char === '多' && '少数數样樣'.includes(next)) return null;
  // 五分之四几乎都是: 几 begins the next word.
  if (more === '几' && next === '乎') return null;
  return more;
}
