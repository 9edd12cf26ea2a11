/**
 * The rules that tell names of people and of organizations from descriptions (一位村民, 该负责人, 有关部门). They see the
 * words alone, not the article around them, and would rather leave a name out than list a description as a person.
 */
import { createEnding } from './ending.js';
import { isHan } from './han.js';
import { commonSurnames, compoundSurnames, everydaySurnames, nameParts, surnames } from './surnames.js';

/** Longer ones are sentences that extraction took for a name; they also bound the time of the patterns below. */
const LONGEST = { person: 30, organization: 60 } as const;

/** Marks that stand in for a name: 王某, 李××. */
const anonymous = /[某×✕＊*○□〇]|XX|xx/;

const foreignDot = /[·•・‧∙]|(?<=\p{Script=Han})-(?=\p{Script=Han})/u;

/** Kinds of people, posts and forms of address that begin like names, at their end: 江苏网友, 王主任, 付小姐. */
const description = createEnding(
  // Characters no given name ends with.
  '[员者户们族]',
  '先生|女士|小姐|太太|夫人|大爷|大妈|大娘|大叔|大婶|大伯|阿婆|阿公|阿伯|阿叔|阿嬷|大哥|大姐|大嫂|阿姨|奶奶|爷爷|叔叔|伯伯|师傅|师父',
  '执行官|检察官|教官|老师|老板|老汉|老人|老伯|老太|老乡|同学|同志|同事|医生|大夫|护士|教授|博士|硕士|院士|律师|法官|警官|导师|讲师|[工程设计分析厨医药技农摄理化音乐律]师|[博硕]导',
  '主任|书记|主席|总统|总理|首相|大使|上校|将军|司令|总指挥|[部省市县区镇乡村里局处科课厅司署州校院所站队班组会议社行店厂馆台园团连营排军船机道庭房库科段股关]长',
  '师长|董事长?|理事长?|监事|秘书长?|经理|总裁|总监|总编|主编|编辑|记者|代表|委员|常委|支书|干部|顾问|翻译|导演|编导|编剧|制片|向导|巡视员|研究员|司令员|裁判|副总|老总|总工|专干|助理|会计|出纳|参谋|政委|指导|干事|领事|公使|武官|参赞|领队|领班|保姆|掌柜',
  '[群民观听]众|百姓|[居市村农牧渔网股难灾移选公人]民|[网群校战球队舍室病驴票工朋好男女]友|学生|考生|师生|新生|女生|男生|研究生|[博硕]士生|[高初]中生|本科生|大学生|毕业生|实习生|服务生|学子',
  '家长|家属|[姑姨舅]妈|姑父|姨父|[大小]姨|嫂子|[堂表][哥弟姐妹兄]|亲属|亲戚|哥哥|弟弟|姐姐|妹妹|儿子|女儿|妻子|丈夫|父亲|母亲|爸爸|妈妈|孙子|孙女|孩子|男孩|女孩|男子|女子|妇女|老者|妇人|[孕产老]妇|宝妈|学[长姐弟妹]|师[兄姐弟妹]|夫妻|夫妇|老两口|小两口|青年|少年|少女|小伙|姑娘|小贩|摊贩|摊商',
  '人士|人员|管理层|主管|中介|专家|工人|商人|路人|法人|证人|知情人|负责人|发言人|当事人|主持人|经纪人|管理人|监护人|承办人',
  '[乘游顾旅房商]客|客商|(?:批发|零售|经销|代理|供应|制造|承包|运营|开发)商|司机|[民交干辅巡刑特法校狱武]警|[警探特]员|官兵|战士|[士老新哨民列]兵|上等兵|[上中下]士|军士长|高管|高层|保安|保洁|嘉宾|评委|冠军|选手|球迷|教练|明星|童星|球星',
  '[歌选水猎鼓骑枪舵旗助能国棋]手|工匠|伙伴|传人|[技职员矿民电木泥焊钳农船瓦护义社洁环来卫巡线修漆架女]工|务工者|劳模|模范|标兵|能手|乡贤|小哥|老伴|爱人|恋人|病友|用户|居士|[带创承合继主候]人|[创合]始人|合伙人|带头人|传承人|继承人|候选人|立委|遇难者',
  '主帅|主将|前锋|后卫|中锋|门将|球员|名宿|[名老小新猛]将|新秀|国脚|助教|球探|[CVE][A-Z]O|[CVE]P',
  '邻居|房东|[业车店户失机雇债船场园牛摊档花饭博楼房]主|[买卖商厂专作画农行艺科企学琴乐法蹈影论说资想史济藏险动交文曲育治命事评绘塑]家|企业家|方面|[警校院店厂官军警双]方|媒体|股东|原告|被告',
);

/** What ends like this is a place or a body. */
const place = createEnding('[区县市省队部厅局处所站院校店厂网党氏]', '部门|单位|机构');

/** A surname with only this behind it is an address, not a name. */
const address = new Set('总工姐哥叔婶姨爷嫂妈奶老伯校团连队科');

