/**
 * How well search ranks, and how fast it is in a large archive.
 *
 *   npm run bench:search -- [FOLDER] [--only NAME] [--articles 100000] [--chars 300] [--queries 100]
 *
 * FOLDER holds the sets of a search benchmark (sets.ts); without one only the generated archive is measured, with one only the
 * sets unless `--articles` is given. The archive stays in data/bench. Ranking is told by nDCG@10 beside what the benchmark gives for the
 * best of five simple FTS5 designs; speed by time over HTTP and by CPU time, which other load on the machine hardly moves.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stopServers } from '../servers.js';
import { measureIndexing } from './indexing.js';
import { measureQuality } from './quality.js';
import { measureScale } from './scale.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    articles: { type: 'string' },
    chars: { type: 'string', default: '300' },
    queries: { type: 'string', default: '100' },
  },
});
const [sets] = positionals;
mkdirSync('data', { recursive: true });
const scratch = mkdtempSync('data/bench-search-');
try {
  if (sets !== undefined) await measureQuality(sets, scratch, values.only);
  if (sets === undefined || values.articles !== undefined) {
    measureIndexing(scratch);
    const { articles = '100000', chars, queries, only } = values;
    await measureScale({ articles: Number(articles), chars: Number(chars), queries: Number(queries), only });
  }
} finally {
  stopServers();
  rmSync(scratch, { recursive: true });
}
