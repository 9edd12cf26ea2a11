/** The words that attribution turns on: verbs of saying, ends of posts and of bodies. Data, no rules. */
import { createEnding } from '../../domain/ending.js';

const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);

/** Verbs that put somebody's words forward, as printed; longer ones first. Traditional forms beside the simplified. */
export const sayingVerbs = words(`
  介绍说 介绍道 介绍 告诉记者 对记者说 感慨地说 感慨道 感慨说 感慨不已 感慨 解释说 解释道 解释 坦言 直言 透露说 透露 表示 指出 认为 强调 要求 告诉 回忆说 回忆道 回忆起 回忆
  感叹道 感叹 称赞 赞叹 评价 说道 笑道 笑着说 说起 说 坦承 承认 补充说 补充道 补充 写道 宣布 分析说 分析 劝导 提出 自称 总结 喊道 答道 回答 答 回应 呼吁 建议 提醒 问道 询问 追问 提问 问 谈到 反映
  通报 公布 留言 评论 指示 批示 承诺 叮嘱 嘱咐 称 记得 反问 追问 念叨 吐槽 抱怨 点赞 调侃 打趣 直呼 倡议 致辞 聊起 讲述 讲道 讲 形容 笑言 直指 估计 预计 相信
  供称 供述 陈述 惊呼 大喊 高喊 喊出 题词 求教 请教 劝说 叹道 叹息 直说 坚称 声称 诉说 诉苦 举例 扬言 质疑 猜测 推断 嘀咕 嘟囔 央求 请求 恳请 倾诉 勉励 寄语 祝愿 叮咛 坦诚 自述 否认 反驳 驳斥 辩称 重申
  申明 警告 吼道 骂道 吩咐 表态 发文 发声 发帖 撰文 写下 提到 问起 说明道 喃喃 咬定 总结道 讲解道 推测 安慰 鼓励 爆料 描述 证实 讲
  反呛 回呛 怒斥 痛斥 呵斥 训斥 斥责 大叹 慨叹 感言 自嘲 调侃道 喊话 放话 发推 写到 写 晒 配文字 配文 附言 炮轰 疾呼 高呼 大呼 盛赞 夸赞 夸奖 大赞 哭诉 控诉 奔走相告 回复 回信 来信 致信 复信 述说 告知 追忆 憧憬 期待 忧心 担心 担忧 曝
  埋怨 责怪 责备 数落 催促 质问 喝道 辱骂 宣称 喊 指 续指 续说 直斥 高叫 大叫 求助 哽咽道 附和 觉得 感到 批评 痛批 抨击 谴责 指责 嘲讽 讽刺
  呼喊 哭喊 叫喊 吶喊 呐喊 劝 呼唤 接话 插话 搭话 打断 应声 抢答 嚷嚷 嚷道 叫道 笑称 戏称 感谢 道谢 致谢 发问 发言 开口 自荐 交代 放言 希望 判断 对比 激动 一边问 边走边说 竖起大拇指 摇摇头 点点头 摆摆手 摇了摇头 点了点头 摆了摆手 挠挠头 挠了挠头 叹口气 叹了口气 二话没说 二话不说 算账 算了一笔账`);

/** Of these, the ones that also govern a clause without marks. */
export const reportingVerbs = words(
  '回应 回应称 介绍说 介绍道 介绍 告诉记者 告诉 对记者说 谈到 希望 分析认为 表示 指出 认为 强调 透露 坦言 直言 说 称 讲述 解释说 解释 回忆说 回忆 提醒 呼吁 建议 承诺 补充说 感叹 感慨 透露说 分析说 分析 宣布 提出 要求 直指 批评 否认 承认 坦承 反映 证实 重申 补充说 补充 笑称 质疑 抱怨 反驳 说道 写道',
);

/** The last character of a post or description that can stand right before a name. */
export const roleEnds = new Set(
  '人户医师员长记任理授民者生家手板娘官警兵士监表裁席爷妈婆姐哥叔伯嫂工匠农渔商友客伴总督教练委察书导演星童孩女男夫妇翁傅經者子奶爸叔姨婶娘亲戚属居东方事译部理判问授士机众姓生监裁席帅将锋卫宿秀脚OP统相剧编辑兵官警户主手客保洁宾军迷友体告管计纳谋赞柜使令干姆贩弟妹儿汉父志伙汉探模贤哥娘犯',
);
/** Characters that end a word of the language where a name of two characters would go on: `农民`, `方面`, `高度`. */
export const notGiven = new Set(
  '副老的了是在不有和与等们都也还就为以能可会要到将把被让给从向对于而且但或及其之此这那哪些么很更最已曾正方面时间务度部影响全责任业员级性化式型类种样次个件位条款项期年月日号上下中内外前后里边头处所主记长席官理师授医工作产品质量价格速民众人者家乡村镇县市区省国户常应经通过关系社会公司心法律地点路费用资本金钱水电暴死伤抢骗骂坐站躺喊哭吃喝拉拿抓跟陪送看听答讲谈写施遭遇犯嫌诉其我气煤油车船机器高低大小多少好坏新旧开始结束进行使动力学校院系班组队伍干传织展示意见解决定成果断续接触及时',
);
/** Characters that no name of three ends with, and that stand behind names of two. */
export const notLast = new Set(
  '的了是在不有和与等们都也还更就为以能会要到将把被让给从向对于而但或及说介表指认告坦透感回称问答谈道讲主带率参出来深站走坐跪蹲躺跑跳喊哭拿看笑则均皆亦曾却便又仍既再其我你他她它这那目吧呢吗啊呀嘛上下后内外副',
);
/** Whose words are nobody's on this occasion. */
export const proverbial =
  /(?:古人|古语|古诗|俗话|常言|谚语|民谚|老话|有道|诗)(?:常|有|也)?(?:云|说|道|说得好|讲|曰)?[：:，,]?$/;
