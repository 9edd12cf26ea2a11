/** What verbs of saying next to the marks tell: whose words they introduce or follow. */

import { type Cue, readCueBefore } from './cues.js';
import { type Attribution, canHaveSaid, type Evidence, type Rule, turnsAway, type Utterance } from './evidence.js';
import type { References, Resolution } from './reference.js';

/** Behind a verb that closes what was said: nothing, or the next words. */
const CLOSES = /^(?:道|着|了|[^，。；：！？]{0,8}?)?(?:[。！？…；]|[，,：:]?\s*$)/;
/** The marks stand in the clause before them: its verb governs them. */
const WOVEN = /[^，,。；;：:！？!?、\s”]$/;

export class CueEvidence {
  readonly #text: string;
  readonly #references: References;
  readonly inOrder: readonly Evidence[];

  constructor(text: string, references: References) {
    this.#text = text;
    this.#references = references;
    this.inOrder = [
      // `Y问过，X怒了：“…”`
      (utterance) => this.#readLastClause(utterance),
      // `X说：“…”`
      (utterance) => (utterance.cueBefore?.adjacent ? this.#readBefore(utterance) : null),
      // `X称公司的问题“…”`
      (utterance) => (WOVEN.test(utterance.before) ? this.#readBefore(utterance) : null),
      // `“…”X说。`
      (utterance) => (closes(utterance) ? this.#readAfter(utterance) : null),
      // `X说：` in the line before
      (utterance) => this.#readOpening(utterance),
      // `X表示，…，“…”`
      (utterance) => this.#readBefore(utterance),
      // `“…”X说，他…`
      (utterance) => this.#readAfter(utterance),
    ];
  }

  #readBefore(utterance: Utterance): Attribution | null {
    const { offset, start, before, cueBefore } = utterance;
    const resolution = cueBefore && this.#resolve(cueBefore, offset + start - 1 - before.length, utterance);
    return resolution && attributed(resolution, cueBefore.verb, 'cue-before');
  }

  /** Whom the clause before a colon begins with by name, when another spoke in a clause before it. */
  #readLastClause(utterance: Utterance): Attribution | null {
    const { offset, start, before, cueBefore } = utterance;
    if (cueBefore === null || !/[：:]\s*$/.test(before)) return null;
    const clause = /[^，。！？；：]*(?=[：:]\s*$)/.exec(before)?.[0] ?? '';
    // `X称，桥是Y修的：“…”`: what the verb governs goes on.
    const governs = /[，,]/.test(before.charAt(cueBefore.verbEnd));
    if (cueBefore.verb === null || governs || cueBefore.verbEnd > before.lastIndexOf(clause)) return null;
    const from = offset + start - 1 - before.length + before.lastIndexOf(clause);
    const speaker = clause === '' ? null : this.#references.readStart(clause, from);
    return speaker && canHaveSaid(utterance)(speaker.name) ? { speaker, verb: null, rule: 'cue-before' } : null;
  }

  #readAfter(utterance: Utterance): Attribution | null {
    const { offset, start, cueAfter, afterAt } = utterance;
    if (cueAfter === null || turnsAway(utterance)) return null;
    const resolution = this.#resolve(cueAfter, offset + afterAt, utterance, offset + start - 1);
    return resolution && isNear(cueAfter.subject, resolution)
      ? attributed(resolution, cueAfter.verb, 'cue-after')
      : null;
  }

  #readOpening(utterance: Utterance): Attribution | null {
    const { opening, line, start } = utterance;
    if (opening === null || line.slice(0, start - 1).trim() !== '') return null;
    const from = Math.max(opening.start, opening.end - 80);
    const cue = readCueBefore(this.#text.slice(from, opening.end));
    const resolution = cue && this.#resolve(cue, from, utterance);
    return resolution && attributed(resolution, cue.verb, 'cue-before');
  }

  #resolve(cue: Cue, base: number, utterance: Utterance, anchor?: number): Resolution | null {
    const canBe = canHaveSaid(utterance);
    if (cue.subject === '') return this.#references.goOn(anchor ?? base + cue.subjectEnd, canBe);
    const end = base + cue.subjectEnd;
    // `某某认为，声音不少，直言：“`: a clause that ended before the verb has its own verb.
    const printed = /[，,]/.test(this.#text.charAt(end)) ? 'opening' : 'whole';
    return this.#references.resolve(cue.subject, end, { printed, canBe, ...(anchor === undefined ? {} : { anchor }) });
  }
}

function attributed({ speaker, named }: Resolution, verb: string | null, rule: Rule): Attribution {
  return { speaker, verb, rule: named ? rule : 'cue-pronoun' };
}

/** Whether what stands behind the verb says that the words before were what was said. */
function closes({ after, cueAfter }: Utterance): boolean {
  return cueAfter !== null && CLOSES.test(after.slice(cueAfter.verbEnd));
}

/** Whether a subject says little more than who it is: `被法院以介绍…` has a name far before its verb. */
function isNear(subject: string, { speaker, named }: Resolution): boolean {
  const at = subject.lastIndexOf(speaker.name);
  return !named || at < 0 || subject.length - (at + speaker.name.length) <= 10;
}
