/** Addresses of articles: what an article was called before leads to what it is called now, through every door that takes its name. */
import t from 'tap';
import { registerGraphql } from '../../src/graphql/server.js';
import { askGraphql, graphqlOptions } from '../graphql/serve.js';
import { ask, type Body, send } from './ask.js';
import { openWritableServer } from './writable.js';

const { app, keys } = await openWritableServer(t);
await registerGraphql(app, graphqlOptions);
const given = {
  title: '青石桥今日通车',
  source: '云岭日报',
  text: '合作社理事长林茂生说:“等了十年,桥终于通了。”\n总投资3亿元。',
};
const post = (body: object) => send(app, ['POST', '/v1/articles'], { key: keys.ingest, body: { ...given, ...body } });
const make = async (body: object): Promise<Body> => (await post(body)).body.article;
const edit = (id: string, body: object) =>
  send(app, ['PATCH', `/v1/articles/${id}`], { key: keys.edit, body, headers: { 'if-match': '*' } });
const encode = encodeURIComponent;
const article = (address: string, rest = '') => `/v1/articles/${encode(address)}${rest}`;
const lookUp = (url: string, rest = '') => `/v1/articles/lookup?url=${encode(url)}${rest}`;

t.test('a URL and an alias lead to the article, whatever is asked of it', async (t) => {
  const url = 'https://new.example/bridge?id=1';
  const { id } = await make({ url, aliases: ['/2019/0305/青石桥.html', 'http://old.example/b/', url] });
  t.same((await ask(app, article(id))).aliases, ['/2019/0305/青石桥.html', 'http://old.example/b/'], 'the URL is none');
  const cases: [asked: string, location: string, why: string][] = [
    [article('/2019/0305/青石桥.html'), article(id), 'an alias'],
    [
      article('https://old.example/b', '?include=quotes&fields=id'),
      article(id, '?include=quotes&fields=id'),
      'the query stays',
    ],
    [article(url, '/quotes'), article(id, '/quotes'), 'its URL, and what is below it'],
    [article('http://old.example/b/', '/related?limit=2'), article(id, '/related?limit=2'), 'related articles'],
    [article('http://old.example/b/', '/neighbors'), article(id, '/neighbors'), 'neighbors'],
    [lookUp('http://old.example/b/', '&include=quotes'), article(id, '?include=quotes'), 'looked up'],
  ];
  for (const method of ['GET', 'HEAD'] as const)
    for (const [asked, location, why] of cases) {
      const { statusCode, headers, body } = await app.inject({ method, url: asked });
      t.match({ statusCode, headers, body }, { statusCode: 308, headers: { location }, body: '' }, `${method}: ${why}`);
      t.match(headers['cache-control'], 'public, max-age=60,', 'kept as an article is');
      t.match(headers['cache-tag'], `article:${id}`);
      t.notOk(headers.etag);
    }
  t.match(
    await ask(app, lookUp('http://new.example/bridge?id=1&utm_source=x')),
    { id, url },
    'its URL, written otherwise',
  );
  t.match((await ask(app, `/v1/articles?ids=none,${encode('/2019/0305/青石桥.html')}`)).data, [{ id }], 'among ids');
  t.match(await ask(app, `/v1/search/explain?q=桥&id=${encode(url)}`), { id });
  t.equal((await app.inject(article('/2019/other.html'))).statusCode, 404);
  t.equal((await app.inject(lookUp('https://new.example/other'))).statusCode, 404);
  const query = `{ article(id: "/2019/0305/青石桥.html") { id aliases } }`;
  t.match((await askGraphql(app, query)).article, { id });

  const named = { authorization: `Bearer ${keys.edit}`, 'if-match': '*', 'idempotency-key': 'one' };
  const moved = await app.inject({
    method: 'PATCH',
    url: article('http://old.example/b/'),
    payload: { lead: '十年之后。' },
    headers: named,
  });
  t.match(
    moved,
    { statusCode: 308, headers: { location: article(id), 'cache-control': 'no-store' } },
    'writing goes there, too',
  );
  const again = await send(app, ['PATCH', article(id)], {
    key: keys.edit,
    body: { lead: '十年之后。' },
    headers: { 'if-match': '*', 'idempotency-key': 'one' },
  });
  t.match(again, { status: 200, body: { lead: '十年之后。' } }, 'under the same name');
});

