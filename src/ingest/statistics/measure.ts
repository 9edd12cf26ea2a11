/** What a figure counts or measures, in words of its sentence: the noun behind the unit, or the subject and verb before it. */
import { trimOpening } from './affixes.js';
import { LONGEST_ROW, type Row, repeatRow, spreadRow } from './parallel.js';
import { readAfter, readSubject, readWords, type Setting, splitCounted, trimEnds } from './setting.js';
import { dropChange, findActAtEnd, findActAtStart, GOES_ON } from './verbs.js';

/** What is carried from one figure of a sentence to the next. */
export interface Carried {
  /** The last measure, its unit, and where the sentence begins that it stands in. */
  measure: string | null;
  sentence: number;
  unit: string | null;
  /** What the last measure was said of. */
  subject: string | null;
  /** The measures of the sentence so far, the last ones. */
  recent: string[];
  /** The words before a count that the next one beside it shares: 东岸有5个村1.1万人. */
  opening: string;
  /** Offset where the words end that the last figure counts. */
  spent: number;
  /** What the figures to come of a row measure. */
  row: Row;
}

/** Nothing is carried into the first figure of a passage. */
export function startCarrying(): Carried {
  return { measure: null, sentence: -1, unit: null, subject: null, opening: '', spent: 0, recent: [], row: [] };
}

const LONGEST_MEASURE = 26;

/** Finds what a figure measures, in words of its sentence; null when they do not say. Updates what is carried. */
export function findMeasure(setting: Setting, carried: Carried): string | null {
  const { opening } = carried;
  const row = readRow(setting, carried);
  const measure = clean(row ?? choose(setting, carried));
  if (carried.opening === opening) carried.opening = '';
  if (measure === null) return null;
  carried.measure = measure;
  if (carried.sentence !== setting.sentenceStart) carried.recent = [];
  carried.recent.push(measure);
  carried.sentence = setting.sentenceStart;
  carried.spent = Math.max(carried.spent, setting.figure.end);
  carried.unit = setting.figure.unit?.base ?? null;
  const subject = dropChange(measure).replace(/占(?!地)(?!.*(?:比重|比例|份额|占比)$).+$/, '');
  if (subject.length >= 2) carried.subject = subject;
  return measure;
}

/** The place of a figure in a row that 分别 opens; null when it stands in none. */
function readRow(setting: Setting, carried: Carried): string | null {
  const before = readWords(setting, setting.previous?.end ?? setting.clauseStart, setting.figure.start);
  if (carried.row.length > 0 && /^(?:、|和|及|与|以及|，)$/.test(before)) {
    const [measure = null, ...rest] = carried.row;
    carried.row = rest;
    return measure;
  }
  carried.row = [];
  const at = before.lastIndexOf('分别');
  if (at < 0) return null;
  const count = countRow(setting);
  if (count < 2) return null;
  const { previous, text, clauseStart } = setting;
  const listed = previous !== null && Number(previous.value) === count ? text.slice(clauseStart, previous.start) : null;
  const head = trimEnds(before.slice(0, at));
  const tail = trimEnds(before.slice(at + 2));
  const row =
    head === '' && carried.sentence === setting.sentenceStart
      ? repeatRow(carried.recent, tail, count)
      : spreadRow(head, tail, count, listed === null ? null : trimOpening(listed));
  if (row === null) return null;
  carried.row = row.slice(1);
  return row[0] ?? null;
}

/** How many figures stand in a row from this one on, with nothing but 、 and 和 between them. */
function countRow({ text, figure, figures, index }: Setting): number {
  let count = 1;
  let end = figure.end;
  for (const other of figures.slice(index + 1, index + LONGEST_ROW)) {
    if (!/^(?:、|和|及|与|以及|，)$/.test(text.slice(end, other.start))) break;
    count += 1;
    end = other.end;
  }
  return count;
}

function choose(setting: Setting, carried: Carried): string | null {
  const before = readSubject(setting);
  const counts = COUNTING.has(setting.rule);
  return (
    (counts ? chooseCounted(setting, before, carried) : chooseAmount(setting, before)) ??
    chooseSubject(setting, before, carried)
  );
}

const COUNTING: ReadonlySet<string> = new Set(['count', 'people', 'bare-magnitude', 'bare-count', 'age', 'duration']);

