/** A message of the delivery log. */
import type { WebhookMessage } from '../../../client/index.js';
import { formatCount, formatInstant } from '../../messages/index.js';
import { webhookWords } from '../../parts/desk/webhook-words.js';

interface Props {
  message: WebhookMessage;
  isWorking: boolean;
  onReplay: () => void;
}

const stateOf = { pending: 'odd', delivered: 'live', failed: 'revoked' } as const;

export function Message({ message, isWorking, onReplay }: Props) {
  const words = webhookWords.value;
  const { id, event, seq, status, attempts, at, responseStatus, error, payload } = message;
  const facts = [
    words.attempts(formatCount(attempts)),
    status === 'pending' ? words.nextTry(formatInstant(at)) : words.lastTry(formatInstant(at)),
    responseStatus !== null && words.answered(String(responseStatus)),
  ].filter((fact) => fact !== false);
  return (
    <li>
      <p class="what">
        <strong>{event === 'test' ? words.test : words.eventNames[event]}</strong> <code>{id}</code>{' '}
        <span>seq {seq}</span> <span class={`state-${stateOf[status]}`}>{words.statuses[status]}</span>
      </p>
      <p class="state">{facts.join(' · ')}</p>
      {error !== null && (
        <p class="state" lang="en">
          {error}
        </p>
      )}
      <details class="payload">
        <summary>{words.payload}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
        <pre tabIndex={0} lang="zh-CN">
          <code>{JSON.stringify(payload, null, 2)}</code>
        </pre>
      </details>
      {event !== 'test' && (
        <p class="actions">
          <button
            type="button"
            class="button"
            disabled={isWorking}
            aria-label={`${words.again}：${id}`}
            onClick={onReplay}
          >
            {words.again}
          </button>
        </p>
      )}
    </li>
  );
}