t.test('an article keeps its id under another URL, and the one before leads to it', async (t) => {
  const before = 'https://a.example/1';
  const after = 'https://b.example/1';
  const { id } = await make({ url: before });
  const { headers } = await app.inject(article(id));
  t.match(await edit(id, { url: after }), { status: 200, body: { id, url: after, aliases: [before], revision: 2 } });
  t.not((await app.inject(article(id))).headers.etag, headers.etag);
  t.match(await app.inject(lookUp(before)), { statusCode: 308, headers: { location: article(id) } });
  t.match(await ask(app, lookUp(after)), { id });
  t.match(
    await post({ url: before }),
    { body: { outcome: 'unchanged', article: { id, url: after } } },
    'the same page again',
  );
  t.match(
    await post({ url: after, lead: '新导语。' }),
    { status: 200, body: { outcome: 'updated', article: { id, url: after, aliases: [before], lead: '新导语。' } } },
    'a page of the new URL is of this article',
  );
  t.match(await post({ url: after, lead: '新导语。' }), { body: { outcome: 'unchanged', article: { id } } });
  t.match(await edit(id, { url: 'https://c.example/1' }), { body: { aliases: [before, after] } });
  t.match(await app.inject(lookUp(after)), { statusCode: 308, headers: { location: article(id) } }, 'and on');
  t.match(
    await edit(id, { url: before }),
    { body: { url: before, aliases: [after, 'https://c.example/1'] } },
    'and back',
  );
  const revert = ['POST', `/v1/articles/${id}/revisions/1/revert`] as const;
  const { body } = await send(app, [...revert], { key: keys.edit, headers: { 'if-match': '*' } });
  t.match(body, { lead: null, aliases: [after, 'https://c.example/1'] }, 'going back breaks no address');
  t.same((await edit(id, { aliases: null })).body.aliases, []);
  t.equal((await app.inject(lookUp(after))).statusCode, 404, 'what is taken away leads nowhere');
});

t.test('imports add aliases, and only people take them away', async (t) => {
  const url = 'https://a.example/2';
  const { id } = await make({ url, aliases: ['post-2'] });
  t.same((await make({ url, aliases: ['p2'], byline: '柳如意' })).aliases, ['post-2', 'p2']);
  t.same((await edit(id, { aliases: ['p2'] })).body.aliases, ['p2']);
  t.same((await make({ url, aliases: ['post-2', 'p3'], byline: '别人' })).aliases, ['p2'], 'and their word holds');
});

t.test('an address is that of one article', async (t) => {
  const { id } = await make({ url: 'https://a.example/3', aliases: ['post-3'] });
  const { id: other } = await make({ url: 'https://a.example/4' });
  const conflict = { status: 409, body: { code: 'alias_conflict', parameter: 'aliases' } };
  t.match(await edit(other, { aliases: ['post-3'] }), conflict, 'an alias of another');
  t.match(await edit(other, { aliases: ['http://a.example/3/'] }), conflict, 'the URL of another');
  t.match(await edit(other, { aliases: [id] }), conflict, 'its id');
  t.match(await edit(other, { url: 'https://a.example/3' }), conflict);
  t.match(await post({ url: 'https://a.example/5', aliases: ['post-3'] }), conflict, 'brought in');
  t.match(await post({ url: 'https://a.example/5', status: 'draft', aliases: ['post-3'] }), conflict, 'as a draft');
  t.equal((await app.inject(lookUp('https://a.example/5'))).statusCode, 404, 'nothing was stored');
  t.match(await edit(other, { aliases: ['javascript:alert(1)'] }), { status: 422 }, 'a program is no address');

  await send(app, ['DELETE', article(id)], { key: keys.edit });
  for (const asked of [article('post-3'), lookUp('https://a.example/3'), lookUp('post-3')])
    t.equal((await app.inject(asked)).statusCode, 410, `${asked} is withdrawn`);
  t.match(await edit(other, { aliases: ['https://a.example/3'] }), { status: 200 }, 'one takes the place of another');
  t.match(await app.inject(article(id)), { statusCode: 308, headers: { location: article(other) } });
  t.match(await send(app, ['POST', `/v1/articles/${id}/restore`], { key: keys.edit }), { status: 409 });
});

t.test('the aliases of a draft lead nowhere before it is published', async (t) => {
  const { id } = await make({ url: 'https://a.example/6', aliases: ['post-6'], status: 'draft' });
  t.equal((await app.inject(article('post-6'))).statusCode, 404);
  await send(app, ['POST', `/v1/articles/${id}/restore`], { key: keys.edit });
  t.equal((await app.inject(article('post-6'))).statusCode, 308);
});
