/** Negotiation: the media type and the coding a client is best sent, and bytes in that coding. It keeps no answers. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The codings that are offered, best first. Node has zstd from version 22.15 on. */
const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

/** The typings of negotiator do not know yet how to break ties between codings that a client likes alike. */
interface Negotiating {
  encoding(available: string[], options: { preferred: string[] }): string | undefined;
}

/** Below this many bytes a body fits one packet anyhow. */
const WORTHWHILE = 1_024;

/** Clients of one kind send one header, so that a few are most of them. */
const chosen = new LRUCache<string, Coding>({ max: 200 });

/** Picks the coding for an `Accept-Encoding`. What accepts none of ours is sent the bytes as they are. */
export function chooseCoding(header: string | undefined): Coding {
  if (header === undefined || header === '') return 'identity';
  const known = chosen.get(header);
  if (known !== undefined) return known;
  const negotiator: Negotiating = new Negotiator({ headers: { 'accept-encoding': header } });
  const coding = (negotiator.encoding([...codings], { preferred: [...codings] }) ?? 'identity') as Coding;
  if (header.length <= 200) chosen.set(header, coding);
  return coding;
}

/** Picks the media type for an `Accept`; what accepts none is sent the first. */
export function chooseMediaType<T extends string>(accept: string | undefined, types: readonly [T, ...T[]]): T {
  if (accept === undefined) return types[0];
  return (new Negotiator({ headers: { accept } }).mediaType([...types]) ?? types[0]) as T;
}

/** The UTF-8 of a text. Made for the length it may have at most and cut: measuring Chinese text takes ten times as long as writing it. */
export function encodeText(text: string): Buffer {
  const room = Buffer.allocUnsafe(text.length * 3);
  return Buffer.from(room.subarray(0, room.write(text)));
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Whether bytes of a media type get smaller, and so much that it is worth it. */
export function isWorthEncoding(mediaType: string, size: number): boolean {
  return size >= WORTHWHILE && /^(?:text\/|application\/(?:[\w.+-]*[+])?(?:json|xml|x-ndjson))/.test(mediaType);
}

/** Encodes bytes, away from the thread that asks. */
export async function encodeBody(body: Uint8Array, coding: Coding): Promise<Uint8Array> {
  switch (coding) {
    case 'br':
      return toBrotli(body, {
        params: {
          // 5 is where it becomes smaller than gzip without taking longer.
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
        },
      });
    case 'gzip':
      return toGzip(body, { level: 6 });
    case 'identity':
      return body;
  }
}
