/** Editing over HTTP: what people say of an article wins and is remembered; and what is withdrawn is gone through every door. */
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { keyRequest } from '../../src/domain/key.js';
import { publishOnTime } from '../../src/services/schedule.js';
import { openDoors } from '../graphql/doors.js';
import { ask, type Body, send } from './ask.js';
import { openWritableServer, type WritableServer } from './writable.js';

const server = await openWritableServer(t);
const { app, keys, services } = server;
const key = keys.edit;
const address = (id: string) => `/v1/articles/${id}`;

const given = {
  title: '青石桥今日通车',
  source: '云岭日报',
  section: ['新闻', '本地'],
  lead: '十年之后。',
  text: '合作社理事长林茂生说:“等了十年,桥终于通了。”\n该桥全长1.2公里,总投资3亿元。',
};

/** Stores an article of its own, and gives it with its name. */
async function make(url: string, { app, keys }: Pick<WritableServer, 'app' | 'keys'> = server): Promise<Body> {
  const { body } = await send(app, ['POST', '/v1/articles'], { key: keys.ingest, body: { ...given, url } });
  return body.article;
}
const tagOf = async (id: string, query = '') => String((await app.inject(`${address(id)}${query}`)).headers.etag);
const patch = async (id: string, body: unknown, tag?: string) =>
  send(app, ['PATCH', address(id)], { key, body, headers: { 'if-match': tag ?? (await tagOf(id)) } });
const reimport = (url: string, more = {}) =>
  send(app, ['POST', '/v1/articles'], { key: keys.ingest, body: { ...given, url, ...more } });

t.test('fields that are given are set, and only on what was seen', async (t) => {
  const { id } = await make('https://e.example/1');
  const tag = await tagOf(id);
  const missing = await send(app, ['PATCH', address(id)], { key, body: { title: '新题' } });
  t.match(missing, { status: 428, body: { code: 'precondition_required', parameter: 'If-Match' } });
  t.match(await patch(id, { title: '新题' }, '"3q2-7wEx0yfGZ1m8tXqk4A"'), {
    status: 412,
    body: { code: 'precondition_failed' },
  });

  const changed = await patch(id, { title: '桥通车了', lead: null, keywords: ['桥'] }, tag);
  t.match(changed, {
    status: 200,
    body: { title: '桥通车了', lead: null, keywords: ['桥'], revision: 2, source: { name: '云岭日报' } },
  });
  t.match(changed.body.text, /^桥通车了\n合作社/);
  const { quotes, text } = changed.body;
  t.equal(text.slice(quotes[0].span.start, quotes[0].span.end), quotes[0].text, 'quotes stand in the new text');
  t.match(await patch(id, { title: '又一题' }, tag), { status: 412 }, 'it is not as it was seen any more');
  t.equal(
    (await patch(id, { byline: '柳如意' }, String(changed.headers.etag))).status,
    200,
    'the answer names the new state',
  );
  for (const query of ['?include=quotes', '?include=quotes,statistics', '']) {
    t.equal((await patch(id, { keywords: [`k${query}`] }, await tagOf(id, query))).status, 200, `seen with ${query}`);
  }
  const before = (await ask(app, address(id))).revision;
  await patch(id, { title: '桥通车了' });
  t.equal((await ask(app, address(id))).revision, before, 'what says the same is no change');
  t.match(
    (await ask(app, '/v1/articles?source=yun-ling-ri-bao&sort=-modifiedAt&limit=1')).data,
    [{ id }],
    'lists know it',
  );
  t.match(await patch('none', { title: 'x' }, '*'), { status: 404 });
});

