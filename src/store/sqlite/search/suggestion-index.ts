/**
 * What is written so that names and titles can be suggested. A row's number says what it is and how useful: names that are in
 * more articles, to a power of two, stand above others, newer titles above older ones; so the best of those that begin in some
 * way are the last rows of one token, however many there are. A name is written anew only when its count doubles or halves.
 */
import { listKeys } from '../../../text/suggestion-keys.js';
import type { Connection } from '../statement.js';
import { NEVER, termKinds } from '../terms.js';
import type { Rows } from '../writing/rows.js';
import { createFullTextRows } from './full-text.js';

/** Kinds of what is suggested: terms by their kind, and titles. Each is one digit in front of its keys. */
export const suggestionKinds = {
  section: termKinds.section,
  source: termKinds.source,
  person: termKinds.speaker,
  organization: termKinds.organization,
  title: 9,
} as const;

/** The numbers of names begin above those of all titles. */
const NAMES = 2 ** 45;
const LEVEL = 2 ** 32;
const DAY_UNIT = 2 ** 28;
const DAY = 86_400_000;
/** Days are counted from 1900, and up to 2079. */
const FIRST_DAY = -25_567;
const MOST_DAYS = 2 ** 16 - 1;

const keyOfName = (term: number, articleCount: number) => NAMES + (31 - Math.clz32(articleCount)) * LEVEL + term;
/** The term of the row of a name. */
export const termOfKey = (key: number) => (key - NAMES) % LEVEL;

function keyOfTitle({ published, article }: Titled): number {
  const days = Math.floor(published / DAY) - FIRST_DAY;
  return (published === NEVER ? 0 : Math.max(1, Math.min(MOST_DAYS, days))) * DAY_UNIT + article;
}
/** The article of the row of a title: the newest that has it. */
export const articleOfKey = (key: number) => key % DAY_UNIT;

/** The token of a key: no key of one kind is found for another. */
export const tokenOfKey = (kind: number, key: string) => `${kind}${key}`;

/** The tokens that a title is suggested by. Pure. */
export function tokenizeTitle(title: string): Uint8Array {
  return Buffer.from(writeKeys(suggestionKinds.title, listKeys(title, 'title')));
}

const writeKeys = (kind: number, keys: readonly string[]) => keys.map((each) => tokenOfKey(kind, each)).join(' ');

interface Titled {
  published: number;
  article: number;
}

/** The title of an article, and when it counts as published. */
export interface Title {
  title: string;
  published: number;
}

/** A term as it was counted last. */
export interface CountedTerm {
  id: number;
  kind: number;
  value: string;
  isListed: boolean;
  articleCount: number;
}

export type SuggestionIndex = ReturnType<typeof createSuggestionIndex>;

/** Prepares the writing of what is suggested. What became another is written at the end of a transaction, by `flush`. */
export function createSuggestionIndex(connection: Connection, rows: Pick<Rows, 'readName'>) {
  const { client } = connection;
  const suggestions = createFullTextRows<number>(connection, 'search_suggestions', ['keys']);
  const newest = client.prepare<[string], Titled>(
    'select published, article from titles where title = ? order by published desc, article desc limit 1',
  );
  const insertTitle = client.prepare('insert or ignore into titles (title, published, article) values (?, ?, ?)');
  const removeTitle = client.prepare('delete from titles where title = ? and published = ? and article = ?');

  /** The name of a term of the kinds that are suggested; null for all others. */
  function readName({ id, kind, value, isListed }: CountedTerm): string | null {
    if (kind === termKinds.section || kind === termKinds.source) return rows.readName.get({ id })?.[0] ?? null;
    return isListed && (kind === termKinds.speaker || kind === termKinds.organization) ? value : null;
  }

  /** Changes what a title leads to; the newest article that has it is the one it is suggested for. */
  function change(title: string, work: () => void, tokenize = () => tokenizeTitle(title)): void {
    const before = newest.get(title);
    work();
    const after = newest.get(title);
    if (before?.article === after?.article && before?.published === after?.published) return;
    if (before) suggestions.erase(keyOfTitle(before));
    if (after) suggestions.put(keyOfTitle(after), [tokenize()]);
  }

  return {
    /** Takes the title an article had out, and the one it has in, whose tokens may be at hand. */
    moveTitle(article: number, from: Title | null, to: (Title & { tokens?: Uint8Array }) | null): void {
      if (from?.title === to?.title && from?.published === to?.published) return;
      if (from) change(from.title, () => removeTitle.run(from.title, from.published, article));
      if (to) {
        const { title, published, tokens } = to;
        change(title, () => insertTitle.run(title, published, article), tokens && (() => tokens));
      }
    },

    /** Sets a term where its count puts it; `gained` is by how much that differs from before. */
    weigh(term: CountedTerm, gained: number): void {
      const { id, kind, articleCount } = term;
      const before = articleCount - gained;
      if (Math.clz32(before) === Math.clz32(articleCount)) return;
      const name = readName(term);
      if (name === null) return;
      if (before > 0) suggestions.erase(keyOfName(id, before));
      if (articleCount > 0)
        suggestions.put(keyOfName(id, articleCount), [
          writeKeys(kind, listKeys(name, kind === termKinds.speaker ? 'person' : 'name')),
        ]);
    },

    flush: suggestions.flush,
    forget: suggestions.forget,
  };
}
