import { join } from 'node:path';
import t, { type Test } from 'tap';
import { article as articleSchema } from '../../src/domain/article.js';
import { ArchiveError } from '../../src/domain/errors.js';
import { previewArticle } from '../../src/domain/preview.js';
import type { IngestedPage } from '../../src/ingest/pipeline.js';
import type { RawPage, SourceItem } from '../../src/ingest/source.js';
import { type Extractor, extractHere } from '../../src/services/extract.js';
import { type PageOutcome, publishPages } from '../../src/services/publish.js';
import { fromJson } from '../../src/store/json.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';

const AT = Date.UTC(2024, 0, 1);
const here = extractHere({ timeZone: '+08:00', siteRules: {} });

function page(name: string, fields: Record<string, unknown> = {}): RawPage {
  const record = {
    url: `https://a.example/${name}`,
    title: `${name}号桥通车`,
    text: '两岸连成一片，居民十分高兴。',
    ...fields,
  };
  return { name, format: 'record', bytes: Buffer.from(JSON.stringify(record)), hints: {} };
}

async function* from(items: SourceItem[]): AsyncGenerator<SourceItem> {
  yield* items;
}

function open(t: Test) {
  const location = join(t.testdir({}), 'archive.sqlite');
  migrateArchive(location, { timeZone: '+08:00', at: AT });
  const store = openWriteStore(location);
  const read = openReadStore(location);
  t.teardown(async () => {
    await read.close();
    await store.close();
  });
  const publish = async (items: SourceItem[], extractor: Extractor = here): Promise<PageOutcome[]> => {
    const outcomes: PageOutcome[] = [];
    const options = { extractor, ahead: 1, store, signal: new AbortController().signal, clock: () => AT };
    for await (const outcome of publishPages(from(items), options)) outcomes.push(outcome);
    return outcomes;
  };
  return { publish, read };
}

function tell(outcomes: PageOutcome[]): string[] {
  return outcomes.map((item) => {
    if ('skipped' in item) return `${item.name} skipped`;
    return `${item.name} ${item.outcome}${item.outcome === 'failed' ? ` ${item.error.code}` : ''}`;
  });
}

t.test('each item has one outcome, in order', async (t) => {
  const { publish, read } = open(t);
  const items = [
    page('1'),
    { name: 'x.pdf', skipped: 'no page' },
    page('2', { text: '' }),
    { name: 'gone', error: new ArchiveError('input_not_found', 'gone') },
    page('3'),
    page('1'),
  ];
  t.same(tell(await publish(items)), [
    '1 created',
    'x.pdf skipped',
    '2 failed page_without_body',
    'gone failed input_not_found',
    '3 created',
    '1 unchanged',
  ]);
  t.equal((await read.getState()).articleCount, 2);
  t.same(tell(await publish([page('1'), page('3', { title: '另一座桥' })])), ['1 unchanged', '3 updated']);
});

t.test('more items than a batch holds come out complete and in order', async (t) => {
  const { publish, read } = open(t);
  const items = Array.from({ length: 250 }, (_, index) => page(String(index)));
  const outcomes = await publish(items);
  t.same(
    outcomes.map(({ name }) => name),
    items.map(({ name }) => name),
  );
  t.equal((await read.getState()).articleCount, 250);
});

t.test('an article that cannot be stored fails alone', async (t) => {
  const { publish, read } = open(t);
  // No kind of quote that there is: the store refuses the whole transaction.
  const spoil: Extractor = async (pages) =>
    (await here(pages)).map((result, index) =>
      index === 1 && 'write' in result
        ? { ...result, write: { ...result.write, fingerprint: null as unknown as string } }
        : result,
    );
  const outcomes = await publish([page('1'), page('2'), page('3')], spoil);
  t.same(tell(outcomes), ['1 created', '2 failed internal', '3 created']);
  t.match(outcomes[1], { id: /^[0-9a-z]{16}$/ }, 'and its id is told');
  t.equal((await read.getState()).articleCount, 2);
});

t.test('a page with the identity of another is a failure that names the other', async (t) => {
  const { publish } = open(t);
  const fields = { url: undefined, source: '临河日报', issueDate: '2024-01-01', page: '1', title: '简讯' };
  const outcomes = await publish([page('a/1', fields), page('b/2', { ...fields, text: '另一条简讯的正文。' })]);
  t.same(tell(outcomes), ['a/1 created', 'b/2 failed identity_conflict']);
  t.match(outcomes[1], { error: { message: /a\/1/ } });
});

t.test('a fault in extraction fails its page and no other', async (t) => {
  const { publish } = open(t);
  const faulty = { ...page('1'), bytes: null as unknown as Uint8Array };
  const outcomes = await publish([
    // A page that no source gives: reading it is a TypeError.
    { ...faulty, bytes: new Proxy(new Uint8Array(1), { get: (_, key) => (key === 'length' ? 1 : null) }) },
    page('2'),
  ]);
  t.same(tell(outcomes), ['1 failed internal', '2 created']);
});

t.test('a preview is the article as the archive then gives it', async (t) => {
  const { publish, read } = open(t);
  const given = page('1', { section: ['新闻', '本地'], source: '临河日报', publishedAt: '2024-01-01 08:00' });
  const [extracted] = await here([given]);
  const preview = previewArticle((extracted as IngestedPage).write, AT, '+08:00');
  t.ok(articleSchema.safeParse(preview).success);
  await publish([given]);
  const found = await read.getArticle(preview.id, ['quotes', 'statistics']);
  t.equal(found.state, 'published');
  if (found.state === 'published') t.same(fromJson(found.article), preview);
});
