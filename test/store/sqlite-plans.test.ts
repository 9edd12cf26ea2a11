/** How SQLite runs the lists: always in the order of an index, and with as few statements as promised. */
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { Sort } from '../../src/domain/query.js';
import { connect } from '../../src/store/sqlite/connect.js';
import { planList } from '../../src/store/sqlite/lists/plan.js';
import { describeShape } from '../../src/store/sqlite/lists/selection.js';
import { openReader } from '../../src/store/sqlite/reader.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import type { ListName } from '../../src/store/store.js';
import type { AnyFilter } from './model.js';
import { createWrite, generateWrites, NOW, ZONE } from './sample.js';

/** A reader of a generated archive that notes every statement it runs. */
async function openNoting(t: Test, guarded: boolean, writes = generateWrites(120)) {
  const file = join(t.testdir(), 'archive.db');
  migrateArchive(file, { timeZone: ZONE, at: NOW });
  const write = openWriteStore(file);
  await write.publish(writes, NOW);
  await write.close();
  const statements: string[] = [];
  const reader = openReader(file, { guarded, verbose: (statement) => statements.push(String(statement)) });
  const client = connect(file, 'read');
  // Explained on a connection of its own, which has to know the function by name only.
  client.function('within_deadline', () => 1);
  t.teardown(() => {
    reader.close();
    client.close();
  });
  /** What was run since the last call. */
  const take = () => statements.splice(0);
  const explain = (statement: string) =>
    (client.prepare(`EXPLAIN QUERY PLAN ${statement}`).all() as { detail: string }[])
      .map(({ detail }) => detail)
      .filter((step) => !step.startsWith('CO-ROUTINE'));
  return { reader, take, explain };
}

/** All subsets. */
function* combine<T extends object>(parts: readonly T[]): Generator<Partial<T>> {
  for (let bits = 0; bits < 2 ** parts.length; bits += 1) {
    yield Object.assign({}, ...parts.filter((_, at) => bits & (1 << at))) as Partial<T>;
  }
}

const ofArticles = [
  { section: '新闻' },
  { source: '河报' },
  { issueDate: '2014-06-30' },
  { page: '5' },
  { from: '2013' },
];
const ofRows: Record<ListName, object[]> = {
  articles: [],
  quotes: [{ speaker: '甲某' }, { role: '书记' }, { organization: '水利局' }, { kind: 'direct' }],
  statistics: [{ unit: 'CNY' }, { measure: '群众' }, { minValue: '1' }, { asOfFrom: '2013-01-01' }],
};
const sorts: Sort[] = ['-publishedAt', 'publishedAt', '-issueDate', 'issueDate', '-modifiedAt', 'modifiedAt'];
const dates = ['published', 'issue', 'modified'] as const;

t.test('every filter in every order is served by an index, from the start and from a cursor', async (t) => {
  for (const guarded of [false, true]) {
    const { reader, take, explain } = await openNoting(t, guarded);
    const explained = new Map<string, string[]>();
    const shapes = new Set<string>();
    for (const list of ['articles', 'quotes', 'statistics'] as const) {
      for (const given of combine<object>([...ofArticles, ...ofRows[list]])) {
        for (const date of 'from' in given ? dates : dates.slice(0, 1)) {
          for (const sort of sorts) {
            const plan = planList(reader.lookup, list, { ...given, date } as AnyFilter, sort);
            // Statements are prepared by shape, so one filter of each is enough.
            const shape = `${describeShape(plan)} ${plan.descending}`;
            if (plan.terms.length === 0 || shapes.has(shape)) continue;
            shapes.add(shape);
            take();
            const options = { limit: 2, include: [], content: false } as const;
            const read = (cursor?: string) => {
              const page = { ...options, ...(cursor && { cursor }) };
              if (list === 'articles') return reader.lists.listArticles(plan, page);
              return list === 'quotes' ? reader.lists.listQuotes(plan, page) : reader.lists.listStatistics(plan, page);
            };
            const { next } = read();
            const second = next === null ? null : read(next);
            if (second?.prev) read(second.prev);
            for (const statement of take()) {
              // The values in it do not matter.
              const text = statement.replace(/\d+(\.\d+)?|'[^']*'/g, '?');
              if (!explained.has(text)) explained.set(text, explain(statement));
            }
          }
        }
      }
    }
    t.ok(explained.size > 500, 'the statements were caught');
    // Afterwards, the rows of the page become one; when they were read towards the front, they are turned around first.
    const turned = ['SCAN page', 'USE TEMP B-TREE FOR ORDER BY', 'SCAN ordered'];
    const putTogether = [...explained.values()].map((plan) => plan.splice(plan.indexOf('SCAN page')));
    t.same(
      putTogether.filter((steps) => steps.some((step, at) => step !== turned[at])),
      [],
      'only the rows of the page are read again',
    );
    const sorting = [...explained].filter(([, plan]) => plan.some((step) => /TEMP B-TREE|AUTOMATIC/.test(step)));
    t.same(sorting.slice(0, 3), [], 'nothing is sorted');
    const scanning = [...explained].filter(([, plan]) => plan.some((step) => step.startsWith('SCAN')));
    t.same(scanning.slice(0, 3), [], 'no table is read from end to end');
    const walking = /SEARCH walked USING (COVERING )?INDEX article_terms_by_/;
    t.ok(
      [...explained.values()].every(([first = '']) => walking.test(first)),
      'the index of a term is walked first',
    );
  }
});

