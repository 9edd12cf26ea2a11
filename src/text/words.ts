/** The words of the language: whether characters stand together because they are a word. It cuts nothing itself. */
import { readFileSync } from 'node:fs';
import { DEFAULT_DICT } from 'nodejs-jieba';

/** Longer ones are put together of these. */
const LONGEST = 4;
/** How often a word was met when the dictionary was counted; below that, entries are accidents as often as words. */
const RARE = 5;
/** Words the dictionary lacks or takes for names of people. */
const more = '小姐 高管 风控 网民 网友 副书记 副主任 副院长 副局长 副校长 副总 人士 官方 业者';

let known: ReadonlySet<string> | null = null;

/** The words of two to four characters in jieba's dictionary, without names of people. Read when first asked for. */
function loadWords(): ReadonlySet<string> {
  const words = new Set(more.split(' '));
  for (const line of readFileSync(DEFAULT_DICT, 'utf8').split('\n')) {
    const end = line.indexOf(' ');
    if (end < 2 || end > LONGEST) continue;
    const tag = line.indexOf(' ', end + 1);
    if (line.startsWith('nr', tag + 1) || Number(line.slice(end + 1, tag)) < RARE) continue;
    words.add(line.slice(0, end));
  }
  return words;
}

/** The fewest pieces `text` can be cut into, words and single characters. Time grows with its length. */
export function countPieces(text: string): number {
  known ??= loadWords();
  const fewest = new Uint8Array(text.length + 1);
  for (let end = 1; end <= text.length; end += 1) {
    let best = (fewest[end - 1] as number) + 1;
    for (let length = 2; length <= Math.min(LONGEST, end); length += 1) {
      const pieces = (fewest[end - length] as number) + 1;
      if (pieces < best && known.has(text.slice(end - length, end))) best = pieces;
    }
    fewest[end] = best;
  }
  return fewest[text.length] as number;
}

/** Whether a run of characters is a word. */
export function isWord(text: string): boolean {
  known ??= loadWords();
  return known.has(text);
}
