/** Nearest names: what somebody who wrote one name probably meant. */

/** Names longer than this are cut before they are compared. */
const COMPARED = 64;

/** Case and the marks between words do not tell names apart: `issue_date` is `issueDate`. */
const fold = (name: string) =>
  name
    .slice(0, COMPARED)
    .toLowerCase()
    .replace(/[-_\s]/g, '');

/** How many characters have to be inserted, deleted, replaced or swapped with their neighbor to get from `a` to `b`. */
function countEdits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/**
 * The candidate that `name` is most likely a slip of: the same but for case and marks, or the fewest edits away, as long
 * as no more than a third of the longer name has to change. Undefined when none is that near.
 */
export function findNearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name);
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const longer = Math.max(wanted.length, other.length);
    const allowed = Math.max(longer > 1 ? 1 : 0, Math.floor(longer / 3));
    if (Math.abs(wanted.length - other.length) > allowed) continue;
    const edits = countEdits(wanted, other);
    if (edits <= allowed && edits < fewest) {
      nearest = candidate;
      fewest = edits;
    }
  }
  return nearest;
}
