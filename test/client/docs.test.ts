/** The examples of docs/client.md run as they stand there, one after the other. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { openWritableServer } from '../http/writable.js';
import { compileProject } from './compile.js';

t.test('every example runs', async (t) => {
  const { app, keys } = await openWritableServer(t);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const folder = t.testdir({});
  const blocks = [...readFileSync('docs/client.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
  t.ok(blocks.length >= 6);
  const client = relative(folder, 'src/client/index.js');
  const program = blocks.join('\n').replaceAll("'baoku/client'", `'${client}'`);
  writeFileSync(join(folder, 'examples.ts'), program.replaceAll('http://localhost:3000', address));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        module: 'nodenext',
        target: 'es2023',
        types: ['node'],
      },
      files: ['examples.ts'],
    }),
  );
  const run = promisify(execFile);
  t.equal(await compileProject(folder), '', 'they compile, strictly');
  const env = { ...process.env, KEY: keys.edit };
  const { stdout } = await run('node', ['--import', 'tsx', join(folder, 'examples.ts')], { env });
  t.match(stdout, /unknown_section section .*新闻/);
  t.match(stdout, /snapshot: true,\s+upserted: 50/, 'with the two that were written');
});
