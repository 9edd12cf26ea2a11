/** What is said of a key that is to be made. */
import { useState } from 'preact/hooks';
import type { KeyRequest } from '../../../client/index.js';
import { Checks, Field, splitNames } from '../../parts/desk/field.js';
import { MakeForm, NamesField } from '../../parts/desk/make-form.js';
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
    <MakeForm
      title={words.create}
      isReady={!isWorking && given.scopes.length > 0}
      onSend={async () => {
        if (await onCreate(toRequest())) setGiven(blank);
      }}
      choice={
        <Checks
          name={words.scopes}
          values={scopes}
          describe={(scope) => words.scopeNames[scope]}
          chosen={given.scopes}
          onChange={(chosen) => setGiven({ ...given, scopes: chosen })}
        />
      }
    >
      <Field name={words.name} required maxLength={100} value={given.name} onChange={set('name')} />
      <Field name={words.expires} type="date" value={given.expires} onChange={set('expires')} />
      <NamesField name={words.sources} value={given.sources} onChange={set('sources')} />
      <NamesField name={words.sections} value={given.sections} onChange={set('sections')} />
      <Field name={words.rateLimit} type="number" min="1" value={given.rateLimit} onChange={set('rateLimit')} />
    </MakeForm>
  );
}
