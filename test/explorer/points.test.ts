import t from 'tap';
import type { Series, StatisticInArticle } from '../../src/client/index.js';
import { findDisputes, isWide, toPoints } from '../../src/explorer/views/statistics/points.js';

type Given = Pick<StatisticInArticle, 'normalizedValue'> & Partial<StatisticInArticle>;

/** A series of years from 2015 on, with these figures in each. */
const makeSeries = (...years: Given[][]): Series => ({
  interval: 'year',
  tz: '+08:00',
  truncated: false,
  data: years.map((figures, at) => ({
    period: String(2015 + at),
    count: figures.length,
    min: null,
    max: null,
    statistics: figures.map((figure, index) => ({
      ...{ id: `${at}-${index}`, measure: '茶园面积', basis: 'level', asOf: null, normalizedValueMax: null },
      ...figure,
    })) as StatisticInArticle[],
  })),
});

const june = { text: '截至6月', from: null, to: '2015-06-30' };
const december = { text: '截至年底', from: null, to: '2015-12-31' };

t.test('figures contradict each other when they say different things of the same', (t) => {
  for (const [series, expected, why] of [
    [makeSeries(), [], 'nothing'],
    [makeSeries([{ normalizedValue: '32' }, { normalizedValue: '32' }]), [], 'they agree'],
    [makeSeries([{ normalizedValue: '32' }, { normalizedValue: '35' }]), [['0-0', '0-1']], 'they do not'],
    [makeSeries([{ normalizedValue: '32' }], [{ normalizedValue: '35' }]), [], 'other years'],
    [
      makeSeries([
        { normalizedValue: '32', asOf: june },
        { normalizedValue: '35', asOf: december },
      ]),
      [],
      'other days of one year',
    ],
    [
      makeSeries([
        { normalizedValue: '32', asOf: june },
        { normalizedValue: '33', asOf: june },
        { normalizedValue: '35', asOf: december },
      ]),
      [['0-0', '0-1']],
      'the same day',
    ],
    [makeSeries([{ normalizedValue: '8.5', basis: 'yoy' }, { normalizedValue: '32' }]), [], 'another basis'],
    [makeSeries([{ normalizedValue: '3', measure: '桑园面积' }, { normalizedValue: '32' }]), [], 'another measure'],
    [
      makeSeries([
        { normalizedValue: '3', measure: null },
        { normalizedValue: '4', measure: null },
      ]),
      [],
      'nobody knows of what',
    ],
    [
      makeSeries([{ normalizedValue: '32' }, { normalizedValue: '32', normalizedValueMax: '40' }]),
      [['0-0', '0-1']],
      'a range is another value than its lower end',
    ],
  ] as const) {
    const found = findDisputes(series).map(({ statistics }) => statistics.map(({ id }) => id));
    t.same(found, expected, why);
  }
  t.end();
});

t.test('each figure is a point in its period, and those of one value stand beside each other', (t) => {
  const series = makeSeries([{ normalizedValue: '32' }, { normalizedValue: '32' }], [], [{ normalizedValue: '0.5' }]);
  t.same(
    toPoints(series, []).map(({ period, at, value, rank, isDisputed }) => [period, at, value, rank, isDisputed]),
    [
      ['2015', 0, 32, 0, false],
      ['2015', 0, 32, 1, false],
      ['2017', 2, 0.5, 0, false],
    ],
  );
  const disputed = makeSeries([{ normalizedValue: '32' }, { normalizedValue: '33' }]);
  t.same(
    toPoints(disputed, findDisputes(disputed)).map(({ isDisputed }) => isDisputed),
    [true, true],
  );
  t.end();
});

t.test('a logarithmic scale is for values that are far apart, and all above zero', (t) => {
  for (const [values, expected] of [
    [['1', '100'], false],
    [['1', '10000'], true],
    [['0', '10000'], false],
    [['-1', '10000'], false],
  ] as const) {
    const series = makeSeries(values.map((normalizedValue) => ({ normalizedValue })));
    t.equal(isWide(toPoints(series, [])), expected, values.join());
  }
  t.end();
});
