/** The client in a browser: its bundle needs nothing of Node, and is small. */
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import t from 'tap';
import { openTestServer } from '../http/archive.js';

t.test('the bundle for browsers', async (t) => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/client/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'baoku',
    target: 'es2022',
  });
  const [output] = outputFiles;
  t.ok((output?.contents.byteLength ?? 1e9) < 12_000, `${output?.contents.byteLength} bytes, minified`);
  for (const path of Object.keys(metafile.inputs)) t.match(path, /^src\/client\//, 'nothing else is in it');

  const app = await openTestServer(t);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  // What a browser has, and no more of Node.
  const page = createContext({
    ...{ fetch, AbortController, AbortSignal, TextDecoderStream, URL, setTimeout, clearTimeout, console },
    address,
  });
  runInContext(output?.text ?? '', page);
  const titles = await runInContext(
    `(async () => {
      const client = baoku.createClient(address);
      const titles = [];
      for await (const { title } of client.listArticles.all({ section: '财经', limit: 5 })) titles.push(title);
      return titles.length;
    })()`,
    page,
  );
  t.equal(titles, 12);
});
