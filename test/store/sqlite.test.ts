/** The SQLite adapter against the specification of stores. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { CorrectionRequest } from '../../src/domain/correction.js';
import { articleFilter } from '../../src/domain/query.js';
import { fromJson } from '../../src/store/json.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { packing } from '../../src/store/sqlite/writing/packed.js';
import type { Publishable } from '../../src/store/writing.js';
import { parseQuery } from '../../src/text/query.js';
import { testStore } from './contract.js';
import { generateWrites, NOW, ZONE } from './sample.js';

testStore('sqlite', open);

t.test('sqlite: a packed write is stored as the write itself, and comes back as it was', async (t) => {
  const writes = generateWrites(40);
  const packed = writes.map(packing.pack);
  const plainBytes = writes.map(({ original, ...write }) => ({
    ...write,
    original: { ...original, bytes: Buffer.from(original.bytes) },
  }));
  t.same(packed.map(packing.unpack), plainBytes);

  const older = writes.slice(0, 10).map((write) => ({ ...write, fingerprint: 'older', statistics: [] }));
  const corrected = older.find(({ quotes }) => quotes.length > 0);
  const quote = corrected?.quotes[0]?.id ?? '';
  const reject: CorrectionRequest = { action: 'reject', target: 'quote', id: quote, author: null, note: null };
  const store = async (given: readonly Publishable[]) => {
    const { read, write } = await open(t);
    await write.publish(older, NOW);
    t.equal(await write.correct(corrected?.article.id ?? '', reject, NOW), true);
    const outcomes = await write.publish(given, NOW);
    const ids = writes.map(({ article }) => article.id);
    const articles = await Promise.all(ids.map((id) => read.getArticle(id, ['quotes', 'statistics'])));
    const options = { sort: '-publishedAt', limit: 50, include: [], content: true } as const;
    const found = await read.search('articles', articleFilter.parse({}), parseQuery('正文'), options);
    return {
      outcomes: outcomes.map(({ outcome }) => outcome),
      articles: articles.map((one) => one.state === 'published' && fromJson(one.article)),
      found: fromJson(found.items),
    };
  };
  const [fromPacked, fromWrites] = [await store(packed), await store(writes)];
  t.same(fromPacked, fromWrites);
  t.equal(fromPacked.found.length, 40);
});

async function open(t: Test) {
  // One of its own for each that a test opens.
  const folder = mkdtempSync(join(tmpdir(), 'baoku-store-'));
  const file = join(folder, 'archive.db');
  migrateArchive(file, { timeZone: ZONE, at: NOW });
  const write = openWriteStore(file);
  const read = openReadStore(file, { threads: 1, deadline: 60_000 });
  t.teardown(async () => {
    await read.close();
    await write.close();
    rmSync(folder, { recursive: true });
  });
  return { read, write };
}