t.test('a whole article can be replaced', async (t) => {
  const { id } = await make('https://e.example/2');
  const put = async (body: unknown, tag?: string) =>
    send(app, ['PUT', address(id)], { key, body, headers: { 'if-match': tag ?? (await tagOf(id)) } });
  const body = [{ type: 'paragraph', text: '总投资5亿元。' }];
  const { body: replaced } = await put({ title: '全新', body });
  t.match(replaced, {
    title: '全新',
    source: null,
    section: null,
    lead: null,
    statistics: [{ value: '5' }],
    quotes: [],
  });
  t.match(await put({ title: '没有正文' }), { status: 422, body: { parameter: 'body' } });
  t.match(await put({ title: '题', body }, '"old"'), { status: 412 });
});

t.test('an edit outlives imports, and so does what is not edited', async (t) => {
  const url = 'https://e.example/3';
  const { id } = await make(url);
  await patch(id, { title: '编辑的题目', section: ['财经'] });
  t.match(await reimport(url), { body: { outcome: 'unchanged', article: { title: '编辑的题目' } } }, 'the same page');
  const again = await reimport(url, { source: '临溪晚报', title: '网页的新题目' });
  t.match(again.body, {
    outcome: 'updated',
    article: { title: '编辑的题目', section: { path: ['财经'] }, source: { name: '临溪晚报' } },
  });
  t.match(again.body.article.text, /^编辑的题目\n十年之后/);
  await patch(id, { source: null });
  t.match(
    (await reimport(url, { byline: '柳如意' })).body.article,
    { title: '编辑的题目', source: null, byline: '柳如意' },
    'edits add up',
  );
});

t.test('quotes and statistics are corrected, added and rejected, for good', async (t) => {
  const url = 'https://e.example/4';
  const { id, quotes, statistics } = await make(url);
  const at = (path: string) => `${address(id)}${path}`;
  const [quote] = quotes;
  const corrected = await send(app, ['PATCH', at(`/quotes/${quote.id}`)], {
    key,
    body: { role: '理事', note: '本人更正' },
  });
  t.match(corrected.body.quotes, [
    { id: quote.id, role: '理事', speaker: '林茂生', rule: 'correction', confidence: 1 },
  ]);
  t.equal(
    (await send(app, ['DELETE', at(`/statistics/${statistics[0].id}`)], { key })).body.statistics.length,
    statistics.length - 1,
  );
  const added = await send(app, ['POST', at('/statistics')], {
    key,
    body: { text: '十年', value: '10', unit: '年', measure: '等待时间' },
  });
  t.equal(added.status, 201);
  const item = added.body.statistics.find(({ text }: Body) => text === '十年');
  t.equal(added.headers.location, at(`/statistics/${item.id}`));
  t.equal(added.body.text.slice(item.span.start, item.span.end), '十年', 'its place was looked up');
  t.match(
    (await ask(app, '/v1/statistics?unit=年')).data,
    [{ id: item.id, article: { id } }],
    'it is found as others are',
  );

  const { body: after } = await reimport(url, { byline: '柳如意' });
  t.match(after.article, { quotes: [{ role: '理事' }], byline: '柳如意' });
  t.same(
    after.article.statistics.map(({ id }: Body) => id).sort(),
    added.body.statistics.map(({ id }: Body) => id).sort(),
    'all of it outlives another import',
  );
  await patch(id, { title: '也改了题目' });
  t.match((await ask(app, `${address(id)}?include=quotes`)).quotes, [{ role: '理事' }], 'and an edit of the text');

  const cases: [method: 'POST' | 'PATCH' | 'DELETE', path: string, body: unknown, status: number, why: string][] = [
    ['PATCH', '/quotes/nothing', { role: 'x' }, 404, 'no such quote'],
    ['DELETE', '/statistics/nothing', undefined, 404, 'no such figure'],
    ['POST', '/quotes', { text: '不在文中', kind: 'direct' }, 422, 'words that are not there'],
    [
      'POST',
      '/quotes',
      { text: '桥', kind: 'direct', span: { start: 5, end: 9_999 } },
      400,
      'a place that is not there',
    ],
    ['POST', '/quotes', { text: '桥' }, 422, 'without its kind'],
    ['PATCH', `/quotes/${quote.id}`, { span: { start: 0, end: 1 } }, 422, 'a place is not corrected'],
  ];
  for (const [method, path, body, status, why] of cases) {
    t.equal((await send(app, [method, at(path)], { key, body })).status, status, why);
  }
});

