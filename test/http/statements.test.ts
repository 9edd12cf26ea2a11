/** A page costs the same number of SQL statements whatever is on it. */
import t from 'tap';
import { buildServer } from '../../src/http/server.js';
import { openTestArchive, testOptions, writes } from './archive.js';

t.test('statements do not grow with the page', async (t) => {
  let statements = 0;
  const planned = new Set<string>();
  const read = await openTestArchive(t, (statement) => {
    statements += 1;
    if (/limit \d/.test(String(statement))) planned.add(String(statement));
  });
  const app = await buildServer({ read, options: { ...testOptions, cache: { maxBytes: 0 } } });
  t.teardown(() => app.close());
  const count = async (address: string) => {
    await app.inject(address);
    statements = 0;
    const answer = await app.inject(address);
    t.equal(answer.statusCode, 200, address);
    return { statements, rows: answer.json().data.length as number };
  };

  const lists = [
    '/v1/articles?',
    '/v1/articles?include=quotes,statistics&',
    '/v1/articles?fields=id,text&',
    '/v1/articles?section=xin-wen&source=yun-ling-ri-bao&',
    '/v1/quotes?',
    '/v1/statistics?',
    '/v1/people?',
    `/v1/people/${encodeURIComponent('林茂生')}/quotes?`,
    '/v1/organizations?',
    '/v1/sources/yun-ling-ri-bao/issues?',
  ];
  for (const address of lists) {
    const [few, many] = [await count(`${address}limit=2`), await count(`${address}limit=100`)];
    t.ok(many.rows > few.rows, `${address}: a longer page`);
    t.equal(many.statements, few.statements, `${address}: as many statements for ${many.rows} rows as for ${few.rows}`);
    t.ok(few.statements > 0 && few.statements <= 8, `${address}: ${few.statements}`);
  }
  const ids = writes.map(({ article }) => article.id);
  const [one, all] = [await count(`/v1/articles?ids=${ids[0]}`), await count(`/v1/articles?ids=${ids.join(',')}`)];
  t.equal(all.statements, one.statements, 'by ids too');
  t.strictSame([...planned], [], 'SQLite plans none of them anew for what a limit is bound to');
});
