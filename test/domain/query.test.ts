import t from 'tap';
import { defaultSort, resolveRange } from '../../src/domain/query.js';

const at = (text: string) => Date.parse(text);

t.test('a range is resolved for the date it goes by', (t) => {
  t.equal(resolveRange({ date: 'published' }, '+08:00'), null, 'no range');
  t.same(resolveRange({ date: 'published', from: '2014-06-30' }, '+08:00'), {
    field: 'published',
    from: at('2014-06-30T00:00:00+08:00'),
    to: null,
  });
  t.same(
    resolveRange({ date: 'modified', to: '2014-06-30', tz: 'UTC' }, '+08:00'),
    { field: 'modified', from: null, to: at('2014-07-01T00:00:00Z') - 1 },
    'tz wins over the zone of the archive',
  );
  t.same(
    resolveRange({ date: 'issue', from: '2014-06', to: '2014-06-30T13:04:00+08:00' }, '+08:00'),
    { field: 'issue', from: '2014-06-01', to: '2014-06-30' },
    'issues have dates, not times',
  );
  t.end();
});

t.test('a range that cannot be is an error that names its parameter', (t) => {
  t.throws(() => resolveRange({ date: 'published', from: '2014-07-01', to: '2014-06-30' }, '+08:00'), {
    code: 'invalid_parameter',
    parameter: 'from',
  });
  t.throws(() => resolveRange({ date: 'published', to: '2月30日' }, '+08:00'), {
    code: 'invalid_parameter',
    parameter: 'to',
  });
  t.doesNotThrow(() => resolveRange({ date: 'published', from: '2014-06-30', to: '2014-06-30' }, '+08:00'), 'one day');
  t.end();
});

t.test('lists are newest first by the date they go by', (t) => {
  t.same(
    ['published', 'issue', 'modified'].map((date) => defaultSort(date as 'issue')),
    ['-publishedAt', '-issueDate', '-modifiedAt'],
  );
  t.end();
});
