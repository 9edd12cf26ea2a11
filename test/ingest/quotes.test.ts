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

t.test('whose words they are, when it is not said next to the marks', (t) => {
  const cases: [string[], (string | null)[], string][] = [
    [
      ['青石重工总工程师马尔科·贝里尼来到现场。“设备下周就到。”贝里尼说。他又说：“不会误期。”'],
      ['马尔科·贝里尼', '马尔科·贝里尼'],
      'a part of a foreign name',
    ],
    [
      ['雨停了三天。“墙要抹平，不能赶工。”在村民冉春生家的工地上，柳河村党支部书记栾水生反复叮嘱。'],
      ['栾水生'],
      'who the next sentence is about, not whose place it names',
    ],
    [
      ['雨停了三天。“水退了！”“船来了！”……说着，摆渡的人都站了起来。'],
      ['摆渡的人', '摆渡的人'],
      'not the dots behind what many call',
    ],
    [
      ['在村民冉春生家里，镇长栾水生查看了水位，又走到院外看堤。他说：“水还会涨，今晚要有人守。”'],
      ['栾水生'],
      'a pronoun, and neither does it mean whose place it was',
    ],
    [
      ['后卫克里斯-哈兰德有伤。哈兰德直言：“我还没有好。”'],
      ['克里斯-哈兰德'],
      'a foreign name with a hyphen, as sports pages have it',
    ],
    [['青石国总统哈兰德昨天到访。他说：“这是一次好的会谈。”'], ['哈兰德'], 'a foreign name of one part behind a post'],
    [
      ['冉春禾在县里唱了二十年。', '冉春禾从不缺席。说起观众，她笑说：“老人们都认得我。”'],
      ['冉春禾'],
      'a name that nothing introduces',
    ],
    [
      ['歌手冉春禾昨天出席活动。', '面对提问，她笑说：“我还是冉小姐。”'],
      ['冉春禾'],
      'a surname and an address for somebody who is named',
    ],
    [['教师沈砚秋退休多年。他夫人说：“他每天还去学校。”'], ['他夫人'], 'somebody who belongs to him'],
    [
      ['“墒情不错，可以下种。”农技站站长栾水生蹲在地头，扒开泥土说。'],
      ['栾水生'],
      'who does something first, and says it in the next clause',
    ],
    [
      ['农技站站长栾水生来了。“墒情不错，可以下种。”春风吹过田头，他慢慢地说。'],
      ['栾水生'],
      'not what a clause before a pronoun is about',
    ],
    [['“你们可算来了！”见到记者，冉春禾迎了上来。'], ['冉春禾'], 'a stranger behind when it was'],
    [['“没问题，包在我身上。”祖冲拍了拍胸脯。'], ['祖冲'], 'a name of two before a verb with 了'],
    [['护堤员夏禾掰着指头数：“一共来了九条船。”'], ['夏禾'], 'and before one with 着'],
    [['冉春禾不好意思地挠挠头：“都是应该做的。”'], ['冉春禾'], 'a gesture'],
    [['门卫喻长山迎接教练祖冲云，后者说：“路上很顺。”'], ['祖冲云'], '后者'],
    [
      ['站长郗明远说水退了。站在一旁的两名女生点头说：“我们都看见了。”'],
      ['两名女生'],
      'two of many, not the one before',
    ],
    [
      ['一名中年男子拉住站长郗明远的手大声喊道：“快救救孩子！”'],
      ['一名中年男子'],
      'whom the clause begins with, not whom he holds',
    ],
    [
      ['照片被网友盛赞：“老街又回来了”、“都是小时候的样子”、“想回去看看”。'],
      ['网友', '网友', '网友'],
      'a list of comments',
    ],
    [
      ['编剧沈砚秋认为结尾要改，“大家要看他去哪里，不是看他多苦。”主持人表示：“时间到了。”'],
      ['沈砚秋', '主持人'],
      'a colon behind the verb leads to the next words',
    ],
    [['楼下有人喊“起火了，快出来！”'], ['有人'], 'somebody'],
    [
      ['會長祖沖雲表示：「魚貨中午就賣完。」民眾隨即說「明天再來」。'],
      ['祖沖雲', '民眾'],
      'traditional characters, as they are printed',
    ],
    [['门卫喻长山接待了画家祖冲云。“喻长山记得每一个学生。”'], ['祖冲云'], 'nobody speaks of himself by his name'],
    [
      ['店主喻长山说，生意不好。教师沈砚秋也来了。同时她提醒大家，“下个月还要涨价。”'],
      ['沈砚秋'],
      '同时她: she, and not at the same time as she',
    ],
    [
      ['分析师哈德（Stephen Hard）发表了报告。哈德说：“这不是好消息。”'],
      ['哈德'],
      'a foreign name with its own letters',
    ],
    [['一位对行情有深入了解的人士表示：“还会再降。”'], ['一位对行情有深入了解的人士'], 'a description with 对 in it'],
    [
      ['“夜里水声不对，我就醒了。”10日清晨，村民冉春生站在堤上告诉记者。'],
      ['冉春生'],
      'behind a clause that says when',
    ],
    [['“桥面还能走吗？”昨天下午，竹沥镇党委给县里发去电报，请求支援。'], [null], 'not behind a body that says nothing'],
    [['外地来的田女士说，她改签了车票。“这一改就是两天。”'], ['田女士'], 'who was reported to say what stands before'],
    [['栾水生表示，沈砚秋来看过闸门。“她看了两次。”'], ['栾水生'], 'who speaks, not who is spoken of'],
    [['栾水生说，闸门修好了。县长沈砚秋走上大堤。“水退了。”'], ['沈砚秋'], 'whom the sentence before is about'],
    [['记者在村口见到了技术员栾水生。“苗都活了。”'], ['栾水生'], 'who was presented in the last word before'],
    [['栾水生走进院子，和村民们聊起收成。“今年还行。”'], ['村民们'], 'who was talked with'],
    [['栾水生在会上这样表态：', '“水不退，人不撤。”'], ['栾水生'], 'by a colon that ends the paragraph before'],
    [['“先救人。”“再救物。”县长沈砚秋说。'], ['沈砚秋', '沈砚秋'], 'one voice in several pairs of marks'],
    [['栾水生说：“闸门修好了。”沈砚秋也说，明年再修一座。'], ['栾水生'], 'not who turns from them'],
    [
      ['栾水生说，闸门修好了。“今年不怕了。”沈砚秋则表示，明年再修一座。'],
      ['栾水生'],
      'not who turns to another matter',
    ],
    [['栾水生最近表态称，“水不退，人不撤。”'], ['栾水生'], 'without when it was'],
    [['对此，青石重工向供应商发出信函，称“明年恢复供货”。'], ['青石重工'], 'as printed, before what was done'],
    [['“重建的钱够不够？”记者问。“已经到位了。”县长沈砚秋说。'], ['记者', '沈砚秋'], 'who asks'],
    [['有记者问县长沈砚秋：“难度大吗？”', '她回答道：“比去年大。”'], ['有记者', '沈砚秋'], 'not who asked'],
    [['栾水生说，水退了。“一点没留。”一位超市老板比较清楚那天的事。'], ['一位超市老板'], 'who is new behind the words'],
    [['“我要不要搬走？”青石重工职员田小满(化名)正在打听房价。'], ['田小满'], 'whom the next sentence is about'],
    [['法院在网站发布《关于项有才一案的说明》，称“择日宣判”。'], ['法院'], 'not who is in a title'],
    [['“我在外地。”记者联系到了孩子家长田小满的妈妈。'], ['孩子家长田小满的妈妈'], 'whom the reporter met'],
    [
      ['“我们只想看一看录像。”一位赶来的妈妈，不停地抹着眼泪。'],
      ['一位赶来的妈妈'],
      'who is described behind the words',
    ],
    [['家长问老师“你有证吗”，没有人回答。'], ['家长'], 'with whom the words are for before them'],
    [
      ['郗院长向青石报记者解释称，医生问过家属，“他们说再等等。”'],
      ['郗院长'],
      'whom the sentence is about, not who is nearer',
    ],
    [['向导扎西顿珠说：“雪还没化。”'], ['扎西顿珠'], 'a name without surname'],
    [['“我都看见了。”项有才的姑妈冉桂英说。村民项有才没有回来。'], ['冉桂英'], 'a relative by name'],
    [['当事人愤怒表示，“请给我一个答复。”'], ['当事人'], 'as printed, without how it was said'],
    [['对方在电话中称，“他们已经走了。”'], ['对方'], 'as printed'],
    [['网友“柳河边”留言说：“路灯终于亮了。”'], ['网友“柳河边”'], 'with a nickname in marks'],
    [['《青石晚报》当时写道，“半个县城都听见了钟声。”'], ['《青石晚报》'], 'a paper, when marks stand'],
    [['罗森塔尔说，这座桥很特别。“我画过它三次。”'], ['罗森塔尔'], 'a foreign name alone'],
    [['栾水生11月4日在青石接受记者专访时说：“苗都活了。”'], ['栾水生'], 'without the date'],
    [['青石重工总裁向海明在接受采访时说：“明年投产。”'], ['向海明'], 'a surname that is a preposition'],
    [['村民冉春生和妻子田桂枝，守着十亩鱼塘。她说：“夜里要起来三次。”'], ['田桂枝'], 'whom the pronoun fits'],
    [['九十岁的钟桂枝老人独自住在河边。老人说：“水到门槛了。”'], ['钟桂枝'], 'who was called so before'],
    [['青石县委书记郗明远代表说：“路要先修。”'], ['郗明远'], 'with a title behind the name'],
    [
      ['一位在镇上做了十年的保洁阿姨告诉记者，她见过那张卡片。“没人管。”'],
      ['一位在镇上做了十年的保洁阿姨'],
      'a long description',
    ],
    [['村民田其学笑呵呵地说：“水退了。”'], ['田其学'], 'without how it was said, of three characters'],
    [['栾水生被问及工期，直接回应“越催越慢”。'], ['栾水生'], 'who is asked about something'],
    [['站岗的渡工听到车上的人员说“赶快开门”，没有让路。'], ['车上的人员'], 'who is heard'],
    [
      ['在青石某媒体工作的田小满看到公告后表示，“大家都等着看。”'],
      ['田小满'],
      'behind what he does and what he has seen',
    ],
    [['7月5日，“青石发布”发布消息：“大桥封闭施工。”'], ['青石发布'], 'an account, by its name in marks'],
    [['消息一出，有村民高呼“快来看”、“水退了，桥还在”。'], ['有村民', '有村民'], 'several, one pair of marks each'],
    [
      ['“再不来就赶不上了。”11月2日清晨，一对夫妻特意从柳镇赶到渡口。'],
      ['一对夫妻'],
      'a pair that the next sentence is about',
    ],
    [
      ['“水退了！”“桥还在！”两位七旬老人拉着手说不出别的话。'],
      ['两位七旬老人', '两位七旬老人'],
      'who is behind the last of several marks',
    ],
    [
      ['“闸门每天要转三次。”栾宝山是河道所的老职工。'],
      ['栾宝山'],
      'who is told of behind the words and named nowhere else',
    ],
    [
      ['村民栾水生划了三十年船。耿直的老栾对镇长说：“再划三年。”'],
      ['栾水生'],
      'called by surname among those who know him',
    ],
    [['园长冉春生来到河边。冉园长说：“孩子们都安全。”'], ['冉春生'], 'by surname and any post'],
    [['议员钟守业来到现场。栾水生问他路通不通，钟回应：“下周就通。”'], ['钟守业'], 'by the surname alone'],
    [['她的同事栾水生说：“昨晚没人睡。”'], ['栾水生'], 'somebody who belongs to her, with a name'],
    [['会长栾水生来访。他引用县长田其学说，水会退。他说：“我们信他。”'], ['栾水生'], 'not whom he cites'],
    [['听众冉春禾听了半天，“还是老歌好听。”'], ['冉春禾'], 'whom the sentence is about that runs into the words'],
    [['网友听了直接炸锅，“什么都要等通知！”'], ['网友'], 'who is described there'],
    [['记者在渡口的值班室见到了保安田小满，他告诉记者，“灯一直亮着。”'], ['田小满'], 'who was met'],
    [['“快把艇拖过来。”现场指挥员立即下达命令。'], ['现场指挥员'], 'who does something at once behind the words'],
    [['“就差一步了。”这位女生泪光点点。'], ['这位女生'], 'whom a demonstrative points at, whatever is said of her'],
    [
      ['村民栾水生说，他送女儿去考试。“就当平常的一天。”在镇中学考点，考生小柳这样鼓励自己。'],
      ['小柳'],
      'by a nickname behind what she is',
    ],
    [['“水一直漫到这里。”身高一米八的冼守业是村里的渡工。'], ['冼守业'], 'whom an attribute stands before'],
    [['“床都湿了。”在青石镇住了三年，外来工田其学一夜没睡。'], ['田其学'], 'behind a clause that says where'],
    [
      ['村民栾水生问过两次。县水利局却否认有此事，还宣称“从来没有收到过”。'],
      ['县水利局'],
      'a body that does two things',
    ],
    [
      ['“转了一圈才发现更贵。”虽然飘着细雨，但早市上的人并不少，一位顾客告诉记者。'],
      ['一位顾客'],
      'behind clauses that concede something',
    ],
    [
      ['一位顾客说，姜贵了。“下周还要涨。”该市场一位批发商告诉记者。'],
      ['该市场一位批发商'],
      'somebody new at a place that is known',
    ],
    [['“账上的钱不够用”“工期排得太紧”……一条条意见记满了本子。'], [null, null], 'what several were heard to say'],
  ];
  for (const [paragraphs, expected, why] of cases)
    t.same(
      direct(...paragraphs).map(([, speaker]) => speaker),
      expected,
      `${why}: ${paragraphs.join('')}`,
    );
  t.end();
});

