/** Where raw pages come from: files, folders, globs, standard input and compressed files. It does not look into a page. */
import { readFile } from 'node:fs/promises';
import { ArchiveError } from '../domain/errors.js';
import { type ByteStream, collectBytes, openFile, peekBytes } from './source/byte-stream.js';
import { type Cut, cutLines, cutValues } from './source/records.js';
import { type Kind, kindOfBytes, kindOfJson, kindOfName, unknownByName } from './source/sniff.js';
import { gunzip, listZip } from './source/unpack.js';
import { type PageFailure, type SkippedFile, toReadError } from './source/unread.js';
import { type FoundFile, findFiles } from './source/walk.js';

/** What may be said about a page from outside; it wins over what the page says. */
export interface PageHints {
  url?: string | undefined;
  /** Name of the newspaper, agency or site. */
  source?: string | undefined;
  /** Names from the root of the section tree. */
  section?: readonly string[] | undefined;
  /** When it was published, in epoch milliseconds. */
  publishedAt?: number | undefined;
  /** Day of the printed issue, and its page (版). */
  issueDate?: string | undefined;
  page?: string | undefined;
  /** Zone of times that the page prints without one, when it is not that of the archive. */
  timeZone?: string | undefined;
}

/** One page as it was found. */
export interface RawPage {
  /** As given: a path, a path inside an archive file (`issue.zip/05/a.html`), or a line (`pages.ndjson:12`). */
  name: string;
  /** How the bytes are to be read; decided by the name, or for standard input by the first bytes. */
  format: 'text' | 'html' | 'markdown' | 'record';
  bytes: Uint8Array;
  hints: PageHints;
  /** The id of the article that was read from it before: reading it better does not make it another article. */
  id?: string;
}

/** What reading inputs gives: each file, entry and record is exactly one of these. */
export type SourceItem = RawPage | PageFailure | SkippedFile;

export interface SourceOptions {
  /** What `-` stands for. */
  stdin: ByteStream;
  /** Pages above this many bytes are refused. */
  maxPageBytes: number;
  /** A compressed file is not read past this many unpacked bytes. */
  maxUnpackedBytes: number;
  /** Said of every page. */
  hints?: PageHints;
  /** Told how many bytes of the files were read since the last call. */
  onRead?: (bytes: number) => void;
}

/** A stream of input: its name, its kind where known, and how many compressed files it lies in. */
interface Input {
  name: string;
  kind: Kind | null;
  /** Whether a kind that the name does not tell may be read off the first bytes. */
  sniff: boolean;
  depth: number;
}

/** A zip inside a compressed file has to be held in memory, so many bytes of it at most. */
const MAX_NESTED_ZIP = 64 * 1024 * 1024;
/** Compressed files may lie in one another so deep: a file, and one inside it. */
const MAX_DEPTH = 2;
const HEAD_BYTES = 4096;

/**
 * Reads the pages of files, folders, globs and `-`, in order, one at a time in memory. Bad input ends neither the run nor
 * the file when the file can be read on; whatever is not a page comes out as a failure or as skipped.
 */
export async function* readPages(inputs: readonly string[], options: SourceOptions): AsyncGenerator<SourceItem> {
  for (const input of inputs) {
    if (input === '-') {
      yield* readStream({ name: '-', kind: null, sniff: true, depth: 0 }, options.stdin, options);
      continue;
    }
    for await (const found of findFiles([input])) {
      if ('size' in found) yield* readFound(found, options);
      else yield found;
    }
  }
}

/** What a page is read as whose kind is not said: its first bytes speak. Null: no page, but records or compressed. */
export function sniffFormat(bytes: Uint8Array): 'text' | 'html' | 'markdown' | null {
  return toFormat(kindOfBytes(bytes.subarray(0, HEAD_BYTES)));
}

async function* readFound(file: FoundFile, options: SourceOptions): AsyncGenerator<SourceItem> {
  const { name, size } = file;
  const kind = kindOfName(name);
  const input = { name, kind, sniff: file.named, depth: 0 };
  const format = toFormat(kind);
  try {
    if (kind === 'zip' && size !== null) {
      yield* readZip(input, name, options);
    } else if (format !== null && size !== null) {
      if (size > options.maxPageBytes) throw tooLarge(options.maxPageBytes);
      const bytes = await readFile(name);
      options.onRead?.(bytes.length);
      yield { name, format, bytes, hints: options.hints ?? {} };
    } else {
      yield* readStream(input, openFile(name, options.onRead), options);
    }
  } catch (error) {
    yield { name, error: toReadError(error) };
  }
}

