/** What is shown in the place of an answer that did not come: why, and what to do. */
import type { BaokuError, BaokuErrorCode } from '../../client/index.js';
import { base } from '../location.js';
import { messages } from '../messages/index.js';
import { KeyForm } from './key-form.js';

interface Props {
  code: BaokuErrorCode;
  /** What the server said. */
  detail?: string | undefined;
  suggestion?: string | undefined;
}

/** Shows the error of a question. */
export const FailureOf = ({ error }: { error: BaokuError }) => (
  <Failure code={error.code} detail={error.message} suggestion={error.suggestion} />
);

export function Failure({ code, detail, suggestion }: Props) {
  const words = messages.value;
  if (code === 'unauthenticated' || code === 'forbidden') {
    return (
      <section class="failure">
        <h1>{words.needsKey}</h1>
        {detail !== undefined && <p lang="en">{detail}</p>}
        <KeyForm />
      </section>
    );
  }
  const isGone = code === 'not_found' || code === 'withdrawn';
  return (
    <section class="failure" role="alert">
      <h1>{code === 'not_found' ? words.notFound : code === 'withdrawn' ? words.withdrawn : words.failed}</h1>
      <p>{isGone ? words.notFoundHint : detail}</p>
      {suggestion !== undefined && !isGone && <p>{suggestion}</p>}
      <p>
        {isGone ? (
          <a class="button" href={`${base}/`}>
            {words.home}
          </a>
        ) : (
          <button type="button" class="button" onClick={() => location.reload()}>
            {words.retry}
          </button>
        )}
      </p>
    </section>
  );
}
