import t from 'tap';
import { compareArticle } from '../../bench/score/compare.js';
import {
  isDuration,
  isRightMeasure,
  isRightQualifier,
  isRightSpeaker,
  isRightUnit,
  isRightValue,
  metadataRules,
} from '../../bench/score/fields.js';
import type { Findings } from '../../bench/score/findings.js';
import type { LabelledArticle, QuoteLabel, StatisticLabel } from '../../bench/score/labels.js';
import { measure } from '../../bench/score/measures.js';
import { alignTexts, createFinder, placeInReadingOrder, trimQuote, trimStatistic } from '../../bench/score/spans.js';
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';

const quoteLabel = (given: Partial<QuoteLabel>): QuoteLabel => ({
  text: '',
  kind: 'direct',
  speaker: null,
  role: null,
  organization: null,
  ...given,
});
const quote = (given: Partial<Quote>): Quote => ({
  ...quoteLabel({}),
  id: '',
  verb: null,
  span: { start: 0, end: 0 },
  confidence: 1,
  rule: 'test',
  ...given,
});
const statisticLabel = (given: Partial<StatisticLabel>): StatisticLabel => ({
  text: '',
  unit: null,
  qualifier: null,
  measure: null,
  asOf: null,
  normalizedValue: null,
  normalizedUnit: null,
  ...given,
});
const statistic = (given: Partial<Statistic>): Statistic => ({
  id: '',
  text: '',
  value: '0',
  valueMax: null,
  qualifier: null,
  unit: null,
  measure: null,
  asOf: null,
  normalizedValue: null,
  normalizedValueMax: null,
  normalizedUnit: null,
  basis: 'level',
  span: { start: 0, end: 0 },
  confidence: 1,
  rule: 'test',
  ...given,
});

t.test('a speaker is right by name, by most of it, or by role when unnamed', async (t) => {
  const cases: [Partial<QuoteLabel>, string | null, boolean, string][] = [
    [{ speaker: '宁守田' }, '宁守田', true, 'the name'],
    [{ speaker: '宁守田' }, '护林员宁守田', true, 'the name with a little around it'],
    [{ speaker: '宁守田' }, `${'护林员'.repeat(6)}宁守田`, false, 'half a sentence around the name'],
    [{ speaker: '马尔科·贝里尼' }, '贝里尼', false, 'less than half of the name'],
    [{ speaker: '海若' }, '若', false, 'one character'],
    [{ speaker: '一位民警', role: '民警' }, '民警', true, 'the role of someone unnamed'],
    [{ speaker: '宁守田' }, null, false, 'nobody'],
  ];
  for (const [label, found, expected, why] of cases) {
    t.equal(isRightSpeaker(quoteLabel(label), quote({ speaker: found })), expected, why);
  }
});

t.test('fields of statistics are compared with tolerance', async (t) => {
  const cases: [
    (label: StatisticLabel, found: Statistic) => boolean,
    Partial<StatisticLabel>,
    Partial<Statistic>,
    boolean,
    string,
  ][] = [
    [isRightValue, { normalizedValue: 250000 }, { normalizedValue: '250000' }, true, 'equal'],
    [isRightValue, { normalizedValue: 250000 }, { normalizedValue: '251000' }, true, 'within 0.5 %'],
    [isRightValue, { normalizedValue: 250000 }, { normalizedValue: '252000' }, false, 'off by more'],
    [isRightValue, { normalizedValue: 250000 }, { value: '25', unit: '万亩' }, true, 'value times magnitude'],
    [isRightValue, { normalizedValue: 25, normalizedUnit: '%' }, { value: '0.25' }, true, 'a fraction for a share'],
    [isRightUnit, { unit: '亿元' }, { unit: '万元' }, true, 'magnitude is judged with the value'],
    [isRightUnit, { unit: '元每小时' }, { unit: '元/小时' }, true, '每 is a slash'],
    [isRightUnit, { unit: '人次' }, { unit: '人' }, false, 'another unit'],
    [isRightQualifier, { qualifier: '达、多' }, { qualifier: '多' }, true, 'one of several'],
    [isRightQualifier, { qualifier: '近' }, { qualifier: '约' }, false, 'another'],
    [isRightMeasure, { measure: '收集意见建议' }, { measure: '共收集意见建议' }, true, 'nearly the same words'],
    [isRightMeasure, { measure: '党员' }, { measure: '党组织' }, false, 'another thing'],
  ];
  for (const [isRight, label, found, expected, why] of cases) {
    t.equal(isRight(statisticLabel(label), statistic(found)), expected, `${isRight.name}: ${why}`);
  }
  t.ok(isDuration(statistic({ value: '15', unit: '天' })));
  t.notOk(isDuration(statistic({ value: '2014', unit: '年' })), 'a year is none');
  t.notOk(isDuration(statistic({ value: '15', unit: '人' })));
});