t.test('what stands between marks and is no quote', (t) => {
  const cases: [string, string][] = [
    ['“新桥坍塌事件调查领导小组”调查称，桥墩没有问题。', 'a body whose name is in marks'],
    ['青石县第一幼儿园（下称“第一幼儿园”）昨天开学。', 'a short name'],
    ['全县深入开展“干净村庄”行动，治理“脏乱差”。', 'names of campaigns'],
    ['会议以“清水绿岸，鱼翔浅底”为主题。', 'a theme'],
    ['他们提出了“一年打基础、两年见成效、三年上台阶”的目标。', 'a slogan'],
    ['古人云：“不积跬步，无以至千里。”', 'a proverb'],
    ['镇里建起“阳光书屋”“阳光食堂”。', 'names of places'],
    ['这就是所谓的“最后一公里”。', 'a term'],
    ['女网友“柳河边的钟声”说，路灯亮了。', 'a nickname'],
    ['公众号“青石夜话”发布消息。', 'the name of an account'],
    ['《青石县河道管理条例》第十二条规定：“河道内不得倾倒垃圾。”', 'what a law says'],
    ['《青石县河道管理条例》第三条还写到，“河道内不得倾倒垃圾。”', 'what a law says, with another verb'],
    ['《房屋租赁法》第52条“租期不得超过二十年。”', 'an article of a law'],
    ['租赁合同约定“租金每季度交纳一次，不得拖欠。”', 'what a contract says'],
    ['（原标题：田其学：“柳河事件”，谁来负责）', 'a term in a headline'],
    ['他在镇上修了三十年船，人称“船大夫”。', 'what somebody is called'],
    ['渡工们接受了一种全新的理念：“慢水行船”。', 'a term behind a colon'],
    ['镇上给冉春生等人颁发了“清水护河人”“青石县水利局优秀护堤员”“柳河好人”证书。', 'names in a row'],
    ['柳河至青石快速公路（下称：“柳青新快速”）开工。', 'a short name'],
    ['《青石县关于水利改革的决定》提出：“建立分段负责与统一调度相结合的制度。”', 'what a decision says'],
    ['泵站从“回答问题”走向“执行任务”', 'a verb inside of other marks'],
  ];
  for (const [paragraph, why] of cases) t.same(extract(paragraph), [], why);
  t.same(
    direct('栾水生介绍，两座水库连了起来，实现“夏天的水，冬天用;冬天的水，夏天用”。'),
    [],
    'a slogan that came true',
  );
  t.same(direct('栾水生表示，“清水行动”，给两岸带来了变化。'), [], 'a term that reported words begin with');
  t.same(direct('在堤上守了五年的栾水生时常感到“水情告急”，只巡一遍已经不够。'), [], 'a term woven in behind a verb');
  t.same(
    direct('有网友直接批评“太慢了”“等得人都老了”。').map(([words]) => words),
    ['太慢了', '等得人都老了'],
    'but not what somebody says in a few words, nor what follows it',
  );
  t.end();
});

