/**
 * Cells: the articles that match, cut up by the levels of what each phrase weighs in them, the heaviest first. So the best of very
 * many are found without weighing all of them.
 */
import { impactOf, LEVELS, tokenOfImpact } from '../../../text/search-tokens.js';

/** A phrase, as cells are cut by it. */
export interface Guide {
  /** Its rarest token, which tells most of it. */
  token: string;
  /** The phrase as FTS5 has it. */
  match: string;
  /** The same for all phrases of which any will do, this one among them; null: this one it has to be. */
  choice: string | null;
  /** How telling it is. */
  weight: number;
}

/** Guides that cells are cut by: more would make too many of them. */
const MOST_CUT = 3;

/**
 * Every cell as a query, the one that weighs most first. A token stands for its phrase, which a few of the articles that are found do
 * not have. Where no phrase weighs much is no cell.
 */
export function listCells(guides: readonly Guide[]): string[] {
  const levels = [...Array.from({ length: LEVELS }, (_, level) => level), null];
  let cells: { weight: number; levels: (number | null)[] }[] = [{ weight: 0, levels: [] }];
  const sorted = [...guides].sort((a, b) => b.weight - a.weight);
  for (const [at, { weight, choice }] of sorted.entries()) {
    cells = cells.flatMap((cell) =>
      (at < MOST_CUT ? levels : [null]).map((level) => ({
        weight: cell.weight + weight * (level === null && choice !== null ? 0 : impactOf(level)),
        levels: [...cell.levels, level],
      })),
    );
  }
  return cells
    .filter(({ levels }) => levels.some((level) => level !== null))
    .sort((a, b) => b.weight - a.weight)
    .map(({ levels }) => writeCell(sorted, levels));
}

function writeCell(guides: readonly Guide[], levels: readonly (number | null)[]): string {
  const told = new Set(guides.filter((_, at) => levels[at] !== null).map(({ choice }) => choice));
  const parts = guides.flatMap(({ token, match, choice }, at) => {
    const level = levels[at] ?? null;
    if (level !== null) return `"${tokenOfImpact(token, level)}"`;
    if (choice === null) return match;
    return told.has(choice) ? [] : `(${choice})`;
  });
  return [...new Set(parts)].join(' AND ');
}
