/** What people are called by who have been named in full: `老许` and `明远` after `许明远`. */
import { isWord } from '../../text/words.js';
import { standsApart } from './boundaries.js';

/** What stands before the first word of a clause, and before whom an attribute belongs to. */
const OPENS = /[，。；：！？“”「」、\s的]/;
/** Places that are looked at. */
const MENTIONS = 8;

/** The ways in which a text calls somebody behind the first place where it has the whole name. */
export function listFamiliar(name: string, text: string): string[] {
  const surname = name.charAt(0);
  const called = [`老${surname}`, `小${surname}`, ...(name.length === 3 ? [name.slice(1)] : [])];
  return called.filter((part) => !isWord(part) && isCalled(part, name, text));
}

function isCalled(part: string, name: string, text: string): boolean {
  const first = text.indexOf(name);
  for (let at = text.indexOf(part, first), n = 0; at >= 0 && n < MENTIONS; at = text.indexOf(part, at + 2), n += 1) {
    if (text.startsWith(name, at - 1) || !OPENS.test(text.charAt(at - 1))) continue;
    if (!name.endsWith(part) || standsApart(text, at, at + part.length)) return true;
  }
  return false;
}
