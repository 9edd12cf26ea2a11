/** Indirect speech: clauses that a verb of saying governs without quotation marks. */
import { createCodeSet, isIn, WHITE_SPACE } from '../../text/code-set.js';
import { canBe, SENTENCE_END } from './characters.js';
import { readReport } from './cues.js';
import { needsMark, transitive } from './lexicon.js';
import type { Quoted } from './marks.js';
import type { Resolution } from './reference.js';

/** What stands between a verb and the words: nothing much, or whom they were told. */
const SAID = /^(?:说|道)?[，,：:\s]*/;
const TOLD = /^(?:[^，,：:。]{0,16}[，,：:]|记者)[，,：:\s]*/;
/** What states something and is nobody. */
const NOBODY =
  /(?:书|报告|数据|规定|意见|文件|通知|消息|统计|据|法|[^上]网站|[日晚时早晨商]报|都市报|[^汇通]报道|通讯社|电视台|电台|杂志|周刊|媒体|BBC|CNN)$/;

const CITED = /(?:援引|引述|引用|转述)[^，。]*$/;

/** Somebody who says something in a sentence. */
export interface Report {
  verb: string;
  resolution: Resolution;
  /** Whether another speaks, who only says what they said: `他引用县长某某说`. */
  isCited: boolean;
  /** Where the words begin in the sentence; null when the verb governs none that count. */
  from: number | null;
}

/** Tells whom a subject that ends at `at` in the text means; null when it names nobody. */
type Resolve = (subject: string, at: number) => Resolution | null;

/** Reads who says what in a sentence that starts at `offset` of the text; null when nobody does. */
export function readIndirect(sentence: string, offset: number, resolve: Resolve): Report | null {
  const cue = readReport(sentence);
  if (cue?.verb == null || cue.subject === '' || cue.subject.length > 40) return null;
  const resolution = resolve(cue.subject, offset + cue.subjectEnd);
  // Only somebody: a report or a law that states something is no speaker.
  if (!resolution || NOBODY.test(resolution.speaker.name)) return null;
  const isCited = CITED.test(sentence.slice(0, cue.subjectEnd));
  const said = { verb: cue.verb, resolution, isCited, from: null };
  const told = cue.verb.startsWith('告诉') ? TOLD : SAID;
  const gap = told.exec(sentence.slice(cue.verbEnd))?.[0].length;
  if (gap === 0 && transitive.has(cue.verb)) return null;
  if (gap === undefined || (gap === 0 && needsMark.has(cue.verb))) return said;
  const from = cue.verbEnd + gap;
  if (sentence.length - from < 6 || /^(?:了|的|过(?!去)|为|会|书)/.test(sentence.slice(from))) return said;
  // Without a mark behind the verb only `X说` counts, not `X所在的公司要求`.
  if (gap === 0 && resolution.named && !cue.subject.endsWith(resolution.speaker.name)) return said;
  return { ...said, from };
}

/** Whose view a sentence gives: `在某某看来，…`. */
const VIEW = /^(?:[^，]{0,6}，)?在([^，。]{2,16})(?:看来|眼[中里])/;

/** Reads whose view a sentence that starts at `offset` of the text gives; null when it gives nobody's. */
export function readView(sentence: string, offset: number, resolve: Resolve): Resolution | null {
  const view = sentence.includes('看来') || sentence.includes('眼') ? VIEW.exec(sentence) : null;
  if (view?.[1] === undefined) return null;
  const at = view[0].indexOf(view[1]);
  return resolve(view[1], offset + at + view[1].length);
}

/** What stands before a sentence, and what it ends with when words in marks follow. */
const gaps = createCodeSet(`，,、${WHITE_SPACE}`);
const ends = createCodeSet(`，,、：:${WHITE_SPACE}`);

/** Sentences, and the pieces of those that direct speech stands in. */
export function listSentences(line: string, direct: readonly Quoted[]): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  let next = 0;
  const close = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && isIn(gaps, line, from)) from += 1;
    while (to > from && isIn(ends, line, to - 1)) to -= 1;
    if (to > from) sentences.push({ start: from, end: to });
  };
  for (let at = 0; at < line.length; at += 1) {
    const quoted = direct[next];
    if (quoted && at === quoted.start - 1) {
      close(at);
      at = quoted.end;
      start = at + 1;
      next += 1;
    } else if (canBe(line, at, SENTENCE_END)) {
      close(at + 1);
      start = at + 1;
    }
  }
  close(line.length);
  return sentences;
}
