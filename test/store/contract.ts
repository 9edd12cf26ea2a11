/** The specification of a store: what every adapter must do, run by the test file of each. */
import t, { type Test } from 'tap';
import type { ArchivedArticle } from '../../src/domain/archives.js';
import { article, articleSummary, quoteInArticle, statisticInArticle } from '../../src/domain/article.js';
import { encodeCursor, type Place } from '../../src/domain/cursor.js';
import type { Json } from '../../src/domain/json.js';
import type { IndexEntry } from '../../src/domain/person.js';
import { facetNames, type IndexParameters, limits, type Sort } from '../../src/domain/query.js';
import type { Quote } from '../../src/domain/quote.js';
import type { Section } from '../../src/domain/section.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { type Delivery, type StoredWebhook, webhookRequest } from '../../src/domain/webhook.js';
import type { ArticleWrite, StoredOriginal } from '../../src/domain/write.js';
import { fromJson } from '../../src/store/json.js';
import type { DocumentPage, ListName, Page, Placed, ReadStore } from '../../src/store/store.js';
import type { WriteStore } from '../../src/store/writing.js';
import { type AnyFilter, expectFacet, expectIds, expectOrganizations, expectPeople } from './model.js';
import { createWrite, generateWrites, NOW, ZONE } from './sample.js';

/** Opens a new, empty archive in the zone +08:00, and closes it when the test is over. */
export type OpenStores = (t: Test) => Promise<{ read: ReadStore; write: WriteStore }>;

const summaries = { limit: 20, include: [], content: false } as const;
const filterOf = (given: Partial<AnyFilter> = {}) => ({ date: 'published', ...given }) as AnyFilter;
const idsOf = (items: Json<{ id: string }[]>) => fromJson(items).map(({ id }) => id);

const everySort: Sort[] = ['-publishedAt', 'publishedAt', '-issueDate', 'issueDate', '-modifiedAt', 'modifiedAt'];

/** One filter of every kind, and combinations that an index alone cannot serve. */
const filters: Record<ListName, Partial<AnyFilter>[]> = {
  articles: [
    {},
    { section: '新闻' },
    { section: '新闻/要闻' },
    { section: '专题/要闻' },
    { source: '河报' },
    { issueDate: '2014-06-30' },
    { page: '5' },
    { from: '2014' },
    { to: '2013-12-15' },
    { from: '2014-06-01', to: '2014-06-30' },
    { from: '2014-06-30T23:59:00+08:00' },
    { from: '2014-07', to: '2014-07', tz: 'America/New_York' },
    { date: 'issue', from: '2013-07-01', to: '2014-06-30' },
    { date: 'issue', to: '2013' },
    { date: 'modified', from: '2026-01-02' },
    { date: 'modified', to: '2026-01-01' },
    { section: '新闻', source: '核报', page: '05' },
    { section: '新闻/要闻', issueDate: '2014-06-30', from: '2013', to: '2014' },
    { source: '河报', date: 'issue', from: '2014' },
    { issueDate: '1999-01-01' },
  ],
  quotes: [
    { speaker: '甲某' },
    { speaker: '甲某', kind: 'direct', organization: '水利局' },
    { role: '书记' },
    { kind: 'testimonial', section: '新闻', from: '2014' },
    { speaker: '丙某' },
  ],
  statistics: [
    { unit: 'CNY' },
    { unit: '人' },
    { measure: '群众' },
    { minValue: '3' },
    { maxValue: '40', unit: '人' },
    { minValue: '-1.5', maxValue: '3' },
    { asOfFrom: '2014-01-01' },
    { asOfTo: '2013-12-31' },
    { asOfFrom: '2013-06-01', asOfTo: '2014-06-30', section: '新闻' },
  ],
};

function readList(
  read: ReadStore,
  list: ListName,
  filter: AnyFilter,
  page: { limit: number; cursor?: string; sort?: Sort; fromEnd?: boolean },
): Promise<DocumentPage<{ id: string }>> {
  if (list === 'articles') return read.listArticles(filter, { ...summaries, ...page });
  return list === 'quotes' ? read.listQuotes(filter, page) : read.listStatistics(filter, page);
}

/** The reads of one index, and what they ought to answer. */
interface NameIndex {
  list(page: IndexParameters): Promise<Page<IndexEntry>>;
  find(name: string): Promise<IndexEntry | null>;
  get(name: string): Promise<IndexEntry | null>;
  expect(writes: readonly ArticleWrite[]): IndexEntry[];
}

/** Walks a list from its start to its end, or back from its end to its start; gives the ids of its pages. */
async function walk(read: ReadStore, list: ListName, filter: AnyFilter, sort: Sort, limit: number) {
  const forward: string[][] = [];
  let page = await readList(read, list, filter, { limit, sort });
  const { prev } = page;
  for (;;) {
    forward.push(idsOf(page.items));
    if (page.next === null) break;
    page = await readList(read, list, filter, { limit, sort, cursor: page.next });
  }
  const back = [idsOf(page.items)];
  while (page.prev !== null) {
    page = await readList(read, list, filter, { limit, sort, cursor: page.prev });
    back.unshift(idsOf(page.items));
  }
  return { forward, back, startsAtNull: prev === null };
}

function namesBySlug(sections: readonly Section[]): Map<string, string> {
  return new Map(
    sections.flatMap((section) => [[section.slug, section.path.join('/')] as const, ...namesBySlug(section.children)]),
  );
}

/** The cursor of an item of a page, for what lies on one side of it. */
const cursorOf = ({ places, list }: Placed, at: number, direction: 'after' | 'before') =>
  encodeCursor({ ...(places[at] as Place), direction }, list);

