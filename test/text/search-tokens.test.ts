import t from 'tap';
import { normalizeText, normalizeWithOffsets } from '../../src/text/normalize.js';
import {
  listProminent,
  listProminentTokens,
  type TokenPhrase,
  tokenizePhrase,
  tokenizeText,
} from '../../src/text/search-tokens.js';

/** Whether a phrase stands in a text, as an index of tokens sees it. */
function isIn(text: string, phrase: string, whole = false): boolean {
  const looked = tokenizePhrase(phrase, whole);
  if (looked === null) return false;
  const tokens = Buffer.from(tokenizeText(text)).toString().split(' ');
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

t.test('what a text is about is told from what it only has', (t) => {
  const parts = {
    title: tokenizeText('水库除险'),
    lead: tokenizeText('除险加固'),
    headings: tokenizeText(''),
    body: tokenizeText(`大坝。${'青禾县。'.repeat(4)}除险除险`),
  };
  const tokens = new Set(listProminent(parts).split(' '));
  const cases: [phrase: string, very: boolean, prominent: boolean, why: string][] = [
    ['水库', false, true, 'in the title'],
    ['水库', true, false, 'and nowhere else'],
    ['除险', true, true, 'in the title and more'],
    ['青禾县', false, true, 'often in the body'],
    ['加固', false, false, 'once in the lead'],
    ['大坝', false, false, 'once in the body'],
    ['水', false, true, 'a character of the title'],
  ];
  for (const [phrase, very, prominent, why] of cases) {
    const sought = listProminentTokens(tokenizePhrase(phrase, true) as TokenPhrase, very);
    t.ok(sought.length > 0);
    t.equal(
      sought.every((token) => tokens.has(token)),
      prominent,
      `${phrase}: ${why}`,
    );
  }
  t.end();
});
