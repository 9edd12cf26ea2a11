import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import t, { type Test } from 'tap';
import { readPages, type SourceItem, type SourceOptions } from '../../src/ingest/source.js';
import { buildZip } from '../helpers/zip.js';

const MiB = 1024 * 1024;

/** Writes files into a folder of the test and gives its path. */
function lay(t: Test, files: Record<string, string | Uint8Array>): string {
  const folder = t.testdir({});
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

async function* noInput(): AsyncGenerator<Uint8Array> {}

async function collect(inputs: string[], options: Partial<SourceOptions> = {}): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  const pages = readPages(inputs, { stdin: noInput(), maxPageBytes: MiB, maxUnpackedBytes: 100 * MiB, ...options });
  for await (const item of pages) items.push(item);
  return items;
}

/** Items in a line each: name, and format and text, or the code of the failure, or `skipped`. */
function tell(items: SourceItem[], folder = ''): string[] {
  return items.map((item) => {
    const name = item.name.startsWith(`${folder}/`) ? item.name.slice(folder.length + 1) : item.name;
    if ('error' in item) return `${name} ! ${item.error.code}`;
    if ('skipped' in item) return `${name} - skipped`;
    return `${name} ${item.format} ${Buffer.from(item.bytes).toString()}`;
  });
}

t.test('files are read by their names', async (t) => {
  for (const [name, content, expected, why] of [
    ['a.txt', 'x', ['a.txt text x'], 'text'],
    ['a.TXT', 'x', ['a.TXT text x'], 'endings in capitals'],
    ['a.html', 'x', ['a.html html x'], 'HTML'],
    ['a.htm', 'x', ['a.htm html x'], 'HTML of old'],
    ['a.shtml', 'x', ['a.shtml html x'], 'HTML of portals'],
    ['a.md', 'x', ['a.md markdown x'], 'Markdown'],
    ['a.txt.gz', gzipSync('x'), ['a.txt.gz text x'], 'compressed, by the name below'],
    ['empty.txt', '', ['empty.txt text '], 'an empty page is a page, to be refused when it is read'],
    [
      'a.ndjson',
      '{"a":1}\r\n\n {"b":2}',
      ['a.ndjson:1 record {"a":1}\r', 'a.ndjson:3 record  {"b":2}'],
      'records by line',
    ],
    [
      'a.jsonl',
      '{bad\n{}',
      ['a.jsonl:1 record {bad', 'a.jsonl:2 record {}'],
      'a bad line is handed on, the next is read',
    ],
    ['a.ndjson.gz', gzipSync('{}\n{}\n'), ['a.ndjson.gz:1 record {}', 'a.ndjson.gz:2 record {}'], 'compressed records'],
    ['a.json', '{"a":1}', ['a.json record {"a":1}'], 'a record alone goes by the name of its file'],
    ['a.json', '{\n"a": "}"\n}', ['a.json record {\n"a": "}"\n}'], 'over several lines too'],
    ['a.json', '[]', [], 'an empty list holds nothing'],
    ['a.json', '[{"a":[1]}, {"b":"]\\""}\n]', ['a.json:1 record {"a":[1]}', 'a.json:2 record {"b":"]\\""}'], 'a list'],
    ['a.json', '[1,"a,",\nnull]', ['a.json:1 record 1', 'a.json:2 record "a,"', 'a.json:3 record null'], 'no objects'],
    [
      'a.json',
      '{"a":1}\n{"b":2}\n',
      ['a.json:1 record {"a":1}', 'a.json:2 record {"b":2}'],
      'records by line after all',
    ],
    ['a.json', '{\n"a":1}{"b":2}', ['a.json:1 record {\n"a":1}', 'a.json:2 record {"b":2}'], 'records without a break'],
    ['a.json', '[{"a":1},\n{"b":', ['a.json:1 record {"a":1}', 'a.json:2 ! invalid_record'], 'cut off in a record'],
    ['a.json', '[{"a":1}\n,', ['a.json:1 record {"a":1}', 'a.json:2 ! invalid_record'], 'cut off between records'],
    ['\ufeffa.json', '\ufeff[{"a":1}]', ['\ufeffa.json record {"a":1}'], 'behind a byte order mark'],
    ['page', '<p>x', ['page html <p>x'], 'a file that is named is read whatever its name: HTML'],
    ['page.aspx', ' <!DOCTYPE html>x', ['page.aspx html  <!DOCTYPE html>x'], 'HTML'],
    ['dump', '{"a":1}\n', ['dump:1 record {"a":1}'], 'records'],
    ['dump', '[\n{"a":1},{}]', ['dump:1 record {"a":1}', 'dump:2 record {}'], 'a list of records'],
    ['letter', '标题', ['letter text 标题'], 'text'],
    ['backup', gzipSync('<html>'), ['backup html <html>'], 'gzip of HTML'],
  ] as const) {
    const folder = lay(t, { [name]: content });
    t.same(tell(await collect([join(folder, name)]), folder), expected, why);
  }
});

