/**
 * What a name or a title is suggested by while it is typed: beginnings of itself, of its pinyin and of the initials of its
 * pinyin. Pure; it knows no index.
 */
import { normalizeText, normalizeWithOffsets } from './normalize.js';
import { listReadings, listSpoken, type Spelling, spellPerson, spellSigns } from './pinyin.js';

/** Lengths of the beginnings that are kept. What is typed beyond one of them is compared with the text itself. */
const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20] as const;
const LONGEST = 20;
/** Spellings of one name, at most; and the characters at its beginning whose other readings are tried. */
const SPELLINGS = 4;
const VARIED = 4;
/** Stands behind a whole name: a character that no tokenizer drops and that nobody types. */
const END = '\ue006';

/** What is suggested, as far as it matters for how it is read. */
export type Reading = 'person' | 'name' | 'title';

/** All keys of a text: what somebody may have typed of it so far. Empty for a text of punctuation. */
export function listKeys(text: string, reading: Reading): string[] {
  const signs = listSpoken(text).slice(0, LONGEST + 1);
  const keys = new Set<string>();
  const add = (spelled: string) => {
    for (const length of LENGTHS) if (length <= spelled.length) keys.add(spelled.slice(0, length));
  };
  const raw = normalizeText(signs.join(''));
  add(raw);
  if (reading !== 'title' && raw.length <= LONGEST) keys.add(`${raw}${END}`);
  for (const spelling of listSpellings(signs, reading)) {
    const letters = spelling.join('');
    add(letters);
    add(spelling.map((syllable) => syllable.charAt(0)).join(''));
    if (reading !== 'title' && letters.length <= LONGEST) keys.add(`${letters}${END}`);
  }
  return [...keys];
}

/** Titles are read as their words have it; names, which words do not always tell, in the other usual ways, too. */
function listSpellings(signs: readonly string[], reading: Reading): Spelling[] {
  const first = spellSigns(signs);
  if (reading === 'title') return [first];
  const spellings = new Map<string, Spelling>();
  const add = (spelling: Spelling) => {
    if (spellings.size < SPELLINGS) spellings.set(spelling.join(' '), spelling);
  };
  if (reading === 'person') add(spellPerson(signs));
  add(first);
  for (const [at, sign] of signs.slice(0, VARIED).entries())
    for (const other of listReadings(sign)) add(first.with(at, other));
  return [...spellings.values()];
}

/** What was typed, as keys are looked up. */
export interface Typed {
  /** Letters, digits and Chinese characters, as texts are compared. */
  signs: readonly string[];
  /** The longest keys that hold of what it is typed for; the further ones for characters mixed with letters. */
  keys: string[];
  /** Keys of names that are just this. */
  whole: string[];
  /** Whether keys say less than what was typed. */
  isCut: boolean;
}

/** Reads what was typed; null when there is nothing in it that could be looked up. */
export function readTyped(text: string): Typed | null {
  // Marks between syllables, as in xi'an, are no signs; ü and v are one.
  const signs = listSpoken(text.replace(/[üÜ]/g, 'v')).slice(0, 64);
  const raw = normalizeText(signs.join('')).replace(/([ln])ve/g, '$1ue');
  if (raw === '') return null;
  const isMixed = /\p{Script=Han}/u.test(raw) && /[a-z]/.test(raw);
  const typed = isMixed ? [raw, spellSigns(signs).join('')] : [raw];
  const cut = (key: string) =>
    key.slice(
      0,
      LENGTHS.findLast((length) => length <= key.length),
    );
  return {
    signs: [...raw],
    keys: [...new Set(typed.map(cut))],
    whole: typed.filter((key) => key.length <= LONGEST).map((key) => `${key}${END}`),
    isCut: isMixed || typed.some((key) => cut(key) !== key),
  };
}

/**
 * How far what was typed reaches into a text: the place behind the last character it stands for. Null when the text does
 * not begin with it. A Chinese character is typed as itself, as a syllable it can be read as, or as the first letter of one.
 */
export function findTypedEnd(text: string, { signs: typed }: Pick<Typed, 'signs'>): number | null {
  const { text: normal, offsets } = normalizeWithOffsets(text);
  const spoken = listSpoken(text);
  const signs: { sign: string; spoken: string; end: number }[] = [];
  let at = 0;
  for (const char of normal) {
    at += char.length;
    if (/[\p{L}\p{N}]/u.test(char))
      signs.push({ sign: char, spoken: spoken[signs.length] ?? char, end: offsets[at] as number });
  }
  const letters = typed.join('');
  const failed = new Set<number>();
  /** From here on: typed by code units, so that both kinds of signs are compared alike. */
  const match = (sign: number, from: number): number | null => {
    if (from >= letters.length) return sign;
    const key = sign * 1_000 + from;
    const current = signs[sign];
    if (current === undefined || failed.has(key)) return null;
    const readings = listReadings(current.spoken);
    const rest = letters.slice(from);
    if (readings.some((reading) => reading.startsWith(rest))) return sign + 1;
    const steps = [current.sign, ...readings, ...readings.map((reading) => reading.charAt(0))];
    for (const step of new Set(steps)) {
      const end = rest.startsWith(step) ? match(sign + 1, from + step.length) : null;
      if (end !== null) return end;
    }
    failed.add(key);
    return null;
  };
  const reached = match(0, 0);
  return reached === null || reached === 0 ? null : (signs[reached - 1] as { end: number }).end;
}
