/** A quote or figure with what can be done about it: its fields corrected, or it rejected. */
import { useState } from 'preact/hooks';
import type { Quote, Statistic } from '../../../client/index.js';
import { carryOut } from '../../archive.js';
import { base } from '../../location.js';
import { describeNormalized, describeSpeaker } from '../../parts/describe.js';
import { Confirm } from '../../parts/desk/confirm.js';
import { Problem } from '../../parts/desk/problem.js';
import { useWork } from '../../parts/desk/work.js';
import { toAddress } from '../../paths.js';
import { type Act, act } from '../../query/act.js';
import { findChanges, readValues, type Target } from './fields.js';
import { ItemFields } from './item-fields.js';
import { correctWords } from './words.js';

interface Props {
  article: string;
  target: Target;
  item: Quote | Statistic;
  isOpen: boolean;
  /** Told what was done, in words. */
  onDone: (done: string) => void;
}

const names = {
  quote: { correct: 'correctQuote', reject: 'rejectQuote' },
  statistic: { correct: 'correctStatistic', reject: 'rejectStatistic' },
} as const;

/** The calls for an item, with the fields that are to be set. */
export const toCorrection = (article: string, target: Target, itemId: string, body: object): Act =>
  act(names[target].correct, { id: article, itemId, body });
export const toRejection = (article: string, target: Target, itemId: string): Act =>
  act(names[target].reject, { id: article, itemId });

export function Finding({ article, target, item, isOpen, onDone }: Props) {
  const words = correctWords.value;
  const before = readValues(item, target);
  const [values, setValues] = useState(before);
  const [note, setNote] = useState('');
  const work = useWork();
  const changes = findChanges(before, values);

  const run = async (act: Act, done: string) => {
    if ((await work.run(carryOut(act))) !== undefined) onDone(done);
  };
  return (
    <li class={target === 'quote' ? 'quote' : 'figure'}>
      <p lang="zh-CN">
        <a href={`#in-${item.id}`}>{target === 'quote' ? `“${item.text}”` : item.text}</a>{' '}
        {item.rule === 'correction' && <span class="by-hand">{words.byHand}</span>}
      </p>
      <p lang="zh-CN">{describe(item)}</p>
      <details open={isOpen}>
        <summary>
          {words.edit}
          <span class="unseen">{`：${item.text.slice(0, 40)}`}</span>
        </summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const fields = { ...changes, ...(note.trim() !== '' && { note: note.trim() }) };
            void run(toCorrection(article, target, item.id, fields), words.saved);
          }}
        >
          <ItemFields {...{ target, values, note }} onChange={setValues} onNote={setNote} />
          <p class="actions">
            <button type="submit" class="button primary" disabled={work.isWorking || Object.keys(changes).length === 0}>
              {words.save}
            </button>
            <Confirm
              name={words.reject}
              of={item.text.slice(0, 40)}
              disabled={work.isWorking}
              onConfirm={() => void run(toRejection(article, target, item.id), words.rejected)}
            />
            <a class="plain" href={`${base + toAddress('article', { id: article })}#${item.id}`}>
              {words.inArticle}
            </a>
          </p>
        </form>
        {work.error !== undefined && <Problem error={work.error} />}
      </details>
    </li>
  );
}

function describe(item: Quote | Statistic): string {
  if ('kind' in item) return `——${describeSpeaker(item) ?? '…'}`;
  return [item.measure, describeNormalized(item), item.asOf?.text].filter((part) => part != null).join(' · ');
}
