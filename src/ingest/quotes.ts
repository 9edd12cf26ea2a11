/** Finds quotes in the text of an article: who said what, in which capacity. */
import type { TextLayout } from '../domain/article.js';
import type { Quote } from '../domain/quote.js';
import { type Cue, readCueAfter, readCueBefore } from './quotes/cues.js';
import { findIndirect } from './quotes/indirect.js';
import { proverbial } from './quotes/lexicon.js';
import { findQuoted, type Quoted } from './quotes/marks.js';
import { readMention, type Speaker } from './quotes/mention.js';
import { People, type Resolution, readSignature } from './quotes/people.js';

/** A quote before it has an id. */
export type FoundQuote = Omit<Quote, 'id'>;

/** How a quote was found; the confidence of each is what share of such quotes has the right speaker, roughly. */
const rules = {
  signature: 0.95,
  'cue-before': 0.95,
  'cue-after': 0.95,
  'cue-pronoun': 0.8,
  label: 0.9,
  continued: 0.75,
  'named-nearby': 0.6,
  unattributed: 0.3,
  reported: 0.85,
  'reported-pronoun': 0.7,
} as const;
type Rule = keyof typeof rules;

/** How far a cue may be from the marks, in characters. */
const REACH = 80;
/** Who asks in an interview. */
const ASKING = /(?:记者|問|问|主持人|编辑|采访者|本报)$/;
const spoken = new Set(['paragraph', 'lead', 'item', 'caption']);

/** Finds the quotes of an article, in reading order. Pure; linear in the length of the text. */
export function extractQuotes(layout: TextLayout): FoundQuote[] {
  return new Reading(layout).read();
}

class Reading {
  readonly #text: string;
  readonly #lines: TextLayout['lines'];
  readonly #people: People;
  readonly #isInterview: boolean;
  readonly #quotes: FoundQuote[] = [];
  /** Who spoke last, and where: what follows without a cue is theirs. */
  #last: { speaker: Speaker; at: number } | null = null;

  constructor({ text, lines }: TextLayout) {
    this.#text = text;
    this.#lines = lines;
    this.#people = new People(text, lines);
    const questions = lines.filter(({ start }) =>
      /^(?:[^，。：:\n]{0,8}记者|问|主持人)[：:]/.test(text.slice(start, start + 12)),
    );
    this.#isInterview = questions.length > 1;
  }

