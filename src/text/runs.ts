/**
 * The runs of a normalized text: Chinese characters, or a word of letters and digits with what belongs to it (3.5%, c++).
 * Everything else lies between runs. Told by code unit in tables, since Unicode properties in regular expressions take many times as long.
 */

const HAN = 1;
/** A letter or number that is no Chinese character. */
const WORD = 2;
/** A number, also one that is a Chinese character: 〇. */
const NUMBER = 4;
/** What a word may end with. */
const MARK = 8;
/** Set once a character was looked up. */
const KNOWN = 16;

const CHINESE = /^\p{Script=Han}/u;
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const A_NUMBER = /\p{N}/u;
const MARKS = '%‰+#';
const [POINT, COMMA, ZERO, NINE] = ['.', ',', '0', '9'].map((char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** What each code unit is, where it was asked for before. */
const kinds = new Uint8Array(0x10000);

/** What a run is told by: its text as code units, where it stands in it, and whether it is of Chinese characters. */
export type TakeRun = (text: Uint16Array, start: number, end: number, chinese: boolean) => void;

/** Whether a run is of Chinese characters. */
export function isChinese(run: string): boolean {
  return CHINESE.test(run);
}

/** The runs of a normalized text. */
export function listRuns(normal: string): string[] {
  const units = new Uint16Array(normal.length);
  for (let at = 0; at < units.length; at += 1) units[at] = normal.charCodeAt(at);
  const runs: string[] = [];
  scanRuns(units, ({ buffer, byteOffset }, start, end) =>
    runs.push(Buffer.from(buffer, byteOffset + 2 * start, 2 * (end - start)).toString('utf16le')),
  );
  return runs;
}

/** Gives the runs of a normalized text one after the other. The text is left without the commas of thousands. */
export function scanRuns(units: Uint16Array, take: TakeRun): void {
  const text = units.subarray(0, dropThousands(units));
  for (let at = 0; at < text.length; ) {
    const start = at;
    const kind = kindAt(text, at);
    if ((kind & HAN) !== 0) at = endOf(HAN, text, at);
    else if ((kind & WORD) !== 0) at = endOfWord(text, at);
    else {
      at += 1;
      continue;
    }
    take(text, start, at, (kind & HAN) !== 0);
  }
}

function endOfWord(text: Uint16Array, start: number): number {
  let end = endOf(WORD, text, start);
  while (text[end] === POINT && (kindAt(text, end + 1) & NUMBER) !== 0)
    end = endOf(WORD, text, end + 1 + lengthAt(text, end + 1));
  return endOf(MARK, text, end);
}

/** Where characters of a kind end that begin at `start`. */
function endOf(kind: number, text: Uint16Array, start: number): number {
  let end = start;
  while ((kindAt(text, end) & kind) !== 0) end += lengthAt(text, end);
  return end;
}

/** What the character at `at` is; behind the text there is none. */
function kindAt(text: Uint16Array, at: number): number {
  if (at >= text.length) return 0;
  const unit = text[at] as number;
  const known = kinds[unit] as number;
  if (known !== 0) return known;
  if (lengthAt(text, at) === 2) return kindOf(String.fromCharCode(unit, text[at + 1] as number));
  const kind = kindOf(String.fromCharCode(unit));
  // A half of a pair says nothing of the pairs that begin with it.
  if ((unit & 0xf800) !== 0xd800) kinds[unit] = kind;
  return kind;
}

function kindOf(char: string): number {
  const isHan = CHINESE.test(char);
  return (
    KNOWN |
    (isHan ? HAN : 0) |
    (!isHan && LETTER_OR_NUMBER.test(char) ? WORD : 0) |
    (A_NUMBER.test(char) ? NUMBER : 0) |
    (MARKS.includes(char) ? MARK : 0)
  );
}

/** Code units of the character at `at`. */
function lengthAt(text: Uint16Array, at: number): 1 | 2 {
  if (((text[at] as number) & 0xfc00) !== 0xd800 || at + 1 >= text.length) return 1;
  return ((text[at + 1] as number) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/** Takes the commas out of 12,345,678; gives the length that is left. */
function dropThousands(text: Uint16Array): number {
  let end = text.indexOf(COMMA);
  if (end < 0) return text.length;
  for (let at = end; at < text.length; at += 1) {
    const isDropped =
      text[at] === COMMA &&
      isDigit(text, end - 1) &&
      isDigit(text, at + 1) &&
      isDigit(text, at + 2) &&
      isDigit(text, at + 3) &&
      !isDigit(text, at + 4);
    if (!isDropped) text[end++] = text[at] as number;
  }
  return end;
}

function isDigit(text: Uint16Array, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text[at] as number;
  return unit >= ZERO && unit <= NINE;
}
