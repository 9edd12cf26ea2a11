/** A printed issue, page by page, or one page of it. */
import { useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { formatPeriod, messages } from '../../messages/index.js';
import { ArticleRow } from '../../parts/article-row.js';
import { FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';

export default function Issue({ parts: { slug = '', date = '', page } }: ViewProps) {
  const words = messages.value;
  const asked = question('getIssue', { slug, date });
  const { answer, error } = useAnswer(asked);
  useTitle(answer && `${answer.source.name} ${formatPeriod(date)}`);
  if (error !== undefined) return <FailureOf error={error} />;
  if (answer === undefined) return <p class="loading">{words.loading}</p>;
  return (
    <>
      <h1>
        <a lang="zh-CN" href={base + toAddress('source', { slug })}>
          {answer.source.name}
        </a>{' '}
        {formatPeriod(date)}
      </h1>
      {answer.pages
        .filter((each) => page === undefined || each.page === page)
        .map(({ page, articles }) => (
          <section key={page}>
            <h2>{page === null ? words.pageUnknown : words.pageName(page)}</h2>
            {articles.map((article) => (
              <ArticleRow key={article.id} article={article} level={3} />
            ))}
          </section>
        ))}
      <QueryPanel questions={[asked]} />
    </>
  );
}
