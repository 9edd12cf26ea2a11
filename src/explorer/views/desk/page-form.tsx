/** A page, pasted or dropped, and what it does not say of itself. */
import { useState } from 'preact/hooks';
import { formatCount } from '../../messages/index.js';
import { Field } from '../../parts/desk/field.js';
import { deskWords } from '../../parts/desk/words.js';
import type { ActInput } from '../../query/act.js';
import { pageWords } from './words.js';

export type GivenPage = ActInput<'createPage'>;

interface Props {
  isWorking: boolean;
  onPreview: (page: GivenPage) => void;
  onImport: (page: GivenPage) => void;
}

/** What a page may not say of itself, under the names of the API. */
const hintNames = ['source', 'section', 'issueDate', 'page', 'publishedAt', 'url'] as const;
type Hints = Partial<Record<(typeof hintNames)[number], string>>;
const types: Partial<Record<keyof Hints, 'url' | 'date'>> = { url: 'url', issueDate: 'date' };
const examples: Partial<Record<keyof Hints, string>> = {
  url: 'https://…',
  page: '02',
  publishedAt: '2024-03-05T08:00:00+08:00',
};

export function PageForm({ isWorking, onPreview, onImport }: Props) {
  const words = pageWords.value;
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [hints, setHints] = useState<Hints>({});
  const [isOver, setOver] = useState(false);
  const [isMissing, setMissing] = useState(false);

  const give = (to: Props['onPreview']) => {
    const isNothing = file === null && text.trim() === '';
    setMissing(isNothing);
    if (isNothing) return;
    const given = Object.entries(hints).filter(([, value]) => value.trim() !== '');
    to({ body: file ?? text, ...(file !== null && { name: file.name }), ...Object.fromEntries(given) });
  };
  return (
    <form
      class={isOver ? 'page-form over' : 'page-form'}
      onSubmit={(event) => {
        event.preventDefault();
        give(onPreview);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const [dropped] = event.dataTransfer?.files ?? [];
        setOver(false);
        // Text that is dragged lands in the field by itself.
        if (dropped === undefined) return;
        event.preventDefault();
        setFile(dropped);
      }}
    >
      <h2>{words.title}</h2>
      {file === null ? (
        <label class="field">
          <span>{words.paste}</span>
          <textarea
            rows={9}
            lang="zh-CN"
            spellcheck={false}
            placeholder={words.pasteHint}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
      ) : (
        <p class="chosen">
          <strong>{words.chosen(file.name, formatCount(file.size))}</strong>{' '}
          <button type="button" class="plain" onClick={() => setFile(null)}>
            {words.unchoose}
          </button>
        </p>
      )}
      <p class="file">
        <label class="button">
          {words.file}
          <input
            class="unseen"
            type="file"
            accept=".html,.htm,.txt,.md,text/*"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              // The same file can be chosen again when it has changed.
              event.currentTarget.value = '';
            }}
          />
        </label>{' '}
        <span class="hint">{words.fileHint}</span>
      </p>
      <details class="hints">
        <summary>{words.hints}</summary>
        <div class="fields">
          {hintNames.map((name) => (
            <Field
              key={name}
              name={words.fields[name]}
              type={types[name] ?? 'text'}
              placeholder={examples[name] ?? ''}
              value={hints[name] ?? ''}
              onChange={(value) => setHints({ ...hints, [name]: value })}
            />
          ))}
        </div>
      </details>
      <p class="actions">
        <button type="submit" class="button primary" disabled={isWorking}>
          {words.preview}
        </button>
        <button type="button" class="button" disabled={isWorking} onClick={() => give(onImport)}>
          {words.import}
        </button>
        <span role="status">{isWorking ? deskWords.value.working : isMissing ? words.nothing : ''}</span>
      </p>
    </form>
  );
}
