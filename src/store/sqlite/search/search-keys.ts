/**
 * The numbers of rows in the search tables: the day of publication, then the place of the article among those of its day, in the
 * order in which they were taken in, then that of the row in the article. So the newest come first without sorting, to the
 * day, and the distance from one number to the next, which is most of what the index holds, is small.
 */
import { ArchiveError } from '../../../domain/errors.js';
import type { ListName } from '../../store.js';
import type { Connection } from '../statement.js';
import { NEVER } from '../terms.js';

/** Bits of the place in a day, and of the position in an article. */
const PLACE_BITS = 20;
export const positionBits = { articles: 0, quotes: 12, statistics: 12 } as const satisfies Record<ListName, number>;
/** Articles of one day that there are numbers for. */
const PLACES = 2 ** PLACE_BITS;

const DAY = 86_400_000;
/** The first day of those that have numbers; articles without a date have all numbers before it. */
export const FIRST_DAY = -50_000_000;

export const positionMask = (list: ListName): number => 2 ** positionBits[list] - 1;
const dayShift = (list: ListName) => PLACE_BITS + positionBits[list];

/** The day of an instant, in UTC. */
export function dayOfInstant(instant: number): number {
  return Math.floor(instant / DAY);
}

/** The day of a row's number; null: its article has no date. */
export function dayOfKey(list: ListName, key: string): number | null {
  const day = Number(BigInt(key) >> BigInt(dayShift(list)));
  return day < FIRST_DAY ? null : day;
}

/** The first number that a row of a day can have. */
export function firstKeyOf(list: ListName, day: number): bigint {
  return BigInt(day) << BigInt(dayShift(list));
}

/** The number of a row of an article. */
export function keyOfRow(list: ListName, article: number, position: number): bigint {
  return (BigInt(article) << BigInt(positionBits[list])) | BigInt(position);
}

/** Whether `key` is one that an article may have, as SQL. */
export const isKeyOf = (key: string, published: string): string =>
  `CASE ${published} WHEN ${NEVER} THEN ${key} < ${FIRST_DAY * PLACES}
    ELSE ${key} >> ${PLACE_BITS} = cast(floor(${published} / ${DAY}.0) AS INTEGER) END`;

/** What articles are counted by. */
export interface Counted {
  published: number;
  /** The terms of the innermost section and of the source. */
  section: number | null;
  source: number | null;
}

/** Prepares the giving of numbers to articles. */
export function createSearchKeys({ client }: Connection) {
  const last = client
    .prepare<[number, number], number | null>('select max(key) from search_keys where key >= ? and key < ?')
    .pluck();
  const put = client.prepare<[number, number, number, number | null, number | null]>(
    'insert or replace into search_keys (key, article, published, section, source) values (?, ?, ?, ?, ?)',
  );
  const find = client.prepare<[number], number>('select key from search_keys where article = ?').pluck();

  return {
    /** The number of an article; undefined when it has none. */
    find: (article: number): number | undefined => find.get(article),

    /** Gives an article its number, which it keeps as long as it has the same day. Throws `invalid_record` when its day is full. */
    assign(article: number, { published, section, source }: Counted): number {
      const begin = dayOfInstant(published) * PLACES;
      const end = published === NEVER ? FIRST_DAY * PLACES : begin + PLACES;
      const known = find.get(article);
      const isKept = known !== undefined && known >= begin && known < end;
      const key = isKept ? known : (last.get(begin, end) ?? begin - 1) + 1;
      if (key === end)
        throw new ArchiveError('invalid_record', `There are more than ${PLACES} articles of one day`, {
          suggestion: 'Give articles the dates when they were published.',
        });
      // Replaces the row of the article, whichever number it has.
      put.run(key, article, published, section, source);
      return key;
    },
  };
}
