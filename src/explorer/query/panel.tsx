/** The query panel of a view: what it asks and has done, each written four ways, ready to copy; and feeds of what it shows. */
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { client } from '../archive.js';
import { base } from '../location.js';
import { messages } from '../messages/index.js';
import { key } from '../settings.js';
import type { Act } from './act.js';
import { toActGraphql } from './act-graphql.js';
import { toActCode, toActCurl, toActRest } from './act-text.js';
import { toGraphql } from './graphql.js';
import type { Question } from './question.js';
import { toClientCode, toCurl, toReadable } from './rest.js';
import './panel.css';

const forms = ['rest', 'graphql', 'curl', 'client'] as const;
type Form = (typeof forms)[number];

/** The form that was looked at last: the other questions are shown in it too. */
const form = signal<Form>('rest');

interface Props {
  /** In the order in which they matter. */
  questions: readonly Question[];
  /** What somebody can have done there. */
  acts?: readonly Act[];
  /** The query of feeds that follow what the view shows, and of what; none where there is nothing to follow. */
  feeds?: { list: 'articles' | 'quotes' | 'statistics'; query: string } | undefined;
}

export function QueryPanel({ questions, acts = [], feeds }: Props) {
  const words = messages.value.query;
  return (
    <details class="query-panel">
      <summary>{acts.length === 0 ? words.title : words.actsTitle}</summary>
      <fieldset class="forms">
        <legend class="unseen">{words.form}</legend>
        {forms.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="form"
              checked={form.value === name}
              onChange={() => {
                form.value = name;
              }}
            />
            <span>{words[name]}</span>
          </label>
        ))}
      </fieldset>
      {questions.map((question) => (
        <Written key={question.name} title={words.questions[question.name]} text={write(question, form.value)} />
      ))}
      {acts.map((act) => (
        <Written key={act.name} title={words.acts[act.name]} text={writeAct(act, form.value)} />
      ))}
      <p class="ways">
        {feeds !== undefined && (
          <>
            <span>{words.feeds}</span>
            {(['rss', 'atom', 'json'] as const).map((format) => (
              <a key={format} href={`${base}/feeds/${feeds.list}.${format}${feeds.query}`}>
                {{ rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }[format]}
              </a>
            ))}
          </>
        )}
        <a href={`${base}/docs`}>{messages.value.views.docs}</a>
        <a href={`${base}/graphiql`}>{messages.value.views.graphiql}</a>
      </p>
    </details>
  );
}

function Written({ title, text }: { title: string; text: string }) {
  const words = messages.value.query;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <section>
      <h2>{title}</h2>
      <button type="button" onClick={copy} aria-live="polite">
        {isCopied ? words.copied : words.copy}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <pre tabIndex={0} lang="en">
        <code>{text}</code>
      </pre>
    </section>
  );
}

function write(question: Question, form: Form): string {
  const origin = location.origin + base;
  const isKeyed = key.value !== '';
  const ask = client.value.toAddress as (name: string, input: object) => string;
  const address = location.origin + ask(question.name, question.input);
  switch (form) {
    case 'rest':
      return `GET ${toReadable(address)}`;
    case 'graphql':
      return toGraphql(question);
    case 'curl':
      return toCurl(address, isKeyed);
    case 'client':
      return toClientCode(question, origin, isKeyed);
  }
}

function writeAct(act: Act, form: Form): string {
  const origin = location.origin + base;
  switch (form) {
    case 'rest':
      return toActRest(act, origin);
    case 'graphql':
      return toActGraphql(act) ?? messages.value.query.restOnly;
    case 'curl':
      return toActCurl(act, origin);
    case 'client':
      return toActCode(act, origin);
  }
}
