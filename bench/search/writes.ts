/** Articles for measuring search, as extraction would hand them over: it is not what is measured, so it is left out. */
import { countChars, layOut } from '../../src/domain/article.js';
import type { ArticleWrite } from '../../src/domain/write.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';

export interface Text {
  id: string;
  title: string;
  lead?: string | null;
  /** Paragraphs, one a line. */
  body: string;
  section?: readonly string[];
  source?: string | null;
  /** RFC 3339. */
  publishedAt?: string | null;
}

/** Articles a transaction, as an import has them. */
const BATCH = 100;

const slugOf = (name: string) => [...name].map((char) => char.codePointAt(0)?.toString(36)).join('-');

function toWrite({
  id,
  title,
  lead = null,
  body,
  section = [],
  source = null,
  publishedAt = null,
}: Text): ArticleWrite {
  const blocks = body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ type: 'paragraph' as const, text }));
  const layout = layOut({ title, subtitle: null, lead, body: blocks });
  return {
    article: {
      id,
      url: null,
      title,
      subtitle: null,
      lead,
      breadcrumb: [...section],
      issue: null,
      byline: null,
      publishedAt,
      keywords: [],
      aliases: [],
      charCount: countChars(layout),
      extractor: 'none',
      body: layout.body,
      text: layout.text,
    },
    section: section.map((name) => ({ name, slug: slugOf(name) })),
    source: source === null ? null : { name: source, slug: slugOf(source) },
    addresses: [],
    quotes: [],
    statistics: [],
    original: { name: id, mediaType: 'text/plain', bytes: new Uint8Array(), hints: '{}' },
    fingerprint: id,
  };
}

/** Writes a new archive; gives the articles a second that it took. */
export async function writeArchive(location: string, texts: Iterable<Text>): Promise<number> {
  migrateArchive(location, { timeZone: '+08:00', at: 0 });
  const store = openWriteStore(location);
  let count = 0;
  let spent = 0;
  let batch: ArticleWrite[] = [];
  const flush = async () => {
    const started = performance.now();
    await store.publish(batch, 1_700_000_000_000);
    spent += performance.now() - started;
    count += batch.length;
    batch = [];
  };
  for (const text of texts) {
    batch.push(toWrite(text));
    if (batch.length === BATCH) await flush();
  }
  await flush();
  await store.close();
  return (count / spent) * 1000;
}
