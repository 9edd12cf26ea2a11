/** Characters that sound alike: what somebody may have meant who chose the wrong one, or typed letters only. */
import { normalizeText } from './normalize.js';
import { listReadings } from './pinyin.js';

/** The characters of GB 2312: those that are in use. */
function* listCharacters(): Generator<string> {
  const decoder = new TextDecoder('gbk');
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) yield decoder.decode(Uint8Array.of(row, cell));
}

/** Sounds that many do not tell apart: zh and z, n and l, ang and an. */
const fold = (syllable: string) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=[aeiouv])/, 'l')
    .replace(/(?<=[aei])ng$/, 'n');

let bySyllable: Map<string, string[]> | undefined;
let byFolded: Map<string, string[]> | undefined;

function load(): { exact: Map<string, string[]>; alike: Map<string, string[]> } {
  if (bySyllable === undefined || byFolded === undefined) {
    bySyllable = new Map();
    byFolded = new Map();
    const add = (map: Map<string, string[]>, key: string, char: string) => {
      const known = map.get(key);
      if (known) known.push(char);
      else map.set(key, [char]);
    };
    for (const char of listCharacters()) {
      if (normalizeText(char) !== char) continue;
      for (const syllable of listReadings(char)) add(bySyllable, syllable, char);
      const [usual] = listReadings(char);
      if (usual !== undefined) add(byFolded, fold(usual), char);
    }
  }
  return { exact: bySyllable, alike: byFolded };
}

/** The characters that sound like one, without itself; those that sound nearly so behind them. */
export function listHomophones(char: string): string[] {
  const { exact, alike } = load();
  const readings = listReadings(char);
  const same = readings.flatMap((syllable) => exact.get(syllable) ?? []);
  const near = readings.slice(0, 1).flatMap((syllable) => alike.get(fold(syllable)) ?? []);
  return [...new Set([...same, ...near])].filter((other) => other !== char);
}

/** The characters of each syllable of letters that are pinyin, cut into the fewest syllables; null: they are none. */
export function readPinyin(letters: string): string[][] | null {
  const { exact } = load();
  /** The fewest syllables up to each place, and where the last of them begins. */
  const best: ({ count: number; from: number } | undefined)[] = [{ count: 0, from: 0 }];
  for (let end = 1; end <= letters.length; end += 1) {
    for (let from = Math.max(0, end - 6); from < end; from += 1) {
      const before = best[from];
      if (before === undefined || !exact.has(letters.slice(from, end))) continue;
      const known = best[end];
      if (known === undefined || before.count + 1 < known.count) best[end] = { count: before.count + 1, from };
    }
  }
  const characters: string[][] = [];
  for (let end = letters.length; end > 0; ) {
    const step = best[end];
    if (step === undefined) return null;
    characters.unshift(exact.get(letters.slice(step.from, end)) ?? []);
    end = step.from;
  }
  return characters;
}
