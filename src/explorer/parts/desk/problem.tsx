/** Why something was not done: what the problem is called, in the language that is chosen, and what the server says of it. */
import type { BaokuError } from '../../../client/index.js';
import { deskWords } from './words.js';

export function Problem({ error }: { error: BaokuError }) {
  const words = deskWords.value;
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{words.problems[error.code] ?? words.problem}</strong> <code>{error.code}</code>
      </p>
      <p lang="en">{error.message}</p>
      {error.suggestion !== undefined && <p lang="en">{error.suggestion}</p>}
    </div>
  );
}
