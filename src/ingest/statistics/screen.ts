/** Decides which figures are statistics and by which rule: dates, ordinals, names, sayings and numbering are none. */
import type { Figure } from './figure.js';
import { STRUCTURE, startsName } from './names.js';

/** The rule that takes a figure for a statistic. */
export type StatisticRule =
  | 'amount'
  | 'percentage'
  | 'percentage-points'
  | 'multiple'
  | 'fraction'
  | 'tenths'
  | 'doubling'
  | 'physical-quantity'
  | 'count'
  | 'people'
  | 'duration'
  | 'age'
  | 'bare-magnitude'
  | 'bare-count'
  | 'index-value'
  | 'rank';

/** Chooses the rule that takes a figure for a statistic; null when it is none. `from` and `to` bound the line. */
export function chooseRule(text: string, figure: Figure, from: number, to: number): StatisticRule | null {
  if ((figure.form !== 'rank' && isOrdinal(text, figure, from)) || isNamed(text, figure, from, to)) return null;
  switch (figure.form) {
    case 'rank':
      return 'rank';
    case 'fraction':
      return 'fraction';
    case 'tenths':
      return figure.value === '1' &&
        figure.qualifiers.length === 0 &&
        !/[占近约超降升长高少涨跌缩压减]/.test(text.charAt(figure.start - 1))
        ? null
        : 'tenths';
    case 'half':
      return isShareOfSomething(text, figure, from) ? 'fraction' : null;
    case 'doubling':
      return 'doubling';
    case 'number':
      return figure.unit === null ? chooseForBare(text, figure, from) : chooseForUnit(text, figure, from);
  }
}

