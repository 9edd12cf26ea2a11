/** Finds quotes in the text of an article: who said what, in which capacity. */
import type { TextLayout } from '../domain/article.js';
import type { Quote } from '../domain/quote.js';
import { makeReadable, type Readable } from './printed.js';
import type { Spoken } from './quotes/antecedents.js';
import { Attributions } from './quotes/attribution.js';
import { readCueAfter, readCueBefore } from './quotes/cues.js';
import { confidences, type Rule } from './quotes/evidence.js';
import { listSentences, readIndirect, readView } from './quotes/indirect.js';
import { findQuoted, type Quoted } from './quotes/marks.js';
import { describe, readMention, type Speaker } from './quotes/mention.js';
import { People } from './quotes/people.js';
import { References } from './quotes/reference.js';
import { endOfRun, isJoined, isListed } from './quotes/runs.js';
import { readSignature } from './quotes/signature.js';
import { isUtterance } from './quotes/utterance.js';

/** A quote before it has an id. */
export type FoundQuote = Omit<Quote, 'id'>;

/** How far a cue may be from the marks, in characters. */
const REACH = 80;
/** A name and a colon at the start of a line. */
const LABEL = /^\s*([^，。！？：:“”\s]{1,16})\s*[：:]\s*/;
/** Before what somebody answers who was named ahead of the questions. */
const ANSWER = /^(?:答|回答|答复)$/;
/** Who asks in an interview. */
const ASKING = /(?:记者|問|问|主持人|编辑|采访者|本报)$/;
const spoken = new Set(['paragraph', 'lead', 'item', 'caption']);

/** Finds the quotes of an article, in reading order. Pure; linear in the length of the text. */
export function extractQuotes({ text, lines }: TextLayout, readable: Readable = makeReadable(text)): FoundQuote[] {
  const found = new Reading({ text: readable.text, lines }).read();
  if (readable.text === text) return found;
  const print = (words: string | null) => words && readable.print(words);
  return found.map((quote) => ({
    ...quote,
    text: text.slice(quote.span.start, quote.span.end),
    speaker: print(quote.speaker),
    role: print(quote.role),
    organization: print(quote.organization),
    verb: print(quote.verb),
  }));
}

/** Who there is in an article, whom words mean, and whose they are. */
interface Sources {
  people: People;
  references: References;
  attributions: Attributions;
}

class Reading {
  readonly #text: string;
  readonly #lines: TextLayout['lines'];
  #sources: Sources | null = null;
  readonly #isInterview: boolean;
  /** Whom an interview is with: who was named last ahead of it. */
  readonly #interviewee: Speaker | null;
  readonly #quotes: FoundQuote[] = [];
  /** Who spoke last, and where: what follows without a cue is theirs. */
  #last: Spoken | null = null;

  constructor({ text, lines }: TextLayout) {
    this.#text = text;
    this.#lines = lines;
    const questions = lines.filter(({ start }) =>
      /^(?:[^，。：:\n]{0,8}记者|问|主持人)[：:]/.test(text.slice(start, start + 12)),
    );
    this.#isInterview = questions.length > 1;
    this.#interviewee = this.#isInterview ? this.#open().people.lastNamedBefore(questions[0]?.start ?? 0, 0) : null;
  }

  /** Reads whom the article names when that is first asked, since it takes half of all time: of one news article in five it never is. */
  #open(): Sources {
    if (this.#sources === null) {
      const people = new People(this.#text, this.#lines);
      const references = new References(this.#text, people);
      this.#sources = { people, references, attributions: new Attributions(this.#text, people, references) };
    }
    return this.#sources;
  }

  read(): FoundQuote[] {
    this.#lines.forEach((line, at) => {
      if (!spoken.has(line.kind)) return;
      const signature = readSignature(this.#text.slice(line.start, line.end));
      if (signature !== null) this.#readSignature(at, signature);
      else this.#readLine(at);
    });
    return this.#quotes.sort((a, b) => a.span.start - b.span.start);
  }

