/** Stored documents as text and back: the same, whatever characters they hold. */
import t from 'tap';
import type { Json } from '../../src/domain/json.js';
import { encodeText } from '../../src/http/encoding.js';
import { fromJson } from '../../src/store/json.js';

t.test('the bytes of JSON are read as what they hold', (t) => {
  for (const held of [{ a: 1 }, ['二', '𠮷'], '长'.repeat(100_000), {}, [], '"\\\n', null]) {
    const json = Buffer.from(JSON.stringify(held)) as unknown as Json<typeof held>;
    t.same(fromJson(json), held);
  }
  t.end();
});

t.test('text is written as UTF-8, all of it', (t) => {
  for (const text of ['', 'a', 'é', '二𠮷', '𠮷'.repeat(100_000), 'a\ud800b'])
    t.same(encodeText(text), Buffer.from(text));
  t.end();
});
