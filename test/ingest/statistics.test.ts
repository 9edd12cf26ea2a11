import t from 'tap';
import type { TextLayout } from '../../src/domain/article.js';
import { decimal } from '../../src/domain/statistic.js';
import { extractStatistics, type FoundStatistic } from '../../src/ingest/statistics.js';

const date = '2016-03-15';

/** One paragraph to a line. */
function layOut(text: string): TextLayout {
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const end = start + line.length;
    const placed = { start, end, kind: 'paragraph' as const };
    start = end + 1;
    return placed;
  });
  return { text, lines };
}

function extract(text: string): FoundStatistic[] {
  return extractStatistics(layOut(text), date);
}

const range = (low: string, high: string | null) => (high === null ? low : `${low}..${high}`);

/** The figure as printed, its value, unit and qualifiers, and what it comes to. */
function describe(each: FoundStatistic): string {
  const value = range(each.value, each.valueMax);
  const normalized = `${range(each.normalizedValue ?? '', each.normalizedValueMax)} ${each.normalizedUnit ?? '-'}`;
  return `${each.text} | ${value} ${each.unit ?? '-'} | ${each.qualifier ?? '-'} | ${normalized}`;
}

const figures: [text: string, expected: string[], why: string][] = [
  ['全县财政收入二百三十五亿元。', ['二百三十五亿元 | 235 亿元 | - | 23500000000 CNY'], 'Chinese numerals'],
  ['罚没款3,480,000元。', ['3,480,000元 | 3480000 元 | - | 3480000 CNY'], 'thousands separators'],
  ['产量达１２００吨。', ['达１２００吨 | 1200 吨 | 达 | 1200 吨'], 'full-width digits'],
  ['外汇储备3.2万亿美元。', ['3.2万亿美元 | 3.2 万亿美元 | - | 3200000000000 USD'], 'another currency'],
  ['贷款1200亿元人民币。', ['1200亿元人民币 | 1200 亿元人民币 | - | 120000000000 CNY'], 'a currency named in full'],
  ['车票六百多块。', ['六百多块 | 600 块 | 多 | 600 CNY'], '块 is money'],
  ['售出12块电池。', ['12块 | 12 块 | - | 12 块'], '块 counts pieces'],
  ['运费一块二。', ['一块二 | 1.2 块 | - | 1.2 CNY'], 'tenths behind 块'],
  ['每张只收5分钱。', ['5分钱 | 5 分钱 | - | 0.05 CNY'], 'hundredths of a yuan'],
  ['走访近400个党组织。', ['近400个 | 400 个 | 近 | 400 个'], '近'],
  ['有5600多名党员。', ['5600多名 | 5600 名 | 多 | 5600 名'], '多'],
  ['接待35万余人次。', ['35万余人次 | 35 万人次 | 多 | 350000 人次'], '余 is told as 多'],
  ['占地一百来亩。', ['一百来亩 | 100 亩 | 来 | 100 亩'], '来'],
  ['开了十几家店。', ['十几家 | 10 家 | 几 | 10 家'], '几'],
  ['带来数亿元订单。', ['数亿元 | 1 亿元 | 数 | 100000000 CNY'], '数'],
  ['上千家企业受惠。', ['上千家 | 1000 家 | 上 | 1000 家'], 'a bare multiplier with 上'],
  ['百余家媒体到场。', ['百余家 | 100 家 | 多 | 100 家'], 'a bare multiplier with 余'],
  ['用户破亿。', ['破亿 | 1 亿 | 破 | 100000000 -'], 'a bare magnitude with 破'],
  ['最高不超过3万元。', ['最高不超过3万元 | 3 万元 | 最高、不超过 | 30000 CNY'], 'two qualifiers before'],
  ['达到85%以上。', ['达到85%以上 | 85 % | 达到、以上 | 85 %'], 'qualifiers on both sides'],
  ['收入18万元左右。', ['18万元左右 | 18 万元 | 左右 | 180000 CNY'], '左右'],
  ['里程达到了9002公里。', ['9002公里 | 9002 公里 | 达到 | 9002 公里'], '了 parts the number from what qualifies it'],
  ['贡献率达 66.6%。', ['达 66.6% | 66.6 % | 达 | 66.6 %'], 'and so does a blank'],
  ['净利润-0.6亿元。', ['-0.6亿元 | -0.6 亿元 | - | -60000000 CNY'], 'a loss'],
  [
    '总容量1亿300万净注册吨。',
    ['1亿300万净注册吨 | 103000000 净注册吨 | - | 103000000 净注册吨'],
    'a measure of ships',
  ],
  ['处理80万标准货柜单位。', ['80万标准货柜单位 | 80 万标准货柜单位 | - | 800000 标准货柜单位'], 'containers'],
  ['煤层厚十公尺。', ['十公尺 | 10 公尺 | - | 10 公尺'], 'an old name of the metre'],
  ['下达3000万元资金。', ['3000万元 | 3000 万元 | - | 30000000 CNY'], '下达 is a verb'],
  ['节约500万元。', ['500万元 | 500 万元 | - | 5000000 CNY'], '节约 is a verb'],
  ['附近30家店。', ['30家 | 30 家 | - | 30 家'], '附近 is no qualifier'],
  ['办理需3至5天。', ['3至5天 | 3..5 天 | - | 3..5 天'], 'a range with 至'],
  ['增长5%-7%。', ['5%-7% | 5..7 % | - | 5..7 %'], 'a range with two units'],
  ['上交税收6-8亿元。', ['6-8亿元 | 6..8 亿元 | - | 600000000..800000000 CNY'], 'a range with one magnitude'],
  ['售价8000元至1.2万元。', ['8000元至1.2万元 | 8000..1.2 元 | - | 8000..12000 CNY'], 'a range over magnitudes'],
  ['要三五个人手。', ['三五个 | 3..5 个 | - | 3..5 个'], 'two digits side by side'],
  ['来了两三千人。', ['两三千人 | 2000..3000 人 | - | 2000..3000 人'], 'two digits before a multiplier'],
  ['降幅为百分之七点五。', ['百分之七点五 | 7.5 % | - | 7.5 %'], 'percent in words'],
  ['发病率为千分之三。', ['千分之三 | 3 ‰ | - | 3 ‰'], 'per mille in words'],
  ['占三成以上。', ['三成以上 | 3 成 | 以上 | 30 %'], 'tenths'],
  ['约占八成五。', ['八成五 | 8.5 成 | - | 85 %'], 'tenths and hundredths'],
  ['分走四成到五成。', ['四成到五成 | 4..5 成 | - | 40..50 %'], 'a range of tenths'],
  ['三分之一的企业亏损。', ['三分之一 | 0.3333 - | - | 33.33 %'], 'a third'],
  ['约1/4的居民参加。', ['约1/4 | 0.25 - | 约 | 25 %'], 'a fraction in digits'],
  ['女性占一半以上。', ['一半以上 | 0.5 - | 以上 | 50 %'], 'a half'],
  ['过半数委员同意。', ['过半数 | 0.5 - | 过 | 50 %'], 'more than a half'],
  ['产量翻了一番。', ['翻了一番 | 1 番 | - | 2 倍'], 'doubled'],
  ['收入翻两番。', ['翻两番 | 2 番 | - | 4 倍'], 'doubled twice'],
  ['利润增长1.5倍。', ['1.5倍 | 1.5 倍 | - | 1.5 倍'], 'times'],
  ['增速提高1.5个百分点。', ['1.5个百分点 | 1.5 个百分点 | - | 1.5 个百分点'], 'percentage points'],
  ['利率上浮10个基点。', ['10个基点 | 10 个基点 | - | 10 个基点'], 'basis points'],
  [
    '每吨煤价为每吨600元，电价0.5元每千瓦时。',
    ['600元 | 600 元 | - | 600 CNY', '0.5元每千瓦时 | 0.5 元每千瓦时 | - | 0.5 CNY/千瓦时'],
    'a denominator behind the unit',
  ],
  ['浓度35微克/立方米。', ['35微克/立方米 | 35 微克/立方米 | - | 35 微克/立方米'], 'a compound unit'],
  ['装机37.5亿千瓦。', ['37.5亿千瓦 | 37.5 亿千瓦 | - | 3750000000 千瓦'], 'a unit that begins like a magnitude'],
  ['气温降至零下12℃。', ['零下12℃ | -12 ℃ | - | -12 ℃'], 'frost'],
  ['增速为-3.5%。', ['-3.5% | -3.5 % | - | -3.5 %'], 'a printed minus'],
  ['用时三个半小时。', ['三个半小时 | 3.5 个小时 | - | 3.5 个小时'], 'half a unit more'],
  ['组织232万城乡居民体检。', ['232万 | 232 万 | - | 2320000 -'], 'a magnitude without a measure word'],
  ['数十万群众参与。', ['数十万 | 10 万 | 数 | 100000 -'], '群众 is not counted in 群'],
  ['舱房数789间。', ['789间 | 789 间 | - | 789 间'], '数 before digits is a noun'],
  ['消费价格指数为102.3。', ['102.3 | 102.3 - | - | 102.3 -'], 'an index'],
  [
    '分别高4.5个和1.3个百分点。',
    ['4.5个 | 4.5 个百分点 | - | 4.5 个百分点', '1.3个百分点 | 1.3 个百分点 | - | 1.3 个百分点'],
    'two figures in a row',
  ],
  [
    '總額達1,450萬元，增加兩成六。',
    ['達1,450萬元 | 1450 萬元 | 達 | 14500000 CNY', '兩成六 | 2.6 成 | - | 26 %'],
    'traditional characters',
  ],
  [
    '岸线 4.4 公里，产糖139 万吨。',
    ['4.4 公里 | 4.4 公里 | - | 4.4 公里', '139 万吨 | 139 万吨 | - | 1390000 吨'],
    'blanks before the unit',
  ],
  ['捐款９０３７・７６元。', ['９０３７・７６元 | 9037.76 元 | - | 9037.76 CNY'], 'a raised point'],
  ['厚0.1～0．4毫米。', ['0.1～0．4毫米 | 0.1..0.4 毫米 | - | 0.1..0.4 毫米'], 'a full-width point behind ASCII'],
  ['零下4到零下1℃。', ['零下4到零下1℃ | -4..-1 ℃ | - | -4..-1 ℃'], 'a range below zero'],
  ['五分之四几乎都是国产。', ['五分之四 | 0.8 - | - | 80 %'], '几 begins the next word'],
  ['进口芯片4176亿块。', ['4176亿块 | 4176 亿块 | - | 417600000000 块'], 'too much for money'],
  ['最高达5公里。', ['最高达5公里 | 5 公里 | 最高达 | 5 公里'], '最高达 is not 最 with 高达'],
  ['股价下滑9美分。', ['9美分 | 9 美分 | - | 0.09 USD'], 'hundredths of a dollar'],
  ['贷款20亿西德马克。', ['20亿西德马克 | 20 亿西德马克 | - | 2000000000 DEM'], 'a currency of the time'],
  ['播种过八成。', ['过八成 | 8 成 | 过 | 80 %'], '过 before tenths'],
  ['公司8万员工。', ['8万 | 8 万 | - | 80000 -'], '员工 is a word'],
  [
    '市值3.5兆元，出口2兆8500億元。',
    ['3.5兆元 | 3.5 兆元 | - | 3500000000000 CNY', '2兆8500億元 | 2850000000000 元 | - | 2850000000000 CNY'],
    '兆 before money',
  ],
  ['升级到200兆宽带。', ['200兆 | 200 兆 | - | 200 兆'], '兆 as a measure'],
  ['增速分别为-2.5%和-0.4%。', ['-2.5% | -2.5 % | - | -2.5 %', '-0.4% | -0.4 % | - | -0.4 %'], 'a minus in a row'],
  [
    '就业人数减少约900人至31万人。',
    ['约900人 | 900 人 | 约 | 900 人', '31万人 | 31 万人 | - | 310000 人'],
    'what it fell by, and to what',
  ],
  ['票价上涨5元至8元。', ['5元至8元 | 5..8 元 | - | 5..8 CNY'], 'a change that is a range'],
  [
    '分别降2.1和1.6个百分点。',
    ['2.1 | 2.1 个百分点 | - | 2.1 个百分点', '1.6个百分点 | 1.6 个百分点 | - | 1.6 个百分点'],
    'one unit for two',
  ],
  ['收入翻一番以上。', ['翻一番以上 | 1 番 | 以上 | 2 倍'], 'more than doubled'],
  ['排名全国第三位。', ['第三位 | 3 位 | - | 3 位'], 'a rank that the words call one'],
];

