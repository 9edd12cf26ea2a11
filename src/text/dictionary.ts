/**
 * The words of whoever runs an archive: names and terms that queries are cut by, and which of them mean the same. It is plain text
 * that anyone can keep: a word a line, or several that mean the same with commas between them; # begins a comment.
 */
import { createHash } from 'node:crypto';
import { ArchiveError } from '../domain/errors.js';
import { limits, type SearchQuery, type SearchTerm, type Synonyms } from '../domain/search.js';
import { normalizeText } from './normalize.js';

export interface Dictionary {
  /** Names its content; null: there are no words. */
  version: string | null;
  /** How many words there are. */
  size: number;
  /** The longest word at a place of a normalized text; null: there is none. */
  findWord(normal: string, at: number): string | null;
  /** The other words that mean the same as a normalized one, as they are written. */
  listSynonyms(word: string): readonly string[];
}

const MOST_WORDS = 200_000;
const LONGEST = 40;
/** Readings of a term beside its own, at most. */
const MOST_READINGS = 8;
const SEPARATORS = /[,，、]/;
const LETTER = /[\p{L}\p{N}]/u;
/** Letters of words with blanks between them, in which a shorter word is no word. */
const ALPHABETIC = /(?!\p{Script=Han})[\p{L}\p{N}]/u;

/** Reads a dictionary. Throws `invalid_configuration` naming the line that cannot be used. */
export function parseDictionary(text: string): Dictionary {
  const groups = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*/, ''))
    .map((line, at) => readLine(line, at + 1))
    .filter((words) => words.length > 0);
  const synonyms = new Map<string, string[]>();
  for (const words of groups) {
    for (const word of words) {
      const known = synonyms.get(normalizeText(word)) ?? [];
      const others = words.filter((other) => other !== word && !known.includes(other));
      synonyms.set(normalizeText(word), [...known, ...others]);
    }
  }
  if (synonyms.size > MOST_WORDS) throw refuse(`it has more than ${MOST_WORDS} words`);
  const lengths = new Map<string, number>();
  for (const word of synonyms.keys())
    lengths.set(word.charAt(0), Math.max(word.length, lengths.get(word.charAt(0)) ?? 0));
  return {
    version:
      synonyms.size === 0 ? null : createHash('sha256').update(JSON.stringify(groups)).digest('hex').slice(0, 12),
    size: synonyms.size,
    findWord(normal, at) {
      for (let length = lengths.get(normal.charAt(at)) ?? 0; length > 0; length -= 1) {
        const word = normal.slice(at, at + length);
        if (word.length === length && synonyms.has(word) && isApart(normal, at, length)) return word;
      }
      return null;
    },
    listSynonyms: (word) => synonyms.get(word) ?? [],
  };
}

function readLine(line: string, number: number): string[] {
  const words = line.split(SEPARATORS).map((word) => word.trim().replace(/\s+/g, ' '));
  const given = [...new Set(words)].filter((word) => word !== '');
  for (const word of given) {
    if (word.length > LONGEST) throw refuse(`line ${number} has a word of more than ${LONGEST} characters`);
    if (!LETTER.test(word)) throw refuse(`line ${number} has "${word}", which is no word`);
  }
  return given;
}

const refuse = (reason: string) =>
  new ArchiveError('invalid_configuration', `The dictionary cannot be used: ${reason}`, {
    parameter: 'BAOKU_DICTIONARY',
    suggestion: 'It has a word a line, or several that mean the same with commas between them.',
  });

/** Whether a word of letters is not a part of a longer one. */
function isApart(normal: string, at: number, length: number): boolean {
  const ends: [inside: number, outside: number][] = [
    [at, at - 1],
    [at + length - 1, at + length],
  ];
  return ends.every((ends) => !ends.every((place) => ALPHABETIC.test(normal.charAt(place))));
}

export const noDictionary = parseDictionary('');

/** A query with, beside each of its words, those that mean the same; and which they are. What is quoted stays as it is. */
export function addSynonyms(query: SearchQuery, dictionary: Dictionary): { query: SearchQuery; synonyms: Synonyms[] } {
  const used = new Map<string, readonly string[]>();
  let room = limits.terms - query.clauses.flat().length;
  const clauses = query.clauses.map((terms) =>
    terms.flatMap((term) => {
      const others = listReadings(term, dictionary, used).slice(0, Math.max(0, room));
      room -= others.length;
      return [term, ...others];
    }),
  );
  return { query: { ...query, clauses }, synonyms: [...used].map(([word, also]) => ({ word, also: [...also] })) };
}

/** A term with one of its words replaced by another that means the same, in every way there is. */
function listReadings(term: SearchTerm, dictionary: Dictionary, used: Map<string, readonly string[]>): SearchTerm[] {
  if (term.exact) return [];
  const normal = normalizeText(term.text);
  const readings: SearchTerm[] = [];
  for (let at = 0; at < normal.length; at += 1) {
    const word = dictionary.findWord(normal, at);
    if (word === null) continue;
    const synonyms = dictionary.listSynonyms(word);
    if (synonyms.length > 0) used.set(word, synonyms);
    for (const other of synonyms) {
      const text = `${normal.slice(0, at)}${other}${normal.slice(at + word.length)}`;
      const words = term.words.flatMap((each) => (each === word ? [normalizeText(other)] : [each]));
      readings.push({ ...term, text, words: words.length === 1 ? [normalizeText(other)] : words });
    }
    at += word.length - 1;
  }
  return readings.slice(0, MOST_READINGS);
}
