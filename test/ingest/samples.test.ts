import { Readable } from 'node:stream';
import t from 'tap';
import { ingestPage } from '../../src/ingest/pipeline.js';
import { readPages } from '../../src/ingest/source.js';

const options = { stdin: Readable.from([]), maxPageBytes: 1_000_000, maxUnpackedBytes: 1_000_000 };

t.test('the demo archive is read whole: nothing fails, and no two pages are one article', async (t) => {
  const ids = new Set<string>();
  const years = new Set<string>();
  let pages = 0;
  for await (const item of readPages(['samples'], options)) {
    if (!('bytes' in item)) {
      t.match(item, { name: 'samples/README', skipped: String }, 'only the README is left out');
      continue;
    }
    pages += 1;
    const { article } = ingestPage(item, { timeZone: '+08:00', siteRules: {} }).write;
    t.not(article.title, '', `${item.name} has a title`);
    t.not(article.body.length, 0, `${item.name} has a body`);
    t.notMatch(article.text, /\uFFFD/, `${item.name} is decoded without loss`);
    ids.add(article.id);
    years.add((article.issue?.date ?? article.publishedAt ?? '').slice(0, 4));
  }
  t.equal(pages, 63, 'as samples/README says');
  t.equal(ids.size, pages, 'every page has an id of its own');
  for (let year = 2014; year <= 2024; year += 1) t.ok(years.has(String(year)), `${year} is there`);
});
