import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import t, { type Test } from 'tap';
import { article as articleSchema } from '../../src/domain/article.js';
import { fromJson } from '../../src/store/json.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { runCommand as call } from '../helpers/command.js';

const page = `首页 > 新闻 > 本地 > 正文
青石桥今日通车
来源：《临河日报》2024年3月5日02版　　发布时间：2024-03-05 09:30
　　“等了十年，桥终于通了。”青石村村民王大有说。
　　该桥全长1.2公里，总投资3亿元。
`;

/** A folder with a page and records, and an archive to be. */
function lay(t: Test) {
  const folder = t.testdir({
    'page.txt': page,
    'pages.ndjson': [
      '{"title":"甲","text":"甲的正文。","url":"https://a.example/1"}',
      '{bad',
      '{"title":"乙"}',
      '',
    ].join('\n'),
  });
  return {
    folder,
    page: join(folder, 'page.txt'),
    records: join(folder, 'pages.ndjson'),
    database: join(folder, 'db/a.sqlite'),
  };
}

const lines = (text: string) => text.trimEnd().split('\n');
const parse = (text: string) => lines(text).map((line) => JSON.parse(line));

t.test('import stores pages, tells the failed ones and why, and is idempotent', async (t) => {
  const { page, records, database } = lay(t);
  const first = await call(['import', page, records, '--database', database]);
  t.equal(first.code, 1, 'a page failed');
  t.match(first.out, '4 pages: 2 created, 0 updated, 0 unchanged, 2 failed');
  t.match(lines(first.err), [
    /^failed: .*pages\.ndjson:2: .*\(invalid_record\)/,
    /^failed: .*pages\.ndjson:3: .*\(page_without_body\)/,
  ]);
  t.equal(lines(first.err).length, 2);

  const again = await call(['import', page, '--database', database]);
  t.same([again.code, again.err], [0, '']);
  t.match(again.out, '1 pages: 0 created, 0 updated, 1 unchanged, 0 failed');
});

t.test('import --json gives a line a page and the sums', async (t) => {
  const { page, records, database } = lay(t);
  const { code, out } = await call(['import', page, records, '--json', '--database', database]);
  t.equal(code, 1);
  t.match(parse(out), [
    { name: page, id: /^[0-9a-z]{16}$/, outcome: 'created' },
    { name: `${records}:1`, id: /^[0-9a-z]{16}$/, outcome: 'created' },
    { name: `${records}:2`, id: null, outcome: 'failed', error: { code: 'invalid_record', message: String } },
    { name: `${records}:3`, id: null, outcome: 'failed', error: { code: 'page_without_body' } },
    { created: 2, updated: 0, unchanged: 0, failed: 2, skipped: 0, warnings: Number },
  ]);
});

t.test('import --dry-run stores nothing and prints the articles', async (t) => {
  const { page, database } = lay(t);
  const human = await call(['import', page, '--dry-run', '--database', database]);
  t.equal(human.code, 0);
  for (const words of [
    '青石桥今日通车',
    '新闻 › 本地',
    '临河日报',
    '2024-03-05, page 02',
    '2024-03-05T09:30:00+08:00',
  ]) {
    t.match(human.out, words);
  }
  const json = await call(['import', page, '--dry-run', '--json', '--database', database]);
  t.same([json.code, lines(json.out).length], [0, 1]);
  const [{ name, article, warnings }] = parse(json.out);
  t.equal(name, page);
  t.same(articleSchema.parse(article), article, 'as the API gives it');
  t.ok(Array.isArray(article.quotes) && Array.isArray(article.statistics));
  t.same(warnings, []);
  t.notOk(existsSync(database));
});

t.test('what is said of the pages wins', async (t) => {
  const { page } = lay(t);
  const words = ['--source', '青石晚报', '--section', '专题/桥', '--timezone', '+09:00'];
  const { out } = await call(['import', page, '--dry-run', '--json', ...words]);
  t.match(parse(out), [
    {
      article: {
        source: { name: '青石晚报' },
        section: { path: ['专题', '桥'] },
        publishedAt: '2024-03-05T08:30:00+08:00',
      },
    },
  ]);
});

t.test('threads give what one thread gives', async (t) => {
  const { page, records } = lay(t);
  const one = await call(['import', page, records, '--dry-run', '--json']);
  const two = await call(['import', page, records, '--dry-run', '--json', '--jobs', '2']);
  t.equal(two.out, one.out);
  t.equal(two.err, one.err);
  t.equal(two.code, 1);
});

