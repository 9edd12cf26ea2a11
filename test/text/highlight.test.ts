import t from 'tap';
import { cutSnippets, findSpans } from '../../src/text/highlight.js';

t.test('finds are places in the original text', (t) => {
  const cases: [text: string, words: string[], found: string[]][] = [
    ['臺灣的水庫與台湾的水库', ['台湾'], ['臺灣', '台湾']],
    ['ＧＤＰ增速', ['gdp'], ['ＧＤＰ']],
    ['新建㎡计价', ['m2'], ['㎡']],
    ['𠮷野家𠮷祥', ['𠮷'], ['𠮷', '𠮷']],
    ['水库水库大坝', ['水库', '大坝'], ['水库水库大坝']],
    ['一个字', ['没有'], []],
    ['15G与5G，5Ｇ网', ['5g'], ['5G', '5Ｇ']],
    ['只有15G', ['5g'], ['5G']],
    ['Kelvin K与ﬁ连字', ['fi'], ['ﬁ']],
    ['İstanbul', ['stanbul'], ['stanbul']],
    ['三點二萬億', ['三点二万亿', '3.2万亿'], ['三點二萬億']],
    ['乾隆与干部、後来', ['干', '后'], ['乾', '干', '後']],
  ];
  for (const [text, words, expected] of cases) {
    t.same(
      findSpans(text, words).map(({ start, end }) => text.slice(start, end)),
      expected,
      text,
    );
  }
  t.end();
});

t.test('passages are cut at ends of sentences, escaped, and never inside a character', (t) => {
  const text = `开头一句。${'水库除险<加固>完成。'}结尾一句。`;
  const [snippet] = cutSnippets(text, ['除险'], 3);
  t.match(snippet, { html: '水库<mark>除险</mark>&lt;加固&gt;完成。结尾一句。', marks: [{ start: 2, end: 4 }] });
  t.equal(text.slice(snippet?.start, snippet?.end), snippet?.text);

  const [quoted] = cutSnippets('他说：“先修水库。”然后除险。“再加固。”', ['除险'], 1);
  t.equal(quoted?.text, '然后除险。“再加固。”', 'closing marks belong to the sentence before');

  const long = `${'𠮷'.repeat(200)}水库${'𠮷'.repeat(200)}`;
  for (const { text: piece, marks } of cutSnippets(long, ['水库'], 3)) {
    t.notMatch(piece, /^[\udc00-\udfff]|[\ud800-\udbff]$/, 'no half of a pair at its ends');
    t.equal(piece.slice(marks[0]?.start, marks[0]?.end), '水库');
    t.ok(piece.length <= 122);
  }
  const many = cutSnippets('水库。无关的一句话在这里。'.repeat(40), ['水库'], 2);
  t.equal(many.length, 2, 'as many as asked for');
  t.end();
});