t.test('records in GBK, Big5 and UTF-16 are cut where they end', async (t) => {
  // 0x5C and 0x7D as second bytes look like a backslash and a brace: 俓 is 81 5C, 亇 is 81 7D in GBK.
  const tricky = Buffer.concat([
    Buffer.from('[\n{"a":"'),
    Buffer.from([0x81, 0x5c]),
    Buffer.from('"},\n{"a":'),
    Buffer.from([0x22, 0x81, 0x7d, 0x81, 0x5c, 0x22]),
    Buffer.from('}]'),
  ]);
  const utf16 = Buffer.from('\ufeff{"a":"报"}\n{"b":1}\n', 'utf16le');
  const folder = lay(t, { 'gbk.json': tricky, 'wide.ndjson': utf16 });
  const records = await collect([join(folder, 'gbk.json')]);
  t.same(
    records.map((item) => 'bytes' in item && Buffer.from(item.bytes).toString('latin1')),
    ['{"a":"\x81\\"}', '{"a":"\x81}\x81\\"}'],
  );
  t.same(tell(await collect([join(folder, 'wide.ndjson')]), folder), [
    'wide.ndjson:1 record {"a":"报"}',
    'wide.ndjson:2 record {"b":1}',
  ]);
});

t.test('folders are read with all below them, in order; what is no page is skipped', async (t) => {
  const folder = lay(t, { 'b.txt': 'b', 'a/2.html': '2', 'a/1.html': '1', 'c.pdf': 'c', '.hidden.txt': 'h' });
  symlinkSync('b.txt', join(folder, 'd.txt'));
  symlinkSync('.', join(folder, 'loop'));
  symlinkSync('nowhere', join(folder, 'gone.txt'));
  const expected = [
    '.hidden.txt - skipped',
    'a/1.html html 1',
    'a/2.html html 2',
    'b.txt text b',
    'c.pdf - skipped',
    'd.txt text b',
    'gone.txt ! page_unreadable',
    'loop - skipped',
  ];
  t.same(tell(await collect([folder]), folder), expected);
  t.same(tell(await collect([`${folder}/`]), folder), expected, 'with a slash at the end as well');
});

t.test('globs give what they match; a glob or path without a match is a failure', async (t) => {
  const folder = lay(t, { 'x/1.txt': '1', 'x/2.txt': '2', 'x/3.html': '3', 'y/4.txt': '4', 'odd[1].txt': 'odd' });
  for (const [input, expected, why] of [
    ['x/*.txt', ['x/1.txt text 1', 'x/2.txt text 2'], 'files'],
    ['{x,y}', ['x/1.txt text 1', 'x/2.txt text 2', 'x/3.html html 3', 'y/4.txt text 4'], 'folders'],
    ['y/**', ['y/4.txt text 4'], 'a folder and what is in it are not read twice'],
    ['odd[1].txt', ['odd[1].txt text odd'], 'a file of that very name comes first'],
    ['z/*.txt', ['z/*.txt ! input_not_found'], 'no match'],
    ['z.txt', ['z.txt ! input_not_found'], 'no file'],
    ['x/1.txt/2.txt', ['x/1.txt/2.txt ! input_not_found'], 'a file is no folder'],
  ] as const) {
    t.same(tell(await collect([join(folder, input)]), folder), expected, why);
  }
});

t.test('standard input is told by its first bytes', async (t) => {
  for (const [content, expected, why] of [
    ['{"a":1}\n{"b":2}\n', ['-:1 record {"a":1}', '-:2 record {"b":2}'], 'records by line'],
    ['[\n{"a":1}, 2]', ['-:1 record {"a":1}', '-:2 record 2'], 'a list'],
    ['<html>', ['- html <html>'], 'HTML'],
    ['\n标题\n正文', ['- text \n标题\n正文'], 'text'],
    [gzipSync('{"a":1}\n'), ['-:1 record {"a":1}'], 'compressed'],
    [buildZip([{ name: 'a.txt', data: 'a' }]), ['-/a.txt text a'], 'a zip'],
    ['', ['- text '], 'nothing is an empty page, so that it is refused and not overlooked'],
  ] as const) {
    const chunks = [...Buffer.from(content)].map((byte) => Buffer.from([byte]));
    t.same(tell(await collect(['-'], { stdin: Readable.from(chunks) })), expected, why);
  }
});

