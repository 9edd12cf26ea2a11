import t from 'tap';
import { extractStatistics } from '../../src/ingest/statistics.js';

const times: [text: string, expected: (string | null)[], why: string][] = [
  ['去年，产值5亿元，利润1亿元。', ['去年', '去年'], 'a time holds for its sentence'],
  ['一季度，产值5亿元。其中，税收1亿元。', ['一季度', '一季度'], 'and for the sentence behind'],
  ['3月5日，大会召开。会后有69个单位报名。', [null], 'a single day holds only for its own sentence'],
  ['利润5亿元，比去年同期增长3%。', [null, null], 'the time of a comparison does not hold'],
  ['记者近日获悉，全县有桥30座。', [null], 'when it was told does not hold'],
  ['今年，产值是去年的3倍。', ['今年'], 'the time of the yardstick does not hold'],
  ['打破1998年以来的纪录，最大用电负荷812万千瓦。', [null], 'nor that since when there was no such thing'],
  ['一季度，失业率创2013年以来新高，为3.4%。', ['一季度'], 'nor the last year of as much'],
  ['2013年以来，全县建桥30座。', ['2013年以来'], 'but the time since which is counted does'],
  ['有近1万人在今年首季加入。', ['今年首季'], 'between the counted and what is told of them'],
  ['统计局今天公布，1至8月来访旅客219万人次。\n观光旅客86万人次。', ['1至8月', '1至8月'], 'behind the day it was told'],
  ['一季度出国401万人次，其中前往甲国136万人次。', ['一季度', '一季度'], '前往 is no 以前'],
  ['一季度出国401万人次，仍以前往甲国最多，136万人次。', ['一季度', '一季度'], 'not after 以 either'],
  ['由现时70人增至90人。', ['现时', '现时'], 'another word for now'],
  ['5月份收入3亿元。而从1月至5月的数据来看，收入9亿元。', ['5月份', '1月至5月'], 'what is looked at'],
  ['5月份营收相比去年同期增长了8%。', ['5月份'], 'not what it is compared with'],
  [
    '教育局公布的2015年教育事业统计公报显示，入学率40%。\n专任教师5万人。',
    ['2015年', '2015年'],
    'the year of a report is that of its figures',
  ],
  ['到2020年，收入达5亿元。\n覆盖率达80%。', ['到2020年', '到2020年'], 'the year of a goal'],
  [
    '一季度交付30辆，相比2015年第四季度的60辆下降50%。',
    ['一季度', '2015年第四季度', '一季度'],
    'the yardstick has its own',
  ],
  ['4月份销量9辆，环比3月份交付的8辆增加1辆。', ['4月份', '3月份', '4月份'], 'also with words between'],
  ['保有量12辆，较去年同期的9辆增长三成。', [null, '去年', null], 'the same time of another year'],
  ['首两个月，出口升4%。', ['首两个月'], 'the first months, as Hong Kong says'],
  ['第三季，进口升3%。', ['第三季'], 'a quarter without its second character'],
  ['一季度，生产延续2月份平稳势头，增长9%。', ['一季度'], 'not the time of what goes on'],
  ['统计处公布，一季度进口升3%。\n出口升2%。', ['一季度', '一季度'], 'behind who tells it'],
  ['一季度，投资增长8%。\n从签约到开工用了96天。', ['一季度', null], 'how long something takes is of no time'],
  ['2015年，全年收入5亿元。', ['2015年'], 'a time that points back to one that was named'],
  [
    '前三季度，产值5亿元。\n投资增长8%。',
    ['前三季度', '前三季度'],
    'a reporting period holds for the paragraphs behind',
  ],
];

t.test('a figure holds for the time that governs it', async (t) => {
  for (const [text, expected, why] of times) {
    let start = 0;
    const lines = text.split('\n').map((line) => {
      const placed = { start, end: start + line.length, kind: 'paragraph' as const };
      start += line.length + 1;
      return placed;
    });
    t.same(
      extractStatistics({ text, lines }, '2016-03-15').map(({ asOf }) => asOf?.text ?? null),
      expected,
      `${text} ${why}`,
    );
  }
});
