/** Meters: what one request may spend on reading the archive, and what it has spent. */
import { ArchiveError } from '../domain/errors.js';
import type { ReadStore } from '../store/store.js';

/** What one request may spend. */
export interface Budget {
  /** Reads of the archive, each of which is a constant number of SQL statements. */
  reads: number;
  /** Milliseconds until its last read begins. */
  milliseconds: number;
}

export interface Meter {
  /** The archive, every read of which is counted. */
  read: ReadStore;
  spent: () => Budget;
}

/**
 * Puts a meter before an archive. Reads throw `query_too_complex` and `deadline_exceeded` when the budget is spent, and
 * whatever `admit` throws.
 */
export function meterReads(read: ReadStore, budget: Budget, admit: () => void): Meter {
  const begun = performance.now();
  const elapsed = () => Math.round(performance.now() - begun);
  let reads = 0;
  const spend = () => {
    admit();
    reads += 1;
    if (reads > budget.reads) {
      throw new ArchiveError('query_too_complex', `The query takes more than ${budget.reads} reads of the archive`, {
        suggestion: 'Ask for less at once: fewer fields with lists or counts of their own.',
      });
    }
    if (elapsed() > budget.milliseconds) {
      throw new ArchiveError('deadline_exceeded', `The query took longer than ${budget.milliseconds} ms`);
    }
  };
  const metered = new Proxy(read, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        spend();
        return method.apply(target, given);
      };
    },
  });
  return { read: metered, spent: () => ({ reads, milliseconds: elapsed() }) };
}
