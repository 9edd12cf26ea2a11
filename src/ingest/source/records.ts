/** Cuts a stream of bytes into JSON records, by line or by bracket. It neither decodes nor parses them. */
import { TextDecoder } from 'node:util';
import { ArchiveError } from '../../domain/errors.js';

type Bytes = AsyncIterable<Uint8Array>;

/** One record, or why there is none, with its number: that of its line, or its place in the file; from 1. */
export type Cut = { number: number; bytes: Uint8Array } | { number: number; error: ArchiveError };

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === LF || byte === CR || byte === 0x09;
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/** Bytes that belong to one record, gathered over the chunks of a stream. */
class Gathering {
  private parts: Uint8Array[] = [];
  private size = 0;
  constructor(private readonly maxBytes: number) {}

  add(part: Uint8Array): void {
    this.size += part.length;
    if (this.size <= this.maxBytes) this.parts.push(part);
    else this.parts = [];
  }

  get tooLarge(): boolean {
    return this.size > this.maxBytes;
  }

  /** What was gathered, in memory of its own: a view would keep a whole chunk alive and be sent along to a thread. */
  take(): Uint8Array {
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) {
      bytes.set(part, at);
      at += part.length;
    }
    this.clear();
    return bytes;
  }

  clear(): void {
    this.parts = [];
    this.size = 0;
  }
}

/** Cuts at line breaks. Blank lines are no records; a line above `maxBytes` is reported and the next one is read on. */
export async function* cutLines(stream: Bytes, maxBytes: number): AsyncGenerator<Cut> {
  const line = new Gathering(maxBytes);
  let number = 1;
  const finish = (): Cut | null => {
    if (line.tooLarge) {
      line.clear();
      return { number, error: new ArchiveError('page_too_large', `line ${number} is above ${maxBytes} bytes`) };
    }
    const bytes = line.take();
    return bytes.every(isSpace) ? null : { number, bytes };
  };
  for await (const chunk of dropByteOrderMark(stream)) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      line.add(chunk.subarray(start, end));
      const cut = finish();
      if (cut !== null) yield cut;
      number += 1;
      start = end + 1;
    }
    line.add(chunk.subarray(start));
  }
  const last = finish();
  if (last !== null) yield last;
}

/**
 * Cuts out the records of a JSON text: the values of a list, or values one after another. What stands there instead of a
 * record is cut out as well, so that reading it fails and it is not lost. A value above `maxBytes` ends the reading:
 * behind it nothing tells where the next one begins.
 */
export async function* cutValues(stream: Bytes, maxBytes: number): AsyncGenerator<Cut> {
  const value = new Gathering(maxBytes);
  let number = 0;
  let inList = false;
  let inValue = false;
  let inString = false;
  let escaped = false;
  let depth = 0;
  // In GBK and Big5 the second byte of a character may look like a backslash or a bracket.
  let doubleByte: boolean | null = null;
  let secondByte = false;

  for await (const chunk of dropByteOrderMark(stream)) {
    let start = 0;
    const cut = (end: number): Cut => {
      value.add(chunk.subarray(start, end));
      inValue = false;
      if (!value.tooLarge) return { number, bytes: value.take() };
      value.clear();
      return { number, error: new ArchiveError('page_too_large', `record ${number} is above ${maxBytes} bytes`) };
    };
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (secondByte) {
        secondByte = false;
        continue;
      }
      if (byte >= 0x80) {
        doubleByte ??= chunk.length - at < 4 ? null : !startsAsUtf8(chunk.subarray(at));
        secondByte = doubleByte === true;
      }
      if (!inValue) {
        if (isSpace(byte) || (byte === 0x2c && inList)) continue;
        if (byte === 0x5b && !inList) inList = true;
        else if (byte === 0x5d && inList) inList = false;
        else {
          number += 1;
          inValue = true;
          start = at;
          inString = byte === QUOTE;
          escaped = false;
          depth = isOpening(byte) ? 1 : 0;
        }
      } else if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) {
          inString = false;
          if (depth === 0) yield cut(at + 1);
        }
      } else if (depth > 0) {
        if (byte === QUOTE) inString = true;
        else if (isOpening(byte)) depth += 1;
        else if (isClosing(byte)) {
          depth -= 1;
          if (depth === 0) yield cut(at + 1);
        }
      } else if (isSpace(byte) || byte === 0x2c || byte === 0x5d || isOpening(byte)) {
        yield cut(at);
        at -= 1;
      }
    }
    if (inValue) value.add(chunk.subarray(start));
    if (value.tooLarge) {
      const reason = `record ${number} does not end within ${maxBytes} bytes; nothing behind it was read`;
      yield { number, error: new ArchiveError('page_too_large', reason) };
      return;
    }
  }
  if (inValue && (depth > 0 || inString)) {
    yield { number, error: new ArchiveError('invalid_record', `the file ends inside record ${number}`) };
  } else {
    if (inValue) yield { number, bytes: value.take() };
    if (inList) {
      yield { number: number + 1, error: new ArchiveError('invalid_record', 'the file ends before its list does') };
    }
  }
}

/** Whether bytes read as UTF-8, whose last character may be cut off. */
function startsAsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Leaves out a byte order mark, and rewrites UTF-16 as UTF-8, so that bytes of ASCII mean ASCII. */
async function* dropByteOrderMark(stream: Bytes): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  const encoder = new TextEncoder();
  let first = true;
  for await (const whole of stream) {
    let chunk = whole;
    if (first && chunk.length > 0) {
      first = false;
      if (chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le');
      else if (chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder('utf-16be');
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
    }
    yield decoder === null ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
  }
}
