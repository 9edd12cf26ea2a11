/** The words around a figure that may say what it measures: those before it in its clause, and those behind it. */
import type { Period } from '../../text/periods.js';
import { trimClosing, trimOpening } from './affixes.js';
import type { Figure } from './figure.js';
import type { StatisticRule } from './screen.js';
import { dropWayToLevel, findActInside } from './verbs.js';

/** A figure with the sentence around it. Offsets are in the text of the article. */
export interface Setting {
  text: string;
  figure: Figure;
  rule: StatisticRule;
  /** Where the sentence and the clause begin, and where the clause ends. */
  sentenceStart: number;
  clauseStart: number;
  clauseEnd: number;
  /** The figures beside it, when they stand in the same clause. */
  previous: Figure | null;
  /** The words between the previous figure, or the start of the clause, and this one; without time expressions. */
  before: string;
  next: Figure | null;
  periods: readonly Period[];
  /** All statistics of the line, and which of them this one is. */
  figures: readonly Figure[];
  index: number;
}

/** Further than this no word before a figure belongs to it. */
const LONGEST_BEFORE = 48;

/** The words between two offsets, the last ones of them, without time expressions. */
export function readWords({ text, periods }: Pick<Setting, 'text' | 'periods'>, start: number, to: number): string {
  const from = Math.max(start, to - LONGEST_BEFORE);
  let words = '';
  let at = from;
  for (const period of periods) {
    if (period.end > to) break;
    if (period.start < at || /[比较較于]$/.test(text.slice(Math.max(from, period.start - 1), period.start))) continue;
    words += text.slice(at, period.start).replace(/[在自从于]$/, '');
    at = period.end;
  }
  return words + text.slice(at, to);
}

/** The words before the figure that may be what is measured. Empty when they only lead to the number. */
export function readSubject(setting: Setting): string {
  return refine(trimEnds(setting.before));
}

/** Takes off what opens a clause and what leads to the number, also the verb that leads to a level (降至). */
export function trimEnds(words: string): string {
  let rest = trimOpening(words.trim());
  for (let turn = 0; turn < 4; turn += 1) {
    const shorter = trimClosing(dropWayToLevel(rest));
    if (shorter === rest) break;
    rest = shorter;
  }
  return trimOpening(rest);
}

/** What is taken out of a phrase since it says nothing about what is measured, with a character it holds. */
const ASIDES: readonly [holds: string, pattern: RegExp][] = [
  [
    '',
    /^(?:[这那该此本][个座条次位名家项些批种栋所届期]?|第[一二三四五六七八九十]{1,3}[批次轮]的?|[首这那][批轮]的?|新一[批轮]的?)/,
  ],
  ['实现', /(?:可|已|共)?实现了?(?=.{2})/],
  ['完成', /(?:可|已|共)?完成了?(?=.{2})(?!率)/],
  ['每', /[由从](?=每.{1,3}$)/],
  ['却', /反而|却/],
  ['反而', /反而/],
  ['都有', /都有/],
  ['占', /[只仅约已就也](?=占)/],
  ['了', /^[^的，了]{1,2}了(?=.{3})/],
  ['一轮', /新?一轮$/],
  ['将', /^.{2,}将(?![军来至较比会达有进在])(?=.{3})/],
  ['把', /^.{2,}把(?=.{3})/],
];

/** A phrase without these characters has no aside, as most have none. */
const HOLDS_ASIDE = /[这那该此本第首新实完每反却都占了轮将把在]/;

/** Demonstratives, adverbs and asides inside a phrase that say nothing about what is measured. */
function refine(words: string): string {
  if (!HOLDS_ASIDE.test(words)) return words;
  let rest = words;
  for (const [holds, pattern] of ASIDES) if (rest.includes(holds)) rest = rest.replace(pattern, '');
  return rest.length > 10 && rest.includes('在')
    ? rest.replace(/在[^在，的]{2,12}(?:的|上|中|里|内|后|时|下)(?=..)/, '')
    : rest;
}

/** Whether nothing that follows the unit can be what is counted. */
const NOTHING =
  /^(?:$|[，。；：、！？\s（()）)”’"》,;!?…—\-–~～/了]|和|及|与|或|以|不等|左右|同比|环比|增|降|下降|上升|[比较較]|就|才|到|把|为|已于|而|并|至|大关|关口|时|之间|之外|甚至|乃至|但|则|后(?![勤备])|的[，。；、）])/;

/** Further than this nothing behind a figure is read. */
const LONGEST_AFTER = 24;

/** What follows the figure up to the end of the clause or the next figure, without 的. Null when there is nothing to count. */
export function readAfter(setting: Setting): string | null {
  const { text, figure, clauseEnd, next, periods } = setting;
  const end = Math.min(clauseEnd, next?.start ?? clauseEnd, figure.end + LONGEST_AFTER);
  if (periods.some(({ start }) => start === figure.end)) return null;
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
  /全部|先后|正在|已经|已(?![婚故])|均(?!价)|(?<![成首])都(?![市江])|共同|纷纷|被|有(?![色机效关限])|参加|参与|受益|获得|得到|接受/;
/** Words that end a noun phrase and begin something else; not where they are part of another word (天使, 基因). */
const ENDING =
  /(?<![现存])在(?![校建册职岗线研押编])|从(?!业)|将(?!军)|把|等(?![级离])|以及|是|(?<![行作])为|(?<![雷发])达|占|同比|分别|各(?![类种])|(?<![报签])到(?![账期岗访])|(?<![天大])使(?![用馆])|让|(?<![自理])由|(?<![方导])向|(?<![核])对(?![象口接外])|按(?![揭摩])|(?<!基)因(?!素)|通过|带动|推动|助力|其中|每[年月天日个人亩户]|[—：:★▲]|\s/;

const LONGEST_NOUN = 16;

/**
 * Cuts what follows a figure into what is counted and what is told of it. `receives`: whether 为 or 给 stands before the
 * figure, so that what is done for the counted follows them.
 */
export function splitCounted(words: string, receives: boolean): Counted {
  const aside = /^[^（(，]{1,8}[（(][^（(）)]{1,4}[）)]/.exec(words)?.[0];
  if (aside !== undefined) return { noun: aside, verb: '' };
  const plain = cut(cut(words, /[（(）)，。]|^[^“‘]*[”’]/), ENDING, 1);
  const act = receives ? findActInside(plain) : -1;
  const telling = act > 0 ? act : plain.search(TELLING);
  if (telling < 0) return { noun: plain.slice(0, LONGEST_NOUN), verb: '' };
  const verb = plain
    .slice(telling)
    .replace(/^(?:全部|先后|已经|已|均|都|共同|纷纷)+/, '')
    .replace(/了$/, '');
  return {
    noun: plain.slice(0, telling).slice(0, LONGEST_NOUN),
    verb: verb.length <= 12 && !verb.includes('的') ? verb : '',
  };
}

function cut(words: string, at: RegExp, from = 0): string {
  const stop = words.slice(from).search(at);
  return stop < 0 ? words : words.slice(0, stop + from);
}
