/**
 * A generated archive of any size for benchmarks: the same count and seed give the same articles on every machine.
 * The text is built from sentence patterns and word lists with a skewed choice, so that it has quotes, figures, common
 * and rare words as a county paper has; it is not meant to be read.
 */

/** One generated article, in the shape an NDJSON line of `baoku import` has. */
export interface GeneratedRecord {
  url: string;
  title: string;
  lead: string;
  section: string[];
  source: string;
  issueDate: string;
  page: string;
  byline: string;
  publishedAt: string;
  text: string;
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文志海鹏飞宇浩然子轩欣怡梦晨曦瑞雪松柏青云峰岚江河川林森海波浪涛安宁康泰德仁义礼信',
];
const PLACES = [...'临云青石白龙金溪河口南山北湖东塘西岭新桥古渡柳林沙洲'].flatMap((a, i, all) =>
  [...'县镇乡村区'].map((b) => `${a}${all[(i * 7 + 3) % all.length]}${b}`),
);
const TOPICS =
  '水稻 小麦 茶叶 蔬菜 果园 水产 养殖 生猪 粮食 仓储 农机 合作社 大棚 灌溉 水库 河道 污水 垃圾 绿化 造林 湿地 空气 节能 光伏 风电 煤炭 电网 天然气 供水 公路 铁路 高速 桥梁 隧道 公交 地铁 机场 港口 物流 快递 电商 超市 市场 旅游 景区 古镇 民宿 博物馆 图书馆 剧院 非遗 戏曲 书法 学校 教师 学生 课堂 高考 职业教育 幼儿园 医院 医生 门诊 疫苗 医保 养老 社区 物业 住房 棚改 公积金 就业 创业 社保 扶贫 慈善 志愿者 消防 交警 法院 检察院 安全生产 应急 地震 防汛 抗旱 气象 台风 园区 招商 项目 投资 外贸 出口 制造业 机器人 芯片 软件 新材料 生物医药 汽车 电池 纺织 服装 家具 食品 酒类 银行 保险 贷款 税收 财政 预算 统计 审计 党建 纪检 干部 代表 委员 提案'.split(
    ' ',
  );
const ACTIONS =
  '启动 完成 推进 实施 建成 改造 扩建 整治 验收 签约 投产 开工 调研 部署 督查 培训 宣传 表彰 征集 公示 试点 推广 升级 整合 优化 排查 修复 监测 采购 招聘'.split(
    ' ',
  );
const POSTS =
  '县委书记 县长 副县长 镇党委书记 镇长 局长 副局长 主任 校长 院长 董事长 总经理 村党支部书记 村民 居民 负责人 工程师 技术员 合作社理事长 站长'.split(
    ' ',
  );
const BODIES =
  '农业农村局 水利局 教育局 卫生健康委员会 交通运输局 住房和城乡建设局 文化和旅游局 生态环境局 经济开发区管委会 应急管理局 统计局 市场监督管理局 人民医院 第一中学 供电公司 自来水公司'.split(
    ' ',
  );
const UNITS: readonly (readonly [unit: string, most: number])[] = [
  ['亿元', 90],
  ['万元', 9000],
  ['人', 8000],
  ['户', 3000],
  ['亩', 20_000],
  ['万亩', 80],
  ['吨', 6000],
  ['公里', 300],
  ['个', 500],
  ['家', 400],
  ['名', 900],
  ['台', 700],
  ['万人次', 120],
  ['平方米', 50_000],
];
const SECTIONS = [
  ['新闻', '本地', '乡镇'],
  ['新闻', '本地', '县城'],
  ['新闻', '时政'],
  ['新闻', '经济'],
  ['专题', '乡村振兴'],
  ['专题', '生态环境'],
  ['民生', '教育'],
  ['民生', '医疗'],
  ['民生', '交通'],
  ['文化', '旅游'],
  ['文化', '艺术'],
  ['评论'],
];
const SOURCES = ['临河日报', '青石晚报', '云岭时报', '南湖县政府网', '白塔新闻网'];
/** Shares of sentences that quote and that count: about four quotes and nine figures in 1,500 characters, as in real news. */
const TOLD = 0.09;
const COUNTED = 0.1;
/**
 * Names of hamlets, firms and products that no dictionary has: so many, and the first of them in thousands of times as many
 * articles as the last, as words are in any language (Zipf).
 */
const NAMES = 60_000;
const NAMED = 0.3;
const SYLLABLES = [
  ...'安邦宝昌成达德鼎东恩发方福富港高光广桂国海航和恒弘宏洪华辉汇惠吉佳嘉建江捷金锦京景久聚康科坤兰朗乐丽利联良临隆鲁绿美民敏铭宁鹏平普齐启千乾庆泉仁荣瑞润森山尚盛胜世舒顺思泰腾天通同万旺维伟文沃吾西希祥翔新鑫信兴雄旭轩雅扬阳怡益逸银盈永友裕元远跃云泽展兆哲振正之中众卓子紫',
];
const FIRST_DAY = Date.UTC(2014, 0, 1);
const DAYS = 3652;

/** A small, fast, seedable random generator (mulberry32): numbers from 0 up to 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Yields `count` articles in order of publication, each of about 1,500 characters unless `chars` says otherwise. */
export function* generateArchive(count: number, { seed = 1, chars = 1500 } = {}): Generator<GeneratedRecord> {
  for (let index = 0; index < count; index += 1) {
    yield generateRecord(index, count, createRandom(seed * 1_000_003 + index), chars);
  }
}

