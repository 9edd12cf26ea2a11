/** Suggestions through the API: by every way of typing, in their order, and never stale. */
import { join } from 'node:path';
import t from 'tap';
import { buildServer } from '../../src/http/server.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { createWrite } from '../store/sample.js';
import { serveArticles, testOptions } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const address = (q: string, more = '') => `/v1/search/suggest?q=${encodeURIComponent(q)}${more}`;
const shown = (body: Body) => body.data.map(({ type, text, count }: Body) => `${type} ${text} ${count}`);
const day = (date: string) => Date.parse(`${date}T08:00:00+08:00`);

const person = { speaker: '单同里', role: '镇长', organization: '同里镇政府' };
const articles = [
  createWrite({
    id: 'old',
    title: '同里古镇迎来客流高峰',
    section: ['新闻', '同里'],
    source: '同里晚报',
    publishedAt: day('2015-05-01'),
    quotes: [{ text: '人多。', ...person }],
  }),
  createWrite({
    id: 'new',
    title: '同里古镇迎来客流高峰',
    section: ['新闻', '同里'],
    publishedAt: day('2019-05-01'),
    quotes: [{ text: '又多。', ...person }, { speaker: '一位村民' }],
  }),
  createWrite({ id: 'road', title: '同里湖大桥通车', section: ['专题', '同里'], publishedAt: day('2020-01-01') }),
  createWrite({ id: 'chongqing', title: '重庆来客', source: '重慶日報', section: ['新闻'] }),
];

t.test('by Chinese, pinyin and initials, the most useful first', async (t) => {
  const app = await serveArticles(t, articles);
  const whole = ['section 同里 2', 'section 同里 1'];
  const others = [
    'organization 同里镇政府 2',
    'title 同里湖大桥通车 1',
    'title 同里古镇迎来客流高峰 2',
    'source 同里晚报 1',
  ];
  for (const q of ['同里', '同裡', 'tongli', '同li'])
    t.same(shown(await ask(app, address(q))), [...whole, ...others], q);
  for (const q of ['同', 'tongl', 'tl', 'TL'])
    t.same(new Set(shown(await ask(app, address(q)))), new Set([...whole, ...others]), q);
  const cases: [q: string, found: string[], why: string][] = [
    ['同里古镇迎来客流', ['title 同里古镇迎来客流高峰 2'], 'most of a title'],
    ['tlgzylklgf', ['title 同里古镇迎来客流高峰 2'], 'all initials'],
    ['tongliguzhenyinglaike', ['title 同里古镇迎来客流高峰 2'], 'more than keys are kept for'],
    ['tongliguzhenyinglaixx', [], 'nothing that only begins so'],
    ['chongqing', ['title 重庆来客 1', 'source 重慶日報 1'], 'as the word is read; traditional names'],
    ['重庆', ['title 重庆来客 1', 'source 重慶日報 1'], 'by simplified characters'],
    ['shantongli', ['person 单同里 2'], 'surnames are read as such'],
    ['stl', ['person 单同里 2'], 'initials of a name'],
    ['dan', ['person 单同里 2'], 'and in another reading'],
    ['一位', [], 'descriptions are no people'],
    ['，。', [], 'nothing'],
    ['"5*', [], 'signs'],
  ];
  for (const [q, found, why] of cases) t.same(shown(await ask(app, address(q))), found, `${why}: ${q}`);

  const { data } = await ask(app, address('tonglig'));
  t.same(data, [
    {
      type: 'title',
      text: '同里古镇迎来客流高峰',
      html: '<mark>同里古</mark>镇迎来客流高峰',
      marks: [{ start: 0, end: 3 }],
      value: 'new',
      context: '2019-05-01',
      count: 2,
    },
  ]);
  const [first, second] = (await ask(app, address('tongli', '&types=section'))).data;
  t.match([first.context, second.context], ['新闻', '专题'], 'sections of one name are told apart');
  const found = await ask(app, `/v1/articles?section=${encodeURIComponent(first.value)}&count=exact`);
  t.equal(found.total.value, first.count, 'value leads there');
  t.equal((await askInVain(app, address('tl', '&types=place'))).parameter, 'types');
  t.equal((await askInVain(app, address('tl', '&limit=51'))).parameter, 'limit');
  t.equal((await askInVain(app, '/v1/search/suggest')).parameter, 'q');
});

t.test('they are those of the archive as it is now', async (t) => {
  const file = join(t.testdir({}), 'archive.sqlite');
  migrateArchive(file, { timeZone: '+08:00', at: 0 });
  const write = openWriteStore(file);
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  const app = await buildServer({ read, options: testOptions });
  t.teardown(async () => {
    await app.close();
    await read.close();
    await write.close();
  });
  await write.publish(articles, day('2021-01-01'));
  const titles = async () => (await ask(app, address('tlgz', '&types=title'))).data;
  t.match(await titles(), [{ value: 'new', count: 2 }]);
  await write.withdraw('new', day('2021-01-02'));
  t.match(await titles(), [{ value: 'old', count: 1, context: '2015-05-01' }], 'the next newest');
  await write.withdraw('old', day('2021-01-02'));
  t.same(await titles(), [], 'none');
  t.same(shown(await ask(app, address('stl'))), [], 'nobody who is not quoted any more');
  await write.publish(articles.slice(0, 1), day('2021-01-03'));
  t.match(await titles(), [{ value: 'old', count: 1 }], 'back again');
  const renamed = createWrite({ id: 'old', title: '同里更名', publishedAt: day('2015-05-01') });
  await write.publish([renamed], day('2021-01-04'));
  t.same(await titles(), [], 'not under the title it had');
  t.same(shown(await ask(app, address('tlgm'))), ['title 同里更名 1']);
  t.same(shown(await ask(app, address('tl', '&types=source,organization,person'))), [], 'nor the names it had');
  await t.rejects(write.publish([articles[0], { ...articles[1], article: null }] as never, day('2021-01-05')));
  t.same(await titles(), [], 'nothing of what failed');
  const many = Array.from({ length: 40 }, (_, at) =>
    createWrite({
      id: `m${at}`,
      title: `通联${at}`,
      publishedAt: day('2021-02-01') + at * 86_400_000,
      quotes: [{ ...person }],
    }),
  );
  for (const one of many) await write.publish([one], day('2021-02-02'));
  t.same(shown(await ask(app, address('stl'))), ['person 单同里 40'], 'counted one by one');
  t.same(
    (await ask(app, address('通联', '&limit=3'))).data.map(({ text }: Body) => text),
    ['通联39', '通联38', '通联37'],
    'the newest',
  );
});
