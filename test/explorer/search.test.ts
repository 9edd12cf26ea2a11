import t from 'tap';
import { findRange, toBars, toEnds } from '../../src/explorer/views/search/bars.js';
import { askForList, readSought, toFeedQuery } from '../../src/explorer/views/search/questions.js';

t.test('the address says what is sought', (t) => {
  for (const [query, expected, why] of [
    [{}, { q: '', type: 'article', sort: '-publishedAt', filters: {} }, 'nothing'],
    [
      { q: '茶', sort: 'nonsense', nonsense: '1' },
      { q: '茶', type: 'article', sort: 'relevance', filters: {} },
      'what is not known is left out',
    ],
    [
      { type: 'quote' },
      { q: '', type: 'article', sort: '-publishedAt', filters: {} },
      'without words there are articles only',
    ],
    [
      { q: '茶', type: 'quote', speaker: '林', unit: 'CNY' },
      { q: '茶', type: 'quote', sort: 'relevance', filters: { speaker: '林' } },
      'what goes with the type',
    ],
    [
      { section: 'a/b', from: '', to: '2016' },
      { q: '', type: 'article', sort: '-publishedAt', filters: { section: 'a/b', to: '2016' } },
      'empty is not given',
    ],
  ] as const) {
    t.same(readSought(query), expected, why);
  }
  t.equal(askForList(readSought({ q: '茶' })).name, 'search');
  t.equal(askForList(readSought({})).name, 'listArticles');
  t.equal(toFeedQuery(readSought({ q: '茶', section: 'a/b', sort: 'publishedAt' })), '?q=%E8%8C%B6&section=a%2Fb');
  t.equal(toFeedQuery(readSought({})), '');
  t.end();
});

const months = (first: number, last: number) =>
  Array.from({ length: (last - first + 1) * 12 }, (_, at) => ({
    period: `${first + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    count: at,
  }));

t.test('bars are months, and years where there are many', (t) => {
  t.equal(toBars(months(2015, 2016)).length, 24);
  const years = toBars(months(2001, 2020));
  t.same(years.map(({ period }) => period).slice(0, 2), ['2001', '2002']);
  t.equal(years[0]?.count, 66, 'with all of their months');
  t.same(toBars([]), []);
  t.end();
});

t.test('ranges', (t) => {
  const bars = toBars(months(2015, 2016));
  const years = toBars(months(2001, 2020));
  for (const [given, from, to, expected, why] of [
    [bars, undefined, undefined, [0, 23], 'all'],
    [bars, '2015-03', '2015-05', [2, 4], 'months'],
    [bars, '2016', '2016', [12, 23], 'a year is all of its months'],
    [bars, '2015-03-14', undefined, [2, 23], 'a day is in its month'],
    [bars, undefined, '2015-03-14', [0, 2], 'also as an end'],
    [bars, '2030', '2031', [23, 23], 'beyond'],
    [bars, '1990', '1991', [0, 0], 'before'],
    [years, '2003-05', '2004-02', [2, 3], 'months among years'],
  ] as const) {
    t.same(findRange(given, from, to), expected, why);
  }
  t.same(toEnds(bars, [0, 23]), { from: undefined, to: undefined }, 'all of it needs no ends');
  t.same(toEnds(bars, [2, 23]), { from: '2015-03', to: undefined });
  t.same(toEnds(bars, [0, 4]), { from: undefined, to: '2015-05' });
  t.end();
});
