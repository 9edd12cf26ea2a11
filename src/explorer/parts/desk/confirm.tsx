/** A button for what cannot be undone: it asks once more, and the keyboard then stands on “no”. */
import { useState } from 'preact/hooks';
import { deskWords } from './words.js';

interface Props {
  name: string;
  /** Of what, for whoever hears the name alone. */
  of: string;
  disabled?: boolean;
  onConfirm: () => void;
}

const focus = (button: HTMLButtonElement | null) => button?.focus();

export function Confirm({ name, of, disabled = false, onConfirm }: Props) {
  const words = deskWords.value;
  const [step, setStep] = useState<'idle' | 'asking' | 'kept'>('idle');
  if (step !== 'asking') {
    return (
      <button
        key="ask"
        ref={step === 'kept' ? focus : null}
        type="button"
        class="button"
        disabled={disabled}
        aria-label={`${name}：${of}`}
        onClick={() => setStep('asking')}
      >
        {name}
      </button>
    );
  }
  return (
    <fieldset class="confirm" aria-label={`${name}：${of}`}>
      <button
        key="confirm"
        type="button"
        class="button danger"
        disabled={disabled}
        onClick={() => {
          setStep('kept');
          onConfirm();
        }}
      >
        {words.confirm(name)}
      </button>
      <button key="keep" ref={focus} type="button" class="plain" onClick={() => setStep('kept')}>
        {words.keep}
      </button>
    </fieldset>
  );
}
