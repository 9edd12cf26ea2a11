/** Correcting an article: its text, and beside it its quotes and figures, each with its fields. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../../../client/index.js';
import { useAnswer } from '../../archive.js';
import { address, base } from '../../location.js';
import { messages } from '../../messages/index.js';
import { Provenance } from '../../parts/article-row.js';
import { FoundText, type Passage } from '../../parts/desk/found-text.js';
import { Frame } from '../../parts/desk/frame.js';
import { Problem } from '../../parts/desk/problem.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { type Act, act } from '../../query/act.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { AddForm } from './add-form.js';
import { Finding, toCorrection, toRejection } from './finding.js';
import { correctWords } from './words.js';

export default function Correct({ parts: { id = '' } }: ViewProps) {
  const asked = question('getArticle', { id, include: ['quotes', 'statistics'] });
  const { answer: article, error } = useAnswer(asked);
  return (
    <Frame title={correctWords.value.title} tool={null}>
      {error !== undefined && <Problem error={error} />}
      {error === undefined && article === undefined && <p class="loading">{messages.value.loading}</p>}
      {article !== undefined && (
        <>
          <Findings key={article.id} article={article} />
          <QueryPanel questions={[asked]} acts={toExamples(article)} />
        </>
      )}
    </Frame>
  );
}

/** The calls there would be for the first quote or figure. */
function toExamples({ id, quotes = [], statistics = [] }: Article): Act[] {
  const [quote] = quotes;
  const [figure] = statistics;
  return [
    ...(quote === undefined
      ? []
      : [toCorrection(id, 'quote', quote.id, { speaker: quote.speaker }), toRejection(id, 'quote', quote.id)]),
    ...(figure === undefined
      ? []
      : [toCorrection(id, 'statistic', figure.id, { unit: figure.unit }), toRejection(id, 'statistic', figure.id)]),
    act('addQuote', { id, body: { text: quote?.text ?? '…', kind: 'direct', speaker: quote?.speaker ?? null } }),
  ];
}

function Findings({ article }: { article: Article }) {
  const words = correctWords.value;
  const [passage, setPassage] = useState<Passage | null>(null);
  const [done, setDone] = useState('');
  const said = useRef<HTMLParagraphElement>(null);
  const wanted = address.value.split('#')[1];
  const { quotes = [], statistics = [] } = article;
  const lists = [
    { target: 'quote' as const, title: messages.value.quotes(quotes.length), items: quotes },
    { target: 'statistic' as const, title: messages.value.statistics(statistics.length), items: statistics },
  ];
  useEffect(() => {
    document.querySelector(`.to-correct details[open]`)?.scrollIntoView({ block: 'center' });
  }, []);
  // What was pressed may be gone with its item.
  const tell = (what: string) => {
    setDone(what);
    said.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <h2 lang="zh-CN">
        <a href={base + toAddress('article', { id: article.id })}>{article.title}</a>
      </h2>
      <Provenance article={article} />
      <p class="hint">{words.hint}</p>
      <p class="done" role="status" tabIndex={-1} ref={said}>
        {done}
      </p>
      <div class="columns">
        <FoundText article={article} onSelect={setPassage} />
        <div class="finding-list to-correct">
          <AddForm article={article.id} passage={passage} onDone={tell} />
          {quotes.length + statistics.length === 0 && <p>{messages.value.noFindings}</p>}
          {lists.map(
            ({ target, title, items }) =>
              items.length > 0 && (
                <section key={target}>
                  <h3>{title}</h3>
                  <ul>
                    {items.map((item) => (
                      // Corrected, it begins anew with what it has then.
                      <Finding
                        key={JSON.stringify(item)}
                        article={article.id}
                        isOpen={item.id === wanted && done === ''}
                        onDone={tell}
                        {...{ target, item }}
                      />
                    ))}
                  </ul>
                </section>
              ),
          )}
        </div>
      </div>
    </>
  );
}
