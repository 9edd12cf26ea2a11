/** The SQL functions of a reading connection: what SQLite cannot do by itself. */
import type Database from 'better-sqlite3';
import { ArchiveError } from '../../domain/errors.js';
import { toDate } from '../../domain/time.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ends statements that ran too long. */
export interface Deadline {
  /** Epoch milliseconds at which `within_deadline()` stops the statement that calls it. */
  at: number;
}

/**
 * Registers `within_deadline()`, which is true or else throws `deadline_exceeded`: a thread that waits for a statement
 * cannot be told to stop, so the statement has to ask; and `local_date(instant, zone, length)`, which gives `YYYY-MM-DD`, or
 * `YYYY-MM` for a length of 7.
 */
export function registerFunctions(client: Database.Database): Deadline {
  const deadline: Deadline = { at: Number.POSITIVE_INFINITY };
  client.function('within_deadline', () => {
    if (Date.now() < deadline.at) return 1;
    throw new ArchiveError('deadline_exceeded', 'The query took longer than the server allows', {
      suggestion: 'Narrow it down with section, source, or from and to.',
    });
  });
  client.function('local_date', { deterministic: true }, createLocalDate());
  return deadline;
}

/**
 * The local date of an instant, as far as `length`. UTC days that lie in one month as a whole are remembered, and hours that
 * lie in one day, which is nearly all of them.
 */
function createLocalDate(): (instant: unknown, zone: unknown, length: unknown) => string {
  const dates = new Map<string, string | null>();
  return (instant, zone, length) => {
    const dateAt = (ms: number) => toDate(ms, zone as string).slice(0, length as number);
    const ms = instant as number;
    const step = length === 7 ? DAY : HOUR;
    const begin = Math.floor(ms / step) * step;
    const key = `${zone}${length}${begin}`;
    let date = dates.get(key);
    if (date === undefined) {
      const first = dateAt(begin);
      date = first === dateAt(begin + step - 1) ? first : null;
      if (dates.size > 50_000) dates.clear();
      dates.set(key, date);
    }
    return date ?? dateAt(ms);
  };
}