t.test('a name ends where the words around it begin', (t) => {
  const words = '水位已经退到警戒线以下了';
  const cases: [string, [string | null, string | null, string | null], string][] = [
    ['青石重工总经理祖冲云', ['祖冲云', '总经理', '青石重工'], 'not 经理祖'],
    ['青石医院副主任医师郗明远', ['郗明远', '副主任医师', '青石医院'], 'not 师郗明'],
    ['青石县官方人士', ['青石县官方人士', '官方人士', '青石县'], 'not 方人士'],
    ['一家非营利监管机构', ['一家非营利监管机构', null, '一家非营利监管机构'], 'not 管机构'],
    ['冉春生的女儿冉小满', ['冉小满', '女儿', null], 'the relative who has a name'],
    ['村民冉春生的奶奶', ['冉春生的奶奶', '奶奶', null], 'the relative who has none'],
    ['据青石县气象台', ['青石县气象台', null, '青石县气象台'], 'without how it is known'],
    ['党支部书记常向远', ['常向远', '党支部书记', null], 'a preposition in a name'],
    ['统计局局长和悦', ['和悦', '局长', '统计局'], 'a conjunction as surname'],
    ['而青石县水利局局长沈砚秋', ['沈砚秋', '局长', '青石县水利局'], 'without how the sentence goes on'],
    ['被告人项有才的辩护人田其学', ['田其学', '辩护人', null], 'a person is no organization'],
    ['推广人、青石学院副教授田其学', ['田其学', '推广人、副教授', '青石学院'], 'what a later post is at'],
    ['青石日报·青石在线记者', ['青石日报·青石在线记者', '记者', null], 'a dot that is in no name'],
    ['园区另外一位女负责人', ['园区另外一位女负责人', '女负责人', '园区'], 'a role without how many'],
    ['青石重工（下称“重工”）总经理祖冲云', ['祖冲云', '总经理', '青石重工'], 'without the remark in brackets'],
    ['青石县防汛指挥部后勤保障处负责人田其学', ['田其学', '负责人', '青石县防汛指挥部后勤保障处'], 'not cut at 后'],
    ['记者日前专访了水利局局长沈砚秋。沈砚秋', ['沈砚秋', '局长', '水利局'], 'without what was done with them'],
    ['闸门工人栾水生是村里的老党员。栾水生', ['栾水生', '闸门工人', null], 'what is said first stays'],
    ['栾水生先生自称是这里的老会员。栾水生', ['栾水生', '老会员', null], 'what somebody is said to be'],
    ['最后向记者介绍的是青石学院水利系系主任田其学。田其学', ['田其学', '系主任', '青石学院水利系'], 'a department'],
    ['昨天多次拨打青石医院院长郗明远', ['郗明远', '院长', '青石医院'], 'without what was done before'],
    ['课题组成员、青石学院研究员田其学', ['田其学', '成员、研究员', '青石学院'], 'a group is nobody’s employer'],
    ['青石县渡工总工会主席栾水生', ['栾水生', '主席', '青石县渡工总工会'], 'a trade union is a body'],
    [
      '青石网3月9日讯（记者 田其学）全国人大代表、青石医院教授沈砚秋',
      ['沈砚秋', '全国人大代表、教授', '青石医院'],
      'without what a report opens with',
    ],
    ['青石农粮署副署长沈砚秋', ['沈砚秋', '副署长', '青石农粮署'], 'the head of a body by its last character'],
    ['青石市长沈砚秋', ['沈砚秋', '市长', '青石市'], 'a body that runs into the post'],
    ['竹沥副县长沈砚秋', ['沈砚秋', '副县长', '竹沥'], 'a place before a deputy'],
    ['当地青石市禾苗党议员栾水生', ['栾水生', '议员', '青石市禾苗党'], 'a party, without where it is'],
    ['禾苗党籍立委栾水生', ['栾水生', '立委', '禾苗党'], 'a party of whom it has in parliament'],
    ['青石置业资深经理栾水生', ['栾水生', '资深经理', '青石置业'], 'a company before a manager'],
    ['英国驻青石总领事田其学', ['田其学', '总领事', '英国驻青石'], 'a consulate'],
    ['行政长官祖冲云', ['祖冲云', '行政长官', null], 'an officer'],
    ['Lind Trading Partners的田其学', ['田其学', null, 'Lind Trading Partners'], 'a body in letters'],
    [
      '青石重工集团工会主席栾水生',
      ['栾水生', '工会主席', '青石重工集团'],
      'the union of a company is part of the post',
    ],
    ['此次筑堤的发起人之一田其学', ['田其学', null, null], 'one of several'],
    ['一位和冉春生同村的老师', ['一位和冉春生同村的老师', '老师', null], 'somebody new, whoever he is told by'],
    ['青石重工再次', ['青石重工', null, null], 'without how often'],
    ['青石航运公司党委副书记甘当松', ['甘当松', '党委副书记', '青石航运公司'], 'a word in a name behind a post'],
    ['评论员尤其应当', ['评论员', '评论员', null], 'no name: words behind a post'],
    ['《渡口》导演忻禾坤', ['忻禾坤', '《渡口》导演', null], 'a surname that is not listed, behind a post'],
    ['教授阿卜杜拉·哈吉', ['阿卜杜拉·哈吉', '教授', null], 'a foreign name'],
    ['住户田禾（音）', ['田禾', '住户', null], 'a name that was only heard'],
    ['中年妇女的邻居田成（化名）', ['田成', '邻居', null], 'a made-up name behind a description'],
    ['水利专家道格拉斯·林德上将', ['道格拉斯·林德', '水利专家', null], 'a rank behind a name'],
    ['“第一渡”总编辑栾水生', ['栾水生', '总编辑', '第一渡'], 'a body in marks, whatever it is named'],
    ['青石旅游CEO栾水生', ['栾水生', 'CEO', '青石旅游'], 'a body is not cut inside of a word'],
    ['青禾证券首席分析师栾水生', ['栾水生', '首席分析师', '青禾证券'], 'a company by what it deals in'],
    ['青石昆岭分公司的生产经理', ['青石昆岭分公司的生产经理', '生产经理', '青石昆岭分公司'], 'what a manager manages'],
    ['青石港一位工程师', ['青石港一位工程师', '工程师', '青石港'], 'somebody counted behind where he is'],
    ['青石一位负责流通的主管', ['青石一位负责流通的主管', '主管', '青石'], 'and what he does'],
    ['上述青石期货机构人士', ['上述青石期货机构人士', '人士', '青石期货机构'], 'what points back is no part of a body'],
    ['接近青石铁塔知情人士', ['接近青石铁塔知情人士', '人士', null], 'what a long description ends with'],
    ['一旁的工作人员栾水生', ['栾水生', '工作人员', null], 'a side is no body'],
    ['脱离危险的游客', ['脱离危险的游客', '游客', null], 'what somebody did is no body'],
    ['图为祖冲云女友田小满。田小满', ['田小满', '祖冲云女友', null], 'without how a caption begins'],
    ['最后董事长祖冲云', ['祖冲云', '董事长', null], 'without when it was'],
    ['一位多年参与堤坝管理的人士', ['一位多年参与堤坝管理的人士', '人士', null], 'with whom is part of what he is'],
    ['警方相关人士', ['警方相关人士', '相关人士', '警方'], 'the police is a body'],
    ['青石县公安局发布公告', ['青石县公安局', null, '青石县公安局'], 'without what it issued'],
    ['首席投资顾问', ['首席投资顾问', '首席投资顾问', null], 'no verb in a word'],
    ['冉春生的话', ['冉春生', '村民', null], 'whose words they are'],
    ['在青石军分区服役的栾水生', ['栾水生', null, '青石军分区'], 'what somebody does where he is'],
    ['73岁老兵高永禾', ['高永禾', '老兵', null], 'a soldier'],
    ['青石（河东）律师事务所律师田其学', ['田其学', '律师', '青石（河东）律师事务所'], 'a place in the name of a body'],
    ['青石小学郭老师', ['郭老师', '老师', '青石小学'], 'a surname and a title right behind a body'],
    ['不过随后青石重工', ['青石重工', null, null], 'without how the sentence is joined'],
    ['青石县委副书记、县长栾水生', ['栾水生', '县委副书记、县长', '青石县'], 'a post of the party, in its place'],
    ['县委常委、宣传部部长栾水生', ['栾水生', '县委常委、宣传部部长', null], 'and where no place is named'],
    ['镇党委书记栾水生', ['栾水生', '镇党委书记', null], 'the same of a town'],
    ['全国人大代表栾水生', ['栾水生', '全国人大代表', null], 'a seat is no body'],
    ['青石县水利局办公室主任方向明', ['方向明', '办公室主任', '青石县水利局'], 'an office is part of the post'],
    ['青石重工集团董事局主席栾水生', ['栾水生', '董事局主席', '青石重工集团'], 'so is a board'],
    ['经理栾水生', ['栾水生', '经理', null], 'a post that begins like a preposition'],
    ['柳河小区业主栾水生', ['栾水生', '业主', '柳河小区'], 'a description that begins like the end of a body'],
    ['青石医院护士长孙禾', ['孙禾', '护士长', '青石医院'], 'no surname out of the end of a post'],
    ['堤坝指挥部总工程师钱进', ['钱进', '总工程师', '堤坝指挥部'], 'a name of two with an everyday character'],
    ['村民栾大有', ['栾大有', '村民', null], 'a name of three with one'],
    ['柳河村支书罗永和', ['罗永和', '支书', '柳河村'], 'a conjunction that nothing stands behind'],
    ['柳河镇镇长栾水生', ['栾水生', '镇长', '柳河镇'], 'a place before its head is no name with its title'],
    ['村民阿依古丽·买买提高兴地', ['阿依古丽·买买提', '村民', null], 'a foreign name without how it was said'],
    ['来自青禾的游客', ['来自青禾的游客', '游客', '青禾'], 'whence somebody came'],
    ['只听护堤员栾水生', ['栾水生', '护堤员', null], 'without that it was heard'],
    ['老教师拉斐尔·贝里尼', ['拉斐尔·贝里尼', '老教师', null], 'a first part with a rare character'],
    [
      '青石中心主任科尔·贝里尼周一',
      ['科尔·贝里尼', '主任', '青石中心'],
      'a day of the week is no part of a foreign name',
    ],
    ['青石中心主任科尔·贝里尼就此', ['科尔·贝里尼', '主任', '青石中心'], 'nor is what he speaks about'],
    ['青石馆馆长乔德和青石书院院长沈砚秋', ['乔德和沈砚秋', '馆长、院长', '青石馆、青石书院'], 'each of two'],
    ['青石空间站组织部长祖冲云', ['祖冲云', '组织部长', '青石空间站'], 'not within a word'],
    ['青石公司供图青石县水利局局长沈砚秋', ['沈砚秋', '局长', '青石县水利局'], 'without whose the picture is'],
    ['然而村民冉春生', ['冉春生', '村民', null], 'without 然而'],
    ['▲村民冉春生', ['冉春生', '村民', null], 'without an ornament'],
    ['泵站主管栾水生', ['栾水生', '主管', '泵站'], 'a manager'],
    ['青石委员会委员盘和林', ['盘和林', '委员', '青石委员会'], 'a rare surname, and a name with 和 in it'],
    ['柳河村村支书栾水生', ['栾水生', '村支书', '柳河村'], 'what is a village’s own'],
    ['柳河村村党支部书记栾水生', ['栾水生', '村党支部书记', '柳河村'], 'and its branch of the party'],
    ['柳河村返乡青年栾水生', ['栾水生', '返乡青年', '柳河村'], 'whence somebody came back is no body'],
    ['青石大学博士生马水生', ['马水生', '博士生', '青石大学'], 'no surname out of the end of a description'],
    ['农贸市场摊主栾水生', ['栾水生', '摊主', '农贸市场'], 'a market is a place'],
    ['著名经济学家栾水生', ['栾水生', '著名经济学家', null], 'fame is not'],
    ['青石纺织厂女工栾水生', ['栾水生', '女工', '青石纺织厂'], 'a worker'],
    ['全国劳动模范栾水生', ['栾水生', '全国劳动模范', null], 'an honour'],
    ['以色列总理内塔尼亚胡', ['内塔尼亚胡', '总理', '以色列'], 'a foreign name that ends like a Chinese one begins'],
    ['联合国秘书长古特雷斯', ['古特雷斯', '秘书长', '联合国'], 'an alliance'],
    [
      '青石县县委常委,政法委书记,公安局局长栾水生',
      ['栾水生', '县委常委,政法委书记,公安局局长', '青石县'],
      'posts before commas',
    ],
    ['青石县县长陪同村民，青石县水利局局长栾水生', ['栾水生', '局长', '青石县水利局'], 'but not whom another was with'],
    ['冉春生的女儿和教师栾水生', ['栾水生', '教师', null], 'not who somebody else is'],
    ['按照教师栾水生', ['栾水生', '教师', null], 'without how it is known'],
    ['青石县作协会长栾水生', ['栾水生', '会长', '青石县作协'], 'an association, in short'],
    ['青石县设计院总工栾水生', ['栾水生', '总工', '青石县设计院'], 'a chief engineer, in short'],
    ['环卫工人小栾（化名）', ['小栾', '环卫工人', null], 'a trade that is longer than it could be'],
    ['检方发言人栾水生', ['栾水生', '发言人', '检方'], 'the prosecutor'],
    ['《河工》杂志总编辑栾水生', ['栾水生', '总编辑', '《河工》杂志'], 'a magazine'],
    ['柳河村驻村第一书记栾水生', ['栾水生', '驻村第一书记', '柳河村'], 'where a post is served is no body'],
    ['全国河工标准委员会工作组组长栾水生', ['栾水生', '组长', '全国河工标准委员会工作组'], 'of the whole country'],
    ['青石大学2024级水利专业学生栾水生', ['栾水生', '水利专业学生', '青石大学'], 'in a class of a year'],
    ['立下这条规矩的是青石重工的CEO栾水生', ['栾水生', 'CEO', '青石重工'], 'behind what he did'],
    ['青石集团旗下竹沥公司经理栾水生', ['栾水生', '经理', '竹沥公司'], 'not what its company belongs to'],
    ['因村民冉春生', ['冉春生', '村民', null], 'without for whom it was'],
    [
      '县委副书记，竹沥区党工委副书记、管委会副主任，柳河镇党委书记栾水生',
      ['栾水生', '县委副书记，竹沥区党工委副书记、管委会副主任，柳河镇党委书记', null],
      'posts at several bodies, with commas between',
    ],
    ['青石汽车联席 CEO 祖冲云', ['祖冲云', '联席CEO', '青石汽车'], 'with blanks beside what is not Chinese'],
    ['青石汽车总工程师 Anna Lind', ['Anna Lind', '总工程师', '青石汽车'], 'with a blank before a name'],
    ['村民冉春生可能会', ['冉春生', '村民', null], 'without that he may'],
  ];
  for (const [subject, expected, why] of cases) {
    const last = extract(`村民冉春生来到青石。${subject}表示，“${words}”。`).at(-1);
    t.same([last?.speaker, last?.role, last?.organization], expected, `${why}: ${subject}`);
  }
  t.end();
});