/** Words and places that begin with what is also a surname, and end like a name. */
const nouns = new Set(
  (
    '高校 高中 高铁 黄金 马路 白领 石油 金融 金牌 江湖 应急 安全 安监 项目 时任 时代 全国 全省 全市 全体 全县 全村 成人 和平 公安 武警 司法 国家 海关 海军 空军 连队 平台 封面 ' +
    '景区 边防 边检 祖国 祖父 祖母 祖先 党委 党组 党校 党中央 平均 常说 常說 何人 万人 万户 古人 后者 后人 商会 管委会 安理会 委员会 国民军 解放军 国防军 红军 国王 公主 富人 公使 武士 华人 华侨 宰相 全家 家伙 和尚 海外 海内外 文人 高手 于是 成都 管理层 居委会 常委会 国务院 公众 公报 公告 公司 通报 通知 通稿 文件 计划 经验 有的 有人 ' +
    '都市 广大 那人 家人 车间 单身 麻烦 易学 年轻人 古城 查看 计生 司法所 毛泽东思想 明报 文汇报 华尔街 华为 花旗 高盛 白宫 白皮书 蓝皮书 红皮书 绿皮书 ' +
    '江苏 江西 江南 江北 江阴 安徽 安庆 安阳 安康 安顺 甘肃 贵州 云南 云浮 海南 海口 宁夏 宁波 宁德 广东 广西 广州 福建 福州 苏州 徐州 杭州 温州 常州 台州 郑州 柳州 惠州 梅州 池州 连州 邓州 荆州 滕州 ' +
    '常熟 常德 武汉 武昌 武夷山 黄山 黄石 黄冈 黄河 唐山 石家庄 吴江 吴中 金华 金山 温岭 秦皇岛 连云港 乌鲁木齐 包头 马鞍山 景德镇 张家港 张家口 张家界 鄂州 鄂尔多斯 岳阳 益阳 阳江 阳泉 ' +
    '伊犁 乐山 乐清 乐东 齐齐哈尔 牡丹江 佳木斯 山东 山西 鲁西 燕郊 平顶山 平凉 荣成 商丘 商洛 晋中 晋城 晋江 楚雄 ' +
    '伊拉克 英国 法国 韩国 泰国 中国 印度 印尼 古巴 越南 苏联 蒙古 朝鲜 马来西亚 文莱 伊朗 欧洲 罗马 罗马尼亚 苏丹 墨西哥 毛里求斯 贝宁 乌克兰 牙买加 利比亚 巴西 巴黎 华盛顿 印度尼西亚'
  ).split(' '),
);

/** What the names of organizations end with. Only asked of speakers: what an `organization` field holds is one anyway. */
const body = createEnding(
  '公司|集团|银行|企业|厂|酒店|宾馆|超市|商场|饭店|合作社|供销社|供销合作总社|报社|通讯社|出版社|旅行社|新华社|杂志社|俱乐部|联盟|组织',
  '院|大学|中学|小学|[一二三四五六七八九十]中|学校|党校|幼儿园|图书馆|博物馆|文化馆|文化宫|少年宫|纪念馆|研究所|事务所|交易所|派出所|司法所|卫生所|看守所|财政所|研究会',
  '[^结格布]局|厅|[^干全内外]部|[省市区县州镇乡工党团]委|[改健监建资编纪政农组]委|政府|人大|政协|办公室|[^承主举]办|办事处|管理处|秘书处|中心|委员会|管委会|居委会|村委会|常委会|指挥部|领导小组|工作组|专案组|党组|支部|警方|校方|院方',
  '[协学商总工]会|联合会|基金会|理事会|董事会|监事会|组委会|筹委会|妇联|残联|文联|工商联|[残侨科社文作记足篮]协|议会|国会|参议院|众议院',
  '军分区|军区|舰队|[支大总中]队|救援队|工作队|医疗队|气象台|电视台|电台|广播台|天文台|(?:气象|观测|监测|水文|汽车|火车|地铁|服务|收费|管理|检疫|卫生|防疫)站|海关|法庭|白宫|联合国|欧盟|东盟|北约|日报|晚报|时报|晨报|商报|早报|都市报',
);
const acronym = /^[A-Z][A-Z0-9&-]{1,9}$/;

/** Said of an organization without naming it. */
const unnamed =
  /^(?:[一两几多数这那某另每各哪][家个所名些位座支批间]|[该此某]|本(?:公司|单位|市|县|省|区|局|院|校|报|社|村|镇|乡|厂|店|台)|当地|有关|相关|上述|其他|其它|不少|部分|个别|许多|很多)/;
const generic = new Set(
  (
    '公司 集团 企业 工厂 银行 酒店 宾馆 超市 商场 饭店 合作社 报社 媒体 学校 大学 中学 小学 学院 幼儿园 医院 卫生院 诊所 法院 检察院 派出所 法庭 单位 部门 机构 组织 协会 学会 商会 联合会 ' +
    '基金会 委员会 管委会 居委会 村委会 董事会 理事会 办公室 中心 政府 党委 党组 支部 党支部 工会 社区 街道 小区 物业 全国 全省 全市 全县 全区 全镇 全村 家庭 法庭 俱乐部 研究院 研究所 事务所 ' +
    '电视台 电台 海关 警方 校方 院方 上级 下级 总部 分公司 子公司 总公司 车间 班级 项目部 指挥部 工作组 专案组 交警 公安 消防 国家 省里 市里 县里 镇里 村里 乡里 当地 本地 外地'
  ).split(' '),
);

