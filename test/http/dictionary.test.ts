/** The dictionary through the API: its words are in force at once, and no cache gives an answer of another one. */
import t from 'tap';
import { setDictionary } from '../../src/services/dictionary.js';
import { noDictionary, parseDictionary } from '../../src/text/dictionary.js';
import { createWrite } from '../store/sample.js';
import { serveArticles } from './archive.js';
import type { Body } from './ask.js';

const articles = [
  createWrite({ id: 'a', title: '电瓶车进楼道' }),
  createWrite({ id: 'b', title: '电动车充电桩' }),
  createWrite({ id: 'c', title: '公交开通' }),
];
const address = `/v1/search?q=${encodeURIComponent('电瓶车')}&count=exact`;

t.test('another dictionary, another answer', async (t) => {
  const app = await serveArticles(t, articles);
  t.teardown(() => setDictionary(noDictionary));
  const read = async (etag?: string) => {
    const answer = await app.inject({ url: address, headers: etag === undefined ? {} : { 'if-none-match': etag } });
    const body: Body = answer.statusCode === 200 ? answer.json() : null;
    const found = body?.data
      .map((hit: Body) => hit.article.id)
      .sort()
      .join();
    return { status: answer.statusCode, etag: String(answer.headers.etag), found, body };
  };
  const plain = await read();
  t.match(plain, { found: 'a', body: { total: { value: 1 }, meta: { search: { synonyms: [], dictionary: null } } } });
  t.equal((await read(plain.etag)).status, 304);

  const dictionary = parseDictionary('电瓶车, 电动车');
  setDictionary(dictionary);
  const both = await read(plain.etag);
  t.equal(both.status, 200, 'what a client holds is of another dictionary');
  t.match(both, {
    found: 'a,b',
    body: {
      total: { value: 2 },
      meta: {
        search: {
          tokens: ['电瓶车'],
          strategy: 'literal',
          synonyms: [{ word: '电瓶车', also: ['电动车'] }],
          dictionary: dictionary.version,
        },
      },
    },
  });
  t.equal((await read()).found, 'a,b', 'nor is an answer kept that was');
  t.equal((await read(both.etag)).status, 304);

  setDictionary(noDictionary);
  t.match(await read(both.etag), { status: 200, found: 'a', etag: plain.etag }, 'and back');
});