/** What is below the address of an article. */
const ownPaths = ['', '/quotes', '/statistics', '/related', '/neighbors'];

/** The same in GraphQL. */
const graphqlDoors = (word: string, id: string) => [
  '{ articles(first: 100) { totalCount facets(names: [section, source]) { values { value } } nodes { id title } } }',
  '{ quotes(first: 100) { nodes { id article { title } } } statistics(first: 100) { nodes { id article { title } } } }',
  `{ search(q: "${word}") { nodes { article { id title } } } suggest(q: "${word.slice(0, 2)}") { value text } }`,
  `{ node(id: "${id}") { id } relatedArticles(id: "${id}") { article { title } } }`,
  `{ nodes(ids: ["${id}"]) { id } article(id: "${id}") { title } }`,
  '{ sections { name } sources { name } changes(first: 100) { nodes { op article { id title } } } }',
];

/** Every door through which readers see articles. */
const listDoors = (word: string, id: string) => [
  '/v1/articles?limit=100',
  `/v1/articles?ids=${id}`,
  '/v1/quotes?limit=100',
  '/v1/statistics?limit=100',
  `/v1/search?q=${word}`,
  `/v1/articles?q=${word}`,
  '/v1/articles?limit=1&count=exact&facets=section,source,year',
  '/v1/sections',
  '/v1/sources',
  '/v1/export?content=true&include=quotes,statistics',
  '/v1/changes?include=article&limit=100',
  `/v1/search/suggest?q=${word.slice(0, 2)}`,
  '/v1/statistics/series?unit=CNY',
  '/v1/people',
  '/v1/organizations',
  ...graphqlDoors(word, id).map((query) => `/graphql?query=${query}`),
  '/feeds/articles.rss',
  '/feeds/quotes.json',
  '/feeds/sections.opml',
  '/sitemap.xml',
];

t.test('what is withdrawn is gone through every door, until it is restored', async (t) => {
  const other = await openDoors(t);
  const { app, keys } = other;
  const word = '独一无二的青石桥';
  const url = 'https://e.example/5';
  const body = {
    ...given,
    url,
    title: word,
    section: ['独栏'],
    source: '独报',
    issue: { date: '2024-03-05', page: '02' },
  };
  const { id } = (await send(app, ['POST', '/v1/articles'], { key: keys.ingest, body })).body.article;
  const { headers } = await app.inject(address(id));
  await send(app, ['PATCH', address(id)], {
    key: keys.edit,
    body: { byline: '柳如意' },
    headers: { 'if-match': String(headers.etag) },
  });
  const doors = listDoors(word, id);
  const look = async () => Promise.all(doors.map(async (door) => (await app.inject(encodeURI(door))).body));
  // A search repeats the words that were looked for.
  const shows = (text: string) => text.includes(id) || text.replace(/"meta":.*$/, '').includes('独');
  const shown = (await look()).map(shows);

  t.match(await send(app, ['DELETE', address(id)], { key: keys.edit, headers: { 'if-match': String(headers.etag) } }), {
    status: 412,
  });
  t.match(await send(app, ['DELETE', address(id)], { key: keys.edit }), { status: 200, body: { id, withdrawn: true } });
  const after = await look();
  doors.forEach((door, at) => {
    if (door.startsWith('/v1/changes')) return;
    t.notOk(shows(after[at] ?? ''), `${door}, where it was ${shown[at] ? '' : 'not '}before`);
  });
  t.match(JSON.parse(after[doors.indexOf('/v1/changes?include=article&limit=100')] ?? '').data.at(-1), {
    id,
    op: 'delete',
  });
  for (const path of ownPaths) t.equal((await app.inject(address(id) + path)).statusCode, 410, path);
  t.equal(
    (await send(app, ['PATCH', address(id)], { key: keys.edit, body: {}, headers: { 'if-match': '*' } })).status,
    410,
  );
  const again = await send(app, ['POST', '/v1/articles'], { key: keys.ingest, body });
  t.match(again, { status: 410, body: { code: 'withdrawn' } }, 'an import does not bring it back');

  const restored = await send(app, ['POST', `${address(id)}/restore`], { key: keys.edit });
  t.match(restored.body, { id, title: word, byline: '柳如意', revision: 3 }, 'as it was, edits included');
  t.same((await look()).map(shows), shown, 'it is where it was');
  t.match(await send(app, ['POST', `${address(id)}/restore`], { key: keys.edit }), { status: 404 }, 'once');
  t.match((await send(app, ['POST', '/v1/articles'], { key: keys.ingest, body: { ...body, byline: '别人' } })).body, {
    outcome: 'updated',
    article: { byline: '柳如意' },
  });
});

