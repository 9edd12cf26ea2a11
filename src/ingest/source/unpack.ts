/** Unpacks gzip and zip within limits, entry by entry, in memory: nothing is ever written to a path an archive names. */

import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as yauzl from 'yauzl';
import { ArchiveError } from '../../domain/errors.js';
import type { PageFailure, SkippedFile } from './unread.js';

/** How much larger than itself compressed data may become: web pages reach about 30, a bomb about 1,000. */
const MAX_RATIO = 200;
/** Below this many bytes the ratio is of no concern. */
const RATIO_GRACE = 1024 * 1024;

const UTF8_NAME = 1 << 11;
const UNICODE_PATH = 0x7075;

/** One file inside a zip. Its stream is read, or left, before the next entry is asked for. */
export interface ZipEntry {
  /** Path inside the zip, with forward slashes. */
  name: string;
  /** Bytes it unpacks to, as the zip says; a stream that gives more or fewer fails. */
  size: number;
  /** Bytes it takes up in the zip. */
  packedSize: number;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/**
 * Unpacks a gzip stream. Throws `unsafe_archive` when it grows past what honest data would, or past `maxBytes`; damaged
 * data throw an error of zlib.
 */
export async function* gunzip(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* () {
    for await (const chunk of stream) {
      packed += chunk.length;
      yield chunk;
    }
  };
  // The error also reaches the reader of the last stream, who reports it.
  const unzip = pipeline(Readable.from(counted(), { objectMode: false }), createGunzip(), () => {});
  for await (const chunk of unzip) {
    unpacked += chunk.length;
    checkGrowth(packed, unpacked, maxBytes);
    yield chunk;
  }
}

/**
 * Lists the files of a zip, given by path or as bytes. An entry that is refused (`unsafe_archive`) is a failure and the
 * rest is listed; a zip that grows past `maxBytes` or the ratio, or whose directory is damaged, throws.
 */
export async function* listZip(
  zip: string | Uint8Array,
  maxBytes: number,
): AsyncGenerator<ZipEntry | PageFailure | SkippedFile> {
  // Names are decoded below: those of Chinese zips are GBK without saying so.
  const options = { decodeStrings: false };
  const file = await (typeof zip === 'string'
    ? yauzl.openPromise(zip, options)
    : yauzl.fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.length), options)
  ).catch(rethrowAsDamaged);
  const entries = file.eachEntry();
  let unpacked = 0;
  try {
    for (;;) {
      const next = await entries.next().catch(rethrowAsDamaged);
      if (next.done) return;
      const entry: yauzl.Entry = next.value;
      const name = decodeName(entry);
      if (name.endsWith('/')) continue;
      const refusal = refuse(entry, name);
      if (refusal !== null) yield { name, error: new ArchiveError('unsafe_archive', refusal) };
      else if (isLink(entry)) yield { name, skipped: 'a link inside a zip' };
      else {
        unpacked += entry.uncompressedSize;
        checkGrowth(file.fileSize, unpacked, maxBytes);
        yield {
          name,
          size: entry.uncompressedSize,
          packedSize: entry.compressedSize,
          open: async () => readEntry(await file.openReadStreamPromise(entry).catch(rethrowAsDamaged)),
        };
      }
    }
  } finally {
    file.close();
  }
}

/** Gives the bytes of an entry; the errors of its stream are told apart by no code, so all are damage. */
async function* readEntry(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    rethrowAsDamaged(error);
  }
}

function checkGrowth(packed: number, unpacked: number, maxBytes: number): void {
  if (unpacked > maxBytes) {
    throw new ArchiveError('unsafe_archive', `it unpacks to more than ${maxBytes} bytes; the rest was not read`);
  }
  if (unpacked > RATIO_GRACE && unpacked > packed * MAX_RATIO) {
    throw new ArchiveError(
      'unsafe_archive',
      `it grows more than ${MAX_RATIO} times when unpacked, as a zip bomb does; the rest was not read`,
    );
  }
}

/** Why an entry must not be read, or null. */
function refuse(entry: yauzl.Entry, name: string): string | null {
  const bad = yauzl.validateFileName(name);
  if (bad !== null) return `its name leads out of the archive (${bad})`;
  if (name.includes('\0')) return 'its name holds a zero byte';
  if (entry.isEncrypted()) return 'it is encrypted';
  if (!entry.canDecodeFileData()) return `it is packed with method ${entry.compressionMethod}, which is not known`;
  if (entry.uncompressedSize > RATIO_GRACE && entry.uncompressedSize > entry.compressedSize * MAX_RATIO) {
    return `it grows more than ${MAX_RATIO} times when unpacked, as a zip bomb does`;
  }
  return null;
}

function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

/** The name as UTF-8 where the entry says so or it reads as such, or else as GBK. */
function decodeName(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  if (entry.generalPurposeBitFlag & UTF8_NAME || entry.extraFields.some(({ id }) => id === UNICODE_PATH)) {
    return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  }
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = new TextDecoder('gb18030').decode(raw);
  }
  return name.replaceAll('\\', '/');
}

function rethrowAsDamaged(error: unknown): never {
  if (error instanceof ArchiveError || (error instanceof Error && 'code' in error)) throw error;
  throw new ArchiveError('page_unreadable', `cannot be unpacked: ${error instanceof Error ? error.message : error}`, {
    cause: error,
  });
}
