/** Charts: articles and figures over time, without gaps. */
import t from 'tap';
import { inventArticle, openTestServer, writes } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const app = await openTestServer(t);
const countsOf = ({ data }: Body) => data.map(({ period, count }: Body) => [period, count]);
const dayOf = (n: number) => inventArticle(n).statistics[0]?.asOf?.to ?? '';

t.test('articles over time', async (t) => {
  const years = await ask(app, '/v1/articles/histogram?interval=year');
  const dated = writes.flatMap(({ article }) => article.publishedAt?.slice(0, 4) ?? []);
  t.same(countsOf(years), [
    ['2016', dated.filter((year) => year === '2016').length],
    ['2017', dated.filter((year) => year === '2017').length],
  ]);
  t.equal(years.tz, '+08:00');

  const months = await ask(app, '/v1/articles/histogram?section=财经&from=2015-11&to=2016-03');
  const expected = writes.filter(({ section, article }) => {
    return section[0]?.name === '财经' && (article.publishedAt ?? '9') < '2016-04';
  });
  t.same(
    months.data.map(({ period }: Body) => period),
    ['2015-11', '2015-12', '2016-01', '2016-02', '2016-03'],
    'months without an article are there',
  );
  t.equal(
    months.data.reduce((sum: number, { count }: Body) => sum + count, 0),
    expected.length,
  );

  const cases: [query: string, expected: [string, number][], why: string][] = [
    [
      'interval=day&from=2016-01-03&to=2016-01-05',
      [
        ['2016-01-03', 0],
        ['2016-01-04', 1],
        ['2016-01-05', 0],
      ],
      'days',
    ],
    [
      'interval=day&from=2016-01-03&to=2016-01-04&tz=America/New_York',
      [
        ['2016-01-03', 1],
        ['2016-01-04', 0],
      ],
      'of the zone',
    ],
    [
      'interval=year&date=issue&source=yun-ling-ri-bao&to=2016',
      [['2016', writes.filter(({ article }) => article.issue?.date.startsWith('2016')).length]],
      'by another date',
    ],
    ['interval=year&q=第3期', [['2016', 1]], 'of a search'],
    ['q=没有的词', [], 'nothing is found'],
    [
      'interval=year&q=没有的词&from=2016&to=2017',
      [
        ['2016', 0],
        ['2017', 0],
      ],
      'nothing, in a range',
    ],
  ];
  for (const [query, counts, why] of cases)
    t.same(countsOf(await ask(app, `/v1/articles/histogram?${query}`)), counts, why);

  t.match(await askInVain(app, '/v1/articles/histogram?interval=day&from=1990&to=2020'), {
    code: 'invalid_parameter',
    parameter: 'interval',
  });
  t.match(await askInVain(app, '/v1/articles/histogram?interval=week'), { parameter: 'interval' });
});

t.test('figures over time', async (t) => {
  const { data, truncated } = await ask(app, '/v1/statistics/series?unit=CNY&interval=month&asOfTo=2016-05-31');
  t.equal(truncated, false);
  t.same(
    data.map(({ period }: Body) => period),
    ['2016-01', '2016-02', '2016-03', '2016-04', '2016-05'],
    'from the first figure to the end of the filter',
  );
  const february = data[1];
  const expected = [2, 4, 5, 7].filter((n) => dayOf(n).startsWith('2016-02'));
  t.same(
    february.statistics.map(({ article }: Body) => article.id),
    expected.map((n) => inventArticle(n).article.id),
    'those that hold for the month, the least first',
  );
  t.match(february, { count: expected.length, min: '400000', max: '500000' });

  const gaps = await ask(app, '/v1/statistics/series?unit=CNY&interval=day&asOfFrom=2016-01-14&asOfTo=2016-01-16');
  t.same(countsOf(gaps), [
    ['2016-01-14', 0],
    ['2016-01-15', 1],
    ['2016-01-16', 0],
  ]);
  t.match(gaps.data[0], { min: null, max: null, statistics: [] });
  t.same((await ask(app, '/v1/statistics/series?unit=CNY&basis=share')).data, [], 'none of this basis');
  t.match(await askInVain(app, '/v1/statistics/series'), { code: 'invalid_parameter', parameter: 'unit' });
});
