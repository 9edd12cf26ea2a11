import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { collectText, runCommand } from '../helpers/command.js';

/** Starts `serve` on a free port and waits until it has printed its greeting. */
async function serve(t: Test, words: string[], environment: Record<string, string> = {}, io: Partial<Io> = {}) {
  const [stdout, printed] = collectText();
  const [stderr, told] = collectText();
  const stop = new AbortController();
  const exit = run(['serve', '--port', '0', ...words], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    environment,
    signal: stop.signal,
    clock: Date.now,
    ...io,
  });
  t.teardown(() => stop.abort());
  let code: number | undefined;
  exit.then((given) => {
    code = given;
  });
  while (printed() === '' && code === undefined) await sleep(20);
  return {
    greeting: printed(),
    log: told,
    close: () => {
      stop.abort();
      return exit;
    },
  };
}

t.test('serve fills an empty archive with the demo and says what to try', async (t) => {
  const database = join(t.testdir({}), 'a.sqlite');
  const { greeting, log, close } = await serve(t, ['--database', database]);
  t.match(log(), /^The archive was empty: loaded \d\d+ demo articles/m);
  t.notMatch(log(), /^demo:/m, 'all of it can be stored');

  const addresses = greeting.match(/http:\/\/[^\s'/]+\/[^\s']+/g) ?? [];
  t.ok(addresses.length >= 5);
  for (const address of addresses) t.equal((await fetch(address)).status, 200, address);
  const tries = [...greeting.matchAll(/^ {2}curl (?:-G )?'(.*?)'(.*)$/gm)];
  t.ok(tries.length >= 3);
  for (const [line, address = '', rest = ''] of tries) {
    const url = new URL(address);
    for (const [, quoted, plain] of rest.matchAll(/--data-urlencode '(.*?)'|-d (\S+)/g)) {
      const [name = '', value = ''] = (quoted ?? plain ?? '').split(/=(.*)/s);
      url.searchParams.set(name, value);
    }
    const { data } = (await (await fetch(url)).json()) as { data: unknown[] };
    t.ok(data.length > 0, `${line} finds something`);
  }
  t.match(log(), /"url":"\/v1\/articles/, 'requests are logged');
  t.equal(await close(), 0);
  t.notOk(existsSync(`${database}-wal`), 'the archive was closed');

  const again = await serve(t, ['--database', database, '--json']);
  t.notMatch(again.log(), /demo/, 'it is loaded once');
  t.match(JSON.parse(again.greeting), { url: /^http:\/\/127\.0\.0\.1:\d+$/, database, articleCount: Number });
  t.equal(await again.close(), 0);
});

t.test('--no-demo leaves an empty archive empty', async (t) => {
  const database = join(t.testdir({}), 'a.sqlite');
  const environment = { BAOKU_LOG_LEVEL: 'silent', BAOKU_DATABASE_URL: database };
  const { greeting, log, close } = await serve(t, ['--no-demo'], environment);
  t.match(greeting, `Baoku serves ${database} (0 articles)`);
  t.equal(await close(), 0);
  t.equal(log(), '');
});

t.test('a port that is taken is said in a sentence', async (t) => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  t.teardown(() => holder.close());
  const { port } = holder.address() as { port: number };
  const database = join(t.testdir({}), 'a.sqlite');
  const { code, err } = await runCommand(['serve', '--no-demo', '--database', database, '--port', String(port)]);
  t.equal(code, 1);
  t.match(
    err,
    `baoku: Cannot listen on 127.0.0.1:${port}: it is in use\n  Choose another one with --port or --host.\n`,
  );
});

t.test('the dictionary is followed while the server runs', async (t) => {
  const folder = t.testdir({ 'words.txt': '澄心食品\n' });
  const file = join(folder, 'words.txt');
  let hangUp = () => {};
  const onHangup = (listener: () => void) => {
    hangUp = listener;
    return () => {};
  };
  const words = ['--database', join(folder, 'a.sqlite'), '--no-demo', '--json'];
  const { greeting, log, close } = await serve(
    t,
    words,
    { BAOKU_DICTIONARY: file, BAOKU_MAX_LAG_MS: '0' },
    { onHangup },
  );
  const { url } = JSON.parse(greeting);
  const read = async () => {
    let answer = await fetch(`${url}/v1/search?q=x`);
    // The first search waits for a thread to start, on a busy machine beyond its deadline.
    for (; answer.status === 503; answer = await fetch(`${url}/v1/search?q=x`)) await sleep(200);
    const { meta } = (await answer.json()) as { meta: { search: { dictionary: string } } };
    return meta.search.dictionary;
  };
  const first = await read();
  t.match(first, /^[0-9a-f]{12}$/);
  writeFileSync(file, '澄心食品, 澄心\n');
  hangUp();
  const second = await read();
  t.not(second, first, 'on SIGHUP');
  writeFileSync(file, '——\n');
  hangUp();
  t.equal(await read(), second, 'a file with a mistake changes nothing');
  t.match(log(), /^dictionary: 2 words, version/m);
  t.match(log(), /^dictionary: .*line 1.*stay as they were$/m);
  t.equal(await close(), 0);

  const { code, err } = await runCommand(['serve', '--database', join(folder, 'a.sqlite')], {
    environment: { BAOKU_DICTIONARY: join(folder, 'none.txt') },
  });
  t.equal(code, 2);
  t.match(err, /none\.txt/);
});
