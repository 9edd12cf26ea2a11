import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import t, { type Test } from 'tap';

/** Starts the program as a user does. */
function start(t: Test, words: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['src/main.js', ...words]);
  t.teardown(() => child.kill('SIGKILL'));
  return child;
}

function read(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (chunk) => {
    text += chunk;
  });
  return () => text;
}

const record = (number: number) => `{"title":"第${number}号","text":"正文。","url":"https://a.example/${number}"}\n`;

t.test('an import is stopped by Ctrl-C although its input stays open, and prints its sums', async (t) => {
  const database = join(t.testdir({}), 'a.sqlite');
  const child = start(t, ['import', '-', '--json', '--database', database]);
  const [out, err] = [read(child.stdout), read(child.stderr)];
  child.stdin.write(record(1));
  while (!out().includes('created')) await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  t.equal(code, 130);
  t.match(JSON.parse(out().trimEnd().split('\n').at(-1) ?? ''), { created: 1, failed: 0 });
  t.equal(err(), '');
});

t.test('a reader that leaves ends a dry run quietly', async (t) => {
  const child = start(t, ['import', '-', '--dry-run', '--json']);
  const err = read(child.stderr);
  child.stdin.on('error', () => {});
  child.stdin.end(Array.from({ length: 20_000 }, (_, index) => record(index)).join(''));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  t.equal(code, 0);
  t.notMatch(err(), /EPIPE|Error/);
  const [, count] = /^(\d+) pages/m.exec(err()) ?? [];
  t.ok(Number(count) < 20_000, 'the rest was not read');
});

t.test('a server ends with 0 when it is asked to', async (t) => {
  const database = join(t.testdir({}), 'a.sqlite');
  const child = start(t, ['serve', '--port', '0', '--no-demo', '--database', database]);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  t.equal(code, 0);
});
