/** Words as jieba cuts them, for queries: what is indexed needs no words. */
import { cut } from 'nodejs-jieba';
import { normalizeText } from './normalize.js';
import { isChinese, listRuns } from './search-tokens.js';

/** Words that say nothing about what is looked for. */
const stopWords = new Set(
  (
    '的 了 是 在 和 与 及 或 也 都 就 而 但 被 把 将 对 于 为 以 之 其 这 那 吗 呢 吧 啊 谁 几 有 没 不 一 个 什么 怎么 怎样 怎么样 如何 哪些 哪个 哪里 哪儿 为什么 多少 ' +
    '是否 可以 一个 有什么 多久 多大 这个 那个 他 她 它 我 你 我们 他们 the of a an in on and or to is'
  ).split(' '),
);

/** The words of a text in the form texts are compared in, each once; stop words only when there is nothing else. */
export function cutWords(text: string): string[] {
  const words = new Set<string>();
  for (const run of listRuns(normalizeText(text))) {
    if (isChinese(run)) for (const word of cut(run, true)) words.add(word);
    else words.add(run);
  }
  const telling = [...words].filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : [...words];
}