/** Characters at the end of a text that a description can take up. */
const DESCRIPTION = 4;

/** Ends of descriptions that names have too: only in front of a name do they tell something. Traditional forms as well. */
const trade = createEnding(
  '[^有让令使惊感动迷诱个多些某别]人|[^增成延生擅特助见较伸拉漫很多年最]长|[调挥闻查裁交法民警教察务事长]官|[^导大]师|[村名中西牙军法]医|[宿城协仓库]管|[审导督]学|网红|版主|支委|士官|[亚季]军|状元|新[郎娘]|[嫌疑]犯|遗孀|[老大]板娘?|厨娘|[長員師醫總經記長]|教头|[男女名车]模|主任|委員|經理|總裁|學者|專家|書記|教授|代表|發言人|負責人|志願者',
);

/** Whether a text ends in what people are called by instead of their name, or beside it: a post, a trade, a relation. */
export function endsInDescription(text: string): boolean {
  const end = text.slice(-DESCRIPTION);
  return description.test(end) || trade.test(end);
}

/**
 * Whether a speaker is written with a personal name: a Chinese one with a common, rare or compound surname, a foreign or
 * minority one with `·`, a foreign one of two words or more in Latin letters. Not: descriptions, bodies, a surname
 * with a form of address, and names that were made unreadable (王某). One foreign surname alone (奥巴马) cannot be told.
 */
export function isPersonName(name: string): boolean {
  if (name.length > LONGEST.person || anonymous.test(name) || description.test(name) || place.test(name)) return false;
  if (isHan(name)) return !isNoPersonName(name) && (isChineseName([...name]) || isJoinedName(name));
  if (foreignDot.test(name)) return isDottedName(name);
  return /^[A-Z]/.test(name) && isLatinName(name);
}

function isDottedName(name: string): boolean {
  const pieces = name.split(foreignDot);
  return !body.test(name) && pieces.every((piece) => /^(?:\p{Script=Han}{1,9}|[A-Z][a-zA-Z.]{0,20})$/u.test(piece));
}

function isLatinName(name: string): boolean {
  const words = name.split(' ');
  const organized =
    /^(?:The|Inc|Ltd|Corp|Co|Group|Bank|University|College|Times|News|Post|Daily|Press|Agency|Institute|Association|Company|Street|Journal)\.?$/;
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) => /^(?:[A-Z][\p{Script=Latin}'’.-]*|de|da|van|von|der|den|al|bin|el|la)$/u.test(word)) &&
    words.some((word) => /[a-z]/.test(word)) &&
    !words.some((word) => organized.test(word))
  );
}

function isChineseName(chars: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = chars;
  if (compoundSurnames.has(first + second) && chars.length >= 3 && chars.length <= 5) return true;
  if (!surnames.has(first)) return false;
  if (chars.length === 2) return !address.has(second) && !everydaySurnames.has(first);
  // 张家村, 李家庄: the place is named after a family.
  if (chars.length === 3) return !(second === '家' && /[村庄镇湾沟坝坪店屯堡营寨坡岭]/.test(third));
  // A married name: 范徐丽泰.
  return chars.length === 4 && commonSurnames.has(first) && commonSurnames.has(second);
}

/** Characters that known parts begin with. */
const partStarts = new Set([...nameParts].map((part) => part.charAt(0)));

/** A name put together of one or two known parts: 扎西顿珠. */
export function isJoinedName(name: string): boolean {
  if (!partStarts.has(name.charAt(0))) return false;
  if (nameParts.has(name)) return true;
  for (let at = 2; at <= name.length - 2; at += 1) {
    if (nameParts.has(name.slice(0, at)) && nameParts.has(name.slice(at))) return true;
  }
  return false;
}

/** Whether what is spelled like a name of a person is plainly none: that of a place or a body (伊拉克, 区文联), or another word. */
export function isNoPersonName(name: string): boolean {
  return nouns.has(name) || body.test(name);
}

/** Whether a name says which organization: 县水利局 does, 该公司 and 有关部门 do not. */
export function isOrganizationName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= LONGEST.organization &&
    !anonymous.test(name) &&
    !unnamed.test(name) &&
    !generic.has(name)
  );
}

/**
 * The organization a quote is filed under: that of its speaker or, where none is given, the speaker who is one (县气象台).
 * Null for all others.
 */
export function findOrganization(quote: { speaker: string | null; organization: string | null }): string | null {
  const { speaker, organization } = quote;
  if (organization !== null || speaker === null) return organization;
  const speaks = (body.test(speaker) || acronym.test(speaker)) && isOrganizationName(speaker) && !isPersonName(speaker);
  return speaks ? speaker : null;
}
