import t from 'tap';
import type { ParsedArticle } from '../../src/ingest/article.js';
import { fingerprint, identifyArticle, identifyItems } from '../../src/ingest/identity.js';

const page: ParsedArticle = {
  url: null,
  title: '新桥通车',
  subtitle: null,
  lead: null,
  breadcrumb: [],
  section: [],
  source: '临河日报',
  issue: { date: '2014-06-30', page: '05' },
  byline: null,
  publishedAt: null,
  keywords: [],
  aliases: [],
  body: [],
};
const identify = (changes: Partial<ParsedArticle>, date: string | null = '2014-06-30', text = '正文') =>
  identifyArticle({ ...page, ...changes }, date, text);

t.test('an id is sixteen characters that need no escaping, and says nothing else', (t) => {
  t.match(identify({}), /^[0-9a-hjkmnp-tv-z]{16}$/);
  t.equal(identify({}), '7mjdqcfyktz15nz1', 'pinned: ids are kept by users and must never change');
  t.equal(identify({ url: 'https://news.example.cn/a.html' }), 'p9702jczhp2x1g7r', 'pinned');
  t.end();
});

t.test('what makes the same article', (t) => {
  const same: [Partial<ParsedArticle>, string][] = [
    [{ issue: { date: '2014-06-30', page: '5' } }, 'the page written another way'],
    [{ title: '新桥 通车' }, 'spaces in the title'],
    [{ byline: '张三', lead: '导语' }, 'what is corrected later'],
  ];
  for (const [changes, why] of same) t.equal(identify(changes), identify({}), why);
  t.equal(identify({}, '2014-06-30', '改过的正文'), identify({}), 'a corrected text');

  const url = 'http://news.example.cn/a.html?id=1&b=2';
  for (const other of [
    'https://news.example.cn/a.html?id=1&b=2',
    'http://NEWS.example.cn:80/a.html?b=2&id=1#top',
    `${url}&utm_source=x`,
  ]) {
    t.equal(identify({ url: other }), identify({ url }), other);
  }
  t.end();
});

t.test('what makes another', (t) => {
  const others: Partial<ParsedArticle>[] = [
    { title: '旧桥通车' },
    { source: '云岭时报' },
    { source: null },
    { issue: { date: '2014-06-30', page: '06' } },
    { url: 'https://news.example.cn/a.html' },
  ];
  const ids = new Set([identify({}), identify({}, '2014-07-01'), ...others.map((changes) => identify(changes))]);
  t.equal(ids.size, others.length + 2);
  t.not(identify({ url: 'http://a.example/?id=1' }), identify({ url: 'http://a.example/?id=2' }));
  t.not(identify({}, null, '一'), identify({}, null, '二'), 'undated pages are told apart by their text');
  t.end();
});

t.test('equal items of one article are numbered, and the rest keeps its id', (t) => {
  const ids = (texts: string[]) =>
    identifyItems(
      'article',
      'quote',
      texts.map((text) => ({ text })),
    ).map(({ id }) => id);
  const [a, b, a2] = ids(['甲', '乙', '甲']);
  t.equal(new Set([a, b, a2]).size, 3);
  t.same(ids(['丙', '甲', '乙', '甲']).slice(1), [a, b, a2], 'a new one before them changes nothing');
  t.not(identifyItems('article', 'statistic', [{ text: '甲' }])[0]?.id, a, 'a figure is not a quote');
  t.equal(a, 'article-wqf2nrs2', 'pinned: it begins with the article, and corrections refer to it');
  const many = ids(Array.from({ length: 20_000 }, (_, number) => `${number % 97}户${number}`));
  t.equal(new Set(many.map((id) => id.slice(0, -4))).size > 19_000, true, 'half of the characters tell most apart');
  t.end();
});

t.test('a fingerprint tells content apart', (t) => {
  t.equal(fingerprint({ a: 1 }), fingerprint({ a: 1 }));
  t.not(fingerprint({ a: 1 }), fingerprint({ a: 2 }));
  t.end();
});
