/** Input that cannot be answered: refused with a code, the parameter at fault and a way out; never a failure of the server. */
import t from 'tap';
import type { ErrorCode } from '../../src/domain/errors.js';
import { openTestServer } from './archive.js';
import { ask, askInVain } from './ask.js';

const app = await openTestServer(t);
const first = await ask(app, '/v1/articles?limit=3');
const { next } = first.page;

type Case = [
  address: string,
  code: ErrorCode,
  parameter: string | undefined,
  suggestion: RegExp | undefined,
  why: string,
];
const cases: Case[] = [
  ['/v1/articles?sectoin=x', 'unknown_parameter', 'sectoin', /"section"/, 'a slip'],
  [
    '/v1/articles?issue_date=2016-01-04',
    'unknown_parameter',
    'issue_date',
    /"issueDate"/,
    'another way of writing names',
  ],
  ['/v1/articles?SECTION=x', 'unknown_parameter', 'SECTION', /"section"/, 'names have a case'],
  ['/v1/articles?zzzzzzzz=1', 'unknown_parameter', 'zzzzzzzz', /section, source/, 'nothing like it: all are named'],
  ['/v1/articles?__proto__=x', 'unknown_parameter', '__proto__', undefined, 'a name is only a name'],
  ['/v1/articles?constructor=x', 'unknown_parameter', 'constructor', undefined, 'nor does it reach a prototype'],
  ['/v1/articles?=x', 'unknown_parameter', '', undefined, 'no name at all'],
  ['/v1/articles?speaker=x', 'unknown_parameter', 'speaker', undefined, 'a parameter of another list'],
  ['/v1/sections?limit=5', 'unknown_parameter', 'limit', /Known here: minSeq/, 'a list without parameters'],
  ['/v1/articles/x/quotes?limit=5', 'unknown_parameter', 'limit', undefined, 'below an article too'],
  ['/livez?verbose=1', 'unknown_parameter', 'verbose', undefined, 'everywhere'],
  ['/v1/articles?section=', 'invalid_parameter', 'section', /leave it out/, 'empty'],
  ['/v1/articles?section', 'invalid_parameter', 'section', undefined, 'empty without ='],
  ['/v1/articles?limit=5&limit=6', 'invalid_parameter', 'limit', /once/, 'repeated'],
  ['/v1/articles?limit=5&limit=5', 'invalid_parameter', 'limit', /once/, 'repeated, even if equal'],
  ['/v1/articles?section[]=x', 'unknown_parameter', 'section[]', /"section"/, 'brackets are no list here'],
  ['/v1/articles?limit=0', 'invalid_parameter', 'limit', /limit=10/, 'below the least'],
  ['/v1/articles?limit=101', 'invalid_parameter', 'limit', undefined, 'above the most'],
  ['/v1/articles?limit=-1', 'invalid_parameter', 'limit', undefined, 'negative'],
  ['/v1/articles?limit=abc', 'invalid_parameter', 'limit', undefined, 'no number'],
  ['/v1/articles?limit=1e1', 'invalid_parameter', 'limit', undefined, 'not in digits'],
  ['/v1/articles?limit=0x10', 'invalid_parameter', 'limit', undefined, 'not in decimal'],
  ['/v1/articles?limit=5.5', 'invalid_parameter', 'limit', undefined, 'not whole'],
  ['/v1/articles?limit=%201', 'invalid_parameter', 'limit', undefined, 'with a space'],
  ['/v1/articles?limit=99999999999999999999', 'invalid_parameter', 'limit', undefined, 'no number a machine holds'],
  ['/v1/articles?issueDate=2016-02-30', 'invalid_parameter', 'issueDate', /2018-10-12/, '2月30日'],
  ['/v1/articles?issueDate=2016-1-4', 'invalid_parameter', 'issueDate', undefined, 'without zeros'],
  ['/v1/articles?issueDate=2016%E5%B9%B42%E6%9C%88', 'invalid_parameter', 'issueDate', undefined, '2016年2月'],
  ['/v1/articles?from=2016-02-30', 'invalid_parameter', 'from', /2014-06-30/, '2月30日 in a range'],
  ['/v1/articles?to=yesterday', 'invalid_parameter', 'to', undefined, 'no date'],
  ['/v1/articles?from=2016-01-01T00:00:00', 'invalid_parameter', 'from', /offset/, 'an instant without its offset'],
  ['/v1/articles?from=2016-01-01T00:00:00+08:00', 'invalid_parameter', 'from', /%2B/, 'a plus that was not encoded'],
  ['/v1/articles?from=2016-12-31&to=2016-01-01', 'invalid_parameter', 'from', /Swap/, 'ends before it starts'],
  ['/v1/articles?tz=Mars/Olympus', 'invalid_parameter', 'tz', /tz=%2B08:00/, 'no zone'],
  ['/v1/articles?tz=+08:00', 'invalid_parameter', 'tz', /tz=%2B08:00/, 'a plus that was not encoded'],
  ['/v1/articles?date=birthday', 'invalid_parameter', 'date', /published, issue, modified/, 'no date of an article'],
  ['/v1/articles?sort=-publishedat', 'invalid_parameter', 'sort', /"-publishedAt"/, 'a slip in a value'],
  ['/v1/articles?count=all', 'invalid_parameter', 'count', /exact/, 'no way to count'],
  ['/v1/articles?fields=id,titel', 'invalid_parameter', 'fields', /"title"/, 'a slip in a list'],
  ['/v1/articles?fields=id,,title', 'invalid_parameter', 'fields', undefined, 'an empty place in a list'],
  ['/v1/articles?fields=quotes', 'invalid_parameter', 'fields', undefined, 'children come with include'],
  ['/v1/articles?include=quote', 'invalid_parameter', 'include', /"quotes"/, 'a slip in include'],
  ['/v1/articles?facets=speaker', 'invalid_parameter', 'facets', /section, source/, 'a facet of another list'],
  ['/v1/quotes?kind=said', 'invalid_parameter', 'kind', /direct/, 'no kind of quote'],
  ['/v1/statistics?minValue=many', 'invalid_parameter', 'minValue', undefined, 'no decimal number'],
  ['/v1/statistics?minValue=1e9', 'invalid_parameter', 'minValue', undefined, 'no plain decimal number'],
  ['/v1/statistics?asOfTo=2016-13-01', 'invalid_parameter', 'asOfTo', undefined, 'month 13'],
  ['/v1/articles?section=nowhere', 'unknown_section', 'section', undefined, 'no such section'],
  ['/v1/articles?source=nobody', 'unknown_source', 'source', undefined, 'no such source'],
  [
    `/v1/articles?source=${encodeURIComponent('云岭日抱')}`,
    'unknown_source',
    'source',
    /云岭日报|yun-ling-ri-bao/,
    'nearly a source',
  ],
  ['/v1/articles?cursor=abc', 'invalid_cursor', 'cursor', /without a cursor/, 'no cursor'],
  [`/v1/articles?limit=3&cursor=${next.slice(0, -4)}`, 'invalid_cursor', 'cursor', undefined, 'cut short'],
  [
    `/v1/articles?limit=3&source=yun-ling-ri-bao&cursor=${next}`,
    'invalid_cursor',
    'cursor',
    /filter and sort/,
    'of another filter',
  ],
  [`/v1/articles?limit=3&sort=issueDate&cursor=${next}`, 'invalid_cursor', 'cursor', undefined, 'of another order'],
  [`/v1/quotes?cursor=${next}`, 'invalid_cursor', 'cursor', undefined, 'of another list'],
  [`/v1/articles?ids=${'a,'.repeat(100)}a`, 'invalid_parameter', 'ids', undefined, 'too many ids'],
  [
    `/v1/articles?ids=${'a'.repeat(201)}`,
    'invalid_parameter',
    'ids',
    undefined,
    'longer than an id or another address',
  ],
  ['/v1/articles?ids=a,', 'invalid_parameter', 'ids', undefined, 'an empty id'],
  ['/v1/people?sort=quotes', 'invalid_parameter', 'sort', /-quoteCount/, 'no order of an index'],
  ['/v1/people?section=xin-wen', 'unknown_parameter', 'section', undefined, 'what an index does not filter by'],
  ['/v1/people/x/quotes?speaker=y', 'unknown_parameter', 'speaker', undefined, 'what the path says'],
  ['/v1/organizations/x/quotes?organization=y', 'unknown_parameter', 'organization', undefined, 'here too'],
  ['/v1/people?cursor=abc', 'invalid_cursor', 'cursor', undefined, 'no cursor of an index'],
  [`/v1/organizations?cursor=${next}`, 'invalid_cursor', 'cursor', undefined, 'of a list of articles'],
  ['/v1/articles?ids=a&limit=5', 'invalid_parameter', 'limit', /ids/, 'ids stand alone'],
  ['/v1/articles?ids=a&date=issue', 'invalid_parameter', 'date', undefined, 'whatever comes with them'],
  [`/v1/articles?section=${'x'.repeat(201)}`, 'invalid_parameter', 'section', undefined, 'very long'],
  [`/v1/articles?${'x'.repeat(3000)}=1`, 'unknown_parameter', 'x'.repeat(60), undefined, 'a very long name is cut'],
  [`/v1/articles?cursor=${'x'.repeat(2001)}`, 'invalid_parameter', 'cursor', undefined, 'a very long cursor'],
  ['/v1/articles?section=a%00b', 'invalid_parameter', 'section', undefined, 'NUL'],
  ['/v1/articles?section=%B1%A8', 'invalid_url', 'section', /UTF-8/, 'GBK bytes'],
  ['/v1/articles?section=100%', 'invalid_url', 'section', /%25/, 'a lone percent sign'],
  ['/v1/articles?section=%zz', 'invalid_url', 'section', undefined, 'no hexadecimal'],
  ['/v1/articles?%B1%A8=1', 'invalid_url', '%B1%A8', undefined, 'a damaged name'],
  ['/v1/articles?section=%ED%A0%80', 'invalid_url', 'section', undefined, 'half a surrogate pair'],
  ['/v1/articles/%B1%A8', 'invalid_url', undefined, /UTF-8/, 'GBK bytes in a path'],
];

