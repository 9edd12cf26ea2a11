import t from 'tap';
import { layOut } from '../../src/domain/article.js';
import { quote } from '../../src/domain/quote.js';
import { extractQuotes } from '../../src/ingest/quotes.js';

/** Extracts from paragraphs under a headline that says nothing. */
function extract(...paragraphs: string[]) {
  const body = paragraphs.map((text) => ({ type: 'paragraph', text }) as const);
  const layout = layOut({ title: '新桥通车', subtitle: null, lead: null, body });
  const quotes = extractQuotes(layout);
  for (const found of quotes) {
    t.equal(layout.text.slice(found.span.start, found.span.end), found.text, 'a quote is where its span says');
    t.equal(quote.omit({ id: true }).safeParse(found).success, true, 'a quote is as its schema says');
  }
  return quotes;
}
const direct = (...paragraphs: string[]) =>
  extract(...paragraphs)
    .filter(({ kind }) => kind === 'direct')
    .map(({ text, speaker, role, organization }) => [text, speaker, role, organization]);

t.test('who said it, wherever it stands', (t) => {
  const cases: [string[], (string | null)[][], string][] = [
    [['村民冉春生说：“渠通了，秧就不愁了。”'], [['渠通了，秧就不愁了。', '冉春生', '村民', null]], 'before'],
    [['“渠通了，秧就不愁了。”村民冉春生说。'], [['渠通了，秧就不愁了。', '冉春生', '村民', null]], 'behind'],
    [
      ['“渠通了，”青石县水利局局长沈砚秋介绍，“秧就不愁了。”'],
      [
        ['渠通了，', '沈砚秋', '局长', '青石县水利局'],
        ['秧就不愁了。', '沈砚秋', '局长', '青石县水利局'],
      ],
      'around',
    ],
    [
      ['青石医院副院长郗明远来到现场。他对记者说：“设备下周就到。”'],
      [['设备下周就到。', '郗明远', '副院长', '青石医院']],
      'by a pronoun',
    ],
    [
      ['青石中学校长祖冲云站在门口。“今天来了三百个学生。”祖校长笑着说。'],
      [['今天来了三百个学生。', '祖冲云', '校长', '青石中学']],
      'by surname and title',
    ],
    [
      ['技术员栾水生说：“水要放慢。', '“放快了，苗就倒了。”'],
      [
        ['水要放慢。', '栾水生', '技术员', null],
        ['放快了，苗就倒了。', '栾水生', '技术员', null],
      ],
      'over several paragraphs, of which only the last is closed',
    ],
    [
      ['一位村民说：“路修好了，菜不烂在地里了。”'],
      [['路修好了，菜不烂在地里了。', '一位村民', '村民', null]],
      'without a name',
    ],
    [
      ['设备工程师马尔科·贝里尼说：“明天再试一次。”'],
      [['明天再试一次。', '马尔科·贝里尼', '设备工程师', null]],
      'a foreign name',
    ],
    [['县中学校长欧阳明月说：“门一直开着。”'], [['门一直开着。', '欧阳明月', '校长', '县中学']], 'a compound surname'],
    [['校長麥啟年說：「學費不會加。」'], [['學費不會加。', '麥啟年', '校長', null]], 'traditional characters'],
    [['店员告诉记者“五五分成”。'], [['五五分成', '店员', '店员', null]], 'a fragment that a verb governs'],
    [
      ['负责人宋立说：“合同写着‘先付款后发货’，我们照办。”'],
      [['合同写着‘先付款后发货’，我们照办。', '宋立', '负责人', null]],
      'with marks inside',
    ],
  ];
  for (const [paragraphs, expected, why] of cases) t.same(direct(...paragraphs), expected, why);
  t.end();
});

t.test('what stands between marks and is no quote', (t) => {
  const cases: [string, string][] = [
    ['全县深入开展“干净村庄”行动，治理“脏乱差”。', 'names of campaigns'],
    ['会议以“清水绿岸，鱼翔浅底”为主题。', 'a theme'],
    ['他们提出了“一年打基础、两年见成效、三年上台阶”的目标。', 'a slogan'],
    ['古人云：“不积跬步，无以至千里。”', 'a proverb'],
    ['镇里建起“阳光书屋”“阳光食堂”。', 'names of places'],
    ['这就是所谓的“最后一公里”。', 'a term'],
  ];
  for (const [paragraph, why] of cases) t.same(extract(paragraph), [], why);
  t.end();
});

t.test('paragraphs signed with dashes are testimonials', (t) => {
  const quotes = extract(
    '水通了，我家今年多收了两千斤。',
    '———槐花坞村村民冉春生',
    '我们厂没停过一天电。',
    '——青石光电有限公司总经理田其学',
  );
  t.same(
    quotes.map(({ kind, text, speaker, role, organization, verb }) => [kind, text, speaker, role, organization, verb]),
    [
      ['testimonial', '水通了，我家今年多收了两千斤。', '冉春生', '村民', '槐花坞村', null],
      ['testimonial', '我们厂没停过一天电。', '田其学', '总经理', '青石光电有限公司', null],
    ],
  );
  t.end();
});

t.test('speech without marks is indirect', (t) => {
  const cases: [string[], [string, string | null][], string][] = [
    [['青石县县长沈砚秋表示，明年再修三座桥。'], [['明年再修三座桥。', '沈砚秋']], 'behind a comma'],
    [['局长田其学认为数字还会上升。'], [['数字还会上升。', '田其学']], 'behind the verb itself'],
    [
      ['记者：桥什么时候通车？', '祖冲云：年底以前。', '记者：钱够吗？', '祖冲云：够了，还有结余。'],
      [
        ['年底以前。', '祖冲云'],
        ['够了，还有结余。', '祖冲云'],
      ],
      'answers of an interview',
    ],
    [['统计局发布的报告显示，产量增长了一成。'], [], 'a report is nobody'],
    [['讲解员向游客介绍古桥的历史。'], [], 'a verb with an object governs no words'],
  ];
  for (const [paragraphs, expected, why] of cases) {
    const found = extract(...paragraphs).filter(({ kind }) => kind === 'indirect');
    t.same(
      found.map(({ text, speaker }) => [text, speaker]),
      expected,
      why,
    );
  }
  t.end();
});

t.test('confidence falls with the distance to the name', (t) => {
  const confidence = (...paragraphs: string[]) => extract(...paragraphs)[0]?.confidence ?? 0;
  const named = confidence('村民冉春生说：“渠通了，秧就不愁了。”');
  const pointed = confidence('村民冉春生来了。他说：“渠通了，秧就不愁了。”');
  const nobody = confidence('“渠通了，秧就不愁了。”');
  t.ok(named > pointed && pointed > nobody, `${named} > ${pointed} > ${nobody}`);
  t.equal(extract('“渠通了，秧就不愁了。”')[0]?.speaker, null, 'nobody is better than anybody');
  t.end();
});

t.test('no text is too much', (t) => {
  const million = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  for (const text of ['“', '“”', '”', '说', '“说', '王老师', '，”他说，“好。', '记者：', '———', '·', '（']) {
    const found = extractQuotes({ text: million(text), lines: [{ start: 0, end: 1_000_000, kind: 'paragraph' }] });
    t.ok(Array.isArray(found), `${text} a million characters long`);
  }
  t.end();
});
