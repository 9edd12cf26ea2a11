import t from 'tap';
import { paths, readPlace, toAddress } from '../../src/explorer/paths.js';
import { explorerPaths } from '../../src/http/explorer.js';

t.test('the server answers the paths that there are views for', (t) => {
  t.same(Object.values(paths).sort(), [...explorerPaths].sort());
  t.end();
});

t.test('addresses are read', (t) => {
  for (const [address, expected, why] of [
    ['/', { view: 'search', parts: {}, query: {} }, 'the front page'],
    ['/?q=%E8%8C%B6+%22a%22&from=2015', { view: 'search', parts: {}, query: { q: '茶 "a"', from: '2015' } }, 'a query'],
    ['/?q=1%3D1?&x', { view: 'search', parts: {}, query: { q: '1=1?', x: '' } }, 'marks inside a query'],
    ['/articles/a1#q2', { view: 'article', parts: { id: 'a1' }, query: {} }, 'a fragment is left out'],
    ['/sources/', { view: 'sources', parts: {}, query: {} }, 'a slash at the end'],
    [
      '/sources/x/2018-10-12/A%2F1',
      { view: 'page', parts: { slug: 'x', date: '2018-10-12', page: 'A/1' }, query: {} },
      'a slash inside a part',
    ],
    ['/articles/', null, 'a part that is missing'],
    ['/articles/%E8', null, 'not UTF-8'],
    ['/v1/articles', null, 'the API'],
    ['/nowhere', null, 'nothing'],
  ] as const) {
    t.same(readPlace(address), expected, why);
  }
  t.end();
});

t.test('addresses that are written are read as they were', (t) => {
  for (const [view, parts, query] of [
    ['search', {}, { q: '茶 & "水"#?', section: 'xin-wen/ben-di' }],
    ['article', { id: 'a/b?c#d' }, {}],
    ['page', { slug: '临溪', date: '2018-10-12', page: '01' }, {}],
  ] as const) {
    t.same(readPlace(toAddress(view, parts, query)), { view, parts, query });
  }
  t.equal(toAddress('search', {}, { q: '', from: undefined }), '/', 'what has no value is left out');
  t.end();
});
