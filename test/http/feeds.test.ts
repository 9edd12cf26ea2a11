/** Feeds, OPML, sitemaps and JSON-LD, read as their readers do: by strict parsers. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import t from 'tap';
import { layOut } from '../../src/domain/article.js';
import { inventArticle, openTestServer, serveArticles } from './archive.js';
import { ask } from './ask.js';

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['url', 'sitemap'].includes(name),
});
const checkXml = (text: string) => {
  const verdict = XMLValidator.validate(text);
  return verdict === true ? undefined : verdict.err;
};

t.test('the articles of a section in three formats', async (t) => {
  const app = await openTestServer(t);
  const { data } = await ask(app, '/v1/articles?section=新闻&limit=5&fields=id,title,modifiedAt,text');
  const query = 'section=%E6%96%B0%E9%97%BB&limit=5';

  const rss = await app.inject(`/feeds/articles.rss?${query}`);
  t.equal(rss.headers['content-type'], 'application/rss+xml; charset=utf-8');
  t.equal(checkXml(rss.body), undefined);
  const channel = parseRssFeed(rss.body);
  t.same(
    channel.items?.map(({ guid }) => guid?.value),
    data.map(({ id }: { id: string }) => `urn:baoku:article:${id}`),
  );
  t.match(channel, {
    title: '新闻 · 报库',
    ttl: 15,
    atom: { links: [{ rel: 'self', href: `http://localhost:80/feeds/articles.rss?${query}` }, { rel: 'next' }] },
  });
  t.match(channel.items?.[0], {
    guid: { isPermaLink: false },
    dc: { creators: [String] },
    content: { encoded: /<h2>上市<\/h2>[\s\S]*<table>/ },
  });

  const atom = await app.inject(`/feeds/articles.atom?${query}`);
  t.equal(atom.headers['content-type'], 'application/atom+xml; charset=utf-8');
  t.equal(checkXml(atom.body), undefined);
  const { entries = [], id } = parseAtomFeed(atom.body);
  t.match(id, /^urn:baoku:feed:/);
  t.same(
    entries.map((entry) => entry.id),
    channel.items?.map(({ guid }) => guid?.value),
  );
  t.match(entries[0], { updated: String, published: String, content: { type: 'html' } });

  const json = await app.inject(`/feeds/articles.json?${query}`);
  t.equal(json.headers['content-type'], 'application/feed+json; charset=utf-8');
  const feed = parseJsonFeed(json.body);
  t.equal(json.json().version, 'https://jsonfeed.org/version/1.1');
  t.same(
    feed.items?.map((item) => item.id),
    entries.map((entry) => entry.id),
  );
});

t.test('pages are linked to the end, and meet every article once', async (t) => {
  const app = await openTestServer(t);
  const { total } = await ask(app, '/v1/articles?limit=1&count=exact');
  const seen: string[] = [];
  for (let url: string | undefined = 'http://localhost:80/feeds/articles.json?limit=17'; url !== undefined; ) {
    const page: { items: { id: string }[]; next_url?: string; feed_url: string } = (
      await app.inject(url.slice('http://localhost:80'.length))
    ).json();
    t.equal(page.feed_url, url);
    seen.push(...page.items.map(({ id }) => id));
    url = page.next_url;
  }
  t.equal(seen.length, total.value);
  t.equal(new Set(seen).size, total.value);
});

t.test('quotes, statistics, people and searches have feeds', async (t) => {
  const app = await openTestServer(t);
  const quotes = (await app.inject(`/feeds/quotes.json?speaker=${encodeURIComponent('林茂生')}`)).json();
  t.ok(quotes.items.length > 0);
  for (const item of quotes.items) {
    t.match(item, { id: /^urn:baoku:quote:/, title: /^林茂生：“/, url: /#:~:text=/, content_html: /<blockquote>/ });
  }
  const statistics = (await app.inject('/feeds/statistics.json?unit=CNY&limit=3')).json();
  t.match(statistics.items, [{ id: /^urn:baoku:statistic:/ }, {}, {}]);
  const found = (await app.inject(`/feeds/articles.json?q=${encodeURIComponent('茶叶')}`)).json();
  const dates = found.items.map((item: { date_published: string }) => item.date_published);
  t.ok(dates.length > 1);
  t.same(dates, [...dates].sort().reverse(), 'the newest first');
  t.equal((await app.inject('/feeds/quotes.rss?unit=CNY')).json().code, 'unknown_parameter');
  t.equal((await app.inject('/feeds/articles.rdf')).statusCode, 404);
});

t.test('sections as OPML', async (t) => {
  const app = await openTestServer(t);
  const answer = await app.inject('/feeds/sections.opml');
  t.equal(checkXml(answer.body), undefined);
  const { body } = parseOpml(answer.body);
  const news = body?.outlines?.find(({ text }) => text === '新闻');
  t.match(news, { type: 'rss', outlines: [{ text: '乡村' }] });
  const address = new URL(news?.outlines?.[0]?.xmlUrl ?? '');
  t.equal((await app.inject(address.pathname + address.search)).statusCode, 200);
});

t.test('addresses are those of the client, of the public address, and of the site that shows articles', async (t) => {
  const app = await openTestServer(t);
  const of = async (host: string) =>
    (await app.inject({ url: '/feeds/articles.json', headers: { host } })).json().home_page_url;
  for (const host of ['a.example', 'b.example', 'a.example'])
    t.equal(await of(host), `http://${host}/`, 'also when it is kept');
  const site = await openTestServer(t, {
    publicUrl: 'https://api.example/archive',
    publication: { articleUrl: 'https://news.example/read/{id}', hubUrl: 'https://hub.example/' },
  });
  const feed = (await site.inject('/feeds/articles.json?limit=1')).json();
  t.match(feed, {
    feed_url: 'https://api.example/archive/feeds/articles.json?limit=1',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [{ url: /^https:\/\/news\.example\/read\/a0/ }],
  });
});

t.test('words of a page cannot break out, and no character breaks the XML', async (t) => {
  const invented = inventArticle(1);
  const hostile = ']]></content:encoded><script>alert(1)</script> & \u0001\ud800 \u{2a6d6} 𠮷';
  const laidOut = layOut({
    title: hostile,
    subtitle: null,
    lead: hostile,
    body: [
      { type: 'paragraph', text: hostile },
      { type: 'image', url: 'javascript:alert(1)', alt: hostile, caption: hostile },
      { type: 'image', url: 'https://img.example/"onload="alert(1)', alt: '"><script>', caption: null },
    ],
  });
  const { body, text } = laidOut;
  const article = { ...invented.article, title: hostile, lead: hostile, body, text };
  const app = await serveArticles(t, [{ ...invented, article, quotes: [], statistics: [] }]);
  for (const format of ['rss', 'atom']) {
    const answer = await app.inject(`/feeds/articles.${format}`);
    t.equal(checkXml(answer.body), undefined, format);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold.
    t.notMatch(answer.body, /\u0001|\ud800(?![\udc00-\udfff])/);
  }
  const [item] = parseRssFeed((await app.inject('/feeds/articles.rss')).body).items ?? [];
  t.match(item?.title, ']]></content:encoded><script>alert(1)</script> & ');
  const html = item?.content?.encoded ?? '';
  t.notMatch(html, /<script|javascript:|"onload/);
  t.match(html, /𠮷/);
});

t.test('sitemaps name every dated article', async (t) => {
  const app = await openTestServer(t);
  const index = await app.inject('/sitemap.xml');
  t.equal(checkXml(index.body), undefined);
  const months: { loc: string }[] = xml.parse(index.body).sitemapindex.sitemap;
  const { facets } = await ask(app, '/v1/articles?limit=1&facets=month');
  t.same(
    months.map(({ loc }) => loc),
    facets.month.map(({ value }: { value: string }) => `http://localhost:80/sitemaps/${value}.xml`),
  );
  const [{ value: month, count }] = facets.month;
  const answer = await app.inject(`/sitemaps/${month}.xml`);
  t.equal(checkXml(answer.body), undefined);
  const named = xml.parse(answer.body).urlset.url.map(({ loc }: { loc: string }) => loc);
  t.equal(new Set(named).size, count);
  for (const path of ['/sitemaps/1999-01.xml', '/sitemaps/2016-01.xml?part=2']) {
    t.equal((await app.inject(path)).statusCode, 404, path);
  }
  t.equal((await app.inject('/sitemaps/now.xml')).statusCode, 400);
});

t.test('the news sitemap holds the last two days', async (t) => {
  const days = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().replace('Z', '+00:00');
  const writes = [0.5, 1.9, 2.1].map((ago, n) => {
    const invented = inventArticle(n + 1);
    return { ...invented, article: { ...invented.article, publishedAt: days(ago) } };
  });
  const app = await serveArticles(t, writes);
  const answer = await app.inject('/sitemap-news.xml');
  t.equal(checkXml(answer.body), undefined);
  const { url } = xml.parse(answer.body).urlset;
  t.same(
    url.map((one: Record<string, Record<string, string>>) => one['news:news']?.['news:title']),
    ['云岭茶讯第1期', '云岭茶讯第2期'],
  );
  t.equal(answer.headers['cache-control'], 'no-store');
});

t.test('an article as JSON-LD', async (t) => {
  const app = await openTestServer(t);
  const { data } = await ask(app, '/v1/quotes?kind=direct&limit=1');
  const path = `/v1/articles/${data[0].article.id}`;
  const whole = await ask(app, `${path}?include=quotes,statistics`);
  const linked = await app.inject({ url: path, headers: { accept: 'application/ld+json' } });
  t.match(linked.headers['content-type'], 'application/ld+json');
  t.match(linked.headers.vary, /Accept,/);
  const found = linked.json();
  t.match(found, {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: whole.title,
    articleBody: whole.text,
    dateModified: whole.modifiedAt,
    printEdition: whole.issue?.date,
    printPage: whole.issue?.page,
  });
  t.same(
    found.hasPart.map((part: Record<string, string>) => [part['@type'], part.text ?? part.description]),
    [
      ...whole.quotes.map(({ text }: { text: string }) => ['Quotation', text]),
      ...whole.statistics.map(({ text }: { text: string }) => ['Observation', text]),
    ],
  );
  const plain = await app.inject({ url: path, headers: { accept: '*/*' } });
  t.match(plain.headers['content-type'], 'application/json');
  t.not(plain.headers.etag, linked.headers.etag);
});
