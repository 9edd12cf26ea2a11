/** Asks for a key, and says where it stays. */
import { useState } from 'preact/hooks';
import { messages } from '../messages/index.js';
import { key } from '../settings.js';

export function KeyForm() {
  const words = messages.value;
  const [secret, setSecret] = useState('');
  return (
    <form
      class="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        key.value = secret.trim();
      }}
    >
      <label>
        <span>{words.key}</span>
        <input
          type="password"
          autocomplete="off"
          spellcheck={false}
          placeholder="bk_…"
          required
          value={secret}
          onInput={(event) => setSecret(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {words.useKey}
      </button>
      <p class="hint">{words.keyKept}</p>
    </form>
  );
}
