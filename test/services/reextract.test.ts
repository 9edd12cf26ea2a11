import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { ArticleWrite } from '../../src/domain/write.js';
import { EXTRACTOR_VERSION, type IngestedPage } from '../../src/ingest/pipeline.js';
import type { RawPage } from '../../src/ingest/source.js';
import { type Extractor, extractHere } from '../../src/services/extract.js';
import {
  countPending,
  type Reextraction,
  type ReextractOptions,
  reextractPages,
} from '../../src/services/reextract.js';
import { fromJson } from '../../src/store/json.js';
import { openReadStore } from '../../src/store/sqlite/read-store.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';

const AT = Date.UTC(2024, 0, 1);
const here = extractHere({ timeZone: '+08:00', siteRules: {} });

/** A page without an address, which is known by what is found on it. */
const pageOf = (name: string, hints: RawPage['hints'] = {}): RawPage => ({
  name,
  format: 'text',
  bytes: Buffer.from(`${name}号桥通车\n来源：临河日报　2024-01-01 08:00\n　　${name}号桥全长1.2公里。\n`),
  hints,
});

/** What rules of an older version gave, in place of what those of this one give. */
type Spoil = (write: ArticleWrite) => Partial<ArticleWrite>;
const asFound: Spoil = () => ({});

async function extractAsBefore(page: RawPage, spoil: Spoil): Promise<ArticleWrite> {
  const [result] = await here([page]);
  const { write } = result as IngestedPage;
  const spoiled = { ...write, ...spoil(write) };
  const changed = spoil !== asFound && { fingerprint: `older ${page.name}` };
  return { ...spoiled, article: { ...spoiled.article, extractor: 'older' }, ...changed };
}

async function open(t: Test, pages: readonly [RawPage, Spoil][]) {
  const location = join(t.testdir({}), 'archive.sqlite');
  migrateArchive(location, { timeZone: '+08:00', at: AT });
  const write = openWriteStore(location);
  const read = openReadStore(location);
  t.teardown(async () => {
    await read.close();
    await write.close();
  });
  await write.publish(await Promise.all(pages.map(([page, spoil]) => extractAsBefore(page, spoil))), AT);
  const rerun = async (given: Partial<ReextractOptions> = {}): Promise<Reextraction[]> => {
    const outcomes: Reextraction[] = [];
    const signal = new AbortController().signal;
    const options = { read, write, all: false, extractor: here, ahead: 1, signal, clock: () => AT + 60_000, ...given };
    for await (const outcome of reextractPages(options)) outcomes.push(outcome);
    return outcomes;
  };
  const get = async (id: string) => {
    const found = await read.getArticle(id, ['quotes', 'statistics']);
    return found.state === 'published' ? fromJson(found.article) : null;
  };
  return { read, write, rerun, get };
}

const tell = (outcomes: Reextraction[]) => outcomes.map(({ name, outcome }) => `${name} ${outcome}`);
const untitled: Spoil = ({ article }) => ({
  article: { ...article, id: '0'.repeat(16), title: '临河日报' },
  section: [{ name: '新闻', slug: 'xin-wen' }],
  statistics: [],
});

t.test('only what comes out otherwise is written, and it keeps its id', async (t) => {
  const { read, rerun, get } = await open(t, [
    [pageOf('甲', { source: '青石晚报' }), asFound],
    [pageOf('乙'), untitled],
  ]);
  const id = '0'.repeat(16);
  const planned = await rerun({ write: null });
  t.same(tell(planned), ['甲 unchanged', '乙 changed']);
  t.equal((await read.getState()).seq, 2, 'without a store to write to nothing is written');
  t.equal(await countPending(read, false), 2);

  const outcomes = await rerun();
  t.same(outcomes, planned, 'and it tells the same');
  const [, changed] = outcomes;
  t.match(changed, { id, differences: { statistics: { added: [{ value: '1.2' }], removed: [], altered: [] } } });
  t.same(changed?.outcome === 'changed' && changed.differences.fields.slice(0, 2), [
    { field: 'title', from: '临河日报', to: '乙号桥通车' },
    { field: 'section', from: '新闻', to: null },
  ]);
  const article = await get(id);
  t.match(article, { title: '乙号桥通车', revision: 2, extractor: EXTRACTOR_VERSION, source: { name: '临河日报' } });
  t.match(await read.getState(), { seq: 3, articleCount: 2, timeZone: '+08:00' }, 'no second article stands beside it');
  const [first] = (await read.listChanges(2, { limit: 9 })).changes;
  t.match(first, { id, contentChanged: true });
  t.match(await get(outcomes[0]?.id ?? ''), { revision: 1, source: { name: '青石晚报' } }, 'what was said of it holds');

  t.same(await rerun(), [], 'it is not read again');
  t.equal(await countPending(read, false), 0);
  t.same(tell(await rerun({ all: true })), ['甲 unchanged', '乙 unchanged'], 'unless everything is');
  t.equal((await read.getState()).seq, 3);
});

