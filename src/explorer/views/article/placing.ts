/** Where the parts of an article stand in its text, down to the items of a list and the cells of a table. Pure. */
import type { Article, Block } from '../../../client/index.js';

export interface Span {
  start: number;
  end: number;
}

/** A part as the text holds it: line breaks inside are blanks there. */
const lengthOf = (part: string) => part.replace(/[\r\n]+/g, ' ').length;

/** Parts that follow each other with one character between them. */
function placeInTurn(parts: readonly string[], start: number): Span[] {
  let at = start;
  return parts.map((part) => {
    const placed = { start: at, end: at + lengthOf(part) };
    at = placed.end + 1;
    return placed;
  });
}

/** Title, subtitle and lead, which the text begins with. */
export function placeHead({ title, subtitle, lead }: Pick<Article, 'title' | 'subtitle' | 'lead'>) {
  const given = [title, subtitle, lead].filter((part) => part !== null);
  const spans = placeInTurn(given, 0);
  return {
    title: spans[0] as Span,
    subtitle: subtitle === null ? null : (spans[1] as Span),
    lead: lead === null ? null : (spans.at(-1) as Span),
  };
}

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

/** The items of a list: a line each. */
export const placeItems = ({ items, span }: BlockOf<'list'>): Span[] => placeInTurn(items, span.start);

/** The caption of a table, a line before the others, and its cells by row. */
export function placeCells({ caption, rows, span }: BlockOf<'table'>): { caption: Span | null; rows: Span[][] } {
  const lines = rows.map((cells) => cells.join('\t'));
  const [first, ...others] = placeInTurn(caption === null ? ['', ...lines] : [caption, ...lines], span.start);
  // Without a caption there is no line of it either.
  const shift = caption === null ? 1 : 0;
  return {
    caption: caption === null ? null : (first as Span),
    rows: rows.map((cells, at) => placeInTurn(cells, (others[at] as Span).start - shift)),
  };
}
