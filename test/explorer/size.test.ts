/** What the first view loads of the explorer, compressed, is little enough for a phone. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { build, type Rolldown } from 'vite';

/** Bytes, with gzip: what every client takes. */
const LIMIT = 150_000;

const project = new URL('../../../', import.meta.url);

t.test('the front page', async (t) => {
  const built = await build({
    configFile: fileURLToPath(new URL('vite.config.ts', project)),
    root: fileURLToPath(new URL('src/explorer', project)),
    logLevel: 'silent',
    build: { write: false },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const files = new Map(output.map((file) => [file.fileName, file]));
  const loaded = new Set<string>();
  /** A file, what it imports, and its style. */
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const file = files.get(name);
    if (file?.type !== 'chunk') return;
    for (const other of [...file.imports, ...(file.viteMetadata?.importedCss ?? [])]) load(other);
  };
  for (const file of output) {
    const isFirst = file.type === 'chunk' && (file.isEntry || file.facadeModuleId?.endsWith('/views/search/index.tsx'));
    if (isFirst || file.fileName.endsWith('.html')) load(file.fileName);
  }
  const sizes = [...loaded].map((name) => {
    const file = files.get(name);
    const content = file?.type === 'chunk' ? file.code : (file?.source ?? '');
    return [name.replace(/-[\w-]{8}\./, '.'), gzipSync(content, { level: 9 }).length] as const;
  });
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const list = sizes.map(([name, size]) => `${name} ${size}`).join(', ');
  t.ok(
    ['index.html', 'assets/index.js', 'assets/index.css', 'assets/search.js', 'assets/search.css'].every((name) =>
      sizes.some(([loaded]) => loaded === name),
    ),
    `nothing is left out: ${list}`,
  );
  t.ok(total <= LIMIT, `${total} of ${LIMIT} bytes: ${list}`);
});
