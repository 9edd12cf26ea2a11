import t from 'tap';
import { fromJson, type Json, mergeJson, toJson } from '../../src/domain/json.js';

t.test('merged text is the text of the merged object', (t) => {
  const cases: [object, object][] = [
    [{ a: 1 }, { b: '二' }],
    [{}, { b: 2 }],
    [{ a: 1 }, {}],
    [{}, {}],
    [{ a: { b: {} } }, { c: [] }],
  ];
  for (const [a, b] of cases) {
    const merged: Json<object> = mergeJson(toJson(a), toJson(b));
    t.equal(merged, JSON.stringify({ ...a, ...b }));
    t.same(fromJson(merged), { ...a, ...b });
  }
  t.end();
});
