import t from 'tap';
import { findDates, readDate, readRelativeDate, toEpoch, toHalfWidth } from '../../src/text/dates.js';

const iso = (found: ReturnType<typeof readDate>) => {
  const epoch = found === null ? null : toEpoch(found, '+08:00');
  return epoch === null ? null : new Date(epoch + 8 * 3_600_000).toISOString().slice(0, 19);
};

t.test('dates as they are printed', (t) => {
  const table: [string, string | null, string][] = [
    ['2014-06-30 13:04', '2014-06-30T13:04:00', 'the commonest form'],
    ['2014/6/30', '2014-06-30T00:00:00', 'slashes'],
    ['2014.6.30 9:05:07', '2014-06-30T09:05:07', 'dots and seconds'],
    ['30.06.2014  13:04', '2014-06-30T13:04:00', 'the day first, as abroad'],
    ['31.04.2014', null, 'the day first, and no such day'],
    ['2014年6月30日13时04分', '2014-06-30T13:04:00', 'all in characters'],
    ['2014年06月30日13:04', '2014-06-30T13:04:00', 'no blank'],
    ['2014年6月30日 下午3点', '2014-06-30T15:00:00', 'afternoon'],
    ['２０１４年６月３０日', '2014-06-30T00:00:00', 'full-width digits'],
    ['二〇一四年六月三十日', '2014-06-30T00:00:00', 'numerals'],
    ['二○一四年十二月廿一日', '2014-12-21T00:00:00', 'numerals with 廿 and a circle'],
    ['2014-06-30T13:04:00Z', '2014-06-30T21:04:00', 'ISO in UTC'],
    ['2014-06-30T13:04:00.123+09:00', '2014-06-30T12:04:00', 'ISO with an offset'],
    ['2021 05 / 13 10:55:32', '2021-05-13T10:55:32', 'year, day and time apart'],
    ['1404104640', '2014-06-30T13:04:00', 'epoch seconds'],
    ['1404104640000', '2014-06-30T13:04:00', 'epoch milliseconds'],
    ['20140630130400', '2014-06-30T13:04:00', 'digits only'],
    ['20140630', '2014-06-30T00:00:00', 'eight digits'],
    ['Mon, 30 Jun 2014 13:04:00 +0800', '2014-06-30T13:04:00', 'as feeds write it'],
    ['2014年2月30日', null, 'no such day'],
    ['2014-13-01', null, 'no such month'],
    ['06-30 13:04', null, 'no year'],
    ['6月30日', null, 'no year'],
    ['soon', null, 'no date'],
  ];
  for (const [text, expected, why] of table) t.equal(iso(readDate(text)), expected, `${why}: ${text}`);
  t.end();
});

t.test('dates inside a text, where they stand', (t) => {
  const text = '发布：2014-06-30 13:04 来源：《某报》2014年6月29日05版，2014年2月30日';
  const found = findDates(text);
  t.strictSame(
    found.map(({ start, end, date }) => [text.slice(start, end), date]),
    [
      ['2014-06-30 13:04', '2014-06-30'],
      ['2014年6月29日', '2014-06-29'],
      ['2014年2月30日', null],
    ],
  );
  t.strictSame(findDates('电话 12014-06-301，2014-2015年'), [], 'digits that only look like it');
  t.end();
});

t.test('days meant against another', (t) => {
  const on = (text: string) => iso(readRelativeDate(text, '2025-08-01'));
  t.equal(on('今天 13:04'), '2025-08-01T13:04:00');
  t.equal(on('发布于昨日'), '2025-07-31T00:00:00');
  t.equal(on('前天 下午3时'), '2025-07-30T15:00:00');
  t.equal(on('去年'), null);
  t.end();
});

t.test('a time without a zone is local, also where clocks change', (t) => {
  const found = readDate('2014-07-01 12:00');
  t.equal(found && toEpoch(found, 'Europe/Berlin'), Date.parse('2014-07-01T10:00Z'));
  t.end();
});

t.test('half width keeps every offset', (t) => {
  t.equal(toHalfWidth('２０：３０　（ａ）時'), '20:30 (a)时');
  t.end();
});
