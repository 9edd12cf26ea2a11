/** How Chinese is typed by its sounds: toneless pinyin in the letters of a keyboard, ü as v. What a word means decides nothing but its sound. */
import { pinyin, polyphonic } from 'pinyin-pro';
import { normalizeText } from './normalize.js';

const HAN = /^\p{Script=Han}$/u;

/** lüe and nüe are typed as lue as well as lve; one spelling stands for both. */
const spell = (syllable: string) =>
  syllable
    .toLowerCase()
    .replace('ü', 'v')
    .replace(/^([ln])ve$/, '$1ue');

const known = new Map<string, readonly string[]>();

/** The syllables a character can be read as, the usual one first; none for what is no Chinese character. */
export function listReadings(char: string): readonly string[] {
  let readings = known.get(char);
  if (readings === undefined) {
    const [all = []] = HAN.test(char) ? polyphonic(char, { toneType: 'none', type: 'array' }) : [];
    // What the dictionary does not know comes back as it is.
    readings = [...new Set((all as unknown as string[]).map(spell))].filter((syllable) => /^[a-z]+$/.test(syllable));
    known.set(char, readings);
  }
  return readings;
}

/** Readings of characters between their neighbors; looking them up costs more than all else here. */
const inContext = new Map<string, string>();
const REMEMBERED = 100_000;

/** How a character of several readings is read where it stands. */
function readBetween(before: string, char: string, after: string): string {
  // Which of the characters is meant belongs to it: 长 before 乐, and 乐 behind 长.
  const context = `${before} ${char} ${after}`;
  let reading = inContext.get(context);
  if (reading === undefined) {
    const syllables = pinyin(`${before}${char}${after}`, { toneType: 'none', type: 'array', v: true });
    reading = spell(syllables[before === '' ? 0 : 1] ?? '');
    if (inContext.size >= REMEMBERED) inContext.clear();
    inContext.set(context, reading);
  }
  return reading;
}

/** What is typed for a name: for each of its letters, digits and Chinese characters the syllable, or itself. */
export type Spelling = readonly string[];

/** The letters, digits and Chinese characters of a text, in the form in which texts are compared. */
export function listSigns(text: string): string[] {
  return [...normalizeText(text)].filter((char) => /[\p{L}\p{N}]/u.test(char));
}

/** Simplified script writes it where it is read qian; traditional script also for 干 (gan), which it is compared as. */
const QIAN = '乾';

/** The same signs as they are spelled: in the form in which texts are compared, but for a character that may be read otherwise. */
export function listSpoken(text: string): string[] {
  const parts = text.split(QIAN);
  if (parts.length === 1) return listSigns(text);
  if (parts.some((part) => normalizeText(part) !== part.normalize('NFKC').toLowerCase())) return listSigns(text);
  return parts.flatMap((part, at) => [...(at === 0 ? [] : [QIAN]), ...listSigns(part)]);
}

/** How a text is spelled. Characters of several readings are read as their neighbors have it. */
export function spellSigns(signs: readonly string[]): Spelling {
  return signs.map((sign, at) => {
    const readings = listReadings(sign);
    return readings.length <= 1 ? (readings[0] ?? sign) : readBetween(signs[at - 1] ?? '', sign, signs[at + 1] ?? '');
  });
}

/** How a surname at the beginning is read: 单 is shan, 曾 is zeng. */
export function spellPerson(signs: readonly string[]): Spelling {
  const syllables = pinyin(signs.join(''), { toneType: 'none', type: 'array', v: true, surname: 'head' });
  return signs.map((sign, at) => (listReadings(sign).length === 0 ? sign : spell(syllables[at] ?? sign)));
}
