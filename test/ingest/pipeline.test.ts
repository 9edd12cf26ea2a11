import t from 'tap';
import { ingestPage, restorePage } from '../../src/ingest/pipeline.js';
import type { RawPage } from '../../src/ingest/source.js';

const options = { timeZone: '+08:00', siteRules: {} };
const article = '标题：青石桥通车\n来源：临河日报\n发布时间：2024-03-05 09:30\n正文：全桥长1.2公里。\n';
const pages: RawPage[] = [
  {
    name: 'a.txt',
    format: 'text',
    bytes: Buffer.from(article),
    hints: { source: '青石晚报', section: ['新闻', '本地'] },
  },
  {
    name: 'a.html',
    format: 'html',
    bytes: Buffer.from('<h1>青石桥通车</h1><p>全桥长1.2公里，今天通车。</p>'),
    hints: {},
  },
  {
    name: 'a.md',
    format: 'markdown',
    bytes: Buffer.from('# 青石桥通车\n\n全桥长1.2公里。\n'),
    hints: { timeZone: 'UTC' },
  },
  {
    name: 'a.json',
    format: 'record',
    bytes: Buffer.from('{"title":"青石桥通车","text":"全桥长1.2公里。"}'),
    hints: {},
  },
];

t.test('a page that was stored is the page that was read, and belongs to its article', (t) => {
  for (const page of pages) {
    const { write } = ingestPage(page, options);
    const restored = restorePage({ id: 'held', original: write.original, fingerprint: write.fingerprint });
    t.same(restored, { ...page, id: 'held' }, page.name);
    const again = ingestPage({ ...restored, id: write.article.id }, options).write;
    t.same(again, write, `${page.name}: and gives the same article`);
    const held = ingestPage(restored, options).write;
    t.same({ ...held.article, id: write.article.id }, write.article, `${page.name}: whatever it is called`);
    t.equal(held.article.id, 'held');
  }
  t.end();
});

t.test('a page of a kind that is not known is refused', (t) => {
  const original = { name: 'a', mediaType: 'audio/ogg', bytes: new Uint8Array(), hints: '{}' };
  t.throws(() => restorePage({ id: 'a', original, fingerprint: '' }), { code: 'page_unreadable' });
  t.end();
});
