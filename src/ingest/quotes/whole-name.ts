/** Names that end like a word of the language: what every mention of somebody goes on with belongs to the name. */
import { isWord } from '../../text/words.js';

/** Characters that given names end with, and that verbs and adverbs behind shorter names begin with. */
const AMBIGUOUS = new Set('来都为和会能出以从向同对笑道');
/** Places that are looked at. */
const MENTIONS = 8;

/** A name of two characters with the third, when the text never has it without: `乔德来` for `乔德`. */
export function completeName(name: string, text: string): string {
  if (name.length !== 2) return name;
  const first = text.indexOf(name);
  const last = text.charAt(first + 2);
  if (!AMBIGUOUS.has(last)) return name;
  let mentions = 0;
  for (let at = first; at >= 0 && mentions < MENTIONS; at = text.indexOf(name, at + 2), mentions += 1) {
    // `盛红来到`, `盛红都是`: the third begins a word.
    if (text.charAt(at + 2) !== last || isWord(text, at + 2, at + 4)) return name;
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
