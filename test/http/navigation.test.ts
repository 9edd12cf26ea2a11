/** The ways into the archive: sections, sources, and printed issues with their pages. */
import t from 'tap';
import { addDays } from '../../src/domain/time.js';
import { inventArticle, openTestServer, serveArticles, writes } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const app = await openTestServer(t);
const daily = writes.filter(({ source }) => source?.slug === 'yun-ling-ri-bao');

t.test('sections are a tree with counts', async (t) => {
  const { data } = await ask(app, '/v1/sections');
  const news = data.find(({ slug }: Body) => slug === 'xin-wen');
  t.equal(news.articleCount, 24, 'its own articles and those below it');
  t.match(news.children, [{ slug: 'xin-wen/xiang-cun', name: '乡村', path: ['新闻', '乡村'], articleCount: 12 }]);
});

t.test('sources', async (t) => {
  const { data } = await ask(app, '/v1/sources');
  const found = data.find(({ slug }: Body) => slug === 'yun-ling-ri-bao');
  t.match(found, { name: '云岭日报', articleCount: 16, issueCount: 16, firstIssueDate: '2016-01-04' });
});

t.test('issues of a source, page by page', async (t) => {
  const dates: string[] = [];
  let address = '/v1/sources/yun-ling-ri-bao/issues?limit=5';
  for (;;) {
    const { data, page } = await ask(app, address);
    dates.push(...data.map(({ date }: Body) => date));
    if (page.next === null) break;
    address = `/v1/sources/yun-ling-ri-bao/issues?limit=5&cursor=${page.next}`;
  }
  t.same(
    dates,
    daily
      .map(({ article }) => article.issue?.date)
      .sort()
      .reverse(),
    'newest first, each once',
  );
});

t.test('an issue, its pages in order', async (t) => {
  const [first] = daily;
  const { issue } = first?.article ?? {};
  const body = await ask(app, `/v1/sources/yun-ling-ri-bao/issues/${issue?.date}`);
  t.match(body, { source: { name: '云岭日报' }, date: issue?.date, pageCount: 1, articleCount: 1 });
  t.same(
    body.pages.map(({ page, articles }: Body) => [page, articles.map(({ id }: Body) => id)]),
    [[issue?.page, [first?.article.id]]],
  );
});

/** A daily paper of four pages, two articles on each, without its issue of 2018-02-10 and the third page of the next. */
function printDaily() {
  const days = Array.from({ length: 70 }, (_, day) => addDays('2018-01-01', day));
  const pages = days.flatMap((date) =>
    ['01', '02', '03', '04'].flatMap((page) => [
      { date, page },
      { date, page },
    ]),
  );
  const kept = pages.filter(({ date, page }) => date !== '2018-02-10' && !(date === '2018-02-11' && page === '03'));
  return kept.map((issue, n) => {
    const write = inventArticle(n);
    return { ...write, source: { name: '河报', slug: 'he-bao' }, article: { ...write.article, issue } };
  });
}

t.test('a printed newspaper', async (t) => {
  const printed = await serveArticles(t, printDaily());
  t.test('what is missing of it', async (t) => {
    const whole = await ask(printed, '/v1/sources/he-bao/coverage');
    t.match(whole, { source: { name: '河报' }, from: '2018-01-01', to: '2018-03-11' }, 'all of a short life');
    t.same(
      whole.data.filter(({ state }: Body) => state !== 'present').map(({ date, state }: Body) => [date, state]),
      [
        ['2018-02-10', 'missing'],
        ['2018-02-11', 'suspect'],
      ],
    );
    const { data } = await ask(printed, '/v1/sources/he-bao/coverage?from=2018-02-09&to=2018-02-11');
    t.same(data, [
      { date: '2018-02-09', state: 'present', pageCount: 4, articleCount: 8, usualPageCount: 4, missingPages: [] },
      { date: '2018-02-10', state: 'missing', pageCount: 0, articleCount: 0, usualPageCount: 4, missingPages: [] },
      { date: '2018-02-11', state: 'suspect', pageCount: 3, articleCount: 6, usualPageCount: 4, missingPages: ['3'] },
    ]);
    const beyond = await ask(printed, '/v1/sources/he-bao/coverage?from=2020-01-01');
    t.match(beyond, { from: '2020-01-01', to: '2020-01-01', data: [] }, 'after its life nothing is missing');
    for (const [query, parameter] of [
      ['from=2018-03-01&to=2018-02-01', 'from'],
      ['from=1990-01-01&to=2018-02-01', 'to'],
    ])
      t.match(await askInVain(printed, `/v1/sources/he-bao/coverage?${query}`), {
        code: 'invalid_parameter',
        parameter,
      });
  });

  t.test('from one article to the next on its page', async (t) => {
    const { pages } = await ask(printed, '/v1/sources/he-bao/issues/2018-01-02');
    for (const { articles } of pages) {
      const [first, second] = articles;
      t.same(await ask(printed, `/v1/articles/${first.id}/neighbors`), { prev: null, next: second });
      t.same(await ask(printed, `/v1/articles/${second.id}/neighbors`), { prev: first, next: null });
    }
    t.same(await ask(app, '/v1/articles/a000000000000001/neighbors'), { prev: null, next: null }, 'not printed');
    t.match(await askInVain(app, '/v1/articles/nothing/neighbors'), { status: 404 });
  });
});

t.test('what is not there is 404, also a source in a path', async (t) => {
  const cases: [address: string, parameter: string][] = [
    ['/v1/sources/yun-ling-ri-ba/issues', 'slug'],
    ['/v1/sources/nobody/issues/2016-01-04', 'slug'],
    ['/v1/sources/yun-ling-ri-bao/issues/1999-01-01', 'date'],
    ['/v1/sources/nobody/coverage', 'slug'],
    ['/v1/sources/lin-xi-wan-bao/coverage', 'slug'],
  ];
  for (const [address, parameter] of cases) {
    t.match(await askInVain(app, address), { status: 404, code: 'not_found', parameter }, address);
  }
  t.match(await askInVain(app, '/v1/sources/yun-ling-ri-bao/issues/2016-02-30'), {
    status: 400,
    code: 'invalid_parameter',
    parameter: 'date',
  });
});