t.test('figures are read with value, unit, qualifiers and what they come to', async (t) => {
  for (const [text, expected, why] of figures) t.same(extract(text).map(describe), expected, `${text} ${why}`);
});

const nothing: [text: string, why: string][] = [
  ['这两段时间相比，没有变化。', 'a span that nobody counts'],
  ['3月5日上午9时30分，2015年12月，2014-06-30 13:04。', 'dates and times'],
  ['第十二届年会、第3批、第一线、第二天。', 'ordinals'],
  ['依照刑法第二百六十四条、第十四条。', 'articles of a law'],
  ['本报05版，A12版转第3版。', 'pages'],
  ['电话0512-63331234，手机13800001111，邮编215200。', 'telephone and postal numbers'],
  ['云政发〔2014〕12号文件。', 'document numbers'],
  ['G15高速、318国道、3路公交、CA1234航班。', 'roads, buses and flights'],
  ['C919、5G网络、A4纸、H7N9、F-16。', 'model names'],
  ['党的十八大、十八届三中全会、“四风”、“三严三实”。', 'shorthand'],
  ['12345热线、985高校、八项规定、三重一大。', 'names with numbers'],
  ['一、加强领导。二、落实责任。（三）严格考核。', 'list numbering'],
  ['多走一百步甚至一千步，千家万户，百年大计，四面八方。', 'rhetoric'],
  ['一个企业带动一批产业，一名村民说起一次机会。', 'indefinite 一'],
  ['一公里外的一座桥，一元复始。', 'indefinite 一 before measures'],
  ['三轮车、两面派、五台山、三门峡、六盘水。', 'words and places'],
  ['四车道、三角形、零部件、五花八门。', 'measure words inside other words'],
  ['阅读次数：1627 浏览量 33次 评论 5', 'view counters'],
  ['网址www.example.com/2014/0630/t456.html，邮箱a12个@example.com。', 'addresses'],
  ['见《三十六个孩子》一书。', 'titles'],
  ['三个方面、四个意识、两个维护。', 'counts that structure a text'],
  ['比赛以3比2结束，图片800×600像素。', 'scores and sizes'],
  ['成为焦点，三成功率。', '成 in other words'],
  ['如图1所示，见表2、图 3 个例。', 'pictures and tables'],
  ['十四届九次全会，乘40次特快列车，三次产业。', 'sessions, trains and sectors by number'],
  ['夺得100米金牌。', 'contests by distance'],
  ['３・１５晚会，007号，005个。', 'days and names in digits'],
  ['他四处奔走。广场上，四处堆满鲜果。', '四处 as an adverb'],
  ['一二类苗长势良好。', 'classes by their numbers'],
  ['球迷商店位于大厦15层，原来的10层、11层已腾空。', 'floors by their number'],
  ['云岭高速1738公里+800米处，国道56公里处。', 'places on a road'],
  ['三支队支队长赶到。', 'a body by its number'],
  ['千方百计完成任务，万一下雨，百度搜索。', 'bare multipliers'],
];

