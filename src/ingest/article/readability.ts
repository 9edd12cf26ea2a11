/** The second opinion on where the body is: Mozilla's Readability, asked when the portal rules find next to nothing. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Beyond this its running time is no longer worth the little it may find. */
const MAX_CHARS = 600_000;
const MAX_ELEMENTS = 20_000;

/** The HTML of the body as Readability sees it; null when it finds none. */
export function readWithReadability(html: string): string | null {
  if (html.length > MAX_CHARS || count(html, '<') > MAX_ELEMENTS || deepest(html) > 200) return null;
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  return new Readability(document, { charThreshold: 20 }).parse()?.content ?? null;
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found += 1;
  return found;
}

/** A bound on how deep the markup nests: what opens and does not close counts as nesting. */
function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][^<>]{0,400}>/gi)) {
    if (tag[1] === '/') depth = Math.max(0, depth - 1);
    else if (!/^<(?:p|br|img|input|meta|link|hr|li|td|tr|th|option)\b/i.test(tag) && !tag.endsWith('/>')) depth += 1;
    if (depth > most) most = depth;
  }
  return most;
}
