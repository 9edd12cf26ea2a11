/** What an amount, a measure or a share is of, where that stands behind it. */
import type { Carried } from './carried.js';
import { readAfter, readSharedNoun, splitCounted } from './following.js';
import type { Setting } from './setting.js';
import { findActAtEnd } from './verbs.js';

/** People or things that are parts of a whole, and the word that tells of them. */
const PARTS =
  /^(?![是为以的在和与、])[\u4e00-\u9fff]{2,6}?(?:[是为]|都|认为|表示|来自|选择|愿意|希望|打算|支持|赞成|反对|没有|已经)/;

/** Names of quantities that stand before a number whose thing stands behind it: 总投资25亿元的工程, 年产5万吨纸浆. */
export const QUALITY =
  /(?:总投资|总投入|总造价|总面积|占地面积|建筑面积|经营面积|使用面积|面积|总长度|总长|全长|长度|总高|高度|总重|重量|总容量|容量|日产|年产|月产|亩产|单产|日处理|年处理|[产销]量|销售量|产值|销售额|总规模|规模|总价值|价值|总额|金额|投资|估值|注册资本|造价|月租|租金|月薪|年薪|售价|单价|价格|占地|深|长|宽|高|重|厚)$/;

/** What an amount of money is called behind it: 300万元启动资金. */
const FUNDS =
  /^[^，。的]{0,6}?(?:资金|贷款|融资|投资(?!协议|合同|意向|项目|计划|基金|公司)|补贴|补助金?|奖金|奖励|罚款|罚金|订单|收入|工资|赔偿金?|善款|捐款|债券|销售额|产值|基金|股权|保费|学费|红包|消费券|大单)/;

/** Nouns that say how much rather than of what: 每股12.5元的价格. */
const GENERIC = /^(?:价格|标准|速度|比例|水平|单价|增速|利率|代价|成本)/;

/** Verbs behind an amount of money that say what it is for: 安排3亿元支持12个项目. */
const PURPOSE =
  /^(?:支持|用于|用来|扶持|推动|助力|帮助|奖励|补助(?![金资])|购[买置]|买|支付|偿还|作为|投向|投入|修建|改造|给|为)/;

/** 出口总额录得12%的实质升幅: how what stands before the share went on. */
const WAY = /^(?:实质|实际|名义|平均|较[快大高])?(?:[升增降跌涨]幅|增长|增速|下降|降速|份额)(?=$|[，。；、])/;
const BRINGS = /(?:录得|取得|实现|保持|维持|出现|呈现|达到|达|有|占有?|拥有|迎来|获得?)了?$/;

/** An amount of what follows: 3000万元融资, 总投入25亿元的工程, 超过一半的使用者. */
export function chooseAmount(setting: Setting, before: string, carried: Carried): string | null {
  const { text, figure, rule, next } = setting;
  const words = readAfter(setting) ?? (next !== null && next.start > figure.end ? readSharedNoun(setting) : null);
  if (words === null) return null;
  const of = text[figure.end] === '的';
  const isPart = figure.unit?.kind === 'percent' || rule === 'fraction' || rule === 'tenths';
  if (isPart) {
    // 联盟的三分之二成员国: the parts are named behind the share.
    if (!of && rule !== 'percentage' && /[的有]$/.test(setting.before)) {
      const { noun } = splitCounted(words, false);
      if (noun.length >= 2 && noun.length <= 6) return noun;
    }
    // 七成购房者是首次置业: who the parts are, with what they are or do.
    if (!of && rule !== 'percentage' && PARTS.test(words)) return words.slice(0, LONGEST_NOUN_OF_PART);
    const way = of ? WAY.exec(words)?.[0] : undefined;
    const thing = way === undefined ? '' : before.replace(BRINGS, '');
    if (way !== undefined && thing.length >= 2) return `${thing}${way}`;
    const told = of ? words : before === '' ? (/^(?:是|来自|用于|属于)(.+)/.exec(words)?.[1] ?? '') : '';
    return told.replace(/[，。].*$/, '').slice(0, LONGEST_NOUN_OF_PART) || null;
  }
  if (figure.unit?.kind === 'multiple' || figure.unit?.kind === 'points' || rule === 'index-value') return null;
  if (!of && figure.unit?.kind === 'currency' && before !== '' && PURPOSE.test(words)) return null;
  const noun = FUNDS.exec(words)?.[0] ?? splitCounted(words, false).noun;
  // 在距离烘干房600米的地方: no thing.
  if (noun === '' || /^(?:地方|位置|地点|距离)$|^(?:进行|开展)/.test(noun)) return null;
  if (of) carried.spent = figure.end + 1 + noun.length;
  const generic = of || next !== null ? GENERIC.exec(noun)?.[0] : undefined;
  if (generic !== undefined) return `${before}${generic}`;
  const quality = QUALITY.exec(before)?.[0];
  if (quality !== undefined && (of || noun.length >= 2)) return `${noun}${quality}`;
  if (of) {
    const area = /平方米|平米|㎡/.test(figure.unit?.text ?? '') && !noun.endsWith('面积') ? '面积' : '';
    return `${noun.replace(/[里内上中]$/, '')}${area}`;
  }
  if (noun.length > (before === '' ? 14 : 8) || /^[的是]/.test(noun)) return null;
  if (before.length <= 10)
    return `${before.replace(/了$/, '')}${before !== '' && setting.before.endsWith('的') ? '的' : ''}${noun}`;
  const act = findActAtEnd(before);
  return act === null ? noun : `${act}${noun}`;
}

const LONGEST_NOUN_OF_PART = 18;
