/** The archive, asked by the client of the API; answers as they come, and kept for the way back. */
import { computed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { type BaokuError, createClient } from '../client/index.js';
import { base } from './location.js';
import type { Answer, Question, QuestionName } from './query/question.js';
import { key } from './settings.js';

/** The client of the API, with the key that was given. */
export const client = computed(() => createClient({ url: base, ...(key.value !== '' && { key: key.value }) }));

/** Answers to keep: those of a few views back. */
const KEPT = 60;
const kept = new Map<string, unknown>();

/** Asks a question. Throws {@link BaokuError}, or the reason of the signal. */
export async function ask<N extends QuestionName>(question: Question<N>, signal?: AbortSignal): Promise<Answer<N>> {
  const call = client.value[question.name] as (input: unknown, options: object) => Promise<Answer<N>>;
  const answer = await call(question.input, { signal });
  const name = toKey(question);
  kept.delete(name);
  kept.set(name, answer);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return answer;
}

/** How a question stands. While another one is under way, the answer before stays, so that nothing jumps. */
export interface Asked<T> {
  answer: T | undefined;
  error: BaokuError | undefined;
  isLoading: boolean;
}

const toKey = (question: Question<QuestionName>) => JSON.stringify([key.value, question.name, question.input]);

/** The answer to a question; a question that is asked in the place of another ends that one. Null asks nothing. */
export function useAnswer<N extends QuestionName>(question: Question<N> | null): Asked<Answer<N>> {
  const name = question && toKey(question);
  const known = name === null ? undefined : (kept.get(name) as Answer<N> | undefined);
  const [state, setState] = useState<Asked<Answer<N>> & { of: string | null }>({
    ...{ answer: known, error: undefined, isLoading: known === undefined },
    of: name,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name is the question.
  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    setState(({ answer }) => ({ answer: known ?? answer, error: undefined, isLoading: true, of: name }));
    ask(question, controller.signal).then(
      (answer) => setState({ answer, error: undefined, isLoading: false, of: name }),
      (error: BaokuError) => {
        if (!controller.signal.aborted) setState({ answer: undefined, error, isLoading: false, of: name });
      },
    );
    return () => controller.abort();
  }, [name]);
  if (state.of !== name && known !== undefined) return { answer: known, error: undefined, isLoading: true };
  return state;
}
