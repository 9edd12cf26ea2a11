/** Hard-wrapped text: puts the lines of a paragraph back together where a fixed width broke them. */

/** What fills two columns, by code unit; of a surrogate pair the two halves do. */
const WIDE = new Uint8Array(0x10000).fill(1, 0x2e80).fill(0, 0xd800, 0xe000);
for (const char of '“”‘’…—―·●○★☆◆■□▲△※①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ×℃') WIDE[char.charCodeAt(0)] = 1;

/** The width of a text in columns: two for what is full-width, one for the rest. */
function widthOf(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at += 1) if (WIDE[text.charCodeAt(at)] === 1) width += 1;
  return width;
}

interface Measured {
  text: string;
  indent: number;
  width: number;
}

/** How an agency text begins, whatever stands above it. */
const DATELINE = /^(?:新华社|本报|中新社|[（(]记者)[^。，]{0,20}(?:电|讯|日)/;

/** The day and page of the printed issue: nothing continues them. */
const ISSUE = /^[^。，]{0,12}\d{4}[年-]\d{1,2}[月-]\d{1,2}日?\s{0,3}(?:星期.|[^。，]{0,8}版)/;

/** Wrapped text is narrow; a page that only happens to have short lines does not fill them evenly. */
const WIDEST_WRAP = 150;
const NARROWEST_WRAP = 24;

/**
 * Lines as paragraphs, trimmed. Where most lines fill one width, a line that fills it and is followed by one without an
 * indent is joined with it; else every line is a paragraph. Characters stay as they are.
 */
export function unwrapLines(lines: readonly string[]): string[] {
  const measured = lines.map((line): Measured => {
    const text = line.trim();
    return { text, indent: text === '' ? 0 : widthOf(/^\s*/.exec(line)?.[0] ?? ''), width: widthOf(text) };
  });
  const wrap = findWrapWidth(measured);
  if (wrap === null) return joinFew(measured) ?? measured.filter(({ text }) => text !== '').map(({ text }) => text);
  const base = mostCommon(measured.filter(({ text }) => text !== '').map(({ indent }) => indent));
  const paragraphs: string[][] = [];
  let previous: Measured | null = null;
  for (const line of measured) {
    if (line.text === '') {
      previous = null;
      continue;
    }
    const indented = line.indent > base + 1;
    // A line set in by more than a paragraph's indent is centered: a headline, which nothing continues.
    const inset: number = previous === null ? 0 : Math.max(4, previous.indent - base);
    const full: boolean = previous !== null && inset <= 8 && previous.width + inset >= wrap - 2;
    const joins = previous !== null && (full || opensBracket(previous.text)) && !ISSUE.test(previous.text);
    if (previous !== null && joins && !indented && !DATELINE.test(line.text)) {
      const spaced = /[A-Za-z0-9,.]$/.test(previous.text) && /^[A-Za-z0-9]/.test(line.text);
      paragraphs.at(-1)?.push(spaced ? ` ${line.text}` : line.text);
    } else paragraphs.push([line.text]);
    previous = line;
  }
  return paragraphs.map((parts) => parts.join(''));
}

/** As many lines at most are too few to tell a width by how many fill it. */
const FEW = 12;

/** Running text that breaks off at the end of its line, and a line that may go on with it. */
const BREAKS_OFF = /[，、；：。）].*[\u4e00-\u9fffA-Za-z0-9０-９，、]$/;
const GOES_ON = /^[\u4e00-\u9fffA-Za-z0-9０-９，。、；”）].*[，。、；：！？]/;

/** A few lines as paragraphs, where two of them break off at one width; null where none do. */
function joinFew(lines: readonly Measured[]): string[] | null {
  const printed = lines.filter(({ text }) => text !== '');
  if (printed.length < 3 || printed.length > FEW) return null;
  const fill = ({ indent, width }: Measured) => indent + width;
  const wrap = Math.max(...printed.slice(1).map(fill));
  if (wrap < NARROWEST_WRAP || wrap > WIDEST_WRAP) return null;
  const breaks = (line: Measured) => fill(line) >= wrap - 3 && fill(line) <= wrap && BREAKS_OFF.test(line.text);
  if (printed.slice(1).filter(breaks).length < 2) return null;
  const paragraphs: string[] = [];
  let previous: Measured | null = null;
  for (const line of lines) {
    const joins: boolean =
      previous !== null && breaks(previous) && line.indent <= previous.indent && GOES_ON.test(line.text);
    if (joins) paragraphs.push(`${paragraphs.pop()}${line.text}`);
    else if (line.text !== '') paragraphs.push(line.text);
    previous = line.text === '' ? null : line;
  }
  return paragraphs;
}

/** Whether a bracket is still open at the end of a line: its text goes on whatever the line's width. */
function opensBracket(text: string): boolean {
  return text.lastIndexOf('（') > text.lastIndexOf('）');
}

function findWrapWidth(lines: readonly Measured[]): number | null {
  const widths = lines.filter(({ text }) => text !== '').map(({ width }) => width);
  if (widths.length < 4) return null;
  const wrap = mostCommon(widths.map((width) => Math.ceil(width / 2) * 2).filter((width) => width >= NARROWEST_WRAP));
  if (wrap < NARROWEST_WRAP || wrap > WIDEST_WRAP || Math.max(...widths.slice(0, 2000)) > wrap + 8) return null;
  const filling = lines.filter(({ width }) => width >= wrap - 4).length;
  const broken = lines.filter(({ text, width }) => width >= wrap - 4 && !/[。！？：；”!?]$/.test(text)).length;
  return filling >= 3 && filling * 2 >= widths.length && broken * 2 >= filling ? wrap : null;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  let bestCount = 0;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > bestCount) [best, bestCount] = [value, count];
  }
  return best;
}
