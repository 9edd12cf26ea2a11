import t from 'tap';
import { flattenText, type Parts, type Wanted, weighText } from '../../src/text/relevance.js';

const weights = { title: 2, lead: 1.5, headings: 1.25 };
const partsOf = (body: string, { title = '', lead = '', headings = '' } = {}): Parts => ({
  whole: flattenText([title, lead, headings, body].join('\n')),
  title: flattenText(title),
  lead: flattenText(lead),
  headings: flattenText(headings),
});
const seek = (...texts: string[]): Wanted[] =>
  texts.map((text) => ({ text: flattenText(text), whole: true, weight: 1 }));
const weigh = (parts: Parts, ...texts: string[]) => weighText(parts, seek(...texts), weights, 20).score;

t.test('title counts more than lead, lead more than headings, headings more than body', (t) => {
  const scores = [
    partsOf('文字', { title: '水库' }),
    partsOf('文字', { lead: '水库' }),
    partsOf('文字', { headings: '水库' }),
    partsOf('文字水库'),
    partsOf('文字'),
  ].map((parts) => weigh(parts, '水库'));
  t.same(
    scores,
    [...scores].sort((a, b) => b - a),
  );
  t.equal(new Set(scores).size, 5);
  t.equal(scores.at(-1), 0);
  t.end();
});

t.test('what is near each other counts more', (t) => {
  const gap = '别的话'.repeat(10);
  t.ok(weigh(partsOf(`水库除险${gap}`), '水库', '除险') > weigh(partsOf(`水库${gap}除险`), '水库', '除险'));
  t.ok(weigh(partsOf(`水库${gap}除险，水库`), '水库', '除险') > weigh(partsOf(`水库水库${gap}除险`), '水库', '除险'));
  t.end();
});

t.test('what is looked for stands in a text as it stands in the index', (t) => {
  const cases: [text: string, sought: string, whole: boolean, has: boolean][] = [
    ['臺灣經濟', '台湾', true, true],
    ['开通15G服务', '5G', true, false],
    ['开通15G服务', '5G', false, true],
    ['开通５Ｇ服务', '5G', true, true],
    ['共12,345户', '12345户', true, true],
    ['武城“方舱”休舱', '武城方舱', true, false],
    ['武城“方舱”休舱', '武城“方舱”', true, true],
    ['水', '库', true, false],
  ];
  for (const [text, sought, whole, has] of cases) {
    const wanted = [{ text: flattenText(sought), whole, weight: 1 }];
    t.same(weighText(partsOf(text), wanted, weights, 20).has, [has], `${sought} in ${text}`);
  }
  t.end();
});
