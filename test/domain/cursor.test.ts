import t from 'tap';
import { decodeCursor, encodeCursor, fingerprintList, type Position, turnCursor } from '../../src/domain/cursor.js';

const list = fingerprintList({ list: 'articles', filter: { section: '吴江' }, sort: '-publishedAt' });

t.test('a cursor comes back as it was', (t) => {
  const positions: Position[] = [
    { key: 1404104640000, ties: [17], direction: 'after' },
    { key: '2014-06-30', ties: [17, 2], direction: 'before' },
    { key: -62135596800000, ties: [0], direction: 'after' },
  ];
  for (const position of positions) {
    const cursor = encodeCursor(position, list);
    t.match(cursor, /^[\w-]+$/, 'safe in a URL as it is');
    t.same(decodeCursor(cursor, list), position);
    t.same(decodeCursor(turnCursor(cursor, 'before'), list), { ...position, direction: 'before' });
    t.equal(turnCursor(cursor, position.direction), cursor);
  }
  t.equal(turnCursor('damaged', 'before'), 'damaged', 'to be refused when it is read');
  t.end();
});

t.test('a damaged cursor, or one of another list, is refused', (t) => {
  const good = encodeCursor({ key: 1, ties: [2], direction: 'after' }, list);
  const other = fingerprintList({ list: 'articles', filter: {}, sort: '-publishedAt' });
  t.not(other, list);
  t.throws(() => decodeCursor(good, other), { code: 'invalid_cursor', parameter: 'cursor' });
  for (const bad of [
    '',
    'x',
    '!!!',
    '汉字',
    good.slice(3),
    btoa('[]'),
    btoa('{"a":1}'),
    btoa(`["${list}",1,2]`),
    btoa(`["${list}",1,2,"3"]`),
    btoa(`["${list}",2,2,3]`),
  ]) {
    t.throws(() => decodeCursor(bad, list), { code: 'invalid_cursor', parameter: 'cursor' }, bad);
  }
  t.end();
});
