import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { OutputStream } from '../../src/cli/io.js';
import { connect } from '../../src/store/sqlite/connect.js';
import { runCommand as call, collectText } from '../helpers/command.js';

const page = (number: number) => `标题：第${number}座桥通车
来源：临河日报
发布时间：2024-03-05 09:30
正文：大桥全长1.2公里。
`;
const parse = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** An archive of two pages, as older rules gave them: they took the source for the title, and saw no figure. */
async function createArchive(t: Test) {
  const folder = t.testdir({ pages: { '1.txt': page(1), '2.txt': page(2) } });
  const database = join(folder, 'a.sqlite');
  await call(['import', join(folder, 'pages'), '--database', database]);
  const edit = (sql: string, ...values: unknown[]) => {
    const client = connect(database, 'write');
    client.prepare(sql).run(...values);
    client.close();
  };
  edit("UPDATE articles SET read_by = 'older'");
  edit(
    "UPDATE articles SET fingerprint = 'older', document = json_set(document, '$.title', '临河日报') WHERE rowid = 1",
  );
  edit('DELETE FROM statistics WHERE article = 1');
  const run = (...words: string[]) => call(['reextract', '--database', database, ...words]);
  return { folder, database, edit, run };
}

t.test('reextract shows what changes, then changes it, then has nothing to do', async (t) => {
  const { run } = await createArchive(t);
  for (const mode of [['--dry-run'], []]) {
    const { code, out, err } = await run(...mode);
    t.same([code, err], [0, '']);
    t.match(out, /^changed: .*1\.txt \([0-9a-z]{16}\): title, statistics \+1\n2 pages: 1 /);
    t.match(out, mode.length > 0 ? /1 would change, 1 unchanged, 0 failed; nothing was stored/ : /1 changed, 1 unch/);
  }
  t.match((await run()).out, /^0 pages: 0 changed.*\nThis version has read every page/);
  t.match((await run('--all')).out, /^2 pages: 0 changed, 2 unchanged, 0 failed\n$/);
});

t.test('--verbose shows each difference, and --json a line a page', async (t) => {
  const { run } = await createArchive(t);
  const { out } = await run('--dry-run', '--verbose');
  t.match(out, '\n  title: 临河日报 → 第1座桥通车\n');
  t.match(out, /\n {2}\+ 1\.2公里: 1\.2 公里/);
  const none = { added: [], removed: [], altered: [] };
  const fields = [{ field: 'title', from: '临河日报', to: '第1座桥通车' }];
  const json = parse((await run('--json', '--jobs', '2')).out);
  t.match(json, [
    { id: /^[0-9a-z]{16}$/, name: /1\.txt$/, outcome: 'changed', differences: { fields, quotes: none } },
    { id: /^[0-9a-z]{16}$/, name: /2\.txt$/, outcome: 'unchanged' },
    { changed: 1, unchanged: 1, outdated: 0, failed: 0 },
  ]);
});

t.test('a page that fails is told with its reason, and keeps its article', async (t) => {
  const { run, edit, database } = await createArchive(t);
  edit("UPDATE originals SET media_type = 'audio/ogg' WHERE article = 2");
  const { code, out, err } = await run();
  t.equal(code, 1);
  t.match(err, /^failed: .*2\.txt: .*audio\/ogg \(page_unreadable\)\n$/);
  t.match(out, /2 pages: 1 changed, 0 unchanged, 1 failed\nArticles of failed pages stay as they are\./);
  const json = await run('--json');
  t.match(parse(json.out), [{ outcome: 'failed', error: { code: 'page_unreadable' } }, { failed: 1 }]);
  const client = connect(database, 'read');
  t.equal(client.prepare('SELECT count(*) FROM articles').pluck().get(), 2);
  client.close();
});

t.test('site rules that came later are used', async (t) => {
  const { folder, database } = await createArchive(t);
  const html =
    '<link rel=canonical href="https://n.example/1"><h1>青石桥通车</h1><p class=sub>十年修成</p><p>大桥今日通车，全长1.2公里。</p>';
  writeFileSync(join(folder, 'x.html'), html);
  writeFileSync(join(folder, 'rules.json'), '{"n.example":{"subtitle":".sub"}}');
  await call(['import', join(folder, 'x.html'), '--database', database]);
  const words = ['--dry-run', '--all', '--verbose', '--site-rules', join(folder, 'rules.json')];
  const { out } = await call(['reextract', '--database', database, ...words]);
  t.match(out, /changed: .*x\.html .*subtitle/);
});

t.test('a dry run makes no archive, and a stop is told by the exit code', async (t) => {
  const missing = join(t.testdir({}), 'no.sqlite');
  t.match(await call(['reextract', '--dry-run', '--database', missing]), { code: 1, err: /There is no archive/ });
  const { database } = await createArchive(t);
  const { code } = await call(['reextract', '--database', database], { signal: AbortSignal.abort() });
  t.equal(code, 130);
});

t.test('on a terminal there is a bar over the pages to read', async (t) => {
  const { database } = await createArchive(t);
  const [stream, read] = collectText();
  const stderr: OutputStream = Object.assign(stream, { isTTY: true, columns: 100 });
  const { code } = await call(['reextract', '--database', database], { stderr });
  t.equal(code, 0);
  t.match(read(), /100% \| 2 pages/);
});
