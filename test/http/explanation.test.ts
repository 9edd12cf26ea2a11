/** Explanations through the API: the parts add up to what a search gives. */
import t from 'tap';
import { createWrite } from '../store/sample.js';
import { serveArticles } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const articles = [
  createWrite({ id: 'dam', title: '水库除险加固', paragraphs: ['青禾水库投入一千万元。'], section: ['水利'] }),
  createWrite({ id: 'drill', title: '防汛演习', paragraphs: ['演习在水库大坝举行，除险队伍参加。'] }),
  createWrite({ id: 'road', title: '公路', paragraphs: ['臺風過後公路恢復。'] }),
];
const sum = (parts: Body[]) => parts.reduce((all, { score }) => all + score, 0);

t.test('the parts of a score are what a search gives', async (t) => {
  const app = await serveArticles(t, articles);
  for (const q of ['水库', '水库除险', '水库 除险', 'title:水库', '公路 水库', '台风']) {
    const { data } = await ask(app, `/v1/search?q=${encodeURIComponent(q)}`);
    t.ok(data.length > 0, q);
    for (const [at, { article, score }] of data.entries()) {
      const body = await ask(app, `/v1/search/explain?q=${encodeURIComponent(q)}&id=${article.id}`);
      t.ok(Math.abs(body.score - score) <= 0.001, `${q}: ${article.id}: ${body.score} ${score}`);
      t.ok(Math.abs(sum(body.parts) - body.score) < 1e-6, 'they add up');
      t.equal(body.place, at + 1);
    }
  }
  const both = await ask(app, `/v1/search/explain?q=${encodeURIComponent('水库除险')}&id=drill`);
  t.match(both.matches, [
    { clause: 1, text: '水库除险', fields: [] },
    { clause: 1, text: '水库', fields: ['body'] },
    { clause: 1, text: '除险', fields: ['body'] },
  ]);
  const folded = await ask(app, `/v1/search/explain?q=${encodeURIComponent('臺風 section:水利')}&id=dam`);
  t.match(folded, { normalized: '台风 section:水利', matches: [{ fields: [] }, { clause: 2, fields: ['section'] }] });
  const none = await ask(app, `/v1/search/explain?q=${encodeURIComponent('火箭')}&id=dam`);
  t.match(none, { place: null, score: null, parts: [] });
  t.match(await ask(app, `/v1/search/explain?q=${encodeURIComponent('，')}&id=dam`), { place: null, matches: [] });
  t.equal((await askInVain(app, '/v1/search/explain?q=x&id=none')).code, 'not_found');
});
