/** How much a text says of what is looked for, by the text itself: BM25 as the index has it, and nearness. Pure. */
import { normalizeText } from './normalize.js';
import { isChinese, listRuns } from './runs.js';
import { LENGTH, SATURATION } from './search-tokens.js';

/** What is looked for, as it stands in a text. */
export interface Wanted {
  /** In the form of {@link flattenText}. */
  text: string;
  /** Whether words of letters and digits at its ends are not parts of longer ones. */
  whole: boolean;
  /** How telling it is: the fewer texts have it, the more. */
  weight: number;
}

/** The parts of a text that count more than the rest, beside the whole of it; each in the form that {@link chooseForm} gives. */
export interface Parts {
  whole: string;
  title: string;
  lead: string;
  headings: string;
}

/** How much a find in each part counts. */
export type PartWeights = Readonly<Record<Exclude<keyof Parts, 'whole'>, number>>;

/** Characters between what is looked for that still are near, and what that adds. */
const NEAR = 20;
export const NEARNESS = 0.2;

/** A text without what lies between its runs, so that phrases stand in it as they stand in the index. */
export function flattenText(text: string): string {
  return listRuns(normalizeText(text)).join(' ');
}

const CHINESE = /^\p{Script=Han}+$/u;

/** How texts are made ready for looking for something: one run of Chinese characters stands in none that is not a run itself. */
export function chooseForm(wanted: readonly Pick<Wanted, 'text'>[]): (text: string) => string {
  return wanted.every(({ text }) => CHINESE.test(text)) ? normalizeText : flattenText;
}

/** Where something stands in a flattened text. */
function locate(text: string, { text: sought, whole }: Wanted): number[] {
  const places: number[] = [];
  if (sought === '') return places;
  const [first, last] = [!isChinese(sought), !isChinese(sought.at(-1) as string)];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
    const end = at + sought.length;
    const inside =
      whole && ((first && at > 0 && text[at - 1] !== ' ') || (last && end < text.length && text[end] !== ' '));
    if (!inside) places.push(at);
  }
  return places;
}

/** What a text weighs, which of what is looked for it has, and whether all of it near each other. `average` is the length of texts. */
export function weighText(
  parts: Parts,
  wanted: readonly Wanted[],
  weights: PartWeights,
  average: number,
): { score: number; has: boolean[]; near: boolean } {
  const places = wanted.map((one) => locate(parts.whole, one));
  const norm = SATURATION * (1 - LENGTH + (LENGTH * parts.whole.length) / average);
  let score = 0;
  wanted.forEach((one, at) => {
    const count = (places[at] as number[]).length;
    if (count === 0) return;
    let frequency = count;
    for (const part of ['title', 'lead', 'headings'] as const)
      frequency += (weights[part] - 1) * locate(parts[part], one).length;
    score += (one.weight * frequency * (SATURATION + 1)) / (frequency + norm);
  });
  const has = places.map((found) => found.length > 0);
  const near = wanted.length > 1 && has.every(Boolean) && gapBetween(places, wanted) <= NEAR;
  return { score: near ? score * (1 + NEARNESS) : score, has, near };
}

/** The fewest characters that lie between all of what is looked for. */
function gapBetween(places: readonly number[][], wanted: readonly Wanted[]): number {
  const length = wanted.reduce((sum, { text }) => sum + text.length, 0);
  const at = places.map(() => 0);
  let least = Number.POSITIVE_INFINITY;
  for (;;) {
    let [first, start, end] = [0, Number.POSITIVE_INFINITY, 0];
    for (const [one, found] of places.entries()) {
      const place = found[at[one] as number] as number;
      if (place < start) [first, start] = [one, place];
      end = Math.max(end, place + (wanted[one] as Wanted).text.length);
    }
    least = Math.min(least, end - start - length);
    at[first] = (at[first] as number) + 1;
    if ((at[first] as number) >= (places[first] as number[]).length) return least;
  }
}