  /** A signature line makes the paragraph before it a testimonial, whatever was found in it. */
  #readSignature(at: number, signature: string): void {
    const line = this.#lines[at - 1];
    if (line?.kind !== 'paragraph' && line?.kind !== 'lead') return;
    while ((this.#quotes.at(-1)?.span.start ?? -1) >= line.start) this.#quotes.pop();
    let { start, end } = line;
    while (start < end && /[\s“「]/.test(this.#text.charAt(start))) start += 1;
    while (end > start && /[\s”」]/.test(this.#text.charAt(end - 1))) end -= 1;
    const known = this.#open().people.add(readMention(signature) ?? describe(signature));
    this.#note(known, start, this.#lines[at]?.end ?? end);
    this.#add({ start, end }, 'testimonial', known, null, 'signature');
  }

  #readLine(at: number): void {
    const { start: offset, end } = this.#lines[at] as TextLayout['lines'][number];
    const line = this.#text.slice(offset, end);
    const label = LABEL.exec(line);
    const quoted = findQuoted(line);
    if (label?.[1] && this.#isInterview && quoted.length === 0) {
      if (!ASKING.test(label[1])) this.#readAnswer(line, offset, label[0].length, label[1]);
      return;
    }
    const direct = this.#findUtterances(line, offset, quoted);
    const sentences = listSentences(line, direct);
    let next = 0;
    direct.forEach((span, n) => {
      for (; (sentences[next]?.start ?? Number.POSITIVE_INFINITY) < span.start; next += 1)
        this.#readSentence(line, offset, sentences[next] as { start: number; end: number });
      this.#readDirect(at, line, offset, direct, n, label?.[1] ?? null);
    });
    for (const sentence of sentences.slice(next)) this.#readSentence(line, offset, sentence);
  }

  /** Which of the quoted stretches somebody uttered. */
  #findUtterances(line: string, offset: number, quoted: readonly Quoted[]): Quoted[] {
    let previous: Quoted | undefined;
    const pronoun = quoted.length > 0 ? line.search(/[他她](?!们)/) : -1;
    return quoted.filter((span, n) => {
      const neighbour = quoted[n - 1];
      // What one of a list is, all are.
      if (previous === neighbour && isListed(line, previous, span)) {
        previous = span;
        return true;
      }
      const { before, after } = surround(line, span, previous, quoted[n + 1]);
      const runEnd = (quoted[endOfRun(line, quoted, n)] as Quoted).end;
      const uttered = isUtterance(line.slice(span.start, span.end), {
        before,
        after,
        cueBefore: readCueBefore(before),
        cueAfter: readCueAfter(after),
        behindAll: line.slice(runEnd + 1, runEnd + 21),
        behindTerm: previous !== neighbour && isJoined(line, neighbour, span),
        goesOn: () =>
          (pronoun >= 0 && pronoun < span.start) ||
          this.#open().people.lastNamedBefore(offset + span.start, offset) !== null,
      });
      if (uttered) previous = span;
      return uttered;
    });
  }

  #readDirect(
    at: number,
    line: string,
    offset: number,
    direct: readonly Quoted[],
    n: number,
    label: string | null,
  ): void {
    const span = direct[n] as Quoted;
    const { start, end } = span;
    const run = endOfRun(line, direct, n);
    const { before } = surround(line, span, direct[n - 1], direct[n + 1]);
    const { after } = surround(line, direct[run] as Quoted, direct[run - 1], direct[run + 1]);
    const afterAt = (direct[run] as Quoted).end + 1;
    const lead = line.slice(0, start - 1).trim();
    if (label !== null && lead.replace(/[：:]$/, '') === label && readCueBefore(before)?.verb == null) {
      this.#found(offset, span, this.#readLabel(line, offset, label), null, 'label');
      return;
    }
    const above = this.#lines[at - 1];
    const opening = above && /[：:]$/.test(this.#text.slice(above.start, above.end)) ? above : null;
    // `“…。”某某表示：“`: the cue of the next words.
    const isOfNext = direct[run + 1] !== undefined && /[：:]\s*$/.test(after) && !/[，,]$/.test(line.slice(start, end));
    const cueBefore = readCueBefore(before);
    const cueAfter = isOfNext ? null : readCueAfter(after);
    const last = this.#last;
    const utterance = { line, offset, start, end, before, after, afterAt, cueBefore, cueAfter, opening, last };
    const { speaker, verb, rule } = this.#open().attributions.attribute(utterance);
    this.#found(offset, span, speaker, verb, rule);
  }

  /** Speech without marks, and who is speaking. */
  #readSentence(line: string, offset: number, { start, end }: { start: number; end: number }): void {
    const resolve = (subject: string, at: number) => this.#open().references.resolve(subject, at);
    const report = readIndirect(line.slice(start, end), offset + start, resolve);
    if (report === null) {
      const view = readView(line.slice(start, end), offset + start, resolve);
      if (view) this.#note(view.speaker, offset + start, offset + end);
      return;
    }
    const { verb, resolution, isCited, from } = report;
    if (!isCited) this.#note(resolution.speaker, offset + start, offset + end);
    if (from === null) return;
    const rule = resolution.named ? 'reported' : 'reported-pronoun';
    this.#add({ start: offset + start + from, end: offset + end }, 'indirect', resolution.speaker, verb, rule);
  }

  /** An answer without marks, behind the name of who gives it. */
  #readAnswer(line: string, offset: number, from: number, label: string): void {
    const speaker = this.#readLabel(line, offset, label);
    if (from < line.length)
      this.#add({ start: offset + from, end: offset + line.length }, 'indirect', speaker, null, 'label');
  }

  /** Who speaks behind a label at the start of a line. */
  #readLabel(line: string, offset: number, label: string): Speaker | null {
    if (ANSWER.test(label)) return this.#interviewee;
    const at = offset + line.indexOf(label) + label.length;
    return this.#open().references.resolve(label, at, { printed: 'whole' })?.speaker ?? describe(label);
  }

  #found(offset: number, { start, end }: Quoted, speaker: Speaker | null, verb: string | null, rule: Rule): void {
    if (speaker !== null) this.#note(speaker, offset + start, offset + end);
    this.#add({ start: offset + start, end: offset + end }, 'direct', speaker, verb, rule);
  }

  #note(speaker: Speaker, from: number, at: number): void {
    this.#last = { speaker, from, at };
    this.#open().references.note(this.#last);
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
      confidence: confidences[rule],
      rule,
    });
  }
}

/** The words before and behind a quoted stretch, up to the neighbours that speech stands in. */
function surround(
  line: string,
  { start, end }: Quoted,
  previous: Quoted | undefined,
  next: Quoted | undefined,
): { before: string; after: string } {
  return {
    before: line.slice(Math.max((previous?.end ?? -1) + 1, start - 1 - REACH, 0), start - 1),
    after: line.slice(end + 1, Math.min(end + 1 + REACH, next ? next.start - 1 : line.length)),
  };
}
