/** The reading view: an article as it was printed, with its quotes and figures marked in place and listed beside it. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Article } from '../../../client/index.js';
import { useAnswer } from '../../archive.js';
import { address } from '../../location.js';
import { formatCount, formatInstant, messages } from '../../messages/index.js';
import { Provenance } from '../../parts/article-row.js';
import { FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import type { ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { Neighbors, Related } from './around.js';
import { Beside } from './beside.js';
import { Body } from './body.js';
import { Details } from './details.js';
import { listFindings, toSafeAddress } from './findings.js';
import { placeHead } from './placing.js';
import { ReadingContext, type Shown, showBelow } from './reading.js';
import { Text } from './text.js';
import './article.css';

export default function ArticleView({ parts: { id = '' } }: ViewProps) {
  const asked = question('getArticle', { id, include: ['quotes', 'statistics'] });
  const beside = question('getArticleNeighbors', { id });
  const alike = question('listRelatedArticles', { id, limit: 5 });
  const { answer, error } = useAnswer(asked);
  const neighbors = useAnswer(beside);
  const related = useAnswer(alike);
  useTitle(answer?.title);
  if (error !== undefined) return <FailureOf error={error} />;
  if (answer === undefined) return <p class="loading">{messages.value.loading}</p>;
  return (
    <>
      <Sheet key={answer.id} article={answer} />
      {neighbors.answer !== undefined && <Neighbors neighbors={neighbors.answer} />}
      {related.answer !== undefined && <Related related={related.answer.data} />}
      <QueryPanel questions={[asked, beside, alike]} />
    </>
  );
}

function Sheet({ article }: { article: Article }) {
  const words = messages.value;
  const shown = useSignal<Shown | null>(null);
  const lit = useSignal<string | null>(null);
  const findings = useMemo(() => listFindings(article), [article]);
  const reading = useMemo(
    () => ({ id: article.id, text: article.text, findings, shown, lit }),
    [article, findings, shown, lit],
  );
  const head = placeHead(article);

  // A link to a finding leads to its words.
  const wanted = useComputed(() => address.value.split('#')[1] ?? '');
  useEffect(() => {
    const finding = findings.find(({ id }) => id === wanted.value);
    const piece = finding && document.querySelector(`[data-findings~="${CSS.escape(finding.id)}"]`);
    if (finding === undefined || piece == null) return;
    piece.scrollIntoView({ block: 'center' });
    if (piece instanceof HTMLElement) piece.focus({ preventScroll: true });
    showBelow(reading, piece, [finding], true);
  }, [wanted.value, findings, reading]);

  const page = toSafeAddress(article.url);
  return (
    <ReadingContext.Provider value={reading}>
      <div class="reading">
        <article class="sheet" lang="zh-CN">
          <header>
            {article.subtitle !== null && head.subtitle !== null && (
              <p class="subtitle">
                <Text part={head.subtitle} />
              </p>
            )}
            <h1>
              <Text part={head.title} />
            </h1>
            <div class="facts" lang={document.documentElement.lang}>
              <Provenance article={article} />
              <p class="provenance">
                {article.byline !== null && (
                  <span>
                    {words.byline} <span lang="zh-CN">{article.byline}</span>
                  </span>
                )}
                {article.publishedAt !== null && (
                  <span>
                    {words.published} <time dateTime={article.publishedAt}>{formatInstant(article.publishedAt)}</time>
                  </span>
                )}
                <span>{words.charCount(formatCount(article.charCount))}</span>
                {page !== null && (
                  <a href={page} target="_blank" rel="noreferrer">
                    {words.originalPage} ↗
                  </a>
                )}
              </p>
            </div>
          </header>
          {head.lead !== null && (
            <section class="lead">
              <h2 lang={document.documentElement.lang}>{words.lead}</h2>
              <p>
                <Text part={head.lead} />
              </p>
            </section>
          )}
          <Body blocks={article.body} url={page} />
          <Details />
        </article>
        <Beside url={page} />
      </div>
    </ReadingContext.Provider>
  );
}
