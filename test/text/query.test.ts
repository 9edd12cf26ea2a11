import t from 'tap';
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
    ['水库"未完', '水库 "未完"'],
    ['"', ''],
    ['- -- OR : title: ""', 'title:'],
    ['(水库) AND *', '(水库) AND'],
  ];
  for (const [input, expected] of cases) t.equal(outline(input), expected, input);
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
