import { appendFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { run } from '../../src/cli/run.js';
import { collectText, runCommand } from '../helpers/command.js';

/** Starts `watch`, and gives what it printed and how to wait and stop. */
function watch(t: Test, words: string[]) {
  const [stdout, out] = collectText();
  const [stderr, err] = collectText();
  const stop = new AbortController();
  const io = { stdin: Readable.from([]), stdout, stderr, environment: {}, signal: stop.signal, clock: Date.now };
  const exit = run(['watch', '--json', ...words], io);
  t.teardown(() => stop.abort());
  const until = async (text: string) => {
    while (!out().includes(text) && !err().includes(text)) await sleep(20);
  };
  return {
    out,
    err,
    until,
    close: () => {
      stop.abort();
      return exit;
    },
  };
}

const record = (number: number) => `{"title":"第${number}号","text":"正文。","url":"https://a.example/${number}"}\n`;

t.test('pages are read as they arrive, once, and a restart goes on from there', async (t) => {
  const folder = join(t.testdir(), 'in');
  const done = join(folder, '..', 'done');
  const database = join(folder, '..', 'a.sqlite');
  mkdirSync(join(folder, 'deep'), { recursive: true });
  writeFileSync(join(folder, 'old.ndjson'), record(1));
  const first = watch(t, [folder, '--database', database]);
  await first.until('Watching');
  await first.until('old.ndjson:1');
  // In two parts, the first of which is no whole record.
  writeFileSync(join(folder, 'slow.ndjson'), record(2).slice(0, 20));
  setTimeout(() => appendFileSync(join(folder, 'slow.ndjson'), record(2).slice(20)), 700);
  writeFileSync(join(folder, 'deep', 'bad.ndjson'), '{"title":\n');
  writeFileSync(join(folder, 'note.docx'), 'no page');
  writeFileSync(join(folder, '.hidden.txt'), 'no page');
  await first.until('slow.ndjson:1');
  await first.until('bad.ndjson:1');
  t.equal(await first.close(), 0);
  const lines = first
    .out()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  t.match(lines.at(-1), { created: 2, failed: 1 });
  t.match(first.err(), /bad\.ndjson.*invalid_record/);

  const again = watch(t, [folder, '--database', database, '--move-to', done]);
  await again.until('Watching');
  writeFileSync(join(folder, 'part'), record(3));
  renameSync(join(folder, 'part'), join(folder, 'deep', 'new.ndjson'));
  await again.until('new.ndjson:1');
  while (!existsSync(join(done, 'deep', 'new.ndjson'))) await sleep(20);
  t.equal(await again.close(), 0);
  t.match(
    JSON.parse(again.out().trimEnd().split('\n').at(-1) ?? ''),
    { created: 1, unchanged: 0, failed: 0 },
    'nothing twice',
  );
  t.ok(existsSync(join(folder, 'deep', 'bad.ndjson')), 'what failed stays');
});

t.test('what cannot be watched is refused', async (t) => {
  const folder = t.testdir({ in: {} });
  const database = join(folder, 'a.sqlite');
  const call = (...words: string[]) => runCommand(['watch', '--database', database, ...words]);
  t.match(await call(join(folder, 'none')), { code: 1, err: /no folder/ });
  t.match(await call(join(folder, 'in'), '--move-to', join(folder, 'in', 'done')), { code: 2, err: /--move-to/ });
});
