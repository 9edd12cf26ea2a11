/** The end of making a draft: what the paragraphs themselves say, once head and body are known. Text and HTML alike. */
import { toHalfWidth } from '../../text/dates.js';
import { findBylineInOpening, findSignature } from './byline.js';
import { findSourceInBody } from './dateline.js';
import type { Draft } from './draft.js';
import { cleanSource } from './head-fields.js';
import { findIssue } from './issue.js';
import { closeLead, LEAD_LABEL, type PageHead } from './page-head.js';
import { simplifyLabels } from './traditional.js';

/** Fills a draft from its head and, where that is silent, from the body's own words; takes the lead out of the body. */
export function completeDraft(draft: Draft, head: PageHead): Draft {
  takeLead(draft);
  const paragraphs = draft.body.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
  const edges = [...paragraphs.slice(0, 2), ...paragraphs.slice(-4)];
  if (head.breadcrumb.length > 0) draft.breadcrumb = head.breadcrumb;
  draft.published = choosePublished(draft, head);
  draft.issue ??= head.issue;
  // A day alone beside the name of the paper is that of the issue, not of a visit.
  const day = head.paper.day ?? (head.paper.name === null ? null : head.today);
  if (head.paper.page !== null && day !== null) {
    draft.issue ??= { date: day, page: head.paper.page };
    draft.source ??= head.source ?? head.paper.name;
  }
  // A page and a day without a clock are those of the printed issue.
  if (draft.issue === null && head.paper.page !== null && draft.published?.date && draft.published.timeOfDay === null) {
    draft.issue = { date: draft.published.date, page: head.paper.page };
    draft.published = null;
  }
  const told = draft.source === null ? null : toHalfWidth(draft.source);
  if (head.labelledSource !== null && toHalfWidth(head.labelledSource) !== told) draft.source = head.labelledSource;
  draft.source ??= head.source;
  if (draft.keywords.length === 0) draft.keywords = head.keywords;
  for (const edge of edges) {
    if (draft.issue !== null && draft.source !== null) break;
    const named = /(?:^|[(（])\s{0,2}(?:本文|文章|稿件)?来源[:：]\s{0,4}([^()（）\s]{2,30}?)(?=$|[()（）\s]|作者)/.exec(
      simplifyLabels(edge.slice(-120)),
    )?.[1];
    const issue = findIssue(edge.slice(-160));
    if (issue !== null && (issue.page !== null || issue.newspaper !== null)) {
      draft.issue ??= { date: issue.date, page: issue.page };
    }
    draft.source ??= (named === undefined ? null : cleanSource(named)) ?? issue?.newspaper ?? null;
  }
  draft.source ??= findSourceInBody(paragraphs);
  draft.byline ??= head.byline ?? findByline(paragraphs);
  if (draft.byline !== null && draft.byline === draft.source) draft.byline = null;
  for (const printed of draft.published === null ? head.impossible : []) {
    draft.warnings.push({ code: 'impossible_date', message: `There is no such day as ${printed}` });
  }
  return draft;
}

/** The printed time and the one told to machines: the finer one of a day; of two days the one that is printed as a time. */
function choosePublished({ published: told }: Draft, { published: printed }: PageHead): Draft['published'] {
  if (told === null || printed === null) return printed ?? told;
  if (printed.date === told.date) return printed.timeOfDay === null ? told : printed;
  return printed.rank >= 3 ? printed : told;
}

/** What may stand behind a signature: the source, the headline elsewhere, the issue that printed the text. */
const BEHIND_SIGNATURE =
  /\s{0,4}(?:(?<![(（]|本文)(?:来源|原标题)[:：][^。]{0,60}|《[^《》]{2,12}》\s{0,3}[(（][^()（）]{6,30}版\s?[)）])$/;

function findByline(paragraphs: readonly string[]): string | null {
  for (const paragraph of paragraphs.slice(0, 3)) {
    const found = findBylineInOpening(paragraph);
    if (found !== null) return found;
  }
  for (const paragraph of paragraphs.slice(-4).reverse()) {
    const found = findSignature(paragraph.replace(BEHIND_SIGNATURE, ''));
    if (found !== null) return found;
  }
  const first = paragraphs[0];
  return first === undefined || first.length > 40 ? null : findSignature(first);
}

/** A lead is set apart by its label; the label may stand on a line of its own before it. */
function takeLead(draft: Draft): void {
  for (const [at, block] of draft.body.slice(0, 6).entries()) {
    if (block.type !== 'paragraph' && block.type !== 'heading') continue;
    const label = LEAD_LABEL.exec(simplifyLabels(block.text.slice(0, 20)))?.[0];
    if (label === undefined) {
      // A label deep in running text is a subtitle of the story, not a lead.
      if (block.text.length > 120 && !/^编者[按的]/.test(block.text)) return;
      continue;
    }
    const rest = closeLead(label, block.text.slice(label.length).trim());
    const next = draft.body[at + 1];
    const taken =
      rest !== '' ? rest : next?.type === 'paragraph' && toHalfWidth(next.text).length <= 600 ? next.text : null;
    if (taken === null || draft.body.length <= (rest === '' ? 2 : 1)) return;
    draft.lead ??= taken;
    draft.body.splice(at, rest === '' ? 2 : 1);
    return;
  }
}
