/** What single characters can be, in a table: most of a text is passed over by one look at each. */
import { compoundSurnames, everydaySurnames, surnames } from '../../domain/surnames.js';
import { codeAt } from '../../text/code-set.js';
import { notGiven, notLast, reportingVerbs, roleEnds, sayingVerbs, transliteration } from './lexicon.js';

export const ROLE_END = 1;
export const SINGLE_SURNAME = 2;
/** The first character of a surname of two. */
export const COMPOUND_SURNAME = 4;
/** A surname, or the first character of one. */
export const SURNAME = SINGLE_SURNAME | COMPOUND_SURNAME;
/** A surname that is an everyday word first. */
export const EVERYDAY_SURNAME = 8;
export const QUOTATION_MARK = 16;
export const VERB_START = 32;
export const SENTENCE_END = 64;
export const NAME_DOT = 128;
/** A letter that a Latin name can begin with. */
export const CAPITAL = 256;
/** What foreign names are written with. */
export const FOREIGN_CHAR = 512;
/** What stands in no name: 我, 这. */
export const POINTER = 1024;
/** What is no second character of a name of two, none of one of three, and no third. */
export const NOT_GIVEN = 2048;
export const NOT_MIDDLE = 4096;
export const NOT_LAST = 8192;
/** A Chinese character. */
export const HAN = 16_384;
/** A Latin letter. */
export const LETTER = 32_768;

const table = new Uint16Array(0x10000).fill(HAN, 0x4e00, 0xa000);
const mark = (chars: Iterable<string>, kind: number) => {
  for (const char of chars) {
    const code = char.charCodeAt(0);
    table[code] = (table[code] ?? 0) | kind;
  }
};
mark(roleEnds, ROLE_END);
mark(surnames, SINGLE_SURNAME);
mark(compoundSurnames, COMPOUND_SURNAME);
mark(everydaySurnames, EVERYDAY_SURNAME);
mark('“”「」『』‘’"＂', QUOTATION_MARK);
mark([...sayingVerbs, ...reportingVerbs], VERB_START);
mark('。！？；', SENTENCE_END);
mark('·•・‧-', NAME_DOT);
mark(transliteration, FOREIGN_CHAR);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAPITAL);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LETTER);
mark('我你他她它这那哪谁此说没', POINTER);
mark(notGiven, NOT_GIVEN);
mark('的了是不们对', NOT_MIDDLE);
mark(notLast, NOT_LAST);

/** Whether the character at `at` can be one of `kinds`, some of the constants above or-ed together. */
export function canBe(text: string, at: number, kinds: number): boolean {
  return ((table[codeAt(text, at)] as number) & kinds) !== 0;
}

/** Whether all characters of a text from `from` on can be one of `kinds`; where there are none, they cannot. */
export function areAll(text: string, kinds: number, from = 0): boolean {
  for (let at = from; at < text.length; at += 1) if (!canBe(text, at, kinds)) return false;
  return from < text.length;
}

/** Whether a character of a text from `from` on can be one of `kinds`. */
export function hasAny(text: string, kinds: number, from = 0): boolean {
  for (let at = from; at < text.length; at += 1) if (canBe(text, at, kinds)) return true;
  return false;
}
