/** The articles over HTTP: by filter, by id, page by page, with and without what hangs on them. */
import t from 'tap';
import type { Json } from '../../src/domain/json.js';
import type { ArticleWrite } from '../../src/domain/write.js';
import { pickFields, pickFieldsOf } from '../../src/http/answer.js';
import { openTestServer, withdrawnId, writes } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const app = await openTestServer(t);
const idOf = (write: ArticleWrite) => write.article.id;
const ids = (body: Body): string[] => body.data.map(({ id }: { id: string }) => id);
const published = ({ article }: ArticleWrite) => article.publishedAt;
/** What a filter should give, newest first by publication, articles without a date left to their place at the end. */
const expected = (fits: (write: ArticleWrite) => boolean) => writes.filter(fits).map(idOf).sort();

t.test('filters', async (t) => {
  const day = (write: ArticleWrite) => published(write)?.slice(0, 10) ?? '';
  const cases: [query: string, fits: (write: ArticleWrite) => boolean, why: string][] = [
    ['', () => true, 'all'],
    ['section=xin-wen', (w) => w.section[0]?.slug === 'xin-wen', 'a section by slug, and those below it'],
    ['section=新闻', (w) => w.section[0]?.slug === 'xin-wen', 'by name'],
    ['section=新闻/乡村', (w) => w.section[1]?.slug === 'xiang-cun', 'by names'],
    ['section=乡村', (w) => w.section[1]?.slug === 'xiang-cun', 'by the name of a lower one'],
    ['source=yun-ling-ri-bao', (w) => w.source?.slug === 'yun-ling-ri-bao', 'a source by slug'],
    ['source=临溪晚报', (w) => w.source?.slug === 'lin-xi-wan-bao', 'a source by name'],
    ['issueDate=2016-01-04', (w) => w.article.issue?.date === '2016-01-04', 'a printed issue'],
    ['page=2', (w) => w.article.issue?.page === '02', 'a page, however it is written'],
    ['page=第02版', (w) => w.article.issue?.page === '02', 'a page as printed'],
    ['from=2016-06-01', (w) => day(w) >= '2016-06-01', 'from a day on'],
    ['to=2016-06-08', (w) => day(w) !== '' && day(w) <= '2016-06-08', 'to the end of a day'],
    ['from=2016&to=2016', (w) => day(w).startsWith('2016'), 'a year'],
    ['from=2016-06&to=2016-07', (w) => /^2016-0[67]/.test(day(w)), 'months'],
    ['from=2016-01-15T08:30:00%2B08:00&to=2016-01-15T00:30:00Z', (w) => day(w) === '2016-01-15', 'an instant is exact'],
    ['from=2016-01-15&to=2016-01-15&tz=America/New_York', () => false, 'a day elsewhere: 08:30 here is the day before'],
    ['from=2016-01-14&to=2016-01-14&tz=America/New_York', (w) => day(w) === '2016-01-15', 'that day before'],
    ['date=issue&from=2016&to=2016-03', (w) => /^2016-0[123]/.test(w.article.issue?.date ?? ''), 'by date of issue'],
    ['date=modified&from=2020-01-01', () => true, 'by the last change'],
    ['date=modified&to=2019-12-31', () => false, 'nothing changed before'],
    [
      'section=新闻&source=云岭日报&page=01',
      (w) => w.section[0]?.slug === 'xin-wen' && w.source?.slug === 'yun-ling-ri-bao' && w.article.issue?.page === '01',
      'several at once',
    ],
  ];
  for (const [query, fits, why] of cases) {
    const body = await ask(app, encodeURI(`/v1/articles?limit=100${query && '&'}${query}`).replaceAll('%25', '%'));
    t.same(ids(body).sort(), expected(fits), `${query}: ${why}`);
  }
});