/** Before a name: those who wrote the article, who speak in it to others. */
export const writers = createEnding('记者|通讯员|实习生|摄影|编辑|责编|见习记者|特约记者|报道员');

/** The last characters of what a role belongs to: bodies and places. */
export const bodyEnd = createEnding(
  '公司|集团|系统|医院|学校|大学|学院|中学|小学|幼儿园|研究院|研究所|研究会|实验室|办公室|政研室|教研室|督查室|档案室|调度室|中心|委员会|管委会|政府|[县市省州]府|合作社|联合社|联社|法院|检察院|派出所|分局|支队|大队|中队|总队|街道|社区|小区|银行|报社|杂志社|电视台|博物馆|图书馆|文化馆|[作书美影音舞科足篮记侨残]协|联合国|欧盟|东盟|北约|议会|国会|[林白]宫|美联储|同盟|联盟|工盟|食堂|餐馆|饭店|宾馆|酒店|商店|超市|市场|园区|开发区|景区|新区|林场|农场|农庄|党委|党组|党工委|支部|人大|政协|[检警校院店厂园]方|.[央国]企|[^靠进离到]港|科技|光电|网络|平台|机构|[一二三四五六七八九十0-9]中|[^关联体]系|(?:民主|自由|共和|保守|国民|公民|劳动|人民)党|[一二三四五六七八九十0-9兵]连|[县市区镇乡村局厅部委办营旅团处科站所队厂社会院馆园校班组店场台]|[分支商农央总]行',
);

/** The characters that foreign and minority names are written with. */
export const transliteration = new Set(
  '阿艾安奥巴白班卜贝本比彼宾波伯布查达戴丹德登迪蒂丁东杜多俄恩尔法菲费芬夫弗福盖戈格根哈海汉赫亨霍基吉加贾杰金卡凯坎康柯科克肯库拉莱兰劳勒雷里利列林琳卢鲁路伦罗洛马玛迈曼梅蒙米密明莫墨姆穆娜纳内尼妮诺帕佩皮普齐奇乔钦琼让热荣瑞萨塞桑莎山沙史斯丝苏索塔泰坦汤特提图托瓦万威维温沃伍西希夏谢辛休雅亚扬耶叶伊英尤约泽扎詹珍治朱卓兹佐姬娅芭黛蕾薇翁凡范周李买吐逊朗伦韦恩珀茜妲昂莲娅颂猜鲍弥厄瓜洪宾佛拜罕默森顿肖埃茨保翰丽露瑟什切赖隆麦锡惠怀莉冈汶涅佐贡蓬申黑古江木合孜依不都力旦肖开其仁央措玛次卓嘎胡茨朔',
);

/** And those that are met in them beside a dot. */
export const dotted: ReadonlySet<string> = new Set([
  ...transliteration,
  ...'道敦奎昆丘邱博勃邦派圣宁豪毕冯努欧珊琪爱庞潘路优宝弥韩瓜泰蒂斐南乌易农奈高诗岑琼戎廷汀廉兹兴劲呂夸娃孙富岛崔帝徒恰戛旺昌昂晋柏栋梯樊汉洁湛滕炯熊甘由留皮盖穹窦章策纽约绍缪芒芬茅荷葛蓬蔡虎诺迪通郎钱锡阔陶阿雷霍魁鲍默龙代凡切加包匈华宾保特楚塞赞泉福蒙容曲兼仑昭汗措旦朵沁婕芙苔莘茱莓薇蜜黛热肉婉',
]);

/** What, behind two or three characters, says that a name has ended. */
export const afterName =
  /^(?:[，。、；：！？:,“”「」（）()《》\s—…\d０-９]|$|说|表示|介绍|指出|认为|强调|告诉|坦言|透露|感慨|回忆|主持|带领|带着|带|率|对|在|向|和|与|及|的|是|等|为|从|把|将|就|也|还|更|一|于|直起|挺起|道出|常[在把说对被给会常]|出席|参加|来|去|深入|今|正|已|提|没|不|给|到|有|从|走|站|蹲|坐|跪|躺|跑|跳|喊|哭|拿|指|家|算|坦|笑|看|干|了|上|用|则|称|同|被|当|自|却|又|都|曾|因|打|住|每|负责|所|先生|女士|老人|事后|[\u4e00-\u9fff][了着过得])/;

/** Reporting verbs that also take a thing as their object: they govern words only across a comma or colon. */
export const needsMark = new Set(words('介绍 解释 分析 提出 宣布 要求 希望 强调 告诉 回应 呼吁 反映 证实 重申 补充'));

/** Reporting verbs that take a thing or somebody as their object as often: without a mark behind them nobody need have said anything. */
export const transitive = new Set(words('批评 否认 承认 坦承 质疑 抱怨 反驳'));

/** What somebody does where he is, before 的: `青石医院|工作`. */
export const occupations: readonly string[] = words('工作 服役 上班 供职 任职 就职 就读 打工 务工 执教 坐诊');

/** Descriptions of those who live somewhere: where they live was said shortly before. */
export const residents = /(?:村民|居民|农户|贫困户|种植户|养殖户|果农|菜农|茶农|业主|渔民|牧民)$/;