t.test('numbers that are no statistics are left out', async (t) => {
  for (const [text, why] of nothing) t.same(extract(text).map(describe), [], `${why}: ${text}`);
});

t.test('what stands in a line of its own keeps its place in the whole text', async (t) => {
  const text = '云岭市去年旱情\n受灾农田３万亩，\n损失约2.5亿元。';
  const found = extract(text);
  t.same(
    found.map(({ span }) => text.slice(span.start, span.end)),
    ['３万亩', '约2.5亿元'],
  );
  for (const each of found) {
    t.equal(text.slice(each.span.start, each.span.end), each.text, 'the span is the text');
    t.ok(each.confidence > 0 && each.confidence <= 1, 'the rule gives a confidence');
  }
});

t.test('every value is a decimal string', async (t) => {
  for (const [text] of figures) {
    for (const { value, valueMax, normalizedValue, normalizedValueMax } of extract(text)) {
      for (const each of [value, valueMax, normalizedValue, normalizedValueMax]) {
        if (each !== null) t.ok(decimal.safeParse(each).success, `${text} ${each}`);
      }
    }
  }
});

t.test('reading stays within bounds on text made to be hard', async (t) => {
  const hard = ['1', '1,', '1.', '一二三', '百分之', '（', '“1', '《3', '1/', '-', '亿', '分别3%、'];
  for (const piece of hard) {
    const text = piece.repeat(Math.floor(1_000_000 / piece.length));
    const found = extract(text);
    t.ok(
      found.every(({ text, measure }) => text.length < 100 && (measure ?? '').length < 60),
      `1 MB of ${piece} gives no figure longer than a phrase`,
    );
  }
});