t.test('who is meant by words that do not name the speaker', (t) => {
  const cases: [string[], string, string | null, string][] = [
    [
      ['村民冉春生昨天拒绝回应传闻，工友田其学称，水还会涨，“今晚谁也别睡。”'],
      '今晚谁也别睡。',
      '田其学',
      'who refuses to answer says nothing',
    ],
    [
      ['记者找到了青石物业的常经理。他说，路灯坏了。', '“周五修好。”他说。'],
      '周五修好。',
      '常经理',
      'who is known by surname and post alone',
    ],
    [
      ['院长常向远、渡工常水生都到了。渡工先走了，常院长留了下来。“今晚不关门。”常院长说。'],
      '今晚不关门。',
      '常向远',
      'of two with a surname, who has the post',
    ],
    [
      ['记者见到了技术员栾水生、青石中学的赖校长。“水里好凉！”小学生冉小满在岸上喊。'],
      '水里好凉！',
      '冉小满',
      'several who are listed are not presented',
    ],
    [
      ['田其学去敲门，开门的是店主的女儿，她隔着门说：“爷爷不在家。”'],
      '爷爷不在家。',
      '店主的女儿',
      'whom the clause right before ends with',
    ],
    [
      ['技术员栾水生擦了擦汗，难掩兴奋地说道：“今年收成好。”'],
      '今年收成好。',
      '栾水生',
      'a clause without a noun goes on with the one before',
    ],
    [
      ['船工冉春生提着米，来到祖冲云家里，将米递到祖冲云手里并说道：“尝尝新米。”'],
      '尝尝新米。',
      '冉春生',
      'not to whom something is handed',
    ],
    [
      ['“谁在整我？”青石市一名掮客近日收到通知。'],
      '谁在整我？',
      '青石市一名掮客',
      'somebody counted, whatever he is called',
    ],
    [
      ['船工冉春生去问环保局，但青石环保局并未理会，只问他：“船是你的吗？”'],
      '船是你的吗？',
      '青石环保局',
      'a body that does nothing, and then asks him',
    ],
    [
      ['船工冉春生说：“水退了。”孩子们都下了河。“孩子学会了游泳，值了。”青石小学三班的冉小满妈妈看着女儿笑。'],
      '孩子学会了游泳，值了。',
      '青石小学三班的冉小满妈妈',
      'a description that is new begins the sentence behind',
    ],
    [
      ['木匠冉进昌在镇上开店。“客人晚上无聊，他就教他们刨木头。”冉太太说。'],
      '客人晚上无聊，他就教他们刨木头。',
      '冉太太',
      'who has the name of her husband',
    ],
    [['青石棋院院长祖冲云来了。', '“这是第一次！”祖老说。'], '这是第一次！', '祖冲云', 'an old man by his surname'],
    [
      ['青石舰队幕僚长（相当于参谋长）斋藤隆表示，“要慢一点走。”'],
      '要慢一点走。',
      '斋藤隆',
      'a name of another spelling behind a remark in brackets',
    ],
    [
      ['镇政府说没有问题，青石守备队发言人林区中将表示：“还在查。”'],
      '还在查。',
      '青石守备队发言人林区中将',
      'a post and what stands behind it rather than who spoke before',
    ],
    [
      ['居民听到一声巨响。那个差点掉进河里15米的驾驶裘莉说：“桥像纸一样。”'],
      '桥像纸一样。',
      '驾驶裘莉',
      'without what is said of her first',
    ],
    [
      ['船工冉春生一句话没说。教师田其学也在。教练栾水生不担心，田其学特意赶来看他们，他说：“会好的。”'],
      '会好的。',
      '田其学',
      'whom a clause of the same sentence begins with',
    ],
    [
      ['船工冉春生来了。记者问起换船的事，听到田其学这个名字，冉春生怒了：“你找他去。”'],
      '你找他去。',
      '冉春生',
      'whom the clause before the colon begins with, not who asked',
    ],
    [
      ['田其学和冉春生到了大队。负责人仔细地放了录像。“看，就是这里。”'],
      '看，就是这里。',
      '负责人',
      'who is described at the head of the sentence before',
    ],
    [['驾驶员脸上有血，情绪激动地呼喊，“我出不来了。”'], '我出不来了。', '驾驶员', 'how somebody was is not who'],
    [
      ['村民被要求马上离开。村民田其学站在堤上。“我不走。”'],
      '我不走。',
      '田其学',
      'who is asked to do something has not spoken',
    ],
    [['校长祖冲云致电村民冉春生，强调：“先保人。”'], '先保人。', '祖冲云', 'who calls speaks, not who is called'],
    [['村民田其学认为，镇上总有反对声音，直言：“不奇怪。”'], '不奇怪。', '田其学', 'not what a clause before is about'],
    [
      ['村民田其学也跟工友抱怨，但他总是这样想：“等水退了再说。”'],
      '等水退了再说。',
      '田其学',
      'the subject before the colon',
    ],
    [
      ['村民田其学走上堤。“冉春生劝过大家。”他告诉记者。'],
      '冉春生劝过大家。',
      '田其学',
      'not who is named in the words',
    ],
    [
      ['有位白发大叔走到校长祖冲云身旁，递上雨衣，说道：“辛苦了。”'],
      '辛苦了。',
      '白发大叔',
      'who comes up to somebody',
    ],
    [['雨禾（化名）在群里写下一封信。雨禾说：“去现场看看。”'], '去现场看看。', '雨禾', 'a name that is made up'],
    [
      ['乔德来，四十岁。乔德来，渡工。乔德来表示，“水退了再说。”'],
      '水退了再说。',
      '乔德来',
      'a name that ends like a verb',
    ],
    [['村民田其学向堤上的人喊“快走”，随后离开。'], '快走', '田其学', 'words that are shouted, however short'],
    [
      ['他觉得水势不妙，不能再拖，“这一夜最难熬，谁也不敢合眼”。'],
      '这一夜最难熬，谁也不敢合眼',
      null,
      'of nobody who is named',
    ],
    [['村民田其学被问到会不会走，他表示“当然会”。'], '当然会', '田其学', 'a short answer that is a clause'],
    [
      ['村民田其学说水还要涨，但“今晚谁也不会走，大家都守着”。'],
      '今晚谁也不会走，大家都守着',
      '田其学',
      'behind a conjunction',
    ],
    [['有围观者质问：“堤上的灯呢？”'], '堤上的灯呢？', '围观者', 'somebody new, by what he did'],
    [['记者问：“几点放水？”田其学答：“九点整才放。”'], '九点整才放。', '田其学', 'an answer'],
    [
      ['河边住着一位放羊的大伯，羊丢了也不找。他笑嘻嘻地说：“丢了就丢了，不管它。”'],
      '丢了就丢了，不管它。',
      '一位放羊的大伯',
      'who was introduced without a name, where nobody has one',
    ],
    [
      ['军士长田其学在干活。一位经理凑过来，试探着问田其学：“一个月能拿多少钱？”'],
      '一个月能拿多少钱？',
      '一位经理',
      'whom the clause before the question is about',
    ],
    [
      ['军士长田其学来了。一位经理凑过来，他看了看。这位经理哈哈大笑：“快别干了，跟我走。”'],
      '快别干了，跟我走。',
      '这位经理',
      'no one of another post',
    ],
    [
      ['村民田其学来了。田其学晒出一张照片，并配文字“看完之后心里很堵”。'],
      '看完之后心里很堵',
      '田其学',
      'what stands by a picture',
    ],
  ];
  for (const [paragraphs, text, speaker, why] of cases) {
    const found = extract(...paragraphs).find((quote) => quote.text === text);
    t.equal(found?.speaker, speaker, `${why}: ${paragraphs.join('')}`);
  }
  t.same(direct('化验单的结论却称“未见异常”。'), [], 'what a paper says');
  const short: [string, string, string][] = [
    ['村民栾水生打断他，说：“讲重点”，又坐下了。', '讲重点', 'words of three characters behind a colon'],
    ['村民栾水生醒来后，他的第一句话是“水退了”。', '水退了', 'what somebody’s words are said to be'],
    ['对传言，村民栾水生回应“越传越离谱了”。', '越传越离谱了', '回应 and not 应'],
    [
      '栾水生说，那天的情形不是没人管，而是“值班的人去了上游，水来得急，电话也打不通”。',
      '值班的人去了上游，水来得急，电话也打不通',
      'clauses woven into what is reported',
    ],
  ];
  for (const [paragraph, text, why] of short)
    t.same(
      direct(paragraph).map(([words, speaker]) => [words, speaker]),
      [[text, '栾水生']],
      why,
    );
  t.end();
});