function generateRecord(index: number, count: number, random: () => number, chars: number): GeneratedRecord {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  // Squaring skews the choice: the first words of a list are common, the last rare.
  const skewed = <T>(items: readonly T[]): T => items[Math.floor(random() ** 2 * items.length)] as T;
  const number = (most: number) => Math.floor(random() ** 2 * most) + 1;
  const figure = () => {
    const [unit, most] = pick(UNITS);
    const value = unit.includes('亿') || unit.includes('万') ? (random() * most + 0.1).toFixed(1) : number(most);
    return `${pick(['', '', '', '近', '约', '超过'])}${value}${unit}`;
  };
  const named = (): string => {
    // Each rank as often as its inverse.
    const rank = Math.floor(NAMES ** random());
    const at = (step: number) => SYLLABLES[Math.floor(rank * step) % SYLLABLES.length] as string;
    return at(1) + at(1 / SYLLABLES.length + 7) + (rank % 3 === 0 ? at(37) : '');
  };
  const name = () => pick(SURNAMES) + pick(GIVEN) + (random() < 0.7 ? pick(GIVEN) : '');

  const place = skewed(PLACES);
  const topic = skewed(TOPICS);
  const people = [name(), name(), name()] as const;
  const posts = people.map(() => `${place}${random() < 0.5 ? pick(BODIES) : ''}${pick(POSTS)}`);
  const date = new Date(FIRST_DAY + Math.floor((index / count) * DAYS) * 86_400_000).toISOString().slice(0, 10);

  const told = (subject: string, other: string): string => {
    const who = Math.floor(random() * people.length);
    switch (Math.floor(random() * 3)) {
      case 0:
        return `“${subject}关系到群众的日子，${other}也不能放松，我们会把${pick(ACTIONS)}工作一件一件做好。”${posts[who]}${people[who]}说。`;
      case 1:
        return `${posts[who]}${people[who]}介绍，${subject}和${other}两项工作已经${pick(ACTIONS)}，群众比较满意。`;
      default:
        return `${people[who]}表示：“下一步要围绕${subject}继续${pick(ACTIONS)}，让${other}更方便。”`;
    }
  };
  const counted = (subject: string, other: string): string => {
    switch (Math.floor(random() * 4)) {
      case 0:
        return `今年以来，${place}${pick(ACTIONS)}${subject}项目${figure()}，同比增长${(random() * 30).toFixed(1)}%。`;
      case 1:
        return `截至${number(12)}月底，全${place.at(-1)}${subject}总量达到${figure()}，${other}占${number(90)}%。`;
      case 2:
        return `为做好${subject}，当地先后${pick(ACTIONS)}${other}、${skewed(TOPICS)}等措施，受益群众${figure()}。`;
      default:
        return `据了解，该${subject}工程总投资${figure()}，预计年底前${pick(ACTIONS)}，${other}条件将明显改善。`;
    }
  };
  const narrated = (subject: string, other: string): string => {
    if (random() < NAMED) {
      return random() < 0.5
        ? `${named()}公司负责${subject}，和${named()}村一起${pick(ACTIONS)}${other}。`
        : `走进${named()}村，“${named()}”牌${subject}刚刚${pick(ACTIONS)}，${other}也上了路。`;
    }
    switch (Math.floor(random() * 6)) {
      case 0:
        return `记者在${place}看到，${subject}现场井然有序，工作人员正在${pick(ACTIONS)}${other}。`;
      case 1:
        return `在${pick(PLACES)}，${subject}与${other}相互带动，${skewed(TOPICS)}也有了新的变化。`;
      case 2:
        return `${pick(BODIES)}把${subject}作为重点，会同有关部门${pick(ACTIONS)}，${other}同步${pick(ACTIONS)}。`;
      case 3:
        return `过去这里${subject}条件差，如今${other}早已${pick(ACTIONS)}，出门就能用上。`;
      case 4:
        return `当天上午，${pick(PLACES)}的干部群众来到${subject}点，了解${other}的${pick(ACTIONS)}情况，提出了不少意见建议。`;
      default:
        return `会议要求，各单位要${pick(ACTIONS)}${subject}，统筹${other}和${skewed(TOPICS)}，层层压实责任。`;
    }
  };
  const sentence = (): string => {
    const subject = random() < 0.5 ? topic : skewed(TOPICS);
    const other = skewed(TOPICS);
    const kind = random();
    return (kind < TOLD ? told : kind < TOLD + COUNTED ? counted : narrated)(subject, other);
  };
  const paragraphs: string[] = [];
  for (let length = 0; length < chars; ) {
    if (paragraphs.length % 5 === 3) paragraphs.push(`${pick(ACTIONS)}${skewed(TOPICS)}见实效`);
    const paragraph = Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join('');
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return {
    url: `https://news.example.cn/${date.slice(0, 4)}/${date.slice(5, 7)}/${index}.html`,
    title: `${random() < NAMED ? `${named()}村` : place}${pick(ACTIONS)}${topic}工作 ${skewed(TOPICS)}${pick(ACTIONS)}见成效`,
    lead: `${place}围绕${topic}持续${pick(ACTIONS)}，惠及群众${figure()}。`,
    section: skewed(SECTIONS),
    source: skewed(SOURCES),
    issueDate: date,
    page: String(number(8)).padStart(2, '0'),
    byline: name(),
    publishedAt: `${date}T${String(6 + Math.floor(random() * 14)).padStart(2, '0')}:${String(Math.floor(random() * 60)).padStart(2, '0')}:00+08:00`,
    text: paragraphs.join('\n'),
  };
}
