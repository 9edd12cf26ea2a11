/** What a figure measures, where that stands before the number: its subject and verb, or those of an earlier figure. */
import type { Carried } from './carried.js';
import { trimEnds, YARDSTICK } from './phrase.js';
import { readWords, type Setting } from './setting.js';
import { dropAct, findActAtEnd, findActAtStart, GOES_ON } from './verbs.js';

/** What is measured stands before the number, in its clause or in an earlier one. */
export function chooseSubject(setting: Setting, before: string, carried: Carried): string | null {
  if (/^(?:这|该|此)?一?(?:比例|数字|数据|占比|比重|数值|纪录)$/.test(before) && carried.measure !== null) {
    // 甲地规模最大，占比达到30%: what has the share stands before.
    const own = /^(?:占比|比重)$/.test(before) && setting.previous === null ? readClauseBefore(setting) : null;
    if (own !== null) return `${own}${before}`;
    // 制造业增加值低于全市增速5个百分点,占比为20%: the share is that of the subject.
    return /^占?比/.test(before) && carried.subject !== null && COMPARED.test(carried.measure)
      ? `${carried.subject}${before}`
      : carried.measure;
  }
  // 增加600人，上升至6万人: the level is that of what changed.
  const level = before === '' && /[至到]$/.test(setting.before) && carried.sentence === setting.sentenceStart;
  if (level && setting.previous === null && carried.subject !== null) return carried.subject;
  if (/^[至到]$/.test(setting.before) && carried.subject !== null) return carried.subject;
  if (before === '含' && carried.measure !== null) return carried.measure;
  const label = before === '' || /^(?:平均)?每.{1,3}$/.test(before) ? readLabel(setting) : null;
  if (label !== null) return `${label}${before}`;
  if (before === '' && setting.figure.unit?.kind === 'currency' && setting.figure.unit.base.endsWith('/股'))
    return '股价';
  if (before === '' || /^(?:约|折)?合(?:人民币|美元)?$|^相当于$/.test(before)) {
    const own = setting.previous === null ? readClauseBefore(setting) : null;
    const last = carried.sentence === setting.sentenceStart ? carried.measure : null;
    return own ?? (carried.opening || null) ?? last ?? carried.subject;
  }
  // 社会物流总额，即实物商品价值总额为300亿元: what is explained stands before.
  if (/^即(?![将使便可日时刻])/.test(setting.before) && setting.previous === null) {
    const explained = readClauseBefore(setting);
    if (explained !== null) return explained;
  }
  // 增幅则以某国25%最大
  const [, quality, owner] = LED_BY.exec(before) ?? [];
  if (quality !== undefined) return `${owner}${quality}`;
  if (SPENT.test(before)) {
    // 一份盒饭,花10元: what it is spent on stands before.
    const spentOn = setting.previous === null ? readClauseBefore(setting) : null;
    return spentOn === null ? before : `${spentOn}${before}`;
  }
  const change = before.replace(FURTHER, '');
  if (GOES_ON.test(change) && change.length <= 14) {
    const subject = readOwner(setting) ?? carried.subject ?? readClauseBefore(setting);
    return subject === null ? change : `${subject}${readYardstick(setting)}${change}`;
  }
  // 工业总产值17亿元,完成年任务75亿元的23%: whose plan it is stands before.
  const planned = setting.figure.unit?.kind !== 'percent' && FULFILLED.test(before);
  if (planned && carried.subject !== null && carried.sentence === setting.sentenceStart)
    return `${carried.subject}${before}`;
  const part = /^(?:为|是|相当于)(.{2,14})的[近约超]?$/.exec(setting.before)?.[0];
  if (part !== undefined && carried.subject !== null) return `${carried.subject}${part}`;
  if (before.length === 1 && carried.measure !== null && /[长宽高深厚重]$/.test(carried.measure))
    return `${carried.measure.slice(0, -1)}${before}`;
  if (
    carried.measure !== null &&
    setting.previous !== null &&
    before.length <= 8 &&
    !BARE_QUANTITY.test(before) &&
    /[、和及与]/.test(setting.text.charAt(setting.previous.end))
  ) {
    // 处置直播间7万个、账号2万个: the noun is new, the verb is not.
    return `${findActAtStart(carried.measure) ?? YEARLY.exec(carried.measure)?.[0] ?? ''}${before}`;
  }
  if (
    carried.measure !== null &&
    before.length <= 3 &&
    setting.rule === 'count' &&
    carried.unit === setting.figure.unit?.base &&
    findActAtEnd(before) !== null
  ) {
    // 收集意见418条,办结263条: the verb is new, what it is done to is not.
    return `${before}${dropAct(carried.measure)}`;
  }
  return ownQuantity(setting, before, carried);
}

/** 完成年任务, 完成全年目标: how much of a plan is fulfilled. */
const FULFILLED = /^完成(?:全?年度?|年初|季度|考核|预算)?(?:任务|目标|计划|预算)(?:任务|目标|数)?$/;

/** 年出栏生猪140万头、家禽2450万只: the verb of a yearly amount. */
const YEARLY = /^年?(?:出栏|存栏|末存栏|加工|养殖|种植|生产|销售|出口)(?=.{2})/;

/** 进一步下降50%: how a change went on. */
const FURTHER =
  /^(?:进一步|继续|持续|稳步|大幅|小幅|略有?)(?=增长|下降|上升|增加|减少|提高|降低|回升|回落|上涨|下跌|下滑|扩大|收窄|加快)/;

