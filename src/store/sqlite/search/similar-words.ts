/** Words of the archive that are like one it does not have: typed by a wrong character of the same sound, in letters, or with a slip. */
import { listHomophones, readPinyin } from '../../../text/homophones.js';
import { listSigns, spellSigns } from '../../../text/pinyin.js';
import { isChinese, listRuns } from '../../../text/runs.js';
import { readTyped } from '../../../text/suggestion-keys.js';
import type { Connection } from '../statement.js';
import { suggestionKinds, termOfKey, tokenOfKey } from './suggestion-index.js';

/** Words given for one, at most. */
const MOST = 8;
/** Longer ones are not looked at: they are sentences. */
const LONGEST = 8;
/** Pairs of characters that are looked up for one word, at most; each takes some microseconds. */
const LOOKUPS = 4_000;
/** Articles of a pair that are counted, at most: more make it no likelier. */
const COUNTED = 2_000;
/** Names that sound like a word, at most. */
const NAMES = 20;
const nameKinds = ['section', 'source', 'organization', 'person'] as const;

export type SimilarWords = ReturnType<typeof createSimilarWords>;

/** Prepares the search for similar words on a connection. */
export function createSimilarWords({ client }: Connection) {
  const countRows = client
    .prepare<[string], number>(
      `select count(*) from (select 1 from search_articles where search_articles match ? limit ${COUNTED})`,
    )
    .pluck();
  const listTokens = client
    .prepare<[string, string], string>('select term from search_articles_tokens where term > ? and term < ?')
    .pluck();
  const findKeys = client
    .prepare<[string, number], number>(
      'select rowid from search_suggestions where search_suggestions match ? order by rowid desc limit ?',
    )
    .pluck();
  const readName = client
    .prepare<[number], string>(
      'select coalesce((select name from sections where id = t.id), (select name from sources where id = t.id), value) from terms t where id = ?',
    )
    .pluck();

  /** How many articles have two characters beside each other; nothing beyond so many look-ups. */
  function createCounter(): (pair: string) => number {
    const known = new Map<string, number>();
    return (pair) => {
      let count = known.get(pair);
      if (count === undefined) {
        count = known.size >= LOOKUPS ? 0 : (countRows.get(`"${pair}"`) ?? 0);
        known.set(pair, count);
      }
      return count;
    };
  }

  /** Names that are read as a word is. */
  function listNames(word: string): string[] {
    const keys = readTyped(spellSigns([...word]).join(''))?.whole ?? [];
    return nameKinds.flatMap((type) => {
      const match = keys.map((key) => `"${tokenOfKey(suggestionKinds[type], key)}"`).join(' OR ');
      return match === '' ? [] : findKeys.all(match, NAMES).map((key) => readName.get(termOfKey(key)) ?? '');
    });
  }

  /** Words of Chinese characters with one of them another, two of them changed about, or one left out. */
  function listSlips(word: string, count: (pair: string) => number): string[] {
    const chars = [...word];
    const pairs = chars.slice(1).map((char, at) => `${chars[at]}${char}`);
    const missing = pairs.map((pair) => count(pair) === 0);
    const found = new Map<string, number>();
    const consider = (candidate: readonly string[], bonus: number) => {
      const text = candidate.join('');
      if (candidate.length < 2 || text === word || found.has(text)) return;
      const counts = candidate.slice(1).map((char, at) => count(`${candidate[at]}${char}`));
      const least = Math.min(...counts);
      if (least > 0) found.set(text, bonus + Math.log2(1 + least));
    };
    for (const [at, char] of chars.entries()) {
      // All pairs that a change leaves as they are have to be there, or it cannot help.
      const isHelped = (last: number) => !missing.some((gone, pair) => gone && (pair < at - 1 || pair > last));
      const next = chars[at + 1];
      if (next !== undefined && isHelped(at + 1)) consider(chars.with(at, next).with(at + 1, char), 50);
      if (!isHelped(at)) continue;
      for (const other of listHomophones(char)) consider(chars.with(at, other), 100);
      if (chars.length > 3) consider(chars.toSpliced(at, 1), 10);
      const before = chars[at - 1];
      if (chars.length > 2 && before !== undefined)
        for (const pair of listTokens.all(before, `${before}\u{10ffff}`))
          if ([...pair].length === 2) consider(chars.with(at, pair.slice(before.length)), 20);
    }
    if (chars.length === 2 && found.size === 0)
      for (const first of listHomophones(chars[0] as string))
        for (const second of listHomophones(chars[1] as string)) consider([first, second], 0);
    return sortByValue(found);
  }

  /** Words that are written with these letters. */
  function listSpelled(letters: string, count: (pair: string) => number): string[] {
    const syllables = readPinyin(letters);
    if (syllables === null || syllables.length < 2 || syllables.length > LONGEST) return [];
    let begun = new Map((syllables[0] ?? []).map((char) => [char, Number.POSITIVE_INFINITY]));
    for (const characters of syllables.slice(1)) {
      const longer = new Map<string, number>();
      for (const [start, least] of begun)
        for (const char of characters) {
          const rows = Math.min(least, count(`${start.slice(-1)}${char}`));
          if (rows > 0) longer.set(start + char, rows);
        }
      begun = new Map([...longer].sort((a, b) => b[1] - a[1]).slice(0, NAMES));
    }
    return sortByValue(begun);
  }

  return {
    /** For each word, in order, those like it, the likeliest first. That a pair of characters is there does not yet say that the word is. */
    listSimilar(words: readonly string[]): string[][] {
      return words.map((word) => {
        const signs = listSigns(word).join('');
        if (signs.length < 2 || listRuns(signs).length !== 1) return [];
        const chinese = isChinese(signs);
        if (chinese && [...signs].length > LONGEST) return [];
        const count = createCounter();
        const others = chinese ? listSlips(signs, count) : listSpelled(signs, count);
        return [...new Set([...listNames(signs), ...others])].filter((other) => other !== signs).slice(0, MOST);
      });
    },
  };
}

const sortByValue = (found: ReadonlyMap<string, number>) =>
  [...found].sort((a, b) => b[1] - a[1]).map(([text]) => text);
