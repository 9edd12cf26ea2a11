/** Indirect speech: clauses that a verb of saying governs without quotation marks. */
import { readReport } from './cues.js';
import type { People, Resolution } from './people.js';

export interface Indirect {
  start: number;
  end: number;
  verb: string;
  resolution: Resolution;
}

/** Finds reported speech in a line that starts at `offset` of the text; sentences with quotation marks are left alone. */
export function findIndirect(line: string, offset: number, people: People): Indirect[] {
  const found: Indirect[] = [];
  for (const { start, end } of listSentences(line)) {
    const sentence = line.slice(start, end);
    if (/[“”「」『』"]/.test(sentence)) continue;
    const cue = readReport(sentence);
    if (cue?.verb == null || cue.subject === '' || cue.subject.length > 40) continue;
    const gap = /^(?:记者)?[，,：:\s]*/.exec(sentence.slice(cue.verbEnd))?.[0].length ?? 0;
    const from = cue.verbEnd + gap;
    if (sentence.length - from < 6 || /^(?:了|的|过|为|会|书)/.test(sentence.slice(from))) continue;
    const resolution = people.resolve(cue.subject, offset + start + cue.subjectEnd);
    // Only somebody: a report or a law that states something is no speaker.
    if (!resolution || /(?:报告|数据|规定|意见|文件|通知|消息|统计|据|法)$/.test(resolution.speaker.name)) continue;
    found.push({ start: offset + start + from, end: offset + end, verb: cue.verb, resolution });
  }
  return found;
}

function listSentences(line: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (!/[。！？]/.test(line.charAt(at))) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < line.length) sentences.push({ start, end: line.length });
  return sentences;
}
