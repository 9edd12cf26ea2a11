import t from 'tap';
import { readNumeral } from '../../src/text/numerals.js';

const numerals: [text: string, value: string, magnitude: string, exponent: number, end: number, why: string][] = [
  ['1234人', '1234', '', 0, 4, 'Arabic digits'],
  ['１２３人', '123', '', 0, 3, 'full-width digits'],
  ['1,234.5元', '1234.5', '', 0, 7, 'thousands separators'],
  ['12,345,678元', '12345678', '', 0, 10, 'several separators'],
  ['20，300人', '20', '', 0, 2, 'a full-width comma between half-width digits ends the clause'],
  ['2015,300人', '2015', '', 0, 4, 'four digits before a comma are no group'],
  ['１，２３４元', '1234', '', 0, 5, 'full-width separator between full-width digits'],
  ['0.50%', '0.50', '', 0, 4, 'the zeros of a decimal are kept as printed'],
  ['007人', '7', '', 0, 3, 'leading zeros are not'],
  ['2014.6.30', '2014', '', 0, 4, 'a date is no decimal'],
  ['25亿元', '25', '亿', 8, 3, 'magnitude'],
  ['2.3万亿元', '2.3', '万亿', 12, 5, 'double magnitude'],
  ['8千克', '8', '', 0, 1, 'the 千 of a unit is no magnitude'],
  ['37.5亿千瓦', '37.5', '亿', 8, 5, 'nor is it behind one'],
  ['3亿5000万元', '350000000', '', 0, 7, 'a number in parts'],
  ['12万5千元', '125000', '', 0, 5, 'a number in parts with 千'],
  ['3.5兆元', '3.5', '兆', 12, 4, 'a million millions of money'],
  ['2兆8500亿元', '2850000000000', '', 0, 7, 'in parts with 兆'],
  ['100兆宽带', '100', '', 0, 3, '兆 that counts no money is a measure'],
  ['七人', '7', '', 0, 1, 'one character'],
  ['十人', '10', '', 0, 1, 'ten'],
  ['二十五亿', '25', '亿', 8, 4, 'words with a magnitude'],
  ['两千零一十', '2010', '', 0, 5, 'zero between'],
  ['两千零五', '2005', '', 0, 4, 'zero before ones'],
  ['两千五', '2500', '', 0, 3, 'spoken short form'],
  ['一百二', '120', '', 0, 3, 'spoken short form of hundreds'],
  ['三万二千', '32000', '', 0, 4, 'words beyond the magnitude'],
  ['一亿二千万', '120000000', '', 0, 5, 'two magnitudes'],
  ['三千五百万', '3500', '万', 4, 5, 'words before a magnitude'],
  ['六千万亿', '6000', '万亿', 12, 4, 'words before a double magnitude'],
  ['廿五', '25', '', 0, 2, 'twenty in one character'],
  ['卅', '30', '', 0, 1, 'thirty in one character'],
  ['二〇一四', '2014', '', 0, 4, 'digit by digit'],
  ['三点五', '3.5', '', 0, 3, 'decimal in words'],
  ['零点七五亿', '0.75', '亿', 8, 5, 'decimal in words with a magnitude'],
  ['三点二十', '3', '', 0, 1, 'a time of day is no decimal'],
  ['五萬', '5', '萬', 4, 2, 'traditional magnitude'],
  ['兩億', '2', '億', 8, 2, 'traditional digit'],
];

t.test('numerals are read as printed, exactly', async (t) => {
  for (const [text, value, magnitude, exponent, end, why] of numerals) {
    const numeral = readNumeral(text, 0);
    t.same(
      [numeral?.value, numeral?.magnitude, numeral?.exponent, numeral?.end],
      [value, magnitude, exponent, end],
      `${text}: ${why}`,
    );
  }
});

const vague: [text: string, value: string, valueMax: string | null, vague: string, end: number, why: string][] = [
  ['5600多名', '5600', null, '多', 5, '多 behind digits'],
  ['83万余元', '83', null, '多', 4, '余 behind the magnitude'],
  ['100多万', '100', null, '多', 5, '多 before the magnitude'],
  ['三百余人', '300', null, '多', 3, '余 behind words'],
  ['十几亿', '10', null, '几', 3, '几 between ten and the magnitude'],
  ['数十家', '10', null, '数', 2, '数 before ten'],
  ['几百万', '1', null, '几', 3, '几 before a magnitude'],
  ['一百来斤', '100', null, '来', 3, '来 behind a round number'],
  ['20来自', '20', null, '', 2, '来自 is a verb'],
  ['30多少', '30', null, '', 2, '多少 is a question'],
  ['三五', '3', '5', '', 2, 'two digits side by side'],
  ['七八十', '70', '80', '', 3, 'two digits before ten'],
  ['十七八', '17', '18', '', 3, 'two digits behind ten'],
  ['两三千', '2000', '3000', '', 3, 'two digits before a thousand'],
];

t.test('what is vague about a numeral is told apart from its value', async (t) => {
  for (const [text, value, valueMax, words, end, why] of vague) {
    const numeral = readNumeral(text, 0);
    t.same(
      [numeral?.value, numeral?.valueMax, numeral?.vague.join('、'), numeral?.end],
      [value, valueMax, words, end],
      `${text}: ${why}`,
    );
  }
});

t.test('what is no numeral is not read', async (t) => {
  for (const [text, why] of [
    ['人', 'no numeral'],
    ['多人', 'only what follows a number'],
    ['几个', '几 without a multiplier'],
    ['数学', '数 in a word'],
    ['百五千十', 'multipliers out of order'],
    ['9'.repeat(60), 'longer than any number somebody means'],
  ] as const) {
    t.equal(readNumeral(text, 0), null, why);
  }
});