t.test('of all that tells who speaks, what tells it best', (t) => {
  const cases: [string[], (string | null)[], string][] = [
    [
      ['村民冉春生表示不解，“水从哪里来的？”教师沈砚秋补充，堤要加高，大家都要出力。'],
      ['冉春生'],
      'the sentence before the words, when the one behind goes on with its own',
    ],
    [
      ['村民冉春生称堤上的裂缝“肯定早就有了，不是今年才有的。”一名了解情况的船工说，他不这样看。'],
      ['冉春生'],
      'the clause that the words stand in',
    ],
    [['村民冉春生说水退了。“堤没事。”船工田其学说。'], ['田其学'], 'who closes what was said'],
    [
      ['店主喻长山把船工田其学的脾气讲了一遍。“他从来不肯坐下。”'],
      ['喻长山'],
      'whom the sentence is about, not of whom the words speak',
    ],
    [
      [
        '船工田其学说：“堤没事。”',
        '雨停了。镇上开了会。',
        '村民冉春生上台做了最后的发言。“他站起来，向大家鞠了一躬。”',
      ],
      ['田其学', '田其学'],
      'who speaks of somebody else and has spoken before',
    ],
    [['“没有人受伤。”听完医生的话，冉春生坐了下来。'], ['医生'], 'whose words somebody has heard'],
    [['教师沈砚秋感慨“田其学就是这条堤的影子。”田其学没有回头。'], ['沈砚秋'], 'not who is named in the words'],
    [['画师表示，窗子碎了一地。他说：“门也没了。”'], ['画师'], '他 behind a report is who reported'],
    [
      ['堤边，冉春生把铁锹高高举起：“水下去了！”'],
      ['冉春生'],
      'a name that nothing introduces, at the head of the clause before a colon',
    ],
    [['竹沥镇政府昨天发表声明，称堤坝安全。声明还呼吁“大家不要信谣，更不要传谣”。'], ['竹沥镇政府'], 'who issued it'],
    [
      ['在教师沈砚秋看来，这不是最难的事。堤上的灯亮了一夜。“我们要把每一家都走到。”'],
      ['沈砚秋'],
      'in whose view it is',
    ],
    [['村民冉春生告诉船工田其学说：“堤没事。”'], ['冉春生'], 'who tells, not who is told'],
    [
      ['男子冉春生来了。一位女士走上堤。这位女士大声说：“灯灭了。”'],
      ['这位女士'],
      'nobody whom the description misfits',
    ],
    [
      ['村民冉春生讲道：“船工对我喊：‘快上来！’”大家都笑了。'],
      ['冉春生'],
      'a sentence that ends with what another said',
    ],
    [
      ['村民冉春生说：“名单上写着“青石、“竹沥，不许漏。”船工田其学说：“堤没事。”'],
      ['冉春生', '田其学'],
      'marks inside that are never closed',
    ],
    [['县里的“一把手”曾称：“明年修好。”'], ['县里的“一把手”'], 'by a term in marks'],
    [['村民冉春生却以“轮不到你们来管我”而拒绝。'], ['冉春生'], 'what somebody refuses with'],
    [['村民冉春生走了。认识冉春生多年的老邻居说：“他闲不住。”'], ['老邻居'], 'whom the clause ends with'],
    [['一些老教师从台下走上来。他们说：“孩子们长大了。”'], ['一些老教师'], 'several who were told of before'],
    [['站长田其学指出，要“把每一段堤都走到，不留一处死角”。'], ['田其学'], 'words that go on with the sentence'],
    [['冉春生对船工田其学说：“水退了。”'], ['冉春生'], 'to whom it was said has a name behind what he is'],
    [['站在一旁的船工冉春生对外号“大铁”的田其学说：“水退了。”'], ['冉春生'], 'or one in marks before it'],
    [['书记常向东说：“水退了。”'], ['常向东'], 'a name that looks like whom it was said to'],
    [['渡口上最有名的是船工冉春生对田其学说的那句“邮差周日不过河”，'], ['冉春生'], 'what somebody said once'],
    [
      ['“从棉衣到雨靴，”守堤五年的站长冉春生，指着“五一”前发的新衣说，“换了十六件。”'],
      ['冉春生', '冉春生'],
      'words that go on behind marks of another kind',
    ],
    [['与记者同船的一对青石夫妇说：“水退了。”'], ['一对青石夫妇'], 'who are told by what they did'],
    [['青石水文研究院彼时曾分析指出：“水位还会涨。”'], ['青石水文研究院'], 'without when it was said'],
    [
      ['泵站经理田其学说，泵还能用。“旧泵早该换了。”那位水利央企专家说。'],
      ['那位水利央企专家'],
      'a kind of expert is no manager',
    ],
    [
      ['村民冉春生和栾水生说：“水退了。”他们又说：“还要修路。”'],
      ['冉春生和栾水生', '冉春生和栾水生'],
      'two who speak together',
    ],
    [['“水退了。”农户冉春生、栾水生夫妇说。'], ['冉春生、栾水生'], 'a couple by both names'],
    [['村民冉春生与教师栾水生是邻居。冉春生对栾水生说：“水退了。”'], ['冉春生'], 'but not who is spoken to'],
    [
      ['船工许明远上了船。站长何承洋来了。耿直的老许对何站长说：“水退了。”'],
      ['许明远'],
      'a familiar form that is a word as well',
    ],
    [['农机站副站长许东打开了话匣子：“关键在人。”'], ['许东'], 'a verb is no third character of a name'],
    [['农机站副站长许东颇为自豪：“关键在人。”'], ['许东'], 'nor is an adverb'],
    [['农机站副站长许东深有感触，“关键在人。”'], ['许东'], 'a sentence of few words'],
    [['农机站副站长许东的看法是，“关键在人”。'], ['许东'], 'what somebody thinks'],
    [['“路修好了。”70岁的村民冉春生逢人便说。'], ['冉春生'], 'to whom he always said it'],
    [['“路修好了。”正在田里忙活的村民冉春生直起腰来，乐呵呵地告诉记者。'], ['冉春生'], 'who does something, and tells'],
    [['刘大爷的脸上笑开了花：“路修好了。”'], ['刘大爷'], 'what was to be seen in a face'],
    [['冉春生的妻子埋怨他：“家里的事你管过几回？”'], ['冉春生的妻子'], 'whom a reproach is for'],
    [['栾水生，35岁，青石县人。“做事要本分。”他说。'], ['栾水生'], 'a name before an age'],
    [
      ['栾水生问：“几点了？”冉春生说：“三点。”“那走吧。”栾水生站起来。'],
      ['栾水生', '冉春生', '栾水生'],
      'an answer to the words before',
    ],
    [['谈到明年，栾水生信心满满：“再上一条线。”'], ['栾水生'], 'a name in the clause before a colon'],
    [['“幸亏有棵树。”说到这里，栾水生的声音哽咽了。'], ['栾水生'], 'what happened to somebody’s voice'],
    [['“水一下就到了胸口。”回忆起那天，栾水生仍心有余悸。'], ['栾水生'], 'or how he is still'],
    [['“这路修得好！”村民们七嘴八舌地议论开了。'], ['村民们'], 'several, with what they did in an idiom'],
    [['“坝上真凉快！”老人们笑得合不拢嘴。'], ['老人们'], 'several, by the whole word'],
    [['村民冉春生呼吁镇里“早点修桥”。'], ['冉春生'], 'whom a call is for, before the marks'],
    [['“谢谢老师。”近日，教师沈砚秋收到了学生冉春生寄来的信。'], ['冉春生'], 'who wrote what another got'],
    [['“为了孩子，值得。”这是教师沈砚秋常说的一句话。'], ['沈砚秋'], 'what somebody says often'],
    [['用教师沈砚秋的话说，就是“孩子的事没有小事”。'], ['沈砚秋'], 'in whose words it is'],
    [['“办法将失去意义。”竹沥公司的董事长童雨于昨日递交了建议书。'], ['童雨'], 'a name before when something was done'],
    [['栾水生听了直摇头：“不成，不成。”'], ['栾水生'], 'a name at the head of a line, with what he does'],
    [['栾水生满怀信心：“明年再上一条线。”'], ['栾水生'], 'or how he is'],
  ];
  for (const [paragraphs, speakers, why] of cases)
    t.same(
      direct(...paragraphs).map(([, speaker]) => speaker),
      speakers,
      `${why}: ${paragraphs.join('')}`,
    );
  for (const line of [
    '说起这条河，人们往往会说“靠山吃山靠水吃水”。',
    '工长要求，要“四菜一汤”。',
    '（记者冉春生 通讯员田其学）雨停了。',
  ])
    t.same(direct(line), [], line);
  t.end();
});

