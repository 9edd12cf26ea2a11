/** Adds a quote or figure that was not found: its words are selected in the text, or typed as they stand there. */
import { useEffect, useState } from 'preact/hooks';
import type { GivenQuote, GivenStatistic } from '../../../client/index.js';
import { carryOut } from '../../archive.js';
import { messages } from '../../messages/index.js';
import type { Passage } from '../../parts/desk/found-text.js';
import { Problem } from '../../parts/desk/problem.js';
import { useWork } from '../../parts/desk/work.js';
import { type Act, act } from '../../query/act.js';
import { findChanges, type Target, type Values } from './fields.js';
import { ItemFields } from './item-fields.js';
import { correctWords } from './words.js';

interface Props {
  article: string;
  /** What is selected in the text. */
  passage: Passage | null;
  onDone: (done: string) => void;
}

const blank: Record<Target, Values> = {
  quote: { speaker: '', role: '', organization: '', kind: 'direct' },
  statistic: { measure: '', value: '', unit: '', normalizedValue: '', normalizedUnit: '', basis: 'level' },
};

export function AddForm({ article, passage, onDone }: Props) {
  const words = correctWords.value;
  const [target, setTarget] = useState<Target>('quote');
  const [text, setText] = useState('');
  const [values, setValues] = useState(blank);
  const [note, setNote] = useState('');
  const work = useWork();
  useEffect(() => {
    if (passage !== null) setText(passage.text);
  }, [passage]);

  const submit = async () => {
    const given = { ...findChanges({}, values[target]), ...(note.trim() !== '' && { note: note.trim() }) };
    const isSelected = passage !== null && passage.text === text;
    const body = {
      text: text.trim(),
      ...given,
      ...(isSelected && { span: { start: passage.start, end: passage.end } }),
    };
    const asked: Act =
      target === 'quote'
        ? act('addQuote', { id: article, body: body as GivenQuote })
        : act('addStatistic', { id: article, body: body as GivenStatistic });
    if ((await work.run(carryOut(asked))) === undefined) return;
    setText('');
    setNote('');
    setValues(blank);
    onDone(words.added);
  };
  return (
    <details class="add">
      <summary>{words.add}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p class="hint">{words.addHint}</p>
        <fieldset class="checks">
          <legend>{words.target}</legend>
          {(['quote', 'statistic'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="target" checked={each === target} onChange={() => setTarget(each)} />
              <span>{messages.value[each]}</span>
            </label>
          ))}
        </fieldset>
        <label class="field">
          <span>{words.words}</span>
          <textarea
            rows={2}
            lang="zh-CN"
            required
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <ItemFields
          {...{ target, note }}
          values={values[target]}
          onChange={(changed) => setValues({ ...values, [target]: changed })}
          onNote={setNote}
        />
        <p class="actions">
          <button type="submit" class="button primary" disabled={work.isWorking}>
            {target === 'quote' ? words.addQuote : words.addStatistic}
          </button>
        </p>
      </form>
      {work.error !== undefined && <Problem error={work.error} />}
    </details>
  );
}
