import t from 'tap';
import { normalizeText, normalizeWithOffsets } from '../../src/text/normalize.js';
import {
  encodeTokens,
  LEVELS,
  listImpacts,
  listTellingTokens,
  type TokenPhrase,
  tokenizePhrase,
  tokenizeText,
  tokenOfImpact,
} from '../../src/text/search-tokens.js';

/** Whether a phrase stands in a text, as an index of tokens sees it. */
function isIn(text: string, phrase: string, whole = false): boolean {
  const looked = tokenizePhrase(phrase, whole);
  if (looked === null) return false;
  const tokens = Buffer.from(encodeTokens(tokenizeText(text)))
    .toString()
    .split(' ');
  const last = looked.tokens.length - 1;
  return tokens.some((_, from) =>
    looked.tokens.every((token, at) => {
      const found = tokens[from + at] ?? '';
      return looked.open && at === last ? found.startsWith(token) : found === token;
    }),
  );
}

t.test('texts are compared without regard to script, width and case', (t) => {
  const cases: [string, string][] = [
    ['臺灣經濟', '台湾经济'],
    ['ＧＤＰ增速３．５％', 'gdp增速3.5%'],
    ['①㎡', '1m2'],
    ['𠮷野家', '𠮷野家'],
    ['台湾后来', '台湾后来'],
  ];
  for (const [given, expected] of cases) {
    t.equal(normalizeText(given), expected);
    const { text, offsets } = normalizeWithOffsets(given);
    t.equal(text, expected);
    t.equal(offsets.length, expected.length + 1);
    t.equal(offsets.at(-1), given.length);
  }
  t.end();
});

t.test('every run of characters of a text is found in it', (t) => {
  const text = '青禾县委书记沈砚秋说，5G网络覆盖率达98.5%，同比增长12,345户。C++培训班“开班”了！𠮷野家';
  const characters = [...text];
  let looked = 0;
  for (let from = 0; from < characters.length; from += 1) {
    for (let length = 1; length <= 6; length += 1) {
      const run = characters.slice(from, from + length).join('');
      if (tokenizePhrase(run, false) === null) {
        t.notMatch(run, /[\p{L}\p{N}]/u, `there is something in ${run}`);
        continue;
      }
      // A piece of a number with its comma is looked for without it, too (query.ts).
      if (/\d,\d{1,2}$|^\d{1,2},\d|\D\d{1,2},\d{1,2}$/.test(run)) continue;
      looked += 1;
      if (!isIn(text, run)) t.fail(run);
    }
  }
  t.ok(looked > 200);
  t.end();
});

t.test('whole words are told from parts of longer ones', (t) => {
  const cases: [text: string, phrase: string, whole: boolean, inside: boolean][] = [
    ['开通15G服务', '5G', false, true],
    ['开通5G服务', '5g', true, true],
    ['增长10.2%。', '10.2%', true, true],
    ['增长10.25%。', '10.2%', true, false],
    ['价格10.2元', '10.2%', true, false],
    ['12月16日', '2月16日', true, false],
    ['共12,345户', '12345', true, true],
    ['会C语言', 'C++', true, false],
    ['官方网站', '方网', true, true],
    ['官方', '官方网', true, false],
    ['一个字', '字', true, true],
  ];
  for (const [text, phrase, whole, inside] of cases) t.equal(isIn(text, phrase, whole), inside, `${phrase} in ${text}`);
  for (const nothing of ['', '，。', '“”', '-', ' ']) t.equal(tokenizePhrase(nothing, true), null);
  t.end();
});

t.test('what an article says much of is told, by what it weighs', (t) => {
  const impactsOf = (title: string, body: string) => {
    const [lead, headings] = [tokenizeText('除险加固'), tokenizeText('')];
    return listImpacts({ title: tokenizeText(title), lead, headings, body: tokenizeText(body) }).split(' ');
  };
  const short = impactsOf('水库除险', `大坝。${'青禾县。'.repeat(4)}除险除险`);
  const long = impactsOf('水库除险', `大坝。${'青禾县。'.repeat(4)}${'别的话和很多句子。'.repeat(200)}`);
  const cases: [impacts: readonly string[], phrase: string, level: number | null, why: string][] = [
    [short, '水库', 3, 'once, in the title'],
    [short, '除险', LEVELS - 1, 'in the title and more'],
    [short, '青禾县', LEVELS - 1, 'often in the body'],
    [short, '加固', null, 'once in the lead'],
    [short, '大坝', null, 'once in the body'],
    [short, '水', 0, 'a character of the title'],
    [long, '水库', null, 'once in the title of a long article'],
    [long, '青禾县', 0, 'four times in a long article'],
  ];
  for (const [impacts, phrase, level, why] of cases) {
    const sought = listTellingTokens(tokenizePhrase(phrase, true) as TokenPhrase);
    t.ok(sought.length > 0);
    for (const token of sought) {
      const levels = Array.from({ length: LEVELS }, (_, at) => at).filter((at) =>
        impacts.includes(tokenOfImpact(token, at)),
      );
      t.same(levels, level === null ? [] : [level], `${phrase}: ${why}`);
    }
  }
  t.end();
});
