/** What somebody who wrote one name probably meant. */
import t from 'tap';
import { findNearest } from '../../src/domain/nearest.js';

const names = ['section', 'source', 'issueDate', 'page', 'from', 'to', 'q', '吴江日报', '经济'];
const cases: [name: string, expected: string | undefined, why: string][] = [
  ['section', 'section', 'the same'],
  ['sectoin', 'section', 'two characters swapped'],
  ['sections', 'section', 'one too many'],
  ['Issue_Date', 'issueDate', 'another way of writing'],
  ['form', 'from', 'a swap in a short name'],
  ['吴江晚报', '吴江日报', 'one character of four'],
  ['经挤', '经济', 'one character of two'],
  ['zzzzzz', undefined, 'nothing like it'],
  ['x', undefined, 'one character says nothing'],
  ['', undefined, 'nothing at all'],
  [`section${'x'.repeat(100_000)}`, undefined, 'very long'],
];
t.test('findNearest', async (t) => {
  for (const [name, expected, why] of cases) t.equal(findNearest(name, names), expected, why);
  t.equal(findNearest('a', []), undefined, 'no candidates');
});
