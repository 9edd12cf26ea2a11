/** Webhooks: who is told of what happens to the archive, and how each fares. */
import { useState } from 'preact/hooks';
import type { MadeWebhook, Webhook } from '../../../client/index.js';
import { carryOut, useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { messages } from '../../messages/index.js';
import { Confirm } from '../../parts/desk/confirm.js';
import { Frame } from '../../parts/desk/frame.js';
import { Problem } from '../../parts/desk/problem.js';
import { Secret } from '../../parts/desk/secret.js';
import { WebhookFacts } from '../../parts/desk/webhook-facts.js';
import { webhookWords } from '../../parts/desk/webhook-words.js';
import { useWork } from '../../parts/desk/work.js';
import { toAddress } from '../../paths.js';
import { act } from '../../query/act.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { key } from '../../settings.js';
import { WebhookRequestForm } from './request-form.js';

export default function Webhooks() {
  const words = webhookWords.value;
  const asked = question('listWebhooks', {});
  const { answer, error } = useAnswer(key.value === '' ? null : asked);
  const work = useWork();
  const [made, setMade] = useState<MadeWebhook>();
  const failed = work.error ?? error;
  const id = answer?.data[0]?.id ?? 'wh_…';
  return (
    <Frame title={words.list} tool="webhooks">
      {failed !== undefined && <Problem error={failed} />}
      {made !== undefined && (
        <Secret key={made.secret} name={made.url} secret={made.secret} onPutAway={() => setMade(undefined)} />
      )}
      <WebhookRequestForm
        isWorking={work.isWorking}
        onCreate={async (body) => {
          const answer = await work.run(carryOut(act('createWebhook', { body })));
          if (answer !== undefined) setMade(answer);
          return answer !== undefined;
        }}
      />
      <section>
        <h2>{words.list}</h2>
        {answer === undefined && error === undefined && <p class="loading">{messages.value.loading}</p>}
        {answer?.data.length === 0 && <p class="nothing">{words.none}</p>}
        <ul class="records">
          {answer?.data.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              isWorking={work.isWorking}
              onAct={(name) => void work.run(carryOut(act(name, { id: webhook.id })))}
            />
          ))}
        </ul>
      </section>
      <QueryPanel
        questions={[asked]}
        acts={[
          act('createWebhook', { body: { url: 'https://news.example/hooks/baoku', events: ['article.published'] } }),
          ...(['pauseWebhook', 'resumeWebhook', 'removeWebhook'] as const).map((name) => act(name, { id })),
        ]}
      />
    </Frame>
  );
}

interface RowProps {
  webhook: Webhook;
  isWorking: boolean;
  onAct: (name: 'pauseWebhook' | 'resumeWebhook' | 'removeWebhook') => void;
}

function WebhookRow({ webhook, isWorking, onAct }: RowProps) {
  const words = webhookWords.value;
  const isPaused = webhook.pausedAt !== null;
  const turn = isPaused ? words.resume : words.pause;
  return (
    <li>
      <WebhookFacts webhook={webhook} />
      <p class="actions">
        <a
          class="button"
          href={base + toAddress('webhook', { id: webhook.id })}
          aria-label={`${words.log}：${webhook.url}`}
        >
          {words.log}
        </a>
        <button
          type="button"
          class="button"
          disabled={isWorking}
          aria-label={`${turn}：${webhook.url}`}
          onClick={() => onAct(isPaused ? 'resumeWebhook' : 'pauseWebhook')}
        >
          {turn}
        </button>
        <Confirm name={words.remove} of={webhook.url} disabled={isWorking} onConfirm={() => onAct('removeWebhook')} />
      </p>
    </li>
  );
}
