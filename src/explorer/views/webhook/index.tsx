/** One webhook: what was sent to it and what came of that, and what can be sent again. */
import { useState } from 'preact/hooks';
import type { WebhookMessage } from '../../../client/index.js';
import { carryOut, lookAgain, useAnswer } from '../../archive.js';
import { base, navigate } from '../../location.js';
import { formatCount, messages } from '../../messages/index.js';
import { Choice } from '../../parts/choice.js';
import { Field } from '../../parts/desk/field.js';
import { Frame } from '../../parts/desk/frame.js';
import { Problem } from '../../parts/desk/problem.js';
import { Secret } from '../../parts/desk/secret.js';
import { WebhookFacts } from '../../parts/desk/webhook-facts.js';
import { webhookWords } from '../../parts/desk/webhook-words.js';
import { useWork } from '../../parts/desk/work.js';
import { toAddress, type ViewProps } from '../../paths.js';
import { act } from '../../query/act.js';
import { QueryPanel } from '../../query/panel.js';
import { question } from '../../query/question.js';
import { key } from '../../settings.js';
import { Message } from './message.js';

/** Messages of the log. */
const SHOWN = 50;
const statuses = ['pending', 'delivered', 'failed'] as const;

export default function OneWebhook({ parts: { id = '' }, query }: ViewProps) {
  const words = webhookWords.value;
  const status = statuses.find((each) => each === query.status);
  const about = question('getWebhook', { id });
  const log = question('listWebhookMessages', { id, limit: SHOWN, ...(status !== undefined && { status }) });
  const webhook = useAnswer(key.value === '' ? null : about);
  const sent = useAnswer(key.value === '' ? null : log);
  const work = useWork();
  const [secret, setSecret] = useState<string>();
  const [done, setDone] = useState('');
  const [since, setSince] = useState('');
  const failed = work.error ?? webhook.error ?? sent.error;

  const test = async () => {
    const message = await work.run(carryOut(act('testWebhook', { id })));
    if (message !== undefined) setDone(describeTest(message));
  };
  const replay = async (body: { message?: string; since?: number }) => {
    const answer = await work.run(carryOut(act('replayWebhook', { id, body })));
    if (answer !== undefined)
      setDone(answer.count === null ? words.replayedAll : words.replayed(formatCount(answer.count)));
  };
  const rotate = async () => {
    const made = await work.run(carryOut(act('rotateWebhook', { id, body: {} })));
    if (made !== undefined) setSecret(made.secret);
  };
  return (
    <Frame title={words.log} tool="webhooks">
      <p>
        <a href={base + toAddress('webhooks')}>← {words.back}</a>
      </p>
      {failed !== undefined && <Problem error={failed} />}
      {webhook.answer !== undefined && <WebhookFacts webhook={webhook.answer} />}
      {secret !== undefined && (
        <Secret name={webhook.answer?.url ?? id} secret={secret} onPutAway={() => setSecret(undefined)} />
      )}
      <p class="actions">
        <button type="button" class="button" disabled={work.isWorking} onClick={test}>
          {words.test}
        </button>
        <button type="button" class="button" disabled={work.isWorking} onClick={() => void replay({})}>
          {words.failedAgain}
        </button>
        <button type="button" class="button" disabled={work.isWorking} onClick={rotate}>
          {words.rotate}
        </button>
        <button type="button" class="button" onClick={lookAgain}>
          {words.look}
        </button>
      </p>
      <form
        class="sheet-form"
        onSubmit={(event) => {
          event.preventDefault();
          void replay({ since: Number(since) });
        }}
      >
        <Field name={words.since} type="number" min="0" required value={since} onChange={setSince} />
        <button type="submit" class="button" disabled={work.isWorking}>
          {words.sinceGo}
        </button>
      </form>
      <p class="done" role="status">
        {done}
      </p>
      <section>
        <header class="list-head">
          <h2>{words.log}</h2>
          <Choice
            name={words.status}
            none={words.anyStatus}
            chosen={status}
            options={statuses.map((value) => ({ value, label: words.statuses[value] }))}
            onChoose={(status) => navigate(toAddress('webhook', { id }, { status }), { replace: true })}
          />
        </header>
        {sent.answer === undefined && sent.error === undefined && <p class="loading">{messages.value.loading}</p>}
        {sent.answer?.data.length === 0 && <p class="nothing">{words.noMessages}</p>}
        <ul class="records">
          {sent.answer?.data.map((message) => (
            <Message
              key={message.id}
              message={message}
              isWorking={work.isWorking}
              onReplay={() => void replay({ message: message.id })}
            />
          ))}
        </ul>
      </section>
      <QueryPanel
        questions={[about, log]}
        acts={[
          act('testWebhook', { id }),
          act('replayWebhook', { id, body: { message: sent.answer?.data[0]?.id ?? 'msg_…' } }),
          act('rotateWebhook', { id, body: {} }),
        ]}
      />
    </Frame>
  );
}

function describeTest({ status, error, responseStatus }: WebhookMessage): string {
  const words = webhookWords.value;
  const why = error ?? (responseStatus === null ? null : words.answered(String(responseStatus)));
  return status === 'delivered' || why === null ? words.tested[status] : words.testFailed(why);
}
