/**
 * The form in which texts are compared: NFKC, lower case, traditional characters as simplified ones, each character by
 * itself. Never the other way round: one simplified character stands for several traditional ones.
 */
import traditional from 'opencc-js/dict/TSCharacters';

const simplified = new Map(
  traditional.split('|').map((pair): [string, string] => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to];
  }),
);

function normalizeCharacter(char: string): string {
  const folded = char.normalize('NFKC').toLowerCase();
  return simplified.get(folded) ?? folded;
}

/** What each UTF-16 code unit becomes, when that is one code unit and was asked for before; otherwise 0. */
const units = new Uint16Array(0x10000);

/** Looks one up that {@link units} does not have: a text is of a few thousand, and working all out takes a start a tenth of a second. */
function foldUnit(code: number): number {
  // Surrogates are looked at in pairs.
  if (code >= 0xd800 && code < 0xe000) return 0;
  const normal = normalizeCharacter(String.fromCharCode(code));
  if (normal.length > 1) return 0;
  units[code] = normal.charCodeAt(0);
  return units[code];
}

/** Traditional characters of one code unit and the simplified ones, of one too, that take their places. */
export const simplePairs: readonly (readonly [from: string, to: string])[] = [...simplified].filter(
  ([from, to]) => from.length === 1 && to.length === 1,
);

/** The text as it is compared. */
export function normalizeText(text: string): string {
  let normal = '';
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = units[code] || foldUnit(code);
    if (unit === code) continue;
    const char = unit === 0 ? String.fromCodePoint(text.codePointAt(at) as number) : text.charAt(at);
    normal += text.slice(kept, at) + (unit === 0 ? normalizeCharacter(char) : String.fromCharCode(unit));
    at += char.length - 1;
    kept = at + 1;
  }
  return kept === 0 ? text : normal + text.slice(kept);
}

/** Where {@link normalizeUnits} writes: it has room for what is left of a text. */
let written = new Uint16Array(2 ** 14);

/** The same as code units, for passes over long texts. Good until the next call. */
export function normalizeUnits(text: string): Uint16Array {
  reserve(0, text.length);
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = units[code] || foldUnit(code);
    if (unit !== 0) {
      written[end++] = unit;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(at) as number);
    at += char.length - 1;
    const normal = normalizeCharacter(char);
    reserve(end, normal.length + text.length - at);
    for (let each = 0; each < normal.length; each += 1) written[end++] = normal.charCodeAt(each);
  }
  return written.subarray(0, end);
}

function reserve(end: number, more: number): void {
  if (end + more <= written.length) return;
  const before = written;
  written = new Uint16Array(2 * (end + more));
  written.set(before.subarray(0, end));
}

/** The same with, for each code unit of it and for its end, where in `text` the character begins that it comes from. */
export function normalizeWithOffsets(text: string): { text: string; offsets: Uint32Array } {
  const offsets: number[] = [];
  let normal = '';
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) as number);
    const to = normalizeCharacter(char);
    for (let unit = 0; unit < to.length; unit += 1) offsets.push(at);
    normal += to;
    at += char.length;
  }
  offsets.push(text.length);
  return { text: normal, offsets: Uint32Array.from(offsets) };
}