t.test('a draft is invisible through every door, and published by hand or at its time', async (t) => {
  const other = await openDoors(t);
  const { app, keys, read, write, clock } = other;
  const body = {
    ...given,
    title: '独家草稿',
    section: ['独栏'],
    source: '独报',
    issue: { date: '2024-03-05', page: '02' },
  };
  const post = (more: object) => send(app, ['POST', '/v1/articles'], { key: keys.ingest, body: { ...body, ...more } });
  const publishAt = '2026-01-15T12:00:00+08:00';
  const counts = ['/v1/articles/histogram?interval=year', '/v1/articles?limit=1&count=exact&facets=year', '/readyz'];
  const count = () => Promise.all(counts.map(async (path) => (await app.inject(path)).body));
  const before = await count();
  const draft = await post({ url: 'https://d.example/1', status: 'draft' });
  const timed = await post({ url: 'https://d.example/2', status: 'scheduled', publishAt });
  t.match(draft, {
    status: 201,
    body: { outcome: 'held', article: { title: '独家草稿', quotes: [{ speaker: '林茂生' }] } },
  });
  const [id, timedId] = [draft.body.article.id, timed.body.article.id];
  const seq = (await read.getState()).seq;
  const look = async () =>
    Promise.all(
      listDoors('独家草稿', id).map(async (door) => [door, (await app.inject(encodeURI(door))).body] as const),
    );
  const isShown = (text: string) => /独|d\.example/.test(text.replace(/"meta":.*$/, '')) || text.includes(id);
  for (const [door, text] of await look()) t.notOk(isShown(text), door);
  for (const path of ownPaths) t.equal((await app.inject(address(id) + path)).statusCode, 404, path);
  t.same(await count(), before, 'nothing counts it');

  const unpublished = await send(app, ['GET', '/v1/unpublished'], { key: keys.edit });
  t.same(
    unpublished.body.data.map(({ id, status, publishAt }: Body) => [id, status, publishAt]).sort(),
    [
      [id, 'draft', null],
      [timedId, 'scheduled', publishAt],
    ].sort(),
  );
  t.match(await send(app, ['GET', String(draft.headers.location)], { key: keys.edit }), {
    body: { article: { lead: '十年之后。' } },
  });
  t.equal((await app.inject('/v1/unpublished')).statusCode, 401, 'it is for editors');
  t.equal((await send(app, ['GET', '/v1/unpublished'], { key: keys.ingest })).status, 403);

  await post({ url: 'https://d.example/1', status: 'draft', lead: '改过的草稿。' });
  t.match(await post({ url: 'https://d.example/1' }), { status: 410 }, 'an import does not publish it');
  t.match(await post({ url: 'https://d.example/3', status: 'scheduled' }), {
    status: 422,
    body: { parameter: 'publishAt' },
  });
  t.match(await post({ url: 'https://d.example/3', status: 'draft', publishAt }), { status: 422 });
  t.equal((await read.getState()).seq, seq, 'nothing of it is in the log');

  const ended = new AbortController();
  const running = publishOnTime({
    read,
    write,
    clock: () => clock.now,
    pollMs: 5,
    report: (error) => t.fail(String(error)),
    signal: ended.signal,
  });
  await sleep(50);
  t.equal((await app.inject(address(timedId))).statusCode, 404, 'not before its time');
  clock.now = Date.parse(publishAt);
  while ((await app.inject(address(timedId))).statusCode !== 200) await sleep(10);
  t.match(await ask(app, address(timedId)), { publishedAt: publishAt, revision: 1 });
  t.equal((await app.inject(address(id))).statusCode, 404, 'a draft has none');
  ended.abort();
  await running;

  const published = await send(app, ['POST', `${address(id)}/restore`], { key: keys.edit });
  t.match(published.body, { lead: '改过的草稿。', revision: 2, statistics: [{}] }, 'the draft before is a revision');
  const open = (await look()).filter(([, text]) => isShown(text)).length;
  t.ok(open > 10, `${open} doors show it now`);
  t.match(await post({ url: 'https://d.example/1', status: 'draft' }), {
    status: 422,
    body: { code: 'identity_conflict' },
  });
});

