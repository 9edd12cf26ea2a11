/** Spans over a text, laid out flat: the text cut wherever a span begins or ends, so that they may overlap as they like. Pure. */

interface Span {
  start: number;
  end: number;
}

/** A piece of a text with the spans that lie over it. */
export interface Segment<S> {
  start: number;
  text: string;
  /** In the order they were given. */
  over: S[];
}

/**
 * Cuts a part of a text at the ends of spans. The pieces put together are that part; spans that reach beyond it are cut off, and those
 * that are empty or outside are left out.
 */
export function cut<S extends Span>(text: string, part: Span, spans: readonly S[]): Segment<S>[] {
  const inside = spans.filter(({ start, end }) => start < Math.min(end, part.end) && end > part.start);
  const ends = new Set([part.start, part.end]);
  for (const { start, end } of inside) {
    ends.add(Math.max(start, part.start));
    ends.add(Math.min(end, part.end));
  }
  const places = [...ends].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? part.end;
    return { start, text: text.slice(start, end), over: inside.filter((span) => span.start < end && span.end > start) };
  });
}