t.test('names among other words', (t) => {
  const cases: [string, (string | null)[], string][] = [
    ['“孩子好了。”青石医院心脏外科主任万峰说。', ['万峰', '主任', '青石医院心脏外科'], 'a name that is a word as well'],
    ['“手术很快。”青石医院主任应小桥教授介绍。', ['应小桥', '主任', '青石医院'], 'a surname that is an everyday word'],
    ['“不敢想。”竹沥镇的周先生高兴地说道。', ['周先生', null, null], 'how he said it is no name'],
    ['“路上很顺。”游客柳先生说。', ['柳先生', '游客', null], 'an address is part of it'],
    ['“夜里很冷。”贺爸爸说。', ['贺爸爸', null, null], 'a parent'],
    [
      '“夜里很冷。”青石医院外科的沈砚秋教授说。',
      ['沈砚秋', '教授', '青石医院外科'],
      'a title behind the name, a body before it',
    ],
    ['“夜里很冷。”青石医院外科沈砚秋 主任医师说。', ['沈砚秋', '主任医师', '青石医院外科'], 'and a blank between'],
    [
      '青石医学会外科分会主任委员、青石医院外科主任沈砚秋说：“夜里很冷。”',
      ['沈砚秋', '主任委员、主任', '青石医院外科'],
      'an employer rather than a society',
    ],
    ['祖冲云先生在渡口当摆渡员。祖冲云说：“水很急。”', ['祖冲云', '摆渡员', null], 'what somebody works as'],
    ['渡夫冉春生说：“路还远。”', ['冉春生', '渡夫', null], 'a name behind a trade that is not known'],
    [
      '景区工作人员查票，景区工作人员说：“请排队。”',
      ['景区工作人员', '工作人员', '景区'],
      'no name that runs into a word',
    ],
    ['车开上了上海长江隧桥，一名司机说：“起雾了。”', ['一名司机', '司机', null], 'no name from within a word'],
    [
      '田尧面对众人。村民田尧面对记者。田尧说：“水很急。”',
      ['田尧', '村民', null],
      'no name with the beginning of a word',
    ],
    [
      '青石国总理叶戈尔·里戈任来访。里戈任下午登船。里戈任说：“水很急。”',
      ['叶戈尔·里戈任', '总理', '青石国'],
      'a last character that is a verb elsewhere',
    ],
    ['田尧在他的社交媒体平台上说：“水很急。”', ['田尧', null, null], 'no name with a side in it'],
    ['这名男子叫柳忠（化名）。他说：“水很急。”', ['柳忠', null, null], 'what somebody is called by, without 叫'],
    ['青石公司冉春生也说：“路还远。”', ['冉春生', null, '青石公司'], 'a member of a body'],
    ['（伊拉克前总统）住处已毁。声明说：“伊拉克会好起来。”', ['声明', null, null], 'a country is nobody'],
    [
      '画家祖冲云在家。作为青石画院院长、区文联主席，他说：“画不完。”',
      ['祖冲云', '画家', null],
      'what is known of somebody stays',
    ],
    [
      '祖冲云在家。作为青石画院院长、区文联主席，祖冲云说：“画不完。”',
      ['祖冲云', '院长、区文联主席', '青石画院'],
      'as what somebody acts',
    ],
  ];
  for (const [paragraph, expected, why] of cases) t.same(direct(paragraph)[0]?.slice(1), expected, why);
  t.end();
});

