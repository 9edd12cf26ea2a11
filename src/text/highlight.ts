/** Highlights: where in a text stands what was looked for, and the sentences around it. Places are those of the original text. */
import { normalizeText, normalizeWithOffsets } from './normalize.js';

export interface Span {
  start: number;
  end: number;
}

/** A piece of a text with finds in it. */
export interface Snippet extends Span {
  text: string;
  /** As HTML: the text escaped, the finds in `<mark>`. */
  html: string;
  /** The finds, by their place in `text`. */
  marks: Span[];
}

/** Characters of a snippet, about. */
const LENGTH = 120;
const MOST_FINDS = 1_000;
const SENTENCE_END = /[。！？!?；;\n]/;
/** Marks that still belong to the sentence that has just ended. */
const CLOSING = /[”’」』）》】)]/;

/** A character of a word of letters and digits. */
const WORD = /(?!\p{Script=Han})[\p{L}\p{N}]/u;

/** Whether what stands at a place is a piece of a longer word of letters and digits, as 5g of 15g. */
function isInsideWord(text: string, start: number, end: number): boolean {
  const joins = (at: number) => WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));
  return joins(start) || joins(end);
}

/**
 * Where any of `words` stands in a text; what touches or overlaps is one span. Inside longer words of letters and digits only
 * those that stand nowhere by themselves.
 */
export function findSpans(text: string, words: readonly string[]): Span[] {
  const { text: normal, offsets } = normalizeWithOffsets(text);
  const found: Span[] = [];
  for (const word of new Set(words.map(normalizeText))) {
    if (word === '') continue;
    const places: number[] = [];
    for (
      let at = normal.indexOf(word);
      at >= 0 && places.length < MOST_FINDS;
      at = normal.indexOf(word, at + word.length)
    )
      places.push(at);
    const whole = places.filter((at) => !isInsideWord(normal, at, at + word.length));
    for (const at of whole.length > 0 ? whole : places)
      found.push({ start: offsets[at] as number, end: endOf(offsets, at + word.length) });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of found) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** Where the character ends that the code unit before `at` comes from: one may have become several. */
function endOf(offsets: Uint32Array, at: number): number {
  let next = at;
  while (next < offsets.length - 1 && offsets[next] === offsets[at - 1]) next += 1;
  return offsets[next] as number;
}

/** The passages of a text that hold most of what was looked for, cut at ends of sentences, in reading order. */
export function cutSnippets(text: string, words: readonly string[], most: number): Snippet[] {
  const spans = findSpans(text, words);
  const chosen: (Span & { marks: Span[] })[] = [];
  for (const span of spans) {
    const last = chosen.at(-1);
    if (last && span.start < last.end) {
      if (span.end <= last.end) last.marks.push(span);
      continue;
    }
    const start = startOfSentence(text, span.start, last?.end ?? 0);
    chosen.push({ start, end: endOfSentence(text, span.end, start), marks: [span] });
  }
  return chosen
    .map((snippet, at) => ({ snippet, at }))
    .sort((a, b) => b.snippet.marks.length - a.snippet.marks.length || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ snippet: { start, end, marks } }) => {
      const within = marks.map((mark) => ({ start: mark.start - start, end: mark.end - start }));
      const piece = text.slice(start, end);
      return { start, end, text: piece, html: markUp(piece, within), marks: within };
    });
}

/** Where the sentence of a find begins, or a little before the find. */
function startOfSentence(text: string, at: number, least: number): number {
  const from = Math.max(least, at - LENGTH / 2);
  for (let start = at; start > from; start -= 1) {
    if (endsSentence(text, start)) return start;
  }
  return from > 0 && isInsidePair(text, from) ? from - 1 : from;
}

/** Whether a sentence ends before a place, with the marks that close it. */
function endsSentence(text: string, at: number): boolean {
  if (CLOSING.test(text.charAt(at))) return false;
  let last = at - 1;
  while (last > 0 && CLOSING.test(text.charAt(last))) last -= 1;
  return SENTENCE_END.test(text.charAt(last));
}

function endOfSentence(text: string, at: number, start: number): number {
  const most = Math.min(text.length, Math.max(at, start + LENGTH));
  let end = -1;
  for (let to = at; to < most; to += 1) {
    if (!SENTENCE_END.test(text.charAt(to))) continue;
    end = text.charAt(to) === '\n' ? to : to + 1;
    while (end > to && end < most && CLOSING.test(text.charAt(end))) end += 1;
    if (end - start >= LENGTH / 2 || text.charAt(to) === '\n') break;
  }
  if (end >= 0) return end;
  return isInsidePair(text, most) ? most - 1 : most;
}

function isInsidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] as string);

/** A text as HTML: escaped, what was found in `<mark>`. */
export function markUp(text: string, marks: readonly Span[]): string {
  let html = '';
  let at = 0;
  for (const { start, end } of marks) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}
