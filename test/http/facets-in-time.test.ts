/** Facets that there is no time for are named; the rest is answered, and nothing of it is kept. */
import t from 'tap';
import { ArchiveError } from '../../src/domain/errors.js';
import { buildServer } from '../../src/http/server.js';
import { openTestArchive, override, testOptions } from './archive.js';
import { ask, type Body } from './ask.js';

t.test('an answer lacks the facets that there was no time for', async (t) => {
  const archive = await openTestArchive(t);
  let isLate = true;
  const read = override(archive, {
    countFacets: async (list, filter, names, query) => {
      const counted = await archive.countFacets(list, filter, names, query);
      return isLate ? { section: counted.section ?? [] } : counted;
    },
  });
  const app = await buildServer({ read, options: testOptions });
  t.teardown(() => app.close());
  for (const address of [
    '/v1/articles?facets=section,year&limit=3',
    `/v1/search?q=${encodeURIComponent('茶叶')}&facets=section,year&limit=3`,
  ]) {
    isLate = true;
    const body: Body = await ask(app, address);
    t.equal(body.data.length, 3, 'the rows are there');
    t.ok(body.facets.section.length > 0 && !('year' in body.facets), 'and the other facets');
    t.same(body.meta.timedOut, ['year']);
    const { headers } = await app.inject(address);
    t.equal(headers['cache-control'], 'no-store');
    t.notOk(headers.etag);
    isLate = false;
    const whole: Body = await ask(app, address);
    t.ok(whole.facets.year.length > 0, 'the next answer is another');
    t.notOk(whole.meta?.timedOut);
  }
});

t.test('when nothing was counted in time, all of them are missing', async (t) => {
  const archive = await openTestArchive(t);
  const late = override(archive, {
    countFacets: async () => {
      throw new ArchiveError('deadline_exceeded', 'late');
    },
  });
  const app = await buildServer({ read: late, options: testOptions });
  t.teardown(() => app.close());
  t.match(await ask(app, '/v1/quotes?facets=speaker,year'), { facets: {}, meta: { timedOut: ['speaker', 'year'] } });
});
