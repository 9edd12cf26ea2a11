import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureQuality } from './quality.js';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
mkdirSync('data', { recursive: true });
const scratch = mkdtempSync('data/bench-search-');
try {
  if (positionals[0]) await measureQuality(positionals[0], scratch, values.only);
} finally {
  rmSync(scratch, { recursive: true });
}