/** What is counted stands behind the unit: 400个党组织, 38人受伤. */
function chooseCounted(setting: Setting, before: string, carried: Carried): string | null {
  const { text, figure, next, rule } = setting;
  if (rule === 'duration' && before.length >= 2) return null;
  const owner = /^(.{2,14})(?:是|为)一(?:家|个|所|座|支|名|位|条|种)$/.exec(trimOpening(setting.before));
  if (owner?.[1] !== undefined && text[figure.end] === '的') return owner[1];
  const words = readAfter(setting) ?? readSharedNoun(setting);
  if (words === null) return null;
  const unit = figure.unit?.text ?? '';
  if (text[figure.end] !== '的' && (unit === '人' || unit === '人次' || (unit === '户' && !HOUSEHOLD.test(words)))) {
    return choosePeople(setting, words, before, carried);
  }
  if (unit === '次' && before.length <= 2) return words.slice(0, LONGEST_ACT);
  const { noun, verb } = splitCounted(words, /[为给向替帮]$|组织$|帮助$/.test(setting.before));
  if (noun === '') return verb === '' ? null : `${carried.subject ?? ''}${verb}`;
  carried.spent = figure.end + noun.length + (text[figure.end] === '的' ? 1 : 0);
  carried.opening = before.length <= LONGEST_OPENING ? before : '';
  const named =
    verb.length < 2 || (next !== null && verb.length <= 4 && next.start < setting.clauseEnd)
      ? noun
      : `${verb}的${noun}`;
  return `${chooseOpening(before, noun)}${named}`;
}

/** The longest act that 次 counts. */
const LONGEST_ACT = 18;

/** Nouns behind 户 that name the household; what else follows tells what it did. */
const HOUSEHOLD =
  /^(?:人家|农户|农民|居民|村民|家庭|企业|群众|贫困|困难|商户|牧民|渔民|移民|住户|业主|个体|经营|商家|用户|脱贫户)/;

/** 死亡人数, 正在上网的人: people and households are told of by what follows. */
function choosePeople(setting: Setting, words: string, before: string, carried: Carried): string | null {
  const { text, figure, next, clauseEnd } = setting;
  if (/^[是为在占等各]/.test(words)) return null;
  let told = words;
  // 4302人参加了196次学习: the figure between is not part of what is told.
  if (
    next !== null &&
    next.start - figure.end <= 6 &&
    next.start < clauseEnd &&
    next.start === figure.end + words.length
  ) {
    told += text.slice(next.end, Math.min(clauseEnd, next.end + 14));
  }
  told = told
    .replace(/^(?:先后|已经|已|均|都|共同)/, '')
    .replace(/(?<=^.{2})了/, '')
    .replace(/[了的、和及与]$/, '');
  if (told.length < 2) return null;
  if (told.length > 16) told = told.slice(0, 16);
  if (/^参[加与]$/.test(told) && carried.measure !== null) return `${told}${carried.measure}的人`;
  const scope = before.length <= 4 && !findActAtEnd(before) ? before : '';
  if (figure.unit?.text === '人次') return `${scope}${told}人次`;
  return told.length === 2 ? `${scope}${told}人数` : `${scope}${told}的${figure.unit?.text === '户' ? '户' : '人'}`;
}

/** 22.5万吨和10万吨泊位, 221户811人脱贫: figures side by side share what follows the last one. */
function readSharedNoun(setting: Setting): string | null {
  const { text, figure, next, clauseEnd } = setting;
  if (next === null || !/^(?:、|和|及|与)?$/.test(text.slice(figure.end, next.start))) return null;
  return readAfter({ ...setting, figure: next, next: null, clauseEnd: Math.min(clauseEnd, next.end + 20) });
}

const LONGEST_OPENING = 8;

/** A short word before the number that belongs to what is counted: 签约33个项目, 全区11个街道. */
function chooseOpening(before: string, noun: string): string {
  if (before === '' || noun.startsWith(before)) return '';
  if (before.length <= LONGEST_OPENING && !/[，、“”]/.test(before)) return before;
  return findActAtEnd(before) ?? '';
}

/** Names of quantities that stand before a number whose thing stands behind it: 总投资25亿元的工程, 年产5万吨纸浆. */
const QUALITY =
  /(?:总投资|总投入|总造价|总面积|占地面积|建筑面积|经营面积|使用面积|面积|总长度|总长|全长|长度|总高|高度|总重|重量|总容量|容量|日产|年产|月产|亩产|单产|日处理|年处理|总规模|规模|总价值|价值|总额|金额|投资|估值|注册资本|造价|月租|租金|月薪|年薪|售价|单价|价格|占地|深|长|宽|高|重|厚)$/;

/** What an amount of money is called behind it: 300万元启动资金. */
const FUNDS =
  /^[^，。的]{0,6}?(?:资金|贷款|融资|投资|补贴|补助金?|奖金|奖励|罚款|罚金|订单|收入|工资|赔偿金?|善款|捐款|债券|销售额|产值|基金|股权|保费|学费|红包|消费券|大单)/;

