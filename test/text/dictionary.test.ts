import t from 'tap';
import { addSynonyms, parseDictionary } from '../../src/text/dictionary.js';
import { parseQuery } from '../../src/text/query.js';

const dictionary = parseDictionary(
  ['# of the county', '澄心食品', '', '电动自行车，电瓶车、电动车 # all the same', 'AI, 人工智能', 'C#, csharp'].join(
    '\r\n',
  ),
);

t.test('queries are cut by the words of a dictionary first', (t) => {
  for (const [typed, words, why] of [
    ['临溪澄心食品公司', ['临溪', '澄心食品', '公司'], 'jieba cuts what is between'],
    ['澄心', ['澄心'], 'a part of a word is none'],
    ['電動自行車', ['电动自行车'], 'in the form texts are compared in'],
  ] as const)
    t.same(
      parseQuery(typed, dictionary)
        .clauses.flat()
        .flatMap(({ words }) => words),
      words,
      why,
    );
  t.notSame(parseQuery('澄心食品').clauses[0]?.[0]?.words, ['澄心食品'], 'which is not what jieba knows');
  t.end();
});

t.test('and words that mean the same are looked for, too', (t) => {
  for (const [typed, found, why] of [
    ['电瓶车', [['电瓶车', '电动自行车', '电动车']], 'any of them'],
    ['電瓶車充电', [['電瓶車充电', '电动自行车充电', '电动车充电']], 'inside of a text'],
    ['"电瓶车"', [['电瓶车']], 'not of a phrase'],
    ['title:AI 电池', [['AI', '人工智能'], ['电池']], 'in a field'],
    ['said', [['said']], 'not inside a longer word of letters'],
    ['AI企业', [['AI企业', '人工智能企业']], 'beside Chinese'],
    ['C#', [['C#', 'csharp']], 'a sign that is no comment'],
    ['电动车 OR 公交', [['电动车', '电动自行车', '电瓶车', '公交']], 'in a choice'],
    ['公交 -电动车', [['公交']], 'what is left out is just that'],
  ] as const) {
    const { query } = addSynonyms(parseQuery(typed, dictionary), dictionary);
    t.same(
      query.clauses.map((terms) => terms.map(({ text }) => text)),
      found,
      `${why}: ${typed}`,
    );
  }
  const { synonyms } = addSynonyms(parseQuery('电瓶车', dictionary), dictionary);
  t.same(synonyms, [{ word: '电瓶车', also: ['电动自行车', '电动车'] }]);
  t.ok(addSynonyms(parseQuery('电动车 '.repeat(40), dictionary), dictionary).query.clauses.flat().length <= 32);
  t.end();
});

t.test('a version names the words', (t) => {
  t.equal(parseDictionary('# nothing\n').version, null);
  t.equal(
    parseDictionary('甲\n乙 # b\n').version,
    parseDictionary('\ufeff甲\r\n\r\n乙').version,
    'whatever is around them',
  );
  t.not(parseDictionary('甲, 乙').version, parseDictionary('甲\n乙').version);
  for (const [text, why] of [
    ['甲\n，，、\n——', /line 3 has "——"/],
    [`甲${'乙'.repeat(40)}`, /line 1 has a word of more than 40/],
  ] as const)
    t.throws(() => parseDictionary(text), { code: 'invalid_configuration', message: why });
  t.end();
});
