/** Search through the API: what is found, in which order, with what around it; and that nothing a reader sees is missed. */
import t from 'tap';
import { createWrite } from '../store/sample.js';
import { inventArticle, openTestServer, serveArticles } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const address = (q: string, more = '') => `/v1/search?q=${encodeURIComponent(q)}${more}`;
const idsOf = (body: Body) => body.data.map((hit: Body) => hit.article.id).join(' ');
const day = (date: string) => Date.parse(`${date}T08:00:00+08:00`);

const articles = [
  createWrite({
    id: 'dam',
    title: '水库除险加固开工',
    paragraphs: ['青禾县投入一千万元。'],
    section: ['新闻', '水利'],
    publishedAt: day('2020-03-01'),
  }),
  createWrite({
    id: 'drill',
    title: '防汛演习',
    paragraphs: ['演习在水库大坝举行，除险队伍参加。'],
    section: ['新闻'],
    publishedAt: day('2020-02-01'),
  }),
  createWrite({
    id: 'road',
    title: '全县公路养护',
    paragraphs: ['臺風過後，公路與橋梁恢復。5G基站98.5%正常。'],
    publishedAt: day('2019-01-01'),
  }),
  createWrite({
    id: 'rail',
    title: '铁路开通',
    paragraphs: ['15G带宽测试，10.25%的线路受影响。会C语言的人。'],
    publishedAt: day('2018-01-01'),
  }),
  createWrite({
    id: 'school',
    title: '人物',
    paragraphs: ['黎应能来到学校，樊诸葛支持C++教学。'],
    quotes: [{ text: '教学要改。', speaker: '樊诸葛', role: '校长', organization: '青禾中学' }],
    statistics: [{ text: '三百人', measure: '在校学生' }],
  }),
  createWrite({
    id: 'fish',
    title: '水库鱼肥',
    paragraphs: ['今年水库的鱼比往年肥。'],
    publishedAt: day('2021-01-01'),
  }),
];

t.test('what is found, and in which order', async (t) => {
  const app = await serveArticles(t, articles);
  const cases: [q: string, found: string, strategy: string, why: string][] = [
    ['水库除险', 'dam drill fish', 'any', 'as typed, before those with all the words, before those with some'],
    ['"水库除险"', 'dam', 'literal', 'a phrase is not taken apart'],
    ['水库 -演习', 'fish dam', 'literal', 'without; what says it more often first'],
    ['公路 OR 开工', 'road dam', 'literal', 'a choice'],
    ['title:水库 title:鱼', 'fish', 'literal', 'fields'],
    ['section:水利', 'dam', 'literal', 'the names of sections'],
    ['speaker:樊诸葛', 'school', 'literal', 'those who are quoted'],
    ['台风', 'road', 'literal', 'traditional characters'],
    ['５ｇ', 'road rail', 'substring', 'whole words, then parts of longer ones'],
    ['98.5%', 'road', 'literal', 'numbers'],
    ['C++', 'school', 'literal', 'signs that belong to a word'],
    ['应能来', 'school', 'literal', 'across words'],
    ['诸葛', 'school', 'literal', 'parts of names'],
    ['桥', 'road', 'literal', 'one character'],
    ['怎么防汛', 'drill', 'all', 'words that say nothing do not matter'],
    ['投入1000万元', 'dam', 'literal', 'numbers in their other form'],
    ['除险 队伍', 'drill dam', 'any', 'all the words, then some'],
    ['“水库”除险', 'dam drill fish', 'any', 'marks inside a word are punctuation'],
  ];
  for (const [q, found, strategy, why] of cases) {
    const body = await ask(app, address(q));
    t.same([idsOf(body), body.meta.search.strategy], [found, strategy], `${why}: ${q}`);
  }
  const some = await ask(app, address('防汛 火箭'));
  t.same(
    [idsOf(some), some.meta.search],
    ['drill', { tokens: ['防汛', '火箭'], synonyms: [], dictionary: null, didYouMean: [], strategy: 'any' }],
    'some of the words',
  );
  const none = await ask(app, address('火箭'));
  t.same([none.data, none.page.next], [[], null]);
});