t.test('hints are said of every page', async (t) => {
  const folder = lay(t, { 'a.txt': '', 'b.ndjson': '{}' });
  const hints = { source: '临河日报', section: ['新闻'] };
  for (const item of await collect([folder], { hints })) t.match(item, { hints });
});

t.test('the bytes of the files are counted as they are read', async (t) => {
  const zip = buildZip([{ name: 'a.txt', data: 'x'.repeat(1000) }]);
  const folder = lay(t, { 'a.txt': 'x'.repeat(10), 'b.ndjson': '{}\n'.repeat(5), 'c.zip': zip });
  let bytes = 0;
  await collect([folder], {
    onRead(read) {
      bytes += read;
    },
  });
  t.ok(bytes >= 25 && bytes < 25 + zip.length, 'a zip counts by what its entries take up');
});

t.test('pages above the limit are refused, the rest is read', async (t) => {
  const long = 'x'.repeat(2000);
  const zip = buildZip([
    { name: 'long.txt', data: Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251)) },
    { name: 'short.txt', data: 'x' },
  ]);
  for (const [name, content, expected] of [
    ['a.txt', long, ['a.txt ! page_too_large']],
    ['a.txt.gz', gzipSync(long), ['a.txt.gz ! page_too_large']],
    ['a.zip', zip, ['a.zip/long.txt ! page_too_large', 'a.zip/short.txt text x']],
    [
      'a.ndjson',
      `{}\n${long}\n{"b":1}`,
      ['a.ndjson:1 record {}', 'a.ndjson:2 ! page_too_large', 'a.ndjson:3 record {"b":1}'],
    ],
    ['a.json', `[{},\n{"a":"${long}"},{}]`, ['a.json:1 record {}', 'a.json:2 ! page_too_large', 'a.json:3 record {}']],
    ['a.json', `[{},\n{"a":"${long}`, ['a.json:1 record {}', 'a.json:2 ! page_too_large']],
  ] as const) {
    const folder = lay(t, { [name]: content });
    t.same(tell(await collect([join(folder, name)], { maxPageBytes: 1500 }), folder), expected, name);
  }
});

t.test('a page of 50 MB is refused without being read', async (t) => {
  const folder = lay(t, { 'big.html': '<html>' });
  truncateSync(join(folder, 'big.html'), 50 * MiB);
  let bytes = 0;
  const items = await collect([folder], {
    maxPageBytes: 16 * MiB,
    onRead(read) {
      bytes += read;
    },
  });
  t.same(tell(items, folder), ['big.html ! page_too_large']);
  t.equal(bytes, 0);
});

t.test('zips are unpacked in memory, whatever they try', async (t) => {
  const bomb = Buffer.alloc(5 * MiB, 'a');
  const inner = buildZip([{ name: 'in.txt', data: 'in' }]);
  const files = {
    'a.zip': buildZip([
      { name: 'page.txt', data: 'page' },
      { name: 'folder/', data: '' },
      { name: '../../evil.txt', data: 'evil' },
      { name: 'a/../../evil.txt', data: 'evil' },
      { name: '/etc/evil.txt', data: 'evil' },
      { name: 'C:\\evil.txt', data: 'evil' },
      { name: 'zero\0.txt', data: 'evil' },
      { name: 'secret.txt', data: 'secret', encrypted: true },
      { name: 'link.txt', data: '/etc/passwd', mode: 0o120777 },
      { name: 'bomb.txt', data: bomb },
      { name: 'lie.txt', data: 'longer than it says', claimedSize: 3 },
      { name: 'picture.jpg', data: 'x' },
      { name: '__MACOSX/page.txt', data: 'x' },
      { name: Buffer.from([0xb0, 0xe6, 0x5c, 0x31, 0x2e, 0x74, 0x78, 0x74]), data: 'named in GBK' },
      { name: 'inner.zip', data: inner },
      { name: 'inner.ndjson.gz', data: gzipSync('{}\n') },
      { name: 'deep.zip', data: buildZip([{ name: 'deeper.zip', data: inner }]) },
      { name: 'damaged.zip', data: 'PK no' },
      { name: 'last.txt', data: 'last' },
    ]),
  };
  const folder = lay(t, files);
  t.same(tell(await collect([folder], { maxPageBytes: 16 * MiB }), `${folder}/a.zip`), [
    'page.txt text page',
    '../../evil.txt ! unsafe_archive',
    'a/../../evil.txt ! unsafe_archive',
    '/etc/evil.txt ! unsafe_archive',
    'C:/evil.txt ! unsafe_archive',
    'zero\0.txt ! unsafe_archive',
    'secret.txt ! unsafe_archive',
    'link.txt - skipped',
    'bomb.txt ! unsafe_archive',
    'lie.txt ! page_unreadable',
    'picture.jpg - skipped',
    '__MACOSX/page.txt - skipped',
    '版/1.txt text named in GBK',
    'inner.zip/in.txt text in',
    'inner.ndjson.gz:1 record {}',
    'deep.zip/deeper.zip ! unsafe_archive',
    'damaged.zip ! page_unreadable',
    'last.txt text last',
  ]);
});

