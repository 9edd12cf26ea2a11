/** Parsing of stored documents, where one has to be looked into. */
import type { Json } from '../domain/json.js';

const toBuffer = (json: Json<unknown>) => Buffer.from(json.buffer, json.byteOffset, json.byteLength);

/** Its bytes as a string, each a character: what is not looked at needs no decoding. */
export const toByteText = (json: Json<unknown>): string => toBuffer(json).toString('latin1');

/** Parses typed JSON text. */
export function fromJson<T>(json: Json<T>): T {
  return JSON.parse(toBuffer(json).toString()) as T;
}
