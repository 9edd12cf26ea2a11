/**
 * Runs the tests in `build/`, each file in a process of its own: all of them, or those that are named.
 * It is not `tap run`, since that loads hooks for coverage, mocks and compiling, whether they are used or not, into every process
 * and every thread of it: a third of the time that the suite took.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { report } from '@tapjs/reporter';
import { t } from 'tap';
import { globSync } from 'tinyglobby';

/** Seconds that a file may take, on however slow a machine. */
const PATIENCE = 1_200;

process.chdir(fileURLToPath(new URL('../build', import.meta.url)));
const { values, positionals } = parseArgs({
  options: { jobs: { type: 'string', default: '2' } },
  allowPositionals: true,
});
const files = (positionals.length > 0 ? positionals : ['test/**/*.test.js']).flatMap((pattern) => {
  const found = globSync(pattern).sort();
  if (found.length === 0) throw new Error(`No test file is ${pattern}`);
  return found;
});

const reporter = process.env.TAP_REPORTER ?? (process.stdout.isTTY ? 'base' : 'tap');
if (reporter !== 'tap') report(reporter, t, { get: () => undefined });
t.setTimeout(0);
t.jobs = Number(values.jobs);
const env = { ...process.env, TAP_TIMEOUT: String(PATIENCE) };
for (const file of files) {
  // Through `env`, because tap names its hooks to each process that it starts in a variable.
  const words = ['-u', 'NODE_OPTIONS', process.execPath, '--enable-source-maps', file];
  t.spawn('env', words, { name: file, buffered: true, timeout: PATIENCE * 1_000, env, at: null, stack: '' });
}
