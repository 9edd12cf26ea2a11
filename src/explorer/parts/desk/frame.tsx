/** What all tools of the desk stand in: their names, the key, and below them the tool. */
import type { ComponentChildren } from 'preact';
import { base } from '../../location.js';
import { messages } from '../../messages/index.js';
import { toAddress } from '../../paths.js';
import { key } from '../../settings.js';
import { KeyForm } from '../key-form.js';
import { useTitle } from '../title.js';
import { deskWords } from './words.js';
import '../tabs.css';
import './desk.css';

const tools = ['desk', 'jobs', 'keys', 'webhooks'] as const;

interface Props {
  title: string;
  /** Which tool is open; null: none of those that have an entrance here. */
  tool: (typeof tools)[number] | null;
  children: ComponentChildren;
}

export function Frame({ title, tool, children }: Props) {
  const words = deskWords.value;
  useTitle(title);
  return (
    <div class="desk">
      <header>
        <h1>{messages.value.views.desk}</h1>
        {key.value !== '' && <KeyInUse secret={key.value} />}
      </header>
      <nav class="tabs" aria-label={words.tools}>
        {tools.map((each) => (
          <a key={each} href={base + toAddress(each)} aria-current={each === tool ? 'page' : undefined}>
            {words[each]}
          </a>
        ))}
      </nav>
      {key.value === '' ? <NoKey /> : children}
    </div>
  );
}

function NoKey() {
  const words = deskWords.value;
  return (
    <section class="no-key">
      <h2>{words.noKey}</h2>
      <p>{words.noKeyHint}</p>
      <KeyForm />
      <p class="hint">
        {words.firstKey} <code>baoku keys create 编辑部 --scope admin</code>
      </p>
    </section>
  );
}

/** So much of a secret says which key it is, and no more: bk_ and the id. */
const idOf = (secret: string) => secret.split('_').slice(0, 2).join('_').slice(0, 24);

function KeyInUse({ secret }: { secret: string }) {
  const words = deskWords.value;
  return (
    <p class="key-in-use">
      {words.keyInUse} <code>{idOf(secret)}</code>{' '}
      <button
        type="button"
        class="plain"
        onClick={() => {
          key.value = '';
        }}
      >
        {words.forgetKey}
      </button>
    </p>
  );
}
