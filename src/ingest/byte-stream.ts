/** Streams of bytes: taking all, looking ahead, opening late. It knows nothing of what the bytes mean. */
import { createReadStream } from 'node:fs';

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

/** The first bytes of a stream, `atLeast` if it has so many, and the stream with them still in it. */
export async function peekBytes(stream: ByteStream, atLeast: number): Promise<[head: Uint8Array, whole: ByteStream]> {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < atLeast) {
    const { done, value } = await iterator.next();
    if (done) break;
    parts.push(value);
    size += value.length;
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
