import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { importTable } from '../../.dependency-cruiser.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

t.test('the import table in ARCHITECTURE.md is the one that is checked', (t) => {
  const rows = new Map<string, [string[], string[]]>();
  const cells = (text: string | undefined) =>
    (text ?? '')
      .split(',')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '–');
  for (const line of read('ARCHITECTURE.md').split('\n')) {
    const [, folder, imports, packages] = line.split('|').map((cell) => cell.trim());
    if (folder && folder in importTable) rows.set(folder, [cells(imports), cells(packages)]);
  }
  t.same(
    Object.fromEntries(rows),
    Object.fromEntries(Object.entries(importTable).map(([folder, rule]) => [folder, [rule.folders, rule.packages]])),
  );
  t.end();
});

t.test('ARCHITECTURE.md can be read in one sitting', (t) => {
  t.ok(read('ARCHITECTURE.md').split('\n').length <= 150);
  t.end();
});

t.test('every source file opens by saying what it is, and none has grown into two', (t) => {
  const written = filesBelow('src').filter((name) => /\.tsx?$/.test(name) && !name.endsWith('resolver-types.ts'));
  for (const path of written) {
    const text = readFileSync(path, 'utf8');
    t.match(text, /^(#!.*\n)?\/\*\*/, path);
    t.ok(text.length < 16_384, `${path} is small`);
  }
  t.end();
});

t.test('the lockfile names no download address, and every package that some platform needs', (t) => {
  t.notMatch(read('package-lock.json'), /"resolved"/);
  // npm leaves out what the registry at hand does not have, and `npm ci` then refuses the lockfile everywhere.
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  t.same(
    optional.filter((name) => !locked.has(name)),
    [],
  );
  t.end();
});
