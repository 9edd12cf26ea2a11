import t from 'tap';
import { ArchiveError } from '../../src/domain/errors.js';
import {
  addDays,
  calendarDate,
  formatInstant,
  isRealDate,
  offsetAt,
  parseRangeEnd,
  timeZone,
  toDate,
  toInstant,
} from '../../src/domain/time.js';

t.test('a calendar date is one that exists', (t) => {
  const cases: [string, boolean, string][] = [
    ['2014-06-30', true, 'an ordinary day'],
    ['2016-02-29', true, 'leap day'],
    ['2000-02-29', true, 'leap day of a century divisible by 400'],
    ['1900-02-29', false, 'no leap day in 1900'],
    ['2014-02-30', false, '2月30日'],
    ['2014-6-30', false, 'not padded'],
    ['2014-13-01', false, 'no such month'],
    ['2014-06-00', false, 'no such day'],
    ['2014-06-30T00:00', false, 'not a date alone'],
  ];
  for (const [input, expected, why] of cases) t.equal(calendarDate.safeParse(input).success, expected, why);
  t.equal(isRealDate(0, 1, 1), false, 'there is no year 0');
  t.end();
});

t.test('zones are offsets or IANA names', (t) => {
  const cases: [string, boolean][] = [
    ['+08:00', true],
    ['-03:30', true],
    ['UTC', true],
    ['Asia/Shanghai', true],
    ['+15:00', false],
    ['+08:99', false],
    ['Beijing', false],
    ['', false],
  ];
  for (const [input, expected] of cases) t.equal(timeZone.safeParse(input).success, expected, input);
  t.end();
});

t.test('offsets follow summer time where the zone has it', (t) => {
  t.equal(offsetAt(Date.UTC(2014, 5, 30), '+08:00'), 480);
  t.equal(offsetAt(Date.UTC(2014, 5, 30), 'Asia/Shanghai'), 480);
  t.equal(offsetAt(Date.UTC(1990, 6, 1), 'Asia/Shanghai'), 540, 'China had summer time in 1990');
  t.equal(offsetAt(Date.UTC(1990, 6, 1), '+08:00'), 480, 'an offset has not');
  t.equal(offsetAt(Date.UTC(2024, 0, 1), 'America/New_York'), -300);
  t.end();
});

t.test('local time and instants', (t) => {
  const noon = 12 * 3_600_000;
  t.equal(toInstant('2014-06-30', 0, '+08:00'), Date.UTC(2014, 5, 29, 16));
  t.equal(toInstant('2024-03-10', noon, 'America/New_York'), Date.UTC(2024, 2, 10, 16), 'after the clocks changed');
  t.equal(toInstant('2024-03-10', 0, 'America/New_York'), Date.UTC(2024, 2, 10, 5), 'before they did, same day');
  t.equal(toDate(Date.UTC(2014, 5, 29, 16), '+08:00'), '2014-06-30');
  t.equal(toDate(Date.UTC(2014, 5, 29, 15, 59), '+08:00'), '2014-06-29');
  t.equal(formatInstant(Date.UTC(2014, 5, 30, 5, 4), '+08:00'), '2014-06-30T13:04:00+08:00');
  t.equal(formatInstant(Date.UTC(2014, 5, 30, 5, 4), 'UTC'), '2014-06-30T05:04:00+00:00');
  t.equal(formatInstant(Date.UTC(2014, 5, 30, 5, 4), '-03:30'), '2014-06-30T01:34:00-03:30');
  t.equal(addDays('2016-02-28', 2), '2016-03-01');
  t.equal(addDays('2014-01-01', -1), '2013-12-31');
  t.end();
});

t.test('ends of a range', (t) => {
  const at = (text: string) => Date.parse(text);
  const cases: [string, 'from' | 'to', string, number, string][] = [
    ['2014-06-30', 'from', '+08:00', at('2014-06-30T00:00:00+08:00'), 'a day starts at local midnight'],
    ['2014-06-30', 'to', '+08:00', at('2014-07-01T00:00:00+08:00') - 1, 'and ends just before the next'],
    ['2014-06', 'from', '+08:00', at('2014-06-01T00:00:00+08:00'), 'a month starts with its first day'],
    ['2014-06', 'to', '+08:00', at('2014-07-01T00:00:00+08:00') - 1, 'and ends with its last'],
    ['2016-02', 'to', 'UTC', at('2016-03-01T00:00:00Z') - 1, 'February of a leap year'],
    ['2014-12', 'to', 'UTC', at('2015-01-01T00:00:00Z') - 1, 'December'],
    ['2014', 'from', 'UTC', at('2014-01-01T00:00:00Z'), 'a year'],
    ['2014', 'to', 'UTC', at('2015-01-01T00:00:00Z') - 1, 'a year of 365 days'],
    ['2016', 'to', 'UTC', at('2017-01-01T00:00:00Z') - 1, 'a year of 366 days'],
    ['2014-06-30T13:04:00+08:00', 'to', 'UTC', at('2014-06-30T05:04:00Z'), 'an instant is exact'],
    ['2024-03-10', 'to', 'America/New_York', at('2024-03-11T04:00:00Z') - 1, 'a day of 23 hours'],
  ];
  for (const [value, end, zone, expected, why] of cases) t.equal(parseRangeEnd(value, end, zone, end), expected, why);
  for (const bad of ['2014-02-30', 'yesterday', '2014-06-30T13:04:00', '2014-13', '', '20140630']) {
    t.throws(() => parseRangeEnd(bad, 'from', '+08:00', 'from'), { code: 'invalid_parameter', parameter: 'from' }, bad);
  }
  t.throws(() => parseRangeEnd('x', 'to', 'UTC', 'to'), ArchiveError);
  t.end();
});