/** Runs the specification against an adapter. */
export function testStore(name: string, open: OpenStores): void {
  t.test(`${name}: an article comes back as it was written`, async (t) => {
    const { read, write } = await open(t);
    const given = createWrite({
      id: 'a',
      paragraphs: ['一“二”', '三'],
      section: ['新闻', '要闻'],
      source: '河报',
      issue: { date: '2014-06-30', page: '05' },
      publishedAt: Date.parse('2014-06-30T05:04:00Z'),
      quotes: [{ speaker: '甲某' }, { text: '又' }],
      statistics: [{ unit: '个' }],
    });
    t.same(await write.publish([given], NOW), [{ outcome: 'created', id: 'a' }]);

    const section = { slug: 'xin-wen/yao-wen', name: '要闻', path: ['新闻', '要闻'] };
    const source = { slug: 'he-bao', name: '河报' };
    const { body, text, ...summary } = given.article;
    const known = { ...summary, section, source, modifiedAt: '2026-01-02T11:04:05+08:00', revision: 1 };
    const whole = { ...known, body, text };
    const { quotes, statistics } = given;

    const plain = await read.getArticle('a', []);
    t.same(plain.state === 'published' && fromJson(plain.article), whole);
    const withChildren = await read.getArticle('a', ['quotes', 'statistics']);
    const answer = withChildren.state === 'published' && fromJson(withChildren.article);
    t.same(answer, { ...whole, quotes, statistics });
    t.ok(article.strict().safeParse(answer).success, 'it has the shape of the API, and nothing else');
    t.same(await read.getArticle('b', []), { state: 'unknown' });

    const listed = fromJson((await read.listArticles(filterOf(), summaries)).items);
    t.same(listed, [known]);
    t.ok(articleSummary.strict().safeParse(listed[0]).success);
    const full = await read.listArticles(filterOf(), { ...summaries, content: true, include: ['quotes'] });
    t.same(fromJson(full.items), [{ ...whole, quotes }]);

    const { id, url, title, issue, publishedAt } = summary;
    const reference = { id, url, title, section, source, issue, publishedAt };
    const quoteList = fromJson((await read.listQuotes(filterOf(), { limit: 20 })).items);
    t.same(
      quoteList,
      quotes.map((quote) => ({ ...quote, article: reference })),
    );
    t.ok(quoteInArticle.strict().safeParse(quoteList[0]).success);
    const statisticList = fromJson((await read.listStatistics(filterOf(), { limit: 20 })).items);
    t.same(
      statisticList,
      statistics.map((statistic) => ({ ...statistic, article: reference })),
    );
    t.ok(statisticInArticle.strict().safeParse(statisticList[0]).success);
    t.match(await read.getState(), { seq: 1, articleCount: 1, timeZone: ZONE });
  });

  t.test(`${name}: the same again writes nothing, a change makes a revision`, async (t) => {
    const { read, write } = await open(t);
    const first = createWrite({
      id: 'a',
      section: ['新闻'],
      quotes: [{ speaker: '甲某' }],
      statistics: [{ unit: '人' }],
    });
    const second = createWrite({ id: 'a', title: '新题', section: ['专题'], quotes: [{ speaker: '乙某' }] });
    await write.publish([first], NOW);
    t.same(await write.publish([first], NOW + 1), [{ outcome: 'unchanged', id: 'a' }]);
    t.equal((await read.getState()).seq, 1, 'an unchanged article leaves no change');

    t.same(await write.publish([second], NOW + 60_000), [{ outcome: 'updated', id: 'a' }]);
    const found = await read.getArticle('a', ['quotes', 'statistics']);
    t.match(found.state === 'published' && fromJson(found.article), {
      title: '新题',
      revision: 2,
      modifiedAt: '2026-01-02T11:05:05+08:00',
      quotes: [{ speaker: '乙某' }],
      statistics: [],
    });
    t.match(await read.getState(), { seq: 2, articleCount: 1, timeZone: ZONE });
    t.same(
      idsOf((await read.listQuotes(filterOf({ speaker: '甲某' }), { limit: 20 })).items),
      [],
      'what it said before is gone',
    );
    const upgraded = { ...second, fingerprint: 'other', article: { ...second.article, extractor: 'other' } };
    await write.publish([upgraded], NOW + 60_000);
    t.same(
      (await read.listChanges(1, { limit: 100 })).changes.map(({ contentChanged }) => contentChanged),
      [true, false],
      'another extractor that finds the same changes nothing for readers',
    );
    const [quote] = second.quotes;
    const surer = { ...second, fingerprint: 'surer', quotes: [{ ...quote, confidence: 1, rule: 'other' } as Quote] };
    const fuller = { ...surer, fingerprint: 'fuller', quotes: [{ ...quote, role: '村民' } as Quote] };
    await write.publish([surer, fuller], NOW + 60_000);
    t.same(
      (await read.listChanges(3, { limit: 100 })).changes.map(({ contentChanged }) => contentChanged),
      [false, true],
      'a quote found by another rule is the same, one that says more is not',
    );
    t.same(fromJson((await read.listStatistics(filterOf(), { limit: 20 })).items), []);
    t.same(idsOf((await read.listArticles(filterOf({ section: '新闻' }), summaries)).items), []);
    t.same(
      (await read.listSections()).map(({ name, articleCount }) => [name, articleCount]),
      [['专题', 1]],
    );
    t.same(
      await write.publish([first, second, second], NOW + 120_000),
      [
        { outcome: 'updated', id: 'a' },
        { outcome: 'updated', id: 'a' },
        { outcome: 'unchanged', id: 'a' },
      ],
      'the writes of a batch see each other',
    );
  });

  t.test(`${name}: originals are given back one by one, but those that a version has read`, async (t) => {
    const { read, write } = await open(t);
    const writes = ['a', 'b', 'c', 'd'].map((id) => createWrite({ id, extractor: id === 'c' ? '2' : '1' }));
    await write.publish(writes, NOW);
    await write.withdraw('d', NOW);
    const readAll = async (readBy: string | null) => {
      const found: StoredOriginal[] = [];
      for await (const original of read.readOriginals(readBy)) found.push(original);
      t.equal(await read.countOriginals(readBy), found.length);
      return found;
    };
    t.same(
      (await readAll(null)).map(({ original: { bytes, ...original }, ...stored }) => ({
        ...stored,
        original: { ...original, bytes: new Uint8Array(bytes) },
      })),
      writes.slice(0, 3).map(({ article: { id }, original, fingerprint }) => ({ id, original, fingerprint })),
    );
    const idsUnread = async (readBy: string) => (await readAll(readBy)).map(({ id }) => id);
    t.same(await idsUnread('2'), ['a', 'b']);

    const replacements = writes.slice(0, 2).map((one) => ({
      write: { ...one, article: { ...one.article, extractor: '2' } },
      replaces: one.fingerprint,
    }));
    const seen: string[] = [];
    for await (const { id } of read.readOriginals('2')) {
      seen.push(id);
      t.same(await write.replace(replacements, NOW), ['unchanged', 'unchanged'], 'it may be written between two');
    }
    t.same(seen, ['a'], 'and what is read by then does not come');
    t.same(await idsUnread('2'), [], 'they are read now');
    t.equal((await read.getState()).seq, 5, 'which is no change');
    const found = await read.getArticle('a', []);
    t.match(found.state === 'published' && fromJson(found.article), { revision: 1, extractor: '1' });
  });

  t.test(`${name}: what is extracted anew takes the place of what was read, and of nothing else`, async (t) => {
    const { read, write } = await open(t);
    const [first, second] = [createWrite({ id: 'a' }), createWrite({ id: 'a', title: '新题', extractor: '2' })];
    const replacement = { write: second, replaces: first.fingerprint };
    t.same(await write.replace([replacement], NOW), ['outdated'], 'an article that is not there is not brought in');
    await write.publish([first], NOW);
    t.same(await write.replace([{ ...replacement, replaces: 'other' }], NOW), ['outdated'], 'nor one that is another');
    t.same(await write.replace([replacement, replacement], NOW), ['updated', 'outdated']);
    const found = await read.getArticle('a', []);
    t.match(found.state === 'published' && fromJson(found.article), { title: '新题', revision: 2, extractor: '2' });
    await write.withdraw('a', NOW);
    t.same(await write.replace([{ write: first, replaces: second.fingerprint }], NOW), ['outdated']);
    t.same(await read.getArticle('a', []), { state: 'withdrawn' }, 'what was withdrawn does not come back');
    t.equal((await read.getState()).seq, 3);
  });

  t.test(`${name}: corrections change what is served, and outlive every extraction`, async (t) => {
    const { read, write } = await open(t);
    const quotes = [
      { id: 'q1', speaker: '甲某' },
      { id: 'q2', speaker: '乙某' },
    ];
    const given = { id: 'a', section: ['新闻', '要闻'], source: '河报', statistics: [{ id: 's1', unit: '人' }] };
    const first = createWrite({ ...given, quotes });
    await write.publish([first], NOW);
    const said = { author: '编辑', note: '见更正' } as const;
    const later = NOW + 60_000;
    const look = async () => {
      const found = await read.getArticle('a', ['quotes', 'statistics']);
      const article = found.state === 'published' ? fromJson(found.article) : null;
      const speakers = (await read.countFacets('quotes', filterOf(), ['speaker'])).speaker;
      return {
        quotes: article?.quotes?.map(({ id, speaker, rule }) => `${id} ${speaker} ${rule}`),
        statistics: article?.statistics?.map(({ id }) => id),
        speakers: speakers?.map(({ value, count }) => `${value} ${count}`),
        units: (await read.listStatistics(filterOf({ unit: '人' }), { limit: 9 })).places.length,
        revision: article?.revision,
      };
    };

    const correct = { action: 'correct', target: 'quote', id: 'q1', fields: { speaker: '丙某' }, ...said } as const;
    t.equal(await write.correct('b', correct, later), false, 'there is no such article');
    t.equal(await write.correct('a', { ...correct, id: 'q3' }, later), false, 'there is no such quote');
    t.same(await read.listCorrections('b'), []);
    t.equal((await read.getState()).seq, 1);

    t.equal(await write.correct('a', correct, later), true);
    t.equal(await write.correct('a', { action: 'reject', target: 'statistic', id: 's1', ...said }, later + 1), true);
    const expected = {
      quotes: ['q1 丙某 correction', 'q2 乙某 test'],
      statistics: [],
      speakers: ['丙某 1', '乙某 1'],
      units: 0,
      revision: 3,
    };
    t.same(await look(), expected);
    t.match(await read.listCorrections('a'), [
      { action: 'correct', item: { id: 'q1', speaker: '丙某' }, fields: { speaker: '丙某' }, at: later, ...said },
      { action: 'reject', item: { id: 's1' }, at: later + 1 },
    ]);
    t.match((await read.listChanges(1, { limit: 9 })).changes, [
      { op: 'upsert', id: 'a', at: later, contentChanged: true },
      { op: 'upsert', id: 'a', at: later + 1, contentChanged: true },
    ]);
    const { sections, sources } = { sections: await read.listSections(), sources: await read.listSources() };
    t.match([sections, sources], [[{ name: '新闻', articleCount: 1 }], [{ name: '河报', articleCount: 1 }]]);

    t.same(await write.publish([first], NOW), [{ outcome: 'unchanged', id: 'a' }], 'the same page is still the same');
    const second = createWrite({ ...given, title: '新题', quotes: quotes.slice(1) });
    await write.publish([second], NOW);
    t.same(
      await look(),
      { ...expected, quotes: ['q2 乙某 test', 'q1 丙某 correction'], revision: 4 },
      'published anew',
    );
    await write.replace([{ write: first, replaces: second.fingerprint }], NOW);
    t.same(await look(), { ...expected, revision: 5 }, 'extracted anew');

    await write.correct('a', { ...correct, fields: { role: '村民' } }, later + 2);
    t.match((await read.listCorrections('a')).at(-1), { fields: { speaker: '丙某', role: '村民' } }, 'one a quote');
    const { confidence, rule, ...item } = { ...(first.statistics[0] as Statistic), id: 'sx' };
    await write.correct('a', { action: 'add', target: 'statistic', item, ...said }, later + 3);
    t.same(await look(), { ...expected, statistics: ['sx'], units: 1, revision: 7 });
    await write.correct('a', { ...correct, target: 'statistic', id: 's1', fields: { unit: '户' } }, later + 4);
    t.same((await look()).statistics, ['s1', 'sx'], 'what was rejected may be corrected back');

    await write.withdraw('a', NOW);
    t.same(await read.listCorrections('a'), [], 'they go with the article');
    await write.publish([first], NOW);
    t.match(await look(), { quotes: ['q1 甲某 test', 'q2 乙某 test'], statistics: ['s1'] });
  });

  t.test(`${name}: two pages without a URL do not take each other's place`, async (t) => {
    const { read, write } = await open(t);
    const page = { id: 'a', url: null };
    await write.publish([createWrite({ ...page, originalName: 'x/1.txt', paragraphs: ['原文。'] })], NOW);
    const cases = [
      [{ originalName: 'x/2.txt', paragraphs: ['别文。'] }, 'conflict', 'another file, another text'],
      [{ originalName: 'y/1.txt', paragraphs: ['改文。'] }, 'updated', 'the same file, wherever it lies'],
      [{ originalName: 'z/2.txt', paragraphs: ['改文。'], extractor: '2' }, 'updated', 'another file, the same text'],
      [
        { originalName: 'z/3.txt', paragraphs: ['又文。'], url: 'https://paper.example/3' },
        'updated',
        'known by its URL',
      ],
    ] as const;
    for (const [fields, outcome, why] of cases) {
      const [result] = await write.publish([createWrite({ ...page, ...fields })], NOW);
      t.equal(result?.outcome, outcome, why);
      if (result?.outcome === 'conflict') t.equal(result.heldBy, 'x/1.txt');
    }
    t.equal((await read.getState()).seq, 4, 'a conflict writes nothing');
  });

  t.test(`${name}: a search finds what the archive holds now`, async (t) => {
    const { read, write } = await open(t);
    const term = (text: string) => ({ text, field: null, exact: false, words: [text] });
    const look = async (text: string, filter: Partial<AnyFilter> = {}) => {
      const query = { clauses: [[term(text)]], without: [] };
      const options = { ...summaries, sort: 'relevance' } as const;
      return idsOf((await read.search('articles', filterOf(filter), query, options)).items);
    };
    const first = createWrite({
      id: 'a',
      title: '水库加固',
      section: ['新闻'],
      quotes: [{ text: '坝稳了' }],
      statistics: [{ measure: '库容' }],
    });
    await write.publish([first, createWrite({ id: 'b', title: '水库鱼肥', section: ['乡村'] })], NOW);
    t.same((await look('水库')).sort(), ['a', 'b']);
    t.same(await look('水库', { section: '新闻' }), ['a']);
    t.same(await look('加固'), ['a']);
    const counted = { clauses: [[term('水库')]], without: [term('鱼')] };
    t.same(await read.countRows('articles', filterOf(), 'exact', counted), { value: 1, relation: 'eq' });
    t.match(await read.countFacets('articles', filterOf(), ['section'], counted), {
      section: [{ name: '新闻', count: 1 }],
    });
    for (const [list, text] of [
      ['quotes', '坝稳'],
      ['statistics', '库容'],
    ] as const) {
      const query = { clauses: [[term(text)]], without: [] };
      t.equal(
        (await read.search(list, filterOf(), query, { ...summaries, sort: '-publishedAt' })).places.length,
        1,
        list,
      );
    }

    await write.publish([{ ...createWrite({ id: 'a', title: '河道加固' }), fingerprint: 'other' }], NOW);
    t.same(await look('水库'), ['b'], 'not what it said before');
    t.same(await look('河道'), ['a']);
    t.equal(
      (
        await read.search(
          'quotes',
          filterOf(),
          { clauses: [[term('坝稳')]], without: [] },
          { ...summaries, sort: 'relevance' },
        )
      ).places.length,
      0,
    );
    await write.withdraw('a', NOW);
    t.same(await look('加固'), []);
  });

  t.test(`${name}: what is found by date goes by the time, page by page, however it was taken in`, async (t) => {
    const { read, write } = await open(t);
    const day = Date.UTC(2020, 4, 5);
    const times = [13, 2, 40, 7, 2, 25, 13, 20, 1].map((hours) => day + hours * 3_600_000);
    const timeOf = (id: string) => (id.startsWith('u') ? -Infinity : (times[Number(id.slice(1))] as number));
    const said = { paragraphs: ['坝稳了。'], quotes: [{ text: '坝稳了' }] };
    const dated = times.map((publishedAt, n) => createWrite({ ...said, id: `t${n}`, publishedAt }));
    const undated = [8, 9].map((n) => createWrite({ ...said, id: `u${n}` }));
    await write.publish([...undated, ...dated], NOW);
    const query = { clauses: [[{ text: '坝稳', field: null, exact: false, words: ['坝稳'] }]], without: [] };
    const walk = async (list: 'articles' | 'quotes', sort: '-publishedAt' | 'publishedAt', limit: number) => {
      const found: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const options = { ...summaries, sort, limit, ...(cursor !== undefined && { cursor }) };
        const page = await read.search(list, filterOf(), query, options);
        const rows = fromJson(page.items) as { id: string; article?: { id: string } }[];
        found.push(...rows.map(({ id, article }) => article?.id ?? id));
        cursor = page.next;
      }
      return found;
    };
    for (const [list, sort, limit] of [
      ['articles', '-publishedAt', 1],
      ['articles', 'publishedAt', 4],
      ['quotes', '-publishedAt', 2],
      ['quotes', 'publishedAt', 3],
    ] as const) {
      const found = await walk(list, sort, limit);
      t.equal(new Set(found).size, times.length + 2, 'each');
      t.equal(found.length, times.length + 2, 'and once');
      const sign = sort === 'publishedAt' ? 1 : -1;
      const order = found.map(timeOf);
      t.same(
        order,
        [...order].sort((a, b) => (a === b ? 0 : sign * (a - b))),
        `${list} by ${sort}`,
      );
    }
    const within = { from: '2020-05-05T10:00:00+08:00', to: '2020-05-05T21:00:00+08:00' };
    const { items } = await read.search('articles', filterOf(within), query, { ...summaries, sort: '-publishedAt' });
    t.same(idsOf(items).sort(), ['t0', 't1', 't3', 't4', 't6'], 'ends of a range are no days');
  });

  t.test(`${name}: a withdrawn article is in no list, and may come back`, async (t) => {
    const { read, write } = await open(t);
    const given = createWrite({
      id: 'a',
      section: ['新闻'],
      source: '河报',
      issue: { date: '2014-06-30', page: '1' },
      quotes: [{}],
      statistics: [{}],
    });
    await write.publish([given], NOW);
    t.equal(await write.withdraw('b', NOW), false, 'there is no such article');
    t.equal(await write.withdraw('a', NOW), true);
    t.equal(await write.withdraw('a', NOW), false, 'it is withdrawn already');

    t.same(await read.getArticle('a', []), { state: 'withdrawn' });
    t.same(fromJson(await read.getArticles(['a'], summaries)), []);
    for (const list of ['articles', 'quotes', 'statistics'] as const) {
      const { items, list: _, ...page } = await readList(read, list, filterOf(), { limit: 20 });
      t.same([fromJson(items), page], [[], { places: [], next: null, prev: null }], list);
      t.same(await read.countRows(list, filterOf(), 'exact'), { value: 0, relation: 'eq' }, list);
      const facets = await read.countFacets(list, filterOf(), facetNames[list]);
      t.same(Object.values(facets).flat(), [], list);
    }
    t.same(await read.listSections(), []);
    t.same(await read.listSources(), []);
    t.equal(await read.getIssue('河报', '2014-06-30'), null);
    t.match(await read.getState(), { seq: 2, articleCount: 0, timeZone: ZONE });
    t.same(
      idsOf((await read.listArticles(filterOf({ section: '新闻' }), summaries)).items),
      [],
      'its section is empty, not unknown',
    );

    t.same(await write.publish([given], NOW), [{ outcome: 'updated', id: 'a' }]);
    const found = await read.getArticle('a', []);
    t.equal(found.state === 'published' && fromJson(found.article).revision, 2);
    t.equal((await read.getState()).seq, 3);

    const change = { type: 'article', id: 'a', at: NOW, contentChanged: true } as const;
    const log = [
      { seq: 1, op: 'upsert', ...change },
      { seq: 2, op: 'delete', ...change },
      { seq: 3, op: 'upsert', ...change },
    ];
    t.same((await read.listChanges(0, { limit: 100 })).changes, log, 'all of it is in the log');
    t.same((await read.listChanges(1, { limit: 1 })).changes, log.slice(1, 2), 'which is read from any place on');
    t.same((await read.listChanges(3, { limit: 100 })).changes, []);
  });

  t.test(`${name}: a batch is stored whole or not at all`, async (t) => {
    const { read, write } = await open(t);
    const broken = createWrite({ id: 'b', issue: { date: '2014-06-30', page: '1' } });
    // Nothing that extraction gives: two quotes without a kind, which no store takes.
    Object.assign(broken, { quotes: [{ ...createWrite({ id: 'c', quotes: [{}] }).quotes[0], kind: null }] });
    await t.rejects(write.publish([createWrite({ id: 'a', section: ['新闻'] }), broken], NOW));
    t.match(await read.getState(), { seq: 0, articleCount: 0, timeZone: ZONE });
    t.same(
      await write.publish([createWrite({ id: 'a', section: ['新闻'] })], NOW),
      [{ outcome: 'created', id: 'a' }],
      'and can be tried again',
    );
    t.same(
      (await read.listSections()).map(({ slug }) => slug),
      ['xin-wen'],
    );
  });

  t.test(`${name}: months know what they have, and which change touched them last`, async (t) => {
    const { read, write } = await open(t);
    const at = (day: string) => Date.parse(`${day}T00:30:00+08:00`);
    const collect = async (lines: AsyncIterable<Uint8Array>) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of lines) chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    };
    const lines = async (month: string | null) => {
      const snapshot = await read.openMonths();
      const found = await collect(snapshot.read(month));
      await snapshot.close();
      return found;
    };
    const quotes = [{ speaker: '甲某' }];
    await write.publish(
      [
        createWrite({ id: 'c', publishedAt: at('2014-07-01') }),
        createWrite({ id: 'b', publishedAt: at('2014-07-01'), quotes, statistics: [{}] }),
        createWrite({ id: 'a', issue: { date: '2014-06-30', page: null } }),
        createWrite({ id: 'u' }),
      ],
      NOW,
    );
    const counted = async () =>
      (await read.listMonths()).months.map(({ month, articleCount, seq }) => [month, articleCount, seq]);
    t.same(
      await counted(),
      [
        ['2014-06', 1, 3],
        ['2014-07', 2, 2],
        [null, 1, 4],
      ],
      'in the zone of the archive, or by the issue',
    );
    t.match((await read.listMonths()).state, { seq: 4, articleCount: 4 });

    const july = (await lines('2014-07')).trimEnd().split('\n');
    const whole = async (id: string) => {
      const found = await read.getArticle(id, ['quotes', 'statistics']);
      return found.state === 'published' && fromJson(found.article);
    };
    t.same(
      july.map((line) => JSON.parse(line)),
      [
        { ...(await whole('b')), order: 2 },
        { ...(await whole('c')), order: 1 },
      ],
      'whole articles in order of time, then id',
    );
    t.equal(await lines('2014-05'), '', 'a month without any');
    t.match(JSON.parse(await lines(null)), { id: 'u' });

    // One moves, one goes, one is changed where it is.
    await write.publish([createWrite({ id: 'c', publishedAt: at('2014-06-02') })], NOW);
    t.same(
      await counted(),
      [
        ['2014-06', 2, 5],
        ['2014-07', 1, 5],
        [null, 1, 4],
      ],
      'both ends of a move are touched',
    );
    const before = await lines('2014-07');
    await write.publish([createWrite({ id: 'u', title: '改' })], NOW);
    await write.withdraw('a', NOW);
    t.same(await counted(), [
      ['2014-06', 1, 7],
      ['2014-07', 1, 5],
      [null, 1, 6],
    ]);
    t.equal(await lines('2014-07'), before, 'what nothing touched gives the same bytes');
    await write.withdraw('b', NOW);
    t.same(
      (await counted()).map(([month]) => month),
      ['2014-06', null],
      'a month without articles is none',
    );

    const held = await read.openMonths();
    await write.withdraw('c', NOW);
    t.match(JSON.parse(await collect(held.read('2014-06'))), { id: 'c' }, 'of one moment, whatever is written');
    for await (const _ of held.read('2014-06')) break;
    t.match(JSON.parse(await collect(held.read('2014-06'))), { id: 'c' }, 'each from its beginning');
    t.match(JSON.parse(await collect(held.read(null))), { id: 'u' }, 'and one after the other');
    t.equal(held.state.seq, 8);
    await held.close();
  });

  t.test(`${name}: a mirror has word for word what its origin serves, and is written to by nobody else`, async (t) => {
    const [origin, mirror] = [await open(t), await open(t)];
    await origin.write.publish(generateWrites(60), NOW);
    const collect = async (read: ReadStore) => {
      const snapshot = await read.openMonths();
      const lines: string[] = [];
      for (const { month } of (await read.listMonths()).months) {
        for await (const some of snapshot.read(month))
          lines.push(...Buffer.from(some).toString().trimEnd().split('\n'));
      }
      await snapshot.close();
      return lines;
    };
    const put = (line: string) => {
      const article = JSON.parse(line) as ArchivedArticle;
      return { op: 'put' as const, article, addresses: [{ id: `old-${article.id}`, address: `old-${article.id}` }] };
    };
    const from = { archiveId: 'o', url: 'https://origin.example', since: 'o-60', timeZone: ZONE };
    const place = { since: 'o-60', months: null };
    const later = NOW + 60_000;

    t.equal(await mirror.read.getMirror(), null);
    await t.rejects(mirror.write.mirror([], place, later), { code: 'mirror_conflict' });
    await t.rejects(mirror.write.beginMirror({ ...from, timeZone: 'UTC' }), { code: 'mirror_conflict' });
    await t.rejects(origin.write.beginMirror(from), { code: 'mirror_conflict' }, 'it has articles of its own');
    const begun = { archiveId: 'o', url: from.url, since: 'o-60', months: [] };
    t.same(await mirror.write.beginMirror(from), begun);
    t.same(await mirror.write.beginMirror({ ...from, since: 'o-99' }), begun, 'begun once');
    await t.rejects(mirror.write.beginMirror({ ...from, archiveId: 'p' }), { code: 'mirror_conflict' });

    const lines = await collect(origin.read);
    t.match(await mirror.write.mirror(lines.map(put), place, later), { written: 60, unchanged: 0, removed: 0 });
    t.same(await collect(mirror.read), lines);
    t.match(await mirror.read.getMirror(), place, 'with the place that was reached');
    t.match(await mirror.write.mirror(lines.map(put), place, later), { written: 0, unchanged: 60 });
    t.equal((await mirror.read.getState()).seq, 60, 'and the log has nothing of what was the same');
    for (const list of ['articles', 'quotes', 'statistics'] as const) {
      for (const filter of filters[list]) {
        for (const sort of everySort.slice(0, 5)) {
          const page = (read: ReadStore) => readList(read, list, filterOf(filter), { limit: 7, sort });
          const [there, here] = [await page(origin.read), await page(mirror.read)];
          t.same(
            [here.next, fromJson(here.items)],
            [there.next, fromJson(there.items)],
            `${list} ${JSON.stringify(filter)}`,
          );
        }
      }
    }
    t.same(
      await mirror.read.listPeople({ sort: 'name', limit: 50 }),
      await origin.read.listPeople({ sort: 'name', limit: 50 }),
    );
    t.same(await mirror.read.listSections(), await origin.read.listSections());

    // Own writes are refused, whichever way they come.
    const [write, id] = [generateWrites(1)[0] as ArticleWrite, 'g1-0000'];
    const anywhere = { sections: [], sources: [] };
    for (const own of [
      mirror.write.publish([write], later),
      mirror.write.hold(
        { ...write, article: { ...write.article, id: 'new' } },
        { status: 'draft', publishAt: null },
        later,
        anywhere,
      ),
      mirror.write.shelve(id, later, anywhere),
      mirror.write.withdraw(id, later),
      mirror.write.restore(id, later, anywhere),
      mirror.write.discard(id, { revision: 1, within: anywhere }),
    ]) {
      await t.rejects(own as Promise<unknown>, { code: 'mirror_conflict' });
    }
    t.equal(await mirror.write.publishDue(later), 0, 'nothing is due');

    // Taken out and brought in again at the origin, an article has another place; so may others by then.
    const [first, last] = [JSON.parse(lines[0] ?? ''), JSON.parse(lines.at(-1) ?? '')];
    const gone = await origin.write.withdraw(first.id, later);
    t.ok(gone && (await origin.write.withdraw(last.id, later)));
    const back = generateWrites(60).filter(({ article }) => article.id === first.id);
    await origin.write.publish(back, later);
    const now = await collect(origin.read);
    const moved = now.map(put).find(({ article }) => article.id === first.id) as ReturnType<typeof put>;
    const steps = [{ op: 'delete' as const, id: last.id }, moved, { op: 'delete' as const, id: 'never' }];
    t.same(await mirror.write.mirror(steps, place, later), { written: 1, unchanged: 0, removed: 2 });
    t.same(await collect(mirror.read), now);
    for (const each of [last.id, 'never']) t.match(await mirror.read.getArticle(each, []), { state: 'withdrawn' });
    t.same(await mirror.read.listRevisions(first.id), [], 'what was there before is nowhere');
    const led = await mirror.read.findOwners([`old-${first.id}`, `old-${last.id}`, last.id]);
    t.same([...led.values()], [first.id, last.id, last.id], 'addresses lead there, also to what is gone');

    // Two articles never share a place: what is told of later moves in, and the other comes by its own change.
    const other = now.map(put).find(({ article }) => article.id !== first.id) as ReturnType<typeof put>;
    const elsewhere = {
      ...other,
      article: { ...other.article, order: moved.article.order },
      addresses: moved.addresses,
    };
    await mirror.write.mirror([elsewhere], place, later);
    t.same([...(await mirror.read.findOwners([`old-${first.id}`]))], [[`old-${first.id}`, other.article.id]]);
    t.match(await mirror.read.getArticle(first.id, []), { state: 'withdrawn' });
    await mirror.write.mirror([other, moved], place, later);
    t.same(await collect(mirror.read), now);
  });

  t.test(`${name}: articles by id keep the order of the ids`, async (t) => {
    const { read, write } = await open(t);
    await write.publish(
      ['a', 'b', 'c'].map((id) => createWrite({ id, quotes: [{ text: id }] })),
      NOW,
    );
    const found = fromJson(await read.getArticles(['c', 'x', 'a'], { include: ['quotes'], content: true }));
    t.match(found, [
      { id: 'c', text: '题目c\n正文。', quotes: [{ text: 'c' }] },
      { id: 'a', text: '题目a\n正文。', quotes: [{ text: 'a' }] },
    ]);
    t.same(
      fromJson(await read.getArticles(['b', 'a'], { ...summaries, order: true })).map(
        (found) => 'order' in found && found.order,
      ),
      [2, 1],
      'with their order where it is asked for',
    );
    t.same(await read.getArticles([], summaries), []);
  });

  /** What every row of a list says. */
  const inAll = { articles: '正文', quotes: '话', statistics: '个' };
  for (const list of ['articles', 'quotes', 'statistics'] as const) {
    t.test(`${name}: ${list} are filtered, ordered, paged and counted as by hand`, async (t) => {
      const { read, write } = await open(t);
      const writes = generateWrites(150);
      await write.publish(writes, NOW);
      const names = namesBySlug(await read.listSections());
      for (const given of [...filters.articles, ...filters[list]]) {
        const filter = filterOf(given);
        const why = JSON.stringify(given);
        for (const sort of everySort) {
          const expected = expectIds(writes, list, filter, sort);
          const { forward, back, startsAtNull } = await walk(read, list, filter, sort, 9);
          t.same(forward.flat(), expected, `${why} by ${sort}`);
          t.same(back, forward, `${why} by ${sort}, and back`);
          t.ok(startsAtNull, `${why} by ${sort} starts at its start`);
        }
        const expected = expectIds(writes, list, filter);
        t.same(
          idsOf((await readList(read, list, filter, { limit: 100 })).items),
          expected.slice(0, 100),
          `${why} in its own order`,
        );
        for (const how of ['exact', 'estimated'] as const) {
          t.same(await read.countRows(list, filter, how), { value: expected.length, relation: 'eq' }, `${why} ${how}`);
        }
        const facets = await read.countFacets(list, filter, facetNames[list]);
        const all = {
          clauses: [[{ text: inAll[list], field: null, exact: false, words: [inAll[list]] }]],
          without: [],
        };
        t.same(await read.countFacets(list, filter, facetNames[list], all), facets, `${why}, of what all rows have`);
        for (const facet of facetNames[list]) {
          const key = facet === 'source' ? 'name' : 'value';
          const found = facets[facet]?.map((value) => [names.get(value.value) ?? value[key], value.count] as const);
          t.same(
            Object.fromEntries(found ?? []),
            Object.fromEntries(expectFacet(writes, list, filter, facet)),
            `${why} ${facet}`,
          );
        }
      }
    });
  }

  t.test(`${name}: facets say what to filter by, and how people call it`, async (t) => {
    const { read, write } = await open(t);
    const dated = (id: string, date: string, fields = {}) =>
      createWrite({ id, publishedAt: Date.parse(`${date}T00:30:00+08:00`), ...fields });
    await write.publish(
      [
        dated('a', '2014-07-01', { section: ['新闻', '摇文'] }),
        dated('b', '2014-06-30', { section: ['新闻'] }),
        dated('c', '2013-12-31'),
      ],
      NOW,
    );
    const names = ['section', 'year', 'month', 'day'] as const;
    const { section, year, month, day } = await read.countFacets('articles', filterOf(), names);
    t.same(section, [
      { value: 'xin-wen', name: '新闻', count: 2 },
      { value: 'xin-wen/yao-wen', name: '摇文', count: 1 },
    ]);
    t.same(year, [
      { value: '2014', name: '2014年', count: 2 },
      { value: '2013', name: '2013年', count: 1 },
    ]);
    t.same(month?.[0], { value: '2014-07', name: '2014年7月', count: 1 }, 'newest first');
    t.same(day?.[2], { value: '2013-12-31', name: '2013年12月31日', count: 1 });
    const elsewhere = await read.countFacets('articles', filterOf({ tz: 'UTC' }), ['month', 'day']);
    t.equal(elsewhere.month?.[0]?.value, '2014-06', 'months are those of the zone asked for');
    t.equal(elsewhere.day?.[0]?.value, '2014-06-30', 'and so are days');

    const many = Array.from({ length: limits.facetValues + 10 }, (_, at) =>
      createWrite({ id: `q${at}`, quotes: [{ speaker: `人${at}` }, { speaker: '甲某' }] }),
    );
    await write.publish(many, NOW);
    const { speaker } = await read.countFacets('quotes', filterOf(), ['speaker']);
    t.equal(speaker?.length, limits.facetValues);
    t.same(speaker?.[0], { value: '甲某', name: '甲某', count: many.length }, 'the most frequent first');
  });

  t.test(`${name}: a walk neither repeats nor loses what was there when it began`, async (t) => {
    const { read, write } = await open(t);
    const at = (day: number) => Date.parse('2014-06-01T00:00:00Z') + day * 86_400_000;
    const writes = Array.from({ length: 30 }, (_, day) =>
      createWrite({ id: `a${day}`, publishedAt: at(day), quotes: [{}, {}] }),
    );
    await write.publish(writes, NOW);
    for (const list of ['articles', 'quotes'] as const) {
      const expected = expectIds(writes, list, filterOf());
      const seen: string[] = [];
      let cursor: string | null = null;
      let step = 0;
      do {
        const page: DocumentPage<{ id: string }> = await readList(read, list, filterOf(), {
          limit: 5,
          ...(cursor && { cursor }),
        });
        seen.push(...idsOf(page.items));
        cursor = page.next;
        step += 1;
        // One before the place, one behind it, and one that stands on the very same time as the last row.
        const added = [at(40 + step), at(-step), at(30 - step)];
        await write.publish(
          added.map((publishedAt, of) => createWrite({ id: `${list}${step}-${of}`, publishedAt, quotes: [{}] })),
          NOW,
        );
      } while (cursor !== null);
      t.same(
        seen.filter((id) => expected.includes(id)),
        expected,
        list,
      );
      t.same([...new Set(seen)], seen, `${list}: nothing twice`);
    }
  });

  t.test(`${name}: a page can begin at any item of another, and at the end of the list`, async (t) => {
    const { read, write } = await open(t);
    const writes = generateWrites(60);
    await write.publish(writes, NOW);
    for (const list of ['articles', 'quotes', 'statistics'] as const) {
      const expected = expectIds(writes, list, filterOf());
      const last = await readList(read, list, filterOf(), { limit: 7, fromEnd: true });
      t.same(idsOf(last.items), expected.slice(-7), `${list}: the last page`);
      t.equal(last.next, null);
      const first = await readList(read, list, filterOf(), { limit: 7 });
      const after = await readList(read, list, filterOf(), { limit: 3, cursor: cursorOf(first, 2, 'after') });
      t.same(idsOf(after.items), expected.slice(3, 6), `${list}: behind an item`);
      const before = await readList(read, list, filterOf(), { limit: 2, cursor: cursorOf(first, 5, 'before') });
      t.same(idsOf(before.items), expected.slice(3, 5), `${list}: before an item`);
      t.equal(last.prev, cursorOf(last, 0, 'before'));
    }
    const all: IndexParameters = { sort: 'name', limit: 20 };
    const names = await read.listPeople(all);
    t.ok(names.items.length > 2);
    t.same((await read.listPeople({ ...all, limit: 2, fromEnd: true })).items, names.items.slice(-2));
    t.same((await read.listPeople({ ...all, cursor: cursorOf(names, 0, 'after') })).items, names.items.slice(1));
    const issues = await read.listIssues('河报', { limit: 50 });
    t.ok(issues.items.length > 3);
    t.same((await read.listIssues('河报', { limit: 2, fromEnd: true })).items, issues.items.slice(-2));
    t.same(
      (await read.listIssues('河报', { limit: 50, cursor: cursorOf(issues, 0, 'after') })).items,
      issues.items.slice(1),
    );
  });

  t.test(`${name}: people and organizations are indexed as by hand, whatever happens to their articles`, async (t) => {
    const { read, write } = await open(t);
    const indexes: Record<string, NameIndex> = {
      people: {
        list: (page) => read.listPeople(page),
        find: (name) => read.findPerson(name),
        get: (name) => read.getPerson(name),
        expect: expectPeople,
      },
      organizations: {
        list: (page) => read.listOrganizations(page),
        find: (name) => read.findOrganization(name),
        get: (name) => read.getOrganization(name),
        expect: expectOrganizations,
      },
    };
    const compare = async (writes: readonly ArticleWrite[], why: string) => {
      for (const [index, { list, find, get, expect }] of Object.entries(indexes)) {
        const expected = expect(writes).sort((a, b) => (a.name < b.name ? -1 : 1));
        t.ok(expected.length > 1);
        for (const entry of expected) {
          t.same(await get(entry.name), entry, `${entry.name} ${why}`);
        }
        const summaries = expected.map(({ name, quoteCount, articleCount, firstQuotedOn, lastQuotedOn }) => ({
          name,
          quoteCount,
          articleCount,
          firstQuotedOn,
          lastQuotedOn,
        }));
        for (const summary of summaries) t.same(await find(summary.name), summary);
        for (const sort of ['-quoteCount', 'quoteCount', 'name', '-name'] as const) {
          const forward: (typeof summaries)[] = [];
          let page = await list({ sort, limit: 2 });
          t.equal(page.prev, null);
          for (;;) {
            forward.push(page.items);
            if (page.next === null) break;
            page = await list({ sort, limit: 2, cursor: page.next });
          }
          const back = [page.items];
          while (page.prev !== null) {
            page = await list({ sort, limit: 2, cursor: page.prev });
            back.unshift(page.items);
          }
          t.same(back, forward, `${index} by ${sort}, and back`);
          const found = forward.flat();
          if (sort.endsWith('name')) t.same(found, sort === 'name' ? summaries : [...summaries].reverse(), sort);
          else {
            const counts = found.map(({ quoteCount }) => (sort === 'quoteCount' ? quoteCount : -quoteCount));
            t.same(
              counts,
              [...counts].sort((a, b) => a - b),
              `${index} by ${sort}`,
            );
            t.same(
              [...found].sort((a, b) => (a.name < b.name ? -1 : 1)),
              summaries,
              `all of ${index}, each once`,
            );
          }
        }
      }
    };

    const first = generateWrites(120);
    await write.publish(first, NOW);
    await compare(first, 'at first');
    const others = generateWrites(120, 2);
    // Every third article becomes another one, and every fifth goes.
    const changed = first.map((old, at) => {
      const other = others[at] ?? old;
      return at % 3 === 0 ? { ...other, article: { ...other.article, id: old.article.id } } : old;
    });
    await write.publish(changed, NOW);
    await compare(changed, 'after the changes');
    for (let at = 0; at < changed.length; at += 5) await write.withdraw(changed[at]?.article.id ?? '', NOW);
    const left = changed.filter((_, at) => at % 5 !== 0);
    await compare(left, 'after the withdrawals');

    for (const { article } of left) await write.withdraw(article.id, NOW);
    const all: IndexParameters = { sort: '-quoteCount', limit: 20 };
    for (const { list } of Object.values(indexes)) {
      t.match(await list(all), { items: [], next: null, prev: null, places: [] }, 'nobody is left');
    }
    t.equal(await read.getPerson('林茂生'), null);
  });

  t.test(`${name}: who is a person, who is an organization, and who is neither`, async (t) => {
    const { read, write } = await open(t);
    const day = (number: number) => Date.parse('2014-06-01T00:00:00+08:00') + number * 86_400_000;
    await write.publish(
      [
        createWrite({
          id: 'a',
          publishedAt: day(0),
          quotes: [
            { speaker: '林茂生', role: '站长', organization: '县气象台' },
            { speaker: '林茂生', role: '站长', organization: '县气象台' },
            { speaker: '县气象台' },
            { speaker: '一位村民', role: '村民', organization: '清溪村' },
            { speaker: '该负责人', organization: '该公司' },
            { speaker: null, role: '书记' },
          ],
        }),
        createWrite({ id: 'b', publishedAt: day(30), quotes: [{ speaker: '林茂生', role: '局长' }] }),
        createWrite({ id: 'c', quotes: [{ speaker: '林茂生' }] }),
      ],
      NOW,
    );
    t.same(await read.getPerson('林茂生'), {
      name: '林茂生',
      quoteCount: 4,
      articleCount: 3,
      firstQuotedOn: '2014-06-01',
      lastQuotedOn: '2014-07-01',
      roles: [
        { role: '局长', organization: null, from: '2014-07-01', to: '2014-07-01', quoteCount: 1 },
        { role: '站长', organization: '县气象台', from: '2014-06-01', to: '2014-06-01', quoteCount: 2 },
      ],
    });
    t.same(await read.getOrganization('县气象台'), {
      name: '县气象台',
      quoteCount: 3,
      articleCount: 1,
      firstQuotedOn: '2014-06-01',
      lastQuotedOn: '2014-06-01',
      ownQuoteCount: 1,
      people: [{ name: '林茂生', role: '站长', from: '2014-06-01', to: '2014-06-01', quoteCount: 2 }],
    });
    t.match(await read.getOrganization('清溪村'), { quoteCount: 1, people: [] }, 'only people are its people');
    for (const none of ['一位村民', '该负责人', '县气象台', '无此人', ''])
      t.equal(await read.getPerson(none), null, none);
    for (const none of ['该公司', '林茂生', '一位村民']) t.equal(await read.getOrganization(none), null, none);
    const own = await read.listQuotes(filterOf({ organization: '县气象台' }), { limit: 20 });
    t.equal(own.places.length, 3, 'its quotes are found by the same name');

    const busy = Array.from({ length: limits.roles + 5 }, (_, at) =>
      createWrite({
        id: `d${at}`,
        publishedAt: day(at),
        quotes: [{ speaker: '何以宽', role: `职${at}`, organization: '沙井镇' }],
      }),
    );
    await write.publish(busy, NOW);
    const { roles } = (await read.getPerson('何以宽')) ?? {};
    t.equal(roles?.length, limits.roles);
    t.equal(roles?.[0]?.role, `职${limits.roles + 4}`, 'the newest of many roles');
    t.equal((await read.getOrganization('沙井镇'))?.people.length, limits.roles);

    const { next } = await read.listPeople({ sort: 'name', limit: 1 });
    const cursor = next ?? '';
    await t.rejects(read.listPeople({ sort: '-name', limit: 1, cursor }), { code: 'invalid_cursor' }, 'another order');
    await t.rejects(
      read.listOrganizations({ sort: 'name', limit: 1, cursor }),
      { code: 'invalid_cursor' },
      'another index',
    );
  });

  t.test(`${name}: names that are not there are answered with the nearest`, async (t) => {
    const { read, write } = await open(t);
    await write.publish(generateWrites(60), NOW);
    const list = (given: Partial<AnyFilter>, page = {}) =>
      read.listArticles(filterOf(given), { ...summaries, ...page });
    const cases = [
      [
        () => list({ section: '新间' }),
        { code: 'unknown_section', parameter: 'section', suggestion: /新闻/ },
        'a slip',
      ],
      [
        () => list({ section: '要闻' }),
        { code: 'unknown_section', suggestion: /xin-wen\/yao-wen.*zhuan-ti\/yao-wen/ },
        'two have that name',
      ],
      [() => list({ source: '河抱' }), { code: 'unknown_source', parameter: 'source' }, 'no such source'],
      [() => list({}, { cursor: 'x' }), { code: 'invalid_cursor', parameter: 'cursor' }, 'no cursor at all'],
      [() => list({ from: '2014-02-30' }), { code: 'invalid_parameter', parameter: 'from' }, 'no such day'],
      [() => list({ from: '2014', to: '2013' }), { code: 'invalid_parameter' }, 'ends before it starts'],
      [
        () => read.countRows('quotes', filterOf({ section: '新间' }), 'exact'),
        { code: 'unknown_section' },
        'also in counts',
      ],
      [
        () => read.countFacets('quotes', filterOf({ source: '新间' }), ['year']),
        { code: 'unknown_source' },
        'and in facets',
      ],
      [() => read.listIssues('无报', { limit: 5 }), { code: 'unknown_source' }, 'and for issues'],
    ] as const;
    for (const [run, error, why] of cases) await t.rejects(run() as Promise<unknown>, error, why);

    const { next } = await list({}, { limit: 5 });
    t.ok(next);
    await t.rejects(list({ section: '新闻' }, { cursor: next }), { code: 'invalid_cursor' }, 'of another filter');
    await t.rejects(list({}, { cursor: next, sort: 'publishedAt' }), { code: 'invalid_cursor' }, 'of another order');
    await t.rejects(
      read.listQuotes(filterOf(), { limit: 5, cursor: next ?? '' }),
      { code: 'invalid_cursor' },
      'of another list',
    );

    const same = await Promise.all(
      ['新闻/摇文', '摇文'].map(async (section) => idsOf((await list({ section })).items)),
    );
    t.same(same[0], same[1], 'a name that only one section has is enough');
    t.ok(same[0]?.length);
  });

  t.test(`${name}: sections are a tree in which every name has a slug of its own`, async (t) => {
    const { read, write } = await open(t);
    const writes = [['新闻'], ['新闻', '要闻'], ['新闻', '摇文'], ['新闻', '摇文', '要闻'], ['专题'], []].map(
      (section, at) => createWrite({ id: `a${at}`, section }),
    );
    await write.publish(writes, NOW);
    const outline = (sections: readonly Section[]): unknown[] =>
      sections.map(({ slug, name, path, articleCount, children }) => [
        slug,
        name,
        path.join('/'),
        articleCount,
        outline(children),
      ]);
    // By pinyin: yáo before yào.
    t.same(outline(await read.listSections()), [
      [
        'xin-wen',
        '新闻',
        '新闻',
        4,
        [
          [
            'xin-wen/yao-wen-2',
            '摇文',
            '新闻/摇文',
            2,
            [['xin-wen/yao-wen-2/yao-wen', '要闻', '新闻/摇文/要闻', 1, []]],
          ],
          ['xin-wen/yao-wen', '要闻', '新闻/要闻', 1, []],
        ],
      ],
      ['zhuan-ti', '专题', '专题', 1, []],
    ]);
  });

  t.test(`${name}: sources and their issues, page by page`, async (t) => {
    const { read, write } = await open(t);
    const printed = (id: string, source: string, date: string, page: string | null) =>
      createWrite({ id, source, issue: { date, page } });
    await write.publish(
      [
        printed('a', '河报', '2014-06-30', 'A10'),
        printed('b', '河报', '2014-06-30', 'A2'),
        printed('c', '河报', '2014-06-30', '第A02版'),
        printed('d', '河报', '2014-06-30', null),
        printed('e', '河报', '2014-06-29', '1'),
        printed('f', '核报', '2014-07-01', '1'),
        createWrite({ id: 'g', source: '核报' }),
      ],
      NOW,
    );
    t.same(await read.listSources(), [
      {
        slug: 'he-bao',
        name: '河报',
        articleCount: 5,
        issueCount: 2,
        firstIssueDate: '2014-06-29',
        lastIssueDate: '2014-06-30',
      },
      {
        slug: 'he-bao-2',
        name: '核报',
        articleCount: 2,
        issueCount: 1,
        firstIssueDate: '2014-07-01',
        lastIssueDate: '2014-07-01',
      },
    ]);
    const source = { slug: 'he-bao', name: '河报' };
    const newest = { source, date: '2014-06-30', pageCount: 2, articleCount: 4 };
    const first = await read.listIssues('河报', { limit: 1 });
    t.same(first.items, [newest]);
    const second = await read.listIssues('he-bao', { limit: 1, cursor: first.next ?? '' });
    t.same([second.items[0]?.date, second.next], ['2014-06-29', null]);
    t.same(await read.listIssues('河报', { limit: 1, cursor: second.prev ?? '' }), first, 'and back');
    await t.rejects(read.listIssues('核报', { limit: 1, cursor: first.next ?? '' }), { code: 'invalid_cursor' });

    const issue = await read.getIssue('河报', '2014-06-30');
    t.same(issue?.issue, newest);
    t.same(
      issue?.pages.map(({ page, articles }) => [page, articles.map(({ id }) => id)]),
      [
        ['A2', ['b', 'c']],
        ['A10', ['a']],
        [null, ['d']],
      ],
    );
    t.equal(await read.getIssue('河报', '2014-07-01'), null);

    t.same(
      await read.listHoldings('河报', '2014-06-29', '2014-06-30'),
      [
        { date: '2014-06-29', pages: ['1'], articleCount: 1 },
        { date: '2014-06-30', pages: ['A2', 'A10'], articleCount: 4 },
      ],
      'what there is of each, pages once and in order',
    );
    t.same(await read.listHoldings('he-bao', '2014-07-01', '2015-01-01'), []);
  });

  t.test(`${name}: keys are kept, rotated, revoked and noted, and readers see nothing of it`, async (t) => {
    const { read, write } = await open(t);
    const state = await read.getState();
    const secrets = [{ hash: 'one', createdAt: NOW, expiresAt: null }];
    const made = {
      name: '甲',
      scopes: ['ingest' as const],
      sections: [],
      sources: ['河报'],
      rateLimit: 5,
      expiresAt: null,
    };
    const key = { ...made, id: 'k1', createdAt: NOW, revokedAt: null, lastUsedAt: null, secrets };
    await write.createKey(key);
    await write.createKey({ ...key, id: 'k0', createdAt: NOW + 1 });
    t.same(await read.findKey('k1'), key);
    t.equal(await read.findKey('k'), null);
    t.same(
      (await read.listKeys()).map(({ id }) => id),
      ['k1', 'k0'],
      'oldest first',
    );

    const rotated = await write.rotateKey('k1', 'two', { at: NOW + 10, graceUntil: NOW + 20 });
    t.same(rotated?.secrets, [
      { hash: 'two', createdAt: NOW + 10, expiresAt: null },
      { hash: 'one', createdAt: NOW, expiresAt: NOW + 20 },
    ]);
    t.same(await read.findKey('k1'), rotated);

    await write.noteKeyUses([
      { id: 'k1', at: NOW + 30 },
      { id: 'gone', at: NOW },
    ]);
    await write.noteKeyUses([{ id: 'k1', at: NOW + 5 }]);
    t.equal((await read.findKey('k1'))?.lastUsedAt, NOW + 30, 'the last use is the latest');

    t.equal((await write.revokeKey('k1', NOW + 40))?.revokedAt, NOW + 40);
    t.equal((await write.revokeKey('k1', NOW + 50))?.revokedAt, NOW + 40, 'once');
    t.equal((await read.findKey('k1'))?.lastUsedAt, NOW + 30);
    t.equal(
      await write.rotateKey('k1', 'three', { at: NOW + 60, graceUntil: NOW + 70 }),
      null,
      'it has no secret any more',
    );
    t.equal(await write.revokeKey('gone', NOW), null);
    t.same(await read.getState(), state);
  });

  t.test(`${name}: an edit is remembered, and no write passes over it`, async (t) => {
    const { read, write } = await open(t);
    const anywhere = { sections: [], sources: [] };
    const given = createWrite({ id: 'a', title: '原题', source: '河报', quotes: [{}] });
    await write.publish([given], NOW);
    const edited = { ...given, article: { ...given.article, title: '新题' }, findings: null };
    const edit = { at: NOW + 1_000, author: '编辑', fields: { title: '新题' } };
    t.equal(await write.edit('a', edited, edit, { revision: 2, within: anywhere }), false, 'not of this revision');
    t.equal(await write.edit('b', edited, edit, { revision: 1, within: anywhere }), false, 'not there');
    const elsewhere = { sections: [], sources: ['核报'] };
    await t.rejects(write.edit('a', edited, edit, { revision: 1, within: elsewhere }), { code: 'forbidden' });
    t.equal(await write.edit('a', edited, edit, { revision: 1, within: anywhere }), true);
    t.same(await read.findEdit('a'), edit);
    const read1 = await read.getArticle('a', ['quotes']);
    t.match(read1.state === 'published' && fromJson(read1.article), { title: '新题', revision: 2, quotes: [{}] });

    t.match(await write.publish([given], NOW), [{ outcome: 'unchanged' }], 'the page is as it was');
    const again = createWrite({ id: 'a', title: '又题', source: '河报' });
    t.same(await write.publish([again], NOW), [{ outcome: 'edited', id: 'a', edit }]);
    const replacement = { write: again, replaces: given.fingerprint };
    t.same(await write.replace([replacement], NOW), ['outdated'], 'nor does re-extraction');
    t.match(await write.publish([{ ...again, editedAt: edit.at }], NOW), [{ outcome: 'updated' }]);
    t.equal((await read.findEdit('a'))?.at, edit.at, 'it stays for the next one');
    const other = { at: NOW + 2_000, author: '编辑', fields: { byline: '甲' } };
    await write.edit('a', edited, other, { revision: 3, within: anywhere });
    t.same((await read.findEdit('a'))?.fields, { title: '新题', byline: '甲' }, 'edits add up');
    t.equal(await read.findEdit('b'), null);
  });

  t.test(`${name}: addresses lead to their article, and to one alone`, async (t) => {
    const { read, write } = await open(t);
    const anywhere = { sections: [], sources: [] };
    const find = async (...ids: string[]) => [...(await read.findOwners(ids))].flat();
    const read1 = async (id: string) => {
      const found = await read.getArticle(id, []);
      return found.state === 'published' ? fromJson(found.article) : found.state;
    };
    const given = createWrite({ id: 'a', aliases: ['old-a'] });
    await write.publish([given, createWrite({ id: 'b' })], NOW);
    t.same(await find('a', 'old-a', 'b', 'nothing'), ['a', 'a', 'old-a', 'a', 'b', 'b']);
    const taken = { code: 'alias_conflict', parameter: 'aliases' };
    const fields = ['old-a', 'b', 'https://paper.example/b'];
    for (const alias of fields)
      await t.rejects(write.publish([createWrite({ id: 'c', aliases: [alias] })], NOW), taken, alias);
    t.same(await read1('c'), 'unknown', 'nothing of it was written');

    const moved = createWrite({ id: 'a', url: 'https://paper.example/a2', aliases: ['older-a'], title: '新题' });
    t.same(await write.publish([moved], NOW), [{ outcome: 'updated', id: 'a' }]);
    const known = ['old-a', 'older-a', 'https://paper.example/a'];
    t.match(await read1('a'), { url: 'https://paper.example/a2', aliases: known }, 'what it had stays');
    t.same(await find('a2'), ['a2', 'a']);
    const page = createWrite({ id: 'a2' });
    t.same(await write.publish([page], NOW), [
      { outcome: 'moved', id: 'a2', to: 'a', url: 'https://paper.example/a2' },
    ]);
    t.match(await write.hold(page, { status: 'draft', publishAt: null }, NOW, anywhere), { outcome: 'conflict' });

    const edited = {
      ...moved,
      article: { ...moved.article, url: null, aliases: ['old-a'] },
      addresses: given.addresses.slice(1),
    };
    const edit = { at: NOW, author: '编辑', fields: { url: null, aliases: ['old-a'] } };
    t.equal(await write.edit('a', { ...edited, findings: null }, edit, { revision: 2, within: anywhere }), true);
    t.match(await read1('a'), { url: null, aliases: ['old-a', 'https://paper.example/a2'] });
    t.same(await find('older-a', 'old-a', 'a2'), ['old-a', 'a', 'a2', 'a'], 'people take one away, but no URL');

    await write.shelve('a', NOW, anywhere);
    t.same(await find('a', 'old-a'), ['a', 'a', 'old-a', 'a'], 'withdrawn, it keeps them');
    await t.rejects(write.publish([createWrite({ id: 'd', aliases: ['old-a'] })], NOW), taken);
    await write.publish([createWrite({ id: 'd', aliases: ['a'] })], NOW);
    t.same(await find('a'), ['a', 'd'], 'but for its own, which another may take over');
    await t.rejects(write.restore('a', NOW, anywhere), taken);
    await write.withdraw('d', NOW);
    t.equal(await write.restore('a', NOW, anywhere), true);
    t.match(await read1('a'), { aliases: ['old-a', 'https://paper.example/a2'] });
  });

  t.test(`${name}: a shelved article is nowhere, and comes back with all that hung on it`, async (t) => {
    const { read, write } = await open(t);
    const anywhere = { sections: [], sources: [] };
    const given = createWrite({ id: 'a', source: '河报', paragraphs: ['一“二”'], quotes: [{ speaker: '甲某' }] });
    await write.publish([given], NOW);
    const quote = given.quotes[0]?.id ?? '';
    const author = { author: null, note: null };
    const request = { action: 'correct', target: 'quote', id: quote, fields: { role: '县长' }, ...author } as const;
    await write.correct('a', request, NOW);
    const edit = { at: NOW, author: '编辑', fields: { byline: '甲' } };
    await write.edit('a', { ...given, findings: null }, edit, { revision: 2, within: anywhere });
    const before = await read.getArticle('a', ['quotes']);

    await t.rejects(write.shelve('a', NOW, { sections: [], sources: ['核报'] }), { code: 'forbidden' });
    t.equal(await write.shelve('b', NOW, anywhere), false);
    t.equal(await write.shelve('a', NOW, anywhere), true);
    t.same(await read.getArticle('a', []), { state: 'withdrawn' });
    t.equal((await read.getState()).articleCount, 0);
    t.same(await write.publish([given], NOW), [{ outcome: 'withdrawn', id: 'a' }], 'an import does not bring it back');

    await t.rejects(write.restore('a', NOW, { sections: [], sources: ['核报'] }), { code: 'forbidden' });
    t.equal(await write.restore('a', NOW, anywhere), true);
    t.equal(await write.restore('a', NOW, anywhere), false, 'once');
    const after = await read.getArticle('a', ['quotes']);
    if (before.state !== 'published' || after.state !== 'published') return t.fail('it is not there');
    t.same({ ...fromJson(after.article), revision: 3 }, fromJson(before.article), 'but for the revision, as it was');
    t.equal((await read.listCorrections('a')).length, 1);
    t.same(await read.findEdit('a'), edit);
    const originals: StoredOriginal[] = [];
    for await (const one of read.readOriginals(null)) originals.push(one);
    t.match(originals, [{ id: 'a', original: { name: given.original.name } }]);
  });

  t.test(`${name}: what is kept back is nowhere until it is published`, async (t) => {
    const { read, write } = await open(t);
    const anywhere = { sections: [], sources: [] };
    const given = createWrite({ id: 'a', source: '河报', quotes: [{}] });
    const draft = { status: 'draft', publishAt: null } as const;
    const timed = { status: 'scheduled', publishAt: NOW + 10 } as const;
    const state = await read.getState();
    t.same(await write.hold(given, draft, NOW, { sections: [], sources: ['核报'] }), { outcome: 'refused', id: 'a' });
    t.same(await write.hold(given, draft, NOW, anywhere), { outcome: 'created', id: 'a' });
    t.same(await write.hold(given, timed, NOW, anywhere), { outcome: 'updated', id: 'a' }, 'the last one counts');
    t.same(await read.listRevisions('a'), [], 'and is the same');
    const changed = createWrite({ id: 'a', source: '核报', title: '改过', aliases: ['old-a'] });
    const { quotes, statistics } = given;
    const edited = { ...changed, findings: { quotes, statistics } };
    const edit = { at: NOW, author: '编辑', fields: { title: '改过' } };
    const when = { ...timed, within: anywhere, at: NOW };
    t.equal(await write.editUnpublished('a', edited, edit, { ...when, revision: 2 }), false, 'not of this revision');
    const elsewhere = { sections: [], sources: ['河报'] };
    await t.rejects(write.editUnpublished('a', edited, edit, { ...when, revision: 1, within: elsewhere }), {
      code: 'forbidden',
    });
    t.equal(await write.editUnpublished('a', edited, edit, { ...when, revision: 1 }), true);
    t.match(await read.getUnpublished('a'), {
      revision: 2,
      status: 'scheduled',
      write: { article: { title: '改过' } },
    });
    t.match(await read.getRevision('a', 1), { revision: 1, title: given.article.title, source: { name: '河报' } });
    t.equal(await write.editUnpublished('a', edited, null, { ...when, ...draft, revision: 2 }), true, 'its time alone');
    t.match(await read.getUnpublished('a'), { revision: 2, status: 'draft', publishAt: null });
    t.same(await read.listRevisions('a'), [1]);
    t.same([...(await read.findOwners(['old-a']))], [['old-a', 'a']], 'its aliases are its own');
    t.equal(await write.editUnpublished('b', edited, edit, { ...when, revision: 1 }), false, 'not there');
    const { article, section, source, addresses } = given;
    const asBefore = { article, section, source, addresses, findings: { quotes, statistics } };
    t.equal(await write.editUnpublished('a', asBefore, edit, { ...when, revision: 2 }), true);
    t.same(await read.getState(), state);
    t.same(await read.getArticle('a', []), { state: 'unknown' });
    t.same(await write.publish([given], NOW), [{ outcome: 'withdrawn', id: 'a' }]);
    const { original: _, ...kept } = given;
    t.same(await read.getUnpublished('a'), { ...timed, revision: 3, write: kept });
    t.same((await read.listUnpublished('', 10)).length, 1);
    t.same(await read.listUnpublished('a', 10), []);
    t.equal(await read.getNextPublication(), NOW + 10);

    t.equal(await write.publishDue(NOW + 9), 0, 'not before its time');
    t.equal(await write.publishDue(NOW + 10), 1);
    t.equal(await read.getNextPublication(), null);
    const found = await read.getArticle('a', ['quotes']);
    t.match(found.state === 'published' && fromJson(found.article), { revision: 3, quotes: [{}] });
    t.same(await read.listRevisions('a'), [2, 1]);
    t.same(await read.findEdit('a'), edit);
    t.match(await write.hold(given, draft, NOW, anywhere), { outcome: 'conflict' }, 'it is published');
    await write.shelve('a', NOW, anywhere);
    t.same(await write.hold(given, draft, NOW, anywhere), { outcome: 'withdrawn', id: 'a' });
  });

  t.test(`${name}: what is not published can be forgotten`, async (t) => {
    const { read, write } = await open(t);
    const anywhere = { sections: [], sources: [] };
    const elsewhere = { sections: [], sources: ['核报'] };
    const given = createWrite({ id: 'a', source: '河报', aliases: ['old-a'] });
    await write.hold(given, { status: 'draft', publishAt: null }, NOW, anywhere);
    await write.hold({ ...given, fingerprint: 'other' }, { status: 'draft', publishAt: null }, NOW, anywhere);
    t.equal(await write.discard('a', { revision: 1, within: anywhere }), false, 'not of this revision');
    await t.rejects(write.discard('a', { revision: 2, within: elsewhere }), { code: 'forbidden' });
    t.equal(await write.discard('a', { revision: 2, within: anywhere }), true);
    t.equal(await write.discard('a', { revision: 2, within: anywhere }), false, 'once');
    t.equal(await read.getUnpublished('a'), null);
    t.same(await read.listRevisions('a'), []);
    t.same([...(await read.findOwners(['old-a']))], [], 'its addresses are free');
    t.same(await read.getArticle('a', []), { state: 'unknown' });

    t.match(await write.publish([given], NOW), [{ outcome: 'created' }], 'as if it had not been there');
    t.equal(await write.discard('a', { revision: 1, within: anywhere }), false, 'what is published is not meant');
    await write.shelve('a', NOW, anywhere);
    const { seq } = await read.getState();
    t.equal(await write.discard('a', { revision: 2, within: anywhere }), true);
    t.match(await read.getArticle('a', []), { state: 'withdrawn' }, 'its tombstone stays');
    t.equal((await read.getState()).seq, seq);
    t.equal(await write.restore('a', NOW, anywhere), false);
    t.match(await write.publish([given], NOW), [{ outcome: 'updated' }], 'its page brings it back');
    t.match(await read.getArticle('a', []), { state: 'published' });
  });

  t.test(`${name}: webhooks have a place in the log, and messages that are kept with it`, async (t) => {
    const { read, write } = await open(t);
    const webhook: StoredWebhook = {
      ...webhookRequest.parse({ url: 'https://a.example/' }),
      id: 'w',
      createdAt: NOW,
      position: 0,
      secrets: [{ secret: 'whsec_AAAA', expiresAt: null }],
      failingSince: null,
      pausedAt: null,
      pauseReason: null,
    };
    const message = (id: string, more: Partial<Delivery> = {}): Delivery => ({
      ...{ id, webhook: 'w', event: 'article.published', seq: 1, status: 'pending', attempts: 0, payload: '{}' },
      ...{ createdAt: NOW, at: NOW, responseStatus: null, error: null },
      ...more,
    });
    const { seq } = await read.getState();
    await write.createWebhook(webhook);
    t.same(await read.listWebhooks(), [webhook]);
    t.same(await read.findWebhook('w'), webhook);
    t.equal(await read.findWebhook('x'), null);
    t.equal((await read.getState()).seq, seq, 'readers see nothing of it');

    const issue = { source: 'he-bao', date: '2026-01-01', seq: 2, at: NOW };
    const part = { from: 0, to: 2, messages: [message('m1'), message('m2')], awaited: [issue], told: [] };
    t.equal(await write.dispatch('w', part), true);
    t.equal(await write.dispatch('w', part), false, 'it is elsewhere by now');
    t.equal(await write.dispatch('x', part), false, 'there is none');
    t.equal((await read.findWebhook('w'))?.position, 2);
    t.same(await read.countPending(), new Map([['w', 2]]));
    t.same(await read.listSettledIssues('w', NOW - 1), []);
    t.same(await read.listSettledIssues('w', NOW), [issue]);
    await write.dispatch('w', { from: 2, to: 2, messages: [], awaited: [], told: [{ ...issue, seq: 1 }] });
    t.equal((await read.listSettledIssues('w', NOW)).length, 1, 'more came in meanwhile');
    await write.dispatch('w', { from: 2, to: 2, messages: [], awaited: [], told: [issue] });
    t.same(await read.listSettledIssues('w', NOW), []);

    t.same(
      (await read.listDue(NOW, 10)).map(({ id }) => id),
      ['m1', 'm2'],
    );
    t.same(await read.listDue(NOW - 1, 10), [], 'not yet');
    const {
      payload,
      event,
      seq: _,
      createdAt,
      ...attempt
    } = message('m1', { status: 'failed', attempts: 10, error: '500' });
    await write.noteAttempt(attempt, { failingSince: NOW });
    t.match(await read.listDeliveries('w', { limit: 5 }), [{ id: 'm2' }, { id: 'm1', status: 'failed', error: '500' }]);
    t.equal((await read.findWebhook('w'))?.failingSince, NOW);
    t.equal(await write.resend('w', 'failed', NOW + 1), 1);
    t.equal(await write.resend('w', { id: 'none' }, NOW), 0);
    t.match(await read.listDeliveries('w', { limit: 5, status: 'pending' }), [{ id: 'm2' }, { id: 'm1', attempts: 0 }]);
    await write.addDelivery(message('m3', { status: 'delivered' }));
    t.equal(await write.pruneDeliveries(NOW), 0);
    t.equal(await write.pruneDeliveries(NOW + 1), 1, 'what waits stays');

    await write.changeWebhook('w', { pausedAt: NOW, pauseReason: 'asked' });
    t.same(await read.listDue(NOW + 1, 10), [], 'nothing is due for one that is paused');
    t.equal(await write.changeWebhook('x', { pausedAt: null }), null);
    t.equal(await write.removeWebhook('w'), true);
    t.equal(await write.removeWebhook('w'), false);
    t.same(await read.countPending(), new Map(), 'its messages are gone');
  });

  t.test(`${name}: only one holds a lease, and the log knows what stood before`, async (t) => {
    const { read, write } = await open(t);
    for (const [holder, at, until, expected, why] of [
      ['a', 0, 10, true, 'it is free'],
      ['b', 9, 19, false, 'a has it'],
      ['a', 9, 20, true, 'and keeps it'],
      ['b', 20, 30, true, 'until then'],
      ['b', 21, 21, true, 'given up'],
      ['a', 21, 31, true, 'and free again'],
    ] as const) {
      t.equal(await write.holdLease('work', holder, { at, until }), expected, `${holder} at ${at}: ${why}`);
    }
    await write.publish([createWrite({ id: 'a' })], NOW);
    await write.publish([createWrite({ id: 'a', title: '另一个' })], NOW);
    await write.withdraw('a', NOW);
    const { changes } = await read.listChanges(0, { limit: 10 });
    t.same(await read.stoodBefore(changes), [false, true, true]);
    t.same(await read.stoodBefore([{ id: 'a', seq: 99 }]), [false], 'gone');
  });
}
