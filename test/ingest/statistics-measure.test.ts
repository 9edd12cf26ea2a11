import t from 'tap';
import { extractStatistics } from '../../src/ingest/statistics.js';

function measure(text: string): (string | null)[] {
  const lines = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  return extractStatistics({ text, lines }, '2016-03-15').map((each) => each.measure);
}

const measures: [text: string, expected: (string | null)[], why: string][] = [
  ['用户由30万人锐减到20万人，锐减了三成。', ['用户', '用户', '用户锐减'], 'how fast it fell is no measure'],
  [
    '路网里程增加到800公里，净增40公里，增长5%。',
    ['路网里程', '路网里程净增', '路网里程增长'],
    'what is left of gains',
  ],
  [
    '国道3万公里，省道2万公里，占比分别为6%和4%。',
    ['国道', '省道', '国道占比', '省道占比'],
    'the shares of what was told before',
  ],
  ['工业总产值17亿元，完成年任务75亿元。', ['工业总产值', '工业总产值完成年任务'], 'whose plan it is'],
  ['新路计划投资10亿元，完成投资3亿元。', ['新路计划投资', '新路投资'], 'what is spent is not what was planned'],
  [
    '全省港口完成外贸吞吐量9万吨。其中，沿海港口完成6万吨；内河港口完成3万吨。',
    ['全省港口外贸吞吐量', '沿海港口外贸吞吐量', '内河港口外贸吞吐量'],
    'parts of one kind',
  ],
  ['教职工218人，其中专任教师196人。', ['教职工', '专任教师'], 'a trade needs no other name'],
  ['用电量9亿度，其中工业用电6亿度。', ['用电量', '工业用电量'], 'what both have is said once'],
  ['移送126件，处分98人。', ['移送', '处分'], '分 of 处分 leads to no number'],
  ['达产后年销售收入100亿元。', ['达产后年销售收入'], '达产 is a word'],
  ['出口总额录得12.2%的实质升幅，进口亦升11.7%。', ['出口总额实质升幅', '进口升'], 'how it went on stands behind'],
  ['居民总收入按年升9.6%至8605亿元。', ['居民总收入按年升', '居民总收入'], '按年 says what a change is against'],
  ['服务输入上升2.6%，而去年的升幅为7.3%。', ['服务输入上升', '服务输入升幅'], 'a change alone is that of the last'],
  ['甲区出口低于乙区3个百分点，占比为19%。', ['甲区出口低于乙区', '甲区出口占比'], 'the share of what was compared'],
  ['储备了45个项目，其中，上亿元项目20个。', ['储备项目', '上亿元项目'], 'a kind of things by their size'],
  ['棚改项目投资额最大，计划总投资23亿元。', ['棚改项目计划总投资'], 'what is the largest stands before'],
  [
    '参加活动的项目共235个、总投资30亿元。',
    ['参加活动的项目', '参加活动的项目总投资'],
    'a quantity is no object of the act before',
  ],
  ['东岸损失最惨重，达到2635万元，占了53%。', ['东岸损失', '东岸损失占'], 'what has the most stands before'],
  ['12条加工线正在调试。', ['加工线'], '正 is of what is told'],
  ['7家运营17个月以上的成熟门店，都已盈利。', ['成熟门店', '成熟门店'], 'behind the span of time that describes it'],
  ['占据了3万平方米的展览面积。', ['展览面积'], 'an area that is called one'],
  ['店里的8个座位被前来吃午餐的客人挤得很满。', ['店里的座位'], 'up to what befell it'],
  ['一份盒饭，大约花10元。', ['一份盒饭大约花'], 'what money is spent on stands before'],
  ['停車場新增車位四百個，「來多少車都行」。', ['停車場新增車位'], 'traditional characters, as they are printed'],
  ['涉及近400个党组织，5600多名党员。', ['党组织', '党员'], 'the noun behind the unit'],
  ['各单位共收集意见建议703条。', ['各单位共收集意见建议'], 'subject and verb before the number'],
  ['全市共签订33个项目。', ['全市共签订项目'], 'the act belongs to what is counted'],
  ['全区11个街道设立代办点。', ['全区街道设立代办点'], 'a place before the number'],
  ['承包的40口塘已经放水。', ['承包的塘'], 'an attribute before the number'],
  ['事故造成3人死亡、5人受伤。', ['事故死亡人数', '受伤人数'], 'people are told of by what follows'],
  ['店里有45人正在用餐。', ['店里正在用餐的人'], 'people doing something'],
  ['共有4302人参加了196次集中学习。', ['参加集中学习的人', '集中学习'], 'a figure inside what is told'],
  ['为800余名工人提供法律咨询。', ['提供法律咨询的工人'], 'what is done for the counted'],
  ['98名新兵全部通过考核。', ['通过考核的新兵'], 'what is told of the counted'],
  ['全村807户3806人。', ['全村', '全村'], 'figures side by side share what stands before them'],
  ['建成5万吨和10万吨泊位各1个。', ['建成泊位', '泊位', '泊位'], 'figures side by side share what follows'],
  ['云岭剧团是一家不到30人的小剧团。', ['云岭剧团'], 'the subject of 是一家'],
  ['规模以上工业增加值同比增长7.1%。', ['规模以上工业增加值同比增长'], 'growth'],
  ['用户达8亿户，占全国的六成。', ['用户', '用户占全国'], 'a share of what was named before'],
  ['失业率为5.1%，比上月下降0.1个百分点。', ['失业率', '失业率比上月下降'], 'a change of what was named before'],
  ['门票由60元降至40元。', ['门票', '门票'], 'from one level to another'],
  ['将办理时限由15个工作日压缩至3个工作日。', ['办理时限', '办理时限'], '将 leads to what is changed'],
  ['净利润同比下滑35%至1.2亿元。', ['净利润同比下滑', '净利润'], 'a change and the level it leads to'],
  ['甲、乙产量分别增长3%和5%。', ['甲产量增长', '乙产量增长'], 'a row with a shared name'],
  [
    '糕点、蜜饯和冷饮的抽检差错率分别为4%、3%和2%。',
    ['糕点的抽检差错率', '蜜饯的抽检差错率', '冷饮的抽检差错率'],
    'what is said of the last of a row',
  ],
  [
    '一、二、三产业增加值分别为1亿元、4亿元和3亿元。',
    ['一产业增加值', '二产业增加值', '三产业增加值'],
    'a row that differs in one character',
  ],
  ['甲、乙、丙3家公司的份额分别为5%、4%和3%。', ['公司', '甲份额', '乙份额', '丙份额'], 'a row named before a count'],
  [
    '产值5亿元，利润1亿元，分别增长8%和9%。',
    ['产值', '利润', '产值增长', '利润增长'],
    'a row of what was measured before',
  ],
  [
    '增速比同期工业、服务业高4.5个和1.3个百分点。',
    ['增速比同期工业、服务业高', '增速比同期工业、服务业高'],
    'one comparison for two figures',
  ],
  ['总投入达25亿元的惠民工程。', ['惠民工程总投入'], 'the name of the quantity before, the thing behind'],
  ['新建年产20万吨纸浆生产线。', ['纸浆生产线年产'], 'a capacity'],
  ['开在一家不足10平方米的小店。', ['小店面积'], 'an area'],
  ['公司获得3000万元融资。', ['公司获得融资'], 'what an amount of money is called'],
  ['用300万元启动资金租下厂房。', ['启动资金'], 'what an amount is called, without what it is spent on'],
  ['以每股12.5元的价格发行。', ['每股价格'], 'a word that says how much, not of what'],
  ['超过一半的居民是老人。', ['居民是老人'], 'a part of what follows'],
  ['损毁道路117处、桥梁9座。', ['损毁道路', '损毁桥梁'], 'the verb holds for the second noun'],
  ['收集意见418条，办结263条。', ['收集意见', '办结意见'], 'the noun holds for the second verb'],
  ['桥长220米、宽30米。', ['桥长', '桥宽'], 'dimensions'],
  ['全市60岁以上老人达93万人。', ['全市老人', '全市60岁以上老人'], 'an age describes whom the next figure counts'],
  ['截至目前，我市累计发放补贴1.3亿元。', ['我市累计发放补贴'], 'the time is no part of the measure'],
  ['（二）规划面积：62公顷。心跳：每分钟70次。', ['规划面积', '心跳每分钟'], 'the name before a colon'],
  ['他说：3000万元。', [null], 'who speaks is not measured'],
  ['（含尚有依法取得的）土地5亩。', ['土地'], 'no bracket is left open'],
  ['其中出口、进口分别为2万亿元、1万亿元。', ['出口', '进口'], 'a row of names that are quantities themselves'],
  ['亚洲在全球申请总量中的占比达70%。', ['亚洲在全球申请总量中的占比'], 'a share needs what it is of'],
  ['已下达377亿元。', ['下达'], '下达 keeps its 达'],
  ['省里安排3亿元支持12个枢纽。', ['省里安排', '支持枢纽'], 'a purpose is no noun'],
  ['15个城市反馈了情况，两名医生背着药箱赶来。', ['城市', '医生'], 'the verb before 了 and 着 is told'],
  ['海湾发现2具被洪水冲走的遗体。', ['海湾发现被洪水冲走的遗体'], 'a passive that describes'],
  ['致26人死亡当地媒体报道称。', ['死亡人数'], 'what befell people ends where it ends'],
  ['拥有8万员工的公司。', ['员工'], 'who has them is not counted'],
  ['共有260起案件，其中132起为未结案件。', ['案件', '未结案件'], 'what some of the counted are'],
  ['封上涨停板，报13.45元/股。', ['股价'], 'a price of shares is called so'],
  ['投资246亿元，完成年度计划82%，同比增长15%。', ['投资', '完成年度计划', '投资同比增长'], 'a plan is an aside'],
  ['收入2519亿元，比2013年的2073亿元增长21%。', ['收入', '收入', '收入比2013年增长'], 'the yardstick is measured'],
  ['提出13项针对性举措，签署5份应对备忘录。', ['提出针对性举措', '签署应对备忘录'], '对 inside a word'],
  ['产能20亿立方米记者获悉。', ['产能'], 'who reports is not measured'],
  ['山东签约项目超570亿元在会上公布。', ['山东签约项目'], 'where it was told is not counted'],
  ['收到来自119个国家的报名影片4564部。', ['收到来自国家', '报名影片'], 'the last words belong to the next figure'],
  ['冻结两家公司价值570万元的存款。', ['冻结公司', '存款价值'], 'a quantity before the next figure'],
  ['共达成32个合作项目。', ['达成合作项目'], '达成 keeps its 达'],
  ['西部气温将普遍下降6℃—10℃。', ['西部气温将普遍下降'], '将 says when'],
  ['北方有4至8℃降温。', ['北方降温'], '降温 is a noun'],
  ['花费20万元医药费后出院。', ['花费医药费'], '后 is no part of the noun'],
  ['综指报收于2837点，成交1703亿元。', ['综指', '综指成交'], 'a bare quantity with what was told of'],
  ['新路总长5公里，宽18米，总投资7800万元。', ['新路总长', '新路总宽', '新路总投资'], 'not with its width'],
  ['联盟的三分之二成员国已表示支持。', ['成员国'], 'the parts behind a share'],
  ['发行不超过2000万股(含2000万股)。', ['发行', '发行'], 'the same number again'],
  ['已发现的42种宝石中有玉石13种、彩石7种。', ['发现的宝石', '玉石', '彩石'], 'some of what was counted'],
  ['本报青禾5月1日电（记者严冬）我省发现产地51处。', ['我省发现产地'], 'reporters are not measured'],
  ['亏损约合3亿元。', ['亏损'], 'an amount told again'],
  ['产品产销量分别完成27万辆和26万辆。', ['产品产量', '产品销量'], 'one word for two things'],
  [
    '城乡居民人均收入分别为3.2万元和1.6万元，分别增长5%和7%。',
    ['城镇居民人均收入', '农村居民人均收入', '城镇居民人均收入增长', '农村居民人均收入增长'],
    'and their changes',
  ],
  [
    '来访旅客219万人次，其中来自甲国71万人次，占32.7%，其次为乙国29万人次和丙国26万人次。',
    ['来访旅客', '甲国来访旅客', '甲国来访旅客占', '乙国来访旅客', '丙国来访旅客'],
    'parts of what was counted',
  ],
  ['甲洲现有患者15万人，乙洲6万人。', ['甲洲现有患者', '乙洲患者'], 'the next of a row of owners'],
  [
    '货运总额，即各类货物价值总额为293亿元，同比增长5.1%。',
    ['货运总额', '货运总额同比增长'],
    'what is explained, not how',
  ],
  [
    '从主要工业品产量看，纱增长31.6%，十种有色金属增长0.7%。',
    ['纱产量增长', '十种有色金属产量增长'],
    'what all that follows is looked at by',
  ],
  [
    '失业人数由50,800（失业率为1.3%），上升至53,400。',
    ['失业人数', '失业率', '失业人数'],
    'behind a bracket the sentence goes on',
  ],
  ['上半年仅完成全年任务的13%。', ['完成任务'], 'how far a task is fulfilled'],
  ['七成受访者表示支持。', ['受访者表示支持'], 'who the parts are'],
  ['与年销售量达2000万台的某国相比，市场还小。', ['年销售量'], 'a quantity with a comparison behind it'],
  [
    '增幅则以乙国25.5%最大，丙国则受海啸影响大幅减少38.4%。',
    ['乙国增幅', '丙国大幅减少'],
    'led by one, and a cause between another and its change',
  ],
  ['年出栏生猪140万头、家禽2450万只。', ['年出栏生猪', '年出栏家禽'], 'the verb of a yearly amount'],
  ['每千人口托位数4.5的目标。', ['每千人口托位数'], 'a number of places'],
  ['签订4500万美元投资协议。', ['签订投资协议'], 'an agreement, not what it is about'],
  ['名单下跌150多票至919票。', ['名单下跌', '名单'], 'by how much, and to what'],
  ['装机超过1亿千瓦，与五年前相比增长超30倍。', ['装机', '装机相比增长'], 'compared with some time'],
  [
    '西部地区装机规模最大，占比达到30.4%；其次为北部地区，占到全国的26.1%。',
    ['西部地区装机规模占比', '北部地区占到全国'],
    'whose share it is stands before',
  ],
  ['由于推介,以观光为目的者,较去年同期大幅增加46.1%。', ['观光较去年同期大幅增加'], 'ASCII commas part clauses'],
  [
    '接到拥堵报警、事故报警、投诉情况，环比分别下降30%、24.3%、13.8%。',
    ['接到拥堵报警环比下降', '事故报警环比下降', '投诉环比下降'],
    'a list in the clause before',
  ],
  ['确保全省小麦8500万亩以上。', ['全省小麦'], 'what is made sure of'],
  ['甲地2200万亩油菜基本与往年持平。', ['甲地油菜'], 'what is told of it begins with an adverb'],
  ['甲地小麦8500万亩，尚有1000万亩没有出苗。', ['甲地小麦', '甲地小麦'], 'what is not is no noun'],
  [
    '辍学儿童由30户90人减至2户5人。',
    ['辍学儿童', '辍学儿童', '辍学儿童', '辍学儿童'],
    'counts side by side, from and to',
  ],
  ['空置率保持不变，维持于4%的水平。', ['空置率'], 'a level by its name is not what has it'],
  ['县财政收入迈上5亿元台阶，增长6%。', ['县财政收入', '县财政收入增长'], 'nor is a step'],
  ['学生增加300人，上升至2万人。', ['学生增加', '学生'], 'the level of what changed'],
  ['进口增3%。同期的出口降2%。', ['进口增', '出口降'], 'what the words at the same time are of'],
  ['对甲国和乙国进出口分别增3%和4%。', ['对甲国进出口增', '乙国进出口增'], 'a list before a pair'],
  [
    '被褥和床单、家具、灯具和电料价格分别涨1%、2%、3%。',
    ['被褥和床单价格涨', '家具价格涨', '灯具和电料价格涨'],
    '和 inside the names of a list',
  ],
  ['发生5起较大火灾。', ['发生较大火灾'], '较大 describes what is counted'],
  ['流转土地300亩进行莲藕种植。', ['流转土地'], 'what is done with it is no thing'],
  ['发放补贴3亿元，惠及2万户。', ['发放补贴', '惠及'], '惠及 is one word'],
  ['已组织12个指导组分赴各县。', ['分赴各县的指导组'], 'where they went'],
];

