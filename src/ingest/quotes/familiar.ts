/** What people are called by who have been named in full: `老许` and `明远` after `许明远`. */
import { isWord } from '../../text/words.js';
import { standsApart } from './boundaries.js';

/** What stands before the first word of a clause, and before whom an attribute belongs to. */
const OPENS = /[，。；：！？“”「」、\s的]/;
/** Behind whoever is called so: that he speaks. */
const SPEAKS = /^(?:说|笑|叹|讲|表示|介绍|告诉|回忆|坦言|感慨|指[着出]|对|拉着|摆|点头|摇)/;
/** Places that are looked at. */
const MENTIONS = 8;

/** The ways in which a text calls somebody behind the first place where it has the whole name. */
export function listFamiliar(name: string, text: string): string[] {
  const surname = name.charAt(0);
  const called = [`老${surname}`, `小${surname}`, ...(name.length === 3 ? [name.slice(1)] : [])];
  return called.filter((part) => isCalled(part, name, text));
}

function isCalled(part: string, name: string, text: string): boolean {
  const first = text.indexOf(name);
  const isKnown = isWord(part);
  for (let at = text.indexOf(part, first), n = 0; at >= 0 && n < MENTIONS; at = text.indexOf(part, at + 2), n += 1) {
    if (text.startsWith(name, at - 1) || !OPENS.test(text.charAt(at - 1))) continue;
    // `老许` is a word of the dictionary, too, as `老家` and `小时` are.
    if (isKnown && !SPEAKS.test(text.slice(at + part.length, at + part.length + 2))) continue;
    if (!name.endsWith(part) || standsApart(text, at, at + part.length)) return true;
  }
  return false;
}
