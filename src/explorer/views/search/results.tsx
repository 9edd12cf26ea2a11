/** The rows of the list, page after page as somebody reads on, and what the search says about itself. */
import type { SearchHit, SearchReport } from '../../../client/index.js';
import { base, place } from '../../location.js';
import { messages } from '../../messages/index.js';
import { ArticleRow } from '../../parts/article-row.js';
import { FailureOf } from '../../parts/failure.js';
import { More, usePages } from '../../parts/pages.js';
import { toAddress } from '../../paths.js';
import type { Answer, Question } from '../../query/question.js';
import { HitRow } from './hit-row.js';

type List = Question<'search'> | Question<'listArticles'>;
type Page = Answer<'search'> | Answer<'listArticles'>;

interface Props {
  question: List;
  first: Page | undefined;
}

export function Results({ question, first }: Props) {
  const words = messages.value;
  const { pages, error, more } = usePages<List['name']>(question, first);
  if (first === undefined) return <p class="loading">{words.loading}</p>;
  const report = first.meta?.search;
  const hasRows = first.data.length > 0;
  return (
    <>
      {report !== undefined && <Report report={report} hasRows={hasRows} />}
      {!hasRows && (
        <p class="nothing">
          <strong>{words.nothingFound}</strong> {words.nothingFoundHint}
        </p>
      )}
      <ol class="rows">
        {pages.flatMap(({ data }) =>
          data.map((row) => (
            <li key={'score' in row ? row[row.type]?.id : row.id}>
              {'score' in row ? (
                <HitRow hit={row as SearchHit} />
              ) : (
                <ArticleRow article={row}>
                  {row.lead !== null && (
                    <p class="passage" lang="zh-CN">
                      {row.lead}
                    </p>
                  )}
                </ArticleRow>
              )}
            </li>
          )),
        )}
      </ol>
      {error !== undefined && <FailureOf error={error} />}
      {more !== null && <More onMore={more} />}
    </>
  );
}

/** How far the search had to go, and what else may have been meant. */
function Report({ report, hasRows }: { report: SearchReport; hasRows: boolean }) {
  const words = messages.value;
  const { didYouMean, strategy } = report;
  return (
    <div class="report">
      {didYouMean.length > 0 && (
        <p>
          {words.didYouMean}{' '}
          {didYouMean.map((q) => (
            <a key={q} lang="zh-CN" class="chip" href={base + toAddress('search', {}, { ...place.value?.query, q })}>
              {q}
            </a>
          ))}
        </p>
      )}
      {hasRows && strategy !== 'literal' && <p class="strategy">{words.strategies[strategy]}</p>}
    </div>
  );
}
