/** Tables of a page, as rows of cells. */
import { isLabelCell } from './head-fields.js';
import { type HtmlElement, textOf } from './html-tree.js';

/** What a table of data holds. */
export interface Table {
  caption: string | null;
  rows: string[][];
  /** Characters inside links. */
  linked: number;
}

/** A table of data; null when the table only lays the page out, or says of a document what lines of its head would. */
export function readTable(table: HtmlElement): Table | null {
  const rows: string[][] = [];
  let linked = 0;
  let caption: string | null = null;
  let longest = 0;
  let nested = false;
  const visit = (element: HtmlElement, inLink: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (inLink) linked += child.replace(/\s+/g, '').length;
        continue;
      }
      if (child.tag === 'table' || child.tag === 'h1' || child.tag === 'img') nested = true;
      if (child.tag === 'caption') caption = textOf(child);
      else if (child.tag === 'tr') rows.push([]);
      if (child.tag === 'td' || child.tag === 'th') {
        const text = textOf(child);
        longest = Math.max(longest, text.length);
        rows.at(-1)?.push(text);
      }
      visit(child, inLink || child.tag === 'a');
    }
  };
  visit(table, false);
  const full = rows.filter((cells) => cells.some((cell) => cell !== ''));
  const wide = full.filter((cells) => cells.filter((cell) => cell !== '').length > 1);
  if (nested || full.length < 2 || wide.length * 2 < full.length || longest > 300 || isHead(full)) return null;
  return { caption, rows: full, linked };
}

/** Whether rows are labels with their values, as documents of governments have them above: 索引号 | … | 发布日期 | …. */
function isHead(rows: readonly string[][]): boolean {
  let labels = 0;
  let others = 0;
  for (const cells of rows) {
    const areLabels = cells.map(isLabelCell);
    for (const [at, cell] of cells.entries()) {
      if (areLabels[at] && areLabels[at + 1] === false) labels += 1;
      else if (cell !== '' && !areLabels[at - 1]) others += 1;
    }
  }
  return labels > 1 && labels > others;
}
