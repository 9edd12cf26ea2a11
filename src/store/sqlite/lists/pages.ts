/** Pages: which way a page of an ordered list is read, and where the rows that were read stand. It runs no statement. */
import { decodeCursor, encodeCursor, type Place, type Position } from '../../../domain/cursor.js';
import type { PageParameters } from '../../../domain/query.js';
import type { Placed } from '../../store.js';

/** How a page is read. */
export interface Turn {
  /** Fingerprint of the list. */
  list: string;
  limit: number;
  /** Where the page begins; undefined at either end of the list. */
  position: Position | undefined;
  /** Whether rows are read against the order of the list. */
  back: boolean;
}

/** How to turn to the page that was asked for. Throws `invalid_cursor`. */
export function planTurn({ limit, cursor, fromEnd }: Omit<PageParameters, 'sort'>, list: string): Turn {
  const position = cursor === undefined ? undefined : decodeCursor(cursor, list);
  return { list, limit, position, back: position ? position.direction === 'before' : fromEnd === true };
}

/**
 * Cuts rows to their page, and says where that stands. `rows` are in the order of the list, one more than the page takes when
 * it goes on; that one is taken out, and given as `extra`.
 */
export function cutPage<Row>(
  rows: Row[],
  { list, limit, position, back }: Turn,
  toPlace: (row: Row) => Place,
): Placed & { extra: Row | undefined } {
  const extra = rows.length > limit ? (back ? rows.shift() : rows.pop()) : undefined;
  const places = rows.map(toPlace);
  const cursorAt = (place: Place | undefined, direction: Position['direction']) =>
    place ? encodeCursor({ ...place, direction }, list) : null;
  const goesOn = { forth: back ? position !== undefined : extra !== undefined, back: back ? extra : position };
  return {
    next: goesOn.forth ? cursorAt(places.at(-1), 'after') : null,
    prev: goesOn.back !== undefined ? cursorAt(places[0], 'before') : null,
    places,
    list,
    extra,
  };
}
