/** A newspaper: which days there are issues of, and which are missing. */
import { useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { formatPeriod, messages } from '../../messages/index.js';
import { FailureOf } from '../../parts/failure.js';
import { useTitle } from '../../parts/title.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';

export default function Source({ parts: { slug = '' } }: ViewProps) {
  const words = messages.value;
  const asked = question('getCoverage', { slug });
  const { answer, error } = useAnswer(asked);
  useTitle(answer?.source.name);
  if (error !== undefined) return <FailureOf error={error} />;
  if (answer === undefined) return <p class="loading">{words.loading}</p>;
  return (
    <>
      <h1 lang="zh-CN">{answer.source.name}</h1>
      <ul>
        {answer.data.map(({ date, state }) => (
          <li key={date}>
            {state === 'missing' ? (
              formatPeriod(date)
            ) : (
              <a href={base + toAddress('issue', { slug, date })}>{formatPeriod(date)}</a>
            )}{' '}
            {words.coverageStates[state]}
          </li>
        ))}
      </ul>
      <QueryPanel questions={[asked]} />
    </>
  );
}
