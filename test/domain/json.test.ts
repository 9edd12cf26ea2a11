import t from 'tap';
import { fromJson, type Json } from '../../src/domain/json.js';

t.test('the bytes of JSON are read as what they hold', (t) => {
  for (const held of [{ a: 1 }, ['二', '𠮷'], {}, [], '"\\\n', null]) {
    const json = Buffer.from(JSON.stringify(held)) as unknown as Json<typeof held>;
    t.same(fromJson(json), held);
  }
  t.end();
});
