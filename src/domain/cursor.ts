/** Cursors: opaque tokens for a place in an ordered list, bound to the list they came from. */
import { ArchiveError } from './errors.js';

/** A place in a list: the sort key of a row, and the numbers that break ties. */
export interface Place {
  key: string | number;
  ties: readonly number[];
}

/** A place, and which side of it a page lies. */
export interface Position extends Place {
  direction: 'after' | 'before';
}

const encoder = new TextEncoder();

/** Names a list by its filter and order, for {@link encodeCursor}: FNV-1a over its JSON, 32 bits as hexadecimal. */
export function fingerprintList(description: unknown): string {
  let hash = 0x811c9dc5;
  const bytes = encoder.encode(JSON.stringify(description));
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

export function encodeCursor({ key, ties, direction }: Position, fingerprint: string): string {
  return encode([fingerprint, direction === 'after' ? 1 : 0, key, ...ties]);
}

/** The cursor of the same place for the page on this side of it. A damaged one stays as it is, and is refused when it is read. */
export function turnCursor(cursor: string, direction: Position['direction']): string {
  const [list, , ...place] = decode(cursor);
  return place.length === 0 ? cursor : encode([list, direction === 'after' ? 1 : 0, ...place]);
}

function encode(parts: readonly unknown[]): string {
  // `btoa` takes no Chinese, and JSON can do without.
  const ascii = JSON.stringify(parts).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return btoa(ascii).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function decode(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Reads a cursor back. Throws `invalid_cursor` when it is damaged or was made for a list with another filter or order. */
export function decodeCursor(cursor: string, fingerprint: string): Position {
  const [list, after, key, ...ties] = decode(cursor);
  const whole =
    typeof list === 'string' &&
    (after === 0 || after === 1) &&
    (typeof key === 'string' || typeof key === 'number') &&
    ties.length > 0 &&
    ties.every((tie) => Number.isSafeInteger(tie));
  if (!whole) {
    throw new ArchiveError('invalid_cursor', 'The cursor is damaged', {
      parameter: 'cursor',
      suggestion: 'Use page.next or page.prev of an answer exactly as given, or start again without a cursor.',
    });
  }
  if (list !== fingerprint) {
    throw new ArchiveError('invalid_cursor', 'The cursor belongs to a list with another filter or order', {
      parameter: 'cursor',
      suggestion: 'Keep filter and sort as they were when the cursor was given, or start again without a cursor.',
    });
  }
  return { key, ties: ties as number[], direction: after === 1 ? 'after' : 'before' };
}