t.test('what threads read is stored as what one thread reads', async (t) => {
  const { folder, page, records } = lay(t);
  const store = async (jobs: string) => {
    const database = join(folder, `${jobs}.sqlite`);
    const { out, err, code } = await call(['import', page, records, '--json', '--jobs', jobs, '--database', database]);
    const read = openReadStore(database);
    t.teardown(() => read.close());
    const ids = parse(out).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    t.equal(ids.length, 2);
    const found = await Promise.all(ids.map((id) => read.getArticle(id, ['quotes', 'statistics'])));
    const articles = found.map((one) => one.state === 'published' && fromJson(one.article));
    const originals = [];
    for await (const { original } of read.readOriginals(null)) originals.push(original);
    return { out, err, code, articles, originals };
  };
  t.same(await store('2'), await store('1'));
});

t.test('standard input is read, and what was skipped is counted and listed', async (t) => {
  const { folder, database } = lay(t);
  const piped = await call(['import', '-', '--json', '--database', database], {
    stdin: Readable.from([Buffer.from(page)]),
  });
  t.match(parse(piped.out), [{ name: '-', outcome: 'created' }, { created: 1 }]);
  writeFileSync(join(folder, 'photo.jpg'), 'x');
  const quiet = await call(['import', folder, '--dry-run']);
  t.match(quiet.out, /\d files skipped that are no pages; --verbose lists them/);
  const verbose = await call(['import', folder, '--dry-run', '--verbose']);
  t.match(verbose.err, /^skipped: .*photo\.jpg: no page by its name/m);
  const empty = await call(['import', '-', '--dry-run']);
  t.match([empty.code, empty.err], [1, /page_empty/]);
  const nothing = await call(['import', t.testdir({ nothing: {} }), '--dry-run']);
  t.match([nothing.code, nothing.out], [0, /No page was found/]);
});

t.test('names from outside cannot command a terminal', async (t) => {
  const folder = t.testdir({ 'a\u001b[2Jb.txt': '' });
  const { err } = await call(['import', folder, '--dry-run']);
  t.match(err, 'a\\u001b[2Jb.txt');
  t.notMatch(err, '\u001b');
});

t.test('an abort ends an import after the batch that is under way, with its sums', async (t) => {
  const { database } = lay(t);
  const stop = new AbortController();
  const endless = async function* () {
    for (let number = 0; ; number += 1) {
      if (number === 250) stop.abort();
      yield Buffer.from(`{"title":"第${number}号","text":"正文。","url":"https://a.example/${number}"}\n`);
      await new Promise(setImmediate);
    }
  };
  const stdin = Readable.from(endless());
  const { code, out } = await call(['import', '-', '--json', '--database', database], { stdin, signal: stop.signal });
  t.equal(code, 130);
  const { created } = parse(out).at(-1);
  t.ok(created >= 100 && created <= 260, `${created} were stored`);
  t.equal(parse(out).length, created + 1);
  t.ok(stdin.destroyed);
});

t.test('extract shows what was found on a page and why', async (t) => {
  const { page, records } = lay(t);
  const short = await call(['extract', page]);
  t.match([short.code, short.out], [0, /青石桥今日通车/]);
  const explained = await call(['extract', '--explain', page]);
  t.match(explained.out, /该桥全长/, 'the text is there');
  t.match(explained.out, /\d+ quotes\n/);
  const json = await call(['extract', page, '--json']);
  t.match(parse(json.out), [{ name: page, article: { title: '青石桥今日通车' } }]);
  const several = await call(['extract', records]);
  t.equal(several.code, 1);
  t.match(several.err, /pages\.ndjson:2: .*invalid_record/);
  const missing = await call(['extract', 'no-such-page.txt']);
  t.match([missing.code, missing.err], [1, /input_not_found/]);
});

t.test('migrate makes an archive once', async (t) => {
  const { database } = lay(t);
  const first = await call(['migrate', '--database', database, '--json']);
  t.match(parse(first.out), [{ database, applied: Number }]);
  const second = await call(['migrate', '--database', database]);
  t.match([second.code, second.out], [0, /is up to date/]);
  const variable = await call(['migrate'], { environment: { BAOKU_DATABASE_URL: database } });
  t.match(variable.out, database);
});

