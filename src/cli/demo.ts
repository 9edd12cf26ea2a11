/** The demo archive: the articles under samples/, for whoever starts with nothing. */
import { fileURLToPath } from 'node:url';
import { readPages } from '../ingest/source.js';
import { extractHere } from '../services/extract.js';
import { publishPages } from '../services/publish.js';
import type { OpenArchive } from './archive.js';
import type { Session } from './command.js';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));

/** Stores the demo articles, and says on standard error which of them could not be stored. */
export async function loadDemo({ write, timeZone }: OpenArchive, { config, io, stderr }: Session): Promise<void> {
  const pages = readPages([samples], { stdin: io.stdin, ...config });
  const outcomes = publishPages(pages, {
    store: write,
    extractor: extractHere({ timeZone, siteRules: {} }),
    ahead: 1,
    signal: io.signal,
    clock: io.clock,
  });
  let loaded = 0;
  for await (const item of outcomes) {
    if ('skipped' in item) continue;
    if (item.outcome === 'failed') await stderr.writeLine(`demo: ${item.name}: ${item.error.message}`);
    else loaded += 1;
  }
  await stderr.writeLine(`The archive was empty: loaded ${loaded} demo articles (--no-demo leaves it empty).`);
}
