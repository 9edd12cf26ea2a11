/** “Did you mean” through the API: only where nothing holds all of a query, and only what finds something. */
import t from 'tap';
import { createWrite } from '../store/sample.js';
import { serveArticles } from './archive.js';
import { ask } from './ask.js';

const articles = [
  createWrite({ id: 'a', title: '夜游古镇', paragraphs: ['游客在同里古镇过中秋。'], section: ['新闻', '水利'] }),
  createWrite({ id: 'b', title: '大桥通车', paragraphs: ['跨江大桥建成。'], section: ['新闻'] }),
  createWrite({
    id: 'c',
    title: '访谈',
    paragraphs: ['谈教育。'],
    quotes: [{ text: '好。', speaker: '欧阳若兰', organization: '青禾中学' }],
  }),
];

t.test('a query that finds nothing has others like it', async (t) => {
  const app = await serveArticles(t, articles);
  const cases: [q: string, first: string | undefined, why: string][] = [
    ['同理', '同里', 'another character of the same sound'],
    ['同理古镇', '同里古镇', 'inside of a longer word'],
    ['童立', '同里', 'both characters'],
    ['同离 中秋', '同里 中秋', 'one of several words'],
    ['tongli', '同里', 'letters'],
    ['欧阳若蓝', '欧阳若兰', 'names'],
    ['跨江大侨', '跨江大桥', 'in a word'],
    ['跨河大桥', '跨江大桥', 'another sound'],
    ['跨大江桥', '跨江大桥', 'two changed about'],
    ['跨江江大桥', '跨江大桥', 'one too many'],
    ['section:谁利', 'section:水利', 'in a field'],
    ['同里', undefined, 'what is there'],
    ['火箭', undefined, 'what nothing is like'],
    ['zzzz', undefined, 'no word'],
    ['，，', undefined, 'nothing'],
  ];
  for (const [q, first, why] of cases) {
    const { didYouMean } = (await ask(app, `/v1/search?q=${encodeURIComponent(q)}`)).meta.search;
    t.equal(didYouMean[0], first, `${why}: ${q} ${didYouMean}`);
    t.ok(didYouMean.length <= 3);
    for (const other of didYouMean)
      t.ok((await ask(app, `/v1/search?q=${encodeURIComponent(other)}`)).data.length > 0, `${other} finds something`);
  }
  const elsewhere = await ask(app, `/v1/search?q=${encodeURIComponent('同理')}&from=2020`);
  t.same(elsewhere.meta.search.didYouMean, [], 'not what the filters leave out');
  const left = await ask(app, `/v1/search?q=${encodeURIComponent('大桥')}&section=水利`);
  t.same([left.data, left.meta.search.didYouMean], [[], []], 'nothing for what stands elsewhere in the archive');
  const list = await ask(app, `/v1/articles?q=${encodeURIComponent('同理')}`);
  t.equal(list.meta.search.didYouMean[0], '同里', 'at lists too');
});
