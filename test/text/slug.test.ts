import t from 'tap';
import { slugify } from '../../src/text/slug.js';

t.test('slugs are pinyin that can stand in a URL', (t) => {
  const cases: [string, string, string][] = [
    ['临河日报', 'lin-he-ri-bao', 'one syllable after the other'],
    ['A股 5G', 'a-gu-5g', 'letters and digits stay together'],
    ['党建/群团', 'dang-jian-qun-tuan', 'punctuation is dropped'],
    ['绿色', 'lv-se', 'ü is v'],
    ['ＧＤＰ', 'gdp', 'full width'],
    ['…', '2026', 'nothing to read: never empty'],
  ];
  for (const [name, expected, why] of cases) t.equal(slugify(name), expected, why);
  t.match(slugify('重庆（南岸）'), /^[a-z0-9-]+$/);
  t.end();
});
