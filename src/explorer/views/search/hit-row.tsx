/** A find: an article with the passages found, or a quote or figure with the article it stands in. */
import type { SearchHit, Snippet } from '../../../client/index.js';
import { base } from '../../location.js';
import { messages } from '../../messages/index.js';
import { ArticleRow, Provenance } from '../../parts/article-row.js';
import { describeSpeaker } from '../../parts/describe.js';
import { Marked } from '../../parts/marked.js';
import { toAddress } from '../../paths.js';

export function HitRow({ hit }: { hit: SearchHit }) {
  const { article, quote, statistic, highlights = {} } = hit;
  if (article !== undefined) {
    const passages = [...(highlights.lead ?? []), ...(highlights.body ?? [])];
    return (
      <ArticleRow article={article} title={highlights.title?.[0]}>
        {passages.slice(0, 2).map((passage) => (
          <Passage key={`${passage.start} ${passage.text}`} passage={passage} />
        ))}
      </ArticleRow>
    );
  }
  const found = quote ?? statistic;
  if (found === undefined) return null;
  const inArticle = `${base + toAddress('article', { id: found.article.id })}#${found.id}`;
  return (
    <article class="article-row finding-row">
      {quote !== undefined ? (
        <>
          <blockquote lang="zh-CN">
            <a href={inArticle}>
              <Whole text={quote.text} passages={highlights.body} />
            </a>
          </blockquote>
          <p class="speaker" lang="zh-CN">
            {describeSpeaker(quote) ?? messages.value.unknownSpeaker}
          </p>
        </>
      ) : (
        statistic !== undefined && (
          <p class="figure" lang="zh-CN">
            <a href={inArticle}>
              <span class="measure">
                {statistic.measure !== null && <Whole text={statistic.measure} passages={highlights.measure} />}
              </span>{' '}
              <strong>
                <Whole text={statistic.text} passages={highlights.body} />
              </strong>
            </a>
            {statistic.asOf !== null && <span class="as-of">{statistic.asOf.text}</span>}
          </p>
        )
      )}
      <p class="in-article" lang="zh-CN">
        {found.article.title}
      </p>
      <Provenance article={found.article} />
    </article>
  );
}

const Passage = ({ passage: { text, marks } }: { passage: Snippet }) => (
  <p class="passage" lang="zh-CN">
    <Marked text={text} marks={marks} />
  </p>
);

/** A short text whole, with what was found in its passages. */
function Whole({ text, passages = [] }: { text: string; passages?: readonly Snippet[] | undefined }) {
  const marks = passages.flatMap(({ start, marks }) =>
    marks.map((mark) => ({ start: start + mark.start, end: start + mark.end })),
  );
  return <Marked text={text} marks={marks} />;
}
