/** Units and measure words behind Chinese numerals, as data: what they are called and what they stand for. */
import { codeAt, createCodeSet, isIn } from './code-set.js';
import { isNumeralCode } from './numerals.js';

/** What a unit measures: `count` and `people` count things, the others measure a quantity. */
export type UnitKind =
  | 'count'
  | 'people'
  | 'currency'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'tenths'
  | 'doubling'
  | 'physical'
  | 'duration'
  | 'age';

/** A unit found in a text. */
export interface FoundUnit {
  end: number;
  /** As printed, with its denominator: 元每小时. */
  text: string;
  kind: UnitKind;
  /** The base unit: CNY, %, CNY/小时, or the measure word itself. */
  base: string;
  /** The power of ten from the unit to its base: 分钱 is -2, for a hundredth of a yuan. */
  exponent: number;
}

interface Unit {
  kind: UnitKind;
  base: string;
  exponent: number;
}

/** Currencies: the name behind a number, and its ISO 4217 code. */
const CURRENCIES: Record<string, string> = {
  元: 'CNY',
  圆: 'CNY',
  元人民币: 'CNY',
  人民币: 'CNY',
  元钱: 'CNY',
  块钱: 'CNY',
  美元: 'USD',
  美金: 'USD',
  欧元: 'EUR',
  日元: 'JPY',
  日圆: 'JPY',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  英镑: 'GBP',
  韩元: 'KRW',
  卢布: 'RUB',
  澳元: 'AUD',
  加元: 'CAD',
  新元: 'SGD',
  新加坡元: 'SGD',
  瑞士法郎: 'CHF',
  新台币: 'TWD',
  新台幣: 'TWD',
  元新台币: 'TWD',
  元港币: 'HKD',
  澳门元: 'MOP',
  泰铢: 'THB',
  卢比: 'INR',
  雷亚尔: 'BRL',
  里拉: 'TRY',
  马克: 'DEM',
  西德马克: 'DEM',
  德国马克: 'DEM',
  法国法郎: 'FRF',
  越南盾: 'VND',
  台币: 'TWD',
};

/** Parts of a yuan, with their power of ten. */
const CENTS: Record<string, number> = { 角钱: -1, 毛钱: -1, 分钱: -2 };

/** Words that count people, alone or as an event each. */
const PEOPLE = '人 人次 名 位 户 戶 户次 口人 员';

/** Words that count things, acts and documents, one of each; what Chinese grammar calls measure words. */
const COUNTS =
  '个 個 家 项 項 件 条 條 座 所 处 處 台 臺 辆 輛 艘 架 套 批 次 场 場 篇 份 本 册 部 幅 张 張 只 隻 头 頭 匹 株 粒 颗 片 块 塊 间 間 栋 棟 幢 层 層 扇 门 枚 支 枝 杆 根 ' +
  '把 盏 盆 桶 瓶 箱 袋 包 盒 筐 车 趟 班 列 起 宗 例 桩 单 笔 筆 票 款 种 種 类 類 样 轮 局 盘 集 首 句 字 行 段 节 课 针 劑 剂 床 席 桌 对 双 雙 副 组 組 队 隊 伙 群 团 步 眼 口 尾 羽 ' +
  '峰 道 面 顶 顿 餐 碗 杯 滴 串 捆 堆 排 棵 丛 朵 束 具 尊 通 声 卷 則 则 版次 孔 章 部委 ' +
  '架次 趟次 列次 剂次 项次 件次 例次 人日 车次 班次 航次 场次 台套 台次 台（套） 台(套) 亩次 床位 张床位 学时 课时 户家庭 艘次 车辆 辆次 标箱 标准箱 小项 大项 批次 门次 单次 组次 宗次 部次 册次 篇次 点次 ' +
  '枚次 头次 只次 套次 家次 个次 处次 米次 针次 份次 首次 座次 TEU 个标准箱 个标箱 标准货柜 标准货柜单位 标准集装箱 个百家 张票 ' +
  '股 国 國 省 市 县 縣 区 區 镇 鎮 乡 鄉 村 校 州 街道 社区 国家 省份 城市';

