/** Indirect speech: clauses that a verb of saying governs without quotation marks. */
import { canBe, SENTENCE_END } from './characters.js';
import { readReport } from './cues.js';
import { needsMark } from './lexicon.js';
import type { Quoted } from './marks.js';
import type { People, Resolution } from './people.js';

/** What stands between a verb and the words: nothing much, or whom they were told. */
const SAID = /^(?:说|道)?[，,：:\s]*/;
const TOLD = /^(?:[^，,：:。]{0,16}[，,：:]|记者)[，,：:\s]*/;

export interface Indirect {
  start: number;
  end: number;
  verb: string;
  resolution: Resolution;
}

/** Finds reported speech in a line that starts at `offset` of the text, outside of `direct`, the speech with marks. */
export function findIndirect(line: string, offset: number, direct: readonly Quoted[], people: People): Indirect[] {
  const found: Indirect[] = [];
  for (const { start, end } of listSentences(line, direct)) {
    const sentence = line.slice(start, end);
    const cue = readReport(sentence);
    if (cue?.verb == null || cue.subject === '' || cue.subject.length > 40) continue;
    const told = cue.verb.startsWith('告诉') ? TOLD : SAID;
    const gap = told.exec(sentence.slice(cue.verbEnd))?.[0].length;
    if (gap === undefined || (gap === 0 && needsMark.has(cue.verb))) continue;
    const from = cue.verbEnd + gap;
    if (sentence.length - from < 6 || /^(?:了|的|过(?!去)|为|会|书)/.test(sentence.slice(from))) continue;
    const resolution = people.resolve(cue.subject, offset + start + cue.subjectEnd);
    // Without a mark behind the verb only `X说` counts, not `X所在的公司要求`.
    if (gap === 0 && resolution?.named && !cue.subject.endsWith(resolution.speaker.name)) continue;
    // Only somebody: a report or a law that states something is no speaker.
    if (!resolution || /(?:书|报告|数据|规定|意见|文件|通知|消息|统计|据|法)$/.test(resolution.speaker.name)) continue;
    found.push({ start: offset + start + from, end: offset + end, verb: cue.verb, resolution });
  }
  return found;
}

/** Sentences, and the pieces of those that direct speech stands in. */
function listSentences(line: string, direct: readonly Quoted[]): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  let next = 0;
  const close = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && /[\s，,、]/.test(line.charAt(from))) from += 1;
    while (to > from && /[\s，,、：:]/.test(line.charAt(to - 1))) to -= 1;
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