t.test('metadata are compared by meaning', async (t) => {
  t.ok(metadataRules.publishedAt({ publishedAt: '2014-06-30' }, { publishedAt: '2014-06-30T13:04:00+08:00' }));
  t.notOk(metadataRules.publishedAt({ publishedAt: '2014-06-30 13:05' }, { publishedAt: '2014-06-30T13:04:00+08:00' }));
  t.ok(metadataRules.page({ page: 'A06' }, { page: 'a6' }));
  t.ok(metadataRules.author({ author: '夏知秋、步青云' }, { author: '步青云 夏知秋' }));
  t.notOk(metadataRules.section({ section: ['首页', '新闻'] }, { section: ['新闻'] }));
});

t.test('labels without offsets are placed in reading order, never inside a number', async (t) => {
  const text = '比重为15%,提高5%;其中5%来自外地,5%未知。';
  const placed = placeInReadingOrder([{ text: '15%' }, { text: '5%' }, { text: '5%', occurrence: 2 }], text, 'test');
  t.same(
    placed.map(({ start }) => start),
    [3, 9, 21],
  );
  t.throws(() => placeInReadingOrder([{ text: '6%' }], text, 'test'), /label not found/);
});

t.test('spans are carried over white space, and trimmed', async (t) => {
  const carryOver = alignTexts('标题\n全镇 3.2万名群众', '首页 > 标题\n　　全镇3.2\n万名群众。');
  t.same(carryOver({ start: 6, end: 11 }), [12, 18]);
  t.equal(alignTexts('别的话', '标题')({ start: 0, end: 1 }), null);
  const find = createFinder('好,好。');
  t.same([find('好'), find('好'), find('好')], [[0, 1], [2, 3], null]);

  const trimmed = trimStatistic({ item: 0, start: 0, end: 11 }, '至少达到85%以上左右');
  t.same([trimmed.start, trimmed.end], [4, 7]);
  const words = trimQuote({ item: 0, start: 0, end: 6 }, '“你好吗?”');
  t.same([words.start, words.end], [1, 4]);
});

t.test('missed, in vain and optional items are counted as the annotation guide says', async (t) => {
  const plain = '甲乙丙丁戊己庚辛壬癸';
  const place = <T>(item: T, start: number, end: number) => ({ item, start, end });
  const labelled: LabelledArticle = {
    id: 'test',
    page: { name: 'test', format: 'text', bytes: new Uint8Array(), hints: {} },
    plain,
    metadata: { title: '甲', lead: null },
    body: plain,
    quotes: [place(quoteLabel({ speaker: '甲乙' }), 0, 4), place(quoteLabel({ optional: true }), 6, 8)],
    statistics: [place(statisticLabel({ normalizedValue: 3, unit: '个' }), 0, 2)],
  };
  const findings: Findings = {
    metadata: { title: '甲', lead: '乙' },
    body: plain,
    quotes: [place(quote({ speaker: '甲乙' }), 0, 3), place(quote({}), 6, 8), place(quote({}), 8, 10)],
    statistics: [
      place(statistic({ value: '4', unit: '个' }), 0, 2),
      place(statistic({ value: '3', unit: '天' }), 5, 7),
    ],
    failure: null,
  };
  const { retrieval, accuracy, metadata, bodyBigramF1 } = measure([compareArticle(labelled, findings)]);
  const counts = ({ hits, found, labelled: wanted }: typeof retrieval.quoteExact) => [hits, found, wanted];
  t.same(counts(retrieval.quoteOverlap), [1, 2, 1], 'one met, one in vain; the optional one is in no count');
  t.same(counts(retrieval.quoteExact), [0, 2, 1]);
  t.same(counts(retrieval.quoteOverlapAndSpeaker), [1, 2, 1]);
  t.same(counts(retrieval.statisticOverlap), [1, 1, 1], 'a duration too many is ignored');
  t.same(counts(retrieval.statisticOverlapAndValue), [0, 1, 1]);
  t.same(accuracy.unit, { right: 1, of: 1, accuracy: 1 });
  t.same(counts(metadata.lead), [0, 1, 0]);
  t.equal(bodyBigramF1, 1);
});