/** Physical measures that a text prints in Chinese. They stay as they are: 亩 and 公里 are what readers look for. */
const PHYSICAL =
  '米 公尺 公里 千米 厘米 毫米 微米 纳米 分米 里 英里 海里 英尺 英寸 华里 里路 平方米 平方公里 平方千米 平方厘米 平方英尺 平米 平方 公顷 亩 畝 顷 立方米 立方 立方厘米 立方公里 方 升 毫升 加仑 桶油当量 ' +
  '净吨 净注册吨 总注册吨 吨 噸 公斤 千克 克 毫克 微克 斤 市斤 磅 盎司 克拉 公吨 总吨 载重吨 载重吨位 吨公里 人公里 公里/小时 吨标准煤 吨标煤 吨油当量 吨二氧化碳 吨二氧化碳当量 ' +
  '千瓦 千瓦时 千瓦小时 兆瓦 兆瓦时 吉瓦 瓦 瓦时 度 度电 摄氏度 华氏度 伏 千伏 千伏安 安 安时 赫兹 兆赫 千赫 吉赫 帕 百帕 千帕 兆帕 牛 焦耳 卡 千卡 大卡 马力 分贝 流明 勒克斯 比特 字节 兆 兆比特 浮点 ' +
  '点 级 立方英尺 人年 人天 工日 工时 个工日 分 海里/小时 赫 转 像素 万像素 纬度 年产能 车公里 座公里 延米 平方公分 公分 光年 倍频 毫安时 毫安 毫秒 微秒 每秒 米每秒 公里每小时 EFLOPS';

/** Measures that a text prints in Latin letters or signs. */
const SYMBOLS =
  'km m cm mm μm um nm kg g mg μg ug t MW GW kW KW kw W MWh GWh kWh KWh kwh Wh TWh V kV KV Hz MHz GHz GB TB MB KB PB Gbps Mbps Kbps G M ml mL L ha km² km2 m² m2 m³ m3 ㎡ ㎞ ㎏ ㎝ ㎜ ℃ °C ° km/h m/s mg/L TEU dB mAh kcal kPa MPa hPa EB bp BP ppm';

/** Spans of time. */
const DURATIONS =
  '年 个月 個月 周 星期 个星期 礼拜 个礼拜 天 小时 小時 个小时 個小時 分钟 分鐘 秒 秒钟 秒鐘 钟头 个钟头 钟 工作日 个工作日 个交易日 交易日 自然日 个自然日 周年 晚 昼夜 天时间 学年 个学期 学期 季 个季度 个世纪 载 个年头 年头 个半月 旬 宿 夜 整年 个昼夜 刻钟';

const AGES = '岁 歲 周岁 岁半 虚岁';

const units = new Map<string, Unit>();
const add = (words: string, kind: UnitKind): void => {
  for (const word of words.split(' ')) if (!units.has(word)) units.set(word, { kind, base: word, exponent: 0 });
};
for (const [word, code] of Object.entries(CURRENCIES)) units.set(word, { kind: 'currency', base: code, exponent: 0 });
for (const [word, exponent] of Object.entries(CENTS)) units.set(word, { kind: 'currency', base: 'CNY', exponent });
units.set('美分', { kind: 'currency', base: 'USD', exponent: -2 });
for (const sign of ['%', '％', '﹪']) units.set(sign, { kind: 'percent', base: '%', exponent: 0 });
units.set('‰', { kind: 'percent', base: '‰', exponent: 0 });
for (const point of ['个百分点', '個百分點', '百分点', '百分點'])
  units.set(point, { kind: 'points', base: '个百分点', exponent: 0 });
for (const point of ['个基点', '基点', '個基點']) units.set(point, { kind: 'points', base: '个基点', exponent: 0 });
add('倍', 'multiple');
units.set('成', { kind: 'tenths', base: '%', exponent: 1 });
units.set('番', { kind: 'doubling', base: '倍', exponent: 0 });
add(AGES, 'age');
add(DURATIONS, 'duration');
add(PHYSICAL, 'physical');
add(SYMBOLS, 'physical');
add(PEOPLE, 'people');
add(COUNTS, 'count');

