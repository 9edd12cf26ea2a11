import { test } from 'tap';
import { WordSet } from '../../src/text/word-set.js';
import { beginsAside, beginsWithVerb, countPieces, endsInVerb, isWord, trimAsides } from '../../src/text/words.js';

test('text is cut into the fewest pieces', async (t) => {
  const cases: [text: string, pieces: number, why: string][] = [
    ['', 0, 'nothing'],
    ['农', 1, 'a character'],
    ['农民', 1, 'a word'],
    ['农民工', 1, 'a word of three'],
    ['为农民工', 2, 'the longest word wins'],
    ['黿鼉', 2, 'no word'],
    ['5G', 2, 'letters and digits are characters, too'],
    ['有关部门负责人', 3, 'more than four characters are put together of words'],
  ];
  for (const [text, pieces, why] of cases) t.equal(countPieces(text, 0, text.length)[text.length], pieces, why);
  const [, one, two, three] = countPieces('把农民工', 1, 4);
  t.same([one, two, three], [1, 1, 1], 'the count of each beginning, from where it was asked for');
});

test('a word is told where it stands', async (t) => {
  const cases: [start: number, end: number, expected: boolean, why: string][] = [
    [1, 3, true, 'inside a text'],
    [0, 2, false, 'across its edge'],
    [1, 2, false, 'one character is no word'],
    [1, 6, false, 'nor are five'],
    [4, 9, false, 'behind the end'],
  ];
  for (const [start, end, expected, why] of cases) t.equal(isWord('把农民工', start, end), expected, why);
});

test('a set of words holds these and no others', async (t) => {
  const words = new Set<string>();
  for (let code = 0x4e00; code < 0x5e00; code += 1) {
    words.add(String.fromCharCode(code, code + 7));
    words.add(String.fromCharCode(code, code + 7, code ^ 0x55));
    words.add(String.fromCharCode(code, code + 9, code ^ 0x33, 0x4e00));
  }
  const set = new WordSet(words);
  const missing = [...words].filter((word) => !set.has(`“${word}”`, 1, word.length));
  t.same(missing, []);
  const unasked = [...words].filter((word) => !((set.lengthsAt(word, 0, word.length) >> word.length) & 1));
  t.same(unasked, [], 'and says so of the lengths');
  const wrong = [...words].filter((word) => {
    const other = word.slice(0, -1) + String.fromCharCode(word.charCodeAt(word.length - 1) ^ 0x1000);
    return set.has(other, 0, other.length) !== words.has(other);
  });
  t.same(wrong, []);
  t.equal(set.lengthsAt('一', 0, 1), 0, 'a single character begins nothing');
});

test('what a phrase begins and ends with tells whether it names something', async (t) => {
  const cases: [phrase: string, aside: boolean, trimmed: string, verb: boolean][] = [
    ['水利局', false, '水利局', false],
    ['虽然水利局', true, '虽然水利局', false],
    ['水利局再次', false, '水利局', false],
    ['水利局突然再次', false, '水利局', false],
    ['水利局致电', false, '水利局致电', true],
    ['乔某某', false, '乔某某', false],
    ['', false, '', false],
  ];
  for (const [phrase, aside, trimmed, verb] of cases)
    t.same([beginsAside(phrase), trimAsides(phrase), endsInVerb(phrase)], [aside, trimmed, verb], phrase);
  t.same([beginsWithVerb('致电水利局'), beginsWithVerb('水利局'), beginsWithVerb('负责人')], [true, false, false]);
});
