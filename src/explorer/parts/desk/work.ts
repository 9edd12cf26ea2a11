/** Something that is being done: whether it is under way, and why it was not done. */
import { useState } from 'preact/hooks';
import type { BaokuError } from '../../../client/index.js';

export interface Work {
  isWorking: boolean;
  /** Of what was done last. */
  error: BaokuError | undefined;
  /** Does something and gives what came of it; undefined: it was not done. */
  run<T>(work: Promise<T>): Promise<T | undefined>;
}

export function useWork(): Work {
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<BaokuError>();
  return {
    isWorking,
    error,
    async run(work) {
      setWorking(true);
      setError(undefined);
      try {
        return await work;
      } catch (error) {
        setError(error as BaokuError);
        return undefined;
      } finally {
        setWorking(false);
      }
    },
  };
}
