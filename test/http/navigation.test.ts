/** The ways into the archive: sections, sources, and printed issues with their pages. */
import t from 'tap';
import { openTestServer, writes } from './archive.js';
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

t.test('what is not there is 404, also a source in a path', async (t) => {
  const cases: [address: string, parameter: string][] = [
    ['/v1/sources/yun-ling-ri-ba/issues', 'slug'],
    ['/v1/sources/nobody/issues/2016-01-04', 'slug'],
    ['/v1/sources/yun-ling-ri-bao/issues/1999-01-01', 'date'],
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
