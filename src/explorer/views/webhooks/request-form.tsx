/** What is said of a webhook that is to be made. */
import { useState } from 'preact/hooks';
import type { WebhookEvent, WebhookRequest } from '../../../client/index.js';
import { Checks, Field, splitNames } from '../../parts/desk/field.js';
import { webhookWords } from '../../parts/desk/webhook-words.js';
import { deskWords } from '../../parts/desk/words.js';

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
  return (
    <details class="make">
      <summary>{words.create}</summary>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const { url, description, sections, sources } = given;
          const request = {
            ...{ url: url.trim(), description, events: given.events },
            ...{ sections: splitNames(sections), sources: splitNames(sources) },
          };
          if (await onCreate(request)) setGiven(blank);
        }}
      >
        <div class="fields">
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
          <Field
            name={words.sections}
            placeholder={deskWords.value.names}
            value={given.sections}
            onChange={set('sections')}
          />
          <Field
            name={words.sources}
            placeholder={deskWords.value.names}
            value={given.sources}
            onChange={set('sources')}
          />
        </div>
        <Checks
          name={words.events}
          values={events}
          describe={(event) => words.eventNames[event]}
          chosen={given.events}
          onChange={(chosen) => setGiven({ ...given, events: chosen })}
        />
        <p class="actions">
          <button type="submit" class="button primary" disabled={isWorking || given.events.length === 0}>
            {words.create}
          </button>
        </p>
      </form>
    </details>
  );
}