t.test('what cannot be used is refused by name', async (t) => {
  for (const [address, code, parameter, suggestion, why] of cases) {
    const found = await askInVain(app, address);
    const expected = { status: 400, code, ...(suggestion && { suggestion }) };
    t.match(found, expected, `${address.slice(0, 80)}: ${why}`);
    t.equal(found.parameter, parameter);
    t.equal(found.instance, address.split('?')[0]);
  }
});

t.test('what only looks dangerous is a value like any other', async (t) => {
  const values = [
    "' OR 1=1 --",
    '"; DROP TABLE articles; --',
    '%',
    '_',
    '\\',
    '../../etc/passwd',
    '{{7*7}}',
    '<script>',
    '😀',
    '“”',
  ];
  for (const value of values) {
    for (const name of ['speaker', 'role', 'organization']) {
      const body = await ask(app, `/v1/quotes?${name}=${encodeURIComponent(value)}`);
      t.same(body.data, [], `${name}=${value} finds nothing`);
    }
    t.match(await askInVain(app, `/v1/articles?section=${encodeURIComponent(value)}`), { code: 'unknown_section' });
    t.match(await askInVain(app, `/v1/articles/${encodeURIComponent(value)}`), { status: 404 });
    t.same((await ask(app, `/v1/articles?ids=${encodeURIComponent(value)}`)).data, []);
  }
});

t.test('a value of many marks is read in linear time', async (t) => {
  for (const piece of ['"', '[', '9', '-', '%E3%80%8A']) {
    const address = `/v1/quotes?role=${piece.repeat(Math.floor(12_000 / piece.length))}`;
    t.match(await askInVain(app, address), { code: 'invalid_parameter', parameter: 'role' });
  }
});