t.test('a range and a cursor are places in the index, not conditions on what it gives', async (t) => {
  const { reader, take, explain } = await openNoting(t, false);
  const plan = planList(reader.lookup, 'articles', { date: 'published', from: '2013', to: '2014' });
  const { next } = reader.lists.listArticles(plan, { limit: 2, include: [], content: false });
  const [first] = take().slice(-1);
  reader.lists.listArticles(plan, { limit: 2, include: [], content: false, cursor: next ?? '' });
  const [second] = take().slice(-1);
  t.match(explain(first ?? '')[0], /term=\? AND published>\? AND published<\?/);
  t.match(explain(second ?? '')[0], /term=\? AND published>\? AND \(published,article\)<\(\?,\?\)/);
});

t.test('the indexes of people and organizations are walked in order, from the start and from a cursor', async (t) => {
  const { reader, take, explain } = await openNoting(t, false);
  take();
  for (const index of ['people', 'organizations'] as const) {
    for (const sort of ['-quoteCount', 'quoteCount', 'name', '-name'] as const) {
      const { next } = reader.nameIndex.list(index, { sort, limit: 1 });
      const { prev } = reader.nameIndex.list(index, { sort, limit: 1, cursor: next ?? '' });
      reader.nameIndex.list(index, { sort, limit: 1, cursor: prev ?? '' });
      const plans = take().map(explain);
      t.equal(plans.length, 3, 'one statement a page');
      const byName = sort.endsWith('name');
      const used = `SEARCH terms USING INDEX terms_listed_by_${byName ? 'value' : 'quote_count'}`;
      t.equal(plans[0]?.[0], `${used} (listed_as=?)`, sort);
      const place = byName
        ? /\(listed_as=\? AND value[<>]\?\)/
        : /\(listed_as=\? AND \(quote_count,value\)[<>]\(\?,\?\)\)/;
      for (const [first] of plans.slice(1)) t.match(first, place, `${sort}: the cursor is a place in the index`);
      const steps = plans.flat().filter((step) => /TEMP B-TREE|AUTOMATIC|SCAN/.test(step));
      t.same(steps, [], 'nothing is sorted or scanned');
    }
  }
});

t.test('a page takes the same statements however long it is', async (t) => {
  const writes = Array.from({ length: 100 }, (_, at) =>
    createWrite({ id: `a${at}`, publishedAt: NOW + at, section: ['新闻'], quotes: [{}], statistics: [{}, {}] }),
  );
  const { reader, take } = await openNoting(t, false, writes);
  const counts = [1, 10, 100].map((limit) => {
    const plan = planList(reader.lookup, 'articles', { date: 'published', section: '新闻' });
    take();
    const page = reader.lists.listArticles(plan, { limit, include: ['quotes', 'statistics'], content: true });
    t.equal(page.places.length, limit);
    return take().filter((statement) => /^select/i.test(statement)).length;
  });
  t.same(counts, [1, 1, 1], 'articles, contents, quotes and statistics');

  const byId = [1, 10, 100].map((count) => {
    const ids = writes.slice(0, count).map(({ article }) => article.id);
    reader.documents.getArticles(ids, { include: ['quotes', 'statistics'], content: true });
    return take().filter((statement) => /^select/i.test(statement)).length;
  });
  t.same(byId, [1, 1, 1]);
  reader.documents.getArticle('a1', []);
  t.equal(take().length, 1, 'an article by id is one');
});