const PICTURE = /(?:^|[如见由从据在附和与上下左右、，。；（(\s])[图表]$/;

function isOrdinal(text: string, figure: Figure, from: number): boolean {
  const before = text.charAt(figure.coreStart - 1);
  if (figure.coreStart === from) return false;
  if (before === '第' || before === '№' || before === '初' || before === '#') return true;
  if (
    /[周期拜]/.test(before) &&
    /(?:周|星期|礼拜)$/.test(text.slice(Math.max(from, figure.coreStart - 2), figure.coreStart))
  ) {
    return figure.notation === 'words';
  }
  // 如图1所示, 见表2: the number of a picture or table.
  if (/[图表]/.test(before) && PICTURE.test(text.slice(Math.max(from, figure.coreStart - 2), figure.coreStart)))
    return figure.notation === 'digits';
  // 前三名 is a rank; 前 with a span of time was a period.
  return before === '前' && /^[名位强]/.test(figure.unit?.text ?? text.charAt(figure.coreEnd));
}

/** Numbers inside a title, a short name in quotation marks, a set phrase, or next to view counters. */
function isNamed(text: string, figure: Figure, from: number, to: number): boolean {
  if (figure.notation !== 'digits' && (startsName(text, figure.coreStart) || startsName(text, figure.coreStart - 2)))
    return true;
  if (isInTitle(text, figure, from)) return true;
  const plain = figure.unit?.kind === 'currency' || figure.unit?.kind === 'percent' || figure.unit?.kind === 'points';
  if (!plain && isInShortQuote(text, figure, from, to)) return true;
  return isCounter(text, figure, from);
}

/** 阅读次数：1627, 浏览 33次: what a page says about itself. */
function isCounter(text: string, figure: Figure, from: number): boolean {
  if (figure.exponent > 0 || (figure.unit !== null && figure.unit.text !== '次')) return false;
  return /(?:浏览|阅读|点击|访问|评论|查看)(?:量|次数|数)?\s?[:：]?\s?$/.test(
    text.slice(Math.max(from, figure.start - 8), figure.start),
  );
}

const LONGEST_TITLE = 40;

function isInTitle(text: string, figure: Figure, from: number): boolean {
  const before = text.slice(Math.max(from, figure.start - LONGEST_TITLE), figure.start);
  const open = before.lastIndexOf('《');
  return open >= 0 && before.lastIndexOf('》') < open && before.lastIndexOf('。') < open;
}

/** Names in quotation marks are short; what is longer is said or told. */
const LONGEST_NAME = 9;

function isInShortQuote(text: string, figure: Figure, from: number, to: number): boolean {
  const before = text.slice(Math.max(from, figure.start - LONGEST_NAME), figure.start);
  const opening = /[“「‘"][^“「‘"”」’，。！？；]*$/.exec(before);
  if (opening === null) return false;
  const length = before.length - opening.index;
  const after = text.slice(figure.end, Math.min(to, figure.end + LONGEST_NAME + 2 - length));
  return /^[^，。！？；”」’"]*[”」’"]/.test(after);
}

function isShareOfSomething(text: string, figure: Figure, from: number): boolean {
  if (figure.qualifiers.length > 0) return true;
  return /(?:占|的|了|至|到|下降|减少|提高|增加|不足|成本|为|过|各占)$/.test(
    text.slice(Math.max(from, figure.start - 3), figure.start),
  );
}

function chooseForUnit(text: string, figure: Figure, from: number): StatisticRule | null {
  const { unit } = figure;
  if (unit === null) return null;
  const next = text.charAt(figure.coreEnd);
  if (figure.notation === 'string' || (figure.value === '0' && figure.exponent === 0)) return null;
  if (isIndefinite(text, figure)) return null;
  if (figure.notation === 'bare' && unit.kind === 'currency' && OF_A_KIND.test(next)) return null;
  if (
    figure.notation === 'bare' &&
    figure.start === figure.coreStart &&
    !figure.vague &&
    !(unit.kind === 'currency' && figure.exponent > 4 && figure.end === figure.coreEnd)
  ) {
    return null;
  }
  switch (unit.kind) {
    case 'currency':
      return /^(?:化|素|件|旦|宵|首|勋|老|氏|年)/.test(next) && unit.text === '元' ? null : 'amount';
    case 'percent':
      return 'percentage';
    case 'points':
      return 'percentage-points';
    case 'multiple':
    case 'doubling':
      return 'multiple';
    case 'tenths':
      return 'tenths';
    case 'age':
      return 'age';
    case 'duration':
      return isSpanOfTime(text, figure) ? 'duration' : null;
    case 'physical':
      return isPhysical(text, figure) ? 'physical-quantity' : null;
    case 'people':
      return isCountOfPeople(text, figure, from) ? 'people' : null;
    case 'count':
      return isCount(text, figure) ? 'count' : null;
  }
}

/** 亿元企业, 上亿元项目: a kind of things, by their size. */
const OF_A_KIND = /[企项产园村县镇户富级订楼大]/;

/** 一个企业, 一公里 and 二层: 一 names one of a kind, 二 is an ordinal. */
function isIndefinite(text: string, figure: Figure): boolean {
  if (figure.notation !== 'words' || figure.valueMax !== null || figure.exponent > 0) return false;
  const { kind } = figure.unit ?? {};
  if (kind === 'multiple' || kind === 'percent') return false;
  switch (figure.value) {
    case '0':
      return true;
    case '1':
      return !(figure.vague || (figure.qualifiers.length > 0 && kind !== 'count' && kind !== 'people'));
    case '2':
      return text[figure.coreStart] === '二' && kind !== 'tenths';
    default:
      return false;
  }
}

const TIME_ADVERBIAL = /^(?:以?来|以?前|以?后|之前|之后|里|内|间|期间|级|代|度|制|期|规划|行动|计划|工程)/;

function isSpanOfTime(text: string, figure: Figure): boolean {
  if (TIME_ADVERBIAL.test(text.slice(figure.end, figure.end + 2))) return false;
  const number = Number(figure.value);
  if (/^(?:周|晚|季|载|旬|夜)$/.test(figure.unit?.text ?? '') && figure.notation !== 'digits' && number > 3)
    return false;
  if (!/^年/.test(figure.unit?.text ?? '')) return true;
  // 据97年预测, in 2024年's way of the last century.
  if (figure.notation === 'digits' && number >= 70 && figure.qualifiers.length === 0 && figure.end === figure.coreEnd)
    return /[的]/.test(text.charAt(figure.end));
  return number < 100 && !/[0-9０-９一二三四五六七八九十]/.test(text.charAt(figure.end));
}

function isPhysical(text: string, figure: Figure): boolean {
  const word = figure.unit?.text ?? '';
  const next = text.charAt(figure.coreEnd);
  const before = text.charAt(figure.coreStart - 1);
  const exact = figure.notation === 'digits' || figure.exponent > 0;
  switch (word) {
    case '点':
      return exact && /\d{3}/.test(figure.value);
    case '级':
      return exact && figure.value.includes('.');
    case '分':
      return exact && /^[，。；、！的）)\s]?$/.test(next) && !/[时点:：比]/.test(before);
    case '度':
      return exact && !/[假过]/.test(next);
    case '方':
      return exact && figure.exponent > 0;
    case '里':
    case '安':
    case '卡':
    case '节':
    case '转':
    case '兆':
    case '牛':
    case '两':
    case '平方':
      return exact;
    case 'G':
    case 'M':
      // 5G and 4G are networks.
      return exact && Number(figure.value) >= 10 && !/[A-Za-z0-9\u4e00-\u9fff]/.test(next);
    case '公里':
      return !isMilestone(text, figure);
    case '米':
      return !isMilestone(text, figure) && !CONTEST.test(text.slice(figure.end, figure.end + 3));
    case 'm':
    case 'g':
    case 't':
    case 'W':
    case 'V':
      return exact && !/[A-Za-z0-9\u4e00-\u9fff网时]/.test(next);
    default:
      return true;
  }
}

