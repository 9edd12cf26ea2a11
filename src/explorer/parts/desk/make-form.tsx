/** The form, folded until it is wanted, in which something is made that may be restricted to sections and sources. */
import type { ComponentChildren } from 'preact';
import { Field } from './field.js';
import { deskWords } from './words.js';

interface Props {
  /** What it makes. */
  title: string;
  /** Whether it may be sent now. */
  isReady: boolean;
  onSend: () => void;
  /** The fields, and below them what is to be chosen. */
  children: ComponentChildren;
  choice: ComponentChildren;
}

export function MakeForm({ title, isReady, onSend, children, choice }: Props) {
  return (
    <details class="make">
      <summary>{title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <div class="fields">{children}</div>
        {choice}
        <p class="actions">
          <button type="submit" class="button primary" disabled={!isReady}>
            {title}
          </button>
        </p>
      </form>
    </details>
  );
}

/** A field for names of sections or sources. */
export function NamesField({
  name,
  value,
  onChange,
}: {
  name: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return <Field name={name} placeholder={deskWords.value.names} value={value} onChange={onChange} />;
}
