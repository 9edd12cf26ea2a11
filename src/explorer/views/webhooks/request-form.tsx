/** What is said of a webhook that is to be made. */
import { useState } from 'preact/hooks';
import type { WebhookEvent, WebhookRequest } from '../../../client/index.js';
import { Checks, Field, splitNames } from '../../parts/desk/field.js';
import { MakeForm, NamesField } from '../../parts/desk/make-form.js';
import { webhookWords } from '../../parts/desk/webhook-words.js';

interface Props {
  isWorking: boolean;
  /** Gives whether it was made. */
  onCreate: (request: WebhookRequest) => Promise<boolean>;
}

const events: WebhookEvent[] = ['article.published', 'article.updated', 'article.withdrawn', 'issue.completed'];
const blank = { url: '', description: '', events, sections: '', sources: '' };

export function WebhookRequestForm({ isWorking, onCreate }: Props) {
  const words = webhookWords.value;
  const [given, setGiven] = useState(blank);
  const set = (name: keyof typeof blank) => (value: string) => setGiven({ ...given, [name]: value });
  const toRequest = (): WebhookRequest => ({
    url: given.url.trim(),
    description: given.description,
    events: given.events,
    sections: splitNames(given.sections),
    sources: splitNames(given.sources),
  });
  return (
    <MakeForm
      title={words.create}
      isReady={!isWorking && given.events.length > 0}
      onSend={async () => {
        if (await onCreate(toRequest())) setGiven(blank);
      }}
      choice={
        <Checks
          name={words.events}
          values={events}
          describe={(event) => words.eventNames[event]}
          chosen={given.events}
          onChange={(chosen) => setGiven({ ...given, events: chosen })}
        />
      }
    >
      <Field
        name={words.url}
        type="url"
        required
        placeholder="https://…"
        maxLength={2000}
        value={given.url}
        onChange={set('url')}
      />
      <Field name={words.description} maxLength={200} value={given.description} onChange={set('description')} />
      <NamesField name={words.sections} value={given.sections} onChange={set('sections')} />
      <NamesField name={words.sources} value={given.sources} onChange={set('sources')} />
    </MakeForm>
  );
}
