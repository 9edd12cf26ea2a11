/** The archive, asked by the client of the API; answers as they come, and kept for the way back. */
import { computed, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { type BaokuError, createClient } from '../client/index.js';
import { base } from './location.js';
import { type Act, type ActName, type Outcome, optionsOf } from './query/act.js';
import type { Answer, Question, QuestionName } from './query/question.js';
import { key } from './settings.js';

/** How often something was done here: whatever is in sight is then asked anew. */
const turns = signal(0);

/** Whoever writes sees what they wrote: from then on the browser asks whether what it keeps is still so. */
const send: typeof fetch = (address, init) =>
  fetch(address, turns.peek() === 0 ? init : { ...init, cache: 'no-cache' });

/** The client of the API, with the key that was given. */
export const client = computed(() =>
  createClient({ url: base, fetch: send, ...(key.value !== '' && { key: key.value }) }),
);

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

/** Has the API do something, and asks anew what is in sight. Throws {@link BaokuError}. */
export async function carryOut<N extends ActName>({ name, input }: Act<N>): Promise<Outcome<N>> {
  const call = client.value[name] as (input: unknown, options?: object) => unknown;
  try {
    const answer = call(input, optionsOf[name]);
    // What comes in lines says what there is to know in the first of them.
    const isInLines = typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
    return (isInLines ? (await (answer as AsyncGenerator).next()).value : await answer) as Outcome<N>;
  } finally {
    kept.clear();
    lookAgain();
  }
}

/** Asks anew what is in sight. */
export function lookAgain(): void {
  turns.value += 1;
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
  }, [name, turns.value]);
  if (state.of !== name && known !== undefined) return { answer: known, error: undefined, isLoading: true };
  return state;
}
