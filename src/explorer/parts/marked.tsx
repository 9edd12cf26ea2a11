/** A text with what was found in it marked. Text stays text: nothing of it can become an element. */
import { cut } from './segments.js';

interface Props {
  text: string;
  /** By their place in `text`, in order. */
  marks: readonly { start: number; end: number }[];
}

export const Marked = ({ text, marks }: Props) => (
  <>
    {cut(text, { start: 0, end: text.length }, marks).map(({ start, text, over }) =>
      over.length > 0 ? <mark key={start}>{text}</mark> : text,
    )}
  </>
);