/** Characters behind a measure word that make another word of it: 四车道 counts no cars, 两家庭 no firms: then it is no unit. */
const OTHER_WORD: Record<string, string> = {
  升: '至到为值温级降幅势学',
  股: '份东权票市民价指绳',
  车: '道位间型站辆',
  台: '阶',
  层: '次面楼高',
  门: '类诊',
  条: '件款',
  口: '岸味音腔',
  名: '字单牌',
  位: '数置移',
  家: '庭',
  面: '积性',
  头: '条',
  只: '有能是要',
  所: '有以',
  场: '所合',
  把: '手',
  行: '业动政',
  类: '型',
  段: '落',
  户: '均籍外型',
  人: '均类间',
  员: '工额外',
  群: '众体岛',
  件: '数',
  国: '企防务道',
  省: '道级',
  市: '场民值政',
  县: '道级',
  区: '间域块',
  乡: '道愁',
  村: '道',
  校: '长友区',
  州: '长',
  集: '中团体',
  株: '洲连',
  种: '植子类',
  批: '准发评',
  本: '科土报地来级',
  首: '先次届批',
  部: '分门委队长',
  卷: '烟',
  字: '节样',
  通: '道过知',
  声: '音明',
  则: '是',
  道: '路理德',
  片: '区面段',
  对: '于口比象外',
  副: '食',
  支: '付持出部撑队',
  单: '位日价独元',
  间: '隔接',
  样: '板品',
  组: '织成建合',
  团: '队员圆',
  系: '统列',
  孔: '雀子庙隙径府洞',
  章: '程节法鱼丘',
  代: '表码',
  班: '级子',
  点: '击评',
};

/** The names of two and more characters, longest first, by their first two: 元人民币 is met before 元. */
const byStart = new Map<string, string[]>();
for (const word of units.keys()) {
  if (word.length > 1) byStart.set(word.slice(0, 2), [...(byStart.get(word.slice(0, 2)) ?? []), word]);
}
for (const list of byStart.values()) list.sort((a, b) => b.length - a.length);

/**
 * Reads the unit that starts at `at`, with its denominator (元/吨, 元每公斤, 毫克/升). Null when no known unit stands there.
 * 块 is money when nothing it could count follows.
 */
export function readUnit(text: string, at: number): FoundUnit | null {
  const word = matchWord(text, at);
  if (word === null) return null;
  const end = at + word.length;
  if ((OTHER_WORD[word] ?? '').includes(text.charAt(end) || '，')) return null;
  const unit = word === '块' || word === '塊' ? readPiece(text, end, word) : units.get(word);
  if (unit === undefined) return null;
  const denominator = readDenominator(text, end, unit);
  if (denominator === null) return { end, text: word, kind: unit.kind, base: unit.base, exponent: unit.exponent };
  return {
    end: denominator.end,
    text: text.slice(at, denominator.end),
    kind: unit.kind === 'currency' ? 'currency' : 'physical',
    base: `${unit.base}/${denominator.base}`,
    exponent: unit.exponent,
  };
}

function matchWord(text: string, at: number): string | null {
  const long = byStart
    .get(text.slice(at, at + 2))
    ?.find((word) => text.startsWith(word, at) && isWhole(text, at, word));
  if (long !== undefined) return long;
  const single = text.charAt(at);
  return units.has(single) && isWhole(text, at, single) ? single : null;
}

/** A unit in Latin letters ends where the letters end. */
function isWhole(text: string, at: number, word: string): boolean {
  return !(isLatin(codeAt(word, word.length - 1)) && isLatin(codeAt(text, at + word.length)));
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0xb2 || code === 0xb3;
}

/** 六百多块 and 八块五 are money; 12块电池 counts pieces. */
function readPiece(text: string, end: number, word: string): Unit {
  const next = text.charAt(end);
  const money =
    next === '' || /[\s，。；、！？：,;!?”’)）的多左上以到至/每]/.test(next) || isNumeralCode(codeAt(text, end));
  return money ? { kind: 'currency', base: 'CNY', exponent: 0 } : { kind: 'count', base: word, exponent: 0 };
}

/** Words that may stand under the line; what else follows 每 begins a new thought (每天, 每个家庭). */
const DENOMINATORS = new Set(
  '吨 公斤 千克 克 斤 亩 公顷 平方米 平方公里 立方米 升 毫升 小时 分钟 秒 天 日 月 年 人 户 人次 次 件 个 台 辆 套 座 公里 千米 米 度 千瓦时 千瓦 瓦 桶 盎司 股 份 张 平 平米 只 头 株 箱 袋 车 间 晚 位 名 万 百公里 千瓦小时 晚间 kWh L h s 平方 方 GB 月·人 人·月 人月 家 碗 瓶 盒 支 片 针 餐 公升 MW W t kg'.split(
    ' ',
  ),
);

const denominatorSigns = createCodeSet('每/／');

function readDenominator(text: string, at: number, unit: Unit): { end: number; base: string } | null {
  if (unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'multiple' || unit.kind === 'tenths')
    return null;
  if (!isIn(denominatorSigns, text, at)) return null;
  for (let length = 4; length > 0; length -= 1) {
    const base = text.slice(at + 1, at + 1 + length);
    if (base.length === length && DENOMINATORS.has(base)) return { end: at + 1 + length, base };
  }
  return null;
}
