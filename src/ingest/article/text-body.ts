/** The body of a plain text page: its paragraphs without the foot of the page, which is told by how its lines stand. */
import type { UnplacedBlock } from '../../domain/article.js';
import {
  isAuthorLine,
  isCreditLine,
  isEndMarker,
  isIdleLabel,
  isInvitation,
  isLegalNotice,
  isLinkRow,
  isSiteFooter,
  isSourceLine,
  isToolLine,
} from './furniture.js';
import { cleanSource } from './head-fields.js';
import { markHeadings } from './headings.js';
import { isIssueLine } from './issue.js';
import { isMediumAlone, type PageHead, readHeadLine } from './page-head.js';
import { simplifyLabels } from './traditional.js';

/** Paragraphs as blocks, without the foot of the page; what the foot says about the source is noted in `head`. */
export function buildBody(paragraphs: readonly string[], head: PageHead, title: string | null): UnplacedBlock[] {
  const total = paragraphs.reduce((sum, line) => sum + line.length, 0);
  const running = paragraphs.findLastIndex((line) => line.length > 40 && /[。！？”」…]$/.test(line));
  let above = 0;
  const marker = paragraphs.findIndex((line, at) => {
    const left = total - above;
    above += line.length;
    const isLate = left * 4 < total || (running >= 0 && at > running);
    return at > 0 && (isLegalNotice(line) || (line.length < 80 && isLate && isEndMarker(line)));
  });
  const end = marker > 0 ? marker : paragraphs.length;
  let foot = findFoot(paragraphs, end);
  // The headline once more, and labels of nothing: 原标题:, 附件:.
  while (foot > 1 && (paragraphs[foot - 1] === title || isIdleLabel(paragraphs[foot - 1] ?? ''))) foot -= 1;
  const signed = paragraphs[foot - 1] ?? '';
  if (foot > 1 && isMediumAlone(signed)) head.source ??= cleanSource(signed);
  for (const line of paragraphs.slice(foot, end))
    if (isSourceLine(line) || isAuthorLine(line)) readHeadLine(head, line);
  const blocks = paragraphs
    .slice(0, foot)
    .flatMap((line) => splitAtIndents(line))
    .filter((line, at) => {
      if (
        isCreditLine(line) ||
        isToolLine(line) ||
        (line.length < 120 &&
          /^(?:本文)?[关關]/.test(line) &&
          /^(?:本文)?关键[词字]\s{0,2}[:：]/.test(simplifyLabels(line))) ||
        (at > 0 && (isSourceLine(line) || isAuthorLine(line) || isIssueLine(line) || isMediumAlone(line))) ||
        (line.length < 120 && isSiteFooter(line))
      ) {
        readHeadLine(head, line, { beforeTitle: isIssueLine(line) });
        return false;
      }
      return !(at === 0 && line === title);
    })
    .map((text): UnplacedBlock => ({ type: 'paragraph', text }));
  return markHeadings(blocks);
}

/** Where the foot of a page begins: at the line that is surely of it, when nothing but short lines stand below. */
function findFoot(paragraphs: readonly string[], end: number): number {
  let foot = end;
  for (let at = end - 1; at > 0; at -= 1) {
    const line = paragraphs[at] ?? '';
    const ends =
      line.length < 120 && (isCreditLine(line) || isInvitation(line) || isEndMarker(line) || isSiteFooter(line));
    if (ends || isLinkRow(line)) foot = at;
    else if (line.length > 60 || /[。！？；”]$/.test(line)) break;
  }
  return foot;
}

/** Paragraphs that were run together are told by the ideographic spaces each began with. */
export function splitAtIndents(text: string): string[] {
  return (text.includes('\u3000\u3000') ? text.split(/(?<=[。！？；…”」）)：:])\u3000{2,}/) : [text])
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
