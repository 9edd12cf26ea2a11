/** The lead of an HTML page: what stands above the body in a box of its own, or behind a label. */
import type { UnplacedBlock } from '../../domain/article.js';
import type { TextLine } from './html-lines.js';
import { type HtmlElement, labelOf } from './html-tree.js';
import { closeLead, LEAD_LABEL } from './page-head.js';
import { simplifyLabels } from './traditional.js';

/** A lead in a box of its own, above the body; `labelled` also takes one by its 摘要: or the like. */
export function readLead(line: TextLine, labelled = true): string | null {
  const label = labelled ? LEAD_LABEL.exec(simplifyLabels(line.text.slice(0, 20)))?.[0] : undefined;
  const called = isCalledLead(line.element) || (isCalledLead(line.element.parent) && isAlone(line.element));
  if (label === undefined && !called) return null;
  const text = closeLead(label ?? '', line.text.slice(label?.length ?? 0).trim());
  return text.length >= 15 ? text : null;
}

/** Class names of the box that a lead stands in. */
const LEAD_BOX =
  /(?:^|[\s_-])(?:abstract|summary|lead|daodu|daoyu|zhaiyao|intro|digest|tiyao)(?:[\s_-]|$)|(?:post|article|art|news)[_-]?desc(?:[\s_-]|$)/;

function isCalledLead(box: HtmlElement | null): boolean {
  return box !== null && LEAD_BOX.test(labelOf(box));
}

/** Whether an element is all that its box holds. */
function isAlone(element: HtmlElement): boolean {
  return (
    element.parent?.children.every((each) => each === element || (typeof each === 'string' && each.trim() === '')) ??
    false
  );
}

/** Whether a lead only repeats how the body begins. */
export function isTeaser(lead: string, body: readonly UnplacedBlock[]): boolean {
  const opening = body.slice(0, 6).flatMap((block) => ('text' in block ? [block.text] : []));
  const words = lead.replace(/(?:\.{2,}|…+)$/, '').replace(/\s+/g, '');
  return opening.join('').replace(/\s+/g, '').includes(words);
}
