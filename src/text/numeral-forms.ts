/** Numbers in their other form: 3.2万亿 for 三点二万亿, 二〇一四年 for 2014年. For queries; it reads no figures for the archive. */
import { normalizeText } from './normalize.js';
import { isDigitCode, readNumeral } from './numerals.js';

/** An Arabic number that is no part of a name such as C919, 5G or 2.0.1. */
const ARABIC = /(?<![a-z\d.,-])(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,6}))?([%‰])?(?![a-z\d]|[.,-]\d)/gu;
const DATED = /^[年月日号]/;
const DIGITS = [...'〇一二三四五六七八九'];
const PLACES = ['', '十', '百', '千'];
const MYRIADS = ['', '万', '亿'];
const shares: Record<string, string> = { '%': '百分之', '‰': '千分之' };
const signs: Record<string, string> = { 百分之: '%', 千分之: '‰' };

/** The text with its numbers in Chinese, and with its numbers in Arabic digits, as far as these are others; in normal form. */
export function listNumeralForms(text: string): string[] {
  const normal = normalizeText(text);
  const chinese = writeChinese(normal);
  // Both signs for nothing are in use.
  const forms = [chinese, chinese.replaceAll('〇', '零'), writeArabic(normal)];
  return [...new Set(forms)].filter((form) => form !== normal);
}

function writeChinese(text: string): string {
  return text.replace(
    ARABIC,
    (match, whole: string, decimals: string | undefined, sign: string | undefined, at: number) => {
      const digits = whole.replaceAll(',', '');
      if (digits.length > 1 && digits.startsWith('0')) return match;
      const isYear = digits.length === 4 && decimals === undefined && text[at + match.length] === '年';
      const read = isYear ? spell(digits) : count(digits);
      return `${sign === undefined ? '' : shares[sign]}${read}${decimals === undefined ? '' : `点${spell(decimals)}`}`;
    },
  );
}

const spell = (digits: string) => [...digits].map((digit) => DIGITS[Number(digit)]).join('');

/** 12345 as 一万二千三百四十五. */
function count(digits: string): string {
  let written = '';
  for (let group = Math.ceil(digits.length / 4) - 1; group >= 0; group -= 1) {
    const four = digits.slice(Math.max(0, digits.length - 4 * group - 4), digits.length - 4 * group);
    if (Number(four) === 0) continue;
    const padded = written !== '' && four.startsWith('0') ? '零' : '';
    written += `${padded}${countFour(four.replace(/^0+/, ''))}${MYRIADS[group]}`;
  }
  return written === '' ? '零' : written.replace(/^一十/, '十');
}

function countFour(digits: string): string {
  let written = '';
  for (const [at, digit] of [...digits].entries()) {
    if (digit !== '0') written += `${DIGITS[Number(digit)]}${PLACES[digits.length - 1 - at]}`;
    else if (!written.endsWith('零')) written += '零';
  }
  return written.replace(/零$/, '');
}

function writeArabic(text: string): string {
  let written = '';
  for (let at = 0; at < text.length; ) {
    const share = /^(?:百分之|千分之)/.exec(text.slice(at, at + 3))?.[0] ?? '';
    const numeral = readNumeral(text, at + share.length);
    const isChinese = numeral && numeral.form !== 'bare' && !isDigitCode(text.charCodeAt(numeral.start));
    if (!isChinese || numeral.vague.length > 0 || numeral.valueMax !== null) {
      const end = Math.max(numeral?.end ?? 0, at + 1);
      written += text.slice(at, end);
      at = end;
      continue;
    }
    // A single character is more often part of a word: 一般, 三农.
    const single = numeral.end - numeral.start === 1 && share === '' && !DATED.test(text.slice(numeral.end));
    written += single ? text.slice(at, numeral.end) : `${numeral.value}${numeral.magnitude}${signs[share] ?? ''}`;
    at = numeral.end;
  }
  return written;
}
