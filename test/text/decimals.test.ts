import t from 'tap';
import { addDecimals, divideDecimals, shiftDecimal } from '../../src/text/decimals.js';

t.test('decimal strings are computed without losing a digit', async (t) => {
  for (const [value, exponent, expected] of [
    ['25', 8, '2500000000'],
    ['2.3', 12, '2300000000000'],
    ['1.2345', 2, '123.45'],
    ['0.5', 0, '0.5'],
    ['1', -2, '0.01'],
    ['250', -1, '25'],
    ['-3.5', 4, '-35000'],
    ['123456789012345678.9', 8, '12345678901234567890000000'],
  ] as const) {
    t.equal(shiftDecimal(value, exponent), expected, `${value} by 10^${exponent}`);
  }
  t.equal(addDecimals('0.1', '0.2'), '0.3', '0.1 and 0.2 are 0.3');
  t.equal(divideDecimals('1', '3', 4), '0.3333', 'a third');
  t.equal(divideDecimals('2', '3', 4), '0.6667', 'two thirds, rounded');
  t.equal(divideDecimals('1', '0', 4), null, 'nothing is a part of nothing');
});
