/** Time expressions that figures hold for: 截至6月, 去年, 一季度, “十二五”期间. It finds them; what days they stand for is read elsewhere. */
import { codeAt, createCodeSet } from './code-set.js';
import { isDigitCode } from './numerals.js';

/** A time expression in a text. */
export interface Period {
  start: number;
  end: number;
  text: string;
  /** passing: says when something was told (近日, 昨天) rather than what a figure holds for. */
  kind: 'period' | 'passing';
}

const D = '[0-9０-９]';
const C = '[一二三四五六七八九十两]';
const N = `(?:${D}{1,3}|${C}{1,3}|几|数|半)`;
const YEAR = `(?:(?:1[89]|20|１[８９]|２０)${D}{2}[-—―~～至]?(?:(?:1[89]|20)${D}{2})? ?年(?!级)度?|(?:1[89]|20)${D}{2}(?=全年|[上下]半年|第?[一二三四1-4]季)|(?<!${D})[5-9５-９]${D}年(?=[春夏秋冬][天季]|${D}{1,2}月|[上下]半年)|[一二][〇零○一二三四五六七八九]{3}年|(?:[今去前明当上本同]|(?<![\u4e00-\u9fff])后|(?<=[到至在从于自和与或及])后)年(?!级|轻|人|代|后|前(?!${N}个?月|[二三]季)))`;
const MONTH = `(?:${D}{1,2} ?|${C}{1,2})月(?:份)?`;
const MONTHS = `${D}{1,2}(?:月)?(?:份)?[-—―－–~～至到]{1,2}${D}{1,2}月(?:份)?`;
const DAY = ` ?(?:${D}{1,2} ?|${C}{1,3})[日号](?![线楼院机井])`;
const FRONT = `[前头首]${N}个?(?:月|季度|周|天)(?:份)?`;
const QUARTER = `(?:第?[一二三四1-4]季度|第[一二三四1-4]季(?![度节])|[上本同]季(?![度节])|首季度?|[前首][二两三]季(?!节)度?|[上下]半年|全年|(?<![几数多余半两一二三四五六七八九十])年[初末底]|(?<![几数多余半两一二三四五六七八九十])年中(?![国央外药医东美欧日俄山兴部西华铁建石粮通煤])|岁末)`;
const CLOCK = `(?:[上下中]午|凌晨|晚上|晚|夜间|早上)?(?:${D}{1,2}(?:时|点|:|：)(?:${D}{2}分?|${D}分|许|整)?)?`;
const IN_YEAR = `(?:${MONTHS}|${MONTH}(?:${DAY}${CLOCK})?|${FRONT}|${QUARTER}|[初末底]|中(?![国央外药医东美欧日俄山兴部西华铁建石粮通煤]))`;
const PART = '(?:上旬|中旬|下旬|初|末|底|当[天日月]|全[月年]|[春夏秋冬][天季])?';
const SPAN = `${N}(?:多|余)?(?:年|个多?月|个?星期|周|天|个?小时)(?:多)?`;
const SINCE = '(?:期间|以来|以前|之前|以后|之后|起|来(?![台到访京华沪自])|前后|间|前(?=[，,将要再完]|建成))?';
const PATTERN = new RegExp(
  `(?:(?:${YEAR}(?:的? ?${IN_YEAR})?|${MONTHS}|${MONTH}(?:${DAY}${CLOCK})?|${FRONT}|${QUARTER}|${D}{1,2}[日号]${CLOCK}(?=[，,、在]))${PART}${SINCE}` +
    `|“?(?:十[一二三四五六]?|[七八九])五”?(?:规划)?(?:期间|时期|以来|末|初|期末|收官之年|开局之年)` +
    `|(?:目前|发稿|当前|现在|现时|今日|昨日|当日|[前昨今]天)(?:为止|时)?)` +
    `|(?:近|最近|过去|未来|今后|此后|前|头)${SPAN}(?:以)?(?:来|间|里|内)?|${SPAN}(?:以?来|前|里)(?!自)|近[些几]?年来?|近几年来?|(?:上|本|这|当|次)个?(?:月|周|季度|学期|世纪)(?![^，。]{0,2}球)|以前(?![往来赴])|以往|此前|过去|前几天|如今|眼下|日前|近日|近来|昨[天晚日]|前天|[今明]天|[今明]后|改革开放以来|建国以来|入[春夏秋冬]以来`,
  'y',
);
const PASSING = /^(?:近日|日前|昨[天晚日]|前天|[今明]天|今日|近来|本报)$/;