t.test('what a figure measures is told in words of its sentence', async (t) => {
  for (const [text, expected, why] of measures) t.same(measure(text), expected, `${text} ${why}`);
});

const bases: [text: string, expected: string[], why: string][] = [
  ['产值5亿元。', ['level'], 'how much there is'],
  ['产值同比增长7.1%。', ['yoy'], 'on the year'],
  ['产值比上年增长7.1%，环比下降0.2%。', ['yoy', 'mom'], 'on the year and on the month'],
  ['较上月回落1.5个百分点。', ['mom'], 'percentage points on the month'],
  ['成本下降三成。', ['change'], 'a change against nothing named'],
  ['甲、乙产量同比分别增长3%和5%。', ['yoy', 'yoy'], 'a row'],
  ['占全市的四分之一。', ['share'], 'a part'],
  ['满意率98.5%。', ['share'], 'a rate'],
  ['产量翻了一番。', ['change'], 'doubled'],
  ['总量居全省第三位。', ['rank'], 'a place in an order'],
];

t.test('the basis tells levels from shares and changes', async (t) => {
  for (const [text, expected, why] of bases) {
    const lines = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
    t.same(
      extractStatistics({ text, lines }, null).map(({ basis }) => basis),
      expected,
      `${text} ${why}`,
    );
  }
});

