/** The SQL functions of a reading connection: what SQLite cannot do by itself. */
import type Database from 'better-sqlite3';
import { ArchiveError } from '../../domain/errors.js';
import { toDate } from '../../domain/time.js';

const DAY = 86_400_000;

/** Ends statements that ran too long. */
export interface Deadline {
  /** Epoch milliseconds at which `within_deadline()` stops the statement that calls it. */
  at: number;
}

/**
 * Registers `within_deadline()`, which is true or else throws `deadline_exceeded`: a thread that waits for a statement
 * cannot be told to stop, so the statement has to ask; and `local_month(instant, zone)`, which gives `YYYY-MM`.
 */
export function registerFunctions(client: Database.Database): Deadline {
  const deadline: Deadline = { at: Number.POSITIVE_INFINITY };
  client.function('within_deadline', () => {
    if (Date.now() < deadline.at) return 1;
    throw new ArchiveError('deadline_exceeded', 'The query took longer than the server allows', {
      suggestion: 'Narrow it down with section, source, or from and to.',
    });
  });
  client.function('local_month', { deterministic: true }, createLocalMonth());
  return deadline;
}

/** The local month of an instant; days that lie in one month as a whole are remembered, which is nearly all of them. */
function createLocalMonth(): (instant: unknown, zone: unknown) => string {
  const months = new Map<string, string | null>();
  const monthAt = (instant: number, zone: string) => toDate(instant, zone).slice(0, 7);
  return (instant, zone) => {
    const ms = instant as number;
    const day = Math.floor(ms / DAY);
    const key = `${zone}${day}`;
    let month = months.get(key);
    if (month === undefined) {
      const first = monthAt(day * DAY, zone as string);
      month = first === monthAt(day * DAY + DAY - 1, zone as string) ? first : null;
      if (months.size > 50_000) months.clear();
      months.set(key, month);
    }
    return month ?? monthAt(ms, zone as string);
  };
}
