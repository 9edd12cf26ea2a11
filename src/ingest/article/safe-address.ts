/** Addresses that pages name: made whole, and those that a browser would run instead of open left out. */
import type { UnplacedBlock } from '../../domain/article.js';

/** White space and control characters inside a scheme are skipped by browsers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const SKIPPED = /[\u0000-\u0020]/g;
const PROGRAM = /^(?:javascript|vbscript|data|file):/i;

/** Whether following an address could run what it says. */
export const isProgram = (address: string): boolean => PROGRAM.test(address.replace(SKIPPED, ''));

/** A body with the addresses of its pictures resolved against `base`, without pictures whose address is a program. */
export function keepSafe(body: UnplacedBlock[], base: string | null): UnplacedBlock[] {
  return body.flatMap((block): UnplacedBlock[] => {
    if (block.type !== 'image') return [block];
    if (isProgram(block.url)) return [];
    const isRelative = base !== null && !URL.canParse(block.url) && URL.canParse(block.url, base);
    return [isRelative ? { ...block, url: new URL(block.url, base).href } : block];
  });
}
