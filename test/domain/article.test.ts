import t from 'tap';
import { block, countChars, layOut, normalizePageNumber } from '../../src/domain/article.js';

t.test('the text has a line for each part, and every span points at it', (t) => {
  const { text, lines, body } = layOut({
    title: '新桥通车',
    subtitle: null,
    lead: '两岸\n连成一片。',
    body: [
      { type: 'heading', level: 2, text: '十年等待' },
      { type: 'paragraph', text: '“终于通了。”王大爷说。' },
      { type: 'list', ordered: true, items: ['桥长1.2公里', '投资3亿元'] },
      { type: 'image', url: 'a.jpg', alt: null, caption: '图为新桥。' },
      { type: 'image', url: 'b.jpg', alt: '桥', caption: null },
      {
        type: 'table',
        caption: '造价',
        rows: [
          ['项', '亿元'],
          ['桥', '3'],
        ],
      },
      { type: 'list', ordered: false, items: [] },
    ],
  });
  t.equal(
    text,
    '新桥通车\n两岸 连成一片。\n十年等待\n“终于通了。”王大爷说。\n桥长1.2公里\n投资3亿元\n图为新桥。\n造价\n项\t亿元\n桥\t3',
  );
  t.same(
    lines.map(({ start, end, kind }) => [kind, text.slice(start, end)]),
    [
      ['title', '新桥通车'],
      ['lead', '两岸 连成一片。'],
      ['heading', '十年等待'],
      ['paragraph', '“终于通了。”王大爷说。'],
      ['item', '桥长1.2公里'],
      ['item', '投资3亿元'],
      ['caption', '图为新桥。'],
      ['caption', '造价'],
      ['row', '项\t亿元'],
      ['row', '桥\t3'],
    ],
  );
  t.same(
    body.map(({ span }) => text.slice(span.start, span.end)),
    ['十年等待', '“终于通了。”王大爷说。', '桥长1.2公里\n投资3亿元', '图为新桥。', '', '造价\n项\t亿元\n桥\t3', ''],
  );
  for (const placed of body) t.equal(block.safeParse(placed).success, true, `${placed.type} is a block`);
  t.end();
});

t.test('charCount counts the body in characters, not in code units or white space', (t) => {
  const layout = layOut({
    title: '题',
    subtitle: '副题',
    lead: '导语',
    body: [{ type: 'paragraph', text: '一 𠮷\t二' }],
  });
  t.equal(countChars(layout), 3);
  t.end();
});

t.test('pages are compared by their number', (t) => {
  const cases: [string, string][] = [
    ['05', '5'],
    ['5', '5'],
    ['第05版', '5'],
    ['０５', '5'],
    ['A05', 'A5'],
    ['a5', 'A5'],
    ['头版', '头'],
    ['10', '10'],
  ];
  for (const [page, expected] of cases) t.equal(normalizePageNumber(page), expected, page);
  t.end();
});
