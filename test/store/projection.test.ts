/** Projections give what parsing, picking and rendering give. */
import t from 'tap';
import {
  type Projection,
  project,
  projectItems,
  projectKinds,
  projectMembers,
  splitArray,
} from '../../src/store/projection.js';

const toBytes = (text: string) => Buffer.from(text).toString('latin1');
const toText = (bytes: string) => Buffer.from(bytes, 'latin1').toString();
const run = (text: string, projection: Projection) => {
  const bytes = project(() => toBytes(text), projection);
  return bytes && toText(bytes);
};

const take = (...names: string[]) => projectMembers(names.map((name) => ({ name, as: name })));
const nested = projectMembers([
  { name: 'b', as: 'B', of: projectItems(take('c')) },
  { as: 'kind', text: '"fixed"' },
  { name: 'a', as: 'a', of: take('x') },
]);
const kinds = projectKinds('type', (kind) => (kind === 'p' ? take('text', 'type') : take('items')));

const cases: [text: string, projection: Projection, expected: string | undefined, why: string][] = [
  ['{"a":1,"b":"二","c":[3]}', take('a', 'b', 'c'), '{"a":1,"b":"二","c":[3]}', 'all of it'],
  ['{"a":1,"b":"二","c":[3]}', take('c', 'a'), '{"c":[3],"a":1}', 'in the order that is wanted'],
  ['{"a":1,"b":2,"c":3,"d":4}', take('a', 'b', 'd'), '{"a":1,"b":2,"d":4}', 'some of it side by side'],
  ['{"a":-1.5e3,"b":true,"c":null}', take('b', 'c', 'a'), '{"b":true,"c":null,"a":-1.5e3}', 'words and numbers'],
  [String.raw`{"a":"say \"b\":1, \\","b":"\\\\\""}`, take('b'), String.raw`{"b":"\\\\\""}`, 'escaped quotation marks'],
  [String.raw`{"a":"\\","b":"}],{"}`, take('b'), '{"b":"}],{"}', 'and those that only look so'],
  ['{"a":{"b":[{"b":"]"}]},"b":{}}', take('b'), '{"b":{}}', 'names of what is nested are others'],
  [
    '{"b":[{"c":1,"d":2},{"d":3,"c":4}],"a":{"x":"新"}}',
    nested,
    '{"B":[{"c":1},{"c":4}],"kind":"fixed","a":{"x":"新"}}',
    'nested',
  ],
  ['{"b":[],"a":null}', nested, '{"B":[],"kind":"fixed","a":null}', 'empty and null'],
  ['[{"a":1,"b":2},{"b":3,"a":4},{"a":5}]', projectItems(take('a')), '[{"a":1},{"a":4},{"a":5}]', 'in any order'],
  [
    '[{"type":"p","text":"文"},{"items":["项"],"type":"l"}]',
    projectItems(kinds),
    '[{"text":"文","type":"p"},{"items":["项"]}]',
    'by kind',
  ],
  ['{"a":1}', projectMembers([]), '{}', 'nothing'],
  ['{}', take(), '{}', 'of nothing'],
  ['{}', take('a'), undefined, 'what is not there'],
  ['{"b":{"a":1}}', take('a'), undefined, 'or elsewhere'],
  ['[{"a":1},{"b":1}]', projectItems(take('a')), undefined, 'or not everywhere'],
  ['[{"text":"a"}]', projectItems(kinds), undefined, 'or of no kind'],
  ['{"a": 1}', take('a'), undefined, 'white space'],
  ['{ "a":1}', take('a'), undefined, 'anywhere'],
  ['{"b":[1, 2],"a":1}', take('a'), undefined, 'inside'],
  ['{"a":1', take('a'), undefined, 'no end'],
  ['{"a":"1', take('a'), undefined, 'of a string'],
  ['{"a":[1', take('a'), undefined, 'of an array'],
  ['{"a":}', take('a'), undefined, 'no value'],
  ['"a"', take('a'), undefined, 'no object'],
  ['', take('a'), undefined, 'nothing at all'],
];

t.test('what is wanted is copied', (t) => {
  for (const [text, projection, expected, why] of cases) {
    t.equal(run(text, projection), expected, why);
    t.equal(run(text, projection), expected, `${why}, once more`);
  }
  t.end();
});

t.test('an array is taken apart', (t) => {
  const texts = (json: string) => splitArray(toBytes(json)).map(toText);
  t.same(texts('[{"a":"文,]"},[2],"3"]'), ['{"a":"文,]"}', '[2]', '"3"']);
  t.same(texts('[]'), []);
  t.end();
});

t.test('documents of any shape', (t) => {
  // Not random, but as mixed as that.
  let state = 7;
  const draw = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const marks = ['"', '\\', ',', '{', ']', '文', 'é', '😀', '\n', 'a', ' '];
  const word = () => Array.from({ length: draw(6) }, () => marks[draw(marks.length)]).join('');
  const value = (depth: number): unknown => {
    const kind = draw(depth > 2 ? 4 : 6);
    if (kind === 4) return Array.from({ length: draw(3) }, () => value(depth + 1));
    if (kind === 5) return Object.fromEntries(Array.from({ length: draw(4) }, () => [word(), value(depth + 1)]));
    return [word(), draw(1_000) / 8, draw(2) === 0, null][kind];
  };
  for (let round = 0; round < 2_000; round += 1) {
    const names = ['a', '名', 'x"', 'b\\', 'c'].filter(() => draw(4) > 0);
    const document = Object.fromEntries(names.map((name) => [name, value(0)]));
    const wanted = names.filter(() => draw(3) > 0).reverse();
    const picked = Object.fromEntries(wanted.map((name) => [name, document[name]]));
    t.equal(run(JSON.stringify(document), take(...wanted)), JSON.stringify(picked));
  }
  t.end();
});
