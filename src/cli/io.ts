/** The world of a command: its streams, settings, clock, and the wish to stop. Commands touch the process nowhere else. */
import type { Readable, Writable } from 'node:stream';

/** A stream to write to; a terminal has the further members. */
export type OutputStream = Writable & { isTTY?: boolean; hasColors?: () => boolean };

export interface Io {
  stdin: Readable;
  stdout: OutputStream;
  stderr: OutputStream;
  /** Environment variables; those of the process when not given. */
  environment?: Record<string, string | undefined>;
  /** Aborts when the user asks to stop. */
  signal: AbortSignal;
  /** Tells of each wish to read settings files again, until what it gives is called. */
  onHangup?: (listener: () => void) => () => void;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Text written to a stream in order, waiting where the reader is slow. A reader that has gone away is no error. */
export class Output {
  private gone = false;
  private failure: Error | null = null;

  constructor(readonly stream: OutputStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') this.gone = true;
      else this.failure = error;
    });
  }

  /** Whether nobody reads any more. */
  get isClosed(): boolean {
    return this.gone;
  }

  /** Whether to color; NO_COLOR and FORCE_COLOR have their say in the stream. */
  get hasColors(): boolean {
    return this.stream.isTTY === true && this.stream.hasColors?.() === true;
  }

  /** Writes a line; throws when the stream has failed otherwise than by its reader leaving. */
  async writeLine(line: string): Promise<void> {
    if (this.failure !== null) throw this.failure;
    if (this.gone) return;
    if (this.stream.write(`${line}\n`)) return;
    await new Promise<void>((resolve) => {
      const proceed = () => {
        this.stream.off('drain', proceed).off('error', proceed).off('close', proceed);
        resolve();
      };
      this.stream.on('drain', proceed).on('error', proceed).on('close', proceed);
    });
  }
}

/** Text from outside made safe for a terminal: control characters are shown, not obeyed. */
export function toPrintable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (char) =>
    char === '\t' ? char : `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
