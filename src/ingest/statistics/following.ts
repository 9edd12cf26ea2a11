/** The words behind a figure that say what is counted, and what is told of it. */
import { isWord } from '../../text/words.js';
import type { Setting } from './setting.js';
import { dropWayToLevel, findActInside } from './verbs.js';

/** Whether nothing that follows the unit can be what is counted. */
const NOTHING =
  /^(?:$|[，。；：、！？\s（()）)”’"》,;!?…—\-–~～/|了]|在(?![校建册职岗线研押编])|和|及|与|或|以(?!色列|军)|记者|第[0-9０-９一二三四五六七八九十]|不等|左右|同比|环比|增|降(?![温水雨雪幅噪压价])|下降|上升|减少|回落|(?:进一步|继续|大幅|小幅|明显|略)(?=[下上增减升降回])|比|[较較](?![大小重])|就|才|到|把|为|已于|而|并|至|(?:历史)?(?:大关|关口|台阶|门槛|量级|高位|水平(?![线面考测]))|时|之间|之外|甚至|乃至|但|则|没有|尚未|未能|最[多少高低大小]|居[首冠多前]|次之|后(?![勤备])|的[，。；、）])/;

/** Further than this nothing behind a figure is read. */
const LONGEST_AFTER = 24;

/** What follows the figure up to the end of the clause or the next figure, without 的. Null when there is nothing to count. */
export function readAfter(setting: Setting): string | null {
  const { text, figure, clauseEnd, next, periods } = setting;
  let end = Math.min(clauseEnd, next?.start ?? clauseEnd, figure.end + LONGEST_AFTER);
  const period = periods.find(({ start }) => start >= figure.end);
  if (period?.start === figure.end) return null;
  // 800张床位去年投用: a time belongs to what is told, or to the next thing.
  if (period !== undefined && period.start < end) end = period.start;
  const words = text.slice(figure.end, end).replace(/^的/, '');
  if (NOTHING.test(words) || dropWayToLevel(words) !== words) return null;
  return words;
}

/** A noun phrase and the words behind it that tell what happened to it. */
export interface Counted {
  noun: string;
  verb: string;
}

/** Words that end a noun phrase and begin what is told of it. */
const TELLING =
  /全部|普遍|基本(?![面农法药建医养盘功])|正(?=[在忙努积紧加])|分赴|奔赴|先后|正在|已经|已(?![婚故])|均(?!价)|(?<![成首])都(?![市江])|共同|纷纷|被(?![\u4e00-\u9fff]{4})|有(?![色机效关限])|参加|参与|受益|获得|得到|接受|开始(?!之)|提前|率先|相继|陆续|前往|赶[到赴往]|来到|争着|出席|到场|参[展赛](?![商选作单企])|合并/;
/** Words that end a noun phrase and begin something else; not where they are part of another word (天使, 基因). */
const ENDING =
  /(?<![现存])在(?![校建册职岗线研押编])|从(?!业)|将(?!军)|把|等(?![级离])|以及|是|(?<![行作])为|(?<![雷发])达|占|同比|分别|各(?![类种])|(?<![报签])到(?![账期岗访])|(?<![天大])使(?![用馆])|让|遭(?!到)|不同程度|被(?=[\u4e00-\u9fff]{4})|除(?![夕尘湿雪草])|(?<![自理])由|(?<![方导])向|(?<![核针应绝相面])对(?![象口接外])|按(?![揭摩])|(?<!基)因(?!素)|通过|带动|推动|助力|其中|还(?![款贷])|也|却|仍|没有|记者(?!会|站|团|证)|每[年月天日个人亩户]|(?<![售产战课])后(?![勤备续方期来面台])|[—：:★▲|]|\s/g;

/** 加工线正在调试: 正 is of what is told. */
const GOING_ON = /(?<=..)(?<![公校修改更纠订])正$/;

/** Marks that end a clause, and a closing quotation mark that was opened before it. */
const BRACKET = /[（(）)，。]|^[^“‘]*[”’]/g;

const LONGEST_DESCRIBED = 13;
const LONGEST_NOUN = 16;

/**
 * Cuts what follows a figure into what is counted and what is told of it. `receives`: whether 为 or 给 stands before the
 * figure, so that what is done for the counted follows them.
 */
export function splitCounted(words: string, receives: boolean): Counted {
  const aside = /^[^（(，]{1,8}[（(][^（(）)]{1,4}[）)]/.exec(words)?.[0];
  if (aside !== undefined) return { noun: aside, verb: '' };
  const clause = cut(words, BRACKET);
  const plain = cutAtAspect(cut(clause, ENDING, 1)).replace(GOING_ON, '');
  const act = receives ? findActInside(plain) : -1;
  const telling = act > 0 ? act : plain.search(TELLING);
  if (telling < 0) return { noun: trimPlace(plain).slice(0, LONGEST_NOUN), verb: '' };
  // What is told may hold words that would end a noun phrase: 全部通过考核.
  const verb = clause
    .slice(telling)
    .replace(/^(?:全部|先后|已经|已|均|都|共同|纷纷)+/, '')
    .replace(/了$/, '');
  // 年龄已满100岁的老人: the telling words describe the noun behind 的.
  if (/的.{2,4}$/.test(clause) && clause.length <= LONGEST_DESCRIBED) return { noun: clause, verb: '' };
  // 42种宝石中有20种: 中 says that some of them are told of, not what.
  if (/中$/.test(plain.slice(0, telling)) && verb.startsWith('有'))
    return { noun: trimPlace(plain.slice(0, telling)).slice(0, LONGEST_NOUN), verb: '' };
  const short = verb.length <= 12 && !verb.includes('的');
  return { noun: plain.slice(0, telling).slice(0, LONGEST_NOUN), verb: short ? verb : '' };
}

/** 城市反馈了情况, 医生背着药箱: the verb that 了 or 着 belongs to is told of the noun before it. */
function cutAtAspect(words: string): string {
  const at = words.search(/[了着]/);
  if (at < 2 || words.includes('的')) return words;
  const verb = at >= 3 && isWord(words.slice(at - 2, at)) ? at - 2 : at - 1;
  return verb >= 2 ? words.slice(0, verb) : words;
}

/** 人员中 and 饮品店里: the place word is no part of what is counted. */
function trimPlace(noun: string): string {
  return noun.length > 2 ? noun.replace(/(?<![集其高初途水空手家])[中里]$|(?<=..)后$/, '') : noun;
}

/** The words before the first match of a global pattern that begins at `from` or later. */
function cut(words: string, at: RegExp, from = 0): string {
  at.lastIndex = from;
  return words.slice(0, at.exec(words)?.index);
}

/** 22.5万吨和10万吨泊位, 221户811人脱贫: figures side by side share what follows the last one. */
export function readSharedNoun(setting: Setting): string | null {
  const { text, figure, next, clauseEnd, figures } = setting;
  if (next === null || !/^(?:、|和|及|与)?$/.test(text.slice(figure.end, next.start))) return null;
  // 由30户90人减至2户5人: what they share ends where another figure stands.
  const other = figures[figures.indexOf(next) + 1] ?? null;
  return readAfter({ ...setting, figure: next, next: other, clauseEnd: Math.min(clauseEnd, next.end + 20) });
}
