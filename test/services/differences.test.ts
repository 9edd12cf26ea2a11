import t from 'tap';
import { previewArticle } from '../../src/domain/preview.js';
import { compareArticles } from '../../src/services/differences.js';
import { createWrite, NOW, ZONE } from '../store/sample.js';

const given = { id: 'a', section: ['新闻'], source: '河报', quotes: [{ id: 'q1', speaker: '甲某' }, { id: 'q2' }] };
const render = (fields: Partial<Parameters<typeof createWrite>[0]> = {}, at = NOW) =>
  previewArticle(createWrite({ ...given, ...fields }), at, ZONE);
const none = { added: [], removed: [], altered: [] };

t.test('what readers see of an article is compared, field by field', (t) => {
  const before = render();
  const cases: [Parameters<typeof render>[0], object[], string][] = [
    [{ extractor: '2' }, [], 'the version of the rules is not seen'],
    [{ title: '新题' }, [{ field: 'title', from: '题目a', to: '新题' }], 'a title, and not the places behind it'],
    [{ url: null }, [{ field: 'url', from: 'https://paper.example/a', to: null }], 'what is no more'],
    [
      { issue: { date: '2014-06-30', page: '05' } },
      [{ field: 'issue', from: null, to: '2014-06-30, page 05' }],
      'what is there now',
    ],
    [
      { section: ['新闻', '要闻'] },
      [
        { field: 'breadcrumb', from: '新闻', to: '新闻 > 要闻' },
        { field: 'section', from: '新闻', to: '新闻/要闻' },
      ],
      'a section',
    ],
    [
      { paragraphs: ['正文。', '又。'] },
      [{ field: 'body', from: '3 characters in 1 blocks', to: '5 characters in 2 blocks' }],
      'the body, in numbers',
    ],
  ];
  for (const [fields, expected, why] of cases) {
    const differences = compareArticles(before, render(fields, NOW + 60_000));
    t.same(differences, { fields: expected, quotes: none, statistics: none }, why);
  }
  t.end();
});

t.test('quotes and statistics are compared by id', (t) => {
  const span = { start: 1, end: 2 };
  const quotes = [{ id: 'q0' }, { id: 'q1', speaker: '乙某' }];
  t.match(compareArticles(render(), render({ quotes })).quotes, {
    added: [{ id: 'q0' }],
    removed: [{ id: 'q2' }],
    altered: [{ from: { id: 'q1', speaker: '甲某' }, to: { id: 'q1', speaker: '乙某' } }],
  });
  const elsewhere = given.quotes.map((quote) => ({ ...quote, span, confidence: 1, rule: 'other' }));
  t.same(compareArticles(render(), render({ quotes: elsewhere })).quotes, none, 'how they were found is not compared');
  t.same(compareArticles(render(), render({ statistics: [{}] })).statistics.added.length, 1);
  t.end();
});