/** 高速1738公里+800米, 国道56公里处: where on a road something is. */
function isMilestone(text: string, figure: Figure): boolean {
  if (text[figure.end] === '+' || text[figure.start - 1] === '+') return true;
  return (
    text[figure.end] === '处' &&
    /(?:高速|高速公路|公路|国道|省道|[路线段])$/.test(text.slice(Math.max(0, figure.start - 4), figure.start))
  );
}

const CASUALTY = /^(?:死亡|受伤|遇难|失踪|重伤|轻伤|获救|被困|伤亡|当场|不幸|溺亡|生还|身亡|罹难|感染|确诊)/;

/** 两人 and 三人 are mostly pronouns; who died or was hurt is counted. */
function isCountOfPeople(text: string, figure: Figure, from: number): boolean {
  if (figure.unit?.text !== '人' || figure.notation === 'digits' || figure.vague || figure.qualifiers.length > 0)
    return true;
  if (Number(figure.value) > 10 || figure.exponent > 0) return true;
  if (CASUALTY.test(text.slice(figure.end, figure.end + 2))) return true;
  return (
    /(?:[致成共有的]|共有|造成|导致)$/.test(text.slice(Math.max(from, figure.start - 2), figure.start)) &&
    !/[都均也还是]/.test(text.charAt(figure.end))
  );
}

/** Units of places, which also end names: 三省, 两市. */
const PLACES = /^(?:股|国|國|省|市|县|縣|区|區|镇|鎮|乡|鄉|村|校|州|街道|社区|道|线|员|面|声)$/;

function isCount(text: string, figure: Figure): boolean {
  const word = figure.unit?.text ?? '';
  const small = Number(figure.value) < 10 && figure.exponent === 0 && figure.notation !== 'digits';
  if (PLACES.test(word) && small && !figure.vague) return false;
  if (/^[类類种種样字环]$/.test(word) && small && /^[，。；、）”\s]?$/.test(text.charAt(figure.coreEnd))) return false;
  // 烘干房，四处堆满鲜果: everywhere.
  if (word === '处' && text[figure.start] === '四' && /[，。；、\s]/.test(text.charAt(figure.start - 1) || '，'))
    return false;
  if (word === '层' && isFloor(text, figure)) return false;
  if (word === '步' && figure.notation !== 'digits') return false;
  if (word === '次' && isNumbered(text, figure)) return false;
  if (word === '段' && /^(?:时[间期光]|日子)/.test(text.slice(figure.coreEnd, figure.coreEnd + 2))) return false;
  if (
    figure.exponent === 0 &&
    Number(figure.value) <= 12 &&
    STRUCTURE.test(text.slice(figure.coreEnd, figure.coreEnd + 3))
  )
    return false;
  return true;
}