t.test('what is not published is changed as what is, and nobody sees it', async (t) => {
  const { app, keys, read, clock, services } = await openWritableServer(t);
  const at = (id: string) => `/v1/unpublished/${id}`;
  const hold = async (url: string, more: object) =>
    (await send(app, ['POST', '/v1/articles'], { key: keys.ingest, body: { ...given, url, status: 'draft', ...more } }))
      .body.article;
  const look = async (id: string) => send(app, ['GET', at(id)], { key: keys.edit });
  const patch = async (id: string, body: object, tag?: string) => {
    const headers = { 'if-match': tag ?? String((await look(id)).headers.etag) };
    return send(app, ['PATCH', at(id)], { key: keys.edit, body, headers });
  };
  const { id, quotes } = await hold('https://u.example/1', {});
  const { seq } = await read.getState();
  const seen = String((await look(id)).headers.etag);
  t.equal((await look(id)).headers.etag, seen, 'it has a name as long as it stays');
  t.match(await send(app, ['PATCH', at(id)], { key: keys.edit, body: {} }), { status: 428 });
  t.match(await send(app, ['PATCH', at(id)], { key: keys.ingest, body: {}, headers: { 'if-match': '*' } }), {
    status: 403,
  });
  t.match(await patch('none', {}, '*'), { status: 404 });

  const limited = async (sources: string[]) =>
    (await services.keys.create(keyRequest.parse({ name: 'k', scopes: ['edit'], sources }))).secret;
  const [own, other] = [await limited([given.source]), await limited(['临溪晚报'])];
  for (const path of [at(id), `${address(id)}/revisions`, `${address(id)}/revisions/1`]) {
    t.equal((await send(app, ['GET', path], { key: own })).status, 200, path);
    t.equal((await send(app, ['GET', path], { key: other })).status, 403, `${path} is not for everybody who edits`);
  }
  t.same((await send(app, ['GET', '/v1/unpublished'], { key: other })).body.data, []);
  t.match((await send(app, ['GET', '/v1/unpublished'], { key: own })).body.data, [{ id }]);

  const changed = await patch(id, { title: '青石桥明日通车', lead: null });
  t.match(changed.body, { status: 'draft', article: { title: '青石桥明日通车', lead: null, revision: 2 } });
  t.equal(changed.body.article.quotes[0].id, quotes[0].id);
  t.match(await patch(id, { title: '又一题' }, seen), { status: 412 }, 'it is not as it was seen any more');
  t.equal(
    (await patch(id, { title: '青石桥明日通车' }, String(changed.headers.etag))).body.article.revision,
    2,
    'no change',
  );
  const revisions = await send(app, ['GET', `${address(id)}/revisions`], { key: keys.edit });
  t.match(revisions.body.data, [
    { revision: 2, title: '青石桥明日通车', isCurrent: true },
    { revision: 1, title: given.title, isCurrent: false },
  ]);
  t.match((await send(app, ['GET', `${address(id)}/revisions/1/diff`], { key: keys.edit })).body.fields, [
    { field: 'title' },
    {},
  ]);

  const time = '2026-02-01T08:00:00+08:00';
  const later = '2026-03-01T08:00:00+08:00';
  const cases: [body: object, expected: object, why: string][] = [
    [
      { publishAt: time },
      { status: 'scheduled', publishAt: time, article: { publishedAt: time } },
      'scheduled, and dated so',
    ],
    [{ publishAt: later }, { publishAt: later, article: { publishedAt: later } }, 'at another time'],
    [
      { publishAt: null },
      { status: 'draft', publishAt: null, article: { publishedAt: null } },
      'not by itself any more',
    ],
    [
      { publishedAt: '2025-12-31T08:00:00+08:00' },
      { article: { publishedAt: '2025-12-31T08:00:00+08:00' } },
      'a date of its own',
    ],
    [{ publishAt: time }, { publishAt: time, article: { publishedAt: '2025-12-31T08:00:00+08:00' } }, 'which it keeps'],
  ];
  for (const [body, expected, why] of cases) t.match((await patch(id, body)).body, expected, why);
  t.match(await patch(id, { status: 'draft', publishAt: time }), { status: 422, body: { parameter: 'publishAt' } });
  t.match(await patch(id, { status: 'draft' }), { body: { status: 'draft', publishAt: null } });
  t.match(
    await patch(id, { status: 'scheduled' }),
    { status: 422, body: { parameter: 'publishAt' } },
    'at which time?',
  );
  t.equal((await app.inject(address(id))).statusCode, 404);
  t.equal((await read.getState()).seq, seq, 'nothing of it is in the log');

  const published = await patch(id, { status: 'published', keywords: ['桥'] });
  t.match(published.body, {
    status: 'published',
    publishAt: null,
    article: { title: '青石桥明日通车', keywords: ['桥'] },
  });
  t.same(await ask(app, `${address(id)}?include=quotes,statistics`), published.body.article);
  t.equal(published.headers.etag, (await app.inject(`${address(id)}?include=quotes,statistics`)).headers.etag);
  t.match(
    (
      await send(app, ['POST', '/v1/articles'], {
        key: keys.ingest,
        body: { ...given, url: 'https://u.example/1', byline: '柳如意' },
      })
    ).body,
    {
      outcome: 'updated',
      article: { title: '青石桥明日通车', byline: '柳如意', publishedAt: '2025-12-31T08:00:00+08:00' },
    },
    'what was edited holds',
  );

  const now = '2026-01-15T10:30:00+08:00';
  clock.now = Date.parse(now);
  const undated = await hold('https://u.example/2', {});
  const early = await hold('https://u.example/3', { status: 'scheduled', publishAt: later });
  const printed = await hold('https://u.example/4', { issue: { date: '1998-03-05', page: '02' } });
  const restore = async (id: string) => (await send(app, ['POST', `${address(id)}/restore`], { key: keys.edit })).body;
  t.match(await restore(undated.id), { publishedAt: now }, 'a draft is dated when it is published');
  t.match(await restore(early.id), { publishedAt: now }, 'and what comes early');
  t.match(await restore(printed.id), { publishedAt: null }, 'what was printed has its date');
  t.match(
    (await ask(app, '/v1/articles?limit=2')).data.map(({ id }: Body) => id).sort(),
    [undated.id, early.id].sort(),
  );

  await send(app, ['DELETE', address(printed.id)], { key: keys.edit });
  t.match(await patch(printed.id, { publishAt: later }), { status: 422 }, 'what was withdrawn has no time');
  t.match(await patch(printed.id, { lead: '更正。' }), { body: { status: 'withdrawn', article: { lead: '更正。' } } });
  t.match(await restore(printed.id), { lead: '更正。' }, 'but can be changed before it comes back');
});

