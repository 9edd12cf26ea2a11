/** What single characters can be, in a table: most of a text is passed over by one look at each. */
import { compoundSurnames, surnames } from '../../domain/surnames.js';
import { reportingVerbs, roleEnds, sayingVerbs, transliteration } from './lexicon.js';

export const ROLE_END = 1;
/** A surname, or the first character of one. */
export const SURNAME = 2;
export const QUOTATION_MARK = 4;
export const VERB_START = 8;
export const SENTENCE_END = 16;
export const NAME_DOT = 32;
/** A letter that a Latin name can begin with. */
export const CAPITAL = 64;
/** What foreign names are written with. */
export const FOREIGN_CHAR = 128;

const table = new Uint8Array(0x10000);
const mark = (chars: Iterable<string>, kind: number) => {
  for (const char of chars) {
    const code = char.charCodeAt(0);
    table[code] = (table[code] ?? 0) | kind;
  }
};
mark(roleEnds, ROLE_END);
mark([...surnames, ...compoundSurnames], SURNAME);
mark('“”「」『』‘’"＂', QUOTATION_MARK);
mark([...sayingVerbs, ...reportingVerbs], VERB_START);
mark('。！？；', SENTENCE_END);
mark('·•・‧-', NAME_DOT);
mark(transliteration, FOREIGN_CHAR);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAPITAL);

/** Whether the character at `at` can be one of `kinds`, some of the constants above or-ed together. */
export function canBe(text: string, at: number, kinds: number): boolean {
  return ((table[text.charCodeAt(at)] ?? 0) & kinds) !== 0;
}
