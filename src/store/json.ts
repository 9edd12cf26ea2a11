/** Parsing of stored documents, where one has to be looked into. */
import type { Json } from '../domain/json.js';

const toBuffer = (json: Json<unknown>) => Buffer.from(json.buffer, json.byteOffset, json.byteLength);

/** Its bytes as a string, each a character: what is not looked at needs no decoding. */
export const toByteText = (json: Json<unknown>): string => toBuffer(json).toString('latin1');

/** Parses typed JSON text. */
export function fromJson<T>(json: Json<T>): T {
  return JSON.parse(toBuffer(json).toString()) as T;
}

/**
 * The same without decoding: each character of its strings is a byte of their UTF-8. They cannot be read, but be taken apart and put
 * together, and {@link renderBytes} writes them as they were.
 */
export function parseBytes<T>(json: Json<T>): T {
  const bytes = toBuffer(json);
  // What is written as \\u would become a character that is no byte.
  const plain = bytes.includes('\\u') ? Buffer.from(JSON.stringify(fromJson(json))) : bytes;
  return JSON.parse(plain.toString('latin1')) as T;
}

/** The text of what {@link parseBytes} gave. */
export const renderBytes = <T>(value: T): Json<T> => Buffer.from(JSON.stringify(value), 'latin1') as unknown as Json<T>;