async function* readStream(input: Input, stream: ByteStream, options: SourceOptions): AsyncGenerator<SourceItem> {
  const { name, kind } = input;
  const { maxPageBytes, hints = {} } = options;
  try {
    switch (kind) {
      case null: {
        if (!input.sniff) yield { name, skipped: unknownByName };
        else {
          const [head, whole] = await peekBytes(stream, HEAD_BYTES);
          yield* readStream({ ...input, kind: kindOfBytes(head) }, whole, options);
        }
        break;
      }
      case 'lines':
        yield* toRecords(name, cutLines(stream, maxPageBytes), hints);
        break;
      case 'json': {
        const [head, whole] = await peekBytes(stream, HEAD_BYTES);
        const cut = kindOfJson(head) === 'lines' ? cutLines : cutValues;
        yield* keepNameOfSingle(name, toRecords(name, cut(whole, maxPageBytes), hints));
        break;
      }
      case 'gzip': {
        checkDepth(input);
        const inner = name.replace(/\.gz$/i, '');
        const unpacked = gunzip(stream, options.maxUnpackedBytes);
        yield* readStream({ ...input, kind: kindOfName(inner), depth: input.depth + 1 }, unpacked, options);
        break;
      }
      case 'zip':
        yield* readZip(input, (await collectBytes(stream, MAX_NESTED_ZIP)) ?? refuseNestedZip(), options);
        break;
      default: {
        const bytes = await collectBytes(stream, maxPageBytes);
        yield bytes === null ? { name, error: tooLarge(maxPageBytes) } : { name, format: kind, bytes, hints };
      }
    }
  } catch (error) {
    yield { name, error: toReadError(error) };
  }
}

async function* readZip(input: Input, zip: string | Uint8Array, options: SourceOptions): AsyncGenerator<SourceItem> {
  checkDepth(input);
  for await (const entry of listZip(zip, options.maxUnpackedBytes)) {
    const name = `${input.name}/${entry.name}`;
    if (!('open' in entry)) {
      yield { ...entry, name };
      continue;
    }
    const kind = kindOfName(entry.name);
    const hidden = entry.name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
    if (hidden) yield { name, skipped: 'hidden' };
    else if (kind === null) yield { name, skipped: unknownByName };
    else if (toFormat(kind) !== null && entry.size > options.maxPageBytes)
      yield { name, error: tooLarge(options.maxPageBytes) };
    else {
      try {
        const inner = { name, kind, sniff: false, depth: input.depth + 1 };
        yield* readStream(inner, await entry.open(), options);
      } catch (error) {
        yield { name, error: toReadError(error) };
      }
    }
    if (input.depth === 0) options.onRead?.(entry.packedSize);
  }
}

/** Names records by their number. */
async function* toRecords(name: string, cuts: AsyncIterable<Cut>, hints: PageHints): AsyncGenerator<SourceItem> {
  for await (const cut of cuts) {
    const record = `${name}:${cut.number}`;
    if ('error' in cut) yield { name: record, error: cut.error };
    else yield { name: record, format: 'record', bytes: cut.bytes, hints };
  }
}

/** Gives a record that is alone in its file the name of the file. */
async function* keepNameOfSingle(name: string, records: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem> {
  let first: SourceItem | null = null;
  let count = 0;
  for await (const record of records) {
    count += 1;
    if (count === 1) first = record;
    else {
      if (first !== null) yield first;
      first = null;
      yield record;
    }
  }
  if (first !== null) yield { ...first, name };
}

function toFormat(kind: Kind | null): 'text' | 'html' | 'markdown' | null {
  return kind === 'text' || kind === 'html' || kind === 'markdown' ? kind : null;
}

function checkDepth({ depth }: Input): void {
  if (depth < MAX_DEPTH) return;
  throw new ArchiveError('unsafe_archive', 'it is a compressed file in a compressed file in a compressed file', {
    suggestion: 'Unpack the outer file and import what it holds.',
  });
}

function tooLarge(maxPageBytes: number): ArchiveError {
  return new ArchiveError('page_too_large', `it is above ${maxPageBytes} bytes`, {
    suggestion: 'Raise BAOKU_MAX_PAGE_BYTES if this really is one page.',
  });
}

function refuseNestedZip(): never {
  throw new ArchiveError(
    'unsafe_archive',
    `a zip that is no file of its own may have ${MAX_NESTED_ZIP} bytes at most`,
    {
      suggestion: 'Save or unpack it first and import the file.',
    },
  );
}
