/** A quote on the wall: the words, who said them, and where that is printed. */
import type { QuoteInArticle } from '../../../client/index.js';
import { base } from '../../location.js';
import { messages } from '../../messages/index.js';
import { toAddress } from '../../paths.js';
import { Provenance } from '../article-row.js';

export function QuoteCard({ quote }: { quote: QuoteInArticle }) {
  const { id, text, speaker, role, organization, article } = quote;
  return (
    <figure class="quote-card">
      <blockquote lang="zh-CN">
        <a href={`${base + toAddress('article', { id: article.id })}#${id}`}>{text}</a>
      </blockquote>
      <figcaption>
        <p class="speaker" lang="zh-CN">
          {speaker !== null && (
            <a href={base + toAddress('person', { name: speaker })}>
              <strong>{speaker}</strong>
            </a>
          )}{' '}
          {organization !== null && organization !== speaker && (
            <a href={base + toAddress('organization', { name: organization })}>{organization}</a>
          )}
          {role}
          {speaker === null && role === null && organization === null && messages.value.unknownSpeaker}
        </p>
        <p class="in-article" lang="zh-CN">
          {article.title}
        </p>
        <Provenance article={article} />
      </figcaption>
    </figure>
  );
}