t.test('revisions are kept, compared and gone back to', async (t) => {
  const url = 'https://e.example/7';
  const { id } = await make(url);
  await patch(id, { title: '第二题', lead: null });
  await reimport(url, { keywords: ['桥'] });
  await patch(id, { body: [{ type: 'paragraph', text: '总投资4亿元。' }] });
  const get = async (path: string) => (await send(app, ['GET', `${address(id)}/revisions${path}`], { key })).body;
  t.same(
    (await get('')).data.map(({ revision, title, isCurrent }: Body) => [revision, title, isCurrent]),
    [
      [4, '第二题', true],
      [3, '第二题', false],
      [2, '第二题', false],
      [1, '青石桥今日通车', false],
    ],
  );
  t.match(await get('/1'), {
    revision: 1,
    title: '青石桥今日通车',
    lead: '十年之后。',
    quotes: [{ speaker: '林茂生' }],
  });
  t.match((await get('/1/diff?to=2')).fields, [
    { field: 'title', from: '青石桥今日通车', to: '第二题' },
    { field: 'lead', from: '十年之后。', to: null },
  ]);
  const { fields, quotes } = await get('/3/diff');
  t.match([fields.map(({ field }: Body) => field), quotes.removed], [['body'], [{ speaker: '林茂生' }]]);
  t.match((await get('/9')).code, 'not_found');

  const path = `${address(id)}/revisions/1/revert`;
  t.match(await send(app, ['POST', path], { key }), { status: 428 });
  const back = await send(app, ['POST', path], { key, headers: { 'if-match': await tagOf(id) } });
  t.match(back.body, {
    revision: 5,
    title: '青石桥今日通车',
    lead: '十年之后。',
    keywords: [],
    quotes: [{ speaker: '林茂生' }],
  });
  t.match((await get('/4')).title, '第二题', 'what was there since is kept');
  t.same((await get('/1/diff')).fields, [], 'it says again what it said');
  t.equal((await app.inject(`${address(id)}/revisions`)).statusCode, 401, 'they are for editors');
});