t.test('where somebody belongs is said before', (t) => {
  const cases: [string, string | null, string][] = [
    ['竹沥镇连夜转移。镇长祖冲云说：“一户不漏。”', '竹沥镇', 'a post names the kind of its body'],
    ['青石霖光材料有限公司搬了新厂。董事长祖冲云说：“明年投产。”', '青石霖光材料有限公司', 'the company of its head'],
    ['槐花坞村修了渠。村民冉春生说：“秧不愁了。”', '槐花坞村', 'the village of a resident'],
    ['槐花坞村修了渠。村干部冉春生说：“秧不愁了。”', '槐花坞村', 'the village of who works for it'],
    ['水漫到青石医院门前。工作人员说：“没有人受伤。”', '青石医院', 'the body of who works there'],
    ['竹沥镇连夜转移。“青石突击队”队长祖冲云说：“一户不漏。”', '青石突击队', 'a body in marks'],
    ['人到了青石医院。沈院长说：“没有人受伤。”', '青石医院', 'of somebody known by surname and title'],
    ['竹沥镇政府一名干部说：“路通了。”', '竹沥镇政府', 'before how many there are'],
    ['竹沥镇连夜转移。医生郗明远说：“没有人受伤。”', null, 'not the place of everybody'],
    ['青石博物馆开了新展。该博物馆讲解员冉春生说：“看一整天。”', '青石博物馆', 'a body that is pointed at'],
    ['青石重工的屋顶上装了光伏。“省了电。”该公司减震部的冉春生说。', null, 'one that is not named as a body'],
    ['青石中学开学了。该校一名教师说：“都到齐了。”', '青石中学', 'a school, by one character'],
    ['记者来到青石县环保局。该局工作人员说：“会去查。”', '青石县环保局', 'whoever works there'],
    [
      '青石霖光材料公司搬了新厂。“明年投产。”公司质检员冉春生说。',
      '青石霖光材料公司',
      'one that goes without pointing',
    ],
    ['槐花坞村修了渠。该村党支部书记冉春生说：“秧不愁了。”', '槐花坞村', 'the head of its branch'],
    ['青石花园小区停电了。业主冉春生说：“电梯不动。”', '青石花园小区', 'where an owner lives'],
    ['“没有人受伤。”该校校长冉春生说。', null, 'nor is what was said a body'],
  ];
  for (const [paragraph, expected, why] of cases) t.equal(direct(paragraph)[0]?.[3], expected, why);
  t.end();
});

