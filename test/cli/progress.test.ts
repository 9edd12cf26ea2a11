import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import type { OutputStream } from '../../src/cli/io.js';
import { collectText, runCommand } from '../helpers/command.js';

const record = (number: number) => `{"title":"第${number}号","text":"正文。","url":"https://a.example/${number}"}\n`;

t.test('on a terminal there is a bar with rate and ETA, and failures above it', async (t) => {
  const folder = t.testdir({});
  const records = Array.from({ length: 3000 }, (_, number) => (number === 1500 ? '{bad\n' : record(number))).join('');
  writeFileSync(join(folder, 'pages.ndjson'), records);
  const [stream, read] = collectText();
  const stderr: OutputStream = Object.assign(stream, { isTTY: true, columns: 100 });
  const { code, out } = await runCommand(['import', folder, '--dry-run', '--json'], { stderr });
  t.equal(code, 1);
  const shown = read();
  t.match(shown, /\d+% \| \d+00 pages \| \d+\/s \| ETA \d+s/);
  t.notMatch(shown, /NaN|INF|NULL|undefined/);
  t.match(shown, /failed: .*pages\.ndjson:1501: .*\n/);
  t.ok(shown.includes('\u001b[?25h'), 'the cursor is back');
  t.equal(out.trimEnd().split('\n').length, 3000, 'and nothing of it is on standard output');
});
