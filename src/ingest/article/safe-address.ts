/** Addresses that pages name: those that a browser would run instead of open are left out. */
import type { UnplacedBlock } from '../../domain/article.js';

/** White space and control characters inside a scheme are skipped by browsers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const SKIPPED = /[\u0000-\u0020]/g;
const PROGRAM = /^(?:javascript|vbscript|data|file):/i;

/** Whether following an address could run what it says. */
export const isProgram = (address: string): boolean => PROGRAM.test(address.replace(SKIPPED, ''));

/** A body without pictures whose address is a program. */
export function keepSafe(body: UnplacedBlock[]): UnplacedBlock[] {
  return body.filter((block) => block.type !== 'image' || !isProgram(block.url));
}