t.test('compressed data that grow as no honest data do are given up', async (t) => {
  const lines = `{"a":"${'a'.repeat(1000)}"}\n`.repeat(5000);
  const noise = () => Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * i * 31) % 256));
  const folder = lay(t, {
    'bomb.txt.gz': gzipSync(Buffer.alloc(5 * MiB)),
    'bomb.ndjson.gz': gzipSync(lines),
    'many.zip': buildZip(Array.from({ length: 4 }, (_, i) => ({ name: `${i}.txt`, data: noise() }))),
  });
  const options = { maxPageBytes: 16 * MiB };
  t.same(tell(await collect([join(folder, 'bomb.txt.gz')], options), folder), ['bomb.txt.gz ! unsafe_archive']);
  const records = tell(await collect([join(folder, 'bomb.ndjson.gz')], options), folder);
  t.equal(records.at(-1), 'bomb.ndjson.gz ! unsafe_archive');
  t.ok(records.length > 900 && records.length < 5000, 'what came before counts');
  const many = tell(await collect([join(folder, 'many.zip')], { maxUnpackedBytes: 130_000 }), folder);
  t.same(
    many.map((line) => line.split(' ').slice(0, 3).join(' ').slice(0, 20)),
    ['many.zip/0.txt text ', 'many.zip/1.txt text ', 'many.zip ! unsafe_ar'],
    'the sum of the entries counts',
  );
});

t.test('damaged and unreadable input is reported, and what can be read is read', async (t) => {
  const records = Array.from({ length: 20_000 }, (_, i) => `{"n":${(i * 7919) % 10_007}}\n`).join('');
  const packed = gzipSync(records);
  const zip = buildZip([{ name: 'a.txt', data: 'a' }]);
  const folder = lay(t, {
    'cut.ndjson.gz': packed.subarray(0, packed.length - 1000),
    'cut.txt.gz': gzipSync('x'.repeat(1000)).subarray(0, 20),
    'noise.txt.gz': 'not gzip at all',
    'cut.zip': zip.subarray(0, zip.length - 5),
    'good.txt': 'good',
  });
  const cut = tell(await collect([join(folder, 'cut.ndjson.gz')]), folder);
  t.equal(cut.at(-1), 'cut.ndjson.gz ! page_unreadable');
  t.ok(cut.length > 1000, 'the records before the end are there');
  for (const name of ['cut.txt.gz', 'noise.txt.gz', 'cut.zip']) {
    t.same(tell(await collect([join(folder, name), join(folder, 'good.txt')]), folder), [
      `${name} ! page_unreadable`,
      'good.txt text good',
    ]);
  }
});

t.test('an unreadable file is a failure of its own', async (t) => {
  const folder = lay(t, { 'a.txt': 'a', 'd.txt': 'd' });
  // Readable to nobody, root included: the memory of a process at address 0, and a link to itself.
  symlinkSync('/proc/self/mem', join(folder, 'b.txt'));
  symlinkSync('c.txt', join(folder, 'c.txt'));
  const items = await collect([folder, join(folder, 'c.txt'), join(folder, 'b.txt')]);
  t.same(tell(items, folder), [
    'a.txt text a',
    'b.txt ! page_unreadable',
    'c.txt ! page_unreadable',
    'd.txt text d',
    'c.txt ! page_unreadable',
    'b.txt ! page_unreadable',
  ]);
});

t.test('bytes of a record own their memory', async (t) => {
  const folder = lay(t, { 'a.ndjson': '{"a":1}\n'.repeat(100) });
  for (const item of await collect([folder])) {
    t.equal('bytes' in item && item.bytes.buffer.byteLength, 7, 'a view would send a whole chunk to a thread');
  }
});
