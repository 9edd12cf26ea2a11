/** A reader thread: runs one slow read after the other, on a connection of its own. */
import { ArchiveError } from '../../../domain/errors.js';
import { toPath, translateErrors } from '../connect.js';
import { openReader, type Reader } from '../reader.js';
import { slowReads, type Task } from './slow-reads.js';

/** Opened by the first task, so that a file that cannot be opened is its answer and not the end of the thread. */
let reader: Reader | undefined;

/** What a thread answers: errors lose their class on the way between threads, so they are taken apart here. */
export type Answer =
  | { result: unknown }
  | { error: Pick<ArchiveError, 'code' | 'message' | 'parameter' | 'suggestion'> };

export default function answer({ location, name, args, deadline }: Task): Answer {
  try {
    reader ??= openReader(location, { guarded: true });
    reader.deadline.at = deadline;
    const opened = reader;
    const read = slowReads[name] as (reader: Reader, ...args: unknown[]) => unknown;
    return { result: translateErrors(toPath(location), () => read(opened, ...args)) };
  } catch (error) {
    return takeApart(error);
  }
}

/** An error as it can pass between threads. Throws what is not of the archive, as text. */
export function takeApart(error: unknown): Extract<Answer, { error: unknown }> {
  // Errors of SQLite would arrive without even their message.
  if (!(error instanceof ArchiveError)) throw new Error(error instanceof Error ? error.stack : String(error));
  const { code, message, parameter, suggestion } = error;
  return { error: { code, message, parameter, suggestion } };
}
