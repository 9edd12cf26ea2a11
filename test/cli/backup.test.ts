import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { runCommand } from '../helpers/command.js';

t.test('backup and restore say what they did', async (t) => {
  const folder = t.testdir({ 'a.txt': '标题\n\n正文第一段，说明情况。', backups: {} });
  const environment = { BAOKU_DATABASE_URL: join(folder, 'a.sqlite') };
  const call = (words: string[], more: Record<string, string> = {}) =>
    runCommand(words, { environment: { ...environment, ...more } });
  await call(['import', join(folder, 'a.txt')]);

  const file = join(folder, 'b.gz');
  const written = await call(['backup', file]);
  t.match(written, { code: 0, out: /b\.gz: 1 articles, [\d.]+ MiB in [\d.]+ MiB, checked/, err: '' });
  t.match(await call(['backup', file]), { code: 1, err: /There is a file .* already\n.*--force/ });
  const again = await call(['backup', file, '--force', '--json']);
  t.match(JSON.parse(again.out), { file, articleCount: 1, seq: 1, sha256: /^[0-9a-f]{64}$/, bytes: Number });

  const name = 'baoku-20240601T000000Z.sqlite.gz';
  t.equal((await call(['backup', join(folder, 'backups')])).code, 0, 'into a folder');
  t.same(readdirSync(join(folder, 'backups')), [name, `${name}.sha256`]);
  const set = { BAOKU_BACKUP_FOLDER: join(folder, 'made', 'here') };
  t.equal((await call(['backup'], set)).code, 0, 'into the folder of the settings');
  t.same(readdirSync(set.BAOKU_BACKUP_FOLDER), [name, `${name}.sha256`]);
  t.match(await call(['backup']), { code: 2, err: /BAOKU_BACKUP_FOLDER/ });

  t.match(await call(['restore', file]), { code: 1, err: /--force/ });
  const other = join(folder, 'other.sqlite');
  const restored = await call(['restore', file, '--database', other]);
  t.match(restored, { code: 0, out: /1 articles, checked; its checksum agrees/ });
  t.match(JSON.parse((await call(['restore', file, '--force', '--json'])).out), { seq: 1, checksum: true });

  const stop = AbortSignal.abort();
  t.match(await runCommand(['backup', join(folder, 'c.gz')], { environment, signal: stop }), { code: 130, out: '' });
});

t.test('doctor tells what is wrong, mends what it can, and says so by its exit code', async (t) => {
  const folder = t.testdir({ 'a.txt': '标题\n\n正文第一段，说明情况。', backups: {} });
  const database = join(folder, 'a.sqlite');
  const environment = { BAOKU_DATABASE_URL: database, BAOKU_BACKUP_FOLDER: join(folder, 'backups') };
  const call = (...words: string[]) => runCommand(words, { environment });
  t.match(await call('doctor'), { code: 1, err: /no archive/ });
  await call('import', join(folder, 'a.txt'));
  t.match(await call('doctor'), { code: 0, out: /^ok {7}file .*\n[\s\S]*^warning {2}backups +there is none in/m });
  await call('backup');
  const { code, out } = await call('doctor', '--json');
  t.equal(code, 0);
  const findings = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { check: string; status: string });
  t.same(new Set(findings.map(({ status }) => status)), new Set(['ok']));
  const checks = [
    'file',
    'search',
    'counts',
    'documents',
    'rows',
    'log',
    'space',
    'backups',
    'settings',
    'webhooks',
    'dictionary',
  ];
  t.same([...new Set(findings.map(({ check }) => check))], checks);

  const client = new Database(database);
  client.exec('DELETE FROM search_articles');
  client.close();
  t.match(await call('doctor'), { code: 1, out: /^problem {2}search .*\(fixable\)$[\s\S]*--fix/m });
  t.match(await call('doctor', '--fix'), { code: 0, out: /^Mended: 1 articles indexed anew/m });
  t.match(await call('doctor'), { code: 0 });
  environment.BAOKU_BACKUP_FOLDER = '';
  t.match(await call('doctor'), { code: 0, out: /^warning {2}backups .*BAOKU_BACKUP_FOLDER/m });
  t.match(await call('doctor', '--verbose', '--database', join(folder, 'a.txt')), { code: 1, err: /not an archive/ });
});
