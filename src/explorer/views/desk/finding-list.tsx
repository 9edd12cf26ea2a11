/** The quotes and figures that were found in a page, each with its place, the rule that found it and how sure that is. */
import type { Article, Quote, Statistic } from '../../../client/index.js';
import { formatCount, messages } from '../../messages/index.js';
import { describeNormalized, describeSpeaker } from '../../parts/describe.js';
import { pageWords } from './words.js';

export function FindingList({ article: { quotes = [], statistics = [] } }: { article: Article }) {
  const words = messages.value;
  return (
    <div class="finding-list">
      {quotes.length + statistics.length === 0 && <p>{words.noFindings}</p>}
      {quotes.length > 0 && <h3>{words.quotes(quotes.length)}</h3>}
      <ul>
        {quotes.map((quote) => (
          <Found key={quote.id} kind="quote" item={quote} words={`“${quote.text}”`}>
            ——{describeSpeaker(quote) ?? words.unknownSpeaker} · {words.kinds[quote.kind]}
          </Found>
        ))}
      </ul>
      {statistics.length > 0 && <h3>{words.statistics(statistics.length)}</h3>}
      <ul>
        {statistics.map((figure) => (
          <Found key={figure.id} kind="figure" item={figure} words={figure.text}>
            {[figure.measure, describeNormalized(figure), figure.asOf?.text, words.bases[figure.basis]]
              .filter((part) => part != null)
              .join(' · ')}
          </Found>
        ))}
      </ul>
    </div>
  );
}

interface FoundProps {
  kind: 'quote' | 'figure';
  item: Pick<Quote | Statistic, 'id' | 'span' | 'rule' | 'confidence'>;
  words: string;
  children: (string | null)[] | string;
}

function Found({ kind, item: { id, span, rule, confidence }, words, children }: FoundProps) {
  const { fields } = messages.value;
  return (
    <li class={kind} lang="zh-CN">
      <a href={`#in-${id}`}>{words}</a>
      <p>{children}</p>
      <p class="evidence" lang={document.documentElement.lang}>
        {pageWords.value.place(formatCount(span.start), formatCount(span.end))} · {fields.rule} <code>{rule}</code> ·{' '}
        {fields.confidence} {Math.round(confidence * 100)} %
      </p>
    </li>
  );
}
