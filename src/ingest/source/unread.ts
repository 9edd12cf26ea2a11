/** What is said of input that was not read: refused with a reason, or passed over. It reads nothing itself. */
import { ArchiveError } from '../../domain/errors.js';

/** Input that should have been read and could not be. */
export interface PageFailure {
  /** As a page would be named: a path, a path inside a compressed file, or a line. */
  name: string;
  error: ArchiveError;
}

/** A file that was found but is no page: another kind of file, a hidden file, a linked folder. */
export interface SkippedFile {
  name: string;
  /** Why, in a few words. */
  skipped: string;
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is no longer there',
  EISDIR: 'it is a folder',
  ELOOP: 'its links run in a circle',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  Z_BUF_ERROR: 'the compressed data end too early; the file may be cut off',
  Z_DATA_ERROR: 'the compressed data are damaged',
};

/**
 * An error met while reading input, as the error that is reported for it. Errors of the system and of decompression
 * become `page_unreadable`; anything else is a fault of this program and is thrown again.
 */
export function toReadError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  return new ArchiveError('page_unreadable', `cannot be read: ${reasons[error.code] ?? error.message}`, {
    cause: error,
  });
}
