/** The words of the language: whether characters stand together because they are a word. It cuts nothing itself. */
import { readFileSync } from 'node:fs';
import { DEFAULT_DICT } from 'nodejs-jieba';
import { LONGEST_WORD, WordSet } from './word-set.js';

/** How often a word was met when the dictionary was counted; below that, entries are accidents as often as words. */
const RARE = 5;
/** Words the dictionary lacks, being older than they are, or takes for names of people. */
const more =
  '小姐 哈佛 高管 风控 副书记 副主任 副院长 副局长 副校长 微信 微博 抖音 快手 短视频 视频号 公众号 ' +
  '朋友圈 表情包 点赞 弹幕 主播 博主 网红 带货 网约车 充电桩 二维码 扫码 群聊 大数据 云计算 ' +
  '区块链 物联网 新能源 碳中和 碳达峰 双碳 复产 健康码 乡村振兴 脱贫攻坚 网格员 驻村 安保 应援 ' +
  '时任 金句 车企 房企 药企 央企 单品 通勤';

interface Vocabulary {
  words: WordSet;
  verbs: WordSet;
  /** Words that go with others and name nothing: adverbs, conjunctions, prepositions, pronouns, times, sides. */
  asides: WordSet;
}
let vocabulary: Vocabulary | null = null;

/** The words of two to four characters in jieba's dictionary, without names of people. Read when first asked for. */
function loadVocabulary(): Vocabulary {
  const words = new Set(more.split(' '));
  const verbs = new Set<string>();
  const asides = new Set<string>();
  for (const line of readFileSync(DEFAULT_DICT, 'utf8').split('\n')) {
    const end = line.indexOf(' ');
    if (end < 2 || end > LONGEST_WORD) continue;
    const tag = line.indexOf(' ', end + 1);
    if (line.startsWith('nr', tag + 1) || Number(line.slice(end + 1, tag)) < RARE) continue;
    const word = line.slice(0, end);
    words.add(word);
    if (line.startsWith('ad', tag + 1) || (/[cdfprt]/.test(line.charAt(tag + 1)) && !word.endsWith('某')))
      asides.add(word);
    else if (line.charAt(tag + 1) === 'v' && line.charAt(tag + 2) !== 'n') verbs.add(word);
  }
  return { words: new WordSet(words), verbs: new WordSet(verbs), asides: new WordSet(asides) };
}

const fewest: number[] = [];

/**
 * The fewest pieces the characters from `start` to `end` can be cut into, words and single characters, and those up to
 * each place between: item n is for the first n characters. Good until the next call.
 */
export function countPieces(text: string, start: number, end: number): readonly number[] {
  vocabulary ??= loadVocabulary();
  const known = vocabulary.words;
  for (let length = 0; length <= end - start; length += 1) fewest[length] = length;
  for (let at = start; at < end; at += 1) {
    const pieces = (fewest[at - start] as number) + 1;
    if (pieces < (fewest[at - start + 1] as number)) fewest[at - start + 1] = pieces;
    const lengths = known.lengthsAt(text, at, end);
    for (let length = 2; lengths >> length !== 0; length += 1) {
      const place = at - start + length;
      if (pieces < (fewest[place] as number) && known.has(text, at, length)) fewest[place] = pieces;
    }
  }
  return fewest;
}

/** Whether a text is a word, or the characters of it from `start` to `end` are. */
export function isWord(text: string, start = 0, end = text.length): boolean {
  vocabulary ??= loadVocabulary();
  const length = end - start;
  return length >= 2 && length <= LONGEST_WORD && vocabulary.words.has(text, start, length);
}

/** Whether a phrase begins with an aside: `虽然私下`, `当年`. */
export function beginsAside(phrase: string): boolean {
  vocabulary ??= loadVocabulary();
  return lengthAtStart(vocabulary.asides, phrase) > 0;
}

/** A phrase without the asides that it ends with: `青石重工再次`. */
export function trimAsides(phrase: string): string {
  vocabulary ??= loadVocabulary();
  let trimmed = phrase;
  for (let length = 1; length > 0; trimmed = trimmed.slice(0, trimmed.length - length))
    length = lengthAtEnd(vocabulary.asides, trimmed);
  return trimmed;
}

/** Whether the longest word that a phrase begins with is a verb: `致电村民`, not `负责人`. */
export function beginsWithVerb(phrase: string): boolean {
  vocabulary ??= loadVocabulary();
  const verb = lengthAtStart(vocabulary.verbs, phrase);
  return verb > 0 && verb === lengthAtStart(vocabulary.words, phrase);
}

/** Whether a phrase ends with a verb: `一人禁不住`. */
export function endsInVerb(phrase: string): boolean {
  vocabulary ??= loadVocabulary();
  return lengthAtEnd(vocabulary.verbs, phrase) > 0;
}

/** The length of the longest of the words that a phrase begins with; 0 when it begins with none. */
function lengthAtStart(words: WordSet, phrase: string): number {
  for (let length = Math.min(LONGEST_WORD, phrase.length); length >= 2; length -= 1)
    if (words.has(phrase, 0, length)) return length;
  return 0;
}

function lengthAtEnd(words: WordSet, phrase: string): number {
  for (let length = Math.min(LONGEST_WORD, phrase.length); length >= 2; length -= 1)
    if (words.has(phrase, phrase.length - length, length)) return length;
  return 0;
}