/** What may stand second in a time expression, by what stands first: where neither fits, the pattern is not tried. */
const STARTS: Record<string, string> = {
  今: '年后日天',
  去: '年',
  前: '0123456789０１２３４５６７８９一二三四五六七八九十两几数半年天',
  明: '年天',
  后: '年',
  当: '年前日月个',
  上: '半个月周年季学',
  下: '半',
  本: '年月周季学个世',
  这: '个',
  次: '月',
  同: '年季',
  头: '0123456789０１２３４５６７８９一二三四五六七八九十两几',
  首: '季0123456789０１２３４５６７８９一二三四五六七八九十两',
  第: '一二三四1234',
  全: '年',
  年: '初中末底',
  岁: '末',
  近: '0123456789０１２３４５６７８９一二三四五六七八九十两几半年些日来',
  最: '近',
  过: '去',
  未: '来',
  此: '前后',
  如: '今',
  眼: '下',
  日: '前',
  昨: '天晚日',
  以: '前往',
  目: '前',
  现: '在时',
  发: '稿',
  入: '春夏秋冬',
  改: '革',
  建: '国',
  '“': '十七八九',
};
const starts = new Map(Object.entries(STARTS).map(([first, seconds]) => [first.charCodeAt(0), seconds]));
const NUMERAL_STARTS = '一二三四五六七八九十两几数半';
const AFTER_NUMERAL = '一二三四五六七八九十年月日号季个多余几周天星小五〇零○';
const openers = createCodeSet(`0123456789０１２３４５６７８９${NUMERAL_STARTS}${Object.keys(STARTS).join('')}`);

/** Finds the time expressions between two offsets, in reading order. */
export function findPeriods(text: string, from: number, to: number): Period[] {
  const found: Period[] = [];
  let at = from;
  while (at < to) {
    const code = codeAt(text, at);
    if (code === 0x671f && text[at + 1] === '间') {
      const event = readEvent(text, at, found.at(-1)?.end ?? from);
      if (event !== null) found.push(event);
      at += 2;
      continue;
    }
    if (openers[code] !== 1) {
      at += 1;
      continue;
    }
    const digits = isDigitCode(code);
    if (!digits) {
      const seconds = starts.get(code) ?? AFTER_NUMERAL;
      if (!seconds.includes(text.charAt(at + 1) || '，')) {
        at += 1;
        continue;
      }
    }
    PATTERN.lastIndex = at;
    const length = PATTERN.exec(text)?.[0].length;
    if (length === undefined || at + length > to) {
      at = digits ? skipDigits(text, at) : at + 1;
      continue;
    }
    const start = readLeading(text, at, found.at(-1)?.end ?? from);
    const end = at + length;
    const last = found.at(-1);
    // 1998年8月至1999年5月 is one time with two ends.
    if (last !== undefined && isOneSpan(text, last, start)) {
      found[found.length - 1] = { ...last, end, text: text.slice(last.start, end) };
    } else {
      const words = text.slice(start, end);
      found.push({ start, end, text: words, kind: PASSING.test(words) ? 'passing' : 'period' });
    }
    at = end;
  }
  return found;
}

/** Whether what starts at `start` is the second end of a span of time that begins with `first`. */
function isOneSpan(text: string, first: Period, start: number): boolean {
  if (!/[年月日号旬初末底]$/.test(first.text) || /^截|[至到～~]/.test(first.text)) return false;
  return start === first.end
    ? /[至到]/.test(text.charAt(start))
    : start === first.end + 1 && /[至到\-—―－–~～]/.test(text.charAt(first.end));
}

/** Words before a time that say from or up to when: 截至6月, 自2007年起, 到2020年. */
const LEADING = ['截至记者', '截止记者', '截至', '截止到', '截止', '自从', '自', '从', '到', '至'];

function readLeading(text: string, at: number, from: number): number {
  for (const word of LEADING) {
    const start = at - word.length;
    if (start < from || !text.startsWith(word, start)) continue;
    // 提高到2015年的52%: 到 belongs to the verb.
    const opens = word.length > 1 || start === from || /[，。；：、（(“\s]/.test(text.charAt(start - 1));
    return opens || word === '自' ? start : at;
  }
  return at;
}

function skipDigits(text: string, at: number): number {
  let end = at;
  while (isDigitCode(codeAt(text, end))) end += 1;
  return end;
}

/** 整治期间, 展会期间: up to four characters before 期间 name the event. */
function readEvent(text: string, at: number, from: number): Period | null {
  let start = at;
  while (start > from && at - start < 4 && !/[\s，。、；：的在年月]/.test(text.charAt(start - 1))) start -= 1;
  return at - start < 2 ? null : { start, end: at + 2, text: text.slice(start, at + 2), kind: 'period' };
}
