/** Lists that go on: their pages, one after another as somebody reads on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BaokuError, PageInfo } from '../../client/index.js';
import { ask } from '../archive.js';
import { messages } from '../messages/index.js';
import type { Answer, Question, QuestionName } from '../query/question.js';

/** The questions whose answer is a page of a list. */
export type ListName = {
  [N in QuestionName]: Answer<N> extends { data: unknown[]; page: PageInfo } ? N : never;
}[QuestionName];

interface Pages<N extends ListName> {
  /** Those that were read so far. */
  pages: Answer<N>[];
  error: BaokuError | undefined;
  /** Reads the next one; null where there is none or one is under way. */
  more: (() => void) | null;
}

/** The pages of a list behind its first one. */
export function usePages<N extends ListName>(question: Question<N>, first: Answer<N> | undefined): Pages<N> {
  const [read, setRead] = useState<{ of: Answer<N> | undefined; rest: Answer<N>[]; error?: BaokuError }>({
    of: first,
    rest: [],
  });
  const [isReading, setReading] = useState(false);
  const rest = read.of === first ? read.rest : [];
  const pages = first === undefined ? [] : [first, ...rest];
  const next = pages.at(-1)?.page.next ?? null;
  const more = async () => {
    setReading(true);
    try {
      const page = await ask({ ...question, input: { ...question.input, cursor: next } } as Question<N>);
      setRead({ of: first, rest: [...rest, page] });
    } catch (error) {
      setRead({ of: first, rest, error: error as BaokuError });
    }
    setReading(false);
  };
  const error = read.of === first ? read.error : undefined;
  return { pages, error, more: next === null || isReading || error !== undefined ? null : more };
}

/** A button that presses itself when it comes into sight. */
export function More({ onMore }: { onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && onMore(), { rootMargin: '600px' });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, [onMore]);
  return (
    <button ref={button} type="button" class="button more" onClick={onMore}>
      {messages.value.more}
    </button>
  );
}
