/** Commands for tests: run in this process, with streams of their own. */
import { Readable, Writable } from 'node:stream';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

/** A stream that keeps what is written to it. */
export function collectText(): [stream: Writable, read: () => string] {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return [stream, () => text];
}

/** Runs a command and gives its exit code and what it printed. */
export async function runCommand(words: string[], io: Partial<Io> = {}) {
  const [stdout, readOut] = collectText();
  const [stderr, readErr] = collectText();
  const code = await run(words, {
    stdin: Readable.from([]),
    stdout,
    stderr,
    environment: {},
    signal: new AbortController().signal,
    clock: () => Date.UTC(2024, 5, 1),
    ...io,
  });
  return { code, out: readOut(), err: readErr() };
}
