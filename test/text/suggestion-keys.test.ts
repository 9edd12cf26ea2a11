import t from 'tap';
import { findTypedEnd, listKeys, readTyped } from '../../src/text/suggestion-keys.js';

t.test('what stands for the beginning of a text', (t) => {
  const cases: [text: string, typed: string, covered: string | null, why: string][] = [
    ['同里古镇', '同里', '同里', 'itself'],
    ['同里古镇', '同裡', '同里', 'in traditional characters'],
    ['臺灣同胞', '台湾', '臺灣', 'of a text in traditional characters'],
    ['同里古镇', 't', '同', 'a letter'],
    ['同里古镇', 'ton', '同', 'part of a syllable'],
    ['同里古镇', 'tongl', '同里', 'a syllable and a part'],
    ['同里古镇', 'tongli', '同里', 'pinyin'],
    ['同里古镇', 'TongLi', '同里', 'case does not matter'],
    ['同里古镇', 'tlgz', '同里古镇', 'initials'],
    ['同里古镇', '同li', '同里', 'mixed'],
    ['同里古镇', '里', null, 'not from the beginning'],
    ['同里古镇', 'tonglu', null, 'another'],
    ['西安', "xi'an", '西安', 'syllables told apart'],
    ['西安', 'xian', '西安', 'or not'],
    ['重庆日报', 'chongqing', '重庆', 'several readings'],
    ['绿化', 'lv', '绿', 'ü as v'],
    ['绿化', 'lü', '绿', 'ü as it is'],
    ['略阳县', 'lueyang', '略阳', 'üe as ue'],
    ['略阳县', 'lveyang', '略阳', 'üe as ve'],
    ['5G基站开通', '5gjz', '5G基站', 'letters and digits'],
    ['乾隆年间', 'qianlong', '乾隆', 'a character that is compared as another one'],
    ['乾隆年间', '乾long', '乾隆', 'mixed with it'],
    ['乾隆年间', '乾', '乾', 'itself'],
    ['餅乾工廠', 'binggan', '餅乾', 'in traditional characters it is that other one'],
    ['“十四五”开局', 'ssw', '“十四五', 'marks are passed over'],
    ['𠮷野家', '𠮷野', '𠮷野', 'characters beyond the first plane'],
  ];
  for (const [text, input, covered, why] of cases) {
    const typed = readTyped(input);
    t.ok(typed, why);
    if (typed === null) continue;
    const end = findTypedEnd(text, typed);
    t.equal(end === null ? null : text.slice(0, end), covered, `${why}: ${input}`);
    const keys = new Set(listKeys(text, 'name'));
    if (covered !== null)
      t.ok(
        typed.keys.some((key) => keys.has(key)),
        `a key leads there: ${input}`,
      );
  }
  t.equal(readTyped('…'), null, 'nothing to look up');
  t.equal(readTyped('"*()'), null);
  t.end();
});

t.test('names are read as names', (t) => {
  const cases: [text: string, as: 'person' | 'name' | 'title', typed: string][] = [
    ['单田芳', 'person', 'shantianfang'],
    ['单田芳', 'person', 'stf'],
    ['曾国藩', 'person', 'zengguofan'],
    ['陈乾', 'person', 'cq'],
    ['陈乾', 'person', 'chengan'],
    ['乐清日报', 'name', 'leqing'],
    ['乐清日报', 'name', 'yueqing'],
    ['重庆市民', 'title', 'chongqin'],
    ['长沙新闻', 'title', 'changsha'],
    ['长乐', 'title', 'changle'],
  ];
  for (const [text, as, typed] of cases) t.ok(listKeys(text, as).includes(typed), `${text}: ${typed}`);
  t.notOk(listKeys('重庆市民', 'title').includes('zhongqin'), 'titles in one reading');
  t.end();
});
