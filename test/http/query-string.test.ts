/** Query strings, parsed without judging them. */
import t from 'tap';
import { damaged, parseQueryString, tidyAddress } from '../../src/http/query-string.js';

t.test('names and values', async (t) => {
  const cases: [text: string, expected: Record<string, unknown>, why: string][] = [
    ['', {}, 'nothing'],
    ['a=1&b=2', { a: '1', b: '2' }, 'pairs'],
    ['a=%E6%8A%A5', { a: '报' }, 'percent-encoded UTF-8'],
    ['%E6%8A%A5=a', { 报: 'a' }, 'in names too'],
    ['a=b+c%2Bd', { a: 'b c+d' }, 'a plus is a space, %2B is a plus'],
    ['a=b=c', { a: 'b=c' }, 'only the first = parts'],
    ['a', { a: '' }, 'a name alone is empty'],
    ['&&a=1&', { a: '1' }, 'stray separators are nothing'],
    ['a=1&a=2&a=3', { a: ['1', '2', '3'] }, 'repeated'],
    ['__proto__=1&toString=2', JSON.parse('{"__proto__":"1","toString":"2"}'), 'names are only names'],
  ];
  for (const [text, expected, why] of cases) {
    const query = parseQueryString(text);
    t.same(Object.entries(query), Object.entries(expected), `${text}: ${why}`);
    t.equal(query[damaged], undefined);
    t.equal(Object.getPrototypeOf(query), null);
  }
});

t.test('what is not percent-encoded UTF-8 is named', async (t) => {
  const cases: [text: string, name: string][] = [
    ['a=%B1%A8', 'a'],
    ['a=1&b=%', 'b'],
    ['b=%zz&a=%', 'b'],
    ['%B1=1', '%B1'],
  ];
  for (const [text, name] of cases) t.equal(parseQueryString(text)[damaged], name, text);
});

t.test('addresses', async (t) => {
  const cases: [address: string, expected: string, why: string][] = [
    ['/v1/articles?a=%3E', '/v1/articles?a=%3E', 'already tidy'],
    ['/v1/articles?a=>;rel="x"', '/v1/articles?a=%3E;rel=%22x%22', 'marks that end a link'],
    ['http://host.example:80/v1?a=b', '/v1?a=b', 'an absolute address loses its host'],
    ['*', '*', 'what OPTIONS may ask'],
  ];
  for (const [address, expected, why] of cases) t.equal(tidyAddress(address), expected, why);
});
