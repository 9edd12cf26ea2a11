/** How the explorer is sent; what it shows is tested in a browser (test/explorer). */
import { brotliCompressSync } from 'node:zlib';
import t, { type Test } from 'tap';
import { explorerPaths } from '../../src/http/explorer.js';
import { openTestServer } from './archive.js';
import { askInVain } from './ask.js';

const script = 'console.log("报库");';
const openExplorer = (t: Test, publicUrl: string | null = null, anonymousReading = false) =>
  openTestServer(t, {
    publicUrl,
    explorer: t.testdir({
      'index.html': '<!doctype html><script type="module" src="./assets/main-abc.js"></script>',
      assets: { 'main-abc.js': script, 'main-abc.js.br': brotliCompressSync(script) },
    }),
    auth: { anonymousReading },
  });

t.test('the page is at every address that it has a view for, also where reading takes a key', async (t) => {
  const app = await openExplorer(t);
  for (const path of explorerPaths) {
    const answer = await app.inject(path.replaceAll(':', ''));
    t.equal(answer.statusCode, 200, path);
    t.match(answer.headers['content-type'], 'text/html');
    t.match(answer.body, 'src="/explorer/assets/main-abc.js"', 'whatever the depth');
  }
  t.equal((await askInVain(app, '/nowhere')).code, 'not_found');
  t.equal((await askInVain(app, '/articles')).code, 'not_found');
  t.equal((await askInVain(app, '/explorer/assets/none.js')).code, 'not_found');
  t.equal((await app.inject({ method: 'POST', url: '/' })).statusCode, 405);
});

t.test('who follows a link to an article without an address of its own comes to the page', async (t) => {
  const app = await openExplorer(t, null, true);
  const { items } = (await app.inject('/feeds/articles.json')).json();
  const links = items.map(({ url }: { url: string }) => new URL(url)).filter(({ host }: URL) => host === 'localhost');
  t.ok(links.length > 0);
  for (const { pathname } of links) {
    t.match(pathname, /^\/articles\//);
    t.match((await app.inject(pathname)).headers['content-type'], 'text/html');
  }
});

t.test('the page runs its own scripts only', async (t) => {
  const app = await openExplorer(t);
  const { headers } = await app.inject('/');
  const policy = String(headers['content-security-policy']);
  t.match(policy, "default-src 'none'; script-src 'self'; style-src 'self';");
  t.notMatch(policy, 'unsafe');
  t.match(headers, {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  });
});

t.test('the page is asked for anew, what it loads is kept for good', async (t) => {
  const app = await openExplorer(t);
  const { headers } = await app.inject('/');
  t.equal(headers['cache-control'], 'no-cache');
  const again = await app.inject({ url: '/articles/a', headers: { 'if-none-match': String(headers.etag) } });
  t.equal(again.statusCode, 304);
  const asset = await app.inject({ url: '/explorer/assets/main-abc.js', headers: { 'accept-encoding': 'gzip, br' } });
  t.match(asset.headers, {
    'content-encoding': 'br',
    'content-type': 'javascript',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  t.equal((await app.inject('/explorer/assets/main-abc.js')).body, script, 'and as it is, for whoever takes no coding');
});

t.test('behind a path', async (t) => {
  const app = await openExplorer(t, 'https://news.example/archive');
  t.match((await app.inject('/')).body, 'src="/archive/explorer/assets/main-abc.js"');
});

t.test('without it, / leads to the reference', async (t) => {
  const app = await openTestServer(t);
  t.equal((await app.inject('/')).headers.location, '/docs');
});
