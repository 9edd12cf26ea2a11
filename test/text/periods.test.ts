import t from 'tap';
import { resolvePeriod } from '../../src/text/period-dates.js';
import { findPeriods } from '../../src/text/periods.js';

const date = '2016-03-15';
const periods: [text: string, words: string, from: string | null, to: string | null, why: string][] = [
  ['截至2月底，全区', '截至2月底', null, '2016-02-29', 'up to a day, open at the start'],
  ['去年，全市', '去年', '2015-01-01', '2015-12-31', 'the year before'],
  ['到后年，全市', '到后年', '2018-01-01', '2018-12-31', 'the year after the next'],
  ['今年前2个月，', '今年前2个月', '2016-01-01', '2016-02-29', 'the first months of a year'],
  ['一季度，', '一季度', '2016-01-01', '2016-03-31', 'a quarter of the year of the article'],
  ['2015年第4季度', '2015年第4季度', '2015-10-01', '2015-12-31', 'a quarter of a printed year'],
  ['2015年第三季，', '2015年第三季', '2015-07-01', '2015-09-30', 'as quarters are called in Hong Kong and Taiwan'],
  ['第二季，', '第二季', '2016-04-01', '2016-06-30', 'such a quarter of the year of the article'],
  ['前三季度，', '前三季度', '2016-01-01', '2016-09-30', 'the first quarters'],
  ['“十二五”期间，', '“十二五”期间', '2011-01-01', '2015-12-31', 'a five-year plan'],
  ['十三五末', '十三五末', '2016-01-01', '2020-12-31', 'a plan without quotation marks'],
  ['2015年上半年，', '2015年上半年', '2015-01-01', '2015-06-30', 'half a year'],
  ['1—2月份，', '1—2月份', '2016-01-01', '2016-02-29', 'a range of months'],
  ['12月份，', '12月份', '2015-12-01', '2015-12-31', 'a month still to come is that of last year'],
  ['２０１５年８月，', '２０１５年８月', '2015-08-01', '2015-08-31', 'full-width digits'],
  ['二〇一五年六月', '二〇一五年六月', '2015-06-01', '2015-06-30', 'Chinese digits'],
  ['2015年底，', '2015年底', '2015-12-31', '2015-12-31', 'the end of a year'],
  ['自2013年起，', '自2013年起', '2013-01-01', date, 'since a year, up to the article'],
  ['近三年来，', '近三年来', '2013-03-15', date, 'years back from the article'],
  ['过去5天', '过去5天', '2016-03-10', date, 'days back from the article'],
  ['上个月，', '上个月', '2016-02-01', '2016-02-29', 'the month before'],
  ['截至目前，', '截至目前', null, date, 'up to the article'],
  ['目前，', '目前', date, date, 'the day of the article'],
  ['截至3月10日，', '截至3月10日', null, '2016-03-10', 'up to a day'],
  ['整治期间，', '整治期间', null, null, 'an event has no dates of its own'],
  ['2014年9月至2015年6月，', '2014年9月至2015年6月', '2014-09-01', '2015-06-30', 'a span with two ends'],
  ['2014年12月30日到12月31日，', '2014年12月30日到12月31日', '2014-12-30', '2014-12-31', 'the year of the first end'],
  ['1960年～1975年，', '1960年～1975年', '1960-01-01', '1975-12-31', 'a span with a wave'],
  ['９４年夏天，', '９４年夏天', '1994-06-01', '1994-08-31', 'a short year and its season'],
  ['2015年冬季，', '2015年冬季', '2015-12-01', '2016-02-29', 'a winter ends in the next year'],
  ['6月28日至30日，', '6月28日至30日', '2015-06-28', '2015-06-30', 'the month of the first end'],
  ['1月至2月，', '1月至2月', '2016-01-01', '2016-02-29', 'months of one year'],
  ['2014 年 6 月，', '2014 年 6 月', '2014-06-01', '2014-06-30', 'blanks between digits and characters'],
  ['2010年中国石油', '2010年', '2010-01-01', '2010-12-31', '中 belongs to the name behind it'],
  ['2010年中，', '2010年中', '2010-01-01', '2010-12-31', 'the middle of a year'],
  ['首8个月，', '首8个月', '2016-01-01', '2016-08-31', 'the first months'],
  ['首季，', '首季', '2016-01-01', '2016-03-31', 'the first quarter by its place'],
  ['今年首三季，', '今年首三季', '2016-01-01', '2016-09-30', 'the first quarters'],
  ['2月30日，', '2月30日', null, null, 'a day that does not exist'],
];

t.test('time expressions are found as printed and resolved against the article', async (t) => {
  for (const [text, words, from, to, why] of periods) {
    const [found] = findPeriods(text, 0, text.length);
    t.equal(found?.text, words, `${text}: found (${why})`);
    t.same(resolvePeriod(words, date), { from, to }, `${words}: ${why}`);
  }
});

t.test('without a date only what names its year is resolved', async (t) => {
  t.same(resolvePeriod('2014年', null), { from: '2014-01-01', to: '2014-12-31' });
  for (const words of ['去年', '一季度', '目前', '近三年来'])
    t.same(resolvePeriod(words, null), { from: null, to: null });
});

t.test('words that only look like times are left alone', async (t) => {
  for (const text of [
    '五年级学生',
    '三好学生',
    '这本书',
    '从前有座山',
    '中年人',
    '本市居民',
    '3号楼',
    '建成后年产值',
  ]) {
    t.same(findPeriods(text, 0, text.length), [], text);
  }
});

t.test('a time that says when something was told passes', async (t) => {
  t.match(findPeriods('记者近日获悉', 0, 6), [{ text: '近日', kind: 'passing' }]);
});
