/** Headings among plain lines: told by how they stand, since nothing marks them. */
import type { UnplacedBlock } from '../../domain/article.js';
import { findSignature } from './byline.js';

/** Turns lines into headings where they stand like headings: short, without a final stop, before running text. */
export function markHeadings(blocks: readonly UnplacedBlock[]): UnplacedBlock[] {
  return blocks.map((block, at) => {
    if (block.type !== 'paragraph' || at === blocks.length - 1 || !looksLikeHeading(block.text)) return block;
    // What follows, other headings and quoted ones skipped, has to be text of more weight than a heading.
    let next = at + 1;
    while (next - at < 3 && isShortLine(textOf(blocks[next]))) next += 1;
    const follower = blocks[next];
    if (follower === undefined || follower.type !== 'paragraph' || follower.text.length < 40) return block;
    return { type: 'heading', level: 2, text: block.text };
  });
}

function textOf(block: UnplacedBlock | undefined): string {
  return block?.type === 'paragraph' ? block.text : '';
}

function isShortLine(text: string): boolean {
  return looksLikeHeading(text) || (text.length <= 40 && /^[“「『][^“「『]{1,38}[”」』]$/.test(text));
}

function looksLikeHeading(text: string): boolean {
  if (text.length < 2 || text.length > 30) return false;
  if (/[。！？!?；;，,：:、…)）]$/.test(text) || /^[—\-“"「『(（▲△*※\d]|[。！？；].|[：:]|摄$/.test(text)) {
    // 1. and 2.1 number a heading; a date or a figure at its start makes a sentence of it.
    return /^\d{1,2}(?:\.\d{1,2})?[.、．]\s?[^\d\s。！？；，：]{2,28}$/.test(text);
  }
  return findSignature(text) === null;
}