  read(): FoundQuote[] {
    this.#lines.forEach((line, at) => {
      if (!spoken.has(line.kind)) return;
      const text = this.#text.slice(line.start, line.end);
      const signature = readSignature(text);
      if (signature !== null) this.#readSignature(at, signature);
      else this.#readLine(text, line.start);
    });
    return this.#quotes.sort((a, b) => a.span.start - b.span.start);
  }

  /** A signature line makes the paragraphs before it a testimonial, whatever was found in them. */
  #readSignature(at: number, signature: string): void {
    const line = this.#lines[at - 1];
    if (line?.kind !== 'paragraph' && line?.kind !== 'lead') return;
    while ((this.#quotes.at(-1)?.span.start ?? -1) >= line.start) this.#quotes.pop();
    let { start, end } = line;
    while (start < end && /[\s“「]/.test(this.#text.charAt(start))) start += 1;
    while (end > start && /[\s”」]/.test(this.#text.charAt(end - 1))) end -= 1;
    const speaker = readMention(signature) ?? { name: signature, role: null, organization: null, isPerson: false };
    const known = this.#people.add(speaker);
    this.#last = { speaker: known, at: this.#lines[at]?.end ?? end };
    this.#add({ start, end }, 'testimonial', known, null, 'signature');
  }

  #readLine(line: string, offset: number): void {
    const label = /^\s*([^，。！？：:“”\s]{1,16})\s*[：:]/.exec(line);
    const quoted = findQuoted(line);
    const direct: Quoted[] = [];
    quoted.forEach((span, at) => {
      const from = Math.max(quoted[at - 1]?.end ?? -1, span.start - 1 - REACH, 0);
      const before = line.slice(
        quoted[at - 1] ? Math.max(from, (quoted[at - 1] as Quoted).end + 1) : from,
        span.start - 1,
      );
      const after = line.slice(
        span.end + 1,
        Math.min(span.end + 1 + REACH, quoted[at + 1] ? (quoted[at + 1] as Quoted).start - 1 : line.length),
      );
      const context = { before, after, label: label?.[1] ?? null };
      if (this.#readQuoted(line, offset, span, context)) direct.push(span);
    });
    if (label?.[1] && this.#isInterview && quoted.length === 0 && !ASKING.test(label[1])) {
      this.#readAnswer(line, offset, label[0].length, label[1]);
      return;
    }
    for (const { start, end, verb, resolution } of findIndirect(line, offset, direct, this.#people)) {
      this.#add(
        { start, end },
        'indirect',
        resolution.speaker,
        verb,
        resolution.named ? 'reported' : 'reported-pronoun',
      );
      this.#last = { speaker: resolution.speaker, at: end };
    }
  }

  /** An answer without marks, behind the name of who gives it. */
  #readAnswer(line: string, offset: number, from: number, label: string): void {
    const start = offset + from + (/^\s*/.exec(line.slice(from))?.[0].length ?? 0);
    const known = this.#people.resolve(label, offset + label.length)?.speaker;
    const speaker = known ?? { name: label, role: null, organization: null, isPerson: false };
    if (start < offset + line.length)
      this.#add({ start, end: offset + line.length }, 'indirect', speaker, null, 'label');
  }

  #readQuoted(
    line: string,
    offset: number,
    { start, end }: Quoted,
    { before, after, label }: { before: string; after: string; label: string | null },
  ): boolean {
    const words = line.slice(start, end);
    const cueBefore = readCueBefore(before);
    const cueAfter = readCueAfter(after);
    const goesOn = this.#people.lastNamedBefore(offset + start, offset) !== null;
    if (!isUtterance(words, { before, after, cueBefore, cueAfter, goesOn })) return false;

    const attempts: [Cue | null, number, Rule][] = [
      [cueBefore?.adjacent ? cueBefore : null, offset + start - 1 - before.length, 'cue-before'],
      [cueAfter, offset + end + 1, 'cue-after'],
      [cueBefore, offset + start - 1 - before.length, 'cue-before'],
    ];
    for (const [cue, base, rule] of attempts) {
      const resolution = cue && this.#resolve(cue, base);
      if (!resolution || (cue === cueAfter && !isNear(cue.subject, resolution))) continue;
      const how: Rule = resolution.named ? rule : 'cue-pronoun';
      this.#found({ start: offset + start, end: offset + end }, resolution.speaker, cue.verb, how);
      return true;
    }
    const span = { start: offset + start, end: offset + end };
    if (
      label !== null &&
      line
        .slice(0, start - 1)
        .trim()
        .replace(/[：:]$/, '') === label
    ) {
      const known = this.#people.resolve(label, offset + label.length)?.speaker;
      this.#found(span, known ?? { name: label, role: null, organization: null, isPerson: false }, null, 'label');
      return true;
    }
    const verb = cueBefore?.verb ?? cueAfter?.verb ?? null;
    const { speaker, rule } = this.#guessSpeaker(line, offset, start, end);
    if (speaker === null) this.#add(span, 'direct', null, verb, rule);
    else this.#found(span, speaker, verb, rule);
    return true;
  }

  #resolve(cue: Cue, base: number): Resolution | null {
    if (cue.subject === '') {
      const last = this.#people.lastNamedBefore(base, base - 120);
      return last && { speaker: last, named: false };
    }
    if (/(?:^|[^者])记者$/.test(cue.subject)) return null;
    return this.#people.resolve(cue.subject, base + cue.subjectEnd);
  }

  /** Whose words they are when nothing next to them says so. */
  #guessSpeaker(line: string, offset: number, start: number, end: number): { speaker: Speaker | null; rule: Rule } {
    const people = this.#people;
    const here = offset + start - 1;
    const next = people.firstNamedIn(offset + end, offset + end + 6);
    if (next && /^[。，！？、\s]*(?:但|而|不过)?$/.test(line.slice(end + 1, line.indexOf(next.name, end))))
      return { speaker: next, rule: 'named-nearby' };
    // A paragraph that opens with speech goes on with that of the paragraph before.
    if (start <= 2 && this.#last && here - this.#last.at < 60)
      return { speaker: this.#last.speaker, rule: 'continued' };
    const named = people.lastNamedBefore(here, offset);
    const lastHere = this.#last !== null && this.#last.at >= offset ? this.#last : null;
    if (named && (!lastHere || named.name !== lastHere.speaker.name)) return { speaker: named, rule: 'named-nearby' };
    if (lastHere) return { speaker: lastHere.speaker, rule: 'continued' };
    const sentence = end + 1 + (/^[^。！？]{0,60}/.exec(line.slice(end + 1))?.[0].length ?? 0);
    const behind = people.firstNamedIn(offset + end, offset + sentence);
    if (behind) return { speaker: behind, rule: 'named-nearby' };
    const before = people.lastNamedBefore(here, here - 300);
    if (this.#last && here - this.#last.at < 300) return { speaker: this.#last.speaker, rule: 'continued' };
    // Words alone in their paragraph may be explained by the next.
    const later = before ?? people.firstNamedIn(offset + end, offset + end + 40);
    return later ? { speaker: later, rule: 'named-nearby' } : { speaker: null, rule: 'unattributed' };
  }

  #found(span: { start: number; end: number }, speaker: Speaker, verb: string | null, rule: Rule): void {
    this.#last = { speaker, at: span.end };
    this.#add(span, 'direct', speaker, verb, rule);
  }

  #add(
    span: { start: number; end: number },
    kind: Quote['kind'],
    speaker: Speaker | null,
    verb: string | null,
    rule: Rule,
  ): void {
    this.#quotes.push({
      text: this.#text.slice(span.start, span.end),
      kind,
      speaker: speaker?.name ?? null,
      role: speaker?.role ?? null,
      organization: speaker?.organization ?? null,
      verb,
      span,
      confidence: rules[rule],
      rule,
    });
  }
}