const LED_BY = /^(增幅|降幅|涨幅|跌幅|增速|占比|比重|人数|数量|销量|产量)[则也仍]?以(.{2,8})$/;

const SPENT = /^(?:只|仅|要|就|只要|大约)?(?:花费?|卖|收费?|需要?)了?$/;

const QUANTITIES =
  '成交额?|租金|收入|投资|销售额|覆盖率|产值|利润|售价|面积|费用|金额|占地|产量|销量|市值|库容|营收|单价|均价|绝收|损失|[总全]长';

/** A quantity that alone does not say of what it is: 投资60万元, behind what was told of a library. */
const BARE_QUANTITY = new RegExp(`^[\\u4e00-\\u9fff]{0,2}(?:${QUANTITIES})$`);
const COMPARED = /[高低快慢]于|高出/;
const QUANTITY_AT_END = new RegExp(`(?:${QUANTITIES})$`);
const SUPERLATIVE = /最[大高多小低少]$/;
/** What the last measure has besides its thing: 全县|产值, 新路|总长. */
const LAST_QUANTITY = new RegExp(`(?:总?(?:${QUANTITIES})|[总全]?[长宽高深厚重])$`);

/** A bare quantity with what the sentence told of last. */
function ownQuantity(setting: Setting, before: string, carried: Carried): string {
  const largest = readLargest(setting, before);
  if (largest !== null) return `${largest}${before}`;
  if (carried.subject === null || carried.sentence !== setting.sentenceStart || !BARE_QUANTITY.test(before))
    return before;
  const whole = carried.subject.replace(LAST_QUANTITY, '').replace(/(?:计划|预计|规划)$/, '');
  // 按每斤4元计算: how it was reckoned is no thing.
  if (/^(?:按|以|折合)/.test(whole)) return before;
  const thing = whole.length > 10 ? dropAct(whole) : whole;
  return thing.length < 2 || thing.length > 10 || before.length > 4 || thing.includes(before)
    ? before
    : `${thing}${before}`;
}

/** 某项目投资额最大,计划总投资23亿元: what is the largest stands before; null where a quantity does not go on about that. */
function readLargest(setting: Setting, before: string): string | null {
  const { text, sentenceStart, clauseStart, previous } = setting;
  if (previous !== null || before.length > 5 || !QUANTITY_AT_END.test(before)) return null;
  if (!SUPERLATIVE.test(text.slice(Math.max(sentenceStart, clauseStart - 4), clauseStart - 1))) return null;
  const clause = readClauseBefore(setting)?.replace(/额$/, '') ?? '';
  const thing = clause.replace(LAST_QUANTITY, '');
  return thing.length >= 2 ? thing : null;
}

/** 其次为西北地区，占到26%: whose share follows. */
function readOwner({ text, clauseStart, sentenceStart }: Setting): string | null {
  const before = text.slice(Math.max(sentenceStart, clauseStart - 18), Math.max(sentenceStart, clauseStart - 1));
  return /(?:^|[，,；;])(?:其次|第[二三四])[为是](?:来自)?([\u4e00-\u9fff]{2,10})$/.exec(before)?.[1] ?? null;
}

/** 比2017年的2073亿元增长21%: the words of the comparison that the figure before stands in. */
function readYardstick({ text, previous, clauseStart }: Setting): string {
  if (previous === null) return '';
  const before = text.slice(Math.max(clauseStart, previous.start - 12), previous.start);
  return YARDSTICK.exec(before)?.[0].slice(0, -1) ?? '';
}

/** 规划面积：62公顷, 心跳：每分钟20次: the name before the colon; null where somebody speaks behind it. */
function readLabel({ text, clauseStart, previous }: Setting): string | null {
  const end = clauseStart - 1;
  if (!/[：:]/.test(text.charAt(end)) || (previous !== null && previous.end > end)) return null;
  const words = /[\u4e00-\u9fffA-Za-z（）()]{2,16}$/.exec(text.slice(Math.max(0, end - 16), end))?.[0] ?? '';
  const name = words.replace(/^[（(]?[一二三四五六七八九十]{1,3}[）)]/, '').replace(/^其中/, '');
  return name.length < 2 || /(?:[说道问答称讲]|表示|指出|认为|介绍|记者|如下|所述)$/.test(name) ? null : name;
}

/** The subject of the clause before, when the figure's own clause has none. */
function readClauseBefore(setting: Setting): string | null {
  const { text, clauseStart, sentenceStart, figures, index } = setting;
  const end = clauseStart - 1;
  if (end <= sentenceStart || !/[，,；;]/.test(text.charAt(end))) return null;
  let start = end;
  while (start > sentenceStart && end - start < 40 && !/[，,。；;：！？\n“”]/.test(text.charAt(start - 1))) start -= 1;
  if ((figures[index - 1]?.end ?? -1) > start) return null;
  const clause = trimEnds(readWords(setting, start, end));
  if (/^(?:有所|才|又|随|据|数据显示)/.test(clause) || /[0-9０-９]/.test(clause)) return null;
  const stop = clause
    .slice(2)
    .search(
      /最[大高多强快小低少惨严]|都|已|将|也|仍|正|就|创|突破|首次|大幅|小幅|略|有所|为|是|有|达|同比|持续|不断|进一步|稳步|明显|显著|总体|平稳|保持|继续|在|维持|增强|较快|快速/,
    );
  const subject = stop >= 0 ? clause.slice(0, stop + 2) : clause;
  return subject.length >= 2 && subject.length <= 20 ? subject : null;
}