/** An amount of what follows: 3000万元融资, 总投入25亿元的工程, 超过一半的使用者. */
function chooseAmount(setting: Setting, before: string): string | null {
  const { text, figure, rule, next } = setting;
  const words = readAfter(setting) ?? (next !== null && next.start > figure.end ? readSharedNoun(setting) : null);
  if (words === null) return null;
  const of = text[figure.end] === '的';
  const isPart = figure.unit?.kind === 'percent' || rule === 'fraction' || rule === 'tenths';
  if (isPart) {
    const told = of ? words : before === '' ? (/^(?:是|来自|用于|属于)(.+)/.exec(words)?.[1] ?? '') : '';
    return told.replace(/[，。].*$/, '').slice(0, LONGEST_NOUN_OF_PART) || null;
  }
  if (figure.unit?.kind === 'multiple' || figure.unit?.kind === 'points' || rule === 'index-value') return null;
  const noun = FUNDS.exec(words)?.[0] ?? splitCounted(words, false).noun;
  if (noun === '') return null;
  const quality = QUALITY.exec(before)?.[0];
  if (quality !== undefined && (of || noun.length >= 2)) return `${noun}${quality}`;
  if (of) {
    const area = /平方米|平米|㎡/.test(figure.unit?.text ?? '') ? '面积' : '';
    return `${noun.replace(/[里内上中]$/, '')}${area}`;
  }
  if (noun.length > 8 || /^[的是]/.test(noun)) return null;
  if (before.length <= 10) return `${before.replace(/了$/, '')}${noun}`;
  const act = findActAtEnd(before);
  return act === null ? noun : `${act}${noun}`;
}

const LONGEST_NOUN_OF_PART = 18;

/** What is measured stands before the number, in its clause or in an earlier one. */
function chooseSubject(setting: Setting, before: string, carried: Carried): string | null {
  if (/^(?:这|该|此)?一?(?:比例|数字|数据|占比|比重|数值|纪录)$/.test(before) && carried.measure !== null)
    return carried.measure;
  if (before === '' || /^(?:约|折)?合(?:人民币|美元)?$|^相当于$/.test(before)) {
    const own = setting.previous === null ? readClauseBefore(setting) : null;
    const last = carried.sentence === setting.sentenceStart ? carried.measure : null;
    return own ?? (carried.opening || null) ?? last ?? carried.subject;
  }
  if (GOES_ON.test(before) && before.length <= 14) {
    const subject = carried.subject ?? readClauseBefore(setting);
    return subject === null ? before : `${subject}${before}`;
  }
  const part = /^(?:为|是|相当于)(.{2,14})的[近约超]?$/.exec(setting.before)?.[0];
  if (part !== undefined && carried.subject !== null) return `${carried.subject}${part}`;
  if (before.length === 1 && carried.measure !== null && /[长宽高深厚重]$/.test(carried.measure))
    return `${carried.measure.slice(0, -1)}${before}`;
  if (
    carried.measure !== null &&
    setting.previous !== null &&
    before.length <= 8 &&
    /[、和及与]/.test(setting.text.charAt(setting.previous.end))
  ) {
    // 处置直播间7万个、账号2万个: the noun is new, the verb is not.
    return `${findActAtStart(carried.measure) ?? ''}${before}`;
  }
  if (
    carried.measure !== null &&
    before.length <= 3 &&
    setting.rule === 'count' &&
    carried.unit === setting.figure.unit?.base
  ) {
    // 收集意见418条,办结263条: the verb is new, what it is done to is not.
    return `${before}${carried.measure.slice((findActAtStart(carried.measure) ?? '').length)}`;
  }
  return before;
}

/** The subject of the clause before, when the figure's own clause has none. */
function readClauseBefore(setting: Setting): string | null {
  const { text, clauseStart, sentenceStart, figures, index } = setting;
  const end = clauseStart - 1;
  if (end <= sentenceStart || !/[，,；;]/.test(text.charAt(end))) return null;
  let start = end;
  while (start > sentenceStart && end - start < 40 && !/[，。；：！？\n“”]/.test(text.charAt(start - 1))) start -= 1;
  if ((figures[index - 1]?.end ?? -1) > start) return null;
  const clause = trimEnds(readWords(setting, start, end));
  if (/^(?:有所|才|又|随|据|数据显示)/.test(clause) || /[0-9０-９]/.test(clause)) return null;
  const stop = clause
    .slice(2)
    .search(
      /都|已|将|也|仍|正|就|创|突破|首次|大幅|小幅|略|有所|为|是|有|达|同比|持续|不断|进一步|稳步|明显|显著|总体|平稳|保持|继续|在|维持|增强|较快|快速/,
    );
  const subject = stop >= 0 ? clause.slice(0, stop + 2) : clause;
  return subject.length >= 2 && subject.length <= 20 ? subject : null;
}

const MARKED = /\s|^[、，：:）)]|[、，：:（(的]$/;

/** Puts a measure into its printed form: no marks at its ends, not longer than a phrase. */
function clean(measure: string | null): string | null {
  if (measure === null) return null;
  let words = MARKED.test(measure)
    ? measure
        .replace(/\s+/g, ' ')
        .replace(/^[、，：:）)]+|[、，：:（(的]+$/g, '')
        .trim()
    : measure;
  if (words.length > LONGEST_MEASURE) words = words.slice(-LONGEST_MEASURE);
  return words.length === 0 ? null : words;
}
