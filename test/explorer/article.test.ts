import t from 'tap';
import { layOut } from '../../src/domain/article.js';
import { describeNormalized, groupDigits } from '../../src/explorer/parts/describe.js';
import { listFindings, toPassage, toSafeAddress } from '../../src/explorer/views/article/findings.js';
import { placeCells, placeHead, placeItems } from '../../src/explorer/views/article/placing.js';
import { shiftDate } from '../../src/explorer/views/issue/dates.js';
import { listWeeks } from '../../src/explorer/views/source/calendar.js';
import { inventArticle } from '../http/archive.js';

t.test('every part is found in the text', (t) => {
  const table = {
    type: 'table' as const,
    caption: '产量',
    rows: [
      ['镇', '吨'],
      ['青\n禾', '3', ''],
      ['', ''],
    ],
  };
  const body = [
    { type: 'list' as const, ordered: true, items: ['一', '二\r\n半', ''] },
    table,
    { ...table, caption: null },
    { type: 'paragraph' as const, text: '完' },
  ];
  for (const head of [
    { title: '题\n目', subtitle: '副题', lead: '提示' },
    { title: '题', subtitle: null, lead: '提示' },
    { title: '题', subtitle: '副题', lead: null },
    { title: '题', subtitle: null, lead: null },
  ]) {
    const { text, body: blocks } = layOut({ ...head, body });
    const flat = (part: string) => part.replace(/[\r\n]+/g, ' ');
    const read = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);
    const placed = placeHead(head);
    t.equal(read(placed.title), flat(head.title));
    t.equal(read(placed.subtitle), head.subtitle);
    t.equal(read(placed.lead), head.lead);
    for (const block of blocks) {
      if (block.type === 'list') t.same(placeItems(block).map(read), block.items.map(flat));
      if (block.type !== 'table') continue;
      const { caption, rows } = placeCells(block);
      t.equal(read(caption), block.caption);
      t.same(
        rows.map((cells) => cells.map(read)),
        block.rows.map((cells) => cells.map(flat)),
      );
    }
  }
  t.end();
});

t.test('findings stand in reading order, the longer first', (t) => {
  const {
    quotes: [quote],
    statistics: [figure],
  } = inventArticle(4);
  if (quote === undefined || figure === undefined) throw new Error('article 4 has both');
  const at = (start: number, end: number) => ({ span: { start, end } });
  const article = {
    quotes: [{ ...quote, id: 'q', ...at(5, 20) }],
    statistics: [
      { ...figure, id: 'inside', ...at(5, 9) },
      { ...figure, id: 'before', ...at(0, 3) },
    ],
  };
  t.same(
    listFindings(article).map(({ id }) => id),
    ['before', 'q', 'inside'],
  );
  t.same(listFindings({}), []);
  t.end();
});

t.test('addresses that run are no addresses', (t) => {
  for (const [url, expected] of [
    ['https://a.example/x', 'https://a.example/x'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['data:text/html,<script>', null],
    ['x.jpg', null],
    [null, null],
  ] as const) {
    t.equal(toSafeAddress(url), expected, String(url));
  }
  t.equal(toSafeAddress('../x.jpg', 'https://a.example/b/c/d.htm'), 'https://a.example/b/x.jpg');
  t.equal(toSafeAddress('javascript:alert(1)', 'https://a.example/'), null);
  t.equal(
    toPassage('https://a.example/x', '比去年-早，采了'),
    `https://a.example/x#:~:text=${encodeURIComponent('比去年')}%2D${encodeURIComponent('早')}`,
  );
  t.equal(toPassage('https://a.example/x#y', '早'), 'https://a.example/x#y', 'with a fragment of its own');
  t.equal(toPassage('javascript:alert(1)', '早'), null);
  t.end();
});

t.test('numbers lose no digit', (t) => {
  for (const [decimal, expected] of [
    ['5600', '5,600'],
    ['-1234567.250', '-1,234,567.250'],
    ['12345678901234567890.1', '12,345,678,901,234,567,890.1'],
    ['100', '100'],
    ['-100', '-100'],
  ] as const) {
    t.equal(groupDigits(decimal), expected);
  }
  t.equal(
    describeNormalized({ normalizedValue: '3000', normalizedValueMax: '5000', normalizedUnit: '亩' }),
    '3,000–5,000 亩',
  );
  t.equal(describeNormalized({ normalizedValue: null, normalizedValueMax: null, normalizedUnit: null }), null);
  t.end();
});

t.test('days and weeks', (t) => {
  const weeks = listWeeks(2024, 2);
  t.same(weeks[0], [null, null, null, '2024-02-01', '2024-02-02', '2024-02-03', '2024-02-04'], 'a Thursday');
  t.same(weeks.at(-1)?.slice(2, 5), ['2024-02-28', '2024-02-29', null], 'of a leap year');
  for (let month = 1; month <= 12; month += 1) for (const week of listWeeks(2023, month)) t.equal(week.length, 7);
  t.equal(shiftDate('2024-02-28', 2), '2024-03-01');
  t.equal(shiftDate('nonsense', 2), 'nonsense');
  t.end();
});
