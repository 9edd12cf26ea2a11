/** Related articles through the API: what is shared, and what is only said again. */
import t from 'tap';
import { createWrite } from '../store/sample.js';
import { serveArticles } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const day = (date: string) => Date.parse(`${date}T08:00:00+08:00`);
const dam =
  '青禾水库除险加固工程投入一千万元，大坝加高两米，年底前完工。施工队日夜作业，库区群众陆续搬迁，新的泄洪闸已经装好。';
const filler = Array.from({ length: 20 }, (_, at) =>
  createWrite({
    id: `f${at}`,
    title: `今日天气${at}`,
    paragraphs: [`明天晴到多云，气温${at}度。`],
    publishedAt: day('2018-01-01'),
  }),
);
const articles = [
  ...filler,
  createWrite({
    id: 'dam',
    title: '青禾水库除险加固',
    paragraphs: [dam],
    section: ['水利'],
    publishedAt: day('2020-03-01'),
  }),
  createWrite({ id: 'copy', title: '水库工程', paragraphs: [`本报讯 ${dam}`], publishedAt: day('2020-03-02') }),
  createWrite({
    id: 'near',
    title: '水库大坝验收',
    paragraphs: ['专家组验收大坝和泄洪闸。'],
    section: ['水利'],
    publishedAt: day('2020-03-10'),
    quotes: [{ speaker: '樊诸葛', organization: '青禾县水利局' }],
  }),
  createWrite({
    id: 'far',
    title: '大坝旧闻',
    paragraphs: ['水库大坝多年前的样子。'],
    publishedAt: day('2010-03-01'),
    quotes: [{ speaker: '樊诸葛', organization: '青禾县水利局' }],
  }),
];

t.test('what shares telling words and names, the nearest first; reprints last', async (t) => {
  const app = await serveArticles(t, articles);
  const { data } = await ask(app, '/v1/articles/dam/related');
  t.same(
    data.map(({ article }: Body) => article.id),
    ['near', 'far', 'copy'],
  );
  const [near, far, copy] = data;
  t.match(
    [new Set(near.reasons.terms), new Set(far.reasons.terms)],
    [new Set(['大坝', '水库']), new Set(['大坝', '水库'])],
    'words',
  );
  t.match([near.reasons.section, near.reasons.daysApart], ['6c34-5229', 9]);
  t.match([far.reasons.section, far.reasons.daysApart], [null, 3653]);
  t.same([near.reprintOf, far.reprintOf, copy.reprintOf], [null, null, 'dam']);
  t.ok(near.score > far.score);
  t.same((await ask(app, '/v1/articles/dam/related?limit=1')).data, [near]);

  const names = await ask(app, '/v1/articles/near/related');
  const shared = names.data.find(({ article }: Body) => article.id === 'far');
  t.same([shared.reasons.people, shared.reasons.organizations], [['樊诸葛'], ['青禾县水利局']]);
  t.notOk(
    names.data.some(({ article }: Body) => article.id === 'near'),
    'not itself',
  );

  t.equal((await askInVain(app, '/v1/articles/none/related')).code, 'not_found');
  t.equal((await askInVain(app, '/v1/articles/dam/related?limit=21')).parameter, 'limit');
});
