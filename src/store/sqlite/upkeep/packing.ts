/** Backup files: an archive file compressed with gzip, and beside it the checksum of that, as `sha256sum -c` reads it. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { ArchiveError } from '../../../domain/errors.js';

/** Bytes read at once. */
const CHUNK = 256 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);
const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');

export interface PackOptions {
  /** Told how many more bytes of the archive file have gone through. */
  onBytes: (bytes: number) => void;
  signal: AbortSignal;
}

/** The file that holds the checksum of a backup. */
export const checksumFile = (backup: string) => `${backup}.sha256`;

/** The line of a checksum file. */
export const renderChecksum = (sha256: string, backup: string) => `${sha256}  ${basename(backup)}\n`;

/** The checksum that is written beside a backup; null: there is none. */
export async function readChecksum(backup: string): Promise<string | null> {
  const line = await readFile(checksumFile(backup), 'utf8').catch(() => '');
  return /^[0-9a-f]{64}/.exec(line)?.[0] ?? null;
}

/** Compresses a file into a new one that nobody else may read, down to the disk. Gives the SHA-256 of either, in hex. */
export async function pack(source: string, target: string, { onBytes, signal }: PackOptions) {
  const [plain, packed] = [createHash('sha256'), createHash('sha256')];
  await pipeline(
    createReadStream(source, { highWaterMark: CHUNK }),
    watch(plain, onBytes),
    // An archive is text, originals that are compressed already, and index: more effort buys little.
    createGzip({ level: constants.Z_BEST_SPEED, chunkSize: CHUNK }),
    watch(packed),
    createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }),
    { signal },
  );
  return { plain: plain.digest('hex'), packed: packed.digest('hex') };
}

/**
 * Unpacks a backup into a new file, or nowhere with null, and gives the SHA-256 of either, in hex. What is no gzip is taken
 * for an archive file as it is. Throws `backup_damaged` for what cannot be unpacked to its end or is no archive.
 */
export async function unpack(source: string, target: string | null, { onBytes, signal }: PackOptions) {
  const head = await readHead(source);
  const isPacked = head.subarray(0, GZIP.length).equals(GZIP);
  if (!isPacked && !head.equals(SQLITE)) {
    throw new ArchiveError('backup_damaged', `${source} is neither a backup nor an archive file`);
  }
  const [plain, packed] = [createHash('sha256'), createHash('sha256')];
  const sink =
    target === null
      ? new Writable({ write: (_chunk, _encoding, done) => done() })
      : createWriteStream(target, { flags: 'wx', flush: true });
  const steps = [watch(packed), ...(isPacked ? [createGunzip({ chunkSize: CHUNK })] : []), watch(plain, onBytes)];
  try {
    await pipeline([createReadStream(source, { highWaterMark: CHUNK }), ...steps, sink], { signal });
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new ArchiveError('backup_damaged', `${source} is damaged: ${error.message}`, { cause: error });
  }
  return { plain: plain.digest('hex'), packed: packed.digest('hex') };
}

/** Makes what was renamed in a folder last through a power cut. */
export async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new ArchiveError('input_not_found', `There is no backup at ${file}`, { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SQLITE.length), 0, SQLITE.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Passes bytes on, having put them into a hash. */
function watch(hash: Hash, onBytes: (bytes: number) => void = () => {}): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      onBytes(chunk.byteLength);
      done(null, chunk);
    },
  });
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_BUFFER_TOO_LARGE/.test(String(error.code));
}