t.test('keys are made, listed, rotated and revoked', async (t) => {
  const { database } = lay(t);
  const keys = (...words: string[]) => call(['keys', ...words, '--database', database]);
  const made = await keys(
    'create',
    '云岭日报',
    '--scope',
    'read',
    'ingest',
    '--source',
    '云岭日报',
    '--expires',
    '2025-01-01',
  );
  t.equal(made.code, 0);
  const [secret = ''] = lines(made.out);
  t.match(secret, /^bk_[0-9a-z]{10}_[\w-]{43}$/, 'the secret alone, for a script');
  t.match(made.err, /once\. read, ingest, only 云岭日报/);
  const id = secret.slice(0, 13);
  t.match((await keys('list')).out, `${id}  云岭日报  read, ingest, only 云岭日报. not used yet`);
  const rotated = await keys('rotate', id, '--grace', '1', '--json');
  t.match(parse(rotated.out), [{ id: id.slice(3), expiresAt: '2025-01-01T00:00:00+08:00', secret: /^bk_/ }]);
  t.match((await keys('revoke', id)).out, /revoked$/m);
  t.match(parse((await keys('list', '--json')).out), [{ revokedAt: /^2024-06-01/ }]);
  t.notMatch((await keys('list', '--json')).out, secret.slice(14));
  t.match(await keys('revoke', 'nobody'), { code: 1, err: /There is no key nobody/ });
  t.match(await keys('create', 'x', '--scope', 'write'), {
    code: 2,
    err: /Allowed choices are read, ingest, edit, admin/,
  });
  t.match(await keys('create', 'x', '--expires', 'soon'), { code: 2, err: /--expires cannot be "soon"/ });
});

t.test('errors of users are a sentence and a suggestion', async (t) => {
  const { folder, page } = lay(t);
  for (const [words, environment, code, expected, why] of [
    [['imprt', page], {}, 2, /unknown command 'imprt'[\s\S]*import/, 'a misspelled command'],
    [['import'], {}, 2, /missing required argument 'inputs'/, 'no input'],
    [['import', page, '--job', '2'], {}, 2, /unknown option '--job'[\s\S]*--jobs/, 'a misspelled option'],
    [['import', page, '--jobs', '0'], {}, 2, /--jobs.*from 1 to 64/, 'no threads'],
    [['import', page, '--timezone', 'Peking'], {}, 2, /--timezone.*\+08:00/, 'no such zone'],
    [['import', page, '--section', '/x'], {}, 2, /--section.*slashes/, 'no such path'],
    [['serve', '--port', 'http'], {}, 2, /--port.*65535/, 'no port'],
    [['import', page, '--dry-run'], { BAOKU_PORTS: '1' }, 2, /BAOKU_PORTS\n {2}Did you mean BAOKU_PORT\?/, 'a setting'],
    [['import', page, '--dry-run', '--site-rules', page], {}, 2, /site rules in .*JSON/, 'rules that are none'],
    [['migrate', '--database', 'postgres://host/db'], {}, 2, /An archive is a file/, 'another kind of database'],
    [['migrate', '--database', page], {}, 1, /is not an archive/, 'a file that is no archive'],
    [['migrate', '--database', folder], {}, 1, /^baoku: /, 'a folder'],
  ] as const) {
    const { code: given, err } = await call([...words], { environment });
    t.equal(given, code, why);
    t.match(err, expected, why);
    t.notMatch(err, /\n +at /, `${why}: no stack`);
  }
  const verbose = await call(['migrate', '--database', page, '--verbose']);
  t.match(verbose.err, /\n +at /, '--verbose shows where');
});

t.test('--help and --version answer with 0', async (t) => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  t.match(await call(['--version']), { code: 0, out: `${version}\n` });
  t.match(await call(['--help']), { code: 0, out: /serve[\s\S]*import[\s\S]*extract[\s\S]*reextract[\s\S]*migrate/ });
  t.match(await call([]), { code: 2, err: /Usage/ }, 'no command is not nothing to do');
});

t.test('docs/cli.md has every option of every command, and no other', async (t) => {
  const documentation = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  const sections = new Map(documentation.split(/^## /m).map((section) => [section.split('\n', 1)[0] ?? '', section]));
  const find = (text: string, line: RegExp) =>
    (text.match(line) ?? []).flatMap((found) => found.match(/(?<=[`\s])--[a-z-]+(?: <[a-z]+>)?(?=[`\s]|$)/g) ?? []);
  const common = find(sections.get('Every command') ?? '', /^- `.*?:/gm);
  const commands = [...(await call(['--help'])).out.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(
    ([, name = '']) => name,
  );
  t.ok(commands.length >= 5);
  for (const command of commands) {
    const given = find((await call([command, '--help'])).out, /^ {2}(?:-h, )?--\S+(?: <\w+>)?/gm);
    const listed = find(sections.get(command) ?? '', /^- `.*?:/gm);
    t.same([...listed, ...common].sort(), given.sort(), command);
  }
});
