/** What a page gives: warnings, what is known of the article, and its text with quotes and figures marked. */
import { useEffect, useRef } from 'preact/hooks';
import type { Article, ArticlePreview, StoredArticle, Warning } from '../../../client/index.js';
import { base } from '../../location.js';
import { formatCount, formatInstant, formatPeriod } from '../../messages/index.js';
import { FoundText } from '../../parts/desk/found-text.js';
import { toAddress } from '../../paths.js';
import { FindingList } from './finding-list.js';
import { pageWords } from './words.js';

interface Props {
  result: ArticlePreview | StoredArticle;
  isWorking: boolean;
  onImport: () => void;
}

export function Result({ result, isWorking, onImport }: Props) {
  const words = pageWords.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const { article, warnings } = result;
  const isStored = 'outcome' in result;
  // What came of it is below the form, where nobody looks yet.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section class="result" aria-label={words.result}>
      <h2 ref={heading} tabIndex={-1}>
        {isStored ? words.outcomes[result.outcome] : words.result}
      </h2>
      {isStored && result.outcome !== 'held' && (
        <p class="actions">
          <a class="button primary" href={base + toAddress('article', { id: article.id })}>
            {words.read}
          </a>
          <a class="button" href={base + toAddress('correct', { id: article.id })}>
            {words.correct}
          </a>
        </p>
      )}
      {warnings.length === 0 ? <p class="hint">{words.noWarnings}</p> : <Warnings warnings={warnings} />}
      <Facts article={article} />
      <div class="columns">
        <FoundText article={article} />
        <FindingList article={article} />
      </div>
      {!isStored && (
        <p class="actions">
          <button type="button" class="button primary" disabled={isWorking} onClick={onImport}>
            {words.importThis}
          </button>
        </p>
      )}
    </section>
  );
}

const Warnings = ({ warnings }: { warnings: readonly Warning[] }) => (
  <div class="warnings">
    <h3>{pageWords.value.warnings}</h3>
    <ul>
      {warnings.map(({ code, message }) => (
        <li key={`${code} ${message}`}>
          <code>{code}</code> <span lang="en">{message}</span>
        </li>
      ))}
    </ul>
  </div>
);

function Facts({ article }: { article: Article }) {
  const words = pageWords.value.facts;
  const { title, section, source, issue, publishedAt, byline, charCount, url } = article;
  const facts: [string, string | null | undefined][] = [
    [words.title, title],
    [words.section, section?.path.join(' › ')],
    [words.source, source?.name],
    [words.issue, issue && [formatPeriod(issue.date), issue.page].filter(Boolean).join(' · ')],
    [words.published, publishedAt && formatInstant(publishedAt)],
    [words.byline, byline],
    [words.chars, formatCount(charCount)],
    [words.url, url],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang="zh-CN">{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
