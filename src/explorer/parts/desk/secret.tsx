/** A secret that was just made: it is shown this once, and stands in the page until it is put away. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { messages } from '../../messages/index.js';
import { deskWords } from './words.js';

interface Props {
  name: string;
  secret: string;
  onPutAway: () => void;
  /** What else can be done with it. */
  children?: ComponentChildren;
}

export function Secret({ name, secret, onPutAway, children }: Props) {
  const words = deskWords.value;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div class="secret outcome" role="status">
      <p>
        <strong>{words.secretOf(name)}</strong>
      </p>
      <p>
        <code class="value">{secret}</code>
      </p>
      <p class="hint">{words.secretOnce}</p>
      <p class="actions">
        <button type="button" class="button primary" onClick={copy}>
          {isCopied ? messages.value.query.copied : messages.value.query.copy}
        </button>
        {children}
        <button type="button" class="plain" onClick={onPutAway}>
          {words.putAway}
        </button>
      </p>
    </div>
  );
}