/** Whether a subject says little more than who it is: `被法院以介绍…` has a name far before its verb. */
function isNear(subject: string, { speaker, named }: Resolution): boolean {
  return !named || subject.length - (subject.lastIndexOf(speaker.name) + speaker.name.length) <= 8;
}

interface Setting {
  before: string;
  after: string;
  cueBefore: Cue | null;
  cueAfter: Cue | null;
  /** Whether somebody has spoken in this paragraph already. */
  goesOn: boolean;
}

/** What binds marks into the sentence around them: `以“…”为主题`, `开展“…”`. */
const BOUND_BEFORE =
  /(?:[以为叫和与、的《]|叫做|叫作|所谓|称为|称作|名为|题为|荣获|被评为|被誉为|打造|实施|开展|树立|坚持|围绕|聚焦|按照|秉承|突出|实行|推行|建立|出台|题写着|[写印挂]着|主题是|口号是)$/;
const BOUND_AFTER =
  /^(?:[的之等式型类]|[\u4e00-\u9fff]{0,4}(?:制度|工程|活动|行动|模式|机制|战略|目标|理念|精神|项目|计划|政策|方针|原则|品牌|称号|话题))/;
const ENDS_SENTENCE = /[。！？…!?]$/;
const FREE_AFTER = /^(?:[，。；！？、）)“”…,]|$)/;

/** Whether somebody said the words between the marks, rather than a slogan, a name or a term standing there. */
function isUtterance(words: string, { before, after, cueBefore, cueAfter, goesOn }: Setting): boolean {
  const bare = words.trim();
  const whole = ENDS_SENTENCE.test(bare);
  if (bare.length < 2 || proverbial.test(before)) return false;
  const adjacent = cueBefore?.adjacent === true;
  if (adjacent && cueBefore.verb !== null && (whole || (bare.length >= 4 && FREE_AFTER.test(after)))) return true;
  if (BOUND_BEFORE.test(before.trimEnd())) return whole && bare.length >= 12 && cueAfter !== null;
  if (whole) return bare.length >= 6 || adjacent || cueAfter !== null;
  if (adjacent) return bare.length >= 4 && FREE_AFTER.test(after);
  if (BOUND_AFTER.test(after)) return false;
  if (cueAfter !== null && (bare.length >= 5 || /[，,]$/.test(bare))) return true;
  return (
    bare.length >= 8 &&
    (cueBefore !== null || goesOn) &&
    /^(?:[，。；,]|$)/.test(after) &&
    /(?:[。！？，,]|^)$/.test(before.trimEnd())
  );
}
