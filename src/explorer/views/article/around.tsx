/** What stands around an article: the ones before and after it on its page, and those that have to do with it. */

import { base } from '../../location.js';
import { messages } from '../../messages/index.js';
import { ArticleRow } from '../../parts/article-row.js';
import { toAddress } from '../../paths.js';
import type { Answer } from '../../query/question.js';

export function Neighbors({ neighbors }: { neighbors: Answer<'getArticleNeighbors'> }) {
  const words = messages.value;
  const { prev, next } = neighbors;
  if (prev === null && next === null) return null;
  return (
    <nav class="neighbors" aria-label={words.neighbors}>
      {prev !== null && (
        <a rel="prev" href={base + toAddress('article', { id: prev.id })}>
          <span>← {words.previous}</span> <strong lang="zh-CN">{prev.title}</strong>
        </a>
      )}
      {next !== null && (
        <a rel="next" href={base + toAddress('article', { id: next.id })}>
          <span>{words.next} →</span> <strong lang="zh-CN">{next.title}</strong>
        </a>
      )}
    </nav>
  );
}

export function Related({ related }: { related: Answer<'listRelatedArticles'>['data'] }) {
  const words = messages.value;
  if (related.length === 0) return null;
  return (
    <section class="related">
      <h2>{words.related}</h2>
      <ul>
        {related.map(({ article, reasons, reprintOf }) => (
          <li key={article.id}>
            <ArticleRow article={article} level={3}>
              <p class="reasons">
                {reprintOf !== null && <span>{words.reprint}</span>}
                <Shared name={words.sharedPeople} values={reasons.people} />
                <Shared name={words.sharedOrganizations} values={reasons.organizations} />
                <Shared name={words.sharedTerms} values={reasons.terms.slice(0, 5)} />
              </p>
            </ArticleRow>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Shared = ({ name, values }: { name: string; values: readonly string[] }) =>
  values.length === 0 ? null : (
    <span>
      {name} <span lang="zh-CN">{values.join('、')}</span>
    </span>
  );
