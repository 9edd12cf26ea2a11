/** People and organizations: their indexes, their entries, and their quotes. */
import t from 'tap';
import { openTestServer, writes } from './archive.js';
import { ask, askInVain, type Body } from './ask.js';

const app = await openTestServer(t);
const quotesOf = (name: string) =>
  writes.flatMap(({ quotes }) =>
    quotes.filter(({ speaker, organization }) => [speaker, organization].includes(name)).map(({ id }) => id),
  );
const names = (body: Body): string[] => body.data.map(({ name }: Body) => name);
const path = (...parts: string[]) => `/v1/${parts.map(encodeURIComponent).join('/')}`;

t.test('only people are people, and only named organizations are listed', async (t) => {
  t.same(names(await ask(app, '/v1/people?sort=name')), ['何以宽', '林茂生', '陈立春']);
  t.same(names(await ask(app, '/v1/organizations?sort=-name')), ['清溪合作社', '沙井镇', '县气象台']);
});

t.test('an index goes by how much is quoted, page by page', async (t) => {
  for (const index of ['/v1/people', '/v1/organizations']) {
    const whole = await ask(app, index);
    const counts = whole.data.map(({ quoteCount }: Body) => quoteCount);
    t.same(
      counts,
      [...counts].sort((a, b) => b - a),
    );
    const first = await app.inject(`${index}?limit=2`);
    const { page } = first.json();
    t.equal(first.headers.link, `<${index}?limit=2&cursor=${page.next}>; rel="next"`);
    const second = await ask(app, `${index}?limit=2&cursor=${page.next}`);
    t.same([...first.json().data, ...second.data], whole.data);
    t.same(second.page.hasMore, false);
  }
});

t.test('an entry has its roles over time', async (t) => {
  const quoteCount = quotesOf('何以宽').length;
  const person = await ask(app, path('people', '何以宽'));
  t.match(person, {
    name: '何以宽',
    quoteCount,
    articleCount: quoteCount,
    firstQuotedOn: /^2016-/,
    roles: [{ role: '镇长', organization: '沙井镇', from: person.firstQuotedOn, to: person.lastQuotedOn, quoteCount }],
  });
  t.match(await ask(app, path('organizations', '沙井镇')), {
    quoteCount,
    ownQuoteCount: 0,
    people: [{ name: '何以宽', role: '镇长', quoteCount }],
  });
  t.match(await ask(app, path('organizations', '县气象台')), {
    ownQuoteCount: quotesOf('县气象台').length,
    people: [],
  });
});

t.test('quotes of an entry are those of the list of quotes, with its parameters', async (t) => {
  const cases = [
    ['people', '林茂生', 'speaker'],
    ['organizations', '清溪合作社', 'organization'],
    ['organizations', '县气象台', 'organization'],
  ] as const;
  for (const [index, name, parameter] of cases) {
    for (const query of ['limit=100', 'limit=2&count=exact&facets=year,organization', 'kind=direct&from=2016']) {
      const below = await ask(app, `${path(index, name)}/quotes?${query}`);
      const same = await ask(app, `/v1/quotes?${parameter}=${encodeURIComponent(name)}&${query}`);
      t.same(below, same, `${name} ${query}`);
    }
    const all = await ask(app, `${path(index, name)}/quotes?limit=100`);
    t.same(all.data.map(({ id }: Body) => id).sort(), quotesOf(name).sort());
    const link = (await app.inject(`${path(index, name)}/quotes?limit=1`)).headers.link as string;
    t.equal((await app.inject(link.slice(1, link.indexOf('>')))).statusCode, 200, 'its links lead on');
  }
});

t.test('a name without an entry is 404, and its quotes are too', async (t) => {
  const cases = [
    ['people', '无此人', 'nobody'],
    ['people', '一位茶农', 'a description'],
    ['people', '县气象台', 'a body'],
    ['organizations', '林茂生', 'a person'],
    ['organizations', '该合作社', 'it only points to one'],
    ['people', "' OR 1=1 --", 'a value like any other'],
  ] as const;
  for (const [index, name, why] of cases) {
    for (const address of [path(index, name), `${path(index, name)}/quotes`]) {
      t.match(await askInVain(app, address), { status: 404, code: 'not_found', parameter: 'name' }, `${name}: ${why}`);
    }
  }
});
