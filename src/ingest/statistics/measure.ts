/** What a figure counts or measures, in words of its sentence: the noun behind the unit, or the subject and verb before it. */
import { isWord } from '../../text/words.js';
import { chooseAmount } from './amount.js';
import type { Carried } from './carried.js';
import { chooseCounted } from './counted.js';
import { readMember } from './member.js';
import { readSubject } from './phrase.js';
import { readRow } from './row.js';
import type { Setting } from './setting.js';
import { chooseSubject } from './subject.js';
import { dropChange } from './verbs.js';

const LONGEST_MEASURE = 26;

/** Finds what a figure measures, in words of its sentence; null when they do not say. Updates what is carried. */
export function findMeasure(setting: Setting, carried: Carried): string | null {
  const { opening } = carried;
  const row = readRow(setting, carried);
  const part = row === null ? readMember(setting, carried) : null;
  const measure = clean(addFrame(setting, row ?? part ?? choose(setting, carried)));
  if (carried.opening === opening) carried.opening = '';
  if (measure === null) return null;
  // 完成年度计划的82%,同比增长15%: how far a plan is fulfilled is an aside.
  if (setting.figure.unit?.kind === 'percent' && /(?:计划|任务|目标|预算|序时进度)(?:数|任务)?$/.test(measure))
    return measure;
  carried.measure = measure;
  if (carried.sentence !== setting.sentenceStart) carried.recent = [];
  carried.recent.push(measure);
  carried.sentence = setting.sentenceStart;
  carried.spent = Math.max(carried.spent, setting.figure.end);
  noteWhole(setting, carried, measure, part !== null);
  carried.unit = setting.figure.unit?.base ?? null;
  const subject = dropChange(measure).replace(NOT_ITS_OWN, '');
  if (subject.length >= 2) carried.subject = subject;
  return measure;
}

/** What a measure says of its subject beside others: its share of them, and how far it is above or below them. */
const NOT_ITS_OWN =
  /完成(?:全?年度?|年初|季度|考核|预算)?(?:任务|目标|计划|预算)(?:任务|目标|数)?$|占(?!地)(?!.*(?:比重|比例|份额|占比)$).*$|(?<=..)(?:[高低快慢优好]于|高出).*$/;

/** 从主要产品产量看，纱增长3%: what all that follows is looked at by. */
const FRAME = /^\s?从[^，,。]{0,10}?(产量|销量|零售额|投资|出口|价格)来?看[，,]/;

function addFrame({ text, sentenceStart }: Setting, measure: string | null): string | null {
  if (measure === null || !text.startsWith('从', sentenceStart)) return measure;
  const quantity = FRAME.exec(text.slice(sentenceStart, sentenceStart + 24))?.[1];
  const thing = dropChange(measure);
  if (quantity === undefined || thing === measure || thing === '' || /[产销]量|额|投资|出口|价/.test(thing))
    return measure;
  return `${thing}${quantity}${measure.slice(thing.length)}`;
}

/** Shares and changes of a part leave what it is a part of. */
function noteWhole({ figure, sentenceStart, before }: Setting, carried: Carried, measure: string, part: boolean): void {
  const { unit } = figure;
  if (unit === null || unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'multiple') return;
  carried.member = part;
  if (!part && !/^[，、；]?(?:其中|其次)|来自/.test(before))
    carried.whole = { measure, unit: unit.base, sentence: sentenceStart };
}

function choose(setting: Setting, carried: Carried): string | null {
  const before = readSubject(setting);
  const counts = COUNTING.has(setting.rule);
  return (
    (counts ? chooseCounted(setting, before, carried) : chooseAmount(setting, before, carried)) ??
    chooseSubject(setting, before, carried)
  );
}

const COUNTING: ReadonlySet<string> = new Set(['count', 'people', 'bare-magnitude', 'bare-count', 'age', 'duration']);

const MARKED = /\s|^[、，：:）)的]|[、，：:（(的]$/;

/** Puts a measure into its printed form: no marks at its ends, not longer than a phrase. */
function clean(measure: string | null): string | null {
  if (measure === null) return null;
  let words = MARKED.test(measure)
    ? measure
        .replace(/\s+/g, ' ')
        .replace(/^[、，：:）)的]+(?!确)|[、，：:（(的]+$/g, '')
        .trim()
    : measure;
  if (words.length > LONGEST_MEASURE) words = words.slice(findWordStart(words, words.length - LONGEST_MEASURE));
  if (/[()（）]/.test(words)) words = dropOpenBracket(words);
  return /[\u4e00-\u9fffA-Za-z]/.test(words) ? words : null;
}

/** The first place from `at` on that cuts no word in two. */
function findWordStart(words: string, at: number): number {
  let start = at;
  while (start < at + 4 && isWord(words.slice(start - 1, start + 1))) start += 1;
  return start;
}

/** What stands outside a bracket that the phrase cut in two: 二）土地 is 土地. */
function dropOpenBracket(words: string): string {
  const closing = words.search(/[)）]/);
  const opening = words.search(/[(（]/);
  if (closing >= 0 && (opening < 0 || closing < opening)) return words.slice(closing + 1);
  return opening >= 0 && closing < 0 ? words.slice(opening === 0 ? 1 : 0, opening === 0 ? undefined : opening) : words;
}