t.test('a key edits only where it may', async (t) => {
  const { id } = await make('https://e.example/6');
  const make2 = async (sources: string[]) =>
    (await services.keys.create(keyRequest.parse({ name: '编辑', scopes: ['edit'], sources }))).secret;
  const [own, other] = [await make2(['云岭日报']), await make2(['临溪晚报'])];
  const headers = { 'if-match': '*' };
  t.equal(
    (await send(app, ['PATCH', address(id)], { key: other, body: { title: 'x' }, headers })).status,
    403,
    'of another source',
  );
  t.equal((await send(app, ['DELETE', address(id)], { key: other })).status, 403);
  t.equal(
    (await send(app, ['POST', `${address(id)}/quotes`], { key: other, body: { text: '桥', kind: 'direct' } })).status,
    403,
  );
  t.equal(
    (await send(app, ['PATCH', address(id)], { key: own, body: { source: '临溪晚报' }, headers })).status,
    403,
    'nor gives it away',
  );
  t.equal((await send(app, ['PATCH', address(id)], { key: own, body: { title: '自己的' }, headers })).status, 200);
  t.equal((await send(app, ['DELETE', address(id)], { key: own })).status, 200);
  t.equal((await send(app, ['POST', `${address(id)}/restore`], { key: other })).status, 403);
  t.equal((await send(app, ['POST', `${address(id)}/restore`], { key: own })).status, 200);
});