t.test('order', async (t) => {
  const cases: [sort: string, key: (write: ArticleWrite) => string | null][] = [
    ['publishedAt', published],
    ['issueDate', ({ article }) => article.issue?.date ?? null],
  ];
  for (const [sort, key] of cases) {
    for (const descending of [true, false]) {
      const body = await ask(app, `/v1/articles?limit=100&sort=${descending ? '-' : ''}${sort}`);
      const keys = ids(body).map((id) => key(writes.find((write) => idOf(write) === id) as ArticleWrite));
      const dated = keys.filter((each) => each !== null);
      const sorted = [...dated].sort();
      t.same(dated, descending ? sorted.reverse() : sorted, `${sort}, ${descending ? 'newest' : 'oldest'} first`);
    }
  }
  const [byDefault, named] = [await ask(app, '/v1/articles'), await ask(app, '/v1/articles?sort=-publishedAt')];
  t.same(byDefault.data, named.data, 'newest first is the default');
});

t.test('a walk over all pages gives every row once, and back again', async (t) => {
  for (const list of [
    '/v1/articles?limit=7',
    '/v1/articles?limit=7&sort=issueDate',
    '/v1/quotes?limit=5',
    '/v1/statistics?limit=5',
  ]) {
    const whole = ids(await ask(app, list.replace(/limit=\d/, 'limit=100')));
    const forward: string[] = [];
    let body = await ask(app, list);
    t.equal(body.page.prev, null, 'nothing before the first page');
    for (;;) {
      forward.push(...ids(body));
      t.equal(body.page.hasMore, body.page.next !== null);
      if (body.page.next === null) break;
      body = await ask(app, `${list}&cursor=${body.page.next}`);
    }
    t.same(forward, whole, `${list}: forward`);
    const back: string[] = [];
    for (;;) {
      back.unshift(...ids(body));
      if (body.page.prev === null) break;
      body = await ask(app, `${list}&cursor=${body.page.prev}`);
    }
    t.same(back, whole, `${list}: back`);
  }
});

t.test('links lead to the neighboring pages', async (t) => {
  const first = await app.inject('/v1/articles?section=%E6%96%B0%E9%97%BB&limit=3');
  const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(String(first.headers.link)) ?? [];
  const second = await app.inject(next);
  const links = String(second.headers.link);
  t.match(links, /<[^>]+>; rel="next", <[^>]+>; rel="prev"/);
  const [, prev = ''] = /<([^>]+)>; rel="prev"/.exec(links) ?? [];
  t.same(ids((await app.inject(prev)).json()), ids(first.json()), 'there and back');
  const last = await app.inject('/v1/articles?limit=100');
  t.equal(last.headers.link, undefined, 'none where there is no other page');
});

t.test('links begin with the public address', async (t) => {
  const behindProxy = await openTestServer(t, { publicUrl: 'https://archive.example/api' });
  const { headers } = await behindProxy.inject('/v1/articles?limit=3');
  t.match(headers.link, /^<https:\/\/archive\.example\/api\/v1\/articles\?limit=3&cursor=[\w-]+>; rel="next"$/);
});

t.test('count', async (t) => {
  t.notOk('total' in (await ask(app, '/v1/articles')), 'not unless asked');
  for (const how of ['exact', 'estimated']) {
    const { total, data } = await ask(app, `/v1/articles?limit=2&count=${how}&source=yun-ling-ri-bao`);
    t.same(total, { value: 16, relation: 'eq' }, how);
    t.equal(data.length, 2);
  }
});

t.test('facets', async (t) => {
  const { facets } = await ask(app, '/v1/articles?facets=section,source,year,month&source=yun-ling-ri-bao');
  t.same(
    facets.source.map(({ value, count }: Body) => [value, count]).sort(),
    [
      ['lin-xi-wan-bao', 16],
      ['yun-ling-ri-bao', 16],
    ],
    'a facet ignores the filter of its own name',
  );
  const news = facets.section.find(({ value }: Body) => value === 'xin-wen');
  t.equal(
    news.count,
    writes.filter((w) => w.source?.slug === 'yun-ling-ri-bao' && w.section[0]?.slug === 'xin-wen').length,
  );
  for (const { value, count } of facets.year) {
    const body = await ask(app, `/v1/articles?source=yun-ling-ri-bao&from=${value}&to=${value}&count=exact`);
    t.equal(body.total.value, count, `the year ${value} as a filter gives as many`);
  }
  t.same(Object.keys((await ask(app, '/v1/articles?facets=year')).facets), ['year'], 'only what was asked for');
});