/** 位于大厦15层: where something is. A house of 15层 has as many. */
function isFloor(text: string, figure: Figure): boolean {
  if (figure.vague || figure.qualifiers.length > 0 || figure.exponent > 0) return false;
  const before = text.slice(Math.max(0, figure.start - 2), figure.start);
  return (
    !/[高共有建盖设达为上下幢栋座厚每]$/.test(before) &&
    !/^(?:高|楼房|大楼|住宅|建筑|小楼|的?(?:大楼|建筑|住宅|小楼|高楼))/.test(text.slice(figure.end, figure.end + 3))
  );
}

/** 十四届九次全会, 40次特快列车, 三次产业: a session, a train and a sector by their number. */
function isNumbered(text: string, figure: Figure): boolean {
  const next = text.slice(figure.coreEnd, figure.coreEnd + 4);
  if (/^(?:[特直普]快|快车|列车|动车|高铁|航班|旅客列车|客车|产业)/.test(next)) return true;
  return /[届大会委]/.test(text.charAt(figure.start - 1)) && /^(?:全会|全体|会议|代表|常委|大会)/.test(next);
}

/** 100米金牌, 110米栏: a contest by its distance. */
const CONTEST = /^(?:[金银铜]牌|(?:半|预|总)?决赛|预赛|自由泳|蛙泳|仰泳|蝶泳|混合泳|跨?栏|接力|短跑|赛跑|冠军|个人)/;

const INDEX =
  /(?:指数|系数|[人户件位床次辆台套]数|数量|总数|总量|得分|总分|评分|均分|PMI|CPI|PPI|Elo|比值)(?:已|均|仅|亦|也)?(?:为|由|从|达到?|是|超过?|约|突破|升至|降至|回升至|[:：])?$/;
const LEVEL = /(?:为|是|达|达到|至|到|在|于|指数|系数|PMI)$/;

function chooseForBare(text: string, figure: Figure, from: number): StatisticRule | null {
  if (figure.notation === 'string' || (figure.valueMax !== null && figure.exponentMax === 0)) return null;
  const next = text.charAt(figure.end);
  if (/[A-Za-z\-_/:@×xX*]/.test(next)) return null;
  if (Math.max(figure.exponent, figure.exponentMax) >= 3 && figure.magnitude !== '') {
    if (figure.notation === 'bare' && figure.qualifiers.length === 0) return null;
    return /[科达事向福家股般分]/.test(next) && figure.notation !== 'digits' ? null : 'bare-magnitude';
  }
  if (figure.vague && Number(figure.value) >= 10 && /[\u4e00-\u9fff]/.test(next) && !/[年月日岁后]/.test(next))
    return 'bare-count';
  if (figure.notation !== 'digits') return null;
  const before = text.slice(Math.max(from, figure.start - 8), figure.start);
  const between = /[由从](?:[^，。；由从]{0,6}的)?$/.test(before) && /[提降升增减扩缩]/.test(next);
  const closed = between || next === '' || /[，。；、！？（(）)的\s]/.test(next) || figure.end > figure.coreEnd;
  if (!closed) return null;
  if (INDEX.test(before)) return 'index-value';
  // 上升至53,400: of many, though they have no unit.
  if (figure.value.length >= 5 && /[升增降减跌落加少][至到]$/.test(before)) return 'index-value';
  return figure.value.includes('.') && (between || LEVEL.test(before) || figure.qualifiers.length > 0)
    ? 'index-value'
    : null;
}
