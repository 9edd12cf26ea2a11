/** The reading view: an article as it was printed. */
import { useAnswer } from '../../archive.js';
import { messages } from '../../messages/index.js';
import { Provenance } from '../../parts/article-row.js';
import { FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import type { ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';

export default function Article({ parts: { id = '' } }: ViewProps) {
  const asked = question('getArticle', { id, include: ['quotes', 'statistics'] });
  const { answer, error } = useAnswer(asked);
  useTitle(answer?.title);
  if (error !== undefined) return <FailureOf error={error} />;
  if (answer === undefined) return <p class="loading">{messages.value.loading}</p>;
  const [title, ...lines] = answer.text.split('\n');
  return (
    <>
      <article lang="zh-CN">
        <h1>{title}</h1>
        <Provenance article={answer} />
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </article>
      <QueryPanel questions={[asked]} />
    </>
  );
}
