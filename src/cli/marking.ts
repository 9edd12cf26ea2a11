/** Text with its quotes and figures marked in their places: in color, or with brackets. Pure. */
import type { Span } from '../domain/span.js';
import { toPrintable } from './io.js';

/** A stretch of text to mark, and the label it is found by in the list below the text. */
export interface Mark {
  span: Span;
  kind: 'quote' | 'statistic';
  label: string;
}

const RESET = '\u001b[0m';
const DIM = '\u001b[2m';
const styles = { quote: '\u001b[32m', statistic: '\u001b[1;33m' };

/**
 * Marks text: `[Q1 …]` around a quote, `[S1 …]` around a figure, also inside each other; in color the words are colored
 * and only the label is added.
 */
export function markText(text: string, marks: readonly Mark[], inColor: boolean): string {
  const opening = new Map<number, Mark[]>();
  const closing = new Map<number, Mark[]>();
  // Of marks that begin together the longer one is opened first, so that it lies around the other.
  for (const mark of [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    opening.set(mark.span.start, [...(opening.get(mark.span.start) ?? []), mark]);
    closing.set(mark.span.end, [...(closing.get(mark.span.end) ?? []), mark]);
  }
  const places = [...new Set([0, text.length, ...opening.keys(), ...closing.keys()])].sort((a, b) => a - b);
  let open: Mark[] = [];
  let marked = '';
  places.forEach((place, index) => {
    const closed = closing.get(place) ?? [];
    open = open.filter((mark) => !closed.includes(mark));
    if (!inColor) marked += ']'.repeat(closed.length);
    for (const mark of opening.get(place) ?? []) {
      open.push(mark);
      marked += inColor ? `${DIM}${mark.label}:${RESET}` : `[${mark.label} `;
    }
    const words = printLines(text.slice(place, places[index + 1] ?? place));
    const innermost = open.at(-1);
    marked += inColor && innermost !== undefined && words !== '' ? `${styles[innermost.kind]}${words}${RESET}` : words;
  });
  return marked;
}

function printLines(text: string): string {
  return text.split('\n').map(toPrintable).join('\n');
}
