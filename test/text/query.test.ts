import t from 'tap';
import { listNumeralForms } from '../../src/text/numeral-forms.js';
import { parseQuery } from '../../src/text/query.js';

/** A query as one line: clauses by blanks, alternatives by |, what is out behind a minus. */
function outline(input: string): string {
  const { clauses, without } = parseQuery(input);
  const show = ({ text, field, exact }: (typeof without)[number]) =>
    `${field === null ? '' : `${field}:`}${exact ? `"${text}"` : text}`;
  return [...clauses.map((terms) => terms.map(show).join('|')), ...without.map((term) => `-${show(term)}`)].join(' ');
}

t.test('what is typed is read as people mean it', (t) => {
  const cases: [string, string][] = [
    ['水库  除险', '水库 除险'],
    ['"水库除险" 加固', '"水库除险" 加固'],
    ['“水库除险”', '"水库除险"'],
    ['「水库」', '"水库"'],
    ['水库 -演习', '水库 -演习'],
    ['水库 -"防汛演习"', '水库 -"防汛演习"'],
    ['公路 OR 铁路 改造', '公路|铁路 改造'],
    ['OR 公路', '公路'],
    ['title:水库 lead：除险', 'title:水库 lead:除险'],
    ['Title:"水库"', 'title:"水库"'],
    ['note:水库', 'note 水库'],
    ['2014-06-30', '2014-06-30'],
    ['5G C919 A股 C++', '5G C919 A股 C++'],
    ['水库"未完', '水库"未完'],
    ['“战洪”一线党旗红', '“战洪”一线党旗红'],
    ['武城“方舱”休舱 "方舱"', '武城“方舱”休舱 "方舱"'],
    ['投资3.2万亿', '投资3.2万亿|投资三点二万亿'],
    ['二〇一四年', '二〇一四年|二零一四年|2014年'],
    ['"12,34" 资12,3', '"12,34"|"1234" 资12,3|资123|资一百二十三'],
    ['"2014年" -6月', '"2014年" -6月 -六月'],
    ['"', ''],
    ['- -- OR : title: ""', 'title:'],
    ['(水库) AND *', '(水库) AND'],
  ];
  for (const [input, expected] of cases) t.equal(outline(input), expected, input);
  t.end();
});

t.test('numbers are found in either form', (t) => {
  const cases: [string, string][] = [
    ['三点二万亿', '3.2万亿'],
    ['3.2万亿', '三点二万亿'],
    ['２０１４年６月', '二〇一四年六月 二零一四年六月'],
    ['二零一四年', '2014年'],
    ['12,345户', '一万二千三百四十五户'],
    ['10005', '一万零五'],
    ['115', '一百一十五'],
    ['三月五日', '3月5日'],
    ['3.5%', '百分之三点五'],
    ['百分之三点五', '3.5%'],
    ['十九大', '19大'],
    ['一般', ''],
    ['两会三农', ''],
    ['十几三五天', ''],
    ['5G C919 2014-06-30 1.2.3 007', ''],
  ];
  for (const [text, forms] of cases) t.equal(listNumeralForms(text).join(' '), forms, text);
  t.end();
});

t.test('words are those of the dictionary, without those that say nothing', (t) => {
  const words = (input: string) =>
    parseQuery(input)
      .clauses.flat()
      .flatMap(({ words }) => words);
  t.same(words('什么是水库的除险加固'), ['水库', '除险', '加固']);
  t.same(words('的'), ['的'], 'unless there is nothing else');
  t.same(words('臺灣５Ｇ'), ['台湾', '5g']);
  t.end();
});

t.test('no input is too much', (t) => {
  for (const input of [
    '"'.repeat(5_000),
    '-'.repeat(5_000),
    'a:'.repeat(5_000),
    '水库 OR '.repeat(900),
    '\u{20bb7}'.repeat(900),
  ]) {
    const { clauses, without } = parseQuery(input);
    t.ok(clauses.flat().length + without.length <= 32);
  }
  t.end();
});
