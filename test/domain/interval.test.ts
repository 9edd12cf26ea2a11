import t from 'tap';
import { ArchiveError } from '../../src/domain/errors.js';
import { type Interval, listPeriods, MOST_PERIODS, toPeriod } from '../../src/domain/interval.js';
import { addDays } from '../../src/domain/time.js';

t.test('periods follow each other without a gap', (t) => {
  const cases: [first: string, last: string, interval: Interval, expected: string[], why: string][] = [
    ['2014-11-03', '2015-02-01', 'month', ['2014-11', '2014-12', '2015-01', '2015-02'], 'over the end of a year'],
    ['2016-02-28', '2016-03-01', 'day', ['2016-02-28', '2016-02-29', '2016-03-01'], 'a leap day'],
    ['2014-12-31', '2016-01-01', 'year', ['2014', '2015', '2016'], 'years'],
    ['2014', '2015', 'year', ['2014', '2015'], 'from periods'],
    ['2014-06-30', '2014-06-01', 'month', ['2014-06'], 'one'],
    ['2014-07-01', '2014-06-30', 'month', [], 'an end before the beginning'],
    ['9998-01-01', '9999-12-31', 'year', ['9998', '9999'], 'the end of the calendar'],
    ['9999-12-30', '9999-12-31', 'day', ['9999-12-30', '9999-12-31'], 'its last day'],
  ];
  for (const [first, last, interval, expected, why] of cases) t.same(listPeriods(first, last, interval), expected, why);
  t.equal(toPeriod('2014-06-30', 'month'), '2014-06');
  t.end();
});

t.test('there are only so many periods', (t) => {
  const last = addDays('2000-01-01', MOST_PERIODS - 1);
  t.equal(listPeriods('2000-01-01', last, 'day').length, MOST_PERIODS);
  try {
    listPeriods('2000-01-01', addDays(last, 1), 'day');
    t.fail('one more');
  } catch (error) {
    t.ok(error instanceof ArchiveError);
    t.match(error, { code: 'invalid_parameter', parameter: 'interval' });
  }
  t.end();
});