t.test('relatives are told by whose they are', (t) => {
  const cases: [string[], [string | null | undefined, string | null | undefined], string][] = [
    [['村民冉春生曾经的婆婆告诉记者：“水退了，人都回来了。”'], ['冉春生曾经的婆婆', '婆婆'], 'who was it once'],
    [
      ['律师冉春生来了。冉春生律师也回应：“不会退的，请放心。”'],
      ['冉春生', '律师'],
      'a title right behind a name is its own',
    ],
    [
      ['冉春生家住堤边。冉春生的大儿子，昨天从外地回来。他说：“水退了，人都回来了。”'],
      ['冉春生的大儿子', '大儿子'],
      'a pronoun behind a relative',
    ],
    [
      ['村民冉春生来了。冉春生的朋友、一位姓田的女士说：“水退了，人都回来了。”'],
      ['一位姓田的女士', '女士'],
      'the last of several ways to tell who it is',
    ],
  ];
  for (const [paragraphs, expected, why] of cases) {
    const last = extract(...paragraphs)
      .filter(({ kind }) => kind === 'direct')
      .at(-1);
    t.same([last?.speaker, last?.role], expected, `${why}: ${paragraphs.join('')}`);
  }
  t.end();
});

t.test('what is no speaker', (t) => {
  for (const line of [
    '按理说，收费标准应当先公布再执行。',
    '多次上门以后才知道，还要去营业厅承诺，审批同意才能开通。',
    '把成立的初衷说得很直白，大家都听懂了。',
    '栾水生好心归还，却被对方认为偷了卡，两人吵了起来。',
    '承办法官对双方释法说理，促成了和解。',
  ])
    t.same(extract(line), [], line);
  t.same(
    extract('雨停了。', '—— 冲在前面的人，没有一个退下来。', '“我们不退。”').filter(
      ({ kind }) => kind === 'testimonial',
    ),
    [],
    'a dash before a sentence is no signature',
  );
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
    [
      [
        '县水利局局长祖冲云接受了采访。',
        '问：桥什么时候通车？',
        '答：年底以前。',
        '问：钱够吗？',
        '答：够了，还有结余。',
      ],
      [
        ['年底以前。', '祖冲云'],
        ['够了，还有结余。', '祖冲云'],
      ],
      'and of one who is named ahead of it',
    ],
    [
      ['问：桥什么时候通车？', '答：年底以前。', '问：钱够吗？', '答：够了，还有结余。'],
      [
        ['年底以前。', null],
        ['够了，还有结余。', null],
      ],
      'an answer is nobody',
    ],
    [['统计局发布的报告显示，产量增长了一成。'], [], 'a report is nobody'],
    [['讲解员向游客介绍古桥的历史。'], [], 'a verb with an object governs no words'],
    [['讲解员栾水生做了详细介绍，游客们看得入神。'], [], 'a verb that is a noun here'],
    [['栾水生说起一件小事，大家都笑了。'], [], 'what was talked about'],
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
