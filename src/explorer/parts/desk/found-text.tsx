/** The text of an article with its quotes and figures marked. Text stays text: nothing of it can become an element. */
import { useEffect, useRef } from 'preact/hooks';
import type { Article } from '../../../client/index.js';
import { cut } from '../segments.js';
import { deskWords } from './words.js';

/** A part of the text that somebody has selected. */
export interface Passage {
  start: number;
  end: number;
  text: string;
}

interface Props {
  article: Article;
  /** Told of what is selected in the text. */
  onSelect?: (passage: Passage) => void;
}

export function FoundText({ article: { text, quotes = [], statistics = [] }, onSelect }: Props) {
  const box = useRef<HTMLElement>(null);
  const findings = [
    ...quotes.map(({ id, span }) => ({ ...span, id, kind: 'quote' })),
    ...statistics.map(({ id, span }) => ({ ...span, id, kind: 'figure' })),
  ];
  useEffect(() => {
    if (onSelect === undefined) return;
    const listen = () => {
      const passage = box.current && readSelection(box.current);
      if (passage !== null) onSelect(passage);
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [onSelect]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section ref={box} class="found-text" lang="zh-CN" aria-label={deskWords.value.text} tabIndex={0}>
      {toLines(text).map((line) => (
        // The line breaks are not seen, and make what is selected count as the text does.
        <p key={line.start}>
          {cut(text, line, findings).map(({ start, text, over }) =>
            over.length === 0 ? (
              text
            ) : (
              <mark
                key={start}
                id={`in-${over.find((finding) => finding.start === start)?.id ?? start}`}
                class={[...new Set(over.map(({ kind }) => kind))].join(' ')}
              >
                {text}
              </mark>
            ),
          )}
          {'\n'}
        </p>
      ))}
    </section>
  );
}

function readSelection(box: HTMLElement): Passage | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (range.collapsed || !box.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const whole = range.toString();
  const text = whole.trim();
  const start = before.toString().length + whole.indexOf(text);
  return text === '' ? null : { text, start, end: start + text.length };
}

/** Where the lines of a text stand in it. */
function toLines(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}
