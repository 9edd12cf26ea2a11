/** What is said of a key that is to be made. */
import { useState } from 'preact/hooks';
import type { KeyRequest } from '../../../client/index.js';
import { Checks, Field, splitNames } from '../../parts/desk/field.js';
import { deskWords } from '../../parts/desk/words.js';
import { keyWords } from './words.js';

interface Props {
  isWorking: boolean;
  /** Gives whether it was made. */
  onCreate: (request: KeyRequest) => Promise<boolean>;
}

const scopes = ['read', 'ingest', 'edit', 'admin'] as const;
type Scope = (typeof scopes)[number];
const blank = { name: '', scopes: ['ingest'] as Scope[], sections: '', sources: '', expires: '', rateLimit: '' };

export function KeyRequestForm({ isWorking, onCreate }: Props) {
  const words = keyWords.value;
  const [given, setGiven] = useState(blank);
  const set = (name: keyof typeof blank) => (value: string) => setGiven({ ...given, [name]: value });
  const toRequest = (): KeyRequest => ({
    name: given.name,
    scopes: given.scopes,
    sections: splitNames(given.sections),
    sources: splitNames(given.sources),
    ...(given.rateLimit !== '' && { rateLimit: Number(given.rateLimit) }),
    // The end of that day on the clock of whoever sits here.
    ...(given.expires !== '' && { expiresAt: new Date(`${given.expires}T23:59:59`).toISOString() }),
  });
  return (
    <details class="make">
      <summary>{words.create}</summary>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await onCreate(toRequest())) setGiven(blank);
        }}
      >
        <div class="fields">
          <Field name={words.name} required maxLength={100} value={given.name} onChange={set('name')} />
          <Field name={words.expires} type="date" value={given.expires} onChange={set('expires')} />
          <Field
            name={words.sources}
            placeholder={deskWords.value.names}
            value={given.sources}
            onChange={set('sources')}
          />
          <Field
            name={words.sections}
            placeholder={deskWords.value.names}
            value={given.sections}
            onChange={set('sections')}
          />
          <Field name={words.rateLimit} type="number" min="1" value={given.rateLimit} onChange={set('rateLimit')} />
        </div>
        <Checks
          name={words.scopes}
          values={scopes}
          describe={(scope) => words.scopeNames[scope]}
          chosen={given.scopes}
          onChange={(chosen) => setGiven({ ...given, scopes: chosen })}
        />
        <p class="actions">
          <button type="submit" class="button primary" disabled={isWorking || given.scopes.length === 0}>
            {words.create}
          </button>
        </p>
      </form>
    </details>
  );
}