t.test('filters, orders, counts and facets go with it, on every door', async (t) => {
  const app = await serveArticles(t, articles);
  t.equal(idsOf(await ask(app, address('水库', '&sort=-publishedAt'))), 'fish dam drill');
  t.equal(idsOf(await ask(app, address('水库', '&sort=publishedAt'))), 'drill dam fish');
  t.equal(idsOf(await ask(app, address('水库', '&from=2020&to=2020'))), 'dam drill');
  t.equal(idsOf(await ask(app, address('水库', `&section=${encodeURIComponent('水利')}`))), 'dam');
  const counted = await ask(app, address('水库', '&count=exact&facets=section,year'));
  t.same(counted.total, { value: 3, relation: 'eq' });
  t.same(
    counted.facets.year.map(({ value, count }: Body) => [value, count]),
    [
      ['2021', 1],
      ['2020', 2],
    ],
  );
  t.same(
    counted.facets.section.map(({ name, count }: Body) => [name, count]),
    [
      ['新闻', 2],
      ['水利', 1],
    ],
  );
  const list = await ask(
    app,
    `/v1/articles?q=${encodeURIComponent('水库')}&sort=-publishedAt&include=quotes&count=exact`,
  );
  t.same(
    [list.data.map(({ id }: Body) => id), list.total.value, list.meta.search.strategy],
    [['fish', 'dam', 'drill'], 3, 'literal'],
  );
  const quotes = await ask(app, address('教学', '&type=quote'));
  t.match(quotes.data, [{ type: 'quote', quote: { text: '教学要改。', article: { id: 'school' } } }]);
  t.equal(
    (await ask(app, `/v1/quotes?q=${encodeURIComponent('青禾中学')}&facets=speaker`)).facets.speaker[0].value,
    '樊诸葛',
  );
  t.equal((await ask(app, `/v1/statistics?q=${encodeURIComponent('在校学生')}`)).data[0].text, '三百人');

  const half = await ask(app, address('水库', '&halfLife=300'));
  t.equal(idsOf(half), 'fish dam drill', 'recency blended in');

  const wrong: [string, string][] = [
    [address('水库', '&halfLife=0'), 'halfLife'],
    [address('水库', '&halfLife=30&sort=-publishedAt'), 'halfLife'],
    [address('水库', '&sort=-issueDate'), 'sort'],
    [`/v1/articles?q=${encodeURIComponent('水库')}&sort=modifiedAt`, 'sort'],
    ['/v1/articles?sort=relevance', 'sort'],
    [address('水库', '&speaker=x'), 'speaker'],
    [address('水库', '&type=quote&facets=unit'), 'facets'],
    [address('水库', '&cursor=x'), 'cursor'],
    [address('x'.repeat(401)), 'q'],
    ['/v1/search', 'q'],
  ];
  for (const [asked, parameter] of wrong) t.equal((await askInVain(app, asked)).parameter, parameter, asked);
});

t.test('pages go on where the last ended', async (t) => {
  const app = await openTestServer(t);
  for (const sort of ['relevance', '-publishedAt', 'publishedAt']) {
    const whole = (await ask(app, address('云岭茶讯', `&limit=100&sort=${sort}`))).data.map(
      (hit: Body) => hit.article.id,
    );
    t.equal(whole.length, 48);
    const seen: string[] = [];
    let next: string | null = address('云岭茶讯', `&limit=7&sort=${sort}`);
    while (next !== null) {
      const body: Body = await ask(app, next);
      seen.push(...body.data.map((hit: Body) => hit.article.id));
      next = body.page.next && address('云岭茶讯', `&limit=7&sort=${sort}&cursor=${body.page.next}`);
    }
    t.same(seen, whole, sort);
  }
  const [first] = (await ask(app, address('云岭茶讯', '&limit=1'))).data;
  t.ok(first.score > 0);
});

