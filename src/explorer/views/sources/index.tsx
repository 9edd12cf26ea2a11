/** The newspapers and other sources, and how much of each is here. */
import { useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { formatCount, formatPeriod, messages } from '../../messages/index.js';
import { FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import { toAddress } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import './sources.css';

const sources = question('listSources', {});

export default function Sources() {
  const words = messages.value;
  const { answer, error } = useAnswer(sources);
  useTitle(words.sources);
  if (error !== undefined) return <FailureOf error={error} />;
  if (answer === undefined) return <p class="loading">{words.loading}</p>;
  return (
    <>
      <h1>{words.sources}</h1>
      <ul class="sources">
        {[...answer.data]
          .sort((a, b) => b.articleCount - a.articleCount)
          .map(({ slug, name, articleCount, issueCount, firstIssueDate, lastIssueDate }) => (
            <li key={slug}>
              <h2 lang="zh-CN">
                <a href={base + toAddress('source', { slug })}>{name}</a>
              </h2>
              <p>
                {words.articles(formatCount(articleCount))}
                {issueCount > 0 && ` · ${words.issues(formatCount(issueCount))}`}
              </p>
              {firstIssueDate !== null && lastIssueDate !== null && (
                <p>{words.fromTo(formatPeriod(firstIssueDate), formatPeriod(lastIssueDate))}</p>
              )}
            </li>
          ))}
      </ul>
      <QueryPanel questions={[sources]} />
    </>
  );
}
