/** Quotes and statistics as lists in their own right: their filters, facets and fields. */
import t from 'tap';
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { openTestServer, writes } from './archive.js';
import { ask, type Body } from './ask.js';

const app = await openTestServer(t);
const ids = (body: Body): string[] => body.data.map(({ id }: { id: string }) => id).sort();

t.test('quotes', async (t) => {
  const all = writes.flatMap(({ quotes, ...rest }) => quotes.map((quote) => ({ quote, ...rest })));
  const cases: [query: string, fits: (quote: Quote) => boolean, why: string][] = [
    ['', () => true, 'all'],
    ['speaker=林茂生', ({ speaker }) => speaker === '林茂生', 'a speaker'],
    ['speaker=林茂', () => false, 'a speaker is exact'],
    ['role=理事长', ({ role }) => role?.includes('理事长') ?? false, 'words in a role'],
    ['organization=清溪合作社', ({ organization }) => organization === '清溪合作社', 'an organization'],
    ['kind=indirect', ({ kind }) => kind === 'indirect', 'a kind'],
    ['kind=direct&speaker=林茂生', ({ kind, speaker }) => kind === 'direct' && speaker === '林茂生', 'two at once'],
  ];
  for (const [query, fits, why] of cases) {
    const body = await ask(app, encodeURI(`/v1/quotes?limit=100&${query}`));
    t.same(
      ids(body),
      all
        .filter(({ quote }) => fits(quote))
        .map(({ quote }) => quote.id)
        .sort(),
      `${query}: ${why}`,
    );
  }
  const inSection = await ask(app, '/v1/quotes?limit=100&section=cai-jing&from=2016&to=2016&count=exact');
  const expected = all.filter(
    ({ section, article }) => section[0]?.slug === 'cai-jing' && article.publishedAt?.startsWith('2016'),
  );
  t.same(ids(inSection), expected.map(({ quote }) => quote.id).sort(), 'by what selects their articles');
  t.equal(inSection.total.value, expected.length);
  t.ok(
    inSection.data.every(({ article }: Body) => article.section.slug === 'cai-jing'),
    'each with its article',
  );

  const { facets } = await ask(app, '/v1/quotes?facets=speaker,organization,section,source,year,month');
  for (const { value, count } of facets.speaker) {
    t.equal(count, all.filter(({ quote }) => quote.speaker === value).length, `${value} in the facet`);
  }
  t.same(Object.keys((await ask(app, '/v1/quotes?limit=1&fields=speaker,article')).data[0]), ['speaker', 'article']);
});

t.test('statistics', async (t) => {
  const all = writes.flatMap(({ statistics }) => statistics);
  const value = ({ normalizedValue }: Statistic) => Number(normalizedValue);
  const cases: [query: string, fits: (statistic: Statistic) => boolean, why: string][] = [
    ['', () => true, 'all'],
    ['unit=万元', ({ unit }) => unit === '万元', 'a unit as printed'],
    ['unit=CNY', ({ normalizedUnit }) => normalizedUnit === 'CNY', 'a base unit'],
    ['unit=公里', () => false, 'a unit nothing has'],
    ['measure=销售', ({ measure }) => measure?.includes('销售') ?? false, 'words in what is measured'],
    ['minValue=2000000', (s) => value(s) >= 2_000_000, 'from a value on'],
    ['maxValue=2000000', (s) => value(s) <= 2_000_000, 'up to a value'],
    ['minValue=999999.5&maxValue=2000000.0', (s) => value(s) >= 1_000_000 && value(s) <= 2_000_000, 'between'],
    ['asOfFrom=2016-03-01&asOfTo=2016-05-31', ({ asOf }) => /^2016-0[345]/.test(asOf?.from ?? ''), 'as of a time'],
  ];
  for (const [query, fits, why] of cases) {
    const body = await ask(app, encodeURI(`/v1/statistics?limit=100&${query}`));
    t.same(
      ids(body),
      all
        .filter(fits)
        .map(({ id }) => id)
        .sort(),
      `${query}: ${why}`,
    );
  }
  const { facets, total } = await ask(app, '/v1/statistics?facets=unit&count=exact');
  t.equal(total.value, all.length);
  t.ok(facets.unit.length > 0);
});
