/** Finds the files that inputs stand for: files, folders with all below them, and globs. It opens none of them. */
import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { ArchiveError } from '../../domain/errors.js';
import { kindOfName, unknownByName } from './sniff.js';
import { type PageFailure, type SkippedFile, toReadError } from './unread.js';

/** A file to read. `name` is the path as given; `size` in bytes, null for a pipe. */
export interface FoundFile {
  name: string;
  size: number | null;
  /** Whether the user named this very file: then it is read whatever its ending. */
  named: boolean;
}

/**
 * Finds files in the order of the inputs, those of a folder in order of name. A folder is listed when its turn comes, so
 * that memory holds the names of one folder a level. What cannot be opened is a failure; what is no page is skipped.
 */
export async function* findFiles(inputs: readonly string[]): AsyncGenerator<FoundFile | PageFailure | SkippedFile> {
  for (const input of inputs) {
    try {
      yield* findInput(input);
    } catch (error) {
      yield { name: input, error: toReadError(error) };
    }
  }
}

async function* findInput(input: string): AsyncGenerator<FoundFile | PageFailure | SkippedFile> {
  const stats = await statIfThere(input);
  if (stats !== null) {
    yield* findAt(input, stats);
    return;
  }
  const matches = isDynamicPattern(input) ? await matchGlob(input) : [];
  if (matches.length === 0) {
    throw new ArchiveError('input_not_found', 'there is no such file or folder, and no file matches it', {
      suggestion: 'Check the path; quote a glob so that the shell leaves it alone.',
    });
  }
  for (const match of matches) yield* findFiles([match]);
}

async function* findAt(path: string, stats: Stats): AsyncGenerator<FoundFile | PageFailure | SkippedFile> {
  if (stats.isDirectory()) yield* walkFolder(path);
  else yield { name: path, size: stats.isFile() ? stats.size : null, named: true };
}

async function* walkFolder(folder: string): AsyncGenerator<FoundFile | PageFailure | SkippedFile> {
  const names = await readdir(folder);
  for (const entry of names.sort()) {
    const name = folder.endsWith('/') ? `${folder}${entry}` : `${folder}/${entry}`;
    try {
      if (entry.startsWith('.')) {
        yield { name, skipped: 'hidden' };
        continue;
      }
      const own = await lstat(name);
      const stats = own.isSymbolicLink() ? await stat(name) : own;
      if (stats.isDirectory()) {
        // Following links to folders could read a page twice or never end.
        if (own.isSymbolicLink()) yield { name, skipped: 'a link to a folder' };
        else yield* walkFolder(name);
      } else if (!stats.isFile()) yield { name, skipped: 'not a regular file' };
      else if (kindOfName(name) === null) yield { name, skipped: unknownByName };
      else yield { name, size: stats.size, named: false };
    } catch (error) {
      yield { name, error: toReadError(error) };
    }
  }
}

/** Files and folders a glob matches, in order of name; without what lies in a folder that matches itself. */
async function matchGlob(pattern: string): Promise<string[]> {
  const matches = await glob(pattern, {
    absolute: isAbsolute(pattern),
    onlyFiles: false,
    expandDirectories: false,
  });
  let folder: string | null = null;
  return matches.sort().filter((match) => {
    if (folder !== null && match.startsWith(folder)) return false;
    folder = match.endsWith('/') ? match : null;
    return true;
  });
}

async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
