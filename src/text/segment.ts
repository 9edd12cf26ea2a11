/** Words as jieba cuts them, for queries: what is indexed needs no words. */
import { cut } from 'nodejs-jieba';
import { type Dictionary, noDictionary } from './dictionary.js';
import { normalizeText } from './normalize.js';
import { isChinese, listRuns } from './runs.js';

/** Words that say nothing about what is looked for. */
const stopWords = new Set(
  (
    '的 了 是 在 和 与 及 或 也 都 就 而 但 被 把 将 对 于 为 以 之 其 这 那 吗 呢 吧 啊 谁 几 有 没 不 一 个 什么 怎么 怎样 怎么样 如何 哪些 哪个 哪里 哪儿 为什么 多少 ' +
    '是否 可以 一个 有什么 多久 多大 这个 那个 他 她 它 我 你 我们 他们 the of a an in on and or to is'
  ).split(' '),
);

/** The words of a text in the form texts are compared in, each once; stop words only when there is nothing else. */
export function cutWords(text: string, dictionary: Dictionary = noDictionary): string[] {
  const words = new Set<string>();
  for (const run of listRuns(normalizeText(text))) {
    if (isChinese(run)) for (const word of cutRun(run, dictionary)) words.add(word);
    else words.add(run);
  }
  const telling = [...words].filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : [...words];
}

/** The words of a run of Chinese characters: those of the dictionary first, the longest, and jieba's between them. */
function cutRun(run: string, dictionary: Dictionary): string[] {
  const words: string[] = [];
  let kept = 0;
  const cutBetween = (end: number) => {
    if (end > kept) words.push(...cut(run.slice(kept, end), true));
  };
  for (let at = 0; at < run.length; ) {
    const word = dictionary.findWord(run, at);
    if (word !== null) {
      cutBetween(at);
      words.push(word);
      kept = at + word.length;
    }
    at += word?.length ?? 1;
  }
  cutBetween(run.length);
  return words;
}
