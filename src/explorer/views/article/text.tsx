/** A part of the text of an article with what was found in it marked in place. */
import { cut } from '../../parts/segments.js';
import type { Finding } from './findings.js';
import type { Span } from './placing.js';
import { showBelow, useReading } from './reading.js';

export function Text({ part }: { part: Span }) {
  const { text, findings } = useReading();
  return (
    <>
      {cut(text, part, findings).map(({ start, text, over }) =>
        over.length === 0 ? text : <Piece key={start} start={start} text={text} over={over} />,
      )}
    </>
  );
}

/** A piece that belongs to findings. The keyboard stops where one begins, and not at each piece of it. */
function Piece({ start, text, over }: { start: number; text: string; over: readonly Finding[] }) {
  const reading = useReading();
  const { shown, lit } = reading;
  const isBeginning = over.some((finding) => finding.start === start);
  const isIn = over.some(({ id }) => id === lit.value || shown.value?.findings.some((each) => each.id === id));
  const classes = ['found', ...new Set(over.map(({ kind }) => kind)), ...(isIn ? ['in'] : [])];
  const show = (isPinned: boolean) => (event: Event) => {
    if (!isPinned && shown.value?.isPinned) return;
    showBelow(reading, event.currentTarget as Element, over, isPinned);
  };
  const keys = isBeginning && {
    role: 'button' as const,
    tabIndex: 0,
    'aria-controls': 'details',
    onFocus: show(false),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      show(true)(event);
    },
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: its beginning has the keys; a button could not run over lines.
    <span
      class={classes.join(' ')}
      data-findings={over.map(({ id }) => id).join(' ')}
      {...keys}
      onMouseEnter={show(false)}
      onMouseLeave={() => {
        if (!shown.value?.isPinned) shown.value = null;
      }}
      onClick={show(true)}
    >
      {text}
    </span>
  );
}
