/** Names that end like a word of the language: what every mention of somebody goes on with belongs to the name. */
import { isWord } from '../../text/words.js';

/** Characters that given names end with, and that verbs and adverbs behind shorter names begin with. */
const AMBIGUOUS = new Set('来都为和会能出以从向同对笑道');
/** Those that foreign names end with, and verbs begin with. */
const FOREIGN = new Set('任');
/** Places that are looked at. */
const MENTIONS = 8;

/** A name with one more character, when the text never has it without: `乔德来` for `乔德`, `叶戈尔·里戈任` for `叶戈尔·里戈`. */
export function completeName(name: string, text: string): string {
  const called = name.slice(name.search(/[^·・•]*$/));
  const isForeign = called !== name;
  if (!isForeign && name.length !== 2) return name;
  const first = text.indexOf(called);
  const last = text.charAt(first + called.length);
  if (!(isForeign ? FOREIGN : AMBIGUOUS).has(last)) return name;
  let mentions = 0;
  for (let at = first; at >= 0 && mentions < MENTIONS; at = text.indexOf(called, at + 2), mentions += 1) {
    const end = at + called.length;
    // `盛红来到`, `盛红都是`: it begins a word.
    if (text.charAt(end) !== last || isWord(text, end, end + 2)) return name;
  }
  return mentions > 1 ? name + last : name;
}

/** Whether the third character of a name begins a word wherever the text has it: `罗尧面|对` where `罗尧` is known. */
export function runsIntoWords(name: string, text: string): boolean {
  let at = text.indexOf(name);
  for (let n = 0; at >= 0 && n < MENTIONS; at = text.indexOf(name, at + 3), n += 1)
    if (!isWord(text, at + 2, at + 4)) return false;
  return true;
}