const times: [text: string, expected: (string | null)[], why: string][] = [
  ['去年，产值5亿元，利润1亿元。', ['去年', '去年'], 'a time holds for its sentence'],
  ['一季度，产值5亿元。其中，税收1亿元。', ['一季度', '一季度'], 'and for the sentence behind'],
  ['3月5日，大会召开。会后有69个单位报名。', [null], 'a single day holds only for its own sentence'],
  ['利润5亿元，比去年同期增长3%。', [null, null], 'the time of a comparison does not hold'],
  ['记者近日获悉，全县有桥30座。', [null], 'when it was told does not hold'],
  ['今年，产值是去年的3倍。', ['今年'], 'the time of the yardstick does not hold'],
  ['打破1998年以来的纪录，最大用电负荷812万千瓦。', [null], 'nor that since when there was no such thing'],
  ['一季度，失业率创2013年以来新高，为3.4%。', ['一季度'], 'nor the last year of as much'],
  ['2013年以来，全县建桥30座。', ['2013年以来'], 'but the time since which is counted does'],
  ['有近1万人在今年首季加入。', ['今年首季'], 'between the counted and what is told of them'],
  ['统计局今天公布，1至8月来访旅客219万人次。\n观光旅客86万人次。', ['1至8月', '1至8月'], 'behind the day it was told'],
  ['一季度出国401万人次，其中前往甲国136万人次。', ['一季度', '一季度'], '前往 is no 以前'],
  ['一季度出国401万人次，仍以前往甲国最多，136万人次。', ['一季度', '一季度'], 'not after 以 either'],
  ['由现时70人增至90人。', ['现时', '现时'], 'another word for now'],
  ['5月份收入3亿元。而从1月至5月的数据来看，收入9亿元。', ['5月份', '1月至5月'], 'what is looked at'],
  ['5月份营收相比去年同期增长了8%。', ['5月份'], 'not what it is compared with'],
  [
    '教育局公布的2015年教育事业统计公报显示，入学率40%。\n专任教师5万人。',
    ['2015年', '2015年'],
    'the year of a report is that of its figures',
  ],
  ['首两个月，出口升4%。', ['首两个月'], 'the first months, as Hong Kong says'],
  ['第三季，进口升3%。', ['第三季'], 'a quarter without its second character'],
  ['一季度，生产延续2月份平稳势头，增长9%。', ['一季度'], 'not the time of what goes on'],
  ['统计处公布，一季度进口升3%。\n出口升2%。', ['一季度', '一季度'], 'behind who tells it'],
  ['一季度，投资增长8%。\n从签约到开工用了96天。', ['一季度', null], 'how long something takes is of no time'],
  ['2015年，全年收入5亿元。', ['2015年'], 'a time that points back to one that was named'],
  [
    '前三季度，产值5亿元。\n投资增长8%。',
    ['前三季度', '前三季度'],
    'a reporting period holds for the paragraphs behind',
  ],
];

t.test('a figure holds for the time that governs it', async (t) => {
  for (const [text, expected, why] of times) {
    let start = 0;
    const lines = text.split('\n').map((line) => {
      const placed = { start, end: start + line.length, kind: 'paragraph' as const };
      start += line.length + 1;
      return placed;
    });
    t.same(
      extractStatistics({ text, lines }, '2016-03-15').map(({ asOf }) => asOf?.text ?? null),
      expected,
      `${text} ${why}`,
    );
  }
});
