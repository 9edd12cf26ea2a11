/** Qualifiers beside a number: 近, 约, 超过 before it, 左右, 以上 behind it. Data, and how they are read off a text. */

import { codeAt } from '../../text/code-set.js';
import { isBlank } from '../../text/numerals.js';

/** Words that stand directly before a number and say how exact it is. Longer ones first. */
const BEFORE = [
  '最多不超过',
  '最高可达',
  '最高达',
  '最多达',
  '不会超过',
  '不得超过',
  '不得低于',
  '不得少于',
  '不能超过',
  '不超过',
  '不低于',
  '不少于',
  '不高于',
  '不大于',
  '不小于',
  '不多于',
  '不下于',
  '大约',
  '将近',
  '接近',
  '超过',
  '超過',
  '超出',
  '突破',
  '不足',
  '不到',
  '不下',
  '不及',
  '未满',
  '不满',
  '至少',
  '至多',
  '最多',
  '最少',
  '最高',
  '最低',
  '高达',
  '高達',
  '多达',
  '多達',
  '达到',
  '達到',
  '达至',
  '起码',
  '几乎',
  '仅仅',
  '仅有',
  '只有',
  '低于',
  '高于',
  '大于',
  '小于',
  '少于',
  '多于',
  '估计',
  '平均',
  '近',
  '约',
  '約',
  '超',
  '逾',
  '达',
  '達',
  '仅',
  '僅',
  '破',
  '过',
  '上',
] as const;

/** Qualifiers that the span takes in but that say no more than the verb: they are left to the measure. */
const VERBS = new Set(['只有', '低于', '高于', '大于', '小于', '少于', '多于', '估计', '平均', '不满', '最低', '最少']);

/** Verbs that qualify also with 了 behind them. */
const REACHED = ['达到', '突破', '超过'];

/** Characters that make another word of a one-character qualifier behind them: 下达, 签约, 最近. */
const BOUND: Record<string, string> = {
  达: '下到传抵发表雷直送通到转',
  達: '下到傳抵發表',
  约: '签节合预契条制公特纽违邀相履赴大解',
  約: '簽節合預',
  近: '最附临靠远亲邻新贴走',
  超: '赶反中高',
  破: '侦告攻打识',
  上: '以网线晚早赶跟加送接碰身地路楼车船会手场考带遇种住用安换装爬登算补涨',
  过: '通经超不度路错渡难用去吃看做走穿跨',
  仅: '不',
};

/** One-character qualifiers that only qualify a round number without digits, or a half: 上千, 过半, 破亿. */
const ROUND_ONLY = new Set(['上', '过', '破']);

/** The words by their last character: few characters stand before a number by chance. */
const beforeByEnd = new Map<number, string[]>();
for (const word of BEFORE) {
  const end = word.charCodeAt(word.length - 1);
  beforeByEnd.set(end, [...(beforeByEnd.get(end) ?? []), word]);
}

/** Words that stand directly behind a unit. */
const AFTER = ['及以上', '及以下', '以上', '以下', '以内', '以內', '之内', '左右', '上下', '开外'] as const;

/**
 * Reads the qualifiers that end at `at`, in reading order, and where they begin. `round`: whether the number has no
 * digits of its own, which 上, 过 and 破 ask for. Looks at no more than four words.
 */
export function readQualifiersBefore(
  text: string,
  at: number,
  from: number,
  round: boolean,
): { start: number; words: string[] } {
  // 达到了300家: the word qualifies, but is not beside the number.
  const reached =
    text[at - 1] === '了' ? REACHED.find((word) => text.startsWith(word, at - 1 - word.length)) : undefined;
  if (reached !== undefined && at - 1 - reached.length >= from) return { start: at, words: [reached] };
  const words: string[] = [];
  let start = at;
  // 贡献率达 66.6%
  const parted = isBlank(codeAt(text, at - 1)) && !isBlank(codeAt(text, at - 2));
  if (parted && readQualifiersBefore(text, at - 1, from, round).words.length > 0) start = at - 1;
  for (let turn = 0; turn < 4; turn += 1) {
    const word = beforeByEnd
      .get(text.charCodeAt(start - 1))
      ?.find((candidate) => isWordBefore(text, start, from, candidate, round));
    if (word === undefined || VERBS.has(word)) break;
    start -= word.length;
    words.unshift(word);
  }
  return { start, words };
}

function isWordBefore(text: string, at: number, from: number, word: string, round: boolean): boolean {
  if (at - word.length < from || !text.startsWith(word, at - word.length)) return false;
  if (word.length > 1) return true;
  if (ROUND_ONLY.has(word) && !round) return false;
  const previous = at - 2 >= from ? text.charAt(at - 2) : '';
  return previous === '' || !(BOUND[word] ?? '').includes(previous);
}

/** Reads the qualifier that starts at `at`: 左右, 以上. Null when there is none. */
export function readQualifierAfter(text: string, at: number): { end: number; word: string } | null {
  if (!'及以之左上开'.includes(text.charAt(at) || '，')) return null;
  for (const word of AFTER) {
    if (text.startsWith(word, at)) {
      return { end: at + word.length, word: word.startsWith('及') ? word.slice(1) : word };
    }
  }
  return null;
}