t.test('a page that fails now keeps its article, and ends nothing', async (t) => {
  const { read, rerun, get } = await open(t, [
    [pageOf('甲'), ({ original }) => ({ original: { ...original, bytes: Buffer.from('') } })],
    [pageOf('乙'), ({ original }) => ({ original: { ...original, mediaType: 'audio/ogg' } })],
    [pageOf('丙'), ({ original }) => ({ original: { ...original, hints: '{' } })],
    [pageOf('丁'), asFound],
  ]);
  const outcomes = await rerun();
  t.same(tell(outcomes), ['甲 failed', '乙 failed', '丙 failed', '丁 unchanged']);
  t.match(outcomes, [
    { error: { code: 'page_empty' } },
    { error: { code: 'page_unreadable', message: /audio\/ogg/ } },
    { error: { code: 'page_unreadable' } },
  ]);
  for (const { id } of outcomes) t.match(await get(id), { revision: 1, charCount: Number });
  t.equal(await countPending(read, false), 3, 'and is tried again the next time');
});

t.test('an article that cannot be stored fails alone', async (t) => {
  const { rerun } = await open(t, [
    [pageOf('甲'), untitled],
    [pageOf('乙'), ({ article }) => ({ article: { ...article, title: '又' } })],
  ]);
  const broken: Extractor = async (pages) =>
    (await here(pages)).map((result, at) =>
      at === 0 && 'write' in result ? { ...result, write: { ...result.write, fingerprint: null as never } } : result,
    );
  const outcomes = await rerun({ extractor: broken });
  t.same(tell(outcomes), ['甲 failed', '乙 changed']);
});

t.test('what happens to an article meanwhile wins', async (t) => {
  const { write, rerun, get } = await open(t, [
    [pageOf('甲'), untitled],
    [pageOf('乙'), ({ article }) => ({ article: { ...article, title: '又' } })],
  ]);
  const again = await extractAsBefore(pageOf('乙'), ({ article }) => ({ article: { ...article, title: '新' } }));
  const slow: Extractor = async (pages) => {
    const results = await here(pages);
    await write.withdraw('0'.repeat(16), AT);
    await write.publish([{ ...again, fingerprint: 'newer' }], AT);
    return results;
  };
  const outcomes = await rerun({ extractor: slow });
  t.same(tell(outcomes), ['甲 outdated', '乙 outdated']);
  t.equal(await get('0'.repeat(16)), null, 'a withdrawn article stays withdrawn');
  t.match(await get(again.article.id), { title: '新' });
});

t.test('corrections are no difference', async (t) => {
  const { write, rerun, get } = await open(t, [[pageOf('甲'), () => ({})]]);
  const [{ id } = { id: '' }] = await rerun({ write: null });
  const target = (await get(id))?.statistics?.[0]?.id ?? '';
  const said = { author: null, note: null };
  await write.correct(
    id,
    { action: 'correct', target: 'statistic', id: target, fields: { measure: '桥长' }, ...said },
    AT,
  );
  const [outcome] = await rerun();
  const none = { added: [], removed: [], altered: [] };
  t.same(outcome?.outcome === 'changed' && outcome.differences, { fields: [], quotes: none, statistics: none });
  t.match(await get(id), { revision: 3, statistics: [{ id: target, measure: '桥长', rule: 'correction' }] });
});

t.test(
  'more pages than a batch holds come out complete and in order, and a stop leaves the rest for later',
  async (t) => {
    const names = Array.from({ length: 700 }, (_, at) => String(at));
    const { read, rerun } = await open(
      t,
      names.map((name) => [pageOf(name), asFound]),
    );
    const stop = new AbortController();
    const stopping: Extractor = (pages) => {
      stop.abort();
      return here(pages);
    };
    const begun = await rerun({ extractor: stopping, signal: stop.signal });
    t.equal(await countPending(read, false), 700 - begun.length);
    t.ok(begun.length > 0 && begun.length < 700, `${begun.length} were read`);
    const rest = await rerun();
    t.same(
      [...begun, ...rest].map(({ name }) => name),
      names,
    );
  },
);