t.test('passages are shown with what was found in them', async (t) => {
  const app = await serveArticles(t, articles);
  const [hit] = (await ask(app, address('台风 桥梁', '&highlight=title,body'))).data;
  t.notOk('title' in hit.highlights, 'only fields with finds');
  const [snippet] = hit.highlights.body;
  t.match(snippet.html, /^<mark>臺風<\/mark>過後，公路與<mark>橋梁<\/mark>恢復。/);
  const whole = await ask(app, `/v1/articles/${hit.article.id}`);
  t.equal(whole.text.slice(snippet.start, snippet.end), snippet.text);
  t.notOk('text' in hit.article, 'the text itself is not sent along');
});

t.test('what changes is found as it is now', async (t) => {
  const app = await openTestServer(t);
  t.same(
    (await ask(app, address('云岭茶讯第99期'))).data.filter((hit: Body) => hit.article.title.includes('99')),
    [],
    'not what was withdrawn',
  );
  t.equal((await ask(app, address('"第47批茶叶"', '&type=quote'))).data.length, 0, 'odd ones have no quote');
  t.equal((await ask(app, address('"第46批茶叶"', '&type=quote'))).data.length, 1);
});

t.test('any text is a query', async (t) => {
  const app = await serveArticles(t, articles);
  const strings = [
    '"',
    '""',
    "'",
    '*',
    '-',
    '--',
    '(',
    ')',
    '()',
    '{',
    '}',
    '^',
    ':',
    'a:b:c',
    'AND',
    'OR',
    'NOT',
    'NEAR(a b)',
    'a AND',
    'title:',
    'title:"',
    '"水库',
    '水库"',
    '+水库',
    '水库*',
    '\\',
    '%',
    '_',
    ';',
    "'; drop table articles; --",
    '水库 NOT',
    '𠮷',
    '😀',
    '\u200b',
    '\ufffd',
    '\ue000',
    'term1',
    'rowid:1',
    '，。！',
    '水'.repeat(400),
    'a '.repeat(200),
    '"'.repeat(399),
    '-水库',
  ];
  for (const q of strings) {
    for (const sort of ['relevance', '-publishedAt']) {
      const answer = await app.inject(address(q, `&sort=${sort}&count=estimated`));
      t.equal(answer.statusCode, 200, `${q.slice(0, 20)}: ${answer.body.slice(0, 200)}`);
    }
  }
});

t.test('every run of characters of a text finds the article', async (t) => {
  const samples = [
    createWrite({
      id: 'sample',
      title: '郗令宜谈青禾县“三点半”难题',
      paragraphs: [
        '２０１４年6月，欧阳震华、买买提·艾力说：GDP增速3.5%，臺灣同胞投資12,345万元！A股、5G与C++都谈到了。',
        '𠮷野家开业，票价￥9.9起。(一)1:3与1,234,567人，1,2,3三类；0.05mg、−5℃、Wi-Fi。',
        '①类㎡½ﬁneⅣ级#话题#a.b@c.cn，人民\u200b日报100％',
      ],
    }),
    inventArticle(10),
  ];
  const app = await serveArticles(t, [...articles, ...samples]);
  for (const { article } of samples) {
    const runs = new Set<string>();
    for (const line of article.text.split('\n')) {
      const characters = [...line];
      for (let from = 0; from < characters.length; from += 1)
        for (let length = 1; length <= 6; length += 1)
          runs.add(
            characters
              .slice(from, from + length)
              .join('')
              .trim(),
          );
    }
    const missed: string[] = [];
    for (const run of runs) {
      // Marks alone say nothing.
      if (!/[\p{L}\p{N}]/u.test(run)) continue;
      const { data } = await ask(app, address(`"${run.replace(/["“”「」『』]/g, '，')}"`, '&limit=100'));
      if (!data.some((hit: Body) => hit.article.id === article.id)) missed.push(run);
    }
    t.same(missed, [], article.id);
  }
});
