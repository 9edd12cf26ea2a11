/** The dictionary of a server: read from its file when it starts, and again on SIGHUP or when the file changes. */
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { ArchiveError } from '../domain/errors.js';
import { setDictionary } from '../services/dictionary.js';
import { type Dictionary, noDictionary, parseDictionary } from '../text/dictionary.js';
import type { Session } from './command.js';

/** Milliseconds between two looks at the file; looking works for files that are replaced, too, and on any file system. */
const LOOK = 1_000;

function loadDictionary(path: string): Dictionary {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new ArchiveError('invalid_configuration', `The dictionary ${path} cannot be read as UTF-8`, {
      parameter: 'BAOKU_DICTIONARY',
      suggestion: 'Check the path, and save the file as UTF-8.',
      cause: error,
    });
  }
  return parseDictionary(text);
}

/**
 * Reads queries by the dictionary of the settings from now on, and follows its file; gives what ends that. Throws
 * `invalid_configuration`. A later file that cannot be used is reported, and the words stay as they were.
 */
export function followDictionary({ config, io, stderr }: Session): () => void {
  const path = config.dictionary;
  if (path === '') return () => {};
  let known = loadDictionary(path);
  setDictionary(known);
  const reload = async () => {
    try {
      const { version } = known;
      known = loadDictionary(path);
      setDictionary(known);
      if (known.version !== version)
        await stderr.writeLine(`dictionary: ${known.size} words, version ${known.version ?? 'none'}`);
    } catch (error) {
      await stderr.writeLine(`dictionary: ${(error as Error).message}; the words stay as they were`);
    }
  };
  const listen = () => void reload();
  watchFile(path, { interval: LOOK, persistent: false }, listen);
  const unsubscribe = io.onHangup?.(listen);
  return () => {
    unwatchFile(path, listen);
    unsubscribe?.();
    setDictionary(noDictionary);
  };
}
