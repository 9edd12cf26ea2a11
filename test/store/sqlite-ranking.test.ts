/** Ranking where phrases are common: the likely best are weighed by their texts, and come out as if all rows had been. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { articleFilter, quoteFilter } from '../../src/domain/query.js';
import { connect } from '../../src/store/sqlite/connect.js';
import { registerFunctions } from '../../src/store/sqlite/functions.js';
import { createLookup } from '../../src/store/sqlite/lists/lookup.js';
import { planList } from '../../src/store/sqlite/lists/plan.js';
import { createMatches } from '../../src/store/sqlite/search/matches.js';
import { createRanking } from '../../src/store/sqlite/search/ranking.js';
import { wrapConnection } from '../../src/store/sqlite/statement.js';
import { migrateArchive } from '../../src/store/sqlite/upkeep/migrate.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { parseQuery } from '../../src/text/query.js';
import { createWrite, NOW, ZONE } from './sample.js';

const COUNT = 400;
const PAGE = 20;

/** Words stand in the articles as often as their number says. */
const writes = Array.from({ length: COUNT }, (_, n) =>
  createWrite({
    id: `a${n}`,
    title: n % 23 === 0 ? `水库通讯第${n}期` : `通讯第${n}期`,
    paragraphs: [
      `${'水库大坝。'.repeat(n % 9)}水库如常。${n % 3 === 0 ? '除险加固。'.repeat(1 + (n % 5)) : ''}`,
      `${n % 2 === 0 ? '防汛演习。' : ''}${'别的话。'.repeat(n % 13)}`,
    ],
    section: [n % 4 === 0 ? '新闻' : '财经'],
    publishedAt: Date.UTC(2020, 0, 1) + n * 86_400_000,
    quotes: [{ text: `水库第${n}句话。` }],
  }),
);

t.test('the page is worth what the best page is worth', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'baoku-ranking-'));
  const location = join(folder, 'archive.sqlite');
  migrateArchive(location, { timeZone: ZONE, at: NOW });
  const store = openWriteStore(location);
  await store.publish(writes, NOW);
  await store.withdraw('a0', NOW);
  await store.close();
  const client = connect(location, 'read');
  t.teardown(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  registerFunctions(client);
  const connection = wrapConnection(client);
  const lookup = createLookup(connection);
  const rank = (q: string, counted: number, filter = {}, most = COUNT) => {
    const plan = planList(lookup, 'articles', articleFilter.parse(filter));
    const { ranked, strategy } = createRanking(createMatches(connection, false, counted)).rank(plan, parseQuery(q), {
      most,
    });
    ranked.sort((a, b) => b.bonus + b.weight - a.bonus - a.weight || Number(b.key) - Number(a.key));
    return { ranked, strategy };
  };
  const cases: [q: string, filter: object, why: string][] = [
    ['水库', {}, 'a word of all articles'],
    ['水', {}, 'one character'],
    ['大坝', {}, 'a word of most'],
    ['水库 除险', {}, 'two words'],
    ['"水库大坝"', {}, 'a phrase'],
    ['大坝 OR 除险', {}, 'a choice'],
    ['水库 -演习', {}, 'without'],
    ['title:水库', {}, 'a field'],
    ['除险', { section: '新闻', from: '2020-06-01' }, 'filters'],
  ];
  for (const [q, filter, why] of cases) {
    const best = rank(q, COUNT, filter);
    const likely = rank(q, 5, filter);
    t.equal(likely.strategy, best.strategy, why);
    t.equal(likely.ranked.length, best.ranked.length, `${why}: no row is lost`);
    const first = rank(q, 5, filter, PAGE).ranked;
    t.same(
      first.slice(0, PAGE),
      likely.ranked.slice(0, PAGE),
      `${why}: the first page is the same however many are wanted`,
    );
    const weights = new Map(best.ranked.map(({ key, weight }) => [key, weight]));
    const worth = (rows: typeof best.ranked) =>
      rows.slice(0, PAGE).reduce((sum, { key }) => sum + (weights.get(key) as number), 0);
    t.ok(
      likely.ranked.every(({ key }) => weights.has(key)),
      `${why}: nothing else is found`,
    );
    t.ok(worth(likely.ranked) >= 0.95 * worth(best.ranked), `${why}: ${worth(likely.ranked) / worth(best.ranked)}`);
  }

  const filters: [filter: object, count: number, why: string][] = [
    [{}, COUNT - 1, 'no filter: a0 was withdrawn'],
    [{ section: '新闻' }, 99, 'a term'],
    [{ from: '2020-02-01', to: '2020-02-29' }, 29, 'days'],
    [{ from: '2020-02-01T08:00:00.001+08:00', to: '2020-02-29' }, 28, 'the first of them only in part'],
    [{ from: '2020-02-01', to: '2020-02-29T07:59:59+08:00' }, 28, 'the last of them only in part'],
    [{ from: '2020-02-01', to: '2020-02-01' }, 1, 'one day'],
    [{ from: '2020-02-01', to: '2020-02-29', section: '新闻' }, 7, 'days and a term'],
    [{ date: 'modified', to: '2000' }, 0, 'changes, and none of them'],
    [{ date: 'modified', from: '2000' }, COUNT - 1, 'changes'],
  ];
  for (const [filter, count, why] of filters) {
    const plan = planList(lookup, 'articles', articleFilter.parse(filter));
    const match = { table: 'search_articles', text: '"水库"' } as const;
    const counted = createMatches(connection, true);
    t.equal(counted.countRows(plan, match, COUNT), count, `counted: ${why}`);
    t.equal(counted.countRows(plan, match, 5), Math.min(5, count), `counted up to a limit: ${why}`);
    t.equal(counted.findRows(plan, match, 'newest', COUNT).length, count, `found: ${why}`);
  }

  const plan = planList(lookup, 'quotes', quoteFilter.parse({}));
  const quotes = createRanking(createMatches(connection, false, 5)).rank(plan, parseQuery('水库'));
  t.equal(quotes.ranked.length, COUNT - 1, 'quotes, too');
});
