/** Streams of bytes: taking all, looking ahead, opening late. It knows nothing of what the bytes mean. */
import { createReadStream } from 'node:fs';

const SPACE = 0x20;
const LF = 0x0a;

export type ByteStream = AsyncIterable<Uint8Array>;

/** Takes a stream whole; null when it holds more than `maxBytes`, and then it is read no further. */
export async function collectBytes(stream: ByteStream, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts, size));
}

/**
 * The first bytes of a stream, and the stream with them still in it. It waits for `enough` bytes or for the first line that
 * is not blank, so that a pipe which stays open is read from the start.
 */
export async function peekBytes(stream: ByteStream, enough: number): Promise<[head: Uint8Array, whole: ByteStream]> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  let begun = false;
  let hasLine = false;
  while (size < enough && !hasLine) {
    const { done, value }: IteratorResult<Uint8Array> = await iterator.next();
    if (done) break;
    parts.push(value);
    size += value.length;
    const start: number = begun ? 0 : value.findIndex((byte) => byte > SPACE);
    begun ||= start >= 0;
    hasLine = begun && value.includes(LF, start);
  }
  const head = Buffer.concat(parts, size);
  const whole = async function* () {
    try {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return [head, whole()];
}

/** The bytes of a file, which is opened when the first are asked for. */
export async function* openFile(path: string, onRead?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) {
    onRead?.(chunk.length);
    yield chunk;
  }
}