t.test('fields and include', async (t) => {
  const [row] = (await ask(app, '/v1/articles?limit=1')).data;
  t.notOk('body' in row || 'text' in row || 'quotes' in row, 'summaries unless asked');
  const withText = await ask(app, '/v1/articles?limit=100&fields=id,text,body');
  for (const each of withText.data) {
    t.same(Object.keys(each), ['id', 'text', 'body']);
    t.equal(each.text, writes.find((write) => idOf(write) === each.id)?.article.text);
  }
  const children = await ask(app, '/v1/articles?limit=100&include=quotes,statistics');
  for (const each of children.data) {
    const write = writes.find((candidate) => idOf(candidate) === each.id);
    t.same(each.quotes, write?.quotes);
    t.same(each.statistics, write?.statistics);
  }
  const [both] = (await ask(app, '/v1/articles?limit=1&fields=title&include=quotes')).data;
  t.same(Object.keys(both), ['title', 'quotes'], 'include adds to fields');
});

t.test('of documents that lack a field the others are given', (t) => {
  const fields = ['title', 'id', 'title'];
  const cases: [stored: string, expected: string, why: string][] = [
    ['{"id":"a","url":null,"title":"题"}', '{"title":"题","id":"a"}', 'each once, in the order that was asked for'],
    ['{"id":"a","url":null}', '{"id":"a"}', 'where one is missing'],
    ['{"url":null}', '{}', 'or all'],
  ];
  const toJson = <T>(text: string) => Buffer.from(text) as unknown as Json<T>;
  for (const [stored, expected, why] of cases) {
    t.equal(String(pickFieldsOf(toJson<object>(stored), fields)), expected, why);
    const rows = toJson<object[]>(`[{"id":"b","title":"文"},${stored}]`);
    t.equal(String(pickFields(rows, fields)), `[{"title":"文","id":"b"},${expected}]`, why);
  }
  t.end();
});

t.test('by ids', async (t) => {
  const wanted = [writes[5], writes[2], writes[40]].map((write) => write?.article.id ?? '');
  const body = await ask(app, `/v1/articles?ids=${wanted.join(',')}`);
  t.same(ids(body), wanted, 'in this order');
  t.same(body.page, { next: null, prev: null, limit: 3, hasMore: false });
  t.same(
    ids(await ask(app, `/v1/articles?ids=${wanted[0]},nope,${withdrawnId},${wanted[0]}`)),
    [wanted[0]],
    'others left out',
  );
  t.same(ids(await ask(app, `/v1/articles?ids=${wanted.join(',')}&fields=id&include=quotes`)), wanted);
  const refused = await askInVain(app, `/v1/articles?ids=${wanted[0]}&source=yun-ling-ri-bao`);
  t.match(refused, { code: 'invalid_parameter', parameter: 'source' }, 'ids stand alone');
});

t.test('one article', async (t) => {
  for (const write of writes.slice(0, 6)) {
    const id = idOf(write);
    const whole = await ask(app, `/v1/articles/${id}?include=quotes,statistics`);
    t.match(whole, { ...write.article, source: write.source, quotes: write.quotes, statistics: write.statistics });
    t.equal(whole.section?.slug ?? '', write.section.map(({ slug }) => slug).join('/'));
    t.same(whole.body, write.article.body, 'with its body');
    for (const { span, text } of whole.quotes) t.equal(whole.text.slice(span.start, span.end), text);
    const { quotes, statistics, ...alone } = whole;
    t.same(await ask(app, `/v1/articles/${id}`), alone, 'children only when asked for');
    t.same(await ask(app, `/v1/articles/${id}/quotes`), { data: quotes });
    t.same(await ask(app, `/v1/articles/${id}/statistics`), { data: statistics });
    t.same(await ask(app, `/v1/articles/${id}?fields=id,url`), { id, url: write.article.url });
  }
  for (const tail of ['', '/quotes', '/statistics']) {
    t.match(await askInVain(app, `/v1/articles/nope${tail}`), { status: 404, code: 'not_found' });
    t.match(await askInVain(app, `/v1/articles/${withdrawnId}${tail}`), { status: 410, code: 'withdrawn' });
  }
});
